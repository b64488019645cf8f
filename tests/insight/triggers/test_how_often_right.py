"""A small form of ``python -m tests.simulate``: fixed seeds, through the public function, in one process."""

import pytest

from tests.simulate import Bands, Outcome, as_lines, outcome_of, outside
from tests.simulated import Scenario

DIARIES = 80
# Of 80 diaries with 5 % each, 12 or more come up once in some thousand.
SMALL = Bands(
    most_false=11 / DIARIES,
    least_coverage=0.86,
    most_coverage=1.0,
    median_within=0.2,
    least_power={"exercise 3": 0.66},
)


def found_in(scenario: Scenario) -> Outcome:
    return outcome_of(scenario, [(99, seed) for seed in range(DIARIES)])


@pytest.mark.parametrize(
    "scenario",
    [
        pytest.param(Scenario("", 1.0), id="nothing acts"),
        pytest.param(Scenario("", 3.0, spread=0.9), id="nothing acts and days differ widely"),
        pytest.param(
            Scenario("", 1.0, unchecked_quiet=0.4), id="nothing acts and quiet days are not recorded"
        ),
        pytest.param(Scenario("exercise 3", 0.3, ratios=(3.0, *(1.5,) * 4)), id="exercise triples"),
    ],
)
def test_the_intervals_are_right_as_often_as_they_say(scenario: Scenario) -> None:
    assert outside(found_in(scenario), SMALL) == []


def test_the_check_finds_intervals_that_are_wrong() -> None:
    found = found_in(Scenario("exercise 3", 1.0, ratios=(3.0, *(1.5,) * 4)))
    claimed = Scenario("exercise 3", 1.0)
    wrong = Outcome(claimed, found.ratio, found.low, found.high, found.likely)
    problems = " ".join(outside(wrong, SMALL))
    for words in ("without 1", "hold the true ratio", "times the true ratio", "any likely"):
        assert words in problems
    assert "exercise found in" not in problems
    none = Outcome(claimed, found.ratio, found.low * 0, found.high, found.likely)
    assert "exercise found in 0.0%" in outside(none, SMALL)


def test_the_table_has_a_line_for_each_figure() -> None:
    lines = list(as_lines(outcome_of(Scenario("a name", 0.3), [(1, 1), (1, 2)])))
    assert lines[0].startswith("a name (2 diaries")
    assert len(lines) == 6
