"""The made diary gives the reference figures, from the records to the contract's JSON."""

from dataclasses import dataclass

import numpy as np
import pytest

from tests.insight.triggers.made_diary import made_records, without_late_mornings
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode
from twitchlog.insight.columns import columns
from twitchlog.insight.triggers import triggers
from twitchlog.insight.triggers.analysis import joint_rows
from twitchlog.insight.triggers.bins import bins, onsets
from twitchlog.insight.triggers.exposures import Hours
from twitchlog.insight.triggers.fit import fit


@dataclass(frozen=True)
class Expected:
    """One row of the reference table."""

    exposure: str
    exposed: tuple[int, float]
    unexposed: tuple[float, float]
    ratio: tuple[float, float, float]
    p: tuple[float, float]
    verdict: str
    more_days: int | None = None
    method: str = "conditional-poisson"


WHOLE = [
    Expected(
        "exercise", (31, 125), (21.7, 289), (3.8024, 1.8847, 7.6713), (0.000192, 0.000958), "likely-more"
    ),
    Expected("caffeine", (40, 633), (27.1, 347), (0.9293, 0.5403, 1.5984), (0.791044, 1), "no-big-effect"),
    Expected("stress", (59, 651), (32, 605), (1.8457, 1.1938, 2.8535), (0.005834, 0.023336), "likely-more"),
    Expected("sitting", (8, 167), (17.6, 327), (0.9728, 0.4001, 2.3649), (0.951442, 1), "cannot-tell", 54),
    Expected("short_sleep", (29, 361), (58.5, 795), (0.9627, 0.5979, 1.5499), (0.875543, 1), "no-big-effect"),
]
WITHOUT = [
    Expected(
        "exercise", (31, 125), (21.7, 289), (3.7738, 1.8417, 7.7328), (0.000285, 0.001426), "likely-more"
    ),
    Expected(
        "caffeine", (38, 633), (17.7, 347), (1.2651, 0.6658, 2.4039), (0.472771, 0.945541), "cannot-tell", 14
    ),
    Expected("stress", (52, 651), (31.8, 605), (1.6033, 1.023, 2.5129), (0.03949, 0.118471), "maybe-more"),
    Expected(
        "sitting",
        (0, 167),
        (17.6, 327),
        (0, 0, 0.6142),
        (0.012188, 0.048753),
        "likely-less",
        method="exact",
    ),
    Expected(
        "short_sleep",
        (25, 361),
        (55.3, 795),
        (0.8779, 0.53, 1.4544),
        (0.613193, 0.945541),
        "no-big-effect",
    ),
]


def as_row(expected: Expected) -> dict[str, object]:
    window = {"exercise": 8, "caffeine": 6, "sitting": 4}.get(expected.exposure)
    ratio, low, high = expected.ratio
    p, p_holm = expected.p
    return {
        "exposure": expected.exposure,
        "window_h": window,
        "exposed": {"onsets": expected.exposed[0], "hours": expected.exposed[1]},
        "unexposed": {"onsets": expected.unexposed[0], "hours": expected.unexposed[1]},
        "ratio": ratio,
        "low": low,
        "high": high,
        "p": p,
        "p_holm": p_holm,
        "method": expected.method,
        "verdict": expected.verdict,
        "more_days": expected.more_days,
    }


def test_the_whole_diary_gives_the_reference_table() -> None:
    assert triggers(Diary.of(made_records())).row() == {
        "from": "2026-08-25",
        "until": "2026-11-22",
        "complete_days": 83,
        "onsets": 101,
        "triggers": [as_row(each) for each in WHOLE],
    }


def test_no_twitch_after_sitting_gives_the_exact_reference_table() -> None:
    answer = triggers(Diary.of(without_late_mornings(made_records()))).row()
    assert answer["onsets"] == 93
    assert answer["triggers"] == [as_row(each) for each in WITHOUT]


def test_the_bins_are_the_reference_bins() -> None:
    diary = Diary.of(made_records())
    found = bins(diary)
    assert found is not None
    assert sum(1 for _ in diary.every(Episode)) == 132
    assert len(onsets(columns(diary), Hours(found.first.toordinal() - 1, 366, 4))) == 119
    assert (len(found.onsets), len(np.unique(found.stratum)), found.onsets.sum()) == (1306, 59, 101)
    unknown = [(int((~each).sum()), int(found.onsets[~each].sum())) for each in found.known]
    assert unknown == [(0, 0), (0, 0), (46, 8), (0, 0), (144, 6)]


def test_the_model_errors_are_the_reference_errors() -> None:
    found = bins(Diary.of(made_records()))
    assert found is not None
    answer = fit(joint_rows(found, range(5)))
    assert answer is not None
    expected = [0.310945, 0.276693, 0.222297, 0.453236, 0.243001, 0.449001, 0.435380]
    assert np.sqrt(np.diag(answer.v)) == pytest.approx(expected, abs=1e-6)
