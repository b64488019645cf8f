"""From a date and a time on the wall to an instant, by the zone's own rules where it is known."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from twitchlog.domain.moments import local_day, whole_seconds

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True)
class Wall:
    """The instant of a wall-clock time.

    ``skipped`` when the clock never showed it, so that it moved forward. ``second`` when the clock showed it twice:
    the later instant.
    """

    moment: datetime
    skipped: bool = False
    second: datetime | None = None


@dataclass(frozen=True, slots=True)
class LocalClock:
    """Now, and how the wall clock runs around it; without ``rules`` the offset of now holds for ever.

    ``written`` is when the line is written down, where that is not now: a line for another day is read at its end.
    """

    now: datetime
    day_start: int
    rules: ZoneInfo | None = None
    written: datetime | None = None

    @classmethod
    def of(cls, now: datetime, zone: str, day_start: int, written: datetime | None = None) -> "LocalClock":
        """Return the clock of a zone; an unknown zone, or one that disagrees with now's offset, gives no rules."""
        now = whole_seconds(now)
        rules = _rules(zone)
        if rules and now.astimezone(rules).utcoffset() != now.utcoffset():
            rules = None
        return cls(now, day_start, rules, written)

    @property
    def recorded(self) -> datetime:
        """When the records of the line are written down."""
        return self.written or self.now

    @property
    def zone(self) -> str:
        """The IANA name to store; empty when not known."""
        return self.rules.key if self.rules else ""

    @property
    def today(self) -> date:
        """The date on the calendar."""
        return self.now.date()

    @property
    def day(self) -> date:
        """The local day, which begins at the day start."""
        return local_day(self.now, self.day_start)

    @property
    def before_day_start(self) -> bool:
        """Whether it is past midnight and still the day before."""
        return self.day != self.today

    def at(self, day: date, hour: int, minute: int = 0) -> Wall:
        """Return the instant of a time on the wall."""
        if self.rules is None:
            return Wall(datetime.combine(day, time(hour, minute), self.now.tzinfo))
        local = datetime.combine(day, time(hour, minute), self.rules)
        first = self._shown(local)
        if first.replace(tzinfo=None) != local.replace(tzinfo=None):
            return Wall(first, skipped=True)
        later = self._shown(local.replace(fold=1))
        return Wall(first, second=later if later != first else None)

    def back(self, length: timedelta) -> datetime:
        """Return the moment this long before now, with the offset the clock showed then."""
        return self.before(self.now, length)

    def before(self, moment: datetime, length: timedelta) -> datetime:
        """Return the moment this long before another."""
        earlier = moment - length
        return self._shown(earlier) if self.rules else earlier

    def _shown(self, moment: datetime) -> datetime:
        return whole_seconds(moment.astimezone(UTC).astimezone(self.rules))


def _rules(zone: str) -> ZoneInfo | None:
    if not zone or len(zone) > 64:
        return None
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
