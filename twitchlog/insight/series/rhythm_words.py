"""The time of day in words, said only if the test against waking hours finds one."""

from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.insight.rhythm import time_of_day
from twitchlog.insight.series.waking import LEAST_DAYS, Waking

PARTS = (
    (5, "at night"),
    (12, "in the morning"),
    (17, "in the afternoon"),
    (23, "in the evening"),
    (24, "at night"),
)
"""Each part of the day and the hour before which it lies."""

WINDOW_H = 3


def rhythm_title(diary: Diary, period: Period, hours: Waking) -> str:
    """Return what a chart of the hours may say: a time of day only if waking hours do not explain it.

    The test's own direction is not named: it points away from the middle of the waking hours and so can fall into
    hours asleep. The three hours with the highest rate are what the chart shows.
    """
    found = time_of_day(diary, period)
    if found is None:
        return "Too few complete days to name a time of day"
    column = busiest(hours) if found.clear else None
    if column is None:
        return "No clear time of day"
    first = (column + diary.settings.day_start) % 24
    middle, after = (first + WINDOW_H // 2) % 24, (first + WINDOW_H) % 24
    part = next(words for end, words in PARTS if middle < end)
    return f"More often {part}, {first:02d}:00 to {after:02d}:00"


def busiest(hours: Waking) -> int | None:
    """Return the first of the three waking hours in a row with the most twitches per hour; ``None`` if none."""
    onsets, days = hours.onsets.sum(axis=0), hours.awake.sum(axis=0)
    windows = [
        (float(onsets[k : k + WINDOW_H].sum() / days[k : k + WINDOW_H].sum()), -k)
        for k in range(24 - WINDOW_H + 1)
        if days[k : k + WINDOW_H].min() >= LEAST_DAYS
    ]
    return -max(windows)[1] if windows else None
