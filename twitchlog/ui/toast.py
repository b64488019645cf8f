"""The short word after a save, with Undo."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from twitchlog.ui.look.plain import PlainLabel
from twitchlog.ui.message_bar import announce

SHOWN_MS = 10_000


class Toast(QFrame):
    """Shown for ten seconds at the foot of the window; the clock stops under the pointer or the focus."""

    undo_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setObjectName("toast")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 10, 8)
        self.text = PlainLabel(name="toast_text")
        row.addWidget(self.text)
        undo = self._button = QPushButton("Undo")
        undo.setObjectName("toast_undo")
        undo.clicked.connect(self._undo)
        row.addWidget(undo)
        self._clock = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._clock.timeout.connect(self.hide)
        for watched in (self, undo):
            watched.installEventFilter(self)
        parent.installEventFilter(self)
        self.hide()

    def say(self, words: str) -> None:
        """Show what was done, with the way back, and announce it."""
        self._show(words, undo=True)
        announce(self, f"{words}. Press Control Z to undo.")

    def tell(self, words: str) -> None:
        """Show what was taken back or made again, and announce it."""
        self._show(words, undo=False)
        announce(self, words)

    def _show(self, words: str, *, undo: bool) -> None:
        self.text.setText(words)
        self._button.setVisible(undo)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._clock.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop the clock while the toast is looked at; keep its place when the window changes size."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._place()
        elif event.type() in {QEvent.Type.Enter, QEvent.Type.FocusIn}:
            self._clock.stop()
        elif event.type() in {QEvent.Type.Leave, QEvent.Type.FocusOut} and self.isVisible():
            self._clock.start()
        return False

    def _place(self) -> None:
        over = self._window
        self.move((over.width() - self.width()) // 2, over.height() - self.height() - 20)

    def _undo(self) -> None:
        self.hide()
        self.undo_requested.emit()
