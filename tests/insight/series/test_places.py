from tests.helpers import TODAY
from tests.insight.series.diaries import ALL, SOME, ago, checked, on_days, twitches, year
from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.domain.record import Record
from twitchlog.domain.sites import Side, Site
from twitchlog.insight.series.places import MOST_PLACES, series


def days(number: int) -> list[Record]:
    """So many checked days up to today."""
    return [checked(ago(n)) for n in range(number)]


def test_days_count_not_twitches() -> None:
    rows = [*days(20), *twitches(TODAY, 9, site=Site.THUMB), *on_days([0, 1], site=Site.CALF)]
    found = series(Diary.of(rows), year(), TODAY)
    assert [(place.name, place.days) for place in found.places] == [("Left calf", 2), ("Left thumb", 1)]
    assert found.title == "Left calf on the most days: 2 of 20"


def test_two_places_that_lead_are_both_named() -> None:
    rows = [*days(20), *on_days([0, 1], side=Side.BOTH)]
    assert series(Diary.of(rows), year(), TODAY).title == "Left calf and right calf on the most days"


def test_only_counted_days_stand_in_a_share() -> None:
    rows = [checked(ago(n), SOME if n < 5 else ALL) for n in range(20)] + on_days(range(10))
    found = series(Diary.of(rows), year(), TODAY)
    assert (found.places[0].days, found.counted) == (5, 15)
    assert "5 days with more twitches than were written down are left out." in found.explanation


def test_places_beyond_the_sixth_are_one_row() -> None:
    sites = [Site.CALF, Site.THUMB, Site.KNEE, Site.SHIN, Site.ANKLE, Site.FOOT, Site.HAND, Site.CHEST]
    rows = days(30) + [row for n, site in enumerate(sites) for row in on_days(range(20 - n), site=site)]
    found = series(Diary.of(rows), year(), TODAY)
    assert len(found.places) == MOST_PLACES + 1
    assert (found.places[-1].name, found.places[-1].days) == ("2 other places", 14)


def test_weeks_end_with_the_last_day_and_the_spans_have_no_hole() -> None:
    found = series(Diary.of(days(30)), year(), TODAY)
    assert [len(span.days) for span in found.spans] == [2, 7, 7, 7, 7]
    assert found.spans[-1].days.last == TODAY
    assert found.spans[0].days.first == ago(29)


def test_a_year_is_cut_into_months_and_ten_into_quarters() -> None:
    assert [span.name for span in series(Diary.of(days(365)), year(), TODAY).spans][:2] == [
        "Nov 2025",
        "Dec 2025",
    ]
    ten = series(Diary.of([*days(3), checked(ago(3650))]), Period(ago(3650), ago(-1)), TODAY)
    assert ten.spans[-1].name == "Oct to Nov 2026"
    assert sum(len(span.days) for span in ten.spans) == 3651


def test_a_span_with_too_few_counted_days_is_not_zero() -> None:
    found = series(Diary.of([*days(30), *on_days(range(3))]), year(), TODAY)
    assert found.places[0].by_span == (None, 0, 0, 0, 3)
    assert found.legend[-1].words == "under 4 counted days"
    whole_weeks = series(Diary.of([*days(28), *on_days(range(3))]), year(), TODAY)
    assert [key.words for key in whole_weeks.legend] == ["share of counted days"]


def test_the_table_has_the_bars() -> None:
    found = series(Diary.of([*days(30), *on_days(range(9))]), year(), TODAY)
    assert [row[2] for row in found.table.rows] == list(found.places[0].by_span)
    assert [row[3] for row in found.table.rows] == [span.counted for span in found.spans]


def test_no_twitch_at_all_is_said_with_its_days() -> None:
    assert series(Diary.of(days(20)), year(), TODAY).title == "No twitches on 20 counted days"
