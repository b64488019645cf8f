"""Run inside a window's own process: says on standard output when its typed line takes keys and shows them."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

READY = "ready"


def when_ready(then: Callable[[QLineEdit], None]) -> None:
    """Call ``then`` as soon as the application, run by whoever makes it, has a line that takes keys."""
    run = QApplication.exec

    def watched(*_: object) -> int:
        timer = QTimer(QCoreApplication.instance(), interval=1)
        timer.timeout.connect(lambda: _look(timer, then))
        timer.start()
        return run()

    QApplication.exec = watched  # type: ignore[method-assign] # the only way to be there first


def say_ready(_: QLineEdit) -> None:
    """Say so and stop at once: what a program does on its way out is not its start."""
    say(READY)
    leave()


def say(line: str) -> None:
    """Print a line that the parent sees at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def leave() -> None:
    """End the program's event loop."""
    QApplication.exit()


def press(line: QLineEdit, key: Qt.Key, text: str = "") -> None:
    """Press a key as a person does: the widget that has the focus gets it."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(line, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def _look(timer: QTimer, then: Callable[[QLineEdit], None]) -> None:
    line = QApplication.focusWidget()
    handle = line.window().windowHandle() if line else None
    if (
        not isinstance(line, QLineEdit)
        or line.objectName() != "quick"
        or not handle
        or not handle.isExposed()
    ):
        return
    before = line.text()
    press(line, Qt.Key.Key_X, "x")
    if line.text() != f"{before}x":
        return
    line.repaint()
    timer.stop()
    # Taken back as a person does it, so that no draft is kept for the next start.
    press(line, Qt.Key.Key_Backspace)
    then(line)
