"""The form of any record, made from the table of fields; it changes nothing until Save."""

from datetime import datetime, timedelta
from typing import Any, cast
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from twitchlog.domain.errors import RecordError
from twitchlog.domain.fields import FIELDS, Kind
from twitchlog.domain.quick_entry import USUAL, Vocabulary
from twitchlog.domain.record import TABLES, Record
from twitchlog.ui.forms.date_inputs import MomentInput
from twitchlog.ui.forms.field_input import input_for
from twitchlog.ui.forms.form_words import LABELS, NEEDED
from twitchlog.ui.forms.inputs import CheckInput, Input, ListInput, TextInput, mark
from twitchlog.ui.look.plain import PlainLabel
from twitchlog.ui.look.theme import Theme


class RecordForm(QWidget):
    """Asks for one record of a ``table``; ``value_changed`` says that something was typed or taken."""

    value_changed = Signal()

    def __init__(self, table: str, theme: Theme, zone: str = "", known: Vocabulary = USUAL) -> None:
        super().__init__()
        self._known = known
        self.table = table
        self._theme = theme
        self._zone = zone
        self._record: Record | None = None
        self._fields = {field.name: field for field in FIELDS[table]}
        self.inputs: dict[str, Input] = {}
        self._wrong = PlainLabel("", "wrong", wrap=True, name="form_error")
        self._wrong.hide()
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(9)
        grid.setColumnStretch(1, 1)
        for row, (name, label) in enumerate(LABELS[table].items()):
            self._add_row(grid, row, name, label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid)
        column.addWidget(self._wrong)
        if table == "caffeine":
            self._follow_the_drink()

    def show_record(self, record: Record) -> None:
        """Show a record to be changed."""
        self._record = record
        for name, shown in self.inputs.items():
            if isinstance(shown, MomentInput):
                shown.zone = getattr(record, "zone", "")
            shown.show_value(_value_of(record, name))

    def show_new(self, now: datetime, **known: object) -> None:
        """Ask for a new record; times are now."""
        self._record = None
        defaults = {Kind.MOMENT: now, Kind.DATE: now.date()}
        for name, shown in self.inputs.items():
            field = self._fields.get(name)
            fallback = defaults.get(field.kind) if field else None
            if isinstance(shown, MomentInput):
                shown.zone = self._zone
            shown.show_value(known.get(name, fallback))

    def record(self, now: datetime) -> Record:
        """Return the record as it stands in the form.

        Raises:
            RecordError: it cannot be like this; the field is marked and said below.
        """
        try:
            return self._built(now)
        except RecordError as error:
            self._mark(error)
            raise

    def _built(self, now: datetime) -> Record:
        for shown in self.inputs.values():
            mark(cast(QWidget, shown), wrong=False)
        self._wrong.hide()
        values = {name: shown.value() for name, shown in self.inputs.items()}
        for name, value in values.items():
            if self._is_needed(name) and value in (None, ""):
                raise RecordError(name, "is needed")
        if "spot" in values:
            values["site"], values["side"] = values.pop("spot")
        self._end_now(values)
        old = self._record
        base = {name: getattr(old, name) for name in self._fields} if old else self._fresh(now)
        return TABLES[self.table](**(base | values))

    def _is_needed(self, name: str) -> bool:
        """Whether a record cannot be without it, or would say nothing."""
        field = self._fields.get(name)
        return (field is not None and field.required) or name in NEEDED.get(self.table, ())

    def _fresh(self, now: datetime) -> dict[str, Any]:
        fresh: dict[str, Any] = {"recorded_at": now}
        if "id" in self._fields:
            fresh["id"] = str(uuid4())
        if "zone" in self._fields:
            fresh["zone"] = self._zone
        return fresh

    def _end_now(self, values: dict[str, Any]) -> None:
        start, minutes = self.inputs.get("start"), values.get("duration_min")
        if self._record is None and minutes and isinstance(start, MomentInput) and not start.touched:
            values["start"] -= timedelta(minutes=minutes)

    def _mark(self, error: RecordError) -> None:
        name = "spot" if error.field in {"site", "side"} else error.field
        label = LABELS[self.table].get(name, "")
        self._wrong.setText(f"{label}: {error.reason}" if label and name != "spot" else error.reason)
        self._wrong.show()
        if name in self.inputs:
            wrong = cast(QWidget, self.inputs[name])
            mark(wrong, wrong=True)
            wrong.setFocus()

    def _add_row(self, grid: QGridLayout, row: int, name: str, label: str) -> None:
        made = input_for(self.table, name, label, self._theme, self._known)
        self.inputs[name] = cast(Input, made)
        made.setObjectName(name)
        if isinstance(made, CheckInput):
            made.setText(label)
            grid.addWidget(made, row, 1)
            return
        title = PlainLabel(label, "field")
        made.setAccessibleName(label)
        grid.addWidget(title, row, 0)
        grid.addWidget(made, row, 1)

    def _follow_the_drink(self) -> None:
        """Offer the usual caffeine of a drink while the person has not typed another."""
        drink, servings, mg = (self.inputs[name] for name in ("drink", "servings", "mg"))

        def follow() -> None:
            typed = str(cast(ListInput, drink).currentText()).strip().lower()
            known = next((mg for name, mg in self._known.drinks.items() if name.lower() == typed), None)
            if known is not None and not cast(TextInput, mg).isModified():
                count = cast(TextInput, servings).text().replace(",", ".") or "1"
                if count.replace(".", "", 1).isdigit():
                    mg.show_value(known * float(count))

        cast(ListInput, drink).currentTextChanged.connect(follow)
        cast(TextInput, servings).textChanged.connect(follow)


def _value_of(record: Record, name: str) -> Any:
    if name == "spot":
        return (record.site, record.side)  # type: ignore[union-attr]
    return getattr(record, name)
