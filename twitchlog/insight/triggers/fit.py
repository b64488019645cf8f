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
    """Bins to fit: ``x`` of shape (bins, columns), the others (bins,), days in order; a week is whole days.

    Bins of one stratum with the same number ``alike`` have the same ``x``, so that they can be taken together.
    ``days`` and ``weeks`` are how many of each have a bin at risk, also where no bin is left in these rows.
    """

    x: Floats
    alike: Ints
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
    """At some coefficients: expected onsets in a bin of each cell, its centred columns, and the information matrix."""

    mu: Floats
    centred: Floats
    information: Floats


def fit(rows: Rows) -> Fit | None:
    """Return the fit by Newton steps; ``None`` if it failed: no end, a runaway coefficient, columns that agree."""
    cells = _Cells(rows)
    b = np.zeros(rows.x.shape[1])
    for _ in range(MOST_STEPS):
        state = cells.state(b)
        if not _invertible(state.information):
            return None
        step = _solution(state.information, state.centred.T @ cells.onsets)
        b = b + np.clip(step, -LARGEST_STEP, LARGEST_STEP)
        if not np.all(np.abs(b) <= LARGEST_COEFFICIENT):
            return None
        if np.max(np.abs(step)) < SMALL_STEP:
            return _finished(cells, b)
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


class _Cells:
    """Bins of the same stratum and the same columns, taken together; strata without onsets have no say."""

    def __init__(self, rows: Rows) -> None:
        self.totals = sums(rows.stratum, rows.onsets)
        self.used = self.totals[rows.stratum] > 0
        self.rows = rows
        stratum, alike = rows.stratum[self.used], rows.alike[self.used]
        self.of_bin, count = _numbered(stratum * (int(rows.alike.max()) + 1) + alike)
        self.bins = np.bincount(self.of_bin, minlength=count)
        self.onsets = sums(self.of_bin, rows.onsets[self.used], count)
        self.stratum = np.zeros(count, dtype=np.int64)
        self.stratum[self.of_bin] = stratum
        self.x = np.zeros((count, rows.x.shape[1]))
        self.x[self.of_bin] = rows.x[self.used]

    def state(self, b: Floats) -> _State:
        """Return expected onsets, centred columns and information at the coefficients ``b``."""
        weight = np.exp(self.x @ b)
        share = weight / self._by_stratum(weight)[self.stratum]
        means = np.stack([self._by_stratum(share * column) for column in self.x.T])
        centred = self.x - means.T[self.stratum]
        mu = self.totals[self.stratum] * share
        return _State(mu, centred, centred.T @ ((self.bins * mu)[:, None] * centred))

    def _by_stratum(self, per_bin: Floats) -> Floats:
        return sums(self.stratum, self.bins * per_bin, len(self.totals))


def _numbered(key: Ints) -> tuple[Ints, int]:
    """Return the number of each key among the different ones, and how many there are."""
    if not len(key):
        return key, 0
    if int(key.max()) > 50 * len(key):
        different, number = np.unique(key, return_inverse=True)
        return number, len(different)
    # Counting is several times faster than the sorting that numpy.unique does.
    number = np.cumsum(np.bincount(key) > 0) - 1
    return number[key], int(number[-1]) + 1


def _invertible(information: Floats) -> bool:
    if not np.all(np.isfinite(information)):
        return False
    sizes = _sizes(information)
    return bool(sizes[-1] > 0 and sizes[0] * LARGEST_CONDITION >= sizes[-1])


def _sizes(information: Floats) -> Floats:
    """Return the eigenvalues, the smallest first, of a matrix or of each of many."""
    # Most fits are of one column, and asking LAPACK about a single number takes ten times as long as looking at it.
    if information.shape[-1] == 1:
        return information[..., 0]
    return np.asarray(np.linalg.eigvalsh(information), dtype=np.float64)


def _solution(information: Floats, right: Floats) -> Floats:
    """Return what the information times it gives the right side, for one or for each of many."""
    if information.shape[-1] == 1:
        return right / information[..., 0]
    return np.asarray(np.linalg.solve(information, right[..., None])[..., 0], dtype=np.float64)


def _finished(cells: _Cells, b: Floats) -> Fit | None:
    state, rows = cells.state(b), cells.rows
    if not _invertible(state.information):
        return None
    v = np.linalg.inv(state.information).astype(np.float64)
    by_day, by_week = _clusters(cells, state)
    days, weeks = rows.days, rows.weeks
    half: Floats = np.maximum.reduce([
        Z * np.sqrt(np.diag(v)),
        Z * np.sqrt((days - 1) / days * _jackknife(state.information, v, by_day)),
        t_quantile(weeks - 1) * np.sqrt((weeks - 1) / weeks * _jackknife(state.information, v, by_week)),
    ])  # fmt: skip
    return Fit(b, v, half)


@dataclass(frozen=True, slots=True)
class _Clusters:
    """What each cluster of bins adds to the score, shape (clusters, columns), and to the information."""

    score: Floats
    information: Floats


def _clusters(cells: _Cells, state: _State) -> tuple[_Clusters, _Clusters]:
    """Return the days and the weeks."""
    rows, of_bin = cells.rows, cells.of_bin
    day, week = rows.day[cells.used], rows.week[cells.used]
    begins = _begins(day)
    mu, centred = state.mu[of_bin], state.centred[of_bin]
    score = np.add.reduceat(centred * (rows.onsets[cells.used] - mu)[:, None], begins)
    products = (state.mu[:, None] * state.centred)[:, :, None] * state.centred[:, None, :]
    information = np.add.reduceat(products[of_bin], begins)
    of_weeks = _begins(week[begins])
    return _Clusters(score, information), _Clusters(
        np.add.reduceat(score, of_weeks), np.add.reduceat(information, of_weeks)
    )


def _begins(in_order: Ints) -> Ints:
    return np.concatenate([[0], np.flatnonzero(np.diff(in_order)) + 1])


def _jackknife(information: Floats, v: Floats, clusters: _Clusters) -> Floats:
    """Return the sum of squared changes of ``b`` when each cluster in turn is left out, by one Newton step.

    A cluster without which some column has nothing left keeps the information of all instead.
    """
    left = information - clusters.information
    # A cluster with under half of what is known in every direction needs no closer look.
    doubtful = np.flatnonzero(np.einsum("ij,gji->g", v, clusters.information) > 0.5)
    sizes = _sizes(left[doubtful])
    largest = _sizes(information)[-1]
    left[doubtful[sizes[:, 0] * LARGEST_CONDITION < largest]] = information
    change = _solution(left, clusters.score)
    return np.asarray((change**2).sum(axis=0))
