"""Loads what is heavy once the window is usable: numpy, matplotlib, the charts, the bulk library of the store."""

import importlib
from collections.abc import Iterator
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal

from twitchlog.ui.kept_for_good import kept_for_good

CHARTS_NEED = ("numpy", "twitchlog.insight.triggers", "matplotlib.figure", "matplotlib.backends.backend_agg")
STORE_NEEDS = ("sqlite_utils",)


def chart_modules() -> Iterator[str]:
    """Return the names of what the charts need, and then of every chart."""
    yield from CHARTS_NEED
    # Not at the top: the list of charts is not needed to type and save.
    from twitchlog.charts.cards import CARDS

    for card in CARDS:
        yield from card.modules


class WarmUp(QObject):
    """Imports on a thread of its own, so that the window never stands still; ``done`` comes at the end."""

    done = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._leaving = Event()
        self._thread: Thread | None = None

    def start(self) -> None:
        """Begin."""
        self._thread = Thread(target=self._load, name="warm-up")
        self._thread.start()

    def stop(self) -> None:
        """Wait for the module that is being loaded, and load no more: Python must not end in the middle of one."""
        self._leaving.set()
        if self._thread is not None:
            self._thread.join()

    def _load(self) -> None:
        with kept_for_good():
            for name in (*chart_modules(), *STORE_NEEDS):
                if self._leaving.is_set():
                    return
                importlib.import_module(name)
        self.done.emit()
