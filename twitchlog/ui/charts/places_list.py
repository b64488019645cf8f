"""The list of places with bars: twitches, days of checked days, last time."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLineF, QModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from twitchlog.domain import words
from twitchlog.insight.tally import Tally
from twitchlog.ui.history_table import NOWHERE, Index
from twitchlog.ui.look.row_table import RowTable
from twitchlog.ui.look.theme import Theme

HEADS = ("Place", "Twitches", "Days", "Last time")
ROW, LEAST_BAR = 32, 60
LEAST_ROWS, MOST_ROWS = 3, 14


class PlacesTable(QAbstractTableModel):
    """One row a place, the most frequent first."""

    def __init__(self) -> None:
        super().__init__()
        self._tallies: list[Tally] = []
        self._checked = 0

    def show_tallies(self, tallies: Sequence[Tally], checked: int) -> None:
        """Show the places of a period with so many checked days."""
        self.beginResetModel()
        self._tallies, self._checked = list(tallies), checked
        self.endResetModel()

    def tally(self, row: int) -> Tally:
        """Return the place of a row."""
        return self._tallies[row]

    def share(self, row: int) -> float:
        """Return a row's twitches as a share of the most frequent place's, 0 to 1."""
        most = max((each.twitches for each in self._tallies), default=1)
        return self._tallies[row].twitches / most

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many places twitched."""
        return 0 if parent.isValid() else len(self._tallies)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the four columns."""
        return 0 if parent.isValid() else len(HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell."""
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        tally = self._tallies[index.row()]
        last = f"{words.day(tally.last)} {tally.last.year}"
        days = f"{tally.days} of {self._checked}" if self._checked else ""
        return (words.place(tally.site, tally.side), f"{tally.twitches:,}", days, last)[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the head of a column."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return HEADS[section]
        return None


class BarDelegate(QStyledItemDelegate):
    """Paints a count with a bar as long as its share of the largest."""

    def __init__(self, theme: Theme, table: PlacesTable) -> None:
        super().__init__()
        self._theme, self._table = theme, table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | Any) -> None:
        """Paint the bar, then the number."""
        theme = self._theme
        box = QRectF(option.rect)
        number = theme.px(52)
        bar = box.adjusted(4, theme.px(9), -number, -theme.px(9))
        bar.setWidth(max(bar.width() * self._table.share(index.row()), 2))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("twitch"))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setPen(theme.colour("border"))
        # In the middle of the last row of pixels, where the style sheet draws it for the other cells.
        painter.drawLine(QLineF(box.left(), box.bottom() - 0.5, box.right(), box.bottom() - 0.5))
        painter.setPen(theme.colour("text"))
        text = box.adjusted(0, 0, -8, 0)
        text.setLeft(bar.right() + 8)
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        painter.restore()


class PlacesView(RowTable):
    """Shows the list; Enter or a double click activates a place, arrows go through the places."""

    def __init__(self, table: PlacesTable, theme: Theme) -> None:
        super().__init__(table)
        self._theme = theme
        self.setObjectName("places_list")
        self.setAccessibleName("Places")
        self._bars = BarDelegate(theme, table)
        self.setItemDelegateForColumn(1, self._bars)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (0, 2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.modelReset.connect(self.updateGeometry)

    def dress(self) -> None:
        """Take the present text size."""
        self.verticalHeader().setDefaultSectionSize(self._theme.px(ROW))
        self.horizontalHeader().setMinimumSectionSize(self._theme.px(LEAST_BAR))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for all rows, within limits."""
        rows = min(max(self.model().rowCount(), LEAST_ROWS), MOST_ROWS)
        return QSize(self._theme.px(300), self._theme.px(ROW) * (rows + 1) + 8)

    def minimumSizeHint(self) -> QSize:
        """Return room for a few rows."""
        return QSize(self._theme.px(240), self._theme.px(ROW) * LEAST_ROWS)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the row that Enter opens."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection() and self.model().rowCount():
            self.selectRow(max(self.currentIndex().row(), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the place stood on; every platform opens rows with Enter but one."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)
