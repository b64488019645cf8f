"""The program itself, started as a person starts it, until its line takes keys; then what is asked for.

``python -m tests.bench.own_window ready|modules|filling|saving FILE``
"""

import gc
import json
import sys
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QLineEdit

from tests.bench.when_ready import leave, say, say_ready, when_ready
from twitchlog.__main__ import main
from twitchlog.ui.journal import Journal


def journal() -> Journal:
    """Return the program's journal."""
    return next(found for found in gc.get_objects() if isinstance(found, Journal))


def say_modules(_: QLineEdit) -> None:
    """Say what is loaded."""
    say(json.dumps(sorted(sys.modules)))
    leave()


def say_filling(_: QLineEdit) -> None:
    """Say how long the rest of the window took, and the longest time in which it answered nothing, in ms."""
    kept = journal()
    begin = last = perf_counter()
    longest = 0.0
    timer = QTimer(QCoreApplication.instance(), interval=0)

    def turn() -> None:
        nonlocal last, longest
        now = perf_counter()
        longest, last = max(longest, now - last), now
        if kept.diary.whole:
            timer.stop()
            say(json.dumps({"filled": (now - begin) * 1000, "stall": longest * 1000}))
            leave()

    timer.timeout.connect(turn)
    timer.start()


THEN = {"ready": say_ready, "modules": say_modules, "filling": say_filling}


if __name__ == "__main__":
    when_ready(THEN[sys.argv[1]])
    sys.argv = ["twitchlog", "--diary", sys.argv[2]]
    main()
