"""Twitches by day, and what is known of each day."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import numpy as np

from twitchlog.domain.day import CheckIn, Day
from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.insight.columns import Bools, Ints
from twitchlog.insight.series.onsets import Onsets, onsets

CHECKS = {None: 0, CheckIn.NONE: 1, CheckIn.ALL_LOGGED: 2, CheckIn.SOME_LOGGED: 3}


@dataclass(frozen=True, slots=True)
class Daily:
    """One entry per local day of ``period``: counted episodes, and how the day was checked.

    ``check``: 0 not checked, 1 none, 2 all written down, 3 more than was written down. A day without a check-in
    and without twitches is not recorded, which is never "no twitch".
    """

    period: Period
    twitches: Ints
    check: Ints

    @property
    def checked(self) -> Bools:
        """Days with any check-in."""
        return self.check > 0

    @property
    def counted(self) -> Bools:
        """Days whose twitches are all in the diary: they alone stand in a rate."""
        return (self.check > 0) & (self.check < 3)

    @property
    def partly(self) -> Bools:
        """Checked days with more twitches than were written down."""
        partly: Bools = self.check == 3
        return partly

    @property
    def twitched(self) -> Bools:
        """Checked days with at least one twitch, written down or not."""
        twitched: Bools = self.checked & ((self.twitches > 0) | self.partly)
        return twitched

    def day(self, number: int) -> date:
        """Return the date of an entry."""
        return self.period.first + timedelta(days=number)


def shown(diary: Diary, period: Period, on: date) -> Period:
    """Return the part of a period that the diary can say something about: from its first day to ``on``."""
    span = diary.span()
    after = min(period.after, on + timedelta(days=1))
    if span is None:
        return Period(after, after)
    return Period(min(max(period.first, span.first), after), after)


@lru_cache(maxsize=1)
def daily(diary: Diary, period: Period) -> Daily:
    """Return twitches and check-ins by day of the whole period; remembered, as most charts of a page ask it."""
    return of_onsets(onsets(diary, period), diary, period)


def of_onsets(began: Onsets, diary: Diary, period: Period) -> Daily:
    """Return twitches and check-ins by day from the onsets of exactly this period."""
    first, days = period.first.toordinal(), len(period)
    check = np.zeros(days, dtype=np.int64)
    for row in diary.within(Day, period):
        check[row.date.toordinal() - first] = CHECKS[row.check_in]
    return Daily(period, np.bincount(began.day - first, minlength=days).astype(np.int64), check)


def checked_days(diary: Diary, on: date) -> int:
    """Return how many days up to ``on`` have a check-in: charts appear at 14."""
    span = diary.span()
    return 0 if span is None else int(daily(diary, shown(diary, span, on)).checked.sum())
