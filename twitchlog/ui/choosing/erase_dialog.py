"""The only "are you sure" of the program: deleting the whole diary."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from twitchlog.domain.words import count
from twitchlog.ui.forms.inputs import CheckInput
from twitchlog.ui.look.plain import PlainLabel
from twitchlog.ui.look.theme import Theme

KEPT = "A last backup is made and kept for 30 days; “Go back to a backup” brings everything back until then."
FOR_GOOD = (
    "Every backup goes too, also in the second folder, and what was kept of a damaged file. Nothing can bring the "
    "diary back then. Templates stay until you remove them. "
    "Files you exported stay where they are, and a disk may keep traces that no program can reach."
)


class EraseDialog(QDialog):
    """``confirmed`` says whether the backups go too."""

    confirmed = Signal(bool)

    def __init__(self, parent: QWidget, theme: Theme, twitches: int, others: int) -> None:
        super().__init__(parent)
        self.setObjectName("erase_dialog")
        self.setWindowTitle("Delete the whole diary")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addWidget(PlainLabel("Delete the whole diary?", "title"))
        held = f"{count(twitches, 'twitch', 'twitches')} and {count(others, 'other entry', 'other entries')}"
        column.addWidget(PlainLabel(f"{held} will be deleted, with what is in the bin.", wrap=True))
        self._what_stays = PlainLabel(KEPT, "quiet", wrap=True, name="erase_what_stays")
        self._what_stays.setMinimumHeight(theme.px(64))
        self._what_stays.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.backups_too = CheckInput("Delete the backups too")
        self.backups_too.setObjectName("erase_backups_too")
        self.backups_too.toggled.connect(lambda on: self._what_stays.setText(FOR_GOOD if on else KEPT))
        column.addWidget(self.backups_too)
        column.addWidget(self._what_stays)
        column.addLayout(self._buttons())
        self.setMinimumWidth(theme.px(460))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        keep = QPushButton("Keep it")
        keep.setObjectName("erase_keep")
        keep.setProperty("kind", "primary")
        keep.setDefault(True)
        keep.clicked.connect(self.reject)
        erase = QPushButton("Delete the whole diary")
        erase.setObjectName("erase_confirm")
        erase.setAutoDefault(False)
        erase.clicked.connect(self._confirm)
        row.addWidget(erase)
        row.addWidget(keep)
        keep.setFocus()
        return row

    def _confirm(self) -> None:
        backups_too = self.backups_too.isChecked()
        self.accept()
        self.confirmed.emit(backups_too)
