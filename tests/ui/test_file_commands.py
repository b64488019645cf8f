"""Files out and in from the menu: every outcome is said, and a wrong file adds nothing."""

import csv
import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.helpers import a_caffeine, an_episode
from tests.ui.conftest import MakeWindow
from tests.ui.hands import in_diary
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode
from twitchlog.files import package
from twitchlog.store.backups import backups
from twitchlog.store.errors import StoreError
from twitchlog.store.store import Store
from twitchlog.ui.choosing.backup_card import BackupCard
from twitchlog.ui.desk import NEARLY_FULL
from twitchlog.ui.file_commands import FileCommands
from twitchlog.ui.forms.dialogs import ImportPreview
from twitchlog.ui.keeping_commands import KeepingCommands
from twitchlog.ui.main_window import MainWindow


def files(window: MainWindow) -> FileCommands:
    """What the File menu does."""
    return FileCommands(window.desk)


def said(window: MainWindow) -> str:
    """What the bar says."""
    return window.bar.text.text()


def test_the_table_for_the_doctor_is_written_and_counted(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window(an_episode(note="=1+1"))
    files(window).write_table(tmp_path / "out.csv")
    assert said(window) == f"1 twitch written, 1 read back: {tmp_path / 'out.csv'}"
    rows = list(csv.reader((tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert rows[1][rows[0].index("Note")] == "'=1+1"


def test_the_table_is_a_workbook_by_its_ending(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window(an_episode(note="=1+1"))
    files(window).write_table(tmp_path / "out.xlsx")
    assert said(window) == f"1 twitch written, 1 read back: {tmp_path / 'out.xlsx'}"
    assert zipfile.is_zipfile(tmp_path / "out.xlsx")


def test_the_whole_diary_goes_into_a_package(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window(an_episode(), a_caffeine())
    path = tmp_path / "diary.zip"
    files(window).write_package(path)
    assert said(window) == f"1 twitch and 1 other entry written, 2 read back: {path}"
    assert len(package.read(path).records) == 2


def test_a_package_adds_what_is_not_there_yet_as_one_step(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window(a_caffeine())
    path = tmp_path / "diary.zip"
    package.write(path, Diary.of([an_episode(), a_caffeine()]))
    files(window).preview(path)
    preview = window.findChild(ImportPreview)
    assert preview is not None
    preview.findChild(QPushButton, "import_add").click()  # type: ignore[union-attr]
    assert said(window) == "Imported: 1 entry added; 1 entry was there already."
    assert len(in_diary(window, Episode)) == 1
    window.journal.undo_stack.undo()
    assert in_diary(window, Episode) == []


def test_the_preview_adds_nothing_before_it_is_told_to(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window(an_episode())
    path = tmp_path / "diary.zip"
    files(window).write_package(path)
    before = window.journal.saver.store.counts()
    files(window).preview(path)
    preview = window.findChild(ImportPreview)
    assert preview is not None
    preview.findChild(QDialogButtonBox).rejected.emit()  # type: ignore[union-attr]
    assert window.journal.saver.store.counts() == before


def test_a_wrong_row_is_named_and_nothing_is_added(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window(an_episode())
    good, bad = tmp_path / "good.zip", tmp_path / "bad.zip"
    package.write(good, window.journal.diary)
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(bad, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(b",calf,", b",claf,") if name == "episodes.csv" else content)
    files(window).preview(bad)
    assert said(window).startswith("bad.zip was not imported and nothing was added. episodes, row 2: site: ")
    assert window.findChild(ImportPreview) is None


def test_a_file_that_is_no_package_says_so(qtbot: QtBot, make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window()
    path = tmp_path / "photo.zip"
    path.write_bytes(b"not a zip")
    files(window).preview(path)
    assert str(path) in said(window) or "photo.zip" in said(window)


def test_a_folder_that_cannot_be_written_says_so_and_offers_another(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window(an_episode())
    files(window).write_table(tmp_path / "missing" / "out.csv")
    assert "cannot be written" in said(window)
    shown = {each.text() for each in window.bar.findChildren(QPushButton) if each.isVisible()}
    assert shown == {"Save as…", "Close"}


def test_a_backup_is_made_and_checked(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(an_episode())
    KeepingCommands(window.desk).back_up()
    assert said(window).startswith("Backed up and checked: 1 twitch in ")
    (made,) = backups(window.journal.saver.store.path)
    assert made.sound


def test_a_backup_is_copied_to_the_second_folder_and_settings_say_so(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    second = tmp_path / "other-disk"
    second.mkdir()
    window = make_window(an_episode())
    page = window.show_page("settings")
    card = page.findChild(BackupCard)
    assert isinstance(card, BackupCard)
    card.take_second(str(second))
    KeepingCommands(window.desk).back_up()
    assert len(list(second.rglob("*.db"))) == 1
    card.show_state()
    texts = [label.text() for label in card.findChildren(QLabel)]
    assert f"Second folder: {second}" in texts
    assert any(text.startswith("Last backup") for text in texts)
    second.rename(tmp_path / "unplugged")
    KeepingCommands(window.desk).back_up()
    assert "is not there" in said(window)


def test_a_disk_without_room_is_told_after_the_save(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    window.journal.saver.store.nearly_full = True
    window.journal.saved.emit("Saved: Left calf")
    assert said(window) == NEARLY_FULL


def test_an_export_before_all_is_read_holds_all_the_same(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window(an_episode())
    window.journal.diary = Diary(whole=False)
    files(window).write_package(tmp_path / "diary.zip")
    assert len(package.read(tmp_path / "diary.zip").records) == 1


def test_an_export_of_a_diary_that_cannot_be_read_writes_nothing(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window(an_episode())
    window.journal.diary = Diary(whole=False)

    def damaged(_: object) -> None:
        raise StoreError("The diary file is damaged.")

    monkeypatch.setattr(Store, "diary", damaged)
    files(window).write_package(tmp_path / "diary.zip")
    assert said(window).startswith("Nothing was written: not all of the diary could be read.")
    assert not (tmp_path / "diary.zip").exists()
