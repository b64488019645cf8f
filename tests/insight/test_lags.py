"""How long after."""

from datetime import date, timedelta
from math import inf

import numpy as np
import pytest

from tests.helpers import a_caffeine, a_day, an_episode, an_exercise, at
from tests.simulated import Scenario, simulated
from twitchlog.domain.day import CheckIn
from twitchlog.domain.diary import Diary
from twitchlog.domain.record import Record
from twitchlog.insight.columns import wall_seconds
from twitchlog.insight.lags import LagCurve, LagPoint, hours_since, lag_curves

MONDAY = date(2026, 3, 2)


def lag_curve(diary: Diary, exposure: str) -> LagCurve:
    return next(curve for curve in lag_curves(diary) if curve.exposure == exposure)


def moments(*clocks: str) -> np.typing.NDArray[np.int64]:
    return np.array([wall_seconds(at(MONDAY, clock)) for clock in clocks], dtype=np.int64)


def test_hours_are_counted_from_the_last_end_and_twelve_is_long_after() -> None:
    begins = moments("07:00", "08:00", "09:00", "12:00", "19:00", "20:00")
    assert hours_since(begins, moments("08:00")).tolist() == [12, 0, 1, 4, 11, 12]
    assert hours_since(begins, moments("10:30", "08:00")).tolist() == [12, 0, 1, 1, 8, 9]
    assert hours_since(begins, moments()).tolist() == [12] * 6


def after_exercise(clocks_with: list[str], clocks_without: list[str], days: int = 40) -> list[Record]:
    """Exercise to 12:00 on every second day, and twitches at these times."""
    rows: list[Record] = []
    for k in range(days):
        day = MONDAY + timedelta(days=k)
        rows.append(a_day(date=day, check_in=CheckIn.ALL_LOGGED, exposures_complete=True))
        if k % 2:
            rows.append(an_exercise(start=at(day, "11:00"), duration_min=60))
        rows += [an_episode(onset=at(day, clock)) for clock in (clocks_with if k % 2 else clocks_without)]
    return rows


def test_a_point_compares_its_hour_with_the_same_times_of_day_long_after() -> None:
    # Hour 14 is two hours after; 14 and 15 are one stratum, so without exercise there are 20 onsets in 40 hours.
    curve = lag_curve(Diary.of(after_exercise(["14:30"], ["15:30"])), "exercise")
    assert curve.complete_days == 40
    point = curve.points[2]
    assert (point.after_h, point.onsets, point.hours) == (2, 20, 20)
    assert point.ratio == pytest.approx(2)
    assert point.low is not None
    assert point.high is not None
    assert point.low < 2 < point.high


def test_an_hour_without_onsets_after_it_is_a_ratio_of_nothing_with_an_upper_limit() -> None:
    point = lag_curve(Diary.of(after_exercise([], ["14:30"])), "exercise").points[2]
    assert (point.onsets, point.ratio, point.low) == (0, 0, 0)
    assert point.high is not None
    assert 0 < point.high < 1


def test_onsets_only_after_it_have_a_lower_limit_only() -> None:
    point = lag_curve(Diary.of(after_exercise(["14:30"], [])), "exercise").points[2]
    assert (point.ratio, point.high) == (inf, inf)
    assert point.low is not None
    assert point.low > 1


def test_too_little_to_compare_has_counts_and_no_ratio() -> None:
    points = lag_curve(Diary.of(after_exercise(["14:30"], ["15:30"], days=6)), "exercise").points
    assert points[2] == LagPoint(2, 3, 3)
    assert [point.after_h for point in points] == list(range(12))


def test_a_diary_without_complete_days_has_twelve_empty_points() -> None:
    curve = lag_curve(Diary.of([a_caffeine(), an_episode()]), "caffeine")
    assert curve.points == tuple(LagPoint(h, 0, 0) for h in range(12))
    assert curve.complete_days == 0


def test_there_is_a_curve_after_exercise_and_one_after_caffeine() -> None:
    assert [curve.exposure for curve in lag_curves(Diary())] == ["exercise", "caffeine"]


def test_an_effect_of_eight_hours_shows_in_its_hours() -> None:
    scenario = Scenario("", 3.0, ratios=(3.0, 1.0, 1.0, 1.0, 1.0), days=365)
    points = lag_curve(simulated(scenario, np.random.default_rng(7)), "exercise").points
    assert all(point.low is not None and point.low > 1 for point in points[:4])
    later = [point.ratio for point in points[8:] if point.ratio is not None]
    assert later
    assert all(ratio < 2 for ratio in later)
