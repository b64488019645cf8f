"""Dates and days of the page: always with the year where it could be another one."""

from collections.abc import Sequence
from datetime import date, timedelta

from twitchlog.domain import words
from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.insight.flags.phrases import dated

USUAL_DAYS = 56
"""Eight weeks: long enough for four weeks against four before, short enough to be read as now."""


def full(day: date) -> str:
    """Return a date with its year: "22 Nov 2026"."""
    return f"{words.day(day)} {day.year}"


def span(period: Period) -> str:
    """Return a period in words: "28 Sep to 22 Nov 2026", "1 to 22 Nov 2026", "22 Nov 2026"."""
    first, last = period.first, period.last
    if len(period) <= 1:
        return full(first)
    if first.year != last.year:
        return f"{full(first)} to {full(last)}"
    begins = f"{first.day}" if first.month == last.month else words.day(first)
    return f"{begins} to {full(last)}"


def some(days: Sequence[date], on: date, most: int = 3) -> str:
    """Return sorted days, not empty: up to ``most`` by name, else the number, the first and the last."""
    if len(days) <= most:
        return words.listed([dated(day, on) for day in days])
    return f"{len(days)} days from {dated(days[0], on)} to {dated(days[-1], on)}"


def period_of_page(diary: Diary, asked: Period | None, on: date) -> Period:
    """Return the days the page speaks of: those asked for, or the last eight weeks, never beyond ``on``.

    A period that begins before the diary begins with it; one that ends before it is cut to its last eight weeks.
    """
    if asked is None:
        return Period.of_days(on, USUAL_DAYS)
    after = min(asked.after, on + timedelta(days=1))
    known = diary.span()
    earliest = known.first if known and known.first < after else after - timedelta(days=USUAL_DAYS)
    return Period(min(max(asked.first, earliest), after - timedelta(days=1)), after)
