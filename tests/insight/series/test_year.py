from datetime import date

from tests.helpers import TODAY
from tests.insight.series.diaries import NONE, SOME, ago, checked, counts, twitches, year
from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.insight.series.series import Sign
from twitchlog.insight.series.year import DayKind, series


def test_each_kind_of_day_is_its_own() -> None:
    rows = [
        checked(ago(4), NONE),
        *twitches(ago(3), 2),
        checked(ago(3)),
        *twitches(ago(2), 1),
        checked(ago(1), SOME),
        *twitches(ago(-1), 1),
    ]
    found = series(Diary.of(rows), year(), TODAY)
    kinds = [DayKind.NONE, DayKind.TWITCHES, DayKind.UNCHECKED, DayKind.MORE, DayKind.NOT_RECORDED]
    assert [day.kind for day in found.days] == kinds
    assert [row[1] for row in found.table.rows] == [0, 2, 1, 0, None]


def test_the_title_counts_days_with_twitches_among_checked_days() -> None:
    found = series(counts([1, 0, 3, None] * 5), year(), TODAY)
    assert found.title == "Twitches on 10 of 15 checked days"
    assert found.explanation == "Each square is one day. Not among the checked days: 5 days not recorded."
    assert found.enough


def test_thirteen_checked_days_are_too_few_and_the_title_says_so() -> None:
    found = series(counts([1] * 13), year(), TODAY)
    assert not found.enough
    assert found.title == "Every day: 13 of about 14 checked days so far"


def test_steps_begin_where_the_legend_says() -> None:
    found = series(counts([0, 1, 2, 3, 4, 6, 7, 10, 11, 1000]), year(), TODAY)
    assert [day.step for day in found.days] == [0, 1, 2, 2, 3, 3, 4, 4, 5, 5]
    assert found.days[-1].words == "Sun 22 Nov 2026: 1,000 twitches"


def test_the_leap_day_has_its_square() -> None:
    found = series(
        counts([1, 2, 3], last=date(2028, 3, 1)), Period.of_days(date(2028, 3, 1), 30), date(2028, 3, 1)
    )
    assert [day.date.isoformat() for day in found.days] == ["2028-02-28", "2028-02-29", "2028-03-01"]


def test_years_of_nothing_between_two_twitches_are_not_recorded() -> None:
    first = date(2001, 1, 1)
    diary = Diary.of([*twitches(first, 1), *twitches(TODAY, 1)])
    found = series(diary, Period(first, ago(-1)), TODAY)
    assert sum(day.kind is DayKind.NOT_RECORDED for day in found.days) == len(found.days) - 2


def test_the_legend_names_only_what_is_drawn() -> None:
    signs = {key.sign for key in series(counts([1] * 20), year(), TODAY).legend}
    assert signs == {Sign.SQUARE}
    assert Sign.CROSS in {key.sign for key in series(counts([1, None, 1]), year(), TODAY).legend}
