"""What luck looks like."""

from datetime import date, timedelta

import numpy as np

from tests.helpers import a_day
from tests.insight.triggers.made_diary import made_records
from tests.simulated import Scenario, simulated
from twitchlog.domain.day import CheckIn
from twitchlog.domain.diary import Diary
from twitchlog.domain.record import Record
from twitchlog.insight.luck import lineup
from twitchlog.insight.triggers import triggers

DIARY = Diary.of(made_records())


def test_one_of_five_answers_is_the_real_one() -> None:
    found = lineup(DIARY, 3)
    assert found is not None
    assert len(found.answers) == 5
    real = triggers(DIARY).rows
    assert [number for number, answer in enumerate(found.answers) if answer == real] == [found.real]


def test_the_same_seed_gives_the_same_and_another_another_place() -> None:
    assert lineup(DIARY, 3) == lineup(DIARY, 3)
    places = {found.real for seed in range(30) if (found := lineup(DIARY, seed))}
    assert places == {0, 1, 2, 3, 4}


def test_the_shuffled_ones_have_the_same_days_and_show_no_strong_effect() -> None:
    strong = simulated(Scenario("", 2.0, ratios=(4.0, 1.0, 1.0, 1.0, 1.0)), np.random.default_rng(2))
    exercise = []
    for seed in range(5):
        found = lineup(strong, seed)
        assert found is not None
        assert found.answers[found.real][0].verdict == "likely-more"
        exercise += [rows[0].ratio for n, rows in enumerate(found.answers) if n != found.real]
    ratios = [ratio for ratio in exercise if ratio is not None]
    assert len(ratios) == 20
    assert 0.7 < np.median(ratios) < 1.4


def test_what_is_not_known_of_a_day_goes_with_its_exposures() -> None:
    monday = date(2026, 3, 2)
    rows: list[Record] = [
        a_day(
            date=monday + timedelta(days=k),
            check_in=CheckIn.ALL_LOGGED,
            exposures_complete=True,
            sleep_hours={0: 5, 1: 7}.get(k % 4),
        )
        for k in range(60)
    ]
    found = lineup(Diary.of(rows), 1)
    assert found is not None
    assert [answer[4].exposed.hours for answer in found.answers] == [15 * 16] * 5
    assert [answer[4].unexposed.hours for answer in found.answers] == [15 * 16] * 5


def test_without_complete_days_there_is_nothing_to_line_up() -> None:
    assert lineup(DIARY, 1, date(2030, 1, 1)) is None
