from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import NOON
from twitchlog.insight.flags.spans import Spans

START = int(NOON.timestamp())


@given(st.lists(st.tuples(st.integers(-50, 50), st.integers(-5, 30)), max_size=8), st.integers(-60, 90))
def test_a_moment_is_in_if_any_stretch_holds_it(stretches: list[tuple[int, int]], second: int) -> None:
    spans = Spans.of((START + first, START + first + length) for first, length in stretches)
    inside = any(first <= second <= first + length for first, length in stretches)
    assert (NOON + timedelta(seconds=second) in spans) is inside
