"""Conditional Poisson regression in time strata, with intervals that allow for days and weeks that hang together.

Armstrong, Gasparrini and Tobias 2014; the same estimate as a time-stratified case-crossover (Lu and Zeger 2007).
"""

from dataclasses import dataclass
from math import erfc, sqrt

import numpy as np

from twitchlog.insight.columns import Floats, Ints, sums

Z = 1.959963984540054
"""The normal 97.5 % point."""

LARGEST_STEP, SMALL_STEP, MOST_STEPS = 2.0, 1e-6, 30
LARGEST_COEFFICIENT, LARGEST_CONDITION = 10.0, 1e10


@dataclass(frozen=True, slots=True)
class Rows:
    """Bins to fit: ``x`` of shape (bins, columns), the others (bins,), days in order; weeks may only group days.

    ``days`` and ``weeks`` are how many of each have a bin at risk, also where no bin is left in these rows.
    """

    x: Floats
    onsets: Ints
    stratum: Ints
    day: Ints
    week: Ints
    days: int
    weeks: int


@dataclass(frozen=True, slots=True)
class Fit:
    """Log rate ratios ``b``, the model's covariance ``v``, and half the width of the 95 % interval on that scale."""

    b: Floats
    v: Floats
    half: Floats

    @property
    def widening(self) -> Floats:
        """How many times wider the interval is than the model alone would make it; at least 1."""
        return self.half / (Z * np.sqrt(np.diag(self.v)))


@dataclass(frozen=True, slots=True)
class _State:
    """At some coefficients: expected onsets, centred columns, and the information matrix."""

    mu: Floats
    centred: Floats
    information: Floats


def fit(rows: Rows) -> Fit | None:
    """Return the fit by Newton steps; ``None`` if it failed: no end, a runaway coefficient, columns that agree."""
    strata = _Strata(rows)
    b = np.zeros(strata.x.shape[1])
    for _ in range(MOST_STEPS):
        state = strata.state(b)
        if not _invertible(state.information):
            return None
        step = np.linalg.solve(state.information, state.centred.T @ strata.onsets)
        b = b + np.clip(step, -LARGEST_STEP, LARGEST_STEP)
        if not np.all(np.abs(b) <= LARGEST_COEFFICIENT):
            return None
        if np.max(np.abs(step)) < SMALL_STEP:
            return _finished(strata, b)
    return None


def two_sided_p(deviate: float) -> float:
    """Return the two-sided p of a normal deviate."""
    return erfc(abs(deviate) / sqrt(2))


def t_quantile(n: int) -> float:
    """Return nearly the 97.5 % point of Student's t with ``n``, at least 2, degrees of freedom (Cornish and Fisher)."""
    n = max(n, 2)
    first = (Z**3 + Z) / (4 * n)
    second = (5 * Z**5 + 16 * Z**3 + 3 * Z) / (96 * n**2)
    third = (3 * Z**7 + 19 * Z**5 + 17 * Z**3 - 15 * Z) / (384 * n**3)
    return Z + first + second + third


class _Strata:
    """The bins of strata with onsets: the others have no say."""

    def __init__(self, rows: Rows) -> None:
        totals = sums(rows.stratum, rows.onsets)
        used = totals[rows.stratum] > 0
        self.rows = rows
        self.x = rows.x[used]
        self.onsets = rows.onsets[used].astype(np.float64)
        self.totals = totals
        self.stratum = rows.stratum[used]
        self.day = rows.day[used]
        self.week = rows.week[used]

    def _sums(self, values: Floats) -> Floats:
        return sums(self.stratum, values, len(self.totals))

    def state(self, b: Floats) -> _State:
        weight = np.exp(self.x @ b)
        share = weight / self._sums(weight)[self.stratum]
        means = np.stack([self._sums(share * column) for column in self.x.T])
        centred = self.x - means.T[self.stratum]
        mu = self.totals[self.stratum] * share
        return _State(mu, centred, centred.T @ (mu[:, None] * centred))


def _invertible(information: Floats) -> bool:
    if not np.all(np.isfinite(information)):
        return False
    sizes = np.linalg.eigvalsh(information)
    return bool(sizes[-1] > 0 and sizes[0] * LARGEST_CONDITION >= sizes[-1])


def _finished(strata: _Strata, b: Floats) -> Fit | None:
    state = strata.state(b)
    if not _invertible(state.information):
        return None
    v = np.linalg.inv(state.information).astype(np.float64)
    by_day = _jackknife(strata, state, strata.day)
    by_week = _jackknife(strata, state, strata.week)
    days, weeks = strata.rows.days, strata.rows.weeks
    half: Floats = np.maximum.reduce([
        Z * np.sqrt(np.diag(v)),
        Z * np.sqrt((days - 1) / days * by_day),
        t_quantile(weeks - 1) * np.sqrt((weeks - 1) / weeks * by_week),
    ])  # fmt: skip
    return Fit(b, v, half)


def _jackknife(strata: _Strata, state: _State, cluster: Ints) -> Floats:
    """Return the sum of squared changes of ``b`` when each cluster in turn is left out, by one Newton step."""
    begins = np.concatenate([[0], np.flatnonzero(np.diff(cluster)) + 1])
    scores = state.centred * (strata.onsets - state.mu)[:, None]
    u = np.add.reduceat(scores, begins, axis=0)
    products = (state.mu[:, None] * state.centred)[:, :, None] * state.centred[:, None, :]
    sizes, axes = np.linalg.eigh(state.information - np.add.reduceat(products, begins, axis=0))
    # A cluster without which some column has nothing left keeps the whole diary's information instead.
    whole_sizes, whole_axes = np.linalg.eigh(state.information)
    lost = sizes[:, :1] * LARGEST_CONDITION < whole_sizes[-1]
    sizes = np.where(lost, whole_sizes, sizes)
    axes = np.where(lost[:, :, None], whole_axes, axes)
    turned = np.einsum("gij,gi->gj", axes, u) / sizes
    change = np.einsum("gij,gj->gi", axes, turned)
    return np.asarray((change**2).sum(axis=0))
