"""Where the diary is, when it was last backed up, and the second folder for backups."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from twitchlog.store.second_folder import last_backup_words
from twitchlog.ui.choosing.choices import Choices
from twitchlog.ui.forms.dialogs import ask_which_folder
from twitchlog.ui.look.plain import Card, PlainLabel

SECOND = "A second folder, best on another disk, gets a copy of every backup."


class BackupCard(Card):
    """``backup_requested`` is the wish for a backup now, the others to go back to one, and to delete everything."""

    backup_requested = Signal()
    restore_requested = Signal()
    erase_requested = Signal()

    def __init__(self, diary: Path, choices: Choices, clock: Callable[[], datetime]) -> None:
        super().__init__("backup_card")
        self._diary, self._choices, self._clock = diary, choices, clock
        self.column.addWidget(PlainLabel("The diary file", "title"))
        self.column.addWidget(PlainLabel(str(diary), wrap=True, name="diary_path"))
        self._newest = PlainLabel("", "quiet", wrap=True, name="newest_backup")
        self.column.addWidget(self._newest)
        self._second = PlainLabel("", "quiet", wrap=True, name="second_folder")
        self.column.addWidget(self._second)
        row = QHBoxLayout()
        self._forget = self._button("forget_second_folder", "No second folder", lambda: self.take_second(""))
        for button in (
            self._button("back_up_now", "Back up now", self.backup_requested.emit),
            self._button("go_back", "Go back to a backup…", self.restore_requested.emit),
            self._button("choose_second_folder", "Second folder…", self._ask),
            self._forget,
        ):
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
        last = QHBoxLayout()
        erase = self._button("erase_diary", "Delete the whole diary…", self.erase_requested.emit)
        erase.setProperty("kind", "link")
        last.addWidget(erase)
        last.addStretch(1)
        self.column.addLayout(last)

    def show_state(self) -> None:
        """Show what is true now."""
        second = self._choices.kept.second_folder
        self._newest.setText(last_backup_words(self._diary, self._clock(), Path(second) if second else None))
        self._second.setText(f"Second folder: {second}" if second else SECOND)
        self._forget.setVisible(bool(second))

    def take_second(self, folder: str) -> None:
        """Take another second folder; an empty text takes none."""
        self._choices.take(second_folder=folder)
        self.show_state()

    def _ask(self) -> None:
        ask_which_folder(self, "Second folder for backups", lambda path: self.take_second(str(path)))

    def _button(self, name: str, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(lambda _: act())
        return button
