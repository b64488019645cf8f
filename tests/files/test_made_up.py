import os
import subprocess
import sys
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

import pytest

from twitchlog.domain.day import CheckIn, Day
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode
from twitchlog.domain.medical import Exam, Lab, Medicine
from twitchlog.domain.moments import whole_seconds
from twitchlog.domain.record import Record, table_of
from twitchlog.domain.sites import Side, Site
from twitchlog.domain.texts import texts_of
from twitchlog.files.made_up import berlin
from twitchlog.files.made_up.year import made_up
from twitchlog.insight.flags import flags
from twitchlog.insight.triggers import triggers

LAST = date(2026, 11, 21)
needs_zones = pytest.mark.skipif(
    "Europe/Berlin" not in available_timezones(), reason="this computer has no time zone data to compare with"
)
DIGEST = """
import hashlib
from datetime import date
from twitchlog.domain.record import table_of
from twitchlog.domain.texts import texts_of
from twitchlog.files.made_up.year import made_up
rows = [texts_of(table_of(each), each) for each in made_up(7, 40, None, date(2026, 11, 21))]
print(hashlib.sha256(repr(rows).encode()).hexdigest())
"""


@cache
def year(seed: int = 1) -> tuple[Record, ...]:
    return tuple(made_up(seed, 365, None, LAST))


def texts(records: tuple[Record, ...]) -> list[dict[str, str]]:
    return [texts_of(table_of(record), record) for record in records]


def test_the_same_seed_gives_the_same_records_and_another_one_others() -> None:
    assert texts(year()) == texts(tuple(made_up(1, 365, None, LAST)))
    mine, other = {row.id for row in year()}, {row.id for row in year(2) if not isinstance(row, Day)}
    assert not mine & other


@pytest.mark.parametrize("hash_seed", ["0", "4711"])
def test_the_same_seed_gives_the_same_bytes_in_any_process_on_any_machine(hash_seed: str) -> None:
    found = subprocess.run(
        [sys.executable, "-c", DIGEST],
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "TZ": "Asia/Tokyo"},
        capture_output=True,
        text=True,
        check=True,
        timeout=50,
    )
    assert found.stdout.strip() == "173f92c2cc637a6a500395ff21ac915faf22fedef477b886b76b1cdbc783545a"


def test_the_number_asked_for_is_the_number_made() -> None:
    for episodes in (0, 1, 250):
        records = made_up(3, 60, episodes, LAST)
        assert sum(isinstance(each, Episode) for each in records) == episodes
    assert sum(isinstance(each, Episode) for each in year()) == 3 * 365


def test_ten_years_have_as_many_exposures_as_the_benchmarks_speak_of() -> None:
    count = Counter(table_of(each) for each in made_up(1, 365, 10, LAST))
    a_day = sum(count[table] for table in ("exercise", "caffeine", "stress", "sitting")) / 365
    assert 26_000 < a_day * 3_650 < 31_000


def test_nothing_lies_outside_its_days() -> None:
    diary = Diary.of(year())
    span = diary.span()
    assert span is not None
    assert span.first >= LAST - timedelta(days=364)
    assert span.last == LAST
    after = datetime(2026, 11, 22, 4, tzinfo=berlin.WINTER)
    assert all(each.recorded_at <= after for each in year())
    assert all(each.recorded_at >= each.onset for each in year() if isinstance(each, Episode))


def test_a_tenth_of_the_days_is_not_recorded_one_holiday_in_one_piece() -> None:
    diary = Diary.of(year())
    empty = [day for day in (LAST - timedelta(days=ago) for ago in range(365)) if diary.day(day) is None]
    assert 0.08 < len(empty) / 365 < 0.13
    assert any(all(first - timedelta(days=n) in empty for n in range(9)) for first in empty)
    seen = {diary.day_of(each) for each in year() if isinstance(each, Episode)}
    assert not seen & set(empty)


def test_days_close_as_their_twitches_say() -> None:
    diary = Diary.of(year())
    twitched = {diary.day_of(each) for each in diary.every(Episode) if each.counted}
    days = list(diary.every(Day))
    assert all(day.date not in twitched for day in days if day.check_in is CheckIn.NONE)
    assert all(day.date in twitched for day in days if day.fully_logged and day.check_in is not CheckIn.NONE)
    how = Counter(day.check_in for day in days)
    assert how[CheckIn.NONE] > 40
    assert how[CheckIn.ALL_LOGGED] > 150
    assert 0 < how[CheckIn.SOME_LOGGED] < 30
    assert sum(day.complete for day in days) > 200


@pytest.mark.parametrize("seed", [1, 3, 4])
def test_trends_finds_what_was_put_in_and_no_more(seed: int) -> None:
    found = {row.exposure: row for row in triggers(Diary.of(year(seed)), None, None).rows}
    assert found["exercise"].verdict == "likely-more"
    assert 1.5 < (found["exercise"].ratio or 0) < 2.8
    assert found["caffeine"].verdict == "no-big-effect"


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("last", [LAST, LAST + timedelta(days=4)])
def test_the_sidebar_has_something_of_each_level_and_one_good_idea_to_see_a_doctor(
    seed: int, last: date
) -> None:
    raised = flags(Diary.of(made_up(seed, 365, None, last)), last + timedelta(days=1))
    levels = Counter(flag.level for flag in raised.shown)
    assert [flag.rule for flag in raised.shown if flag.level == 2] == ["numbness"]
    assert levels[3] == 0
    assert levels[1] >= 1
    assert levels[0] >= 3


def test_places_come_and_go() -> None:
    diary = Diary.of(year())
    eyelid = {(LAST - diary.day_of(each)).days for each in diary.every(Episode) if each.site is Site.EYELID}
    assert eyelid
    assert not eyelid & set(range(70, 250))
    places = Counter((each.site, each.side) for each in diary.every(Episode))
    assert places.most_common(1)[0][0] == (Site.CALF, Side.LEFT)
    assert len(places) > 15


def test_evenings_are_livelier_than_mornings() -> None:
    hours = Counter(each.onset.hour for each in Diary.of(year()).every(Episode))
    assert sum(hours[hour] for hour in range(20, 24)) > 3 * sum(hours[hour] for hour in range(7, 11))


def test_what_doctors_found_is_there() -> None:
    diary = Diary.of(year())
    assert [each.result for each in diary.every(Exam)] == ["normal", "normal"]
    assert all(each.low and each.value and each.low < each.value for each in diary.every(Lab))
    assert len(list(diary.every(Medicine))) == 1


def test_short_diaries_can_be_made_too() -> None:
    for days in (1, 2, 9, 20):
        assert {each.date for each in made_up(1, days, None, LAST) if isinstance(each, Day)} <= {
            LAST - timedelta(days=ago) for ago in range(days)
        }


@needs_zones
def test_its_clock_is_berlins() -> None:
    zone = ZoneInfo("Europe/Berlin")
    for year_ in range(1997, 2036):
        for month in (1, 3, 7, 10, 11):
            for hours in range(0, 28 * 24 + 72, 5):
                moment = datetime(year_, month, 1, tzinfo=UTC) + timedelta(hours=hours)
                assert berlin.lived(moment).utcoffset() == moment.astimezone(zone).utcoffset()


@needs_zones
def test_a_wall_clock_in_berlin_is_read_as_there() -> None:
    zone = ZoneInfo("Europe/Berlin")
    for day in (date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 25), date(2026, 10, 26)):
        for minutes in range(0, 1_440, 20):
            there = datetime(day.year, day.month, day.day, minutes // 60, minutes % 60, tzinfo=zone)
            assert berlin.at(day, minutes) == whole_seconds(there.astimezone(UTC).astimezone(zone))
