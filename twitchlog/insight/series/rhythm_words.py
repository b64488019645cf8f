"""The time of day in words, said only if the test against waking hours finds one."""

from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.insight.rhythm import time_of_day

PARTS = (
    (5, "at night"),
    (12, "in the morning"),
    (17, "in the afternoon"),
    (23, "in the evening"),
    (24, "at night"),
)
"""Each part of the day and the hour before which it lies."""


def rhythm_title(diary: Diary, period: Period) -> str:
    """Return what a chart of the hours may say: a time of day only if waking hours do not explain it."""
    found = time_of_day(diary, period)
    if found is None:
        return "Too few complete days to name a time of day"
    if not found.clear:
        return "No clear time of day"
    hour = round(found.hour) % 24
    part = next(words for end, words in PARTS if hour < end)
    return f"More often {part}, around {hour:02d}:00"
