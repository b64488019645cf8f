"""Before any data: about how many complete days it takes to see an effect of a size, by how often one twitches."""

from math import ceil, log

from twitchlog.insight.triggers.comparison import LEAST_DAYS
from twitchlog.insight.triggers.fit import Z

FOUR_IN_FIVE = 0.8416212335729143
"""The normal deviate of 80 %."""

SHARE = 0.15
"""Exposed part of the waking hours: that of exercise on four days of ten, with its 8 hours."""

COST_OF_CARE, FIRST_DAYS = 1.3, 20
"""What it takes beyond two plain rates: comparing at the same times of day only, wider intervals, and a start.

Fitted to simulated diaries in which exercise alone acts. At the days it gives, 79 to 87 % of the intervals lay above
1 (400 diaries each, ratios 1.5 to 3, 0.3 to 3 onsets a day, up to 369 days).
"""

PER_DAY = (0.3, 1.0, 3.0)
RATIOS = (1.5, 2.0, 3.0)


def days_needed(per_day: float, ratio: float, share: float = SHARE) -> int:
    """Return complete days after which four diaries in five show a true ratio, at least 28.

    Args:
        per_day: onsets a day without the exposure, above 0.
        ratio: the true ratio, not 1.
        share: exposed part of the waking hours, between 0 and 1.
    """
    per_day_variance = (1 / (share * ratio) + 1 / (1 - share)) / per_day
    plain = ((Z + FOUR_IN_FIVE) / log(ratio)) ** 2 * per_day_variance
    return max(LEAST_DAYS, ceil(COST_OF_CARE * plain + FIRST_DAYS))


def days_needed_table() -> tuple[tuple[float, tuple[int, ...]], ...]:
    """Return, for each number of onsets a day in ``PER_DAY``, the days for each ratio in ``RATIOS``."""
    return tuple((per_day, tuple(days_needed(per_day, ratio) for ratio in RATIOS)) for per_day in PER_DAY)
