"""What every page of charts has: a period, its cards, and when they are drawn."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from twitchlog.charts.cards import CARDS, Page
from twitchlog.charts.marks import Mark
from twitchlog.domain.diary import Diary
from twitchlog.domain.moments import local_day
from twitchlog.domain.period import Period
from twitchlog.ui.charts.chart_card import ChartCard
from twitchlog.ui.charts.chart_queue import ChartQueue
from twitchlog.ui.charts.charts_head import ChartsHead
from twitchlog.ui.charts.charts_soon import ChartsSoon
from twitchlog.ui.journal import Journal
from twitchlog.ui.look.scrolled import ScrolledPage
from twitchlog.ui.look.theme import Theme

GAP = 13


class ChartsPage(ScrolledPage):
    """Draws when it is seen, and again when the diary, the period or the look changes.

    ``example_requested`` is the wish to see a made-up diary, ``day_opened`` carries a date; ``said``, ``done`` and
    ``written`` are those of its cards.
    A page fills ``_body``, which holds its cards, and arranges it itself.
    """

    example_requested = Signal()
    day_opened = Signal(object)
    said = Signal(str)
    done = Signal(str)
    written = Signal(str, object)

    def __init__(self, page: Page, journal: Journal, theme: Theme, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName(f"{page.value}_page")
        self._journal, self._theme, self._clock = journal, theme, clock
        self._stale = True
        self.queue = ChartQueue(self)
        self.cards = [ChartCard(chart, theme) for chart in CARDS if chart.page is page]
        self._head = ChartsHead(page.value.capitalize(), theme)
        self._soon = ChartsSoon(days_needed=page is Page.TRENDS)
        self._body = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 24)
        column.setSpacing(GAP)
        for widget in (self._head, self._soon, self._body):
            column.addWidget(widget)
        column.addStretch(1)
        self._listen()

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
        """Put side by side what has room, and the rest below each other."""
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

    def _listen(self) -> None:
        self._soon.example_requested.connect(self.example_requested)
        self._head.period.chosen.connect(self.show_diary)
        self._theme.changed.connect(self._dress)
        self._journal.changed.connect(lambda _: self.show_diary())
        for card in self.cards:
            card.opened.connect(self._open)
            card.said.connect(self.said)
            card.done.connect(self.done)
            card.written.connect(self.written)
            card.stale.connect(lambda card=card: self.queue.draw([card]))

    def _show(self) -> None:
        diary = self._journal.diary
        if not self._stale or not diary.whole:
            return
        self._stale = False
        if self._soon.stand_in(diary, self._head, self._body):
            return
        period = self.period
        self.queue.show(
            self.cards, diary, period, self.today, first=lambda: self._show_before_cards(diary, period)
        )

    def _show_before_cards(self, diary: Diary, period: Period) -> None:
        """Show what the page has besides its cards."""

    def _arrange(self) -> None:
        """Put the body in order for the page's width."""
        raise NotImplementedError

    def _dress(self) -> None:
        self._arrange()
        self.show_diary()

    def _open(self, mark: Mark) -> None:
        if mark.day is not None:
            self.day_opened.emit(mark.day)
