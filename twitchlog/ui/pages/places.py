"""Places: where it twitched in a period, on the figure, in a list, and over time."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from twitchlog.charts.cards import Page
from twitchlog.domain import words
from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.domain.sites import Side, Site
from twitchlog.insight.tally import tallies
from twitchlog.ui.charts.charts_page import GAP, ChartsPage
from twitchlog.ui.charts.heat_card import HeatCard
from twitchlog.ui.charts.places_list import PlacesTable, PlacesView
from twitchlog.ui.journal import Journal
from twitchlog.ui.look.plain import Card, PlainLabel
from twitchlog.ui.look.theme import Theme

BESIDE_FROM = 940
"""The page's width at text size 1 from which the list stands beside the figure."""


class PlacesPage(ChartsPage):
    """The figure and the list above the charts; ``words_sought`` carries a place to find in History, and the period."""

    words_sought = Signal(str, object)

    def __init__(self, journal: Journal, theme: Theme, clock: Callable[[], datetime]) -> None:
        super().__init__(Page.PLACES, journal, theme, clock)
        self._build()
        self._heat.map.activated.connect(self._open_place)
        self._view.activated.connect(self._open_row)
        self._dress()

    def _build(self) -> None:
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(GAP)
        self._upper = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._upper.setSpacing(GAP)
        self._heat = HeatCard(self._theme)
        self._upper.addWidget(self._heat, 1)
        self._upper.addWidget(self._list_card(), 1)
        body.addLayout(self._upper)
        for card in self.cards:
            body.addWidget(card)

    def _list_card(self) -> Card:
        card = Card("list_card")
        card.column.addWidget(PlainLabel("Places, the most frequent first", "title", wrap=True))
        self._note = PlainLabel("", "quiet", wrap=True, name="places_note")
        card.column.addWidget(self._note)
        self.table = PlacesTable()
        self._view = PlacesView(self.table, self._theme)
        card.column.addWidget(self._view, 1)
        return card

    def _dress(self) -> None:
        self._heat.dress()
        self._view.dress()
        super()._dress()

    def _arrange(self) -> None:
        beside = self.width() >= BESIDE_FROM * self._theme.scale
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._upper.direction() is not way:
            self._upper.setDirection(way)

    def _show_before_cards(self, diary: Diary, period: Period) -> None:
        found, days = tallies(diary, period)
        self._head.show_count(f"{words.count(len(found), 'place')} on {words.count(days, 'checked day')}")
        self._note.setText(
            "Days are of the checked days of the period. Enter or a double click opens a place in History."
            if found
            else "No twitches in this period."
        )
        self.table.show_tallies(found, days)
        self._heat.show_tallies(found)

    def _open_row(self, index: QModelIndex) -> None:
        tally = self.table.tally(index.row())
        self._open_place(tally.site, tally.side)

    def _open_place(self, site: Site, side: Side) -> None:
        self.words_sought.emit(words.place(site, side), self.period)
