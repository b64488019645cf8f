"""The diary is a value."""

from datetime import date, timedelta

from tests.helpers import NOON, TODAY, a_day, a_lab, an_episode, at
from twitchlog.domain.day import Day
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode
from twitchlog.domain.period import Period
from twitchlog.domain.sites import Side


def test_an_edit_shares_the_other_months() -> None:
    old = an_episode(onset=NOON - timedelta(days=60))
    diary = Diary.of([old])
    later = diary.apply(None, an_episode())
    assert later.months[(2026, 9)] is diary.months[(2026, 9)]
    assert len(diary) == 1
    assert len(later) == 2


def test_an_edit_that_moves_an_episode_to_another_month_leaves_one() -> None:
    old = an_episode(id="00000000-0000-0000-0000-000000000001", onset=NOON - timedelta(days=60))
    new = an_episode(id="00000000-0000-0000-0000-000000000001", onset=NOON)
    assert list(Diary.of([old]).apply(old, new).every(Episode)) == [new]


def test_applying_the_same_edit_twice_changes_nothing_more() -> None:
    episode = an_episode()
    once = Diary().apply(None, episode)
    assert list(once.apply(None, episode).every(Episode)) == [episode]


def test_the_day_before_four_is_the_day_before() -> None:
    diary = Diary.of([an_episode(onset=at(TODAY, "03:59")), an_episode(onset=at(TODAY, "04:00"))])
    assert [diary.day_of(each) for each in diary.every(Episode)] == [date(2026, 11, 21), TODAY]


def test_a_period_finds_days_across_the_edge_of_a_utc_month() -> None:
    # Local 1 December 05:00 at +14:00 is 30 November in UTC.
    episode = an_episode(onset=at(date(2026, 12, 1), "05:00", 14 * 60))
    diary = Diary.of([episode])
    assert list(diary.within(Episode, Period.of_days(date(2026, 12, 1), 1))) == [episode]
    assert list(diary.within(Episode, Period.of_days(date(2026, 11, 30), 1))) == []


def test_records_come_in_order_of_time_whatever_order_they_came_in() -> None:
    late, early = an_episode(), an_episode(onset=NOON - timedelta(hours=1), side=Side.RIGHT)
    assert list(Diary.of([late, early]).every(Episode)) == [early, late]
    assert list(Diary.of([late, early]).newest_first(Episode)) == [late, early]


def test_the_span_is_from_the_first_to_the_last_day_with_an_entry() -> None:
    diary = Diary.of([an_episode(), a_day(date=TODAY - timedelta(days=9)), a_lab(date=date(2020, 1, 1))])
    assert diary.span() == Period.of_days(TODAY, 10)
    assert Diary.of([a_lab()]).span() is None


def test_a_day_is_found_by_its_date() -> None:
    day = a_day()
    assert Diary.of([day]).day(TODAY) == day
    assert Diary.of([day]).day(TODAY - timedelta(days=1)) is None
    assert list(Diary.of([day]).every(Day)) == [day]
