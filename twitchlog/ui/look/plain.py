"""Labels and tooltips that show a person's text letter for letter, never as markup."""

import html

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget


class PlainLabel(QLabel):
    """A label that reads nothing into its text; ``kind`` picks its look in the style sheet."""

    def __init__(self, text: str = "", kind: str = "", *, wrap: bool = False, name: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(wrap)
        if kind:
            self.setProperty("kind", kind)
        if name:
            self.setObjectName(name)
        if wrap:
            policy = self.sizePolicy()
            policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)


class Card(QFrame):
    """A surface with round corners; ``column`` is where its content goes."""

    def __init__(self, name: str = "", padding: int = 16, spacing: int = 9) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        if name:
            self.setObjectName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(padding, padding - 2, padding, padding - 2)
        self.column.setSpacing(spacing)


class Rule(QFrame):
    """A hairline between two parts of a card."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "rule")


def tooltip(text: str) -> str:
    """Return a tooltip that shows a text letter for letter; Qt would guess markup otherwise."""
    return f'<p style="white-space:pre-wrap">{html.escape(text)}</p>'


def button_text(text: str) -> str:
    """Return a text as a button's label; a single ampersand would be taken for a key."""
    return text.replace("&", "&&")


def dress(widget: QWidget, **properties: object) -> None:
    """Set style-sheet properties and let the style sheet look again."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
