"""Export and import from the File menu; every outcome is said in the bar, with numbers."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from twitchlog.domain import words
from twitchlog.domain.diary import Diary
from twitchlog.domain.moments import whole_seconds
from twitchlog.domain.record import Edit
from twitchlog.files import doctor_table, doctor_workbook, package
from twitchlog.files.harvest import Harvest
from twitchlog.files.safe_open import FileError
from twitchlog.files.written import Written
from twitchlog.store.backups import backup
from twitchlog.store.errors import StoreError
from twitchlog.store.store import Store
from twitchlog.ui.desk import Desk
from twitchlog.ui.forms.dialogs import ImportPreview, ask_what_to_read, ask_where_to_write
from twitchlog.ui.sheet.written_words import TABLE_KIND, written_words

PACKAGE_KIND = "twitchlog package (*.zip)"
SHOWN_REFUSALS = 3


class FileCommands(QObject):
    """What the File menu does with files."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk

    def ask_table(self) -> None:
        """Ask where the table for the doctor goes, and write it."""
        name = f"twitches-{self._desk.today}.csv"
        ask_where_to_write(self._desk.window, "Table for the doctor", TABLE_KIND, name, self.write_table)

    def ask_package(self) -> None:
        """Ask where the package goes, and write it."""
        name = f"twitchlog-{self._desk.today}.zip"
        ask_where_to_write(
            self._desk.window, "Whole diary as a package", PACKAGE_KIND, name, self.write_package
        )

    def ask_import(self) -> None:
        """Ask for a package, and show what is in it before anything is added."""
        ask_what_to_read(self._desk.window, "Import a package", PACKAGE_KIND, self.preview)

    def write_table(self, path: Path) -> None:
        """Write the table for the doctor."""
        write = doctor_workbook.write if path.suffix.lower() == ".xlsx" else doctor_table.write
        self._say_written(path, lambda: write(path, doctor_table.rows(self._whole())), self.ask_table)

    def write_package(self, path: Path) -> None:
        """Write the package."""
        self._say_written(path, lambda: package.write(path, self._whole()), self.ask_package)

    def preview(self, path: Path) -> None:
        """Read a package and ask whether its records are to be added; a wrong one adds nothing and says why."""
        try:
            harvest = package.read(path)
        except FileError as error:
            self._desk.bar.say(f"{error} Nothing was added.")
            return
        if harvest.refused:
            self._desk.bar.say(refusal_words(path, harvest))
            return
        ImportPreview(self._desk.window, path.name, harvest, lambda: self.take_in(harvest)).open()

    def take_in(self, harvest: Harvest) -> None:
        """Add what is not there yet, as one step to undo."""
        journal = self._desk.journal
        now = whole_seconds(self._desk.clock())

        backed_up = False

        def add(store: Store) -> tuple[list[Edit], int]:
            nonlocal backed_up
            if not backed_up and store.writes():
                backup(store, "before-import", now)
                backed_up = True
            return store.add_new(harvest.records)

        journal.add("Imported", add, self._say_imported)

    def say_saved(self, sentence: str, path: Path) -> None:
        """Say what was saved, and offer its folder."""
        self._desk.bar.tell(sentence, [folder_of(path)])

    def _whole(self) -> Diary:
        """Return all of the diary, from the file if memory does not hold all of it.

        Raises:
            StoreError: not all of it can be read.
        """
        diary = self._desk.journal.diary
        return diary if diary.whole else self._desk.journal.saver.store.diary()

    def _say_imported(self, added: int, present: int) -> None:
        there = f"; {words.count(present, 'entry was', 'entries were')} there already" if present else ""
        self._desk.bar.tell(f"Imported: {words.count(added, 'entry', 'entries')} added{there}.")

    def _say_written(self, path: Path, write: Callable[[], Written], again: Callable[[], None]) -> None:
        try:
            counts = write()
        except FileError as error:
            self._desk.bar.say(str(error), [("Save as…", again)])
            return
        except StoreError as error:
            self._desk.bar.say(f"Nothing was written: not all of the diary could be read. {error}")
            return
        self._desk.bar.tell(written_words(path, counts), [folder_of(path)])


def refusal_words(path: Path, harvest: Harvest) -> str:
    """Return why a file was not taken: the first rows with table, row and reason."""
    some = [f"{each.table}, row {each.row}: {each.reason}" for each in harvest.refused[:SHOWN_REFUSALS]]
    rest = len(harvest.refused) - len(some)
    tail = f" And {rest} more." if rest > 0 else ""
    return f"{path.name} was not imported and nothing was added. {'; '.join(some)}.{tail}"


def folder_of(path: Path) -> tuple[str, Callable[[], None]]:
    """Return the action that shows the folder of a file."""
    return "Show folder", lambda: _open_folder(path)


def _open_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
