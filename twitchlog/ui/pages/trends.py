"""Trends: every chart of the list, for a period."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from twitchlog.charts.cards import CARDS, Page
from twitchlog.charts.marks import Mark
from twitchlog.domain import words
from twitchlog.domain.moments import local_day
from twitchlog.domain.period import Period
from twitchlog.ui.charts.chart_card import ChartCard
from twitchlog.ui.charts.chart_queue import ChartQueue
from twitchlog.ui.charts.charts_head import ChartsHead
from twitchlog.ui.charts.charts_soon import ChartsSoon
from twitchlog.ui.journal import Journal
from twitchlog.ui.look.theme import Theme

MARGIN = 13
TWO_COLUMNS_FROM = 780
"""The page's width at text size 1 from which two half cards stand side by side."""


class TrendsPage(QWidget):
    """Draws when it is seen, and again when the diary, the period or the look changes.

    ``example_requested`` is the wish to see a made-up diary, ``day_opened`` carries a date, ``said`` a sentence.
    """

    example_requested = Signal()
    day_opened = Signal(object)
    said = Signal(str)

    def __init__(self, journal: Journal, theme: Theme, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName("trends_page")
        self._journal, self._theme, self._clock = journal, theme, clock
        self._stale = True
        self._two_columns: bool | None = None
        self._wanted = ""
        self.queue = ChartQueue(self)
        self.cards = [ChartCard(chart, theme) for chart in CARDS if chart.page is Page.TRENDS]
        self._build()
        self._wire()

    def show_diary(self) -> None:
        """Show the journal's diary, now if the page is seen, else when it will be."""
        self._stale = True
        if self.isVisible():
            self._show()

    def show_card(self, name: str) -> None:
        """Bring a card into view as soon as the cards above it have their heights, and put the keys on its chart."""
        self._wanted = name
        if self.queue.idle:
            self._find_card()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what is not up to date."""
        super().showEvent(event)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the half cards side by side, or below each other where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    @property
    def today(self) -> date:
        """The local day of now."""
        return local_day(self._clock(), self._journal.diary.settings.day_start)

    @property
    def period(self) -> Period:
        """The period that is shown."""
        return self._head.period.period(self._journal.diary, self.today)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 24)
        column.setSpacing(13)
        self._head = ChartsHead("Trends", self._theme)
        self._soon = ChartsSoon(days_needed=True)
        self._charts = QWidget()
        self._grid = QGridLayout(self._charts)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(13)
        for widget in (self._head, self._soon, self._charts):
            column.addWidget(widget)
        column.addStretch(1)
        self._arrange()

    def _wire(self) -> None:
        self._soon.example_requested.connect(self.example_requested)
        self.queue.drawn.connect(self._find_card)
        self._head.period.chosen.connect(self.show_diary)
        self._theme.changed.connect(self._dress)
        self._journal.changed.connect(lambda _: self.show_diary())
        for card in self.cards:
            card.opened.connect(self._open)
            card.said.connect(self.said)
            card.stale.connect(lambda card=card: self.queue.draw([card]))
            card.taken.connect(self._follow)

    def _show(self) -> None:
        diary = self._journal.diary
        if not self._stale or not diary.whole:
            return
        self._stale = False
        if self._soon.stand_in(diary, self._head, self._charts):
            return
        self.queue.show(self.cards, diary, self.period, self.today)

    def _find_card(self) -> None:
        for card in self.cards:
            if card.chart.name == self._wanted:
                card.view.setFocus(Qt.FocusReason.OtherFocusReason)
                viewport = self.parentWidget()
                area = viewport.parentWidget() if viewport is not None else None
                if isinstance(area, QScrollArea):
                    area.verticalScrollBar().setValue(card.mapTo(self, card.rect().topLeft()).y() - MARGIN)
        self._wanted = ""

    def _dress(self) -> None:
        self._arrange()
        self.show_diary()

    def _arrange(self) -> None:
        two = self.width() >= TWO_COLUMNS_FROM * self._theme.scale
        if two is not self._two_columns:
            self._two_columns = two
            place_cards(self._grid, self.cards, two_columns=two)

    def _open(self, mark: Mark) -> None:
        if mark.day is not None:
            self.day_opened.emit(mark.day)

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
