"""When a save is refused the bar offers the ways out, and what was typed stays until one of them worked."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.helpers import NOON, an_episode
from tests.ui.conftest import MakeWindow
from tests.ui.hands import in_diary, today, type_line
from twitchlog.domain.episode import Episode
from twitchlog.store.backups import backup
from twitchlog.store.errors import StoreError
from twitchlog.store.store import Store
from twitchlog.ui.choosing.restore_dialog import RestoreDialog
from twitchlog.ui.main_window import MainWindow


def offered(window: MainWindow) -> list[QPushButton]:
    return [
        each for each in window.bar.findChildren(QPushButton) if each.isVisible() and each.text() != "Close"
    ]


def go_back(qtbot: QtBot, window: MainWindow) -> None:
    next(each for each in offered(window) if each.text().startswith("Go back")).click()
    dialog = window.findChild(RestoreDialog)
    assert isinstance(dialog, RestoreDialog)
    dialog.list.setCurrentRow(0)
    button = dialog.findChild(QPushButton, "restore_this")
    assert isinstance(button, QPushButton)
    qtbot.waitUntil(button.isEnabled)
    with qtbot.waitSignal(window.journal.read):
        button.click()


def test_a_file_that_is_gone_comes_back_from_a_backup_and_the_line_is_saved(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window(an_episode())
    store = window.journal.saver.store
    backup(store, "asked", NOON)
    store.path.unlink()
    type_line(window, "left calf 5 min")
    assert today(window).quick.field.text() == "left calf 5 min"
    assert [each.text() for each in offered(window)] == ["Save all as a package…", "Go back to a backup…"]
    go_back(qtbot, window)
    assert today(window).quick.field.text() == "left calf 5 min"
    today(window).save()
    assert len(in_diary(window, Episode)) == 2


def test_a_file_damaged_under_the_window_comes_back_from_a_backup(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window(an_episode())
    store = window.journal.saver.store
    backup(store, "asked", NOON)
    with store.path.open("r+b") as file:
        file.seek(100)
        file.write(b"\x7f" * 30_000)
    type_line(window, "left calf 5 min")
    assert today(window).quick.field.text() == "left calf 5 min"
    assert offered(window)[0].text() == "Go back to a backup…"
    go_back(qtbot, window)
    today(window).save()
    assert len(in_diary(window, Episode)) == 2
    assert list(store.path.parent.glob("damaged-*"))


def test_a_bin_that_cannot_be_read_is_said_in_its_card(
    make_window: MakeWindow, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window(an_episode())

    def busy(_: int) -> None:
        raise StoreError("Another twitchlog is writing.")

    monkeypatch.setattr(store, "deleted", busy)
    page = window.show_page("settings")
    assert "Another twitchlog is writing." in [label.text() for label in page.findChildren(QLabel)]
