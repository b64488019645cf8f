"""The same numbers as others got from the same data, to the printed digit."""

from math import exp

import numpy as np
import pytest

from twitchlog.insight.triggers.exact import Tables, exact
from twitchlog.insight.triggers.fit import Rows, Z, fit, t_quantile

BOTH = ((17, 20, 100025, 122268), (8, 9, 78531, 77932))


def tables(*strata: tuple[int, int, int, int]) -> Tables:
    a, m, t1, t0 = np.array(strata).T
    return Tables(int(a.sum()), m, t1, t0)


@pytest.mark.parametrize(
    ("strata", "ratio", "low", "high"),
    [
        pytest.param(BOTH[:1], 6.927, 2.210, 29.63, id="first"),
        pytest.param(BOTH[1:], 7.939, 1.270, 177.6, id="second"),
        pytest.param(((25, 29, 178556, 200200),), 7.008, 2.616, 23.57, id="as one"),
        pytest.param(BOTH, 7.185, 2.681, 24.18, id="stratified"),
    ],
)
def test_the_exact_method_gives_openepis_mid_p_figures(
    strata: tuple[tuple[int, int, int, int], ...], ratio: float, low: float, high: float
) -> None:
    answer = exact(tables(*strata))
    assert answer is not None
    found = [exp(answer.b), exp(answer.low), exp(answer.high)]
    assert found == pytest.approx([ratio, low, high], rel=3e-4)


def test_the_exact_p_is_openepis() -> None:
    answer = exact(tables(*BOTH))
    assert answer is not None
    assert answer.p == pytest.approx(0.00001261, rel=1e-3)


def vaccination_rows() -> Rows:
    """Whitaker et al. 2006: ten children, days of age 366 to 730, MMR and meningitis; a bin is a day."""
    event = np.array([398, 413, 449, 455, 472, 474, 485, 524, 700, 399])
    vaccination = np.array([458, 392, 429, 433, 432, 395, 470, 496, 428, 716])
    child, age = (each.ravel() for each in np.meshgrid(np.arange(10), np.arange(366, 731), indexing="ij"))
    since = age - vaccination[child]
    in_window = (since >= 15) & (since <= 35)
    return Rows(
        x=np.stack([in_window, age >= 548], axis=1).astype(np.float64),
        alike=in_window * 2 + (age >= 548),
        onsets=(age == event[child]).astype(np.int64),
        stratum=child,
        day=child * 365 + age - 366,
        week=(child * 365 + age - 366) // 7,
        days=3650,
        weeks=522,
    )


def test_the_joint_fit_gives_the_self_controlled_case_series_figures() -> None:
    answer = fit(vaccination_rows())
    assert answer is not None
    error = np.sqrt(np.diag(answer.v))
    assert answer.b == pytest.approx([2.487975, -1.490576], abs=1e-6)
    assert error == pytest.approx([0.708488, 1.118240], abs=1e-6)
    assert np.exp(answer.b) == pytest.approx([12.037, 0.225], abs=5e-4)
    assert np.exp(answer.b - Z * error) == pytest.approx([3.002, 0.025], abs=5e-4)
    assert np.exp(answer.b + Z * error) == pytest.approx([48.259, 2.016], abs=5e-4)


@pytest.mark.parametrize(("n", "expected"), [(3, 3.1590), (5, 2.5678), (12, 2.1787), (25, 2.0595)])
def test_students_t_is_near_enough(n: int, expected: float) -> None:
    assert t_quantile(n) == pytest.approx(expected, abs=5e-5)


def test_students_t_never_has_fewer_than_two_degrees_of_freedom() -> None:
    assert t_quantile(0) == t_quantile(1) == t_quantile(2)
