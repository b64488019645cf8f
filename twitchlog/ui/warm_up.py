"""Loads what is heavy once the window is usable: numpy, matplotlib, the bulk library of the store."""

import gc
import importlib
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal

HEAVY = (
    "numpy",
    "twitchlog.insight.triggers",
    "matplotlib.figure",
    "matplotlib.backends.backend_agg",
    "sqlite_utils",
)


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
        for name in HEAVY:
            if self._leaving.is_set():
                return
            importlib.import_module(name)
        # What was loaded stays for good: looked through again for rubbish, it would stop the window for 50 ms.
        gc.freeze()
        self.done.emit()
