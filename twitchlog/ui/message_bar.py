"""The bar above the page: what happened, what became of the words typed, what to do."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from twitchlog.ui.look.plain import PlainLabel
from twitchlog.ui.look.theme import Theme


class MessageBar(QFrame):
    """One message with at most two actions; hidden when there is nothing to say."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("message_bar")
        self._theme = theme
        self.text = PlainLabel(wrap=True, name="message_text")
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 8, 8, 8)
        self._row.addWidget(self.text, 1)
        self._actions: list[QPushButton] = []
        self._close = QPushButton("Close")
        self._close.setObjectName("message_close")
        self._close.setProperty("kind", "link")
        self._close.clicked.connect(self.clear)
        self._row.addWidget(self._close)
        self.hide()

    def say(self, sentence: str, actions: Sequence[tuple[str, Callable[[], None]]] = ()) -> None:
        """Show a sentence and announce it; an action is its words and what it does."""
        self._drop_actions()
        self.text.setText(sentence)
        for words, act in actions[:2]:
            button = QPushButton(words)
            button.setProperty("kind", "link")
            button.clicked.connect(act)
            self._row.insertWidget(self._row.count() - 1, button)
            self._actions.append(button)
        self.show()
        announce(self, sentence)

    def clear(self) -> None:
        """Take the message away."""
        self._drop_actions()
        self.text.setText("")
        self.hide()

    def _drop_actions(self) -> None:
        for button in self._actions:
            self._row.removeWidget(button)
            button.deleteLater()
        self._actions.clear()


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say something without moving the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
