"""The table for the doctor before it is written: its first rows, its columns, its signs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from twitchlog.domain import words
from twitchlog.domain.texts import number_text
from twitchlog.files.doctor_table import HEADER, Cell
from twitchlog.ui.look.plain import PlainLabel
from twitchlog.ui.look.segments import Choice, Segments
from twitchlog.ui.look.theme import Theme

SHOWN_ROWS, WIDEST = 6, 260
DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t"}
DECIMALS = {"point": ".", "comma": ","}
COUNTED = HEADER.index("Counted as twitch")
NOTHING_CHOSEN = "No column is chosen: tick at least one."


@dataclass(frozen=True, slots=True)
class TableChoice:
    """How the table is written: the numbers of its columns, in order, and its signs."""

    columns: tuple[int, ...]
    delimiter: str
    decimal: str


class TableDialog(QDialog):
    """Shows the table and asks how to write it; ``answer`` gets the choice."""

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        table: Sequence[tuple[Cell, ...]],
        days: str,
        answer: Callable[[TableChoice], object],
    ) -> None:
        super().__init__(parent)
        self.setObjectName("table_dialog")
        self.setWindowTitle("Table for the doctor")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._table, self._answer = table[-SHOWN_ROWS:], answer
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(PlainLabel("Table for the doctor", "title"))
        column.addWidget(PlainLabel(table_words(table, days), "quiet", wrap=True, name="table_words"))
        column.addLayout(self._middle(), 1)
        column.addLayout(self._signs(theme))
        self._wrong = PlainLabel("", "wrong", name="table_wrong")
        column.addWidget(self._wrong)
        column.addWidget(self._buttons())
        self.resize(theme.px(820), theme.px(520))
        self._show()

    @property
    def choice(self) -> TableChoice:
        """What is chosen."""
        ticked = (self._columns.item(n).checkState() is Qt.CheckState.Checked for n in range(len(HEADER)))
        return TableChoice(
            tuple(number for number, on in enumerate(ticked) if on),
            DELIMITERS[self._delimiter.code()],
            DECIMALS[self._decimal.code()],
        )

    def accept(self) -> None:
        """Hand over the choice, if there is a column to write."""
        if self.choice.columns:
            self._answer(self.choice)
            super().accept()

    def _middle(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        self._columns = QListWidget()
        self._columns.setObjectName("table_columns")
        self._columns.setAccessibleName("Columns")
        for name in HEADER:
            item = QListWidgetItem(name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self._columns.addItem(item)
        self._columns.itemChanged.connect(lambda _: self._show())
        self._preview = QTableWidget()
        self._preview.setObjectName("table_preview")
        self._preview.setAccessibleName("The newest rows")
        self._preview.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._preview.verticalHeader().hide()
        row.addWidget(self._columns, 2)
        row.addWidget(self._preview, 5)
        return row

    def _signs(self, theme: Theme) -> QHBoxLayout:
        self._delimiter = Segments(
            "table_delimiter",
            "Between the cells",
            (Choice("comma", "Comma"), Choice("semicolon", "Semicolon"), Choice("tab", "Tab")),
            theme,
            always=True,
        )
        self._decimal = Segments(
            "table_decimal",
            "Decimal sign",
            (Choice("point", "1.5"), Choice("comma", "1,5")),
            theme,
            always=True,
        )
        self._delimiter.take("comma")
        self._decimal.take("point")
        self._decimal.chosen.connect(self._follow_decimal)
        row = QHBoxLayout()
        row.setSpacing(10)
        for label, bar in (("Between the cells", self._delimiter), ("Decimal sign", self._decimal)):
            row.addWidget(PlainLabel(label, "quiet"))
            row.addWidget(bar)
        row.addStretch(1)
        return row

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._save = buttons.addButton("Save…", QDialogButtonBox.ButtonRole.AcceptRole)
        self._save.setObjectName("table_save")
        self._save.setProperty("kind", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _follow_decimal(self, code: str) -> None:
        """Spreadsheets that read 1,5 part their cells with a semicolon."""
        if code == "comma" and self._delimiter.code() == "comma":
            self._delimiter.take("semicolon")
        self._show()

    def _show(self) -> None:
        choice = self.choice
        self._wrong.setText("" if choice.columns else NOTHING_CHOSEN)
        self._save.setEnabled(bool(choice.columns))
        self._preview.setColumnCount(len(choice.columns))
        self._preview.setRowCount(len(self._table))
        self._preview.setHorizontalHeaderLabels([HEADER[n] for n in choice.columns])
        for y, row in enumerate(self._table):
            for x, number in enumerate(choice.columns):
                self._preview.setItem(y, x, QTableWidgetItem(_shown(row[number], choice.decimal)))
        self._preview.resizeColumnsToContents()
        for x in range(len(choice.columns)):
            self._preview.setColumnWidth(x, min(self._preview.columnWidth(x), WIDEST))


def table_words(table: Sequence[tuple[Cell, ...]], days: str) -> str:
    """Return how many rows there are and how many of them count; that there are none where there are none."""
    counted = sum(row[COUNTED] == "yes" for row in table)
    if not table:
        return f"Nothing is written down in the days {days}: the table would have its heads only."
    return f"{words.count(len(table), 'row')}, {counted:,} counted as twitches, {days}. The newest rows:"


def _shown(cell: Cell, decimal: str) -> str:
    return cell if isinstance(cell, str) else number_text(cell).replace(".", decimal)
