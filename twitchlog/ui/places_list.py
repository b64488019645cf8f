"""The list of places with bars: twitches, days of checked days, last time."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLineF, QModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from twitchlog.domain import words
from twitchlog.insight.tally import Tally
from twitchlog.ui.history_table import NOWHERE, Index
from twitchlog.ui.theme import Theme

HEADS = ("Place", "Twitches", "Days", "Last time")


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
        painter.drawLine(QLineF(box.bottomLeft(), box.bottomRight()))
        painter.setPen(theme.colour("text"))
        text = box.adjusted(0, 0, -8, 0)
        text.setLeft(bar.right() + 8)
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        painter.restore()


def places_view(table: PlacesTable, theme: Theme) -> QTableView:
    """Return the view of the list."""
    view = QTableView()
    view.setObjectName("places_list")
    view.setAccessibleName("Places")
    view.setModel(table)
    view.setItemDelegateForColumn(1, BarDelegate(theme, table))
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setShowGrid(False)
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(theme.px(32))
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for column in (0, 2, 3):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    return view
