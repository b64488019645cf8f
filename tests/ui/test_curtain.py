"""The curtain: it hides every window, lets no key through, and gives everything back as it was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QRadioButton
from pytestqt.qtbot import QtBot

from tests.helpers import an_episode
from tests.ui.conftest import MakeWindow
from tests.ui.hands import in_diary, today, type_line
from twitchlog.domain.episode import Episode
from twitchlog.ui import curtain
from twitchlog.ui.curtain import Veil
from twitchlog.ui.forms.dialogs import RecordDialog
from twitchlog.ui.insights.follow_up import FollowUp
from twitchlog.ui.main_window import MainWindow


def veils(window: MainWindow) -> list[Veil]:
    return [each for each in window.findChildren(Veil) if each.isVisible()]


def test_it_is_drawn_after_a_pause_and_lifted_with_the_focus_where_it_was(
    qtbot: QtBot, make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(curtain, "MINUTE_MS", 20)
    window = make_window(an_episode())
    window.activateWindow()
    field = today(window).quick.field
    field.setFocus()
    window.choices.take(hide_after=1)
    qtbot.waitUntil(lambda: window.curtain.drawn)
    (veil,) = veils(window)
    assert veil.geometry() == window.rect()
    monkeypatch.setattr(curtain, "MINUTE_MS", 60_000)
    QTest.keyClick(veil, Qt.Key.Key_Space)
    assert veils(window) == []
    assert window.focusWidget() is field


def test_a_key_puts_it_off(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    window.choices.take(hide_after=5)
    window.curtain._idle.setInterval(10_000_000)
    window.curtain._idle.start()
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_A)
    assert window.curtain._idle.interval() == 300_000


def test_it_is_off_until_it_is_chosen(make_window: MakeWindow) -> None:
    window = make_window()
    assert not window.curtain._idle.isActive()
    window.curtain._state_changed(Qt.WindowState.WindowMinimized)
    assert not window.curtain.drawn


def test_no_key_reaches_what_is_hidden(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(an_episode())
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    type_line(window, "left calf 5 min")
    window.curtain.draw()
    (veil,) = veils(window)
    QTest.keyClick(veil, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(veil, "rightcalf")
    assert len(in_diary(window, Episode)) == 2
    assert today(window).quick.field.text() == ""
    assert window.curtain.drawn


def test_the_veil_takes_the_keys_back(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    window.activateWindow()
    window.curtain.draw()
    (veil,) = veils(window)
    today(window).quick.field.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(lambda: window.focusWidget() is veil)


def test_open_dialogs_are_hidden_too_and_keep_what_was_typed(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    window.desk.ask("medicines")
    dialog = window.findChild(RecordDialog)
    assert isinstance(dialog, RecordDialog)
    name = dialog.form.inputs["name"]
    assert isinstance(name, QLineEdit)
    QTest.keyClicks(name, "magnesium")
    window.curtain.draw()
    assert len(veils(window)) == 2
    window.curtain.lift()
    assert veils(window) == []
    assert name.text() == "magnesium"
    dialog.reject()


def test_it_is_drawn_when_the_window_is_minimised(make_window: MakeWindow) -> None:
    window = make_window()
    window.choices.take(hide_minimised=True)
    window.curtain._state_changed(Qt.WindowState.WindowMinimized)
    assert window.curtain.drawn


def test_it_is_chosen_in_settings(make_window: MakeWindow) -> None:
    window = make_window()
    window.show_page("settings")
    window.findChild(QRadioButton, "hide_after_5").click()  # type: ignore[union-attr]
    assert window.choices.kept.hide_after == 5
    assert QApplication.activeModalWidget() is None


def test_a_dialog_that_comes_up_meanwhile_is_hidden_too(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    window.curtain.draw()
    type_line(window, "left calf numb")
    assert window.findChild(FollowUp) is not None
    qtbot.waitUntil(lambda: len(veils(window)) == 2)


def test_the_focus_is_remembered_also_while_another_program_is_in_front(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window()
    other = QLineEdit()
    qtbot.addWidget(other)
    today(window).quick.field.setFocus()
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    window.curtain.draw()
    window.curtain.lift()
    assert window.focusWidget() is today(window).quick.field


def test_menus_within_menus_are_closed(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    outer = QMenu(window)
    outer.addMenu("more").addAction("most")
    outer.popup(window.pos())
    outer.actions()[0].menu().popup(window.pos())  # type: ignore[attr-defined]
    window.curtain.draw()
    assert QApplication.activePopupWidget() is None
