import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from twitchlog.ui.look.theme import Theme
from twitchlog.ui.message_bar import MessageBar


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> MessageBar:
    made = MessageBar(theme)
    qtbot.addWidget(made)
    return made


def close(bar: MessageBar) -> None:
    button = bar.findChild(QPushButton, "message_close")
    assert isinstance(button, QPushButton)
    button.click()


def test_what_was_done_is_said_quietly_and_goes_by_itself(bar: MessageBar) -> None:
    bar.tell("Saved: chart.png")
    assert (bar.text.text(), bar.property("kind"), bar._clock.isActive()) == (
        "Saved: chart.png",
        "quiet",
        True,
    )
    bar._clock.timeout.emit()
    assert bar.isHidden()


def test_what_went_wrong_stays(bar: MessageBar) -> None:
    bar.tell("Saved: chart.png")
    bar.say("Not saved: the disk is full.")
    assert (bar.property("kind"), bar._clock.isActive()) == ("", False)
    close(bar)
    assert bar.isHidden()


def test_what_holds_all_the_time_comes_back_until_it_is_closed_itself(bar: MessageBar) -> None:
    bar.stand("A made-up diary.")
    bar.tell("Saved: chart.png")
    bar._clock.timeout.emit()
    assert bar.text.text() == "A made-up diary."
    bar.say("Not saved: the disk is full.")
    close(bar)
    assert (bar.text.text(), bar.isHidden()) == ("A made-up diary.", False)
    close(bar)
    assert bar.isHidden()
    bar.tell("Saved: chart.png")
    close(bar)
    assert bar.isHidden()


def test_good_news_has_not_the_colour_of_a_warning(bar: MessageBar, theme: Theme) -> None:
    theme.apply()
    bar.say("Not saved: the disk is full.")
    bar.show()
    loud = bar.text.palette().windowText().color()
    bar.tell("Saved: chart.png")
    assert bar.text.palette().windowText().color() == theme.colour("note_fg") != loud
