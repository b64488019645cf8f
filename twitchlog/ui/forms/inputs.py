"""One input for each kind of field: it shows a value, gives it back, and can be marked as wrong."""

from collections.abc import Mapping
from datetime import time
from typing import Any, Protocol

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from twitchlog.domain import words
from twitchlog.domain.episode import Symptom
from twitchlog.domain.errors import RecordError
from twitchlog.domain.fields import Field, Kind
from twitchlog.domain.quick_entry.amounts import length_at
from twitchlog.domain.quick_entry.reading import Reading
from twitchlog.domain.quick_entry.tokens import tokens_of
from twitchlog.domain.sites import Side, Site, sides_of
from twitchlog.domain.text import clean_text
from twitchlog.domain.texts import value_from
from twitchlog.ui.look.flow import row_of
from twitchlog.ui.look.plain import dress
from twitchlog.ui.look.segments import Choice, Segments
from twitchlog.ui.look.theme import Theme


class Input(Protocol):
    """What every input can do."""

    def show_value(self, value: Any) -> None:
        """Show a value; ``None`` is not given."""

    def value(self) -> Any:
        """Return the value; ``None`` or empty is not given.

        Raises:
            RecordError: what was typed cannot be read.
        """


class TextInput(QLineEdit):
    """One line of text; also numbers and wall-clock times, read as the package reads them."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._field = field
        if field.unit:
            self.setPlaceholderText(field.unit)
        if field.kind is Kind.CLOCK:
            self.setPlaceholderText("HH:MM")

    def show_value(self, value: Any) -> None:
        """Show a text, number or time."""
        match value:
            case None:
                self.setText("")
            case time():
                self.setText(f"{value:%H:%M}")
            case float():
                self.setText(f"{value:g}")
            case _:
                self.setText(str(value))

    def value(self) -> Any:
        """Return what was typed, read; a comma in a number is a decimal point."""
        text = clean_text(self.text()).strip()
        if self._field.kind in {Kind.NUMBER, Kind.INTEGER}:
            text = text.replace(",", ".").removesuffix(self._field.unit).strip()
        if self._field.kind is Kind.CLOCK and len(text) == 4 and text[1] == ":":
            text = f"0{text}"
        return value_from(self._field, text)


class LengthInput(QLineEdit):
    """A length as a person says it: "5 min", "90 s", "1 h 30 min"; its value is in seconds."""

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("for example 5 min or 30 s")

    def show_value(self, value: Any) -> None:
        """Show seconds in words, exactly."""
        shown = words.length(value) if value else ""
        self.setText(shown if not value or _seconds(shown) == value else f"{value} s")

    def value(self) -> int | None:
        """Return the seconds, or ``None``.

        Raises:
            RecordError: what was typed is no length.
        """
        text = clean_text(self.text()).strip()
        if not text:
            return None
        seconds = _seconds(text)
        if seconds is None:
            raise RecordError("duration_s", f"“{text[:40]}” is not a length like 5 min or 30 s")
        return seconds


def _seconds(text: str) -> int | None:
    reading = Reading(text, tokens_of(text))
    found = length_at(reading, 0) if len(reading) else None
    return round(found[0]) if found and found[1] == len(reading) else None


class NoteInput(QPlainTextEdit):
    """The person's own words; what was not touched comes back letter for letter."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setMaximumHeight(4 * self.fontMetrics().lineSpacing() + 16)
        self._shown = ""

    def show_value(self, value: Any) -> None:
        """Show a note."""
        self._shown = value or ""
        self.setPlainText(self._shown)
        self.document().setModified(False)

    def value(self) -> str:
        """Return the note."""
        return clean_text(self.toPlainText()).strip() if self.document().isModified() else self._shown


class CheckInput(QCheckBox):
    """Yes, or not given."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box over the style's, whose border is too faint to be found."""
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        inner = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        box = QRectF(inner).adjusted(0.5, 0.5, -0.5, -0.5)
        look, on = self.palette(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(look.color(QPalette.ColorRole.Highlight if on else QPalette.ColorRole.Mid))
        painter.setBrush(look.color(QPalette.ColorRole.Highlight if on else QPalette.ColorRole.Base))
        painter.drawRoundedRect(box, 3, 3)
        if on:
            painter.setPen(QPen(look.color(QPalette.ColorRole.HighlightedText), 2))
            corners = ((0.22, 0.52), (0.43, 0.73), (0.78, 0.3))
            painter.drawPolyline(
                [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in corners]
            )

    def show_value(self, value: Any) -> None:
        """Show yes or no."""
        self.setChecked(bool(value))

    def value(self) -> bool:
        """Return whether it is ticked."""
        return self.isChecked()


class CodeInput(Segments):
    """One of a few codes, as a bar; numbers 1 to 5 too."""

    def __init__(
        self, field: Field, choices: Mapping[Any, tuple[str, str]], label: str, theme: Theme
    ) -> None:
        shown = [Choice(str(code), *texts) for code, texts in choices.items()]
        super().__init__(field.name, label, shown, theme, always=field.required)
        self._values = {str(code): code for code in choices}

    def show_value(self, value: Any) -> None:
        """Show a code as taken; ``None`` shows none."""
        self.take("" if value is None else str(value))

    def value(self) -> Any:
        """Return the code, or ``None``."""
        return self._values.get(self.code())


class ListInput(QComboBox):
    """One of many codes, or a free text with suggestions."""

    def __init__(self, choices: Mapping[Any, str], *, free: bool = False) -> None:
        super().__init__()
        self._free = free
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Kept beside the items: Qt hands an enum back as the plain text it is made of.
        self._codes = list(choices)
        self.addItems(list(choices.values()))
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = self.completer()
        if isinstance(completer, QCompleter):
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCurrentIndex(-1)
        self.setEditText("")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page while the field has no focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def show_value(self, value: Any) -> None:
        """Show a code or a text."""
        index = self._codes.index(value) if value in self._codes else -1
        self.setCurrentIndex(index)
        if index < 0:
            self.setEditText(str(value or ""))

    def code(self) -> Any:
        """Return the code whose word stands in the field, or ``None``."""
        index = self.findText(clean_text(self.currentText()).strip(), Qt.MatchFlag.MatchFixedString)
        return self._codes[index] if index >= 0 else None

    def value(self) -> Any:
        """Return the code whose word was typed or chosen; a free text as it is; else ``None``.

        Raises:
            RecordError: the text is none of the words.
        """
        text = clean_text(self.currentText()).strip()
        code = self.code()
        if code is not None:
            return code
        if self._free or not text:
            return text if self._free else None
        raise RecordError("site", f"“{text[:40]}” is not in the list")


class CodesInput(QWidget):
    """Several codes, each a button that stays pressed."""

    changed = Signal()

    def __init__(self, choices: Mapping[Symptom, str]) -> None:
        super().__init__()
        self.buttons: dict[Symptom, QPushButton] = {}
        for code, word in choices.items():
            button = QPushButton(word[0].upper() + word[1:])
            button.setCheckable(True)
            button.toggled.connect(self.changed)
            self.buttons[code] = button
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row_of(*self.buttons.values()))

    def show_value(self, value: Any) -> None:
        """Show the codes that are pressed."""
        for code, button in self.buttons.items():
            with QSignalBlocker(button):
                button.setChecked(code in (value or ()))

    def value(self) -> frozenset[Symptom]:
        """Return the pressed codes."""
        return frozenset(code for code, button in self.buttons.items() if button.isChecked())


class SpotInput(QWidget):
    """A place with its side: a list one can search, and the sides that this place has."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.site = ListInput({site: word[0].upper() + word[1:] for site, word in words.SITES.items()})
        self.site.setObjectName("site")
        self.site.setAccessibleName("Place")
        self.side = Segments(
            "side", "Side", [Choice(side.value, side.value.capitalize()) for side in Side], theme
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.site, 3)
        row.addWidget(self.side, 4)
        self.site.currentTextChanged.connect(self._offer_sides)

    def show_value(self, value: Any) -> None:
        """Show a (site, side)."""
        site, side = value or (None, None)
        self.site.show_value(site)
        self._offer_sides()
        self.side.take(side.value if side else "")

    def value(self) -> tuple[Site, Side]:
        """Return the (site, side).

        Raises:
            RecordError: one of them is missing or unknown.
        """
        site = self.site.value()
        if site is None:
            raise RecordError("site", "Where? Type a place or choose one.")
        if not self.side.code():
            raise RecordError("side", "Which side: yours, as you feel it?")
        return site, Side(self.side.code())

    def _offer_sides(self) -> None:
        site = self.site.code()
        known = sides_of(site) if site is not None else tuple(Side)
        for code, segment in self.side.segments.items():
            segment.setEnabled(code in known)
        if self.side.code() and self.side.code() not in known:
            self.side.take("")


def mark(widget: QWidget, *, wrong: bool) -> None:
    """Mark an input as wrong, or no longer."""
    dress(widget, wrong="true" if wrong else "false")
