"""The program itself, started as a person starts it, until its line takes keys; then what is asked for.

``python -m tests.bench.own_window ready|modules|filling|saving|saving-quick FILE``; for the last two a copy of the file lies beside it.
Imports that the measured start does not need stand in the functions, or they would count as the program's.
"""

import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.bench.when_ready import leave, say, say_ready, when_ready
from twitchlog.__main__ import main

if TYPE_CHECKING:
    from twitchlog.ui.main_window import MainWindow

QUIET_MS = 500
RAW = "raw.db"


def the_window() -> "MainWindow":
    """Return the program's one window."""
    from twitchlog.ui.main_window import MainWindow

    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))


def say_modules(_: QLineEdit) -> None:
    """Say what is loaded."""
    say(json.dumps(sorted(sys.modules)))
    leave()


def say_filling(_: QLineEdit) -> None:
    """Say how long the rest of the window took, and the longest time in which it answered nothing, in ms."""
    begin = last = perf_counter()
    longest = 0.0

    def turn() -> None:
        nonlocal last, longest
        now = perf_counter()
        longest, last = max(longest, now - last), now

    def filled() -> None:
        say(json.dumps({"filled": (perf_counter() - begin) * 1000, "stall": longest * 1000}))
        leave()

    when_whole(filled, turn)


def say_saving(runs: int, line: QLineEdit) -> None:
    """Say what saves, undos and the sidebar took once the window is full, each in ms."""
    from tests.bench.window_saves import WindowSaves

    window, raw = the_window(), Path(sys.argv[-1]).with_name(RAW)
    watch = window.watch

    def save() -> None:
        try:
            say(json.dumps(WindowSaves(line, window.journal, watch, raw).run(runs)))
        finally:
            leave()

    def begin() -> None:
        # The charts' libraries are loaded by a thread until then; that is not part of a save.
        watch.triggers_shown.disconnect(begin)
        QTimer.singleShot(QUIET_MS, save)

    watch.triggers_shown.connect(begin)


def when_whole(then: Callable[[], None], turn: Callable[[], None] = lambda: None) -> None:
    """Call ``then`` as soon as the whole diary is in memory, and ``turn`` on every turn of the event loop until then."""
    kept = the_window().journal
    timer = QTimer(QCoreApplication.instance(), interval=0)

    def look() -> None:
        turn()
        if kept.diary.whole:
            timer.stop()
            then()

    timer.timeout.connect(look)
    timer.start()


THEN: dict[str, Callable[[QLineEdit], None]] = {
    "ready": say_ready,
    "modules": say_modules,
    "filling": say_filling,
    "saving": partial(say_saving, 120),
    "saving-quick": partial(say_saving, 12),
}


if __name__ == "__main__":
    when_ready(THEN[sys.argv[1]])
    sys.argv = ["twitchlog", "--diary", sys.argv[2]]
    main()
