"""What is written is hidden from others in the room: after a while without a key or click, and when minimised."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from twitchlog.ui.choosing.choices import Choices
from twitchlog.ui.look.plain import PlainLabel

SIGNS_OF_LIFE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}
MINUTE_MS = 60_000
TITLE = "Hidden"
ABOUT = "Press Show, or Enter. This keeps looks away; it is not a lock."


class Veil(QWidget):
    """Covers one window and takes its keys; ``lifted`` is the wish to see again."""

    lifted = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("veil")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{TITLE}. {ABOUT}")
        show = QPushButton("Show")
        show.setObjectName("veil_show")
        show.setProperty("kind", "primary")
        show.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        show.clicked.connect(self.lifted)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addStretch(1)
        for widget in (PlainLabel(TITLE, "title"), PlainLabel(ABOUT, "quiet"), show):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        over.installEventFilter(self)
        self.setGeometry(over.rect())
        self.show()
        self.raise_()
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        """Let no key reach the commands of the window below."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window also when it changes its size."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show again at Enter, Space or Esc."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Escape}:
            self.lifted.emit()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep clicks from what lies below."""
        event.accept()

    def focusNextPrevChild(self, _: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Keep Tab here."""
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the keys back from whatever lies below, or letters would be typed unseen."""
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}:
            QTimer.singleShot(0, self, self.setFocus)


class Curtain(QObject):
    """Draws a veil over every window of the program, and lifts them all; ``drawn`` says whether they hang."""

    def __init__(self, window: QMainWindow, choices: Choices) -> None:
        super().__init__(window)
        self._window, self._choices = window, choices
        self._veils: list[Veil] = []
        self._focused: QWidget | None = None
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self.draw)
        choices.changed.connect(self._wait)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)
        self._wait()

    @property
    def drawn(self) -> bool:
        """Whether what is written is hidden."""
        return bool(self._veils)

    def watch(self, handle: QWindow) -> None:
        """Watch the keys, clicks and state of the window on screen."""
        self._watch(handle)
        handle.windowStateChanged.connect(self._state_changed)

    def draw(self) -> None:
        """Hide what is written."""
        if self.drawn or not self._window.isVisible():
            return
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        # Not the application's: that has none while another program is in front.
        self._focused = (QApplication.activeModalWidget() or self._window).focusWidget()
        self._cover(self._window)
        self._cover_again()
        self._listen(everywhere=True)

    def _cover_again(self) -> None:
        """Cover what came up while the veils hang: a question after what another program wrote."""
        covered = [veil.parent() for veil in self._veils if isValid(veil)]
        for dialog in self._window.findChildren(QDialog):
            if self.drawn and dialog.isVisible() and dialog not in covered:
                self._cover(dialog)

    def _cover(self, over: QWidget) -> None:
        veil = Veil(over)
        veil.lifted.connect(self.lift)
        self._veils.append(veil)

    def lift(self) -> None:
        """Show everything again, with the focus where it was."""
        self._listen(everywhere=False)
        veils, self._veils = self._veils, []
        for veil in veils:
            if isValid(veil):
                veil.hide()
                veil.deleteLater()
        if self._focused is not None and isValid(self._focused):
            self._focused.setFocus()
        self._focused = None
        self._wait()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait anew after every sign of life; while the veils hang, cover what comes up."""
        if not self.drawn:
            if event.type() in SIGNS_OF_LIFE:
                self._wait()
        elif event.type() == QEvent.Type.Show and isinstance(watched, QDialog):
            QTimer.singleShot(0, self, self._cover_again)
        return False

    def _listen(self, *, everywhere: bool) -> None:
        """Hear of every widget while the veils hang; at other times that would be too many events."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
            if everywhere:
                app.installEventFilter(self)

    def _watch(self, handle: QWindow | None) -> None:
        if handle is not None:
            handle.installEventFilter(self)

    def _wait(self) -> None:
        minutes = self._choices.kept.hide_after
        if minutes:
            self._idle.start(minutes * MINUTE_MS)
        else:
            self._idle.stop()

    def _state_changed(self, state: Qt.WindowState) -> None:
        if state == Qt.WindowState.WindowMinimized and self._choices.kept.hide_minimised:
            self.draw()
