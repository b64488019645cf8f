"""Insights: calm cards that come after a save, and what a person can do with them."""

from datetime import timedelta

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.helpers import NOON, TODAY, a_day, an_episode
from tests.ui.conftest import Clock, MakeWindow
from tests.ui.hands import button, in_diary, press, type_line
from twitchlog.domain.day import CheckIn
from twitchlog.domain.episode import Symptom
from twitchlog.domain.medical import Discussion
from twitchlog.domain.record import Record
from twitchlog.insight.flags.banned import banned_in
from twitchlog.ui.insights.flag_card import FlagCard
from twitchlog.ui.insights.follow_up import FollowUp
from twitchlog.ui.main_window import MainWindow

NUMB = an_episode(symptoms=frozenset({Symptom.NUMBNESS}))


def cards(window: MainWindow) -> list[str]:
    """The titles of the cards, from the top."""
    found = sorted(window.insights.cards._cards.values(), key=lambda card: card.objectName())
    return [card.flag.title for card in found]


def test_an_empty_diary_shows_nothing_yet_and_the_signs_that_cannot_wait(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window()
    texts = [label.text() for label in window.insights.findChildren(QLabel) if label.isVisible()]
    assert "Nothing to show yet" in texts
    assert "When not to wait for a diary" in texts


def test_one_twitch_is_too_little_to_say_anything(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(an_episode())
    qtbot.waitUntil(lambda: window.insights.shown.episodes == 1)
    texts = [label.text() for label in window.insights.findChildren(QLabel) if label.isVisible()]
    assert "One so far. Too little to say anything yet." in texts


def test_a_card_comes_with_the_save_not_while_typing(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    type_line(window, "left calf numb")
    assert cards(window) == []
    qtbot.waitUntil(lambda: cards(window)[:1] == ["Numbness noted"])


def test_discussed_is_quiet_until_something_new(qtbot: QtBot, make_window: MakeWindow, clock: Clock) -> None:
    window = make_window(NUMB)
    qtbot.waitUntil(lambda: cards(window)[:1] == ["Numbness noted"])
    press(window, "discussed")
    (said,) = in_diary(window, Discussion)
    assert isinstance(said, Discussion)
    assert (said.rule, said.date) == ("numbness", TODAY)
    qtbot.waitUntil(lambda: "Numbness noted" not in cards(window))
    assert "Discussed or hidden: 1" in [label.text() for label in window.insights.findChildren(QLabel)]
    clock.now = NOON + timedelta(days=1)
    window.journal.put("new", an_episode(onset=clock.now, symptoms=frozenset({Symptom.NUMBNESS})))
    qtbot.waitUntil(lambda: cards(window)[:1] == ["Numbness noted"])


def test_hidden_for_thirty_days_and_back_after_them(
    qtbot: QtBot, make_window: MakeWindow, clock: Clock
) -> None:
    many: list[Record] = [an_episode(onset=NOON - timedelta(days=n), intensity=1) for n in range(80)]
    window = make_window(*many)
    qtbot.waitUntil(lambda: "Twitching on most days" in cards(window))
    window.insights.cards.hidden.emit("too_often")
    qtbot.waitUntil(lambda: "Twitching on most days" not in cards(window))
    assert window.journal.diary.settings.hidden == {"too_often": TODAY}


def test_why_unfolds_the_days_and_a_day_opens_in_history(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(NUMB, an_episode(onset=NOON - timedelta(days=3)))
    qtbot.waitUntil(lambda: cards(window)[:1] == ["Numbness noted"])
    card = window.findChild(FlagCard, "flag_card_1")
    assert card is not None
    card.toggle_why()
    card.findChild(QPushButton, f"day_{TODAY}").click()  # type: ignore[union-attr]
    page = window.pages["history"]
    assert page.model.rowCount() == 1  # type: ignore[attr-defined]


def test_at_most_three_cards_and_the_rest_on_request(qtbot: QtBot, make_window: MakeWindow) -> None:
    symptoms = frozenset({Symptom.NUMBNESS, Symptom.PAIN, Symptom.WEAKNESS, Symptom.CRAMP})
    many: list[Record] = [an_episode(onset=NOON - timedelta(days=n), symptoms=symptoms) for n in range(20)]
    window = make_window(*many)
    qtbot.waitUntil(lambda: len(cards(window)) == 3)
    assert button(window, "more_flags").text().startswith("and ")
    press(window, "more_flags")
    assert len(cards(window)) > 3
    press(window, "fewer_flags")
    assert len(cards(window)) == 3


def test_numbness_asks_the_follow_up_once_and_yes_shows_the_highest_level(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window()
    type_line(window, "left calf numb")
    question = window.findChild(FollowUp)
    assert question is not None
    question.findChild(QPushButton, "follow_up_yes").click()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: cards(window)[:1] == ["Get medical help today"])
    card = window.findChild(FlagCard, "flag_card_1")
    assert card is not None
    assert card.findChild(QPushButton, "hide") is None
    qtbot.waitUntil(lambda: window.findChild(FollowUp) is None)
    type_line(window, "left calf numb 10 s")
    assert window.findChild(FollowUp) is None


def test_closing_the_question_answers_nothing(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    type_line(window, "left hand weak, could not open a jar")
    question = window.findChild(FollowUp)
    assert question is not None
    question.reject()
    assert in_diary(window, Discussion) == []


def test_the_week_is_told_beside_what_is_usual(qtbot: QtBot, make_window: MakeWindow) -> None:
    days = [a_day(date=TODAY - timedelta(days=n), check_in=CheckIn.ALL_LOGGED) for n in range(91)]
    twitches = [an_episode(onset=NOON - timedelta(days=n), intensity=2) for n in range(91)]
    window = make_window(*days, *twitches)
    qtbot.waitUntil(
        lambda: window.insights.shown.week == "7 twitches on 7 checked days; usually 7 to 7 a week."
    )


def test_no_word_on_screen_is_one_that_frightens(qtbot: QtBot, make_window: MakeWindow) -> None:
    symptoms = frozenset({Symptom.NUMBNESS, Symptom.PAIN, Symptom.WEAKNESS})
    window = make_window(*(an_episode(onset=NOON - timedelta(days=n), symptoms=symptoms) for n in range(20)))
    window.show_page("settings")
    window.show_page("history")
    window.show_page("today")
    texts = [label.text() for label in window.findChildren(QLabel)]
    texts += [each.text() for each in window.findChildren(QPushButton)]
    texts += [action.text() for action in window.actions()]
    assert [text for text in texts if banned_in(text)] == []
