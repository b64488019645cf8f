"""Which hours count, of which stratum they are, and what they are exposed to."""

from datetime import date, time, timedelta
from typing import Any

import numpy as np
import pytest

from tests.helpers import TODAY, a_caffeine, a_day, a_sitting, a_stress, an_episode, an_exercise, at
from twitchlog.domain.day import CheckIn, Day
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Vibration
from twitchlog.domain.record import Record
from twitchlog.domain.settings import DiarySettings
from twitchlog.domain.sites import Side
from twitchlog.insight.triggers.bins import Bins, bins
from twitchlog.insight.triggers.exposures import EXPOSURES


def complete(day: date = TODAY, **only: Any) -> Day:
    return a_day(date=day, check_in=CheckIn.ALL_LOGGED, exposures_complete=True, **only)


def the_bins(*records: Record, day_start: int = 4, day: Day | None = None) -> Bins:
    found = bins(Diary.of([*records, day or complete()], DiarySettings(day_start=day_start)))
    assert found is not None
    return found


def exposed_hours(found: Bins, exposure: str) -> list[int]:
    return [int(hour) for hour in found.hour[found.exposed[EXPOSURES.index(exposure)]]]


def unknown_hours(found: Bins, exposure: str) -> list[int]:
    return [int(hour) for hour in found.hour[~found.known[EXPOSURES.index(exposure)]]]


def hours(first: int, stop: int) -> list[int]:
    return [hour % 24 for hour in range(first, stop)]


@pytest.mark.parametrize(
    ("awake", "expected"),
    [
        pytest.param({}, hours(7, 23), id="not given: seven to eleven in the evening"),
        pytest.param({"awake_from": time(9, 30)}, hours(9, 23), id="half past nine counts nine"),
        pytest.param({"awake_from": time(9, 31)}, hours(10, 23), id="a minute later does not"),
        pytest.param({"awake_to": time(1, 0)}, hours(7, 25), id="until one at night"),
        pytest.param({"awake_to": time(4, 0)}, hours(7, 28), id="until four is the end of the day"),
        pytest.param({"awake_from": time(4, 0), "awake_to": time(4, 0)}, hours(4, 28), id="the whole day"),
        pytest.param(
            {"awake_from": time(22), "awake_to": time(8)}, hours(7, 23), id="no day at all: the usual"
        ),
    ],
)
def test_the_waking_hours_are(awake: dict[str, Any], expected: list[int]) -> None:
    assert the_bins(day=complete(**awake)).hour.tolist() == expected


def test_with_a_day_that_starts_at_midnight_the_evening_ends_there() -> None:
    day = complete(awake_from=time(6), awake_to=time(0))
    assert the_bins(day=day, day_start=0).hour.tolist() == hours(6, 24)


def test_with_a_day_that_starts_at_noon_the_usual_hours_stay_the_same() -> None:
    found = the_bins(day_start=12)
    assert found.hour.tolist() == [*hours(12, 23), *hours(7, 12)]


def test_an_onset_at_night_belongs_to_the_evening_before() -> None:
    day = complete(awake_to=time(3))
    found = the_bins(an_episode(onset=at(TODAY + timedelta(days=1), "02:59")), day=day)
    assert found.onsets.tolist() == [0] * 19 + [1]


@pytest.mark.parametrize(
    ("onset", "seconds", "left_out"),
    [
        pytest.param("10:30", None, [], id="no length"),
        pytest.param("10:30", 1800, [], id="ends as the hour begins"),
        pytest.param("10:30", 1801, [11], id="a second longer"),
        pytest.param("10:00", 7200, [11], id="from the hour to the hour: its own hour stays"),
        pytest.param("06:30", 3601, [7], id="began before the waking day"),
    ],
)
def test_hours_that_begin_during_a_twitch_are_left_out(
    onset: str, seconds: int | None, left_out: list[int]
) -> None:
    found = the_bins(an_episode(onset=at(TODAY, onset), duration_s=seconds))
    assert found.hour.tolist() == [hour for hour in hours(7, 23) if hour not in left_out]


def test_a_twitch_of_the_evening_before_can_still_fill_hours() -> None:
    evening = an_episode(onset=at(TODAY - timedelta(days=1), "22:30"), duration_s=12 * 3600)
    assert the_bins(evening).hour.tolist() == hours(11, 23)


@pytest.mark.parametrize(
    ("clocks", "sides", "expected"),
    [
        pytest.param(["10:00", "10:14"], "ll", 1, id="fourteen minutes"),
        pytest.param(["10:00", "10:15"], "ll", 2, id="fifteen"),
        pytest.param(["10:00", "10:14", "10:28", "10:42"], "llll", 1, id="each moves it on"),
        pytest.param(["10:00", "10:05"], "lr", 2, id="the other side"),
        pytest.param(["10:00", "10:05", "10:14"], "lrl", 2, id="another spot between"),
    ],
)
def test_a_twitch_logged_twice_is_one_onset(clocks: list[str], sides: str, expected: int) -> None:
    side = {"l": Side.LEFT, "r": Side.RIGHT}
    rows = [an_episode(onset=at(TODAY, clock), side=side[s]) for clock, s in zip(clocks, sides, strict=True)]
    assert the_bins(*rows).onsets.sum() == expected


@pytest.mark.parametrize(
    ("before", "onsets"),
    [pytest.param("03:47", 0, id="fourteen minutes before"), pytest.param("03:46", 1, id="fifteen")],
)
def test_a_twitch_of_the_night_before_the_first_day_can_be_the_one_logged_twice(
    before: str, onsets: int
) -> None:
    rows = [an_episode(onset=at(TODAY, clock)) for clock in (before, "04:01")]
    assert the_bins(*rows, day=complete(awake_from=time(4))).onsets.sum() == onsets


def test_an_edit_is_seen_though_the_last_answer_is_remembered() -> None:
    diary = Diary.of([complete()])
    before = bins(diary)
    after = bins(diary.apply(None, an_episode(onset=at(TODAY, "10:00"))))
    shifted = bins(diary.with_settings(DiarySettings(day_start=12)))
    assert before is not None
    assert after is not None
    assert shifted is not None
    assert bins(diary) is not after
    assert (before.onsets.sum(), after.onsets.sum()) == (0, 1)
    assert (before.hour[0], shifted.hour[0]) == (7, 12)


def test_what_is_not_counted_is_no_onset_and_takes_no_hour() -> None:
    shaken = an_episode(onset=at(TODAY, "10:00"), vibration=Vibration.VEHICLE, duration_s=7200)
    pulse = an_episode(onset=at(TODAY, "12:00"), pulse=True, duration_s=7200)
    found = the_bins(shaken, pulse)
    assert (found.onsets.sum(), len(found.hour)) == (0, 16)


def test_exercise_counts_for_eight_hours_from_its_end() -> None:
    on_the_hour = an_exercise(start=at(TODAY, "08:00"), duration_min=60)
    assert exposed_hours(the_bins(on_the_hour), "exercise") == hours(9, 17)
    later = an_exercise(start=at(TODAY, "08:00"), duration_min=61)
    assert exposed_hours(the_bins(later), "exercise") == hours(10, 18)


def test_exercise_without_a_length_ends_when_it_starts() -> None:
    assert exposed_hours(the_bins(an_exercise(start=at(TODAY, "08:00"))), "exercise") == hours(8, 16)


def test_exposures_of_a_day_that_is_not_complete_reach_into_the_next() -> None:
    late = an_exercise(start=at(TODAY, "03:00"), duration_min=30)
    assert exposed_hours(the_bins(late), "exercise") == hours(7, 12)


@pytest.mark.parametrize(("mg", "expected"), [(None, hours(9, 15)), (50, hours(9, 15)), (49.9, [])])
def test_caffeine_counts_for_six_hours_from_fifty_milligrams(mg: float | None, expected: list[int]) -> None:
    assert exposed_hours(the_bins(a_caffeine(at=at(TODAY, "08:20"), mg=mg)), "caffeine") == expected


@pytest.mark.parametrize(("minutes", "expected"), [(120, hours(10, 14)), (119, []), (None, [])])
def test_sitting_counts_for_four_hours_from_two_hours_on(minutes: int | None, expected: list[int]) -> None:
    sitting = a_sitting(start=at(TODAY, "08:00"), duration_min=minutes)
    assert exposed_hours(the_bins(sitting), "sitting") == expected


@pytest.mark.parametrize(
    ("slept", "exposed", "unknown"),
    [(5.9, 16, 0), (6, 0, 0), (None, 0, 16)],
)
def test_short_sleep_is_of_the_whole_day(slept: float | None, exposed: int, unknown: int) -> None:
    found = the_bins(day=complete(sleep_hours=slept))
    assert len(exposed_hours(found, "short_sleep")) == exposed
    assert len(unknown_hours(found, "short_sleep")) == unknown


@pytest.mark.parametrize(
    ("ratings", "onset", "exposed", "unknown"),
    [
        pytest.param([("09:10", 4)], None, hours(10, 23), [], id="high, and no twitch that day"),
        pytest.param([("09:10", 3)], None, [], [], id="not high"),
        pytest.param([], "10:00", [], [], id="not rated: not stressed"),
        pytest.param([("09:10", 4)], "12:00", hours(10, 23), [], id="high before the first twitch"),
        pytest.param([("12:10", 4)], "12:05", [], hours(13, 23), id="only after it: from then on unknown"),
        pytest.param([("12:05", 2)], "12:05", [], hours(13, 23), id="at it, whatever the level"),
        pytest.param(
            [("09:00", 2), ("13:00", 5)], "12:00", [], [], id="calm before, high after: not exposed"
        ),
        pytest.param([("09:00", 2), ("10:00", 5)], "12:00", hours(10, 23), [], id="the high one decides"),
    ],
)
def test_stress_counts_from_a_high_rating_before_the_first_twitch(
    ratings: list[tuple[str, int]], onset: str | None, exposed: list[int], unknown: list[int]
) -> None:
    rows: list[Record] = [a_stress(at=at(TODAY, clock), level=level) for clock, level in ratings]
    if onset:
        rows.append(an_episode(onset=at(TODAY, onset)))
    found = the_bins(*rows)
    assert exposed_hours(found, "stress") == exposed
    assert unknown_hours(found, "stress") == unknown


def test_the_first_twitch_may_have_been_at_night() -> None:
    found = the_bins(an_episode(onset=at(TODAY, "04:10")), a_stress(at=at(TODAY, "07:00")))
    assert exposed_hours(found, "stress") == []
    assert unknown_hours(found, "stress") == hours(7, 23)


def test_stress_of_yesterday_is_not_stress_of_today() -> None:
    assert exposed_hours(the_bins(a_stress(at=at(TODAY, "03:59"))), "stress") == []


def test_times_are_read_off_the_clock_that_was_on_the_wall() -> None:
    # The night the clocks go back in London: 02:00 summer time becomes 01:00.
    night = date(2026, 10, 25)
    before = an_exercise(start=at(night, "01:30", 60), duration_min=60)
    after = an_episode(onset=at(night, "09:30", 0))
    found = the_bins(before, after, day=complete(night))
    assert exposed_hours(found, "exercise") == hours(7, 11)
    assert found.hour[found.onsets > 0].tolist() == [9]


def test_a_journey_moves_no_hour() -> None:
    abroad: list[Record] = [
        an_exercise(start=at(TODAY, "08:00", 9 * 60)),
        an_episode(onset=at(TODAY, "21:30", 9 * 60)),
    ]
    home: list[Record] = [an_exercise(start=at(TODAY, "08:00")), an_episode(onset=at(TODAY, "21:30"))]
    there, here = the_bins(*abroad), the_bins(*home)
    assert np.array_equal(there.exposed, here.exposed)
    assert np.array_equal(there.onsets, here.onsets)


def in_strata(count: int) -> dict[int, list[tuple[int, int]]]:
    """Day and hour of the bins of each stratum, for so many complete days from a Monday."""
    monday = date(2026, 8, 24)
    found = bins(Diary.of([complete(monday + timedelta(days=k)) for k in range(count)]))
    assert found is not None
    groups: dict[int, list[tuple[int, int]]] = {}
    for stratum, day, hour in zip(found.stratum, found.day, found.hour, strict=True):
        groups.setdefault(int(stratum), []).append((int(day), int(hour)))
    return groups


def test_a_stratum_is_two_hours_of_the_clock_on_thirty_days() -> None:
    groups = in_strata(83)
    assert len(groups) == 3 * 9
    assert sorted(groups[3]) == [(day, 7) for day in range(30)]
    assert sorted(groups[4]) == [(day, hour) for day in range(30) for hour in (8, 9)]


def test_from_eighty_four_days_on_weekends_are_apart() -> None:
    groups = in_strata(84)
    assert len(groups) == 2 * 3 * 9
    weekend = [day for day in range(30) if day % 7 in {5, 6}]
    assert [day for day, _ in groups[12 + 3]] == weekend


def test_weeks_are_counted_from_the_first_day_asked_for() -> None:
    monday = date(2026, 8, 24)
    diary = Diary.of([complete(monday + timedelta(days=k)) for k in range(10)])
    found = bins(diary, monday + timedelta(days=2), monday + timedelta(days=9))
    assert found is not None
    assert found.days == 8
    assert found.week.tolist() == [0] * 7 * 16 + [1] * 16


def test_only_complete_days_are_looked_at() -> None:
    other = [
        a_day(date=TODAY - timedelta(days=1), check_in=CheckIn.SOME_LOGGED, exposures_complete=True),
        a_day(date=TODAY - timedelta(days=2), check_in=CheckIn.ALL_LOGGED),
    ]
    found = the_bins(*other, an_episode(onset=at(TODAY - timedelta(days=1))))
    assert (found.days, found.onsets.sum(), found.first, found.until) == (1, 0, TODAY, TODAY)
