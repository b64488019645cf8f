"""The bar above the page: what happened, what became of the words typed, what to do."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from twitchlog.ui.look.plain import PlainLabel, dress
from twitchlog.ui.look.theme import Theme

TOLD_MS = 20_000

Actions: TypeAlias = Sequence[tuple[str, Callable[[], None]]]
"""The words of each button, and what it does."""


class MessageBar(QFrame):
    """One message with at most two actions; hidden when there is nothing to say.

    What went wrong stays until it is closed; what was done goes by itself; what always holds comes back after both.
    """

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
        self._always = ""
        self._clock = QTimer(self, singleShot=True, interval=TOLD_MS)
        self._clock.timeout.connect(self.clear)
        self.hide()

    def say(self, sentence: str, actions: Actions = ()) -> None:
        """Show what must be read, until it is closed, and announce it."""
        self._clock.stop()
        self._show(sentence, actions, kind="")

    def tell(self, sentence: str, actions: Actions = ()) -> None:
        """Show what was done, for a while and quietly, and announce it."""
        self._show(sentence, actions, kind="quiet")
        self._clock.start()

    def stand(self, sentence: str) -> None:
        """Show what holds all the time: it comes back when another message goes, until it is closed itself."""
        self._always = sentence
        self._clock.stop()
        self._show(sentence, (), kind="quiet")

    def _show(self, sentence: str, actions: Actions, *, kind: str) -> None:
        self._drop_actions()
        dress(self, kind=kind)
        dress(self.text)
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
        """Take the message away; what holds all the time takes its place."""
        self._clock.stop()
        self._drop_actions()
        if self.text.text() == self._always:
            self._always = ""
        if self._always:
            self._show(self._always, (), kind="quiet")
            return
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
