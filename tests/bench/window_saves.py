"""Saves typed into the program's own window, in turn with raw inserts; run inside its process."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter, thread_time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.bench.measure import timed
from tests.bench.raw_sqlite import raw_insert
from tests.bench.when_ready import press
from twitchlog.ui.insights.insights_watch import InsightsWatch
from twitchlog.ui.journal import Journal

TYPED = "left calf 5 min mild"
LONGEST_S = 5.0


class Painted(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.times = 0
        watched.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Count, and let the event go on."""
        self.times += event.type() == QEvent.Type.Paint
        return False


@dataclass
class WindowSaves:
    """Milliseconds by what was measured, ``enter`` of this thread's processor time, the others by the clock.

    ``raw``: an insert by SQLite alone; ``enter``: until the key press was dealt with; ``painted``: until its row was
    seen; ``sidebar``: until its words were set; ``undo``: until the row was gone.
    """

    line: QLineEdit
    journal: Journal
    watch: InsightsWatch
    raw: Path
    taken: dict[str, list[float]] = field(
        default_factory=lambda: {"raw": [], "enter": [], "painted": [], "sidebar": [], "undo": []}
    )

    def run(self, times: int) -> dict[str, list[float]]:
        """Measure each so many times, the first three left out."""
        insert = timed(raw_insert(self.raw))
        # So large that the rows of the day are in sight.
        self.line.window().resize(1440, 1600)
        _settled()
        painted = Painted(_named("rows"))
        for turn in range(times + 3):
            insert()
            self._note("raw", insert())
            self._type()
            begin, own = perf_counter(), thread_time()
            press(self.line, Qt.Key.Key_Return)
            self._note("enter", thread_time() - own)
            if turn % 2:
                self._note("sidebar", timed(self.watch.look)())
            else:
                _until_painted(painted)
                self._note("painted", perf_counter() - begin)
            _settled()
            self._note("undo", self._undone(painted))
            _settled()
        return {name: some[3:] for name, some in self.taken.items()}

    def _note(self, name: str, seconds: float) -> None:
        self.taken[name].append(seconds * 1000)

    def _type(self) -> None:
        before = len(self.journal.diary)
        for letter in TYPED:
            press(self.line, Qt.Key.Key_unknown, letter)
        _settled()
        if self.line.text() != TYPED or len(self.journal.diary) != before:
            raise RuntimeError(f"typed {TYPED!r}, the line says {self.line.text()!r}")

    def _undone(self, painted: Painted) -> float:
        before = len(self.journal.diary)
        seen = painted.times
        begin = perf_counter()
        self.journal.undo_stack.undo()
        _until(lambda: painted.times > seen)
        taken = perf_counter() - begin
        if len(self.journal.diary) != before - 1:
            raise RuntimeError("the save was not undone")
        return taken


def _until_painted(painted: Painted) -> None:
    seen = painted.times
    _until(lambda: painted.times > seen)


def _until(happened: Callable[[], bool]) -> None:
    begin = perf_counter()
    while not happened():
        QCoreApplication.processEvents()
        if perf_counter() - begin > LONGEST_S:
            raise RuntimeError("nothing was painted")


def _settled() -> None:
    """Let everything be done that waits for its turn."""
    for _ in range(20):
        QCoreApplication.processEvents()


def _named(name: str) -> QWidget:
    return next(widget for widget in QApplication.allWidgets() if widget.objectName() == name)
