"""Sleep, waking and worry of a day, in its place under the check-in; nothing of it is filled in for the person."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from twitchlog.domain.day import Day
from twitchlog.domain.errors import RecordError
from twitchlog.ui.forms.field_input import input_for
from twitchlog.ui.forms.form_words import LABELS
from twitchlog.ui.forms.inputs import CheckInput, Input, mark
from twitchlog.ui.look.flow import row_of
from twitchlog.ui.look.plain import Card, PlainLabel
from twitchlog.ui.look.theme import Theme
from twitchlog.ui.message_bar import announce

ASKED = ("awake_from", "awake_to", "sleep_hours", "worry", "sleep_position_odd")
SHORT, LONG = 84, 320


class DayMore(Card):
    """``saved`` carries the day with what was typed; Enter saves, Esc closes."""

    saved = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, clock: Callable[[], datetime]) -> None:
        super().__init__("day_more_card")
        self._clock = clock
        self._theme = theme
        self._day: Day | None = None
        self._date = date.min
        self.inputs: dict[str, Input] = {}
        self.column.addWidget(
            PlainLabel("Sleep, waking, worry: what you know, nothing else", "title", wrap=True)
        )
        self.column.addWidget(row_of(*(self._field(name) for name in ASKED), gap=18, lines=8))
        self._wrong = PlainLabel("", "wrong", wrap=True)
        self._wrong.hide()
        self.column.addWidget(self._wrong)
        save, close = QPushButton("Save the day"), QPushButton("Close")
        save.setObjectName("day_more_save")
        close.setObjectName("day_more_close")
        close.setProperty("kind", "link")
        save.clicked.connect(self.save)
        close.clicked.connect(self.closed)
        self.column.addWidget(row_of(save, close, gap=10))
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    def show_day(self, day: Day | None, of: date) -> None:
        """Show what is known of a day."""
        self._day, self._date = day, of
        for name, shown in self.inputs.items():
            shown.show_value(getattr(day, name) if day is not None else None)

    def first_field(self) -> QWidget:
        """Return the field to begin with."""
        return cast(QWidget, self.inputs[ASKED[0]])

    def save(self) -> None:
        """Hand over the day; what cannot be stays and is said at its field."""
        values: dict[str, Any] = {}
        for name, shown in self.inputs.items():
            mark(cast(QWidget, shown), wrong=False)
            try:
                values[name] = shown.value()
            except RecordError as error:
                self._say(name, error)
                return
        try:
            now = self._clock().replace(microsecond=0)
            day = replace(self._day or Day(date=self._date, recorded_at=now), **values)
        except RecordError as error:
            self._say(error.field, error)
            return
        self._wrong.hide()
        self.saved.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Enter, close with Esc."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.save()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _say(self, name: str, error: RecordError) -> None:
        said = f"{LABELS['days'][name]}: {error.reason}"
        wrong = cast(QWidget, self.inputs[name])
        mark(wrong, wrong=True)
        wrong.setFocus()
        self._wrong.setText(said)
        self._wrong.show()
        announce(self, said)

    def _dress(self) -> None:
        for name, shown in self.inputs.items():
            if not isinstance(shown, CheckInput):
                cast(QWidget, shown).setFixedWidth(self._theme.px(LONG if name == "worry" else SHORT))

    def _field(self, name: str) -> QWidget:
        label = LABELS["days"][name]
        made = input_for("days", name, label, self._theme)
        made.setObjectName(name)
        self.inputs[name] = cast(Input, made)
        if isinstance(made, CheckInput):
            made.setText(label)
            return made
        made.setAccessibleName(label)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(PlainLabel(label, "field"))
        row.addWidget(made)
        return holder
