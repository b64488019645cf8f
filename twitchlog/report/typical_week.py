"""Exercise, caffeine, stress, sitting and sleep in a typical week, from the days on which all of it is known."""

from collections.abc import Callable
from datetime import date
from statistics import fmean, median_low

from twitchlog.domain import words
from twitchlog.domain.day import Day
from twitchlog.domain.diary import Diary
from twitchlog.domain.exposures import Caffeine, Exercise, Sitting, Stress
from twitchlog.domain.period import Period
from twitchlog.insight.series.rate_words import figure

LEAST_DAYS = 7
HIGH, SHORT_H, LONG_MIN = 4, 6, 120
TOO_FEW = "too few complete days"


def typical_week(diary: Diary, period: Period) -> dict[str, str]:
    """Return a few words for each exposure, by its code; of complete days only, seven at least."""
    days = {row.date: row for row in diary.within(Day, period) if row.complete}
    tell: dict[str, Callable[[Diary, Period, dict[date, Day]], str]] = {
        "exercise": _exercise,
        "caffeine": _caffeine,
        "stress": _stress,
        "sitting": _sitting,
        "short_sleep": _sleep,
    }
    return {
        code: said(diary, period, days) if len(days) >= LEAST_DAYS else TOO_FEW for code, said in tell.items()
    }


def _days_of_seven(some: int, whole: int) -> str:
    if not some:
        return "never"
    often = figure(7 * some / whole)
    if often == "7":
        return "every day" if some == whole else "nearly every day"
    return f"on {often} of 7 days"


def _exercise(diary: Diary, period: Period, days: dict[date, Day]) -> str:
    rows = [row for row in diary.within(Exercise, period) if diary.day_of(row) in days]
    minutes = sum(row.duration_min or 0 for row in rows)
    often = _days_of_seven(len({diary.day_of(row) for row in rows}), len(days))
    return f"{often}, {round(7 * minutes / len(days)):,} min" if minutes else often


def _caffeine(diary: Diary, period: Period, days: dict[date, Day]) -> str:
    """Return the days, and the mean amount of the days on which every drink's amount is known."""
    rows = [row for row in diary.within(Caffeine, period) if diary.day_of(row) in days]
    often = _days_of_seven(len({diary.day_of(row) for row in rows}), len(days))
    unknown = {diary.day_of(row) for row in rows if row.mg is None}
    known = days.keys() - unknown
    amounts = sum(row.mg or 0 for row in rows if diary.day_of(row) in known)
    return f"{often}, {round(amounts / len(known)):,} mg a day" if amounts else often


def _stress(diary: Diary, period: Period, days: dict[date, Day]) -> str:
    highest: dict[date, int] = {}
    for row in diary.within(Stress, period):
        day = diary.day_of(row)
        if day in days:
            highest[day] = max(row.level, highest.get(day, 0))
    if not highest:
        return "not rated"
    high = _days_of_seven(sum(level >= HIGH for level in highest.values()), len(highest))
    usual = median_low(highest.values())
    return f"high {high}; usually {usual} of 5"


def _sitting(diary: Diary, period: Period, days: dict[date, Day]) -> str:
    rows = [row for row in diary.within(Sitting, period) if diary.day_of(row) in days]
    long = {diary.day_of(row) for row in rows if (row.duration_min or 0) >= LONG_MIN}
    return f"2 h or more {_days_of_seven(len(long), len(days))}" if rows else "not written down"


def _sleep(_: Diary, __: Period, days: dict[date, Day]) -> str:
    slept = [row.sleep_hours for row in days.values() if row.sleep_hours is not None]
    if not slept:
        return "not recorded"
    short = sum(hours < SHORT_H for hours in slept)
    return f"{fmean(slept):.1f} h; under 6 h in {words.count(short, 'night')} of {len(slept)}"
