"""Shows charts one per turn of the event loop, the visible first, so that the window never stands still."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer

from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.ui.chart_card import ChartCard


class ChartQueue(QObject):
    """Computes and draws cards in order; a newer request drops what was still waiting."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Callable[[], None]] = []
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._next)

    @property
    def idle(self) -> bool:
        """Whether everything is drawn."""
        return not self._waiting

    def show(self, cards: list[ChartCard], diary: Diary, period: Period, on: date) -> None:
        """Compute and draw all cards."""
        self._waiting.clear()
        for card in sorted(cards, key=lambda card: card.visibleRegion().isEmpty()):
            self._waiting += [_numbers(card, diary, period, on), card.draw]
        self._turn.start()

    def draw(self, cards: list[ChartCard]) -> None:
        """Draw all cards again, from the numbers they have."""
        self._waiting += [card.draw for card in cards]
        self._turn.start()

    def _next(self) -> None:
        if self._waiting:
            self._waiting.pop(0)()
            self._turn.start()


def _numbers(card: ChartCard, diary: Diary, period: Period, on: date) -> Callable[[], None]:
    return lambda: card.show_numbers(diary, period, on)
