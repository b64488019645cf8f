import pytest

from tests.helpers import TODAY, an_episode
from tests.insight.flags.vectors import diary_of
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Symptom
from twitchlog.insight.flags.signs import SIGNS, follow_up_due


def test_six_signs_are_always_listed() -> None:
    assert len(SIGNS) == 6


@pytest.mark.parametrize("symptom", list(Symptom))
def test_only_numbness_and_weakness_ask(symptom: Symptom) -> None:
    asks = symptom in {Symptom.NUMBNESS, Symptom.WEAKNESS}
    assert follow_up_due(Diary(), an_episode(symptoms=frozenset({symptom})), TODAY) is asks


@pytest.mark.parametrize(
    ("talks", "due"),
    [
        ("talk 1116 urgent_no", False),
        ("talk 1122 urgent_yes", False),
        ("talk 1115 urgent_no", True),
        ("talk 1122 urgent", True),
        ("talk 1122 weakness", True),
        ("talk 1123 urgent_no", True),
    ],
)
def test_it_is_asked_once_a_week(talks: str, due: bool) -> None:
    weak = an_episode(symptoms=frozenset({Symptom.WEAKNESS}))
    assert follow_up_due(diary_of(talks), weak, TODAY) is due
