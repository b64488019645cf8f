"""From an interval to a verdict."""

from math import inf

import pytest

from twitchlog.insight.triggers.analysis import widened
from twitchlog.insight.triggers.comparison import Need
from twitchlog.insight.triggers.exact import Exact
from twitchlog.insight.triggers.fit import two_sided_p
from twitchlog.insight.triggers.verdict import holm, more_days_to_compare, more_days_to_narrow, verdict


@pytest.mark.parametrize(
    ("low", "high", "p_holm", "expected"),
    [
        (1.01, 3, 0.049, "likely-more"),
        (1.01, 3, 0.05, "maybe-more"),
        (0.2, 0.99, 0.049, "likely-less"),
        (0.2, 0.99, 0.05, "maybe-less"),
        (0, 0.6, 0.01, "likely-less"),
        (2.6, inf, 0.01, "likely-more"),
        (0.5, 2, 1, "no-big-effect"),
        (0.49, 2, 1, "cannot-tell"),
        (0.5, 2.01, 1, "cannot-tell"),
        (1, 2, 0.05, "no-big-effect"),
        (0, inf, 1, "cannot-tell"),
    ],
)
def test_the_verdict(low: float, high: float, p_holm: float, expected: str) -> None:
    assert verdict(low, high, p_holm) == expected


def test_holm_multiplies_by_how_many_are_left_and_never_falls() -> None:
    assert holm([0.04, None, 0.01, 0.02, 0.5]) == pytest.approx([0.08, None, 0.04, 0.06, 0.5])
    assert holm([0.9, 0.8]) == pytest.approx([1.0, 1.0])
    assert holm([None, None]) == [None, None]
    assert holm([0.03, 0.03, 0.001]) == pytest.approx([0.06, 0.06, 0.003])


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        pytest.param(0.4001, 2.3649, 54, id="the made diary's sitting"),
        pytest.param(0.5, 2.1, 14, id="nearly there: two weeks at least"),
        pytest.param(0.1, 9, 184, id="over half a year"),
        pytest.param(0, 3, None, id="a limit of nothing"),
        pytest.param(0.3, inf, None, id="an infinite limit"),
    ],
)
def test_more_days_until_the_interval_is_narrow(low: float, high: float, expected: int | None) -> None:
    assert more_days_to_narrow(83, low, high) == expected


@pytest.mark.parametrize(
    ("days", "have", "expected"),
    [
        pytest.param(40, (15, 6, 6, 9, 9), 14, id="onsets are short: 40 x 5 / 15, rounded up"),
        pytest.param(20, (20, 5, 5, 6, 6), 8, id="only days are short"),
        pytest.param(20, (10, 5, 5, 6, 6), 20, id="the scarcest decides"),
        pytest.param(40, (21, 5, 5, 3, 9), 40, id="days with it are short"),
        pytest.param(30, (2, 1, 1, 3, 3), 184, id="over half a year"),
        pytest.param(40, (30, 0, 9, 9, 9), None, id="nothing of one"),
        pytest.param(40, (30, 9, 9, 9, 9), None, id="days are not what is short"),
    ],
)
def test_more_days_until_there_is_enough(days: int, have: tuple[float, ...], expected: int | None) -> None:
    needs = [Need(each, least) for each, least in zip(have, (20, 5, 5, 6, 6), strict=True)]
    assert more_days_to_compare(days, needs) == expected


def test_an_exact_interval_is_widened_around_its_ratio_and_its_p_grows() -> None:
    wide = widened(Exact(b=0.5, low=0.1, high=1.1, p=two_sided_p(2.0)), 1.5)
    assert (wide.b, wide.low, wide.high) == pytest.approx((0.5, -0.1, 1.4))
    assert wide.p == pytest.approx(two_sided_p(2.0 / 1.5))


@pytest.mark.parametrize("p", [0.0, 1.0, 1e-300])
def test_a_p_at_the_edge_stays_a_p(p: float) -> None:
    assert 0 <= widened(Exact(0.5, 0.1, 1.1, p), 2.0).p <= 1


def test_an_interval_is_never_made_narrower() -> None:
    narrow = Exact(0.5, 0.1, 1.1, 0.03)
    assert widened(narrow, 0.9) is narrow
