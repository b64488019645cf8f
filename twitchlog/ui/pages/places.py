"""Places: where it twitched in a period, on the figure, in a list, and over time."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from twitchlog.charts.cards import CARDS, Page
from twitchlog.charts.marks import Mark
from twitchlog.domain import words
from twitchlog.domain.diary import Diary
from twitchlog.domain.moments import local_day
from twitchlog.domain.period import Period
from twitchlog.domain.sites import Side, Site
from twitchlog.insight.series.series import Key, Sign
from twitchlog.insight.tally import tallies
from twitchlog.ui.charts.chart_card import ChartCard
from twitchlog.ui.charts.chart_queue import ChartQueue
from twitchlog.ui.charts.charts_head import ChartsHead
from twitchlog.ui.charts.charts_soon import ChartsSoon
from twitchlog.ui.charts.legend import legend
from twitchlog.ui.charts.places_list import PlacesTable, PlacesView
from twitchlog.ui.figure.body_map import BodyMap
from twitchlog.ui.journal import Journal
from twitchlog.ui.look.plain import Card, PlainLabel
from twitchlog.ui.look.theme import Theme

BESIDE_FROM = 940
"""The page's width at text size 1 from which the list stands beside the figure."""


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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list beside the figure, or below it where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 24)
        column.setSpacing(13)
        self._head = ChartsHead("Places", self._theme)
        self._soon = ChartsSoon()
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(13)
        self._upper = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._upper.setSpacing(13)
        self._upper.addWidget(self._figure_card(), 1)
        self._upper.addWidget(self._list_card(), 1)
        body.addLayout(self._upper)
        for card in self.cards:
            body.addWidget(card)
        for widget in (self._head, self._soon, self._body):
            column.addWidget(widget)
        column.addStretch(1)

    def _figure_card(self) -> Card:
        self._figure = Card("figure_card")
        self._figure.column.addWidget(PlainLabel("On the body", "title"))
        self.heat_map = BodyMap()
        self.heat_map.setObjectName("heat_map")
        self._figure.column.addWidget(self.heat_map, 1)
        self._legend = legend((), self._theme)
        self._figure.column.addWidget(self._legend)
        return self._figure

    def _list_card(self) -> Card:
        card = Card("list_card")
        card.column.addWidget(PlainLabel("Places, the most frequent first", "title", wrap=True))
        self._note = PlainLabel("", "quiet", wrap=True, name="places_note")
        card.column.addWidget(self._note)
        self.table = PlacesTable()
        self._view = PlacesView(self.table, self._theme)
        card.column.addWidget(self._view, 1)
        return card

    def _wire(self) -> None:
        self._head.period.chosen.connect(self.show_diary)
        self._theme.changed.connect(self._dress)
        self._journal.changed.connect(lambda _: self.show_diary())
        self._soon.example_requested.connect(self.example_requested)
        self.heat_map.activated.connect(lambda site, side: self.words_sought.emit(words.place(site, side)))
        self._view.activated.connect(self._open_row)
        for card in self.cards:
            card.opened.connect(self._open_mark)
            card.said.connect(self.said)
            card.stale.connect(lambda card=card: self.queue.draw([card]))
        self._dress()

    def _dress(self) -> None:
        self.heat_map.set_palette_tokens(self._theme.palette)
        self.heat_map.set_scale(self._theme.scale)
        self._view.dress()
        self._arrange()
        self.show_diary()

    def _arrange(self) -> None:
        beside = self.width() >= BESIDE_FROM * self._theme.scale
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._upper.direction() is not way:
            self._upper.setDirection(way)

    def _show(self) -> None:
        diary = self._journal.diary
        if not self._stale or not diary.whole:
            return
        self._stale = False
        if self._soon.stand_in(diary, self._head, self._body):
            return
        today = local_day(self._clock(), diary.settings.day_start)
        period = self._head.period.period(diary, today)
        self.queue.show(self.cards, diary, period, today, first=lambda: self._show_places(diary, period))

    def _show_places(self, diary: Diary, period: Period) -> None:
        found, days = tallies(diary, period)
        self._head.show_count(f"{words.count(len(found), 'place')} on {words.count(days, 'checked day')}")
        self._note.setText(
            "Days are of the checked days of the period. Enter or a double click opens a place in History."
            if found
            else "No twitches in this period."
        )
        self.table.show_tallies(found, days)
        counts: Counter[tuple[Site, Side]] = Counter(
            {(each.site, each.side): each.twitches for each in found}
        )
        self.heat_map.set_counts(counts)
        self._show_bounds()

    def _show_bounds(self) -> None:
        """Show the least and the most twitches of each step of the heat."""
        keys = [
            Key(Sign.SQUARE, f"step{step}", f"{low:,}" if low == high else f"{low:,} to {high:,}")
            for step, (low, high) in enumerate(self.heat_map.step_bounds(), 1)
        ]
        fresh = legend(keys, self._theme, after="twitches" if keys else "")
        self._figure.column.replaceWidget(self._legend, fresh)
        self._legend.hide()
        self._legend.deleteLater()
        self._legend = fresh

    def _open_row(self, index: QModelIndex) -> None:
        tally = self.table.tally(index.row())
        self.words_sought.emit(words.place(tally.site, tally.side))

    def _open_mark(self, mark: Mark) -> None:
        if mark.day is not None:
            self.day_opened.emit(mark.day)
