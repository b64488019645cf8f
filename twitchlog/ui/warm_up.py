"""Loads what is heavy once the window is usable: numpy, matplotlib, the bulk library of the store."""

import importlib
from threading import Thread

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

    def start(self) -> None:
        """Begin."""
        Thread(target=self._load, name="warm-up", daemon=True).start()

    def _load(self) -> None:
        for name in HEAVY:
            importlib.import_module(name)
        self.done.emit()
