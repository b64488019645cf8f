"""A bug is said in the bar, and what is told of it holds no word of the diary."""

import sys
import threading

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from twitchlog.ui.crash_bar import SENTENCE, CrashBar
from twitchlog.ui.look.theme import Theme
from twitchlog.ui.message_bar import MessageBar

CANARY = "canary-left-calf"


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> MessageBar:
    """A bar that watches for bugs; Python's handlers come back after the test."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    made = MessageBar(theme)
    qtbot.addWidget(made)
    CrashBar(made).watch()
    return made


def fail() -> None:
    """A bug."""
    raise ValueError(CANARY)


def test_a_bug_is_said_calmly_and_its_details_can_be_copied(
    bar: MessageBar, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        fail()
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    assert bar.text.text() == SENTENCE
    (copy,) = [each for each in bar.findChildren(QPushButton) if each.text() == "Copy details"]
    copy.click()
    assert QGuiApplication.clipboard().text() == "ValueError"
    assert CANARY not in capsys.readouterr().err


def test_a_bug_on_another_thread_is_said_too(
    bar: MessageBar, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    threading.Thread(target=fail).start()
    qtbot.waitUntil(lambda: bar.text.text() == SENTENCE)
    assert CANARY not in capsys.readouterr().err
