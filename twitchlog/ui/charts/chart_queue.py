"""Shows charts in small steps, one per turn of the event loop, the visible first: the window never stands still."""

import gc
from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.ui.charts.chart_card import ChartCard
from twitchlog.ui.charts.when_loaded import WhenLoaded


class ChartQueue(QObject):
    """Computes and draws cards in order; a newer request drops what was still waiting. ``drawn``: all is done."""

    drawn = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[tuple[ChartCard | None, Callable[[], None]]] = []
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._next)
        self._go = WhenLoaded(self._turn.start, self)

    @property
    def idle(self) -> bool:
        """Whether everything is drawn."""
        return not self._waiting

    def show(
        self,
        cards: Sequence[ChartCard],
        diary: Diary,
        period: Period,
        on: date,
        first: Callable[[], None] = lambda: None,
    ) -> None:
        """Compute and draw all cards; ``first`` is a step of the page's own before them."""
        self._waiting = [(None, first)]
        for card in _seen_first(cards):
            self._waiting += [(card, step) for step in (*card.numbers(diary, period, on), *card.drawing())]
        self._go()

    def draw(self, cards: Sequence[ChartCard]) -> None:
        """Draw cards again, from the numbers they have."""
        for card in _seen_first(cards):
            waits = any(each is card for each, _ in self._waiting)
            self._waiting += [] if waits else [(card, step) for step in card.drawing()]
        self._go()

    def _next(self) -> None:
        if self._waiting:
            # Before the step: whatever becomes of it, the others get their turn.
            self._turn.start()
            _, step = self._waiting.pop(0)
            step()
        else:
            self.drawn.emit()
            # The drawings that were replaced, in a turn of their own: swept up in the middle of a card, they would
            # make its turn twice as long.
            QTimer.singleShot(0, self, gc.collect)


def _seen_first(cards: Sequence[ChartCard]) -> list[ChartCard]:
    return sorted(cards, key=lambda card: card.visibleRegion().isEmpty())
