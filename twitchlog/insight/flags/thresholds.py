"""Every number the rules compare with, in one visible table; those that are our own choice can be changed."""

from dataclasses import dataclass
from enum import StrEnum
from math import isfinite

from twitchlog.domain.errors import RecordError
from twitchlog.domain.settings import DiarySettings


class Mark(StrEnum):
    """Where a number comes from: an article, public guidance, or nowhere but us."""

    ARTICLE = "L"
    GUIDANCE = "G"
    OURS = "D"


@dataclass(frozen=True, slots=True)
class Threshold:
    """One number of one rule; ``low`` and ``high`` are the values a person may choose, both allowed.

    ``meaning`` is the sentence the settings page shows. ``whole`` numbers have no decimals.
    """

    rule: str
    name: str
    default: float
    low: float
    high: float
    unit: str
    meaning: str
    mark: Mark = Mark.OURS
    whole: bool = True

    @property
    def adjustable(self) -> bool:
        """Whether a person may choose it: only what is our own choice."""
        return self.mark is Mark.OURS


def _guided(rule: str, name: str, fixed: float, unit: str, meaning: str) -> Threshold:
    return Threshold(rule, name, fixed, fixed, fixed, unit, meaning, Mark.GUIDANCE)


TABLE = (
    Threshold("persistent_with_more", "more_cramp_days", 2, 1, 14, "days", "Days with cramps or stiffness in 28 days that count as more than twitching alone."),
    Threshold("continuous", "continuous_min", 60, 10, 720, "min", "How long twitching goes on without a pause before it is pointed out."),
    Threshold("mineral", "mineral_days", 90, 14, 365, "days", "How long a lab result below the lab's own limit is pointed out."),
    _guided("persistent", "persistent_days", 14, "days", "Days between the first and the last twitch in one place, so that it has lasted over two weeks."),
    Threshold("persistent", "persistent_checked", 70, 50, 100, "%", "Share of the days that must have a check-in, so that the checked days speak for all."),
    Threshold("persistent", "persistent_share", 50, 30, 100, "%", "Share of the days with twitching from which it counts as lasting, below it as coming and going."),
    Threshold("too_often", "too_often_days", 5, 3, 7, "days", "Days with twitching in each of the last two weeks that count as most days."),
    _guided("several_places", "several_places", 2, "places", "Places that make more than one."),
    Threshold("several_places", "several_places_days", 2, 1, 14, "days", "Days in 14 on which a place must twitch to be among them."),
    Threshold("several_places", "legs_after_exercise_h", 48, 0, 96, "h", "How long after exercise both legs may twitch without counting as several places."),
    Threshold("rising", "rising_ratio", 1.5, 1.2, 5, "times", "How many times as many twitches a day as before are pointed out.", whole=False),
    Threshold("rising", "rising_p", 0.01, 0.001, 0.05, "", "How rarely chance alone may do this before it is pointed out.", whole=False),
    Threshold("comes_and_goes", "fortnights", 6, 2, 6, "fortnights", "Fortnights in a row with twitching in one place from which it is worth mentioning."),
    Threshold("cramps", "cramp_days", 3, 1, 14, "days", "Days in 14 with cramps or stiffness from which they are pointed out."),
    _guided("medicine", "medicine_window", 28, "days", "How long a medicine noted before the first twitch is pointed out."),
    Threshold("medicine", "medicine_days", 14, 3, 28, "days", "Days before the first twitch in which a medicine was started or changed, and days before it without a twitch."),
    Threshold("attention", "worry_days", 4, 1, 7, "days", "Days in 7 with worry of 4 or 5 from which fewer entries are suggested."),
    Threshold("attention", "many_entries", 8, 3, 100, "entries", "Entries on one day above which the day has many."),
    Threshold("attention", "many_entries_days", 3, 1, 7, "days", "Days in 7 with many entries from which fewer are suggested."),
    Threshold("gaps", "recorded_share", 70, 10, 100, "%", "Share of the last 14 days with a check-in or a twitch, below which this page can say little."),
    Threshold("only_symptom_after_exercise", "after_exercise_h", 48, 1, 96, "h", "How long after exercise of the same part a twitch is taken as following it."),
    Threshold("only_symptom_after_exercise", "after_exercise_twitches", 3, 1, 50, "twitches", "Twitches needed in 14 days to say anything about exercise."),
    Threshold("only_symptom_after_exercise", "after_exercise_share", 200 / 3, 50, 100, "%", "Share of the twitches that must have followed exercise with nothing else noted.", whole=False),
    Threshold("at_rest_after_exercise", "at_rest_from_h", 1, 0, 12, "h", "Hours after exercise from which a twitch at rest is taken as following it."),
    Threshold("at_rest_after_exercise", "at_rest_until_h", 12, 1, 48, "h", "Hours after exercise until which a twitch at rest is taken as following it."),
    Threshold("after_moving", "after_moving_min", 60, 5, 240, "min", "Minutes after exercise in which muscles may go on moving."),
    Threshold("caffeine_or_stress_before", "caffeine_h", 6, 1, 24, "h", "Hours after caffeine in which a twitch is taken as following it."),
    Threshold("caffeine_or_stress_before", "caffeine_mg", 50, 1, 500, "mg", "The smallest amount of caffeine that counts; an amount not given counts too."),
    Threshold("long_sitting", "sitting_min", 120, 30, 600, "min", "How long sitting must last to count as long."),
    Threshold("long_sitting", "sitting_h", 4, 0, 24, "h", "Hours after sitting long in which a twitch is taken as following it."),
)  # fmt: skip

THRESHOLDS: dict[str, Threshold] = {threshold.name: threshold for threshold in TABLE}
"""By name: the name under which the diary's settings keep a changed value."""


def value(settings: DiarySettings, name: str) -> float:
    """Return the value a rule uses: the person's own, or the default where theirs is none that may be chosen."""
    threshold = THRESHOLDS[name]
    chosen = settings.thresholds.get(name)
    return threshold.default if chosen is None or _fault(threshold, chosen) else chosen


def checked_threshold(name: str, chosen: float) -> float:
    """Return a value that a person may choose for a threshold.

    Raises:
        RecordError: there is no such threshold, it is not ours to change, or the value is out of its bounds.
    """
    threshold = THRESHOLDS.get(name)
    if threshold is None:
        raise RecordError(name, "is not a threshold")
    fault = _fault(threshold, chosen)
    if fault:
        raise RecordError(name, fault)
    return chosen


def _fault(threshold: Threshold, chosen: float) -> str:
    if not threshold.adjustable:
        return "comes from a source and cannot be changed"
    if not isfinite(chosen) or not threshold.low <= chosen <= threshold.high:
        return f"must lie between {threshold.low:g} and {threshold.high:g}"
    if threshold.whole and chosen != int(chosen):
        return "is a whole number"
    return ""
