"""What goes with what: the five exposures of one diary, fitted together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import exp, inf
from statistics import NormalDist

import numpy as np

from twitchlog.domain.diary import Diary
from twitchlog.insight.columns import Bools, Ints, sums
from twitchlog.insight.triggers.bins import Bins, bins, complete_days
from twitchlog.insight.triggers.comparison import Comparison, comparison, enough, needs
from twitchlog.insight.triggers.exact import Exact, Tables, exact
from twitchlog.insight.triggers.exposures import EXPOSURES, WINDOW_H
from twitchlog.insight.triggers.fit import Fit, Rows, Z, fit, two_sided_p
from twitchlog.insight.triggers.result import Method, Side, Trigger, Triggers
from twitchlog.insight.triggers.verdict import (
    Verdict,
    holm,
    more_days_to_compare,
    more_days_to_narrow,
    verdict,
)


def triggers(diary: Diary, first: date | None = None, until: date | None = None) -> Triggers:
    """Return what goes with what on the complete days from ``first`` to ``until``, both included.

    Without them, from the first to the last complete day.
    """
    found = bins(diary, first, until)
    if found is None:
        days = complete_days(diary, first, until)
        nothing = tuple(
            Trigger(exposure=name, window_h=WINDOW_H[name], exposed=Side(0, 0), unexposed=Side(0, 0))
            for name in EXPOSURES
        )
        return Triggers(first, until, len(days.ordinals) if days else 0, 0, nothing)
    return Triggers(found.first, found.until, found.days, int(found.onsets.sum()), answers(found))


@dataclass(frozen=True, slots=True)
class _Estimate:
    """A ratio with its interval and p, before the correction for looking at five."""

    ratio: float
    low: float
    high: float
    p: float
    method: Method


def answers(found: Bins) -> tuple[Trigger, ...]:
    """Return the five rows for these bins."""
    compared = [
        comparison(exposed, known, found.onsets, found.stratum, found.day)
        for exposed, known in zip(found.exposed, found.known, strict=True)
    ]
    onsets = int(found.onsets.sum())
    tested = [j for j, each in enumerate(compared) if enough(each, onsets, found.days)]
    estimates = _estimates(found, compared, tested)
    corrected = holm([each.p if each else None for each in estimates])
    return tuple(
        _trigger(name, each, estimate, p_holm, (found.days, onsets))
        for name, each, estimate, p_holm in zip(EXPOSURES, compared, estimates, corrected, strict=True)
    )


def _trigger(
    name: str, found: Comparison, estimate: _Estimate | None, p_holm: float | None, of_all: tuple[int, int]
) -> Trigger:
    days, onsets = of_all
    plain = Trigger(
        exposure=name,
        window_h=WINDOW_H[name],
        exposed=Side(found.exposed_onsets, found.exposed_hours),
        unexposed=Side(found.unexposed_onsets, found.unexposed_hours),
    )
    if estimate is None or p_holm is None:
        return replace(plain, more_days=more_days_to_compare(days, needs(found, onsets)))
    said = verdict(estimate.low, estimate.high, p_holm)
    open_ = said is Verdict.CANNOT_TELL
    return replace(
        plain,
        ratio=estimate.ratio,
        low=estimate.low,
        high=estimate.high,
        p=estimate.p,
        p_holm=p_holm,
        method=estimate.method,
        verdict=said,
        more_days=more_days_to_narrow(days, estimate.low, estimate.high) if open_ else None,
    )


def _estimates(found: Bins, compared: Sequence[Comparison], tested: Sequence[int]) -> list[_Estimate | None]:
    """Return the estimate of each exposure: from the joint fit where it has one, else exact, else ``None``."""
    estimates: list[_Estimate | None] = [None] * len(EXPOSURES)
    fitted = [j for j in tested if compared[j].mixed]
    joint = fit(joint_rows(found, fitted)) if fitted else None
    for j in tested:
        if joint is not None and j in fitted:
            estimates[j] = _from_fit(joint, fitted.index(j))
        else:
            estimates[j] = _from_exact(found, j, [other for other in tested if other != j])
    return estimates


def joint_rows(found: Bins, fitted: Sequence[int]) -> Rows:
    """Return the rows of the joint fit: a column for each exposure, then one for each that is partly unknown.

    Where the unknown bins of an exposure have no onsets to compare, they are left out instead.
    """
    columns = [found.exposed[j] & found.known[j] for j in fitted]
    everywhere = np.ones_like(found.known[0])
    used = everywhere.copy()
    for j in fitted:
        unknown = ~found.known[j]
        if not unknown.any():
            continue
        if comparison(unknown, everywhere, found.onsets, found.stratum, found.day).mixed:
            columns.append(unknown)
        else:
            used &= found.known[j]
    return rows_of(found, columns, used, found.stratum)


def rows_of(found: Bins, columns: Sequence[Bools], used: Bools, stratum: Ints) -> Rows:
    """Return rows for a fit from some bins, with these 0/1 columns and strata."""
    return Rows(
        x=np.stack(columns, axis=1)[used].astype(np.float64),
        alike=np.sum([column[used] << np.int64(j) for j, column in enumerate(columns)], axis=0),
        onsets=found.onsets[used],
        stratum=stratum[used],
        day=found.day[used],
        week=found.week[used],
        days=_distinct(found.day),
        weeks=_distinct(found.week),
    )


def _distinct(in_order: Ints) -> int:
    return int(np.count_nonzero(np.diff(in_order))) + 1


def _from_fit(joint: Fit, column: int) -> _Estimate:
    b, half = float(joint.b[column]), float(joint.half[column])
    return _Estimate(
        exp(b), exp(b - half), exp(b + half), two_sided_p(Z * b / half), Method.CONDITIONAL_POISSON
    )


def _from_exact(found: Bins, j: int, others: Sequence[int]) -> _Estimate | None:
    """Return the exact estimate within strata in which the other exposures do not vary either."""
    stratum = found.stratum
    for other in others:
        stratum = stratum * 2 + (found.exposed[other] & found.known[other])
    _, stratum = np.unique(stratum, return_inverse=True)
    answer = exact(tables(found, found.exposed[j], found.known[j], stratum))
    if answer is None:
        return None
    if abs(answer.b) < inf:
        alone = fit(rows_of(found, [found.exposed[j]], found.known[j], stratum))
        answer = widened(answer, float(alone.widening[0]) if alone else 1.0)
    return _Estimate(_ratio(answer.b), _ratio(answer.low), _ratio(answer.high), answer.p, Method.EXACT)


def tables(found: Bins, exposed: Bools, used: Bools, stratum: Ints) -> Tables:
    """Return the informative strata with onsets among the used bins."""
    size = int(stratum.max()) + 1
    with_, without = exposed & used, ~exposed & used
    t1, t0 = np.bincount(stratum[with_], minlength=size), np.bincount(stratum[without], minlength=size)
    a = sums(stratum[with_], found.onsets[with_], size)
    m = a + sums(stratum[without], found.onsets[without], size)
    kept = (t1 > 0) & (t0 > 0) & (m > 0)
    return Tables(round(float(a[kept].sum())), m[kept].astype(np.int64), t1[kept], t0[kept])


def widened(answer: Exact, by: float) -> Exact:
    """Return a finite exact answer with its interval and p made wider, as far as days and weeks hang together."""
    if by <= 1:
        return answer
    deviate = NormalDist().inv_cdf(answer.p / 2) if 0 < answer.p < 1 else 0.0
    return Exact(
        b=answer.b,
        low=answer.b - (answer.b - answer.low) * by,
        high=answer.b + (answer.high - answer.b) * by,
        p=two_sided_p(deviate / by) if answer.p > 0 else 0.0,
    )


def _ratio(b: float) -> float:
    return 0.0 if b == -inf else inf if b == inf else exp(b)
