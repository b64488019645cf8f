"""Runs a job on the diary file; a file busy elsewhere is asked again by timer, in order, while typing goes on."""

from collections import deque
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from twitchlog.store.errors import Reason, StoreError
from twitchlog.store.store import Store

PATIENCE_MS = 10_000


class Saver(QObject):
    """The one way to the store from the window.

    ``refused`` says in a sentence why nothing was changed, and ``reason`` then holds which kind that is; ``waiting``
    says that another program is writing.
    """

    refused = Signal(str)
    waiting = Signal(str)

    def __init__(self, store: Store, retry_ms: int = 250) -> None:
        super().__init__()
        self.store = store
        self.reason = Reason.OTHER
        self._retry_ms = retry_ms
        self._left_ms = PATIENCE_MS
        self._queue: deque[tuple[Callable[[Store], Any], Callable[[Any], None], Callable[[], None]]] = deque()
        self._timer = QTimer(self, singleShot=True, interval=retry_ms)
        self._timer.timeout.connect(self._go_on)

    def ask(
        self,
        job: Callable[[Store], Any],
        answer: Callable[[Any], None],
        refusal: Callable[[], None] = lambda: None,
    ) -> None:
        """Run a job now, or after those that wait; its result goes to ``answer``, a failure calls ``refusal``."""
        self._queue.append((job, answer, refusal))
        if not self._timer.isActive():
            self._go_on()

    def _go_on(self) -> None:
        while self._queue:
            job, answer, refusal = self._queue[0]
            try:
                result = job(self.store)
            except StoreError as error:
                if error.reason is Reason.BUSY and self._left_ms > 0:
                    self._left_ms -= self._retry_ms
                    self.waiting.emit(str(error))
                    self._timer.start()
                    return
                self._next()
                refusal()
                self.reason = error.reason
                self.refused.emit(str(error))
                continue
            self._next()
            answer(result)

    def _next(self) -> None:
        self._queue.popleft()
        self._left_ms = PATIENCE_MS
