"""Going back to a backup: which ones there are, what each would change, and the way back."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from twitchlog.domain import words
from twitchlog.store.copies import Named
from twitchlog.store.restoring import Change, change_words
from twitchlog.ui.aside import Aside
from twitchlog.ui.forms.dialogs import ask_what_to_read
from twitchlog.ui.look.plain import PlainLabel
from twitchlog.ui.look.theme import Theme

KEPT = "The diary as it is now is backed up first, so you can come back to it in the same way."
NONE = "There is no backup yet. Choose a file if you have one elsewhere."
KINDS = "Backups (*.db)"
WHY = {
    "timer": "made by itself",
    "closing": "made when the window closed",
    "asked": "you asked for it",
    "by-hand": "you asked for it",
    "before-import": "before an import",
    "before-restore": "before going back",
    "before-many": "before a change of many entries",
    "before-erase": "before the diary was deleted",
}


class RestoreDialog(QDialog):
    """``chosen`` carries the path to go back to, after what would change was shown."""

    chosen = Signal(object)

    def __init__(
        self, parent: QWidget, theme: Theme, backups: Sequence[Named], rehearse: Callable[[Path], Change]
    ) -> None:
        super().__init__(parent)
        self.setObjectName("restore_dialog")
        self.setWindowTitle("Go back to a backup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._rehearse = rehearse
        self._path: Path | None = None
        self._aside: Aside[Change] = Aside(self)
        self._aside.answered.connect(self._show_change)
        self._aside.refused.connect(self._say)
        self.list = QListWidget()
        self.list.setObjectName("backups")
        self.list.setAccessibleName("Backups, the newest first")
        for named in backups:
            item = QListWidgetItem(backup_words(named))
            item.setData(Qt.ItemDataRole.UserRole, str(named.path))
            item.setSizeHint(QSize(0, theme.px(30)))
            self.list.addItem(item)
        self.list.currentItemChanged.connect(
            lambda item, _: self._look(Path(item.data(Qt.ItemDataRole.UserRole)))
        )
        self.said = PlainLabel("" if backups else NONE, wrap=True, name="restore_said")
        self.said.setMinimumHeight(theme.px(84))
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addWidget(PlainLabel("Go back to a backup", "title"))
        column.addWidget(self.list, 1)
        column.addWidget(self.said)
        column.addWidget(PlainLabel(KEPT, "quiet", wrap=True))
        column.addLayout(self._buttons())
        self.resize(theme.px(560), theme.px(480))

    def done(self, result: int) -> None:
        """Close, once what is being looked at is looked at."""
        self._aside.leave()
        super().done(result)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._other = QPushButton("Another file…")
        self._other.setObjectName("restore_other")
        self._other.setAutoDefault(False)
        self._other.clicked.connect(lambda: ask_what_to_read(self, "A backup", KINDS, self._look))
        self._back = QPushButton("Go back to this one")
        self._back.setObjectName("restore_this")
        self._back.setProperty("kind", "primary")
        self._back.setEnabled(False)
        self._back.setDefault(True)
        self._back.clicked.connect(self._take)
        cancel = QPushButton("Cancel")
        cancel.setObjectName("restore_cancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row.addWidget(self._other)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self._back)
        return row

    def _look(self, path: Path) -> None:
        self._path = path
        self._back.setEnabled(False)
        self.said.setText("Looking at it…")
        self._aside.ask(lambda: self._rehearse(path))

    def _show_change(self, change: Change) -> None:
        self.said.setText(change_words(change))
        self._back.setEnabled(True)

    def _say(self, sentence: str) -> None:
        self.said.setText(sentence)

    def _take(self) -> None:
        path = self._path
        self.accept()
        self.chosen.emit(path)


def backup_words(named: Named) -> str:
    """Return a backup in words: "Sunday 22 November 2026, 14:02, made by itself"."""
    at = named.at.astimezone()
    why = WHY.get(named.reason, "before a newer format" if named.reason.startswith("before-schema") else "")
    return ", ".join(part for part in (f"{words.long_day(at.date())} {at.year}", f"{at:%H:%M}", why) if part)
