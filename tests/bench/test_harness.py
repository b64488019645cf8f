"""The benchmark itself: turns are fair, and the table says what the numbers say."""

import pickle
from collections.abc import Callable

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from tests.bench.charts import draw
from tests.bench.measure import Times, alternating
from tests.bench.table import Row, as_json, as_text, not_measured


def a_work(name: str, done: list[str], ms: float) -> Callable[[], float]:
    def run() -> float:
        done.append(name)
        return ms / 1000

    return run


def test_each_round_begins_with_another_work_and_the_first_does_not_count() -> None:
    done: list[str] = []
    a, b = alternating(2, a_work("a", done, 3), a_work("b", done, 5))
    assert "".join(done) == "abbaab"
    assert a.ms == pytest.approx((3, 3))
    assert b.ms == pytest.approx((5, 5))


def test_the_slow_one_of_a_hundred_is_seen_but_not_the_slowest() -> None:
    assert Times((1.0,) * 98 + (50.0, 900.0)).p99 == pytest.approx(58.5)
    assert Times((1.0, 2.0, 900.0)).p99 == 900


def test_the_floor_of_the_charts_draws_the_figures_it_makes() -> None:
    figure = Figure(figsize=(1, 1))
    figure.text(0.1, 0.5, "drawn")
    (made,) = draw(pickle.dumps([figure]))
    assert isinstance(made.canvas, FigureCanvasAgg)
    assert min(bytes(made.canvas.buffer_rgba())) < 100  # type: ignore[no-untyped-call]  # matplotlib leaves it untyped


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        (Row(work="w", budget="<= 2x", result=19.0, floor=10.0, most=20.0), "holds"),
        (Row(work="w", budget="<= 2x", result=20.1, floor=10.0, most=20.0), "OVER"),
        (Row(work="w", budget="", result=20.0), "no budget"),
        (not_measured("w", "<= 2x", "no window"), "not measured: no window"),
    ],
)
def test_the_verdict_follows_from_the_numbers(row: Row, verdict: str) -> None:
    assert row.verdict == verdict
    assert as_json([row])[0]["verdict"] == verdict
    assert as_text([row]).splitlines()[1].endswith(verdict)


def test_the_ratio_is_shown_beside_its_floor() -> None:
    line = as_text([Row(work="save", budget="<= 2x", result=15.0, floor=10.0, floor_is="raw", most=20.0)])
    assert line.splitlines()[1].split() == [
        "save",
        "15",
        "ms",
        "10",
        "raw",
        "1.50x",
        "<=",
        "2x",
        "20",
        "holds",
    ]
