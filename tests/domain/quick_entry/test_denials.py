"""What is denied, feared or doubted is kept in words and stored as nothing."""

import pytest

from tests.domain.quick_entry.told import read, told
from twitchlog.domain.episode import Symptom
from twitchlog.domain.quick_entry.symptoms import TYPED

DENIED = [
    "no {}",
    "not {}",
    "without {}",
    "never {}",
    "isn't {}",
    "no longer {}",
    "no pain or {}",
    "no cramps nor {}",
]


@pytest.mark.parametrize("denial", DENIED)
@pytest.mark.parametrize("symptom", Symptom)
def test_a_denied_symptom_is_only_in_the_note(symptom: Symptom, denial: str) -> None:
    words = denial.format(TYPED[symptom])
    (episode,) = read(f"left calf 5 min {words}").episodes
    assert episode.symptoms == frozenset()
    assert episode.note == words
    assert episode.duration_s == 300


@pytest.mark.parametrize("symptom", Symptom)
def test_a_symptom_after_but_or_a_comma_is_there(symptom: Symptom) -> None:
    for joint in (" but", ","):
        (episode,) = read(f"left calf not strong{joint} {TYPED[symptom]}").episodes
        assert episode.symptoms == {symptom}


@pytest.mark.parametrize("fear", ["worried about", "afraid of", "scared it is"])
@pytest.mark.parametrize("symptom", Symptom)
def test_a_feared_symptom_is_offered_and_not_taken(symptom: Symptom, fear: str) -> None:
    given = read(f"left calf, {fear} {TYPED[symptom]}")
    assert given.episodes[0].symptoms == frozenset()
    (offer,) = given.offers
    assert read(offer.line).episodes[0].symptoms == {symptom}


@pytest.mark.parametrize(
    ("line", "given"),
    {
        "left calf painless": 'calf.left, note "painless"',
        "left calf can't see it": 'calf.left, note "can\'t see it"',
        "left calf 5 min, no twitching in right calf": 'calf.left, dur 300, note "no twitching in right calf"',
        "no pain in left calf": "asks site:",
        "left calf, not the right one": 'calf.left, note "not the right one"',
        "left calf not after run": 'calf.left, note "not after run"',
        "left calf without a pause": "calf.left, pattern continuous",
        "left calf weak?": 'calf.left, note "weak"; offers symptom',
        "left calf weak twitch": 'calf.left, note "weak"; offers symptom',
        "left calf vibrating": 'calf.left, note "vibrating"',
        "left calf tired": 'calf.left, note "tired"; offers symptom',
        "left calf weak, not sure": "calf.left, weakness, weakness_kind unsure",
        "left calf, could not lift left foot": 'calf.left, note "could not lift left foot"; offers symptom',
        "could not open a jar with right hand": 'hand.right, note "could not open a jar"; offers symptom',
        "left calf no coffee or tea": 'calf.left, note "no coffee or tea"',
        "no twitches today, left calf": 'calf.left, note "no twitches today"',
    }.items(),
)
def test_denials_fears_and_hints(line: str, given: str) -> None:
    assert told(line) == given


def test_the_other_meaning_of_no_pain_and_weak_is_offered() -> None:
    given = read("left calf no pain and weak")
    assert given.asks is not None
    assert told(given.asks.choices[0].line).startswith('calf.left, weakness, note "no pain"')
    assert told(given.offers[0].line) == 'calf.left, note "no pain or weak"'


def test_each_offered_kind_of_weakness_is_understood_when_taken() -> None:
    kinds = [read(offer.line).episodes[0].weakness_kind for offer in read("left calf weak").offers]
    assert kinds == ["heavy", "could_not", "unsure"]
