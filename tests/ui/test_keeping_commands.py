"""Going back and deleting everything: shown before it happens, kept before it goes."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.helpers import NOON, a_caffeine, an_episode, an_id
from tests.ui.conftest import MakeWindow
from tests.ui.hands import in_diary, press, type_line
from twitchlog.domain.episode import Episode
from twitchlog.store.backups import backup, named_backups
from twitchlog.store.copies import Named
from twitchlog.store.restoring import Change, Held, change_words
from twitchlog.ui.choosing.erase_dialog import EraseDialog
from twitchlog.ui.choosing.restore_dialog import RestoreDialog, backup_words
from twitchlog.ui.main_window import MainWindow


def restore_dialog(window: MainWindow) -> RestoreDialog:
    found = window.findChild(RestoreDialog)
    assert isinstance(found, RestoreDialog)
    return found


def press_in(dialog: RestoreDialog | EraseDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    assert button.isEnabled()
    button.click()


def can_go_back(dialog: RestoreDialog) -> bool:
    found = dialog.findChild(QPushButton, "restore_this")
    return isinstance(found, QPushButton) and found.isEnabled()


def test_going_back_shows_both_sides_first_and_keeps_what_is_there(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window(an_episode())
    store = window.journal.saver.store
    backup(store, "asked", NOON)
    type_line(window, "left calf 5 min")
    window.show_page("settings")
    press(window, "go_back")
    dialog = restore_dialog(window)
    assert not can_go_back(dialog)
    dialog.list.setCurrentRow(0)
    qtbot.waitUntil(lambda: "would go" in dialog.said.text())
    assert dialog.said.text() == (
        "The backup: 1 twitch, 0 other entries, newest twitch 22 Nov.\n"
        "Now: 2 twitches, 0 other entries, newest twitch 22 Nov.\n"
        "1 entry would go."
    )
    assert len(in_diary(window, Episode)) == 2
    with qtbot.waitSignal(window.journal.read):
        press_in(dialog, "restore_this")
    assert len(in_diary(window, Episode)) == 1
    assert len(list(window.journal.diary.every(Episode))) == 1
    assert window.journal.undo_stack.count() == 0
    kept = named_backups(store.path)[0]
    assert kept.reason == "before-restore"
    assert window.bar.text.text() == (
        f"The diary now holds 1 twitch. What was there before is kept: {kept.path}"
    )


def test_a_file_that_is_no_backup_is_refused_in_the_dialog(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window(an_episode())
    other = tmp_path / "holiday.jpg"
    other.write_bytes(b"not a diary" * 100)
    window.show_page("settings")
    press(window, "go_back")
    dialog = restore_dialog(window)
    assert "There is no backup yet" in dialog.said.text()
    dialog._look(other)
    qtbot.waitUntil(lambda: "not a backup" in dialog.said.text())
    assert not can_go_back(dialog)
    dialog.reject()


def test_only_the_backup_asked_about_last_is_shown(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window(an_episode())
    backup(window.journal.saver.store, "asked", NOON)
    window.show_page("settings")
    press(window, "go_back")
    dialog = restore_dialog(window)
    dialog._look(tmp_path / "missing.db")
    dialog.list.setCurrentRow(0)
    qtbot.waitUntil(lambda: "The backup:" in dialog.said.text())
    assert "Both hold the same entries." in dialog.said.text()
    dialog.reject()


def test_closing_the_dialog_waits_for_what_is_being_looked_at(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(an_episode())
    backup(window.journal.saver.store, "asked", NOON)
    window.show_page("settings")
    press(window, "go_back")
    dialog = restore_dialog(window)
    dialog.list.setCurrentRow(0)
    dialog.reject()
    assert len(in_diary(window, Episode)) == 1


def erase_dialog(window: MainWindow) -> EraseDialog:
    window.show_page("settings")
    press(window, "erase_diary")
    found = window.findChild(EraseDialog)
    assert isinstance(found, EraseDialog)
    return found


def test_deleting_the_whole_diary_asks_once_and_keeps_a_last_backup(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window(an_episode(), a_caffeine())
    dialog = erase_dialog(window)
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert "1 twitch and 1 other entry will be deleted, with what is in the bin." in texts
    with qtbot.waitSignal(window.journal.read):
        press_in(dialog, "erase_confirm")
    assert not len(window.journal.diary)
    assert in_diary(window, Episode) == []
    (kept,) = named_backups(window.journal.saver.store.path)
    assert window.bar.text.text() == f"The diary is empty. A last backup is kept for 30 days: {kept.path}"


def test_deleting_the_backups_too_leaves_nothing(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(an_episode())
    backup(window.journal.saver.store, "asked", NOON)
    dialog = erase_dialog(window)
    dialog.backups_too.setChecked(True)
    with qtbot.waitSignal(window.journal.read):
        press_in(dialog, "erase_confirm")
    assert named_backups(window.journal.saver.store.path) == []
    assert window.bar.text.text() == "The diary is empty, and 1 copy of it deleted."


def test_keeping_it_changes_nothing(make_window: MakeWindow) -> None:
    window = make_window(an_episode(id=an_id("kept")))
    press_in(erase_dialog(window), "erase_keep")
    assert len(in_diary(window, Episode)) == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change(None, Held(2, 1, ""), 3, 0, 0), "Now: the diary cannot be read.\n3 entries would come back."),
        (
            Change(Held(1, 0, ""), Held(1, 0, ""), 1, 1, 1),
            "1 entry would come back, 1 entry would go and 1 entry would read as then.",
        ),
    ],
)
def test_what_would_change_is_said_in_words(change: Change, words: str) -> None:
    assert change_words(change).endswith(words)


def test_a_backup_is_named_by_day_time_and_reason() -> None:
    named = Named(Path("x.db"), 1, NOON, "before-import")
    assert backup_words(named).endswith("before an import")
    assert "2026" in backup_words(named)


def test_a_diary_that_can_only_be_read_is_neither_restored_nor_deleted(make_window: MakeWindow) -> None:
    window = make_window(an_episode())
    window.journal.saver.store.read_only = "This diary can only be read."
    window.show_page("settings")
    press(window, "go_back")
    press(window, "erase_diary")
    assert window.findChildren(RestoreDialog) == []
    assert window.findChildren(EraseDialog) == []
    assert window.bar.text.text() == "This diary can only be read."
