"""Trends: every chart of the list, for a period."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea

from twitchlog.charts.cards import Page
from twitchlog.domain import words
from twitchlog.ui.charts.chart_card import ChartCard
from twitchlog.ui.charts.charts_page import GAP, ChartsPage
from twitchlog.ui.journal import Journal
from twitchlog.ui.look.theme import Theme

TWO_COLUMNS_FROM = 780
"""The page's width at text size 1 from which two half cards stand side by side."""


class TrendsPage(ChartsPage):
    """Half cards stand side by side where there is room; the head says what the year's chart counted."""

    def __init__(self, journal: Journal, theme: Theme, clock: Callable[[], datetime]) -> None:
        super().__init__(Page.TRENDS, journal, theme, clock)
        self._two_columns: bool | None = None
        self._wanted = ""
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self.queue.drawn.connect(self._find_card)
        for card in self.cards:
            card.taken.connect(self._follow)
        self._arrange()

    def show_card(self, name: str) -> None:
        """Bring a card into view as soon as the cards above it have their heights, and put the keys on its chart."""
        self._wanted = name
        if self.queue.idle:
            self._find_card()

    def _find_card(self) -> None:
        for card in self.cards:
            if card.chart.name == self._wanted:
                card.view.setFocus(Qt.FocusReason.OtherFocusReason)
                viewport = self.parentWidget()
                area = viewport.parentWidget() if viewport is not None else None
                if isinstance(area, QScrollArea):
                    area.verticalScrollBar().setValue(card.mapTo(self, card.rect().topLeft()).y() - GAP)
        self._wanted = ""

    def _arrange(self) -> None:
        two = self.width() >= TWO_COLUMNS_FROM * self._theme.scale
        if two is not self._two_columns:
            self._two_columns = two
            place_cards(self._grid, self.cards, two_columns=two)

    def _follow(self, series: object) -> None:
        """Say what was counted, and below what goes with what how to read it; both need numpy, so not before."""
        from twitchlog.insight.series.triggers import TriggersSeries
        from twitchlog.insight.series.year import YearSeries

        if isinstance(series, YearSeries):
            self._head.show_count(counted_words(series.twitches, series.checked))
        elif isinstance(series, TriggersSeries):
            self._add_more(series)

    def _add_more(self, series: object) -> None:
        from twitchlog.ui.charts.triggers_more import TriggersMore

        card = next(card for card in self.cards if card.chart.name == "triggers")
        more = card.findChild(TriggersMore)
        if not isinstance(more, TriggersMore):
            more = TriggersMore()
            more.luck_requested.connect(self.show_luck)
            card.add_below(more)
        more.take(series)

    def show_luck(self) -> None:
        """Ask which of five charts is the person's own."""
        from twitchlog.insight.series.luck import LuckSeries, series
        from twitchlog.ui.charts.luck_dialog import LuckDialog

        diary, period, today = self._journal.diary, self.period, self.today

        def make(seed: int) -> LuckSeries:
            return series(diary, period, today, seed)

        LuckDialog(make, today.toordinal(), self._theme, self.window()).open()


def counted_words(twitches: int, checked: int) -> str:
    """Return how many twitches and checked days a period has, in words."""
    return f"{words.count(twitches, 'twitch', 'twitches')}, {words.count(checked, 'checked day')}"


def place_cards(grid: QGridLayout, cards: list[ChartCard], *, two_columns: bool) -> None:
    """Put cards into two columns, two half cards side by side and a whole one across; or all below each other."""
    row, column = 0, 0
    for card in cards:
        if not card.chart.half or not two_columns:
            row += column
            column = 0
            grid.addWidget(card, row, 0, 1, 2)
            row += 1
            continue
        grid.addWidget(card, row, column)
        row, column = (row + 1, 0) if column else (row, 1)
    for number in range(2):
        grid.setColumnStretch(number, 1)
