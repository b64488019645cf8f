from datetime import time

import pytest

from tests.helpers import TODAY, an_episode, at
from tests.insight.series.diaries import SOME, ago, checked, counts, year
from twitchlog.domain.diary import Diary
from twitchlog.domain.record import Record
from twitchlog.domain.settings import DiarySettings
from twitchlog.insight.series import hours, profile
from twitchlog.insight.series.count_range import count_range

WEEKS = 6


def evenings(clock: str = "21:30", days: int = 7 * WEEKS, every: int = 1) -> list[Record]:
    """A checked day each, and a twitch at the same time on some."""
    rows: list[Record] = [checked(ago(n)) for n in range(days)]
    return rows + [an_episode(onset=at(ago(n), clock)) for n in range(0, days, every)]


def test_a_rate_is_over_the_days_on_which_that_hour_was_awake() -> None:
    found = hours.series(Diary.of(evenings()), year(), TODAY)
    column = 21 - 4
    assert [row[column] for row in found.rates] == [10.0] * 7
    assert [row[column] for row in found.days] == [WEEKS] * 7
    assert found.rates[0][10 - 4] == 0


def test_sleeping_hours_are_blank_not_zero() -> None:
    found = hours.series(Diary.of(evenings()), year(), TODAY)
    assert found.rates[0][0] is None
    assert found.hour(0) == 4
    assert found.rates[0][3] == 0
    assert found.hour(3) == 7


def test_under_four_days_are_blank() -> None:
    found = hours.series(Diary.of(evenings(days=21)), year(), TODAY)
    assert {rate for row in found.rates for rate in row} == {None}


def test_awake_until_two_counts_the_small_hours_for_the_evening_before() -> None:
    rows = [
        row
        for n in range(28)
        for row in (
            checked(ago(n), awake_from=time(10), awake_to=time(2)),
            an_episode(onset=at(ago(n - 1), "01:15")),
        )
    ]
    found = hours.series(Diary.of(rows), year(), ago(-1))
    assert [row[21] for row in found.rates] == [10.0] * 7
    assert found.rates[0][9 - 4] is None


def test_a_twitch_in_a_sleeping_hour_is_left_out_and_that_is_said() -> None:
    rows = [*evenings(), an_episode(onset=at(ago(3), "05:10"))]
    found = hours.series(Diary.of(rows), year(), TODAY)
    assert "1 at hours not given as awake is left out." in found.explanation


def test_a_time_of_day_is_named_only_if_the_waking_hours_do_not_explain_it() -> None:
    spread = [an_episode(onset=at(ago(n), f"{7 + n * 5 % 16:02d}:20")) for n in range(7 * WEEKS)]
    rows: list[Record] = [checked(ago(n)) for n in range(7 * WEEKS)]
    assert hours.series(Diary.of([*rows, *spread]), year(), TODAY).title == "No clear time of day"
    noisy = [*evenings(), *spread[::4]]
    assert hours.series(Diary.of(noisy), year(), TODAY).title == "More often in the evening, 19:00 to 22:00"
    assert hours.series(Diary.of(rows), year(), TODAY).title == "Too few complete days to name a time of day"


def test_the_hours_named_are_those_with_the_highest_rate_never_hours_asleep() -> None:
    clocks = ["22:30", "21:40", "22:10", "15:00", "22:50"]
    rows = [row for n in range(60) for row in (checked(ago(n)), an_episode(onset=at(ago(n), clocks[n % 5])))]
    assert hours.series(Diary.of(rows), year(), TODAY).title == "More often in the evening, 20:00 to 23:00"


def test_days_with_forgotten_twitches_are_in_no_rate() -> None:
    rows = [checked(ago(n), SOME) for n in range(20)] + [
        an_episode(onset=at(ago(n), "21:30")) for n in range(20)
    ]
    found = hours.series(Diary.of(rows), year(), TODAY)
    assert sum(map(sum, found.onsets)) == 0
    assert "20 days with more twitches than were written down are left out." in found.explanation
    assert not found.enough


def test_the_key_reaches_the_highest_rate() -> None:
    found = hours.series(Diary.of(evenings(every=2)), year(), TODAY)
    highest = max(rate for row in found.rates for rate in row if rate is not None)
    assert found.breaks[-2] < highest <= found.breaks[-1]
    assert found.step(highest) == 5
    assert found.step(0) == 0
    assert [key.words for key in found.legend][:2] == ["none", f"up to {found.breaks[0]:g}"]


def test_the_key_has_no_steps_where_there_is_no_rate() -> None:
    few = hours.series(Diary.of(evenings(days=14)), year(), TODAY)
    assert [key.words for key in few.legend] == ["awake on under 4 days"]
    quiet = hours.series(counts([0] * 60), year(), TODAY)
    assert [key.words for key in quiet.legend] == ["none", "awake on under 4 days"]


def test_columns_begin_where_the_day_does() -> None:
    diary = Diary.of(evenings(), DiarySettings(day_start=0))
    assert hours.series(diary, year(), TODAY).rates[0][21] == 10.0


def test_the_profile_adds_all_weekdays() -> None:
    found = profile.series(Diary.of(evenings(every=2)), year(), TODAY)
    hour = found.hours[21 - 4]
    assert (hour.hour, hour.onsets, hour.days) == (21, 21, 42)
    assert hour.rate == pytest.approx(5.0)
    assert hour.low is not None
    assert hour.high is not None
    assert 2.5 < hour.low < 5 < hour.high < 9
    assert found.mean == pytest.approx(10 * 21 / (42 * 16))


def test_a_quiet_hour_has_a_range_above_zero() -> None:
    hour = profile.series(Diary.of(evenings()), year(), TODAY).hours[10 - 4]
    assert (hour.rate, hour.low) == (0.0, 0.0)
    assert hour.high is not None
    assert hour.high > 0


@pytest.mark.parametrize(
    ("found", "low", "high"), [(0, 0.0, 3.69), (1, 0.025, 5.57), (10, 4.795, 18.39), (100, 81.36, 121.63)]
)
def test_the_range_of_a_count_is_that_of_the_tables(found: int, low: float, high: float) -> None:
    assert count_range(found)[0] == pytest.approx(low, abs=0.1)
    assert count_range(found)[1] == pytest.approx(high, abs=0.1)


def test_clumps_make_a_range_wider() -> None:
    assert count_range(20, 3.0)[0] < count_range(20)[0]
    assert count_range(20, 3.0)[1] > count_range(20)[1]


def test_table_and_drawing_have_the_same_numbers() -> None:
    diary = counts([n % 3 for n in range(60)])
    found = hours.series(diary, year(), TODAY)
    for weekday, clock, onsets, days, rate in found.table.rows:
        row, column = hours.WEEKDAYS.index(str(weekday)), (int(str(clock)[:2]) - 4) % 24
        drawn = found.rates[row][column]
        assert onsets == found.onsets[row][column]
        assert days == found.days[row][column]
        assert rate == (None if drawn is None else round(drawn, 2))
