"""Exposed against unexposed hours of one exposure at the same times of day: counts, and whether they suffice."""

from dataclasses import dataclass

import numpy as np

from twitchlog.insight.columns import Bools, Ints, sums

LEAST_DAYS, LEAST_ONSETS, LEAST_EXPECTED, LEAST_SIDE_DAYS = 28, 20, 5.0, 6


@dataclass(frozen=True, slots=True)
class Comparison:
    """What one exposure's informative strata hold; all hours are waking hours at risk of which it is known.

    A stratum is informative if it has exposed and unexposed hours. ``onsets`` counts both, ``exposed_onsets``
    the exposed ones; ``expected`` of all would fall on exposed hours if the exposure changed nothing.
    ``rate`` is the unexposed onsets per hour, standardised to the exposed hours' strata. ``exposed_days`` and
    ``unexposed_days`` count days with such an hour. All are 0 when no stratum is informative.
    """

    onsets: int
    exposed_onsets: int
    expected: float
    exposed_hours: int
    unexposed_hours: int
    rate: float
    exposed_days: int
    unexposed_days: int

    @property
    def mixed(self) -> bool:
        """Whether onsets fell on exposed and on unexposed hours."""
        return 0 < self.exposed_onsets < self.onsets

    @property
    def unexposed_onsets(self) -> float:
        """Onsets that the unexposed hours would give at the exposed hours' times of day; not a whole number."""
        return self.unexposed_hours * self.rate


def comparison(exposed: Bools, known: Bools, onsets: Ints, stratum: Ints, day: Ints) -> Comparison:
    """Return the comparison of exposed with unexposed known bins; arrays of shape (bins,)."""
    size = int(stratum.max()) + 1
    with_, without = exposed & known, ~exposed & known
    t1 = np.bincount(stratum[with_], minlength=size)
    t0 = np.bincount(stratum[without], minlength=size)
    informative = (t1 > 0) & (t0 > 0)
    if not informative.any():
        return Comparison(0, 0, 0.0, 0, 0, 0.0, 0, 0)
    counts = [sums(stratum[side], onsets[side], size)[informative] for side in (with_, without)]
    inside = informative[stratum]
    t1, t0 = t1[informative], t0[informative]
    hours = int(t1.sum())
    return Comparison(
        onsets=round(float(counts[0].sum() + counts[1].sum())),
        exposed_onsets=round(float(counts[0].sum())),
        expected=float(((counts[0] + counts[1]) * t1 / (t1 + t0)).sum()),
        exposed_hours=hours,
        unexposed_hours=int(t0.sum()),
        rate=float((t1 * counts[1] / t0).sum()) / hours,
        exposed_days=_distinct(day[with_ & inside]),
        unexposed_days=_distinct(day[without & inside]),
    )


def _distinct(sorted_numbers: Ints) -> int:
    return int(np.count_nonzero(np.diff(sorted_numbers))) + 1


@dataclass(frozen=True, slots=True)
class Need:
    """One minimum: how much there is, and how much is needed."""

    have: float
    least: float


def needs(found: Comparison, onsets: int) -> tuple[Need, ...]:
    """Return the minima that grow with the number of days; ``onsets`` are those of all bins at risk."""
    return (
        Need(onsets, LEAST_ONSETS),
        Need(found.expected, LEAST_EXPECTED),
        Need(found.onsets - found.expected, LEAST_EXPECTED),
        Need(found.exposed_days, LEAST_SIDE_DAYS),
        Need(found.unexposed_days, LEAST_SIDE_DAYS),
    )


def enough(found: Comparison, onsets: int, days: int) -> bool:
    """Return whether there is enough to compare: 28 complete days and every other minimum."""
    return days >= LEAST_DAYS and all(need.have >= need.least for need in needs(found, onsets))
