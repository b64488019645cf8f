"""A card of Trends or Places: a finding, its explanation and legend, the chart, and the same numbers as a table."""

import csv
import io
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
)

from twitchlog.charts.cards import Card as Chart
from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.files.formulas import inert
from twitchlog.insight.series.series import Cell, Series, Table
from twitchlog.ui.chart_view import ChartView
from twitchlog.ui.dialogs import ask_where_to_write
from twitchlog.ui.legend import legend
from twitchlog.ui.plain import Card, PlainLabel
from twitchlog.ui.theme import Theme

PICTURES = "Picture (*.png);;Drawing (*.svg);;PDF (*.pdf)"
TABLE_HEIGHT = 280


class ChartCard(Card):
    """One chart; ``opened`` carries the mark the person wants to see the entries of, ``said`` a sentence."""

    opened = Signal(object)
    said = Signal(str)

    def __init__(self, chart: Chart, theme: Theme) -> None:
        super().__init__(f"card_{chart.name}")
        self.chart = chart
        self._theme = theme
        self._series: Series | None = None
        self._title = PlainLabel("", "title", wrap=True, name="chart_title")
        self._explanation = PlainLabel("", "quiet", wrap=True, name="chart_explanation")
        for label in (self._title, self._explanation):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._switch = QPushButton("Table")
        self._switch.setObjectName("table_switch")
        self._switch.setProperty("kind", "link")
        self._switch.setCheckable(True)
        self._switch.toggled.connect(self._show_table)
        self._menu = QPushButton()
        self._menu.setObjectName("chart_menu")
        self._menu.setProperty("kind", "icon")
        self._menu.setAccessibleName("Save or copy this chart")
        self._menu.clicked.connect(self._open_menu)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._menu, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self.column.addWidget(self._explanation)
        self._legend = legend((), theme)
        self.column.addWidget(self._legend)
        self.view = ChartView(chart, theme)
        self.view.opened.connect(self.opened)
        self.table: QTableWidget | None = None
        self.column.addWidget(self.view)
        self.column.addStretch(1)

    def show_numbers(self, diary: Diary, period: Period, on: date) -> None:
        """Compute the numbers of a period and show their words; `draw` draws them."""
        self.take(self.chart.series(diary, period, on))

    def take(self, series: Series) -> None:
        """Show the words of a series."""
        self._series = series
        self._title.setText(series.title)
        self._explanation.setText(series.explanation)
        fresh = legend(series.legend, self._theme)
        self.column.replaceWidget(self._legend, fresh)
        self._legend.hide()
        self._legend.deleteLater()
        self._legend = fresh
        self._menu.setIcon(self._theme.icon("more", "text2"))
        self.view.show_series(series)
        if self._switch.isChecked():
            self._fill_table(series.table)

    def draw(self) -> None:
        """Draw the chart; if it cannot be drawn, show its numbers instead."""
        if not self._switch.isChecked():
            self.view.draw()

    def _show_table(self, wanted: bool) -> None:  # noqa: FBT001 - a signal's value
        self._switch.setText("Chart" if wanted else "Table")
        self.view.setVisible(not wanted)
        if self._series is None:
            return
        if wanted:
            self._fill_table(self._series.table)
        else:
            self.view.draw()
        if self.table is not None:
            self.table.setVisible(wanted)

    def _fill_table(self, numbers: Table) -> None:
        if self.table is None:
            self.table = QTableWidget()
            self.table.setObjectName("table")
            self.table.setAccessibleName(f"Numbers of: {self._title.text()}")
            self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
            self.table.setTabKeyNavigation(False)
            self.table.verticalHeader().hide()
            self.column.insertWidget(self.column.indexOf(self.view) + 1, self.table)
        table = self.table
        table.setFixedHeight(self._theme.px(TABLE_HEIGHT))
        table.setColumnCount(len(numbers.header))
        table.setHorizontalHeaderLabels(list(numbers.header))
        table.setRowCount(len(numbers.rows))
        for row, cells in enumerate(numbers.rows):
            for column, cell in enumerate(cells):
                table.setItem(row, column, QTableWidgetItem(cell_text(cell)))
        table.resizeColumnsToContents()

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.addAction("Copy picture", self.copy_picture)
        menu.addAction("Copy table as CSV", self.copy_table)
        menu.addAction("Save picture…", self._ask_save)
        menu.popup(self._menu.mapToGlobal(self._menu.rect().bottomLeft()))

    def copy_picture(self) -> None:
        """Put the chart on the clipboard as a picture."""
        QGuiApplication.clipboard().setImage(self.view.image(2.0))
        self.said.emit("The picture is on the clipboard.")

    def copy_table(self) -> None:
        """Put the numbers on the clipboard as CSV."""
        if self._series is not None:
            QGuiApplication.clipboard().setText(csv_text(self._series.table))
            self.said.emit("The table is on the clipboard as CSV.")

    def _ask_save(self) -> None:
        ask_where_to_write(self, "Save picture", PICTURES, f"twitchlog-{self.chart.name}.png", self.save)

    def save(self, path: Path) -> None:
        """Save the chart by the ending of the path, and say where."""
        try:
            self.view.save(str(path))
        except (OSError, ValueError):
            self.said.emit(
                f"Not saved: {path} cannot be written. Choose another place, or the ending .png, .svg or .pdf."
            )
            return
        self.said.emit(f"Saved: {path}")


def cell_text(cell: Cell) -> str:
    """Return a cell as it is read: not recorded is said in words."""
    if cell is None:
        return "not recorded"
    return f"{cell:.3g}" if isinstance(cell, float) else str(cell)


def csv_text(table: Table) -> str:
    """Return a table as CSV; not recorded stays empty."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(table.header)
    writer.writerows([_inert(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def _inert(cell: Cell) -> Cell:
    """A medicine's name may look like a formula to a spreadsheet."""
    if cell is None:
        return ""
    return inert(cell) if isinstance(cell, str) else cell
