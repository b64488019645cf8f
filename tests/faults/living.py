"""A window in which the same things are done over and over.

``python -m tests.faults.living WARM ROUNDS SECONDS leak|no`` prints how many rounds it lived, by how many MB it grew in
them and how many references ``None`` gained; ``WARM`` rounds before do not count, while caches fill. It goes on for
``SECONDS`` if that is longer.
"""

import gc
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from tests.bench.trends_memory import resident_mb
from tests.faults.turns import Steps, go_through
from twitchlog import app
from twitchlog.files.made_up.year import made_up
from twitchlog.store.preferences import Preferences
from twitchlog.store.store import Store
from twitchlog.ui.main_window import MainWindow
from twitchlog.ui.pages.today import TodayPage

LOOKS = ("dark", "light")
"""The looks of two rounds in ten; in the others the look stays."""
PAGES = ("history", "trends", "places", "settings", "report")


def live(window: MainWindow, number: int) -> Steps:
    """Write an entry, look at every page, take the entry back, and change the look now and then."""
    page = window.show_page("today")
    assert isinstance(page, TodayPage)
    page.quick.set_line(f"left calf {number % 50 + 1} min mild")
    page.save()
    for name in PAGES:
        yield _idle(window.show_page(name))
    window.journal.undo_stack.undo()
    if number % 10 < len(LOOKS):
        window.theme.choose(LOOKS[number % 10], 100)
    yield lambda: True


def _idle(page: QWidget) -> Callable[[], bool]:
    queue = getattr(page, "queue", None)
    return lambda: queue is None or queue.idle


def life(window: MainWindow, warm: int, rounds: int, seconds: float, *, leak: bool) -> Steps:
    """Live, and say what piled up."""
    yield lambda: window.journal.diary.whole
    kept: list[object] = []
    for number in range(warm):
        yield from live(window, number)
    gc.collect()
    before, nones, begun, number = resident_mb(), sys.getrefcount(None), time.monotonic(), 0
    while number < rounds or time.monotonic() - begun < seconds:
        yield from live(window, number)
        number += 1
        if leak:
            kept.append(window.grab())
    gc.collect()
    sys.stdout.write(f"{number} {resident_mb() - before} {sys.getrefcount(None) - nones}\n")
    sys.stdout.flush()


def main(warm: int, rounds: int, seconds: float, *, leak: bool) -> None:
    """Open the window and go on with its life whenever it is ready."""
    given = app.application()
    store = Store.open(Path(tempfile.mkdtemp()) / "diary.db")
    store.add_new(list(made_up(1, 45, None, date(2026, 11, 22))))
    window = app.assembled(store, Preferences())
    window.show()
    window.journal.start_reading()
    go_through(given, life(window, warm, rounds, seconds, leak=leak))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), leak=sys.argv[4] == "leak")
