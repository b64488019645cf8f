"""Where it twitched: twitches and days by place, and for how long a place keeps coming back."""

from dataclasses import dataclass
from datetime import date

from twitchlog.domain import words
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode
from twitchlog.domain.period import Period
from twitchlog.domain.sites import Side, Site
from twitchlog.insight.tally import tallies

WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """One place: its twitches, on how many of the checked days, in how many of the weeks, and the last day."""

    site: Site
    side: Side
    name: str
    twitches: int
    days: int
    weeks: int
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The places of a period, the most frequent first.

    ``checked`` is the number of checked days that ``days`` are of. ``weeks`` are those of the period counted back
    from its last day; a rest of four days or more at its start is a week too.
    """

    rows: tuple[PlaceRow, ...]
    twitches: int
    checked: int
    weeks: int

    @property
    def counts(self) -> dict[tuple[Site, Side], int]:
        """Twitches by place, for the figure."""
        return {(row.site, row.side): row.twitches for row in self.rows}


def places_of(diary: Diary, period: Period) -> Places:
    """Return the places of a period."""
    found, checked = tallies(diary, period)
    weeks = weeks_by_place(diary, period)
    rows = tuple(
        PlaceRow(
            site=each.site,
            side=each.side,
            name=words.place(each.site, each.side),
            twitches=each.twitches,
            days=each.days,
            weeks=len(weeks[each.site, each.side]),
            last=each.last,
        )
        for each in found
    )
    return Places(
        rows=rows, twitches=sum(row.twitches for row in rows), checked=checked, weeks=week_count(period)
    )


def week_count(period: Period) -> int:
    """Return how many weeks a period has, at least one."""
    whole, rest = divmod(len(period), WEEK)
    return max(whole + (rest >= 4), 1)


def weeks_by_place(diary: Diary, period: Period) -> dict[tuple[Site, Side], set[int]]:
    """Return the weeks with a counted twitch by place, 0 being the last seven days.

    Days of a rest too short to be a week belong to the first whole week.
    """
    earliest = week_count(period) - 1
    weeks: dict[tuple[Site, Side], set[int]] = {}
    for row in diary.within(Episode, period):
        if row.counted:
            week = (period.last - diary.day_of(row)).days // WEEK
            weeks.setdefault((row.site, row.side), set()).add(min(week, earliest))
    return weeks
