"""Several controls as one stop of the Tab key: arrow keys go from one to the next, as in a toolbar."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class OneStop(QObject):
    """Lets Tab reach only the current one of its widgets, the first until another had the focus."""

    def __init__(self, parent: QWidget, widgets: Sequence[QWidget] = ()) -> None:
        super().__init__(parent)
        self._parent = parent
        self._widgets: list[QWidget] = []
        self.hold(widgets)

    def hold(self, widgets: Sequence[QWidget]) -> None:
        """Hold these widgets, in the order of the arrow keys, instead of those before."""
        for widget in self._widgets:
            if isValid(widget):
                widget.removeEventFilter(self)
        current = next((each for each in self._widgets if isValid(each) and _is_stop(each)), None)
        self._widgets = list(widgets)
        for widget in self._widgets:
            widget.installEventFilter(self)
        if self._widgets:
            self.stand_on(current if current in self._widgets else self._widgets[0])

    def stand_on(self, current: QWidget) -> None:
        """Make a widget the one that Tab reaches."""
        for widget in self._widgets:
            wanted = Qt.FocusPolicy.StrongFocus if widget is current else Qt.FocusPolicy.ClickFocus
            if widget.focusPolicy() != wanted:
                widget.setFocusPolicy(wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focus, and move it with the arrow keys."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.stand_on(watched)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return isinstance(watched, QWidget) and self._moved(watched, event)
        return False

    def _moved(self, watched: QWidget, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key not in STEPS or held:
            return False
        step = STEPS[key]
        sideways = key in {Qt.Key.Key_Left, Qt.Key.Key_Right}
        if sideways and self._parent.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            step = -step
        open_to = [each for each in self._widgets if each.isEnabled() and not each.isHidden()]
        if watched in open_to:
            there = open_to[(open_to.index(watched) + step) % len(open_to)]
            there.setFocus(Qt.FocusReason.TabFocusReason)
        return True


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
