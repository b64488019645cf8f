"""The person's own drinks and exercise: known to the typed line, and never at the cost of what it knew."""

import pytest

from tests.domain.quick_entry.told import told
from twitchlog.domain.errors import RecordError
from twitchlog.domain.quick_entry import vocabulary_of
from twitchlog.domain.quick_entry.own_words import (
    MOST,
    with_activity,
    with_drink,
    without_activity,
    without_drink,
)
from twitchlog.domain.settings import DiarySettings

PLAIN = DiarySettings()


def told_with(line: str, settings: DiarySettings) -> str:
    return told(line, known=vocabulary_of(settings))


def test_a_drink_of_ones_own_is_counted_with_its_caffeine() -> None:
    mine = with_drink(PLAIN, "Club Mate", 100)
    assert told_with("2 club mates at 8", mine) == "caffeine Club Mate x2, 200 mg, 08:00"
    assert told_with("left calf, no club mate", mine) == 'calf.left, note "no club mate"'


def test_a_usual_drink_can_be_given_other_caffeine_and_gets_its_own_back() -> None:
    strong = with_drink(PLAIN, " Coffee ", 120)
    assert strong.drinks == {"coffee": 120}
    assert told_with("2 coffees", strong) == "caffeine coffee x2, 240 mg, 14:32"
    assert told_with("2 coffees", without_drink(strong, "coffee")) == "caffeine coffee x2, 180 mg, 14:32"


def test_a_drink_known_without_an_amount_can_be_given_one() -> None:
    assert told_with("cafe latte", with_drink(PLAIN, "latte", 75)) == "caffeine latte x1, 75 mg, 14:32"


def test_a_drink_is_changed_not_doubled() -> None:
    assert with_drink(with_drink(PLAIN, "Mate", 60), "mate", 70).drinks == {"mate": 70}


def test_an_exercise_of_ones_own_is_understood_with_its_length() -> None:
    mine = with_activity(PLAIN, "Padel")
    assert told_with("left calf 5 min after padel", mine) == "calf.left, dur 300 + exercise Padel 14:32"
    assert told_with("padel 90 min hard", mine) == "exercise Padel 13:02, 90 min, hard"
    assert told_with("left calf, no padel", mine) == 'calf.left, note "no padel"'
    assert told_with("left calf after padel", without_activity(mine, "Padel")) == (
        'calf.left, note "after padel"'
    )


def test_the_longer_name_is_meant() -> None:
    assert told_with("table tennis 30 min", with_activity(PLAIN, "table tennis")) == (
        "exercise table tennis 14:02, 30 min"
    )


@pytest.mark.parametrize("name", ["calf", "run", "left", "yesterday", "2 h", "stress", "and", "mild"])
def test_a_name_that_means_something_already_is_refused(name: str) -> None:
    with pytest.raises(RecordError):
        with_activity(PLAIN, name)
    with pytest.raises(RecordError):
        with_drink(PLAIN, name, 50)


@pytest.mark.parametrize("name", ["", "  ", "a, b", "7up", "x" * 41, "…", "nice but long"])
def test_a_name_that_cannot_be_typed_is_refused(name: str) -> None:
    with pytest.raises(RecordError):
        with_activity(PLAIN, name)


@pytest.mark.parametrize("mg", [None, -1, 1_001, float("nan")])
def test_an_amount_that_cannot_be_is_refused(mg: float | None) -> None:
    with pytest.raises(RecordError) as said:
        with_drink(PLAIN, "mate", mg)
    assert said.value.field == "mg"


def test_the_list_has_an_end() -> None:
    full = DiarySettings(activities=tuple(f"a{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(MOST)))
    with pytest.raises(RecordError, match="the most"):
        with_activity(full, "padel")
    with pytest.raises(RecordError, match="already"):
        with_activity(DiarySettings(activities=("Padel",)), "padel")


@pytest.mark.parametrize("name", ["brew no 5", "no sugar cola", "no-gi bjj"])
def test_a_name_the_line_would_not_understand_is_refused(name: str) -> None:
    with pytest.raises(RecordError):
        with_drink(PLAIN, name, 50)
    with pytest.raises(RecordError):
        with_activity(PLAIN, name)


@pytest.mark.parametrize("name", ["v60", "ginger-tea", "Club Mate", "chai"])
def test_a_drink_is_understood_by_the_name_it_got(name: str) -> None:
    assert told_with(f"2 {name}", with_drink(PLAIN, name, 50)) == f"caffeine {name} x2, 100 mg, 14:32"
