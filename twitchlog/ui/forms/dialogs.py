"""Every dialog of the program: never static, never waited for, so that each can be tested."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QScrollArea,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from twitchlog.domain.errors import RecordError
from twitchlog.domain.moments import whole_seconds
from twitchlog.domain.record import Record, table_of
from twitchlog.files.harvest import Harvest
from twitchlog.ui.forms.record_form import RecordForm
from twitchlog.ui.look.plain import PlainLabel
from twitchlog.ui.look.theme import Theme

TITLES = {
    "episodes": "Twitch",
    "exercise": "Exercise",
    "caffeine": "Coffee, tea",
    "stress": "Stress",
    "sitting": "Sitting",
    "days": "Sleep and waking",
    "medicines": "Medicine",
    "labs": "Lab result",
    "exams": "Exam or test",
    "discussions": "Discussed with a doctor",
}
NAMES = {
    "episodes": "twitch",
    "days": "day",
    "medicines": "medicine",
    "labs": "lab",
    "exams": "exam",
    "discussions": "discussion",
}


class RecordDialog(QDialog):
    """Asks for one record; Enter saves, Esc cancels, and what cannot be stays on screen and is marked."""

    def __init__(
        self,
        form: RecordForm,
        theme: Theme,
        clock: Callable[[], datetime],
        save: Callable[[Record], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        table = form.table
        self.setObjectName(f"{NAMES.get(table, table)}_dialog")
        self.setWindowTitle(TITLES[table])
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._clock = clock
        self._save = save
        self.form = form
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Save).setProperty("kind", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addWidget(PlainLabel(TITLES[table], "title"))
        column.addWidget(self.form)
        column.addStretch(1)
        column.addWidget(buttons)
        # A least width of the dialog itself would let Qt cut what its rows need.
        column.addSpacerItem(QSpacerItem(theme.px(484), 0))

    def accept(self) -> None:
        """Save, if the record can be as it stands."""
        try:
            record = self.form.record(whole_seconds(self._clock()))
        except RecordError:
            return
        self._save(record)
        super().accept()


class TextDialog(QDialog):
    """A text to read: keys, help, what is new."""

    def __init__(self, name: str, title: str, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(content)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.addWidget(PlainLabel(title, "title"))
        column.addWidget(area, 1)
        column.addWidget(buttons)
        self.resize(560, 520)


class FileQuestion(QFileDialog):
    """Asks for a file to write or to read; ``answer`` gets its path."""

    def __init__(self, parent: QWidget, title: str, kinds: str, answer: Callable[[Path], None]) -> None:
        super().__init__(parent, title, "", kinds)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fileSelected.connect(lambda path: answer(Path(path)))


def ask_where_to_write(
    parent: QWidget, title: str, kinds: str, name: str, answer: Callable[[Path], None]
) -> FileQuestion:
    """Ask where to write a file, and hand over the path."""
    question = FileQuestion(parent, title, kinds, answer)
    question.setObjectName("save_question")
    question.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    question.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    question.filterSelected.connect(lambda kind: question.setDefaultSuffix(_ending(kind)))
    question.selectFile(name)
    question.open()
    return question


def _ending(kind: str) -> str:
    """The ending of a kind of file: "csv" of "Table (*.csv)"."""
    return kind.rpartition("*.")[2].rstrip(")")


def ask_what_to_read(parent: QWidget, title: str, kinds: str, answer: Callable[[Path], None]) -> FileQuestion:
    """Ask which file to read, and hand over the path."""
    question = FileQuestion(parent, title, kinds, answer)
    question.setObjectName("open_question")
    question.setFileMode(QFileDialog.FileMode.ExistingFile)
    question.open()
    return question


def ask_which_folder(parent: QWidget, title: str, answer: Callable[[Path], None]) -> FileQuestion:
    """Ask for a folder that is there, and hand over its path."""
    question = FileQuestion(parent, title, "", answer)
    question.setObjectName("folder_question")
    question.setFileMode(QFileDialog.FileMode.Directory)
    question.setOption(QFileDialog.Option.ShowDirsOnly)
    question.open()
    return question


class ImportPreview(QDialog):
    """What an import would add; nothing is added before the person says so."""

    def __init__(self, parent: QWidget, name: str, harvest: Harvest, take_in: Callable[[], None]) -> None:
        super().__init__(parent)
        self.setObjectName("import_preview")
        self.setWindowTitle("Import")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        counts = Counter(table_of(record) for record in harvest.records)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.addWidget(PlainLabel(f"In {name}", "title", wrap=True))
        for table, number in counts.items():
            column.addWidget(PlainLabel(f"{TITLES[table]}: {number:,}"))
        if not counts:
            column.addWidget(PlainLabel("There is nothing in it."))
        column.addWidget(PlainLabel("What is in the diary already stays as it is.", "quiet", wrap=True))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        add = buttons.addButton("Add to the diary", QDialogButtonBox.ButtonRole.AcceptRole)
        add.setObjectName("import_add")
        add.setEnabled(bool(counts))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(take_in)
        column.addWidget(buttons)
        self.setMinimumWidth(380)
