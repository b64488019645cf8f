"""Before any data."""

import numpy as np
import pytest

from tests.simulated import Scenario, simulated
from twitchlog.insight.days_needed import PER_DAY, RATIOS, days_needed, days_needed_table
from twitchlog.insight.triggers import triggers


def test_smaller_effects_and_rarer_twitches_take_longer() -> None:
    table = [row for _, row in days_needed_table()]
    assert all(row[0] > row[1] > row[2] for row in table)
    assert all(rare > often for rare, often in zip(table[0], table[2], strict=True))
    assert [per_day for per_day, _ in days_needed_table()] == list(PER_DAY)
    assert len(table[0]) == len(RATIOS)


def test_it_is_never_under_the_minimum() -> None:
    assert days_needed(50, 5) == 28


def test_half_as_many_takes_about_as_long_as_twice_as_many() -> None:
    assert days_needed(1, 0.5) > days_needed(1, 2)


@pytest.mark.parametrize(("per_day", "ratio"), [(1.0, 3.0), (3.0, 2.0)])
def test_after_these_days_about_four_in_five_diaries_show_it(per_day: float, ratio: float) -> None:
    scenario = Scenario("", per_day, ratios=(ratio, 1.0, 1.0, 1.0, 1.0), days=days_needed(per_day, ratio))
    lows = [triggers(simulated(scenario, np.random.default_rng(seed))).rows[0].low for seed in range(60)]
    found = sum(low is not None and low > 1 for low in lows)
    assert 0.65 <= found / 60 <= 0.95
