"""Goes through steps in Qt's own event loop, the only place where Qt tidies up what was to be deleted."""

import os
import sys
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import TypeAlias

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

Steps: TypeAlias = Iterator[Callable[[], bool]]
"""Goes on whenever what it yielded last is true."""


def go_through(app: QApplication, steps: Steps) -> None:
    """Take the steps one after another, then end the process: 0 done, 1 an exception anywhere, a slot included."""
    sys.excepthook = _fail  # an exception in a slot would only be printed
    ready = next(steps)

    def go_on() -> None:
        nonlocal ready
        if ready():
            ready = next(steps, _leave)

    turn = QTimer(interval=0)
    turn.timeout.connect(go_on)
    turn.start()
    app.exec()


def _fail(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    sys.__excepthook__(kind, error, trace)
    os._exit(1)


def _leave() -> bool:
    sys.stdout.flush()
    os._exit(0)  # what Qt does at the end is not what is tried
