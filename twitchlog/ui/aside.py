"""Work that takes a second, done on a thread of its own while the window goes on."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QThread, Signal

from twitchlog.store.errors import StoreError

T = TypeVar("T")
BUG = "Something went wrong here. Your diary is safe."


class _Running(QThread):
    """Runs a job; ``answers`` holds what came of it, ``refusal`` why nothing did."""

    def __init__(self, job: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._job = job
        self.answers: list[object] = []
        self.refusal = ""

    def run(self) -> None:
        """Do the job, away from the window's thread."""
        try:
            self.answers.append(self._job())
        except StoreError as error:
            self.refusal = str(error)
        except Exception:
            self.refusal = BUG
            raise


class Aside(QObject, Generic[T]):
    """Does jobs that are given a path and return a value; only the newest is answered.

    ``refused`` carries the sentence of a ``StoreError``, or that there is a bug, of which the program's handler hears.
    """

    answered = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._under_way: list[_Running] = []
        self._newest: _Running | None = None

    def ask(self, job: Callable[[], T]) -> None:
        """Begin a job; the answer of one before it is no longer wanted."""
        running = _Running(job, self)
        self._under_way.append(running)
        self._newest = running
        running.finished.connect(lambda: self._finished(running))
        running.start()

    def leave(self) -> None:
        """Let what is under way end, and answer nothing more: who asked is going."""
        for running in self._under_way:
            running.wait()
        self._under_way.clear()
        self._newest = None

    def _finished(self, running: _Running) -> None:
        if running in self._under_way:
            self._under_way.remove(running)
        running.deleteLater()
        if running is not self._newest:
            return
        if running.refusal:
            self.refused.emit(running.refusal)
        for answer in running.answers:
            self.answered.emit(answer)
