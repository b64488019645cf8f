"""What a ratio and its interval amount to: the correction for looking at five, the verdict, the days still needed."""

from collections.abc import Sequence
from enum import StrEnum
from math import ceil, isfinite, log

from twitchlog.insight.triggers.comparison import LEAST_DAYS, Need

LEAST_CERTAIN_P = 0.05
BIG = 2.0
LEAST_MORE_DAYS, MOST_MORE_DAYS = 14, 183
MORE_THAN_HALF_A_YEAR = MOST_MORE_DAYS + 1


class Verdict(StrEnum):
    """What the diary says of one exposure."""

    LIKELY_MORE = "likely-more"
    LIKELY_LESS = "likely-less"
    MAYBE_MORE = "maybe-more"
    MAYBE_LESS = "maybe-less"
    NO_BIG_EFFECT = "no-big-effect"
    CANNOT_TELL = "cannot-tell"

    @property
    def linked(self) -> bool:
        """Whether the interval leaves out 1."""
        return self not in {Verdict.NO_BIG_EFFECT, Verdict.CANNOT_TELL}


def holm(ps: Sequence[float | None]) -> list[float | None]:
    """Return each p corrected for the number of them (Holm 1979); ``None``, not tested, stays ``None``."""
    tested = sorted((p, place) for place, p in enumerate(ps) if p is not None)
    corrected: list[float | None] = [None] * len(ps)
    highest = 0.0
    for rank, (p, place) in enumerate(tested):
        highest = max(highest, min(1.0, p * (len(tested) - rank)))
        corrected[place] = highest
    return corrected


def verdict(low: float, high: float, p_holm: float) -> Verdict:
    """Return the verdict on the interval of a ratio."""
    certain = p_holm < LEAST_CERTAIN_P
    if low > 1:
        return Verdict.LIKELY_MORE if certain else Verdict.MAYBE_MORE
    if high < 1:
        return Verdict.LIKELY_LESS if certain else Verdict.MAYBE_LESS
    return Verdict.NO_BIG_EFFECT if low >= 1 / BIG and high <= BIG else Verdict.CANNOT_TELL


def more_days_to_narrow(days: int, low: float, high: float) -> int | None:
    """Return about how many more complete days would bring the interval within a factor of two either way.

    At least 14; 184 means more than half a year; ``None`` if a limit is 0 or infinite, so that it has no width.
    """
    if low <= 0 or not isfinite(high):
        return None
    half = log(high / low) / 2
    return _at_most(max(LEAST_MORE_DAYS, ceil(days * ((half / log(BIG)) ** 2 - 1))))


def more_days_to_compare(days: int, needs: Sequence[Need]) -> int | None:
    """Return about how many more complete days the minimum takes at the pace so far.

    184 means more than half a year; ``None`` if there is none of something, or if days are not what is short.
    """
    if any(need.have <= 0 for need in needs):
        return None
    short = [ceil(days * (need.least - need.have) / need.have) for need in needs if need.have < need.least]
    if days < LEAST_DAYS:
        short.append(LEAST_DAYS - days)
    return _at_most(max(short)) if short else None


def _at_most(days: int) -> int:
    return min(days, MORE_THAN_HALF_A_YEAR)
