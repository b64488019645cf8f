"""Trends: every chart of the list, for a period."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from twitchlog.charts.cards import CARDS, Page
from twitchlog.charts.marks import Mark
from twitchlog.domain import words
from twitchlog.domain.day import Day
from twitchlog.domain.episode import Episode
from twitchlog.domain.moments import local_day
from twitchlog.insight.series.series import ENOUGH_DAYS
from twitchlog.ui.chart_card import ChartCard
from twitchlog.ui.chart_queue import ChartQueue
from twitchlog.ui.charts_soon import ChartsSoon
from twitchlog.ui.journal import Journal
from twitchlog.ui.period_bar import PeriodBar
from twitchlog.ui.plain import PlainLabel
from twitchlog.ui.theme import Theme


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
        self.queue = ChartQueue(self)
        self.cards = [ChartCard(chart, theme) for chart in CARDS if chart.page is Page.TRENDS]
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
        head.addWidget(PlainLabel("Trends", "page_title"))
        self._count = PlainLabel("", "quiet", name="count")
        head.addWidget(self._count)
        head.addStretch(1)
        self._period = PeriodBar(self._theme)
        head.addWidget(self._period)
        column.addLayout(head)
        self._soon = ChartsSoon()
        column.addWidget(self._soon)
        self._charts = QWidget()
        grid = QGridLayout(self._charts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(13)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        place_cards(grid, self.cards)
        column.addWidget(self._charts)
        column.addStretch(1)

    def _wire(self) -> None:
        self._soon.example_requested.connect(self.example_requested)
        self._period.chosen.connect(lambda _: self.show_diary())
        self._theme.changed.connect(self.show_diary)
        self._journal.changed.connect(lambda _: self.show_diary())
        for card in self.cards:
            card.opened.connect(self._open)
            card.said.connect(self.said)

    def _show(self) -> None:
        diary = self._journal.diary
        if not self._stale or not diary.whole:
            return
        self._stale = False
        checked = sum(1 for day in diary.every(Day) if day.checked)
        enough = checked >= ENOUGH_DAYS
        self._soon.setVisible(not enough)
        self._charts.setVisible(enough)
        self._period.setVisible(enough)
        self._count.setVisible(enough)
        if not enough:
            self._soon.show_days(checked)
            return
        today = local_day(self._clock(), diary.settings.day_start)
        period = self._period.period(diary, today)
        number = sum(1 for _ in diary.within(Episode, period))
        days = sum(1 for day in diary.within(Day, period) if day.checked)
        self._count.setText(
            f"{words.count(number, 'twitch', 'twitches')}, {words.count(days, 'checked day')}"
        )
        self.queue.show(self.cards, diary, period, today)

    def _open(self, mark: Mark) -> None:
        if mark.day is not None:
            self.day_opened.emit(mark.day)


def place_cards(grid: QGridLayout, cards: list[ChartCard]) -> None:
    """Put cards into two columns: two half cards side by side, a whole one across."""
    row, column = 0, 0
    for card in cards:
        if not card.chart.half:
            row += column
            column = 0
            grid.addWidget(card, row, 0, 1, 2)
            row += 1
            continue
        grid.addWidget(card, row, column)
        row, column = (row + 1, 0) if column else (row, 1)
