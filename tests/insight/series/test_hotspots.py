import pytest

from tests.helpers import TODAY
from tests.insight.series.diaries import SOME, ago, checked, on_days, year
from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.domain.record import Record
from twitchlog.domain.sites import Side, Site
from twitchlog.insight.series.hotspots import Hotspot, HotspotsSeries, half_words, series, survival


def found_in(twitches: list[Record], without: range = range(0), length: int = 100) -> HotspotsSeries:
    """The hotspots of a diary that is checked on all days but some."""
    days = [checked(ago(n)) for n in range(length) if n not in without]
    return series(Diary.of([*days, *twitches]), year(), TODAY)


def spells(found: HotspotsSeries) -> list[tuple[int, bool, bool]]:
    return [(each.days, each.ended, each.open) for each in found.hotspots]


def a_spell(days: int, *, ended: bool = True) -> Hotspot:
    return Hotspot("Left calf", ago(days - 1), TODAY, ended, open=False)


def test_three_quiet_days_are_the_same_hotspot_and_four_are_not() -> None:
    assert spells(found_in(on_days([54, 50]))) == [(5, True, False)]
    assert spells(found_in(on_days([60, 59, 54, 53]))) == [(2, True, False), (2, True, False)]


def test_a_single_day_is_not_a_hotspot_and_is_counted() -> None:
    found = found_in(on_days([50, 20]))
    assert found.hotspots == ()
    assert "2 single days not shown." in found.explanation


def test_within_three_days_of_the_end_nobody_knows_whether_it_stopped() -> None:
    assert spells(found_in(on_days([5, 3]))) == [(3, False, True)]
    assert spells(found_in(on_days([6, 4]))) == [(3, True, False)]


def test_days_that_were_not_recorded_are_not_quiet() -> None:
    assert spells(found_in(on_days([50, 44]), without=range(46, 49))) == [(7, True, False)]
    assert spells(found_in(on_days([50, 49, 43, 42]))) == [(2, True, False), (2, True, False)]


def test_a_long_hole_leaves_it_open_what_became_of_it() -> None:
    assert spells(found_in(on_days([50, 49]), without=range(30, 49))) == [(2, False, False)]
    assert spells(found_in(on_days([50, 49]), without=range(46, 49))) == [(2, True, False)]
    assert spells(found_in(on_days([50, 49]), without=range(30, 45))) == [(2, True, False)]


def test_days_with_forgotten_twitches_are_not_quiet() -> None:
    rows = [checked(ago(n), SOME if 44 <= n < 49 else None) for n in range(100)]
    found = series(Diary.of([*rows, *on_days([50, 49, 43])]), year(), TODAY)
    assert spells(found) == [(8, True, False)]


def test_both_sides_are_two_hotspots() -> None:
    assert [each.place for each in found_in(on_days([50, 49], side=Side.BOTH)).hotspots] == [
        "Left calf",
        "Right calf",
    ]


def test_what_began_before_the_period_is_not_new_in_it_and_keeps_its_day() -> None:
    days = [checked(ago(n)) for n in range(100)]
    found = series(Diary.of([*days, *on_days(range(60))]), Period.of_days(TODAY, 30), TODAY)
    assert found.hotspots == ()
    assert [each.days for each in found.going] == [60]


def test_the_estimate_is_that_of_the_textbook() -> None:
    # Remission of 21 patients on 6-MP, Freireich 1963: the standard example of the method.
    ended, open_ = [6, 6, 6, 7, 10, 13, 16, 22, 23], [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    steps = survival(tuple([a_spell(n) for n in ended] + [a_spell(n, ended=False) for n in open_]))
    assert [step.day for step in steps] == [6, 7, 10, 13, 16, 22, 23]
    shares = [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448]
    assert [round(step.share, 3) for step in steps] == pytest.approx(shares, abs=6e-4)
    assert [step.at_risk for step in steps] == [21, 17, 15, 12, 11, 7, 6]
    assert (steps[0].low, steps[0].high) == pytest.approx((0.620, 0.952), abs=1e-3)


def test_the_day_of_the_half_comes_with_its_range() -> None:
    ended, open_ = [6, 6, 6, 7, 10, 13, 16, 22, 23], [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    steps = survival(tuple([a_spell(n) for n in ended] + [a_spell(n, ended=False) for n in open_]))
    # The example's published median, and its limits on the log(-log) scale: 23, 13 to none.
    assert half_words(steps) == " Half by day 23, with a 95% range of 13 or later."
    assert half_words(steps[:-1]) == ""
    many = survival(tuple(a_spell(n) for n in [2] * 10 + [4] * 20 + [9] * 10))
    assert half_words(many) == " Half by day 4."


def test_when_the_last_one_has_stopped_the_range_stays_open() -> None:
    steps = survival((a_spell(2), a_spell(4)))
    assert steps[-1].share == 0
    assert 0 == steps[-1].low < steps[-1].high


def test_the_title_compares_the_one_of_today_with_the_ones_before() -> None:
    before = [n for start in (95, 85, 75, 65, 55, 45) for n in (start, start - 1)]
    found = found_in(on_days(before) + on_days([3, 2, 1, 0], site=Site.THUMB))
    assert found.title == "Left thumb is on day 4; half of yours had stopped by day 2"
    assert found.half == 2
    assert found.enough


def test_under_five_that_stopped_nothing_is_claimed() -> None:
    found = found_in(on_days([50, 49, 30, 29]))
    assert not found.enough
    assert found.title == "2 hotspots stopped so far; about 5 are needed"


def test_without_a_hotspot_none_is_counted() -> None:
    found = found_in(on_days([50]))
    assert "There is none in this period. 1 single day not shown." in found.explanation
    assert "not known when it stopped" not in {key.words for key in found.legend}


def test_the_table_lists_each_hotspot() -> None:
    rows = found_in(on_days([50, 48, 2, 1])).table.rows
    assert [row[3:] for row in rows] == [(3, "stopped"), (2, "may be going on")]
