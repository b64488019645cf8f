from datetime import date, timedelta

import numpy as np
import pytest

from tests.charts.test_cards import BANNED
from tests.helpers import TODAY
from tests.insight.series.diaries import checked, twitches
from tests.insight.triggers.made_diary import made_records
from tests.simulated import Scenario, simulated
from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.insight.series.luck import LuckSeries, answer, leaves_out_one, series
from twitchlog.insight.triggers import triggers

DIARY = Diary.of(made_records())
SPAN = DIARY.span()
assert SPAN is not None
PERIOD, ON = SPAN, SPAN.last


@pytest.fixture(scope="module")
def found() -> LuckSeries:
    return series(DIARY, PERIOD, ON, 3)


def test_five_charts_and_the_letter_of_the_real_one(found: LuckSeries) -> None:
    real = triggers(DIARY, PERIOD.first, PERIOD.last).rows
    assert [panel.letter for panel in found.panels] == ["A", "B", "C", "D", "E"]
    mine = [panel.letter for panel in found.panels if tuple(row.answer for row in panel.rows) == real]
    assert mine == [found.real]


def test_the_real_one_stands_elsewhere_with_another_seed() -> None:
    assert len({series(DIARY, PERIOD, ON, seed).real for seed in range(8)}) > 2


def test_the_right_pick_is_said_and_is_no_proof(found: LuckSeries) -> None:
    said = answer(found, found.real)
    assert said.startswith(f"Yes, {found.real} is yours.")
    assert "one guess in five is right" in said


def test_the_wrong_pick_names_both(found: LuckSeries) -> None:
    wrong = next(panel.letter for panel in found.panels if panel.letter != found.real)
    assert answer(found, wrong).startswith(f"{found.real} is yours; {wrong} was shuffled.")


def test_the_answer_counts_what_luck_has_made(found: LuckSeries) -> None:
    rows = [row for panel in found.panels if panel.letter != found.real for row in panel.rows]
    out = sum(map(leaves_out_one, rows))
    ranges = sum(bool(row.range) for row in rows)
    assert f"Of the {ranges} ranges in the 4 shuffled charts, {out or 'none'} " in answer(found, "A")


def test_what_is_likely_linked_is_named_with_how_often_luck_says_so(found: LuckSeries) -> None:
    assert "likely linked of exercise and high stress" in answer(found, "A")
    assert "1 to 6 of 100" in answer(found, "A")


def test_without_a_likely_link_nothing_is_claimed() -> None:
    quiet = simulated(Scenario("", 1.0), np.random.default_rng(1))
    span = quiet.span()
    assert span is not None
    found = series(quiet, span, span.last, 1)
    assert "Nothing in yours is likely linked so far" in answer(found, "A")


def test_every_word_is_calm(found: LuckSeries) -> None:
    said = [found.title, found.explanation, *(panel.words for panel in found.panels)]
    for words in (*said, answer(found, "A"), answer(found, found.real)):
        assert not BANNED.search(words), words


def test_without_complete_days_there_is_nothing_to_find() -> None:
    on = date(2026, 11, 22)
    empty = series(Diary(), Period(on, on + timedelta(days=1)), on)
    assert (empty.panels, empty.real, empty.enough) == ((), "", False)
    assert empty.title == "Nothing to shuffle yet"


def test_one_day_cannot_be_shuffled_with_itself() -> None:
    one = Diary.of([*twitches(TODAY, 3), checked(TODAY)])
    assert series(one, Period.of_days(TODAY, 30), TODAY).panels == ()
