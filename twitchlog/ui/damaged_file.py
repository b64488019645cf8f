"""Shown in place of the window when the diary file is damaged: what was found, and the ways back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from twitchlog.domain import words
from twitchlog.store.backups import Backup
from twitchlog.store.errors import StoreError
from twitchlog.ui.look.plain import PlainLabel

OFFERED = 3
KEPT = "Nothing was changed. Whatever you choose here, the damaged file is kept."
NO_BACKUP = "There is no sound backup beside it."


class DamagedFile(QDialog):
    """Offers the newest sound backups and the rescue of what can still be read.

    ``restore`` brings a backup back, ``rescue`` returns a sentence on what it saved where; both may raise
    ``StoreError``. ``mended`` says that the diary can be opened now.
    """

    mended = Signal()

    def __init__(
        self,
        sentence: str,
        backups: Sequence[Backup],
        restore: Callable[[Backup], object],
        rescue: Callable[[], str],
        folder: str,
    ) -> None:
        super().__init__()
        self.setObjectName("damaged_file")
        self.setWindowTitle("twitchlog")
        self._restore, self._rescue = restore, rescue
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(PlainLabel("The diary file is damaged", "title"))
        column.addWidget(PlainLabel(sentence, wrap=True))
        column.addWidget(PlainLabel(KEPT, "quiet", wrap=True))
        self._said = PlainLabel("", "wrong", wrap=True, name="damaged_said")
        self._said.hide()
        sound = [each for each in backups if each.sound][:OFFERED]
        for number, backup in enumerate(sound):
            column.addWidget(self._copy_button(backup, first=number == 0))
        if not sound:
            column.addWidget(PlainLabel(NO_BACKUP, "quiet"))
        column.addLayout(self._others(folder))
        column.addWidget(self._said)
        self.setMinimumWidth(520)

    def _copy_button(self, backup: Backup, *, first: bool) -> QPushButton:
        day = f"{words.day(backup.at.astimezone())} {backup.at.astimezone():%H:%M}"
        button = QPushButton(f"Open the copy of {day}, {words.count(backup.episodes, 'twitch', 'twitches')}")
        button.setObjectName("open_copy")
        if first:
            button.setProperty("kind", "primary")
        button.clicked.connect(lambda: self._bring_back(backup))
        return button

    def _others(self, folder: str) -> QHBoxLayout:
        row = QHBoxLayout()
        for name, text, act in (
            ("rescue", "Save what can still be read", self._save_what_is_left),
            ("show_folder", "Show folder", lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(folder))),
            ("close", "Close", self.reject),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.clicked.connect(lambda _, act=act: act())
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _bring_back(self, backup: Backup) -> None:
        try:
            self._restore(backup)
        except StoreError as error:
            self._say(str(error))
            return
        self.mended.emit()
        self.accept()

    def _save_what_is_left(self) -> None:
        try:
            self._say(self._rescue())
        except StoreError as error:
            self._say(str(error))

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.show()
