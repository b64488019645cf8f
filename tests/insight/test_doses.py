"""By amount."""

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
import pytest

from tests.helpers import a_caffeine, a_day, a_stress, an_episode, an_exercise, at
from twitchlog.domain.day import CheckIn
from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.domain.record import Record
from twitchlog.insight.doses import SCALES, Dose, doses, mean_interval

MONDAY = date(2026, 3, 2)


def days(count: int, **only: object) -> list[Record]:
    return [
        a_day(date=MONDAY + timedelta(days=k), check_in=CheckIn.ALL_LOGGED, exposures_complete=True, **only)
        for k in range(count)
    ]


def the_dose(exposure: str, records: Sequence[Record], count: int = 90) -> Dose:
    found = doses(Diary.of(records), Period(MONDAY, MONDAY + timedelta(days=count)))
    return next(dose for dose in found if dose.exposure == exposure)


def counts(dose: Dose) -> dict[str, int]:
    return {level.label: level.days for level in dose.levels if level.days}


def test_exercise_of_a_day_is_added_up() -> None:
    rows = days(3)
    rows += [
        an_exercise(start=at(MONDAY, "08:00"), duration_min=15),
        an_exercise(start=at(MONDAY, "18:00"), duration_min=20),
        an_exercise(start=at(MONDAY + timedelta(days=1), "18:00"), duration_min=60),
    ]
    dose = the_dose("exercise", rows)
    assert counts(dose) == {"0": 1, "30 to 59": 1, "60 or more": 1}
    assert dose.unknown_days == 0


def test_an_amount_not_given_makes_the_day_unknown_not_less() -> None:
    rows = days(2)
    rows += [
        a_caffeine(at=at(MONDAY, "08:00"), mg=90),
        a_caffeine(at=at(MONDAY, "10:00")),
        a_caffeine(at=at(MONDAY + timedelta(days=1), "10:00"), mg=90),
    ]
    dose = the_dose("caffeine", rows)
    assert (counts(dose), dose.unknown_days) == ({"under 100": 1}, 1)


def test_stress_is_the_first_rating_of_the_day() -> None:
    rows = [*days(2), a_stress(at=at(MONDAY, "20:00"), level=5), a_stress(at=at(MONDAY, "08:00"), level=2)]
    dose = the_dose("stress", rows)
    assert (counts(dose), dose.unknown_days) == ({"2": 1}, 1)


@pytest.mark.parametrize(
    ("hours", "label"), [(4.9, "under 5"), (5, "5 to 6"), (7.5, "7 to 8"), (8, "8 or more")]
)
def test_sleep_is_the_nights_before_the_day(hours: float, label: str) -> None:
    assert counts(the_dose("sleep", days(2, sleep_hours=hours))) == {label: 2}


def test_under_eight_days_there_is_a_number_of_days_and_no_mean() -> None:
    seven = the_dose("exercise", days(7)).levels[0]
    assert (seven.days, seven.mean, seven.low, seven.high) == (7, None, None, None)
    assert the_dose("exercise", days(8)).levels[0].mean == 0


def test_the_mean_counts_onsets_of_the_whole_local_day() -> None:
    rows = days(8)
    rows += [
        an_episode(onset=at(MONDAY, "05:00")),
        an_episode(onset=at(MONDAY + timedelta(days=1), "03:00")),
        an_episode(onset=at(MONDAY + timedelta(days=1), "03:10")),
        an_episode(onset=at(MONDAY + timedelta(days=20), "12:00")),
    ]
    assert the_dose("exercise", rows).levels[0].mean == pytest.approx(2 / 8)


def test_days_that_are_not_complete_are_in_no_level() -> None:
    rows = [*days(8), a_day(date=MONDAY + timedelta(days=9), check_in=CheckIn.SOME_LOGGED)]
    assert sum(level.days for level in the_dose("exercise", rows).levels) == 8


def test_no_complete_day_has_all_levels_empty() -> None:
    found = doses(Diary(), Period(MONDAY, MONDAY))
    assert [dose.exposure for dose in found] == [scale.exposure for scale in SCALES]
    assert all(level.days == 0 and level.mean is None for dose in found for level in dose.levels)


def test_no_onset_in_thirty_days_leaves_room_for_one_in_eight() -> None:
    assert mean_interval(np.zeros(30)) == pytest.approx((0, 0, 3.689 / 30), rel=1e-3)


@pytest.mark.parametrize(
    ("rate", "spread", "number"), [(0.3, 0.0, 30), (1.0, 0.7, 30), (4.0, 0.7, 12), (1.0, 0.0, 8)]
)
def test_the_interval_holds_the_mean_in_about_nineteen_of_twenty(
    rate: float, spread: float, number: int
) -> None:
    draw = np.random.default_rng(1)
    held = []
    for _ in range(1500):
        day = np.exp(draw.normal(0, spread, number) - spread**2 / 2)
        _, low, high = mean_interval(draw.poisson(rate * day).astype(np.float64))
        held.append(low <= rate <= high)
    assert 0.92 <= np.mean(held) <= 0.995
