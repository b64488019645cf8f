"""The exact method for two rates in strata, where the fit has no answer (Martin and Austin 1996, mid-P)."""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf, log

import numpy as np

from twitchlog.insight.columns import Floats, Ints, sums

TAIL = 0.025
FARTHEST, HALVINGS = 20.0, 60
NEGLIGIBLE = 1e-40


@dataclass(frozen=True, slots=True)
class Tables:
    """Informative strata with onsets: onsets ``m`` of both sides, hours ``t1`` exposed and ``t0`` not; shape (strata,).

    ``exposed_onsets`` is the sum over all of them.
    """

    exposed_onsets: int
    m: Ints
    t1: Ints
    t0: Ints


@dataclass(frozen=True, slots=True)
class Exact:
    """Log rate ratio and its 95 % mid-P limits, infinite where all onsets were on one side, and the two-sided p."""

    b: float
    low: float
    high: float
    p: float


def exact(tables: Tables) -> Exact | None:
    """Return the exact answer; ``None`` if no stratum with both kinds of hours has an onset."""
    most, seen = int(tables.m.sum()), tables.exposed_onsets
    if not most:
        return None
    odds = tables.t0 / tables.t1

    def expected(b: float) -> float:
        return float((tables.m * _share(odds, b)).sum())

    # The distributions for all b are tilts of one: made where the onsets seen, or nearly so, are expected.
    centre = _root(lambda b: expected(b) - min(max(seen, 0.5), most - 0.5))
    first, log_chances = _distribution(tables.m, odds, centre)
    counts = np.arange(first, first + len(log_chances))

    def tails(b: float) -> tuple[float, float]:
        """Return the mid-P chances of fewer and of more than the exposed onsets seen."""
        tilted = log_chances + (b - centre) * (counts - seen)
        chances = np.exp(tilted - tilted.max())
        middle = chances[counts == seen].sum() / 2
        whole = chances.sum()
        return (
            float((chances[counts < seen].sum() + middle) / whole),
            float((chances[counts > seen].sum() + middle) / whole),
        )

    return Exact(
        b=-inf if seen == 0 else inf if seen == most else centre,
        low=-inf if seen == 0 else _root(lambda b: tails(b)[1] - TAIL),
        high=inf if seen == most else _root(lambda b: TAIL - tails(b)[0]),
        p=min(1.0, 2 * min(tails(0.0))),
    )


def _share(odds: Floats, b: float) -> Floats:
    share: Floats = 1 / (1 + odds * np.exp(-b))
    return share


def _root(rising: Callable[[float], float]) -> float:
    low, high = -FARTHEST, FARTHEST
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if rising(middle) > 0 else (middle, high)
    return (low + high) / 2


def _distribution(m: Ints, odds: Floats, b: float) -> tuple[int, Floats]:
    """Return the smallest likely number of exposed onsets, and the log chances of it and the ones that follow.

    Strata with the same odds are one binomial; numbers less likely than 1e-40 are left out.
    """
    first, chances = 0, np.ones(1)
    different, which = np.unique(odds, return_inverse=True)
    log_factorial = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, int(m.sum()) + 1)))])
    for odd, count in zip(different, sums(which, m).astype(np.int64), strict=True):
        k = np.arange(count + 1)
        choices = log_factorial[count] - log_factorial[k] - log_factorial[count - k]
        # log q and log (1 - q) as they are, not from q: near 0 and 1 nothing is lost.
        log_q, log_rest = -np.logaddexp(0, log(odd) - b), -np.logaddexp(0, b - log(odd))
        begins, one = _trimmed(np.exp(choices + k * log_q + (count - k) * log_rest))
        skipped, chances = _trimmed(np.convolve(chances, one))
        first += begins + skipped
    return first, np.log(chances)


def _trimmed(chances: Floats) -> tuple[int, Floats]:
    kept = np.flatnonzero(chances > NEGLIGIBLE)
    return int(kept[0]), chances[kept[0] : kept[-1] + 1]
