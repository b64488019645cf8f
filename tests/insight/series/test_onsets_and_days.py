import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers import TODAY, a_day, an_episode, at
from tests.insight.series.diaries import ALL, NONE, SOME, ago, checked, counts, on_days, twitches, year
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Vibration
from twitchlog.domain.period import Period
from twitchlog.domain.settings import DiarySettings
from twitchlog.domain.sites import Side, Site
from twitchlog.insight.series.daily import checked_days, daily, shown
from twitchlog.insight.series.onsets import onsets
from twitchlog.insight.series.spots import spot_days, spot_words


def test_a_twitch_at_three_in_the_night_belongs_to_the_evening_before() -> None:
    began = onsets(Diary.of([an_episode(onset=at(TODAY, "03:59"))]), year())
    assert began.day.tolist() == [ago(1).toordinal()]
    assert began.minute.tolist() == [23 * 60 + 59]


def test_the_day_starts_where_the_person_says() -> None:
    diary = Diary.of([an_episode(onset=at(TODAY, "05:30"))], DiarySettings(day_start=6))
    assert onsets(diary, year()).day.tolist() == [ago(1).toordinal()]


def test_an_hour_that_comes_twice_is_counted_as_it_was_lived() -> None:
    first, again = at(TODAY, "02:30", 120), at(TODAY, "02:30", 60)
    began = onsets(Diary.of([an_episode(onset=first), an_episode(onset=again)]), year())
    assert began.minute.tolist() == [22 * 60 + 30] * 2


def test_a_journey_over_the_date_line_keeps_its_wall_clock_days() -> None:
    rows = [an_episode(onset=at(TODAY, "12:00", 14 * 60)), an_episode(onset=at(TODAY, "12:00", -12 * 60))]
    assert daily(Diary.of(rows), Period.of_days(TODAY, 1)).twitches.tolist() == [2]


def test_what_shook_from_outside_is_not_a_twitch() -> None:
    shaken = an_episode(vibration=Vibration.VEHICLE)
    assert daily(Diary.of([shaken, an_episode(pulse=True)]), Period.of_days(TODAY, 1)).twitches.tolist() == [
        0
    ]


def test_only_days_without_a_forgotten_twitch_count() -> None:
    rows = [checked(ago(3), ALL), checked(ago(2), NONE), checked(ago(1), SOME), a_day(date=TODAY)]
    days = daily(Diary.of(rows), Period.of_days(TODAY, 4))
    assert days.counted.tolist() == [True, True, False, False]
    assert days.checked.tolist() == [True, True, True, False]


def test_a_day_with_more_than_was_written_down_is_a_day_with_twitches() -> None:
    assert daily(Diary.of([checked(TODAY, SOME)]), Period.of_days(TODAY, 1)).twitched.tolist() == [True]


def test_an_edit_changes_the_days_though_the_last_answer_is_remembered() -> None:
    diary, today = Diary.of([checked(TODAY, ALL)]), Period.of_days(TODAY, 1)
    assert daily(diary, today) is daily(diary, today)
    edited = diary.apply(None, an_episode())
    assert [daily(each, today).twitches.tolist() for each in (diary, edited, diary)] == [[0], [1], [0]]


def test_nothing_is_shown_before_the_first_day_or_after_today() -> None:
    diary = Diary.of([checked(ago(9)), checked(ago(-3))])
    assert shown(diary, year(), TODAY) == Period.of_days(TODAY, 10)
    assert len(shown(Diary(), year(), TODAY)) == 0
    assert len(shown(Diary.of([checked(ago(-3))]), year(), TODAY)) == 0


def test_checked_days_are_counted_up_to_the_day_asked() -> None:
    diary = counts([1, None, 0, 2])
    assert checked_days(diary, TODAY) == 3
    assert checked_days(diary, ago(1)) == 2
    assert checked_days(Diary(), TODAY) == 0


def test_both_sides_count_for_each() -> None:
    rows = [
        *on_days([1], side=Side.BOTH),
        *on_days([1, 0], side=Side.LEFT),
        *on_days([0], site=Site.TONGUE, side=Side.MIDDLE),
    ]
    found = {spot_words(spot): len(days) for spot, days in spot_days(onsets(Diary.of(rows), year())).items()}
    assert found == {"Left calf": 2, "Right calf": 1, "Tongue": 1}


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 3)), max_size=12))
def test_every_twitch_of_the_shown_days_is_on_exactly_one_day(rows: list[tuple[int, int]]) -> None:
    diary = Diary.of([row for n, number in dict(rows).items() for row in twitches(ago(n), number)])
    days = daily(diary, year())
    assert days.twitches.sum() == sum(number for n, number in dict(rows).items() if n < 365)
    assert np.all(days.twitches >= 0)
