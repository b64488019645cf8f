"""What goes with what, against statsmodels on the same bins."""

import warnings
from importlib import import_module
from importlib.util import find_spec

import numpy as np

from tests.bench.diaries import Diaries
from tests.bench.measure import Times, alternating, computed, timed
from tests.bench.table import Row, not_measured
from twitchlog.domain.diary import Diary
from twitchlog.insight.triggers import triggers
from twitchlog.insight.triggers.analysis import answers, joint_rows
from twitchlog.insight.triggers.bins import bins
from twitchlog.insight.triggers.exposures import EXPOSURES
from twitchlog.insight.triggers.fit import Rows

FASTER = 20


def rows(diaries: Diaries) -> list[Row]:
    """Measure the answers from the bins of a year, and the whole analysis of diaries whose columns are known."""
    year, large = diaries.value(diaries.year), diaries.value(diaries.large)
    of_all, of_half = alternating(
        7, computed(lambda: triggers(large)), computed(lambda: triggers(diaries.value(diaries.large // 2)))
    )
    return [
        _against_statsmodels(diaries, year),
        Row(
            work=f"triggers, {diaries.large:,} episodes",
            unit="ms CPU",
            result=of_all.median,
            budget="<= 1 s",
            most=1_000.0,
        ),
        Row(
            work="triggers, the diary doubled",
            unit="ms CPU",
            result=of_all.median,
            floor=of_half.median,
            floor_is=f"{diaries.large // 2:,} episodes",
            budget="<= 2x",
            most=2 * of_half.median,
        ),
    ]


def _against_statsmodels(diaries: Diaries, year: Diary) -> Row:
    work, budget = (
        f"triggers from the bins, {diaries.year:,} episodes of a year",
        f"at least {FASTER}x faster",
    )
    if find_spec("statsmodels") is None:
        return not_measured(work, budget, "statsmodels is not installed: uv sync --group oracle")
    found = bins(year)
    if found is None:
        raise RuntimeError("the made-up year has no complete days")
    fitted = joint_rows(found, range(len(EXPOSURES)))
    ours, conditional, dummies = alternating(
        diaries.rounds(),
        timed(lambda: answers(found)),
        timed(lambda: _conditional(fitted)),
        timed(lambda: _dummies(fitted)),
    )
    floor: Times = min(conditional, dummies, key=lambda each: each.median)
    return Row(
        work=work,
        result=ours.median,
        floor=floor.median,
        floor_is="ConditionalPoisson" if floor is conditional else "GLM with a dummy per stratum",
        budget=budget,
        most=floor.median / FASTER,
    )


def _conditional(fitted: Rows) -> None:
    models = import_module("statsmodels.discrete.conditional_models")
    with warnings.catch_warnings():
        # It says which strata tell nothing; ours leaves them out as well.
        warnings.simplefilter("ignore")
        models.ConditionalPoisson(fitted.onsets, fitted.x, groups=fitted.stratum).fit(disp=False)


def _dummies(fitted: Rows) -> None:
    api = import_module("statsmodels.api")
    _, stratum = np.unique(fitted.stratum, return_inverse=True)
    dummies = np.zeros((len(stratum), int(stratum.max()) + 1))
    dummies[np.arange(len(stratum)), stratum] = 1.0
    # A stratum without onsets has no finite coefficient and says nothing about the exposures.
    heard = dummies.T @ fitted.onsets > 0
    used = heard[stratum]
    design = np.hstack([fitted.x, dummies[:, heard]])[used]
    api.GLM(fitted.onsets[used], design, family=api.families.Poisson()).fit()
