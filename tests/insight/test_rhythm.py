"""Time of day: a rhythm of the twitches, not of the sleep."""

from datetime import date, time, timedelta

import numpy as np
import pytest

from tests.helpers import a_day, an_episode, at
from tests.insight.triggers.made_diary import made_records
from twitchlog.domain.day import CheckIn
from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.domain.record import Record
from twitchlog.insight.rhythm import Rhythm, dial, time_of_day

MONDAY = date(2026, 3, 2)


def the_rhythm(diary: Diary) -> Rhythm | None:
    period = diary.span()
    assert period is not None
    return time_of_day(diary, period)


def complete_days(count: int) -> list[Record]:
    return [
        a_day(
            date=MONDAY + timedelta(days=k),
            check_in=CheckIn.ALL_LOGGED,
            exposures_complete=True,
            awake_from=time(8),
            awake_to=time(20),
        )
        for k in range(count)
    ]


def twitch(k: int, clock: str) -> Record:
    return an_episode(onset=at(MONDAY + timedelta(days=k), clock))


def test_the_made_diary_gives_the_reference_figures() -> None:
    found = the_rhythm(Diary.of(made_records()))
    assert found is not None
    assert (found.days, found.onsets) == (56, 101)
    assert found.statistic == pytest.approx(10.3652, abs=5e-5)
    assert found.p == pytest.approx(0.005613, abs=5e-7)
    assert found.clear


def test_twitches_spread_over_the_waking_day_have_no_time_of_day() -> None:
    spread = [twitch(k, f"{8 + 5 * k % 12:02d}:30") for k in range(36)]
    found = the_rhythm(Diary.of([*complete_days(36), *spread]))
    assert found is not None
    assert found.p > 0.5
    assert not found.clear


def test_twitches_late_in_the_waking_day_are_said_to_be_late() -> None:
    late = [twitch(k, clock) for k in range(30) for clock in ("17:30", "18:30", "12:30")[: 2 + k % 2]]
    found = the_rhythm(Diary.of([*complete_days(30), *late]))
    assert found is not None
    assert found.clear
    assert 17 < found.hour < 20


@pytest.mark.parametrize("hour", [9, 13, 18])
def test_the_hour_said_is_the_hour_of_the_wave_not_pushed_out_by_sleep(hour: int) -> None:
    draw = np.random.default_rng(hour)
    clock = np.arange(8, 20)
    wave = np.exp(np.cos(2 * np.pi * (clock + 0.5 - hour) / 24))
    counts = draw.poisson(4 * wave / wave.sum(), (120, 12)).clip(0, 3)
    twitches = [
        twitch(k, f"{h:02d}:{15 * n:02d}")
        for k, of_day in enumerate(counts.tolist())
        for h, count in enumerate(of_day, 8)
        for n in range(count)
    ]
    found = the_rhythm(Diary.of([*complete_days(120), *twitches]))
    assert found is not None
    assert found.hour == pytest.approx(hour, abs=1)


@pytest.mark.parametrize(
    "records",
    [
        pytest.param([], id="an empty diary"),
        pytest.param(complete_days(20), id="no twitch"),
        pytest.param([*complete_days(30), *(twitch(k, "18:30") for k in range(19))], id="one onset too few"),
        pytest.param(
            [*complete_days(30), *(twitch(k, f"{h:02d}:30") for k in range(13) for h in (9 + k % 7, 18))],
            id="one day too few",
        ),
        pytest.param([*complete_days(30), *(twitch(k, "18:30") for k in range(30))], id="one hour only"),
    ],
)
def test_there_is_no_test_for(records: list[Record]) -> None:
    diary = Diary.of(records)
    with np.errstate(divide="raise", over="raise", invalid="raise"):
        assert time_of_day(diary, Period.of_days(MONDAY + timedelta(days=59), 60)) is None


def test_the_dial_divides_by_the_hours_awake_and_says_nothing_of_the_others() -> None:
    diary = Diary.of([*complete_days(10), twitch(0, "08:10"), twitch(3, "08:50"), twitch(3, "19:50")])
    found = dial(diary, Period.of_days(MONDAY + timedelta(days=9), 10))
    assert (found.days, sum(found.onsets), sum(found.hours)) == (10, 3, 120)
    assert found.rates[8] == pytest.approx(0.2)
    assert found.rates[9] == 0
    assert found.rates[7] is None


def test_the_dial_of_no_complete_day_is_empty() -> None:
    found = dial(Diary(), Period.of_days(MONDAY, 10))
    assert (found.days, found.rates) == (0, (None,) * 24)
