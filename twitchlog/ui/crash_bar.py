"""Says calmly that something went wrong, and lets the person copy what may be told of it."""

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from twitchlog.domain.crash_words import crash_words
from twitchlog.ui.message_bar import MessageBar

SENTENCE = "Something went wrong here. Your diary is safe."


class CrashBar(QObject):
    """The one handler of bugs, of every thread; what it writes to standard error holds no word of the diary."""

    _met = Signal(str)

    def __init__(self, bar: MessageBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._met.connect(self._say)

    def watch(self) -> None:
        """Take over from Python's own handlers, which would print messages and values."""
        sys.excepthook = self._hook
        threading.excepthook = lambda met: self._hook(met.exc_type, met.exc_value, met.exc_traceback)

    def _hook(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        told = crash_words(error) if error is not None else kind.__name__
        sys.stderr.write(f"twitchlog: {told}\n")
        self._met.emit(told)

    def _say(self, told: str) -> None:
        self._bar.say(SENTENCE, [("Copy details", lambda: QGuiApplication.clipboard().setText(told))])
