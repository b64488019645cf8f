"""The diary as columns."""

from datetime import date, timedelta

from tests.helpers import NOON, TODAY, a_day, an_episode, at
from tests.insight.triggers.made_diary import made_records
from twitchlog.domain.diary import Diary, Month
from twitchlog.domain.episode import Episode
from twitchlog.insight.columns import columns, columns_of, wall_seconds


def test_a_month_is_read_once() -> None:
    month = Month.of([an_episode()])
    assert columns_of(month) is columns_of(month)


def test_an_edit_reads_only_its_month_again() -> None:
    diary = Diary.of(made_records())
    before = {key: columns_of(month) for key, month in diary.months.items()}
    edited = diary.apply(None, an_episode())
    changed = [key for key, month in edited.months.items() if columns_of(month) is not before[key]]
    assert changed == [(2026, 11)]


def test_months_are_joined_in_the_order_of_time() -> None:
    diary = Diary.of(made_records())
    table = columns(diary)
    assert table.episode_at.tolist() == [wall_seconds(row.onset) for row in diary.every(Episode)]
    assert (table.day[1:] > table.day[:-1]).all()


def test_an_empty_diary_has_empty_columns() -> None:
    table = columns(Diary())
    assert len(table.episode_at) == len(table.day) == len(table.caffeine_mg) == 0


def test_times_are_the_wall_clocks() -> None:
    assert wall_seconds(at(TODAY, "12:34", 9 * 60)) - TODAY.toordinal() * 86_400 == 12 * 3600 + 34 * 60


def test_not_given_is_not_a_number() -> None:
    table = columns(Diary.of([a_day(date=date(2026, 1, 1))]))
    assert [str(each[0]) for each in (table.day_sleep_hours, table.day_awake_from)] == ["nan", "nan"]


def test_a_twitch_still_going_is_as_long_as_was_known_when_it_was_written_down() -> None:
    going = an_episode(ongoing=True, recorded_at=NOON + timedelta(minutes=20))
    assert columns(Diary.of([going])).episode_length.tolist() == [1200]
