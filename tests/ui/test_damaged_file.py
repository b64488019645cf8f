"""A damaged diary offers the ways back, and keeps the damaged file."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.helpers import NOON, an_episode
from twitchlog.store.backups import Backup, backup, backups
from twitchlog.store.errors import StoreError
from twitchlog.store.restoring import restore
from twitchlog.store.store import Store
from twitchlog.ui.damaged_file import DamagedFile
from twitchlog.ui.look.theme import Theme


def damaged(path: Path) -> None:
    """A diary with two twitches, a backup of one, and garbage where its pages were."""
    store = Store.open(path)
    store.put([an_episode()])
    backup(store, "asked", NOON)
    store.put([an_episode(onset=NOON + timedelta(hours=1))])
    store.close()
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 8192)


def shown(qtbot: QtBot, path: Path) -> DamagedFile:
    """The dialog on a damaged file."""

    def bring_back(chosen: Backup) -> None:
        restore(path, chosen.path, NOON + timedelta(days=1))

    dialog = DamagedFile(
        "It is damaged.", backups(path), bring_back, lambda: "Saved 1 twitch.", str(path.parent)
    )
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def press(dialog: DamagedFile, name: str) -> None:
    """Click the first button of this name."""
    dialog.findChildren(QPushButton, name)[0].click()


def test_the_newest_sound_copy_is_opened_and_the_damaged_file_kept(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    path = tmp_path / "diary.db"
    damaged(path)
    dialog = shown(qtbot, path)
    assert dialog.findChildren(QPushButton, "open_copy")[0].text().endswith(", 1 twitch")
    with qtbot.waitSignal(dialog.mended):
        press(dialog, "open_copy")
    store = Store.open(path)
    assert len(store.diary()) == 1
    store.close()
    assert any(each.name.startswith("damaged-") for each in tmp_path.rglob("*"))


def test_a_copy_that_cannot_be_opened_says_so_and_the_choice_stays(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    path = tmp_path / "diary.db"
    damaged(path)

    def fail(_: Backup) -> None:
        raise StoreError("This backup is damaged too.")

    dialog = DamagedFile("It is damaged.", backups(path), fail, lambda: "", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.open()
    press(dialog, "open_copy")
    assert dialog.isVisible()
    assert dialog._said.text() == "This backup is damaged too."


def test_what_can_still_be_read_is_saved_beside_it(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    damaged(path)
    dialog = shown(qtbot, path)
    press(dialog, "rescue")
    assert dialog._said.text() == "Saved 1 twitch."


def test_without_a_backup_that_is_said(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    dialog = DamagedFile("It is damaged.", [], lambda _: None, lambda: "", str(tmp_path))
    qtbot.addWidget(dialog)
    assert dialog.findChildren(QPushButton, "open_copy") == []
