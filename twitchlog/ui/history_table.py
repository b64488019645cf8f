"""The rows of History: one kind of record, filtered and sorted as Python does it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal

from twitchlog.domain.period import Period
from twitchlog.domain.record import TABLES, Edit, Record, table_of
from twitchlog.ui.history_columns import COLUMNS, matches
from twitchlog.ui.journal import Journal
from twitchlog.ui.look.plain import tooltip

Index: TypeAlias = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
AT_ONCE = 2_000
"""Rows whose words are looked at in one turn of the event loop: a few hundredths of a second."""


class HistoryTable(QAbstractTableModel):
    """Shows the journal's records of one table, sorted by one column; the newest first at the start.

    Where words are sought the first rows come at once and the others by and by; ``grown`` says that some came or
    that all were looked at.
    """

    grown = Signal()

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self._journal = journal
        self.table = "episodes"
        self._sought = ""
        self._period: Period | None = None
        self._column, self._newest_first = 0, True
        self._rows: list[Record] = []
        self._ahead: Iterator[Record] = iter(())
        self.looking = False
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._look_on)
        self.total = 0

    def show_table(self, table: str) -> None:
        """Show another kind of record."""
        self.table, self._column, self._newest_first = table, 0, True
        self.reload()

    def filter_by(self, sought: str, period: Period | None) -> None:
        """Show only rows with these words, of these days; ``None`` shows all days."""
        self._sought, self._period = sought, period
        self.reload()

    def reload(self) -> None:
        """Fill the rows again from the journal."""
        self._reload(AT_ONCE)

    def take_edits(self, edits: Sequence[Edit]) -> None:
        """Follow what changed: a new record becomes one row, anything else is read again."""
        mine = [edit for edit in edits if self._is_mine(edit)]
        new = mine[0].after if len(mine) == 1 and mine[0].before is None else None
        if new is not None and self._column == 0 and not self.looking:
            self._insert(new)
        elif mine or not edits:
            # All at once, so that what was chosen is found again.
            self._reload(None)

    def record(self, row: int) -> Record:
        """Return the record of a row."""
        return self._rows[row]

    def row_of(self, key: str) -> int:
        """Return the row of a record by its id, or -1."""
        return next((n for n, record in enumerate(self._rows) if record.id == key), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return how many columns this kind has."""
        return 0 if parent.isValid() else len(COLUMNS[self.table])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell."""
        if not index.isValid():
            return None
        column = COLUMNS[self.table][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(self._rows[index.row()])
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip((column.tip or column.text)(self._rows[index.row()]))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the head of a column."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return COLUMNS[self.table][section].head
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort as Python does: no proxy, no cell asked twice."""
        self._column = min(max(column, 0), len(COLUMNS[self.table]) - 1)
        self._newest_first = order == Qt.SortOrder.DescendingOrder
        if self.looking:
            self.reload()
            return
        self.layoutAboutToBeChanged.emit()
        self._sort(self._rows)
        self.layoutChanged.emit()

    def _sort(self, rows: list[Record]) -> None:
        key = COLUMNS[self.table][self._column].key
        rows.sort(key=key, reverse=self._newest_first)

    def _reload(self, at_once: int | None) -> None:
        """Fill the rows again; of sought words ``at_once`` rows are looked at now, ``None`` is all of them."""
        self.beginResetModel()
        self._turn.stop()
        kind = TABLES[self.table]
        diary = self._journal.diary
        rows: list[Record] = list(diary.every(kind))
        self.total = len(rows)
        if self._period is not None:
            rows = [row for row in rows if diary.day_of(row) in self._period]
        self._sort(rows)
        if self._sought:
            self._ahead = iter(rows)
            rows = self._next_found(at_once)
        else:
            self.looking = False
        self._rows = rows
        self.endResetModel()

    def _next_found(self, at_once: int | None) -> list[Record]:
        seen = list(islice(self._ahead, at_once))
        self.looking = len(seen) == at_once
        if self.looking:
            self._turn.start()
        return [row for row in seen if matches(self.table, row, self._sought)]

    def _look_on(self) -> None:
        found = self._next_found(AT_ONCE)
        if found:
            first = len(self._rows)
            self.beginInsertRows(NOWHERE, first, first + len(found) - 1)
            self._rows += found
            self.endInsertRows()
        self.grown.emit()

    def _insert(self, record: Record) -> None:
        self.total += 1
        if self._period is not None and self._journal.diary.day_of(record) not in self._period:
            return
        if self._sought and not matches(self.table, record, self._sought):
            return
        key = COLUMNS[self.table][0].key
        if self._newest_first:
            place = len(self._rows) - bisect_left(self._rows[::-1], key(record), key=key)
            while place > 0 and key(self._rows[place - 1]) <= key(record):
                place -= 1
        else:
            place = bisect_left(self._rows, key(record), key=key)
        self.beginInsertRows(NOWHERE, place, place)
        self._rows.insert(place, record)
        self.endInsertRows()

    def _is_mine(self, edit: Edit) -> bool:
        record = edit.after if edit.after is not None else edit.before
        return record is not None and table_of(record) == self.table
