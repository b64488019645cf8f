"""By amount: mean onsets per complete day at levels of exercise, caffeine, stress and sleep.

A plain mean by day, not corrected for the time of day or for the other exposures; the triggers are.
"""

from dataclasses import dataclass
from math import exp, inf, log, sqrt

import numpy as np

from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.insight.columns import Columns, Floats, Ints, columns
from twitchlog.insight.triggers.bins import CompleteDays, complete_days, hours_of, onsets
from twitchlog.insight.triggers.exposures import Hours
from twitchlog.insight.triggers.fit import t_quantile

LEAST_DAYS = 8
TAIL = 0.025


@dataclass(frozen=True, slots=True)
class Scale:
    """The levels of one amount: each begins at its limit and ends before the next one's; labels carry no unit."""

    exposure: str
    unit: str
    limits: tuple[float, ...]
    labels: tuple[str, ...]


SCALES = (
    Scale("exercise", "min", (0, 1, 30, 60), ("0", "under 30", "30 to 59", "60 or more")),
    Scale(
        "caffeine", "mg", (0, 1, 100, 200, 300), ("0", "under 100", "100 to 199", "200 to 299", "300 or more")
    ),
    Scale("stress", "1-5", (1, 2, 3, 4, 5), ("1", "2", "3", "4", "5")),
    Scale("sleep", "h", (0, 5, 6, 7, 8), ("under 5", "5 to 6", "6 to 7", "7 to 8", "8 or more")),
)


@dataclass(frozen=True, slots=True)
class DoseLevel:
    """Mean onsets per day on the days of one level, with its 95 % interval; all ``None`` on fewer than 8 days."""

    label: str
    days: int
    mean: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Dose:
    """The levels of one amount; ``unknown_days`` are complete days on which the whole amount is not known."""

    exposure: str
    unit: str
    levels: tuple[DoseLevel, ...]
    unknown_days: int


def doses(diary: Diary, period: Period) -> tuple[Dose, ...]:
    """Return exercise minutes, caffeine in mg, stress and hours slept on the complete days of a period.

    Stress is the day's first rating: a later one may be the result of a twitch. A day with exercise without a
    length, or a drink without its mg, has an unknown amount, which is not the amount of the others.
    """
    days = complete_days(diary, period.first, period.last)
    if days is None:
        return tuple(_dose(scale, np.array([]), np.array([])) for scale in SCALES)
    table = columns(diary)
    hours = hours_of(days, diary.settings.day_start)
    inside = days.ordinals - hours.first_day
    counts = _by_day(hours, onsets(table, hours)).astype(np.float64)[inside]
    amounts = (
        _sum_by_day(hours, table.exercise_start, table.exercise_minutes),
        _sum_by_day(hours, table.caffeine_at, table.caffeine_mg),
        _first_stress(hours, table),
        _slept(hours, table, days),
    )
    return tuple(_dose(scale, amount[inside], counts) for scale, amount in zip(SCALES, amounts, strict=True))


def mean_interval(counts: Floats) -> tuple[float, float, float]:
    """Return the mean of daily counts with its 95 % interval, on the log scale so that it cannot fall below 0.

    Days may differ more than chance would make them, so the variance is theirs, but never under the mean. Without a
    count the upper limit is the exact one for none in so many days.
    """
    n, mean = len(counts), float(counts.mean())
    if mean == 0:
        return 0.0, 0.0, -log(TAIL) / n
    variance = max(float(counts.var(ddof=1)), mean) if n > 1 else inf
    factor = exp(t_quantile(n - 1) * sqrt(variance / n) / mean)
    return mean, mean / factor, mean * factor


def _dose(scale: Scale, amount: Floats, counts: Floats) -> Dose:
    known = ~np.isnan(amount)
    level = np.searchsorted(scale.limits, amount[known], side="right") - 1
    levels = tuple(_level(label, counts[known][level == number]) for number, label in enumerate(scale.labels))
    return Dose(scale.exposure, scale.unit, levels, int(np.count_nonzero(~known)))


def _level(label: str, counts: Floats) -> DoseLevel:
    if len(counts) < LEAST_DAYS:
        return DoseLevel(label, len(counts))
    return DoseLevel(label, len(counts), *mean_interval(counts))


def _by_day(hours: Hours, moments: Ints) -> Ints:
    day = hours.day_of(moments)
    return np.bincount(day[(day >= 0) & (day < hours.days)], minlength=hours.days)


def _sum_by_day(hours: Hours, moments: Ints, amounts: Floats) -> Floats:
    """Return each day's sum; nan as soon as one of its amounts is not given."""
    day = hours.day_of(moments)
    inside = (day >= 0) & (day < hours.days)
    return np.bincount(day[inside], amounts[inside], hours.days).astype(np.float64)


def _first_stress(hours: Hours, table: Columns) -> Floats:
    levels = np.full(hours.days, np.nan)
    latest_first = np.argsort(table.stress_at, kind="stable")[::-1]
    day = hours.day_of(table.stress_at[latest_first])
    inside = (day >= 0) & (day < hours.days)
    # Written latest first, so that the first rating of a day is the one that stays.
    levels[day[inside]] = table.stress_level[latest_first][inside]
    return levels


def _slept(hours: Hours, table: Columns, days: CompleteDays) -> Floats:
    slept = np.full(hours.days, np.nan)
    complete = np.isin(table.day, days.ordinals)
    slept[table.day[complete] - hours.first_day] = table.day_sleep_hours[complete]
    return slept
