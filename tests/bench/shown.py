"""A window of the program in this process, its diary read and what is heavy loaded; and what its thread computes."""

from collections.abc import Callable
from pathlib import Path
from time import thread_time

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from twitchlog.app import application, assembled
from twitchlog.store.preferences import Preferences
from twitchlog.store.store import Store
from twitchlog.ui.main_window import MainWindow
from twitchlog.ui.pages.trends import TrendsPage

HIGH = 900


def shown(file: Path, width: int = 1440) -> MainWindow:
    """Return the window of a diary as soon as there is nothing left to do in it."""
    application()
    window = assembled(Store.open(file), Preferences())
    window.resize(width, HIGH)
    window.show()
    done: list[bool] = []
    window.watch.triggers_shown.connect(lambda: done.append(True))
    window.journal.start_reading()
    until(lambda: bool(done))
    return window


def trends(window: MainWindow) -> TrendsPage:
    """Return Trends, shown and drawn."""
    page = window.show_page("trends")
    if not isinstance(page, TrendsPage):
        raise TypeError(page)
    drawn(page)
    return page


def drawn(page: TrendsPage) -> None:
    """Wait until all charts of the page are up to date."""
    turns(3)
    until(lambda: page.queue.idle)
    turns(3)


def until(happened: Callable[[], bool]) -> None:
    """Let the event loop turn until something is so."""
    while not happened():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def turns(number: int) -> None:
    """Let the event loop turn so many times."""
    for _ in range(number):
        QCoreApplication.processEvents()


def ms_of(work: Callable[[], object]) -> float:
    """Return the processor time in ms that this thread needs for a work and the turn of the event loop after it."""
    begin = thread_time()
    work()
    QCoreApplication.processEvents()
    return (thread_time() - begin) * 1000


class LongestTurn:
    """The longest time in ms that this thread computed without the event loop coming round."""

    def __init__(self, window: QWidget) -> None:
        self.ms = 0.0
        self._last = thread_time()
        timer = QTimer(window, interval=0)
        timer.timeout.connect(self._note)
        timer.start()

    def begin(self) -> None:
        """Forget what was before."""
        self.ms, self._last = 0.0, thread_time()

    def _note(self) -> None:
        now = thread_time()
        self.ms, self._last = max(self.ms, (now - self._last) * 1000), now
