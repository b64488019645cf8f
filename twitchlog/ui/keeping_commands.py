"""Backing up, going back to a backup, and deleting the whole diary; every outcome is said in the bar."""

from pathlib import Path

from PySide6.QtCore import QObject

from twitchlog.domain.moments import whole_seconds
from twitchlog.domain.words import count
from twitchlog.store.backups import backup, named_backups
from twitchlog.store.erasing import erase, erase_for_good
from twitchlog.store.errors import StoreError
from twitchlog.store.restoring import Restored, rehearsed, restore
from twitchlog.store.second_folder import copied_to_second
from twitchlog.ui.choosing.erase_dialog import EraseDialog
from twitchlog.ui.choosing.restore_dialog import RestoreDialog
from twitchlog.ui.desk import Desk
from twitchlog.ui.file_commands import folder_of


class KeepingCommands(QObject):
    """What looks after the diary file as a whole."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._store = desk.journal.saver.store

    def back_up(self) -> None:
        """Make a verified copy now."""
        now, second = whole_seconds(self._desk.clock()), self._second()
        try:
            made = backup(self._store, "asked", now)
            if second is not None:
                copied_to_second(self._store.path, made, second, now)
        except StoreError as error:
            self._desk.bar.say(str(error))
            return
        twitches = count(made.episodes, "twitch", "twitches")
        self._desk.bar.tell(f"Backed up and checked: {twitches} in {made.path}", [folder_of(made.path)])

    def ask_backup(self) -> None:
        """Show the backups, and what going back to one would change."""
        if self._refuse_read_only():
            return
        diary = self._store.path
        dialog = RestoreDialog(
            self._desk.window, self._desk.theme, named_backups(diary), lambda path: rehearsed(diary, path)
        )
        dialog.chosen.connect(self.go_back)
        dialog.open()

    def go_back(self, path: Path) -> None:
        """Bring the diary back to a backup; the present one is kept."""
        try:
            restored = restore(self._store.path, path, whole_seconds(self._desk.clock()))
        except StoreError as error:
            self._desk.bar.say(str(error))
            return
        self._desk.journal.look_for_changes()
        self._desk.bar.tell(restored_words(restored))

    def ask_erase(self) -> None:
        """Ask whether the whole diary is to be deleted."""
        if self._refuse_read_only():
            return
        try:
            held = self._store.counts()
        except StoreError as error:
            self._desk.bar.say(str(error))
            return
        twitches = held["episodes"]
        dialog = EraseDialog(self._desk.window, self._desk.theme, twitches, sum(held.values()) - twitches)
        dialog.confirmed.connect(self.erase)
        dialog.open()

    def erase(self, backups_too: bool) -> None:  # noqa: FBT001 - a signal's value
        """Delete the whole diary."""
        try:
            if backups_too:
                gone = count(erase_for_good(self._store, self._second()), "copy", "copies")
                said = f"The diary is empty, and {gone} of it deleted."
            else:
                made = erase(self._store, whole_seconds(self._desk.clock()))
                said = f"The diary is empty. A last backup is kept for 30 days: {made.path}"
        except StoreError as error:
            said = str(error)
        self._desk.journal.read_again()
        self._desk.bar.say(said)

    def _refuse_read_only(self) -> bool:
        """Say so where the diary can only be read, perhaps because another computer has it open."""
        if self._store.read_only:
            self._desk.bar.say(self._store.read_only)
        return bool(self._store.read_only)

    def _second(self) -> Path | None:
        chosen = self._desk.choices.kept.second_folder
        return Path(chosen) if chosen else None


def restored_words(restored: Restored) -> str:
    """Return what a restore did, and where the diary from before is."""
    sentence = f"The diary now holds {count(restored.episodes, 'twitch', 'twitches')}."
    if restored.before is not None:
        return f"{sentence} What was there before is kept: {restored.before.path}"
    return f"{sentence} The damaged file is kept: {restored.aside}" if restored.aside else sentence
