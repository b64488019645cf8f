"""A Poisson regression with a dummy for each stratum, by other people's code, gives the same."""

from dataclasses import replace
from itertools import product
from math import comb, exp

import numpy as np
import pytest

from tests.insight.triggers.made_diary import made_records
from twitchlog.domain.diary import Diary
from twitchlog.insight.columns import Floats, Ints
from twitchlog.insight.triggers.analysis import joint_rows
from twitchlog.insight.triggers.bins import bins
from twitchlog.insight.triggers.exact import Tables, exact
from twitchlog.insight.triggers.fit import Rows, Z, fit, t_quantile


def rows_of(x: Floats, onsets: Ints, stratum: Ints, day: Ints) -> Rows:
    """Rows of bins that are each taken alone, in weeks from the first day."""
    days = int(day[-1]) + 1
    return Rows(x, np.arange(len(day)), onsets, stratum, day, day // 7, days, -(-days // 7))


def clumpy_rows(seed: int) -> Rows:
    """Made-up rows: 120 days of 16 hours, three columns, days of very different rates."""
    draw = np.random.default_rng(seed)
    day, hour = np.divmod(np.arange(120 * 16), 16)
    x = (draw.random((len(day), 3)) < [0.3, 0.5, 0.1]).astype(np.float64)
    rate = 0.1 * np.exp(x @ [0.7, -0.4, 0.0] + draw.normal(0, 0.7, 120)[day])
    return rows_of(x, draw.poisson(rate), hour // 2 + 8 * (day // 30), day)


def made_diary_rows() -> Rows:
    found = bins(Diary.of(made_records()))
    assert found is not None
    return joint_rows(found, range(5))


@pytest.mark.parametrize("rows", [made_diary_rows(), clumpy_rows(1), clumpy_rows(2)])
def test_a_glm_with_dummies_agrees(rows: Rows) -> None:
    api = pytest.importorskip("statsmodels.api", reason="the oracle group is not installed")
    answer = fit(rows)
    assert answer is not None
    strata, number = np.unique(rows.stratum, return_inverse=True)
    with_onsets = np.bincount(number, rows.onsets) > 0
    kept = with_onsets[number]
    dummies = np.eye(len(strata))[number][:, with_onsets]
    design = np.hstack([rows.x, dummies])[kept]
    glm = api.GLM(rows.onsets[kept], design, family=api.families.Poisson()).fit(tol=1e-12, maxiter=200)
    columns = rows.x.shape[1]
    assert answer.b == pytest.approx(glm.params[:columns], abs=1e-7)
    assert np.sqrt(np.diag(answer.v)) == pytest.approx(glm.bse[:columns], abs=1e-7)


def test_students_t_agrees() -> None:
    stats = pytest.importorskip("scipy.stats", reason="the oracle group is not installed")
    for n in (4, 8, 12, 30, 52):
        assert t_quantile(n) == pytest.approx(stats.t.ppf(0.975, n), rel=3e-3)


def plain_jackknife(rows: Rows, cluster: Ints, b: Floats) -> float:
    """The sum of squared one-step changes of the first coefficient, written out bin by bin."""
    columns = rows.x.shape[1]
    information = {int(g): np.zeros((columns, columns)) for g in cluster}
    score = {int(g): np.zeros(columns) for g in cluster}
    for s in np.unique(rows.stratum):
        inside = np.flatnonzero(rows.stratum == s)
        weight = np.exp(rows.x[inside] @ b)
        share = weight / weight.sum()
        mean = share @ rows.x[inside]
        for i, p in zip(inside, share, strict=True):
            expected = rows.onsets[inside].sum() * p
            centred = rows.x[i] - mean
            information[int(cluster[i])] += expected * np.outer(centred, centred)
            score[int(cluster[i])] += centred * (rows.onsets[i] - expected)
    whole = np.sum(list(information.values()), axis=0)
    return float(sum(np.linalg.solve(whole - information[g], score[g])[0] ** 2 for g in score))


def rows_where_widest_is(which: str) -> Rows:
    """Rows whose onsets are more regular than chance, or differ from day to day, or from week to week."""
    draw = np.random.default_rng(5)
    day, hour = np.divmod(np.arange(120 * 16), 16)
    x = (draw.random((len(day), 3)) < [0.3, 0.5, 0.1]).astype(np.float64)
    loud = np.zeros(120)
    if which == "days":
        x[:, 0] = (draw.random(120) < 0.4)[day]
        loud = np.where(np.arange(120) % 2, 1.2, -1.2)
    elif which == "weeks":
        x[:, 0] = (draw.random(18) < 0.5)[day // 7]
        loud = draw.normal(0, 1.2, 18)[np.arange(120) // 7]
    rate = 0.1 * np.exp(x @ [0.7, -0.4, 0.0] + loud[day])
    onsets = draw.poisson(rate)
    if which == "model":
        onsets = np.diff(np.floor(np.cumsum(rate)), prepend=0).astype(np.int64)
    return rows_of(x, onsets, hour // 2 + 8 * (day // 30), day)


@pytest.mark.parametrize("which", ["model", "days", "weeks"])
def test_the_interval_is_the_widest_of_model_days_and_weeks(which: str) -> None:
    rows = rows_where_widest_is(which)
    answer = fit(rows)
    assert answer is not None
    by_day = 119 / 120 * plain_jackknife(rows, rows.day, answer.b)
    by_week = 17 / 18 * plain_jackknife(rows, rows.week, answer.b)
    widths = {
        "model": Z * np.sqrt(answer.v[0, 0]),
        "days": Z * np.sqrt(by_day),
        "weeks": t_quantile(17) * np.sqrt(by_week),
    }
    assert max(widths, key=lambda name: widths[name]) == which
    assert answer.half[0] == pytest.approx(widths[which], rel=1e-8)


@pytest.mark.parametrize("columns", [[1], [0, 1]])
def test_a_day_without_which_a_column_has_nothing_counts_by_the_whole_information(columns: list[int]) -> None:
    # The second column varies on the last day only, and the last day has strata of its own.
    day, hour = np.divmod(np.arange(40 * 16), 16)
    x = np.stack([hour % 2 == day % 2, (day == 39) & (hour % 4 == 0)], axis=1).astype(np.float64)
    onsets = ((hour + day) % 3 == 0).astype(np.int64)
    rows = rows_of(x[:, columns], onsets, hour // 8 + 2 * (day == 39), day)
    answer = fit(rows)
    assert answer is not None
    assert np.all(np.isfinite(answer.half))
    assert answer.half[-1] < 2 * Z * np.sqrt(answer.v[-1, -1])


def test_a_column_that_follows_from_another_has_no_fit() -> None:
    rows = clumpy_rows(1)
    twice = replace(rows, x=rows.x[:, [0, 1, 0]])
    assert fit(twice) is None


def test_a_column_with_all_onsets_has_no_fit() -> None:
    rows = clumpy_rows(1)
    separated = replace(rows, x=(rows.onsets > 0)[:, None].astype(np.float64), alike=rows.onsets)
    assert fit(separated) is None


def test_taking_bins_together_that_are_alike_changes_nothing() -> None:
    together = clumpy_rows(2)
    bits = together.x.astype(np.int64) @ np.array([1, 2, 4])
    alone, grouped = fit(together), fit(replace(together, alike=bits))
    far_apart = fit(replace(together, alike=bits, stratum=together.stratum * 3_001))
    assert alone is not None
    for other in (grouped, far_apart):
        assert other is not None
        assert other.b == pytest.approx(alone.b, abs=1e-12)
        assert other.half == pytest.approx(alone.half, abs=1e-12)


def enumerated_tail(tables: Tables, b: float) -> tuple[float, float]:
    """The mid-P chances of at most and at least the onsets seen, from every possible table."""
    below = above = 0.0
    share = 1 / (1 + tables.t0 / tables.t1 * exp(-b))
    for counts in product(*(range(m + 1) for m in tables.m)):
        chance = float(
            np.prod([
                comb(m, k) * q**k * (1 - q) ** (m - k)
                for m, k, q in zip(tables.m.tolist(), counts, share.tolist(), strict=True)
            ])
        )  # fmt: skip
        total = sum(counts)
        below += chance * (1.0 if total < tables.exposed_onsets else 0.5 * (total == tables.exposed_onsets))
        above += chance * (1.0 if total > tables.exposed_onsets else 0.5 * (total == tables.exposed_onsets))
    return below, above


@pytest.mark.parametrize("seen", [1, 4, 9, 12])
def test_exact_limits_are_where_every_possible_table_says(seen: int) -> None:
    tables = Tables(seen, np.array([3, 1, 6, 3]), np.array([5, 2, 9, 1]), np.array([3, 11, 4, 8]))
    answer = exact(tables)
    assert answer is not None
    assert enumerated_tail(tables, answer.low)[1] == pytest.approx(0.025, abs=1e-9)
    assert enumerated_tail(tables, answer.high)[0] == pytest.approx(0.025, abs=1e-9)
    assert answer.p == pytest.approx(min(1, 2 * min(enumerated_tail(tables, 0.0))), abs=1e-9)
