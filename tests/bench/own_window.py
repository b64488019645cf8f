"""The program itself, started as a person starts it, until its line takes keys; then what is asked for.

``python -m tests.bench.own_window ready|modules|filling|saving|saving-quick FILE``; for the last two a copy of the file lies beside it.
"""

import gc
import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QLineEdit

from tests.bench.when_ready import leave, say, say_ready, when_ready
from tests.bench.window_saves import WindowSaves
from twitchlog.__main__ import main
from twitchlog.ui.insights.insights_watch import InsightsWatch
from twitchlog.ui.journal import Journal

T = TypeVar("T")

QUIET_MS = 500
RAW = "raw.db"


def found(kind: type[T]) -> T:
    """Return the program's one object of a kind."""
    return next(each for each in gc.get_objects() if isinstance(each, kind))


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
    kept, watch, raw = found(Journal), found(InsightsWatch), Path(sys.argv[-1]).with_name(RAW)

    def save() -> None:
        try:
            say(json.dumps(WindowSaves(line, kept, watch, raw).run(runs)))
        finally:
            leave()

    def begin() -> None:
        # The charts' libraries are loaded by a thread until then; that is not part of a save.
        watch.triggers_shown.disconnect(begin)
        QTimer.singleShot(QUIET_MS, save)

    watch.triggers_shown.connect(begin)


def when_whole(then: Callable[[], None], turn: Callable[[], None] = lambda: None) -> None:
    """Call ``then`` as soon as the whole diary is in memory, and ``turn`` on every turn of the event loop until then."""
    kept = found(Journal)
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
