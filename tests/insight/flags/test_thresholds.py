import math

import pytest

from twitchlog.domain.errors import RecordError
from twitchlog.domain.settings import DiarySettings
from twitchlog.insight.flags import RULES, THRESHOLDS
from twitchlog.insight.flags.thresholds import Mark, checked_threshold, value


def test_every_threshold_belongs_to_a_rule_and_its_default_may_be_chosen() -> None:
    for name, threshold in THRESHOLDS.items():
        assert threshold.name == name
        assert threshold.rule in RULES
        assert threshold.low <= threshold.default <= threshold.high
        assert not threshold.adjustable or checked_threshold(name, threshold.default) == threshold.default


def test_the_bounds_may_be_chosen_and_nothing_beyond() -> None:
    for threshold in THRESHOLDS.values():
        if threshold.adjustable:
            assert checked_threshold(threshold.name, threshold.low) == threshold.low
            assert checked_threshold(threshold.name, threshold.high) == threshold.high
            for beyond in (threshold.low - 1, threshold.high + 1, math.nan, math.inf):
                with pytest.raises(RecordError, match=f"{threshold.name}: must lie between"):
                    checked_threshold(threshold.name, beyond)


def test_what_comes_from_a_source_cannot_be_changed() -> None:
    guided = [name for name, threshold in THRESHOLDS.items() if threshold.mark is Mark.GUIDANCE]
    assert "persistent_days" in guided
    for name in guided:
        with pytest.raises(RecordError, match="comes from a source"):
            checked_threshold(name, THRESHOLDS[name].default)


def test_a_whole_number_is_whole() -> None:
    with pytest.raises(RecordError, match="cramp_days: is a whole number"):
        checked_threshold("cramp_days", 2.5)
    assert checked_threshold("rising_ratio", 2.5) == 2.5


def test_an_unknown_threshold_is_refused() -> None:
    with pytest.raises(RecordError, match="nonsense: is not a threshold"):
        checked_threshold("nonsense", 1)


def test_a_kept_value_that_may_not_be_chosen_is_not_used() -> None:
    assert value(DiarySettings(thresholds={"cramp_days": 5}), "cramp_days") == 5
    assert value(DiarySettings(thresholds={"cramp_days": 99}), "cramp_days") == 3
    assert value(DiarySettings(thresholds={"persistent_days": 7}), "persistent_days") == 14
    assert value(DiarySettings(), "cramp_days") == 3
