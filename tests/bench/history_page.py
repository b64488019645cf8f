"""Says how long History keeps the window's thread: ``python -m tests.bench.history_page FILE``, a JSON object of ms."""

import json
import sys
from pathlib import Path
from time import thread_time

from PySide6.QtCore import Qt

from tests.bench.shown import LongestTurn, ms_of, shown, turns, until
from tests.bench.when_ready import press, say
from tests.bench.window_saves import Painted
from twitchlog.ui.main_window import MainWindow
from twitchlog.ui.pages.history import HistoryPage

TIMES = 7
FRAMES = 60


class Finding:
    """A letter typed into the filter, and taken back."""

    def __init__(self, page: HistoryPage) -> None:
        self._page = page
        self._painted = Painted(page.table.viewport())
        self.taken: dict[str, list[float]] = {"letter": [], "all": []}

    def run(self) -> None:
        """Note what it takes until its first rows are seen, and until all rows were looked through.

        Only what the thread computes counts: the page waits for the next letter first.
        """
        before, seen = self._page.model.rowCount(), self._painted.times
        begin = thread_time()
        press(self._page.filter, Qt.Key.Key_C, "c")
        until(lambda: self._page.model.rowCount() != before)
        if not self._page.model.rowCount():
            raise RuntimeError("nothing was found")
        until(lambda: self._painted.times > seen)
        self._note("letter", begin)
        until(lambda: not self._page.model.looking)
        self._note("all", begin)
        press(self._page.filter, Qt.Key.Key_Backspace)
        until(lambda: self._page.model.rowCount() == before)
        turns(3)

    def _note(self, name: str, begin: float) -> None:
        self.taken[name].append((thread_time() - begin) * 1000)


def opened(window: MainWindow) -> list[float]:
    """Return what it takes to come back to the page, several times."""
    found: list[float] = []
    for _ in range(TIMES):
        window.show_page("today")
        turns(3)
        found.append(ms_of(lambda: window.show_page("history")))
    return found


def scrolled(page: HistoryPage) -> list[float]:
    """Return what each frame took while the rows went by."""
    bar = page.table.verticalScrollBar()
    return [ms_of(lambda: bar.setValue(bar.value() + 3)) for _ in range(FRAMES)]


def main() -> None:
    """Measure all of it."""
    window = shown(Path(sys.argv[1]))
    page = window.show_page("history")
    if not isinstance(page, HistoryPage):
        raise TypeError(page)
    turns(5)
    finding = Finding(page)
    for _ in range(TIMES):
        finding.run()
    measured = {**finding.taken, "opened": opened(window), "frame": scrolled(page)}
    # At the end, because what looks for it turns the event loop without a rest.
    turn = LongestTurn(window)
    finding.run()
    say(json.dumps({**measured, "turn": [turn.ms]}))


if __name__ == "__main__":
    main()
