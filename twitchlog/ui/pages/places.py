"""Places: where it twitched in a period, on the figure, in a list, and over time."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from twitchlog.charts.cards import CARDS, Page
from twitchlog.charts.marks import Mark
from twitchlog.domain import words
from twitchlog.domain.day import Day
from twitchlog.domain.moments import local_day
from twitchlog.domain.sites import Side, Site
from twitchlog.insight.series.series import ENOUGH_DAYS
from twitchlog.insight.tally import tallies
from twitchlog.ui.body_map import BodyMap
from twitchlog.ui.chart_card import ChartCard
from twitchlog.ui.chart_queue import ChartQueue
from twitchlog.ui.charts_soon import ChartsSoon
from twitchlog.ui.heat_legend import HeatLegend
from twitchlog.ui.journal import Journal
from twitchlog.ui.period_bar import PeriodBar
from twitchlog.ui.places_list import PlacesTable, places_view
from twitchlog.ui.plain import Card, PlainLabel
from twitchlog.ui.theme import Theme


class PlacesPage(QWidget):
    """``words_sought`` carries a place to find in History, ``day_opened`` a date, ``said`` a sentence."""

    example_requested = Signal()
    words_sought = Signal(str)
    day_opened = Signal(object)
    said = Signal(str)

    def __init__(self, journal: Journal, theme: Theme, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName("places_page")
        self._journal, self._theme, self._clock = journal, theme, clock
        self._stale = True
        self.queue = ChartQueue(self)
        self.cards = [ChartCard(chart, theme) for chart in CARDS if chart.page is Page.PLACES]
        self._build()
        self._wire()

    def show_diary(self) -> None:
        """Show the journal's diary, now if the page is seen, else when it will be."""
        self._stale = True
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what is not up to date."""
        super().showEvent(event)
        self._show()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 24)
        column.setSpacing(13)
        head = QHBoxLayout()
        head.addWidget(PlainLabel("Places", "page_title"))
        self._count = PlainLabel("", "quiet", name="count")
        head.addWidget(self._count)
        head.addStretch(1)
        self._period = PeriodBar(self._theme)
        head.addWidget(self._period)
        column.addLayout(head)
        self._soon = ChartsSoon()
        column.addWidget(self._soon)
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(13)
        upper = QHBoxLayout()
        upper.setSpacing(13)
        upper.addWidget(self._figure_card(), 11)
        upper.addWidget(self._list_card(), 10)
        body.addLayout(upper)
        for card in self.cards:
            body.addWidget(card)
        column.addWidget(self._body)
        column.addStretch(1)

    def _figure_card(self) -> Card:
        card = Card("figure_card")
        card.column.addWidget(PlainLabel("On the body", "title"))
        self.heat_map = BodyMap()
        self.heat_map.setObjectName("heat_map")
        card.column.addWidget(self.heat_map, 1)
        self._legend = HeatLegend(self._theme)
        card.column.addWidget(self._legend)
        return card

    def _list_card(self) -> Card:
        card = Card("list_card")
        card.column.addWidget(PlainLabel("Places, the most frequent first", "title"))
        self._note = PlainLabel("", "quiet", wrap=True)
        card.column.addWidget(self._note)
        self.table = PlacesTable()
        self._view = places_view(self.table, self._theme)
        card.column.addWidget(self._view, 1)
        return card

    def _wire(self) -> None:
        self._period.chosen.connect(lambda _: self.show_diary())
        self._theme.changed.connect(self._dress)
        self._journal.changed.connect(lambda _: self.show_diary())
        self._soon.example_requested.connect(self.example_requested)
        self.heat_map.activated.connect(lambda site, side: self.words_sought.emit(words.place(site, side)))
        self._view.activated.connect(self._open_row)
        for card in self.cards:
            card.opened.connect(self._open_mark)
            card.said.connect(self.said)
        self._dress()

    def _dress(self) -> None:
        self.heat_map.set_palette_tokens(self._theme.palette)
        self.heat_map.set_scale(self._theme.scale)
        self.show_diary()

    def _show(self) -> None:
        diary = self._journal.diary
        if not self._stale or not diary.whole:
            return
        self._stale = False
        checked = sum(1 for day in diary.every(Day) if day.checked)
        enough = checked >= ENOUGH_DAYS
        for widget, shown in ((self._soon, not enough), (self._body, enough), (self._period, enough)):
            widget.setVisible(shown)
        self._count.setVisible(enough)
        if not enough:
            self._soon.show_days(checked)
            return
        today = local_day(self._clock(), diary.settings.day_start)
        period = self._period.period(diary, today)
        found, days = tallies(diary, period)
        self._count.setText(f"{words.count(len(found), 'place')} on {words.count(days, 'checked day')}")
        self._note.setText(
            "Days are of the checked days of the period. Enter or a double click opens them in History."
        )
        self.table.show_tallies(found, days)
        counts: Counter[tuple[Site, Side]] = Counter(
            {(each.site, each.side): each.twitches for each in found}
        )
        self.heat_map.set_counts(counts)
        self._legend.show_bounds(self.heat_map.step_bounds())
        self.queue.show(self.cards, diary, period, today)

    def _open_row(self, index: QModelIndex) -> None:
        tally = self.table.tally(index.row())
        self.words_sought.emit(words.place(tally.site, tally.side))

    def _open_mark(self, mark: Mark) -> None:
        if mark.day is not None:
            self.day_opened.emit(mark.day)
