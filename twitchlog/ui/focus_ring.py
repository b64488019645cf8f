"""One ring around whatever has the keyboard's attention, drawn above everything, after key presses only."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QWindow
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QScrollArea, QWidget
from shiboken6 import isValid

from twitchlog.ui.figure.body_buttons import SpotButton
from twitchlog.ui.look.theme import Theme

MARGIN = 40
ABOVE_THE_TOAST = 90
MOVES = {
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
}


class FocusRing(QWidget):
    """A see-through widget over the window; Qt's own ring is too faint on a filled button."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._over, self._theme = window, theme
        self._target: QWidget | None = None
        self._by_key = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        theme.changed.connect(self.hide)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def watch(self, window: QWindow) -> None:
        """Watch the keys and clicks of the window on screen: far fewer events than those of all its widgets."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature
        """Show the ring after a key that moves the focus, hide it after a click, and follow what it surrounds."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and Qt.Key(event.key()) in MOVES:
            self._by_key = True
        elif kind in {QEvent.Type.MouseButtonPress, QEvent.Type.Wheel}:
            self._by_key = False
            self.hide()
        elif kind in {QEvent.Type.Resize, QEvent.Type.Move} and self._target is not None and self.isVisible():
            self._place()
        return False

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint two lines, so that one of them stands out on any ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(2, 2, -2, -2)
        painter.setPen(QPen(self._theme.colour("surface"), 4))
        painter.drawRoundedRect(box, 8, 8)
        painter.setPen(QPen(self._theme.colour("focus"), 2))
        painter.drawRoundedRect(box, 8, 8)

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        inside = now is not None and (now is self._over or self._over.isAncestorOf(now))
        if self._target is not None and isValid(self._target):
            self._target.removeEventFilter(self)
        self._target = now if inside else None
        if self._target is not None:
            self._target.installEventFilter(self)
        if now is None or not inside:
            self.hide()
            return
        if self._by_key:
            bring_into_view(now)
        framed = isinstance(now, QLineEdit | QAbstractScrollArea | SpotButton)
        self.setVisible(self._by_key and not framed)
        if self.isVisible():
            self._place()
            # Again when a page that was just shown has laid itself out.
            QTimer.singleShot(0, self, self._place)

    def _place(self) -> None:
        if self._target is None or not isValid(self._target) or not self.isVisible():
            return
        corner = self._target.mapTo(self._over, QPoint(0, 0))
        self.setGeometry(QRect(corner, self._target.size()).adjusted(-4, -4, 4, 4))
        self.raise_()
        self.update()


def bring_into_view(widget: QWidget) -> None:
    """Scroll everything around a widget so that it is seen."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, MARGIN, ABOVE_THE_TOAST)
        parent = parent.parentWidget()
