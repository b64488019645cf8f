"""The five rows: always five, never a number that the diary does not bear."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from math import inf
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers import a_caffeine, a_day, a_sitting, an_episode, an_exercise, an_id, at
from tests.insight.triggers.made_diary import made_records
from twitchlog.domain.day import CheckIn, Day
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode
from twitchlog.domain.exposures import Caffeine, Exercise, Sitting, Stress
from twitchlog.domain.record import Record
from twitchlog.domain.settings import DiarySettings
from twitchlog.insight.triggers import Trigger, triggers
from twitchlog.insight.triggers.analysis import joint_rows, tables
from twitchlog.insight.triggers.bins import bins
from twitchlog.insight.triggers.exact import exact
from twitchlog.insight.triggers.exposures import EXPOSURES

MONDAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def no_arithmetic_warning() -> Iterator[None]:
    with np.errstate(divide="raise", over="raise", invalid="raise"):
        yield


def steady(
    days: int,
    twitches: Callable[[int], list[str]] = lambda k: ["18:30"],
    exercised: Callable[[int], bool] = lambda k: k % 2 == 0,
    *more: Callable[[date], Record],
) -> list[Record]:
    """Complete days with twitches at these times, and exercise ending at 16:00 on some of them."""
    rows: list[Record] = []
    for k in range(days):
        day = MONDAY + timedelta(days=k)
        rows.append(a_day(date=day, check_in=CheckIn.ALL_LOGGED, exposures_complete=True))
        rows += [an_episode(onset=at(day, clock)) for clock in twitches(k)]
        if exercised(k):
            rows.append(an_exercise(start=at(day, "15:00"), duration_min=60))
            rows += [make(day) for make in more]
    return rows


def row(records: list[Record], exposure: str) -> Trigger:
    return triggers(Diary.of(records)).rows[EXPOSURES.index(exposure)]


def nothing_found(trigger: Trigger) -> bool:
    numbers = (trigger.ratio, trigger.low, trigger.high, trigger.p, trigger.p_holm)
    return (trigger.method, trigger.verdict) == ("none", "cannot-tell") and numbers == (None,) * 5


@pytest.mark.parametrize(
    ("first", "until"),
    [(None, None), (date(2026, 1, 1), None), (None, date(2026, 1, 31)), (date(2027, 1, 1), date(2026, 1, 1))],
)
def test_without_a_complete_day_there_are_five_empty_rows(first: date | None, until: date | None) -> None:
    answer = triggers(Diary.of([an_episode(), a_day(check_in=CheckIn.SOME_LOGGED)]), first, until)
    assert (answer.first, answer.until, answer.complete_days, answer.onsets) == (first, until, 0, 0)
    assert [each.exposure for each in answer.rows] == list(EXPOSURES)
    assert all(nothing_found(each) and each.more_days is None for each in answer.rows)
    assert answer.row()["from"] == (first.isoformat() if first else None)


def test_without_an_hour_at_risk_there_are_five_empty_rows() -> None:
    # A twitch from before the short waking day to after it.
    day = a_day(
        check_in=CheckIn.ALL_LOGGED,
        exposures_complete=True,
        awake_from=at(clock="09:00").time(),
        awake_to=at(clock="12:00").time(),
    )
    answer = triggers(Diary.of([day, an_episode(onset=at(clock="08:30"), duration_s=6 * 3600)]))
    assert (answer.complete_days, answer.onsets) == (1, 0)
    assert all(nothing_found(each) for each in answer.rows)


@pytest.mark.parametrize(
    "records",
    [
        pytest.param(steady(40, exercised=lambda k: False), id="never exposed"),
        pytest.param(
            [
                row
                for k in range(40)
                for row in (
                    a_day(
                        date=MONDAY + timedelta(days=k),
                        check_in=CheckIn.ALL_LOGGED,
                        exposures_complete=True,
                        awake_from=at(clock="10:00").time(),
                        awake_to=at(clock="16:00").time(),
                    ),
                    an_exercise(start=at(MONDAY + timedelta(days=k), "09:00")),
                    an_episode(onset=at(MONDAY + timedelta(days=k), "12:30")),
                )
            ],
            id="always exposed",
        ),
        pytest.param(steady(40, exercised=lambda k: True), id="no stratum with both"),
    ],
)
def test_nothing_to_compare_gives_zero_hours_and_no_forecast(records: list[Record]) -> None:
    found = row(records, "exercise")
    assert nothing_found(found)
    assert (found.exposed.onsets, found.exposed.hours) == (0, 0)
    assert (found.unexposed.onsets, found.unexposed.hours) == (0, 0)
    assert found.more_days is None


def test_all_onsets_in_one_stratum_count_from_it_alone() -> None:
    found = row(steady(30, lambda k: ["18:30", "18:50"]), "exercise")
    assert (found.exposed.onsets, found.exposed.hours) == (30, 15 * 7)
    # Standardised: only hour 18 of the stratum 18 to 19 has any, 15 of 7 x 15 hours.
    assert found.unexposed.onsets == pytest.approx(30)
    assert found.method == "conditional-poisson"
    assert found.ratio == pytest.approx(1)


def test_one_stratum_of_few_onsets_is_too_little() -> None:
    twitching = steady(30, lambda k: ["18:30"] if k < 9 else ["09:30"] if k < 21 else [])
    found = row(twitching, "exercise")
    assert nothing_found(found)
    assert found.exposed.onsets == 5
    # Of 9 onsets 4.5 are expected on either side: 30 days x 0.5 / 4.5 more.
    assert found.more_days == 4


def test_no_onset_while_exposed_is_a_ratio_of_nothing_with_an_upper_limit() -> None:
    found = row(steady(40, lambda k: ["18:30"] if k % 2 else []), "exercise")
    assert (found.method, found.ratio, found.low) == ("exact", 0, 0)
    assert found.high is not None
    assert 0 < found.high < 1
    assert found.row()["ratio"] == 0


def test_onsets_only_while_exposed_have_a_lower_limit_and_no_upper() -> None:
    found = row(steady(40, lambda k: [] if k % 2 else ["18:30"]), "exercise")
    assert (found.method, found.ratio, found.high) == ("exact", inf, inf)
    assert found.low is not None
    assert found.low > 1
    assert (found.row()["ratio"], found.row()["high"]) == (None, None)
    assert found.verdict == "likely-more"


def test_two_exposures_that_always_go_together_cannot_be_told_apart() -> None:
    def coffee(day: date) -> Record:
        return a_caffeine(at=at(day, "16:00"))

    def same_coffee_again(day: date) -> Record:
        # Six hours from 16:00 and from 18:00 are the eight of exercise that ended at 16:00.
        return a_caffeine(at=at(day, "18:00"), drink="tea")

    records = steady(40, lambda k: ["18:30", "17:30"], lambda k: k % 2 == 0, coffee, same_coffee_again)
    for exposure in ("exercise", "caffeine"):
        found = row(records, exposure)
        assert nothing_found(found)
        assert found.exposed.hours == 20 * 7
        assert found.more_days is None


def test_when_two_go_together_the_third_is_still_answered() -> None:
    def coffee(day: date) -> Record:
        return a_caffeine(at=at(day, "16:00"))

    def tea(day: date) -> Record:
        return a_caffeine(at=at(day, "18:00"), drink="tea")

    records = steady(
        40, lambda k: ["18:30", "11:30"] if k % 4 < 3 else ["12:30"], lambda k: k % 2 == 0, coffee, tea
    )
    records += [a_sitting(start=at(MONDAY + timedelta(days=k), "08:00")) for k in range(0, 40, 3)]
    found = row(records, "sitting")
    assert found.method == "exact"
    assert found.ratio is not None
    assert found.low is not None
    assert found.high is not None
    assert found.low < found.ratio < found.high


def test_an_exact_interval_is_widened_when_days_differ_more_than_chance() -> None:
    def coffee(day: date) -> Record:
        return a_caffeine(at=at(day, "16:00"))

    def tea(day: date) -> Record:
        return a_caffeine(at=at(day, "18:00"), drink="tea")

    # Exercise and caffeine are one, so sitting is answered exactly; every fifth day is very loud.
    loud = [f"{hour:02d}:{minute:02d}" for hour in (11, 12, 13) for minute in (0, 20, 40)]
    records = steady(
        60, lambda k: ["17:30", "18:30", *(loud if k % 5 == 0 else [])], lambda k: k % 2 == 0, coffee, tea
    )
    records += [a_sitting(start=at(MONDAY + timedelta(days=k), "08:00")) for k in range(0, 60, 3)]
    answer = row(records, "sitting")
    found = bins(Diary.of(records))
    assert found is not None
    sitting, known = found.exposed[3], found.known[3]
    fine = np.unique(found.stratum * 4 + found.exposed[0] * 2 + found.exposed[1], return_inverse=True)[1]
    alone = exact(tables(found, sitting, known, fine))
    assert alone is not None
    assert answer.method == "exact"
    assert answer.ratio == pytest.approx(np.exp(alone.b))
    assert answer.low is not None
    assert answer.low < 0.8 * np.exp(alone.low)
    assert answer.p is not None
    assert answer.p > alone.p


def test_unknown_hours_without_onsets_are_left_out_of_the_fit() -> None:
    records = steady(40, lambda k: ["17:30", "18:30"], lambda k: k % 3 == 0)
    slept = [
        replace(each, sleep_hours=None if each.date.day % 10 == 0 else 5.0 + each.date.day % 3)
        if isinstance(each, Day)
        else each
        for each in records
    ]
    quiet = [each for each in slept if not (isinstance(each, Episode) and each.onset.date().day % 10 == 0)]
    found = bins(Diary.of(quiet))
    assert found is not None
    rows = joint_rows(found, [0, 4])
    assert rows.x.shape == (36 * 16, 2)
    with_onsets = bins(Diary.of(slept))
    assert with_onsets is not None
    assert joint_rows(with_onsets, [0, 4]).x.shape == (40 * 16, 3)


def test_sleep_never_given_is_unknown_not_long() -> None:
    found = row(steady(40), "short_sleep")
    assert nothing_found(found)
    assert (found.exposed.hours, found.unexposed.hours) == (0, 0)


def test_two_weeks_use_the_widest_of_students_t() -> None:
    records = steady(28, lambda k: ["18:30"] if k % 3 else ["17:30", "18:30"])
    found = triggers(Diary.of(records))
    assert found.rows[0].method == "conditional-poisson"
    assert nothing_found(triggers(Diary.of(records), MONDAY, MONDAY + timedelta(days=26)).rows[0])


def test_too_few_days_says_how_many_more() -> None:
    assert row(steady(21, lambda k: ["18:30", "19:30"]), "exercise").more_days == 7


def test_a_period_is_as_asked_and_both_ends_are_in_it() -> None:
    diary = Diary.of(steady(40))
    answer = triggers(diary, MONDAY + timedelta(days=5), MONDAY + timedelta(days=34))
    assert (answer.complete_days, answer.onsets) == (30, 30)
    assert triggers(diary, MONDAY + timedelta(days=5)).until == MONDAY + timedelta(days=39)


def test_hours_without_an_entry_are_never_taken_as_quiet() -> None:
    records = steady(60, lambda k: ["18:30"] if k % 3 else [])
    unchecked = [
        each for each in records if not (isinstance(each, Day) and (each.date - MONDAY).days % 5 == 0)
    ]
    answer = triggers(Diary.of(unchecked))
    assert answer.complete_days == 48


MADE = made_records()
SHUFFLED_TABLE = triggers(Diary.of(MADE)).row()


@given(st.randoms(use_true_random=False))
@settings(max_examples=10, deadline=None)
def test_the_order_of_rows_never_matters(random: Random) -> None:
    rows = list(MADE)
    random.shuffle(rows)
    assert triggers(Diary.of(rows)).row() == SHUFFLED_TABLE


@given(st.integers(-60, 60))
@settings(max_examples=10, deadline=None)
def test_moving_everything_by_whole_weeks_changes_no_number(weeks: int) -> None:
    moved = triggers(Diary.of([_moved(each, timedelta(weeks=weeks)) for each in MADE])).row()
    assert moved["triggers"] == SHUFFLED_TABLE["triggers"]


def test_moving_the_start_of_the_day_to_three_changes_nothing_when_nobody_is_awake_then() -> None:
    assert triggers(Diary.of(MADE, DiarySettings(day_start=3))).row() == SHUFFLED_TABLE


def test_an_edit_is_seen_though_the_other_months_are_remembered() -> None:
    diary = Diary.of(MADE)
    before = triggers(diary)
    more = an_episode(id=an_id("one more"), onset=at(date(2026, 11, 22), "10:30", 60))
    assert triggers(diary.apply(None, more)).onsets == before.onsets + 1
    assert triggers(diary) == before


def _moved(record: Record, by: timedelta) -> Record:
    match record:
        case Episode():
            return replace(record, onset=record.onset + by, recorded_at=record.recorded_at + by)
        case Day():
            return replace(record, date=record.date + by)
        case Exercise() | Sitting():
            return replace(record, start=record.start + by)
        case Caffeine() | Stress():
            return replace(record, at=record.at + by)
        case _:
            return record
