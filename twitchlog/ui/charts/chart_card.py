"""A card of Trends or Places: a finding, its explanation and legend, the chart, and the same numbers as a table."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from twitchlog.charts.cards import Card as Chart
from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.files.safe_open import FileError
from twitchlog.files.written import replacing
from twitchlog.insight.series.series import Series
from twitchlog.report.dates import span
from twitchlog.ui.charts.chart_view import ChartView
from twitchlog.ui.charts.legend import legend
from twitchlog.ui.charts.numbers_table import NumbersView, csv_text
from twitchlog.ui.forms.dialogs import ask_where_to_write
from twitchlog.ui.look.plain import Card, PlainLabel
from twitchlog.ui.look.theme import Theme

KINDS = {"png": "Picture (*.png)", "svg": "Drawing (*.svg)", "pdf": "PDF (*.pdf)"}
NOT_DRAWN = "This chart could not be drawn; its numbers stand in its place. Your diary is safe."
NOT_COMPUTED = "Something went wrong with this chart. Your diary is safe."


class ChartCard(Card):
    """One chart.

    ``opened`` carries the mark the person wants to see the entries of, ``said`` what went wrong, ``done`` what was done,
    ``written`` that too and its file, ``taken`` new numbers; ``stale`` asks to be drawn again.
    """

    opened = Signal(object)
    said = Signal(str)
    done = Signal(str)
    written = Signal(str, object)
    taken = Signal(object)
    stale = Signal()

    def __init__(self, chart: Chart, theme: Theme) -> None:
        super().__init__(f"card_{chart.name}")
        self.chart = chart
        self._theme = theme
        self._series: Series | None = None
        self._failed = False
        self._days: Period | None = None
        self._actions: QMenu | None = None
        self._title = PlainLabel("", "title", wrap=True, name="chart_title")
        self._explanation = PlainLabel("", "quiet", wrap=True, name="chart_explanation")
        for label in (self._title, self._explanation):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._legend = legend((), theme)
        self.view = ChartView(chart, theme)
        self.table: NumbersView | None = None
        self.column.addLayout(self._head())
        self.column.addWidget(self._explanation)
        self.column.addWidget(self._legend)
        self.column.addWidget(self.view)
        self.column.addStretch(1)
        self.view.opened.connect(self.opened)
        self.view.stale.connect(self.stale)

    def numbers(self, diary: Diary, period: Period, on: date) -> list[Callable[[], None]]:
        """Return the steps that compute the numbers of a period and show their words."""
        found: list[Series] = []

        def compute() -> None:
            from twitchlog.insight.series.daily import shown

            with self._saying(NOT_COMPUTED):
                found.append(self.chart.series(diary, period, on))
                self._days = shown(diary, period, on)

        def show() -> None:
            for series in found:
                self.take(series)

        return [compute, show]

    def drawing(self) -> list[Callable[[], None]]:
        """Return the steps that draw the numbers; if they fail, the table stands in the chart's place."""
        return [self._compose, self._render]

    def take(self, series: Series) -> None:
        """Show the words of a series, and its numbers where the table is shown."""
        self._series = series
        self._failed = False
        self._title.setText(series.title)
        self._explanation.setText(series.explanation)
        fresh = legend(series.legend, self._theme)
        self.column.replaceWidget(self._legend, fresh)
        self._legend.hide()
        self._legend.deleteLater()
        self._legend = fresh
        self._menu.setIcon(self._theme.icon("more", "text2"))
        self._menu.setIconSize(QSize(self._theme.px(16), self._theme.px(16)))
        self.view.show_series(series)
        self._arrange()
        self.taken.emit(series)

    def add_below(self, widget: QWidget) -> None:
        """Put something that belongs to the finding below the chart."""
        self.column.insertWidget(self.column.count() - 1, widget)

    def copy_picture(self) -> None:
        """Put the chart on the clipboard as a picture."""
        QGuiApplication.clipboard().setImage(QImage.fromData(self._file("png")))
        self.done.emit("The picture is on the clipboard.")

    def copy_table(self) -> None:
        """Put the numbers on the clipboard as CSV."""
        if self._series is not None:
            QGuiApplication.clipboard().setText(csv_text(self._series.table))
            self.done.emit("The table is on the clipboard as CSV.")

    def save(self, path: Path) -> None:
        """Save the chart as its ending says, PNG, SVG or PDF, and say where it is."""
        kind = path.suffix.removeprefix(".").lower()
        if kind not in KINDS:
            self.said.emit(f"Not saved: {path.name} does not end in .png, .svg or .pdf.")
            return
        try:
            with replacing(path) as file:
                file.write(self._file(kind))
        except FileError as error:
            self.said.emit(f"Not saved: {error}")
            return
        self.written.emit(f"Saved: {path}", path)

    def _file(self, kind: str) -> bytes:
        """Return the chart with its words and its days as a file; empty before there are numbers."""
        if self._series is None or self._days is None:
            return b""
        return self.view.as_file(kind, span(self._series.days_shown(self._days)))

    def _head(self) -> QHBoxLayout:
        self._switch = QPushButton("Table")
        self._switch.setObjectName("table_switch")
        self._switch.setProperty("kind", "link")
        self._switch.setCheckable(True)
        self._switch.toggled.connect(self._switched)
        self._menu = QPushButton()
        self._menu.setObjectName("chart_menu")
        self._menu.setProperty("kind", "icon")
        self._menu.setAccessibleName("Save or copy this chart")
        self._menu.clicked.connect(self._open_menu)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._menu, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _compose(self) -> None:
        if self._shows_table:
            return
        with self._saying(NOT_DRAWN):
            self.view.compose()

    def _render(self) -> None:
        if self._shows_table:
            return
        with self._saying(NOT_DRAWN):
            self.view.render_composed()

    @contextmanager
    def _saying(self, sentence: str) -> Iterator[None]:
        """Say a sentence and show the table if the work within does not reach its end; the error goes on its way."""
        done = False
        try:
            yield
            done = True
        finally:
            if not done:
                self._failed = True
                self._arrange()
                self.said.emit(sentence)

    @property
    def _shows_table(self) -> bool:
        return self._failed or self._switch.isChecked()

    def _switched(self, wanted: bool) -> None:  # noqa: FBT001 - a signal's value
        self._switch.setText("Chart" if wanted else "Table")
        self._failed = False
        self._arrange()
        if not wanted:
            self.stale.emit()

    def _arrange(self) -> None:
        """Show the chart or the table; with too few days the title says so, and there is nothing to draw."""
        shows, series = self._shows_table, self._series
        if shows and series is not None:
            if self.table is None:
                self.table = NumbersView(self._theme)
                self.column.insertWidget(self.column.indexOf(self.view) + 1, self.table)
            self.table.show_table(series.table, series.title)
        drawn = not shows and series is not None and (series.enough or self.chart.facts)
        self.view.setVisible(drawn)
        self._legend.setVisible(drawn)
        if self.table is not None:
            self.table.setVisible(shows)

    def _open_menu(self) -> None:
        if self._actions is None:
            self._actions = self._made_menu()
        self._actions.popup(self._menu.mapToGlobal(self._menu.rect().bottomLeft()))

    def _made_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("chart_actions")
        menu.addAction("Copy picture", self.copy_picture)
        menu.addAction("Copy table as CSV", self.copy_table)
        for kind in KINDS:
            menu.addAction(f"Save as {kind.upper()}…", partial(self._ask_save, kind))
        return menu

    def _ask_save(self, kind: str) -> None:
        name = f"twitchlog-{self.chart.name}.{kind}"
        ask_where_to_write(self, "Save chart", KINDS[kind], name, self.save)
