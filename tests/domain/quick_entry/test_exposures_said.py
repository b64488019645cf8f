"""Exercise, drinks, stress, sitting and sleep in a line."""

from datetime import timedelta
from typing import Any

import pytest

from tests.domain.quick_entry.told import NOW, read, told
from tests.helpers import a_day, an_exercise
from twitchlog.domain.day import CheckIn
from twitchlog.domain.quick_entry import PRESETS, Vocabulary


@pytest.mark.parametrize(
    ("line", "given"),
    {
        "coffee": "caffeine coffee x1, 90 mg, 14:32",
        "coffees": "caffeine coffee, mg unknown, 14:32",
        "cups of tea": "caffeine tea, mg unknown, 14:32",
        "2 mugs of green tea": "caffeine green tea x2, 58 mg, 14:32",
        "double espresso": "caffeine espresso x2, 160 mg, 14:32",
        "half a cup of coffee": "caffeine coffee x0.5, 45 mg, 14:32",
        "1½ coffees": "caffeine coffee x1.5, 135 mg, 14:32",
        "3 cokes": "caffeine cola x3, 120 mg, 14:32",
        "red bull": "caffeine energy drink x1, 80 mg, 14:32",
        "latte": "caffeine latte x1, mg unknown, 14:32",
        "decaf": "caffeine decaf coffee x1, 1 mg, 14:32",
        "coffee 120 mg": "caffeine coffee x1, 120 mg, 14:32",
        "coffee at 18:00": "asks time: Sat 18:00",
        "run": "exercise run 14:32",
        "intense run 30 min": "exercise run 14:02, 30 min, hard",
        "easy bike ride 1 h": "exercise cycle 13:32, 60 min, light",
        "run at 8 for 45 min": "exercise run 08:00, 45 min",
        "walk 30 min with Tom": 'exercise walk 14:02, 30 min, note "Tom"',
        "ran 1 h ago": "exercise run 13:32",
        "swim this morning 40 min": "exercise swim 08:00, 40 min",
        "sat at my desk 3 h": "sitting 11:32, 180 min",
        "high stress": "stress 4, 14:32",
        "stress very high": "stress 5, 14:32",
        "stress level 2": "stress 2, 14:32",
        "stress 7": "asks level: 1 2 3 4 5",
        "slept 5": "day 2026-11-22: sleep_hours 5.0",
        "5 hours of sleep last night": "day 2026-11-22: sleep_hours 5.0",
        "slept 5h30": "day 2026-11-22: sleep_hours 5.5",
        "no twitches today, slept 6 h": "day 2026-11-22: check_in none, sleep_hours 6.0",
        "left calf sat at desk": 'calf.left, note "sat at desk"',
        "left calf 2 min walking": "calf.left, dur 120, posture walking",
        "left calf while running": 'calf.left, note "while running"',
        "left calf after morning run": "calf.left + exercise run 08:00",
        "left calf right after run": "calf.left + exercise run 14:32",
        "left calf after walking 20 min": "asks length: episode exercise",
        "left calf sitting 2 h": "asks length: episode sitting",
        "left calf after run at 8": "asks time: episode exercise",
        "left calf, 5 min after run": "asks length: episode exercise",
        "left calf at 9, 2 coffees": "calf.left, onset 09:00 + caffeine coffee x2, 180 mg, 09:00",
        "2 coffees at 8, left calf": "calf.left + caffeine coffee x2, 180 mg, 08:00",
        "herbal tea": "asks site: other",
        "left calf before coffee": 'calf.left, note "before coffee"',
        "ear after coffee": "asks site: other",
    }.items(),
)
def test_exposures_are_read_or_asked(line: str, given: str) -> None:
    assert told(line) == given


@pytest.mark.parametrize(
    "line", ["20 coffees", "slept 30 h", "run 30 h", "slept 5 h yesterday", "no twitches yesterday"]
)
def test_an_amount_or_day_that_cannot_be_is_refused_in_a_sentence(line: str) -> None:
    given = read(line)
    assert given.problem.endswith(".")
    assert not given.complete


def test_the_presets_are_those_of_the_sources() -> None:
    assert dict(PRESETS) == {
        "coffee": 90,
        "espresso": 80,
        "tea": 50,
        "green tea": 29,
        "cola": 40,
        "energy drink": 80,
    }


def test_the_persons_own_drinks_are_known() -> None:
    drinks = {"coffee": 120, "Club Mate": 100}
    assert told("2 club mates, coffee", known=Vocabulary(drinks=drinks)) == (
        "caffeine Club Mate x2, 200 mg, 14:32 + caffeine coffee x1, 120 mg, 14:32"
    )


@pytest.mark.parametrize(
    ("line", "known", "given"),
    [
        ("left calf after run", {"activity": "run"}, "calf.left"),
        ("left calf after a jog", {"activity": "Run"}, "calf.left"),
        ("left calf after workout", {"activity": "tennis"}, "calf.left"),
        ("left calf after run", {"activity": "tennis"}, "calf.left + exercise run 14:32"),
        ("run 20 min", {"activity": "run"}, "exercise run 14:12, 20 min"),
        ("left calf after run 5 h ago", {"activity": "run"}, "calf.left + exercise run 09:32"),
        ("left calf after run 100 min ago", {"activity": "run"}, "calf.left"),
    ],
)
def test_after_run_means_the_run_already_written_down(line: str, known: dict[str, Any], given: str) -> None:
    earlier = an_exercise(start=NOW - timedelta(hours=3), duration_min=60, **known)
    assert told(line, exercise=[earlier]) == given


def test_a_run_of_more_than_twelve_hours_ago_or_later_than_the_twitch_is_another_one() -> None:
    long_ago = an_exercise(start=NOW - timedelta(hours=13))
    assert told("left calf after run", exercise=[long_ago]) == "calf.left + exercise run 14:32"
    later = an_exercise(start=NOW - timedelta(hours=1))
    assert told("left calf at 9 after run", exercise=[later]) == "calf.left, onset 09:00 + exercise run 09:00"


def test_a_line_on_sleep_keeps_what_the_day_says_already() -> None:
    known = a_day(date=NOW.date(), check_in=CheckIn.ALL_LOGGED, worry=3, exposures_complete=True)
    day = read("slept 5 h", day=known).day
    assert day is not None
    assert (day.sleep_hours, day.check_in, day.worry, day.exposures_complete) == (
        5,
        CheckIn.ALL_LOGGED,
        3,
        True,
    )


def test_a_check_in_keeps_the_sleep() -> None:
    day = read("no twitches today", day=a_day(date=NOW.date(), sleep_hours=7.5)).day
    assert day is not None
    assert (day.sleep_hours, day.check_in) == (7.5, CheckIn.NONE)


def test_the_record_of_another_day_is_not_touched() -> None:
    day = read("slept 5 h", day=a_day(date=NOW.date() - timedelta(days=1), worry=5)).day
    assert day is not None
    assert (day.date, day.worry) == (NOW.date(), None)


def test_what_no_record_can_hold_is_said_to_be_dropped() -> None:
    assert [chip.words for chip in read("coffee with Tom").chips if chip.kind == "dropped"] == [
        "not kept: Tom"
    ]


def test_the_time_of_a_drink_taken_from_the_twitch_is_shown_as_assumed() -> None:
    assert [chip.words for chip in read("left calf at 9, coffee").chips if chip.assumed] == [
        "coffee at 09:00"
    ]


def test_records_come_in_the_order_to_save_them() -> None:
    given = read("slept 6 h, stress 3, coffee, run 20 min, left calf, sat 2 h")
    kinds = ["Episode", "Exercise", "Caffeine", "Stress", "Sitting", "Day"]
    assert [type(record).__name__ for record in given.records] == kinds
    assert {record.recorded_at for record in given.records} == {NOW}
