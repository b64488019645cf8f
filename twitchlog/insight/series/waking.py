"""The counted days hour by hour: which hours were awake, and how many twitches began in them."""

from dataclasses import dataclass

import numpy as np

from twitchlog.domain.day import Day
from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.insight.columns import Bools, Ints
from twitchlog.insight.series.onsets import onsets
from twitchlog.insight.triggers.bins import AWAKE_FROM_MIN, AWAKE_TO_MIN

LEAST_DAYS = 4
"""Under so many days awake at an hour, a rate there says nothing (design choice)."""


@dataclass(frozen=True, slots=True)
class Waking:
    """Arrays of shape (counted days, 24): hours from the day's start on, as local days have them.

    ``onsets`` are counted twitches in waking hours; ``asleep`` is how many began outside of them and are left out.
    """

    day: Ints
    awake: Bools
    onsets: Ints
    asleep: int

    @property
    def weekday(self) -> Ints:
        """Monday 0 to Sunday 6, of the local day."""
        return (self.day - 1) % 7


def waking(diary: Diary, period: Period) -> Waking:
    """Return the waking hours of the counted days; where they are not given, 07:00 to 23:00."""
    rows = [row for row in diary.within(Day, period) if row.fully_logged]
    day = np.array([row.date.toordinal() for row in rows], dtype=np.int64)
    start = diary.settings.day_start * 60
    awake = np.array([_awake(row, start) for row in rows], dtype=np.bool_).reshape(len(rows), 24)
    began = onsets(diary, period)
    place = np.searchsorted(day, began.day)
    known = place < len(day)
    known[known] = day[place[known]] == began.day[known]
    cell = place[known] * 24 + began.minute[known] // 60
    found = np.bincount(cell, minlength=len(day) * 24).reshape(len(day), 24)
    return Waking(day, awake, np.where(awake, found, 0), int(found[~awake].sum()))


def _awake(row: Day, start: int) -> list[bool]:
    """Return which of the 24 hours were awake at their middle; the usual hours if the times given make no day."""
    begin = AWAKE_FROM_MIN if row.awake_from is None else row.awake_from.hour * 60 + row.awake_from.minute
    end = AWAKE_TO_MIN if row.awake_to is None else row.awake_to.hour * 60 + row.awake_to.minute
    begin, end = (begin - start) % 1440, (end - start) % 1440 or 1440
    if begin < end:
        return [begin <= 60 * k + 30 < end for k in range(24)]
    return [AWAKE_FROM_MIN <= (60 * k + start) % 1440 < AWAKE_TO_MIN for k in range(24)]


def asleep_words(asleep: int) -> str:
    """Return the sentence on twitches that began at hours not counted as awake, with a leading space."""
    if not asleep:
        return ""
    return f" {asleep:,} at hours not given as awake {'is' if asleep == 1 else 'are'} left out."
