"""A chart's numbers as a table: what can be read without the drawing, and copied."""

import csv
import io
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt

from twitchlog.files.formulas import inert
from twitchlog.insight.series.series import Cell, Table
from twitchlog.ui.history_table import NOWHERE, Index
from twitchlog.ui.look.row_table import RowTable
from twitchlog.ui.look.theme import Theme

HEIGHT, WIDEST = 280, 320
WIDTHS_FROM_ROWS = 60
"""Columns are as wide as their first rows need: measuring ten years of days would stop the window."""


class NumbersModel(QAbstractTableModel):
    """The rows of a table, read where they are seen."""

    def __init__(self) -> None:
        super().__init__()
        self._table = Table(())
        self._sides: list[Qt.AlignmentFlag] = []

    def show_table(self, table: Table) -> None:
        """Show other numbers."""
        self.beginResetModel()
        self._table = table
        self._sides = [_side(table, column) for column in range(len(table.header))]
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._table.header)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell in words; numbers stand at the right."""
        if not index.isValid():
            return None
        cell = self._table.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(cell, self._table.unknown)
        return self._sides[index.column()] if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the head of a column."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._table.header[section]
        return self._sides[section] if role == Qt.ItemDataRole.TextAlignmentRole else None


class NumbersView(RowTable):
    """Shows the numbers of one chart."""

    def __init__(self, theme: Theme) -> None:
        model = NumbersModel()
        super().__init__(model)
        self._theme, self._model = theme, model
        self.setObjectName("table")
        header = self.horizontalHeader()
        header.setResizeContentsPrecision(WIDTHS_FROM_ROWS)
        header.setStretchLastSection(True)

    def show_table(self, table: Table, of: str) -> None:
        """Show numbers; ``of`` is what they are the numbers of."""
        self._model.show_table(table)
        self.setAccessibleName(f"Numbers of: {of}")
        row = self._theme.px(30)
        self.verticalHeader().setDefaultSectionSize(row)
        self.setFixedHeight(min(self._theme.px(HEIGHT), row * (len(table.rows) + 3)))
        self.resizeColumnsToContents()
        for column in range(len(table.header)):
            self.setColumnWidth(column, min(self.columnWidth(column), self._theme.px(WIDEST)))


def _side(table: Table, column: int) -> Qt.AlignmentFlag:
    """Return where a column's cells stand: numbers at the right."""
    known = (row[column] for row in table.rows if row[column] is not None)
    side = Qt.AlignmentFlag.AlignLeft if isinstance(next(known, ""), str) else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


def cell_text(cell: Cell, unknown: str) -> str:
    """Return a cell as it is read; where there is no number it says why."""
    if cell is None:
        return unknown
    return f"{cell:.3g}" if isinstance(cell, float) else str(cell)


def csv_text(table: Table) -> str:
    """Return a table as CSV; where there is no number it stays empty, and nothing in it is a formula to a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(table.header)
    writer.writerows([_inert(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def _inert(cell: Cell) -> Cell:
    if cell is None:
        return ""
    return inert(cell) if isinstance(cell, str) else cell
