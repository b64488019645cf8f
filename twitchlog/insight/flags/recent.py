"""The diary as one rule sees it: windows that end on a day, and what has been discussed already."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TypeVar

from twitchlog.domain.day import CheckIn, Day
from twitchlog.domain.episode import Episode
from twitchlog.domain.exposures import Caffeine, Exercise, Sitting, Stress
from twitchlog.domain.medical import Discussion, Exam, Lab, Medicine
from twitchlog.domain.moments import local_day
from twitchlog.domain.record import Record
from twitchlog.domain.sites import Region
from twitchlog.insight.flags.gathered import Gathered
from twitchlog.insight.flags.thresholds import value

BEFORE_AN_ONSET = 8
"""Days before a window whose exposures may still reach into it: 96 h after 24 h, and the odd offset."""

Exposure = TypeVar("Exposure", Exercise, Caffeine, Stress, Sitting)
Dated = TypeVar("Dated", Medicine, Lab, Exam, Discussion)


@dataclass(frozen=True, slots=True)
class Recent:
    """What is known on the local day ``on``; rows of later days are never seen.

    ``after``: event rules look at evidence dated after this day only. ``set_aside``: regions that are not to be
    listed, because they were discussed. ``examined``: the day of the normal examination that lowers a rule.
    """

    on: date
    gathered: Gathered
    after: date = date.min
    set_aside: frozenset[Region] = field(default_factory=frozenset)
    examined: date | None = None

    def at(self, day: date) -> "Recent":
        """Return what was known on another day, as far as it is dated, with nothing discussed."""
        return Recent(day, self.gathered)

    def since(self, day: date) -> "Recent":
        """Return the same with older evidence left out of event rules."""
        return replace(self, after=day)

    def without(self, regions: frozenset[Region]) -> "Recent":
        """Return the same with regions set aside."""
        return replace(self, set_aside=regions)

    def lowered_by(self, exam: date) -> "Recent":
        """Return the same with rules lowered by a normal examination."""
        return replace(self, examined=exam)

    def value(self, name: str) -> float:
        """Return the value of a threshold."""
        return value(self.gathered.settings, name)

    def days(self, count: int) -> list[date]:
        """Return W(count): the local days that end with ``on``, the oldest first."""
        return [self.on - timedelta(days=back) for back in range(count - 1, -1, -1)]

    def entries(self, count: int) -> list[Episode]:
        """Return all episodes of W(count), by onset within each day."""
        return [row for day in self.days(count) for row in self.gathered.of_kind(Episode, day)]

    def fresh_entries(self, count: int) -> list[Episode]:
        """Return the episodes of W(count) that were not discussed yet."""
        fresh = (day for day in self.days(count) if day > self.after)
        return [row for day in fresh for row in self.gathered.of_kind(Episode, day)]

    def counted(self, count: int) -> list[Episode]:
        """Return the counted episodes of W(count), by onset within each day."""
        return [row for day in self.days(count) for row in self.counted_on(day)]

    def counted_on(self, day: date) -> tuple[Episode, ...]:
        """Return the counted episodes of a day."""
        return self.gathered.counted.get(day, ())

    def in_region(self, region: Region, days: Iterable[date]) -> list[Episode]:
        """Return the counted episodes of a region on some days."""
        rows = self.gathered.regions[region]
        return [row for day in days for row in rows.get(day, ())]

    def region_days(self, region: Region, count: int) -> list[date]:
        """Return the days of W(count) with a counted episode in the region, the oldest first."""
        rows = self.gathered.regions[region]
        return [day for day in self.days(count) if day in rows]

    def exposures(self, kind: type[Exposure], count: int) -> list[Exposure]:
        """Return the exposures that an onset in W(count) may have followed."""
        return [row for day in self.days(count + BEFORE_AN_ONSET) for row in self.gathered.of_kind(kind, day)]

    def day(self, day: date) -> Day | None:
        """Return what is known of a day, or ``None``."""
        rows = self.gathered.of_kind(Day, day)
        return rows[0] if rows else None

    def checked(self, day: date) -> bool:
        """Return whether a day has a check-in."""
        row = self.day(day)
        return row is not None and row.checked

    def is_twitch_day(self, day: date) -> bool:
        """Return whether a day has a counted episode, or a check-in that says there were twitches."""
        if day in self.gathered.counted:
            return True
        row = self.day(day)
        return row is not None and row.check_in is CheckIn.SOME_LOGGED

    def is_recorded(self, day: date) -> bool:
        """Return whether a day is checked or a twitch day; any other day is not recorded, never zero."""
        return day in self.gathered.counted or self.checked(day)

    def dated(self, rows: tuple[Dated, ...]) -> list[Dated]:
        """Return the rows dated up to ``on``, the newest last: by date, then when written down, then id."""
        return sorted(
            (row for row in rows if row.date <= self.on), key=lambda row: (row.date, row.recorded_at, row.id)
        )

    def day_of(self, row: Record) -> date:
        """Return the local day of a record."""
        if isinstance(row, Episode):
            return local_day(row.onset, self.gathered.day_start)
        if isinstance(row, Exercise | Caffeine | Stress | Sitting):
            return local_day(row.when, self.gathered.day_start)
        return row.date
