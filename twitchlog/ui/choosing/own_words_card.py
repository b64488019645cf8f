"""The person's own drinks and exercise in Settings: what the typed line and the forms know beside the usual."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from twitchlog.domain.errors import RecordError
from twitchlog.domain.quick_entry import PRESETS, vocabulary_of
from twitchlog.domain.quick_entry.own_words import (
    with_activity,
    with_drink,
    without_activity,
    without_drink,
)
from twitchlog.domain.settings import DiarySettings
from twitchlog.ui.forms.inputs import mark
from twitchlog.ui.journal import ChangeOfSettings
from twitchlog.ui.look.plain import Card, PlainLabel
from twitchlog.ui.look.theme import Theme

ABOUT_DRINKS = "Milligrams of caffeine in one serving. They are used for what you write from now on."
ABOUT_ACTIVITIES = (
    "Names the typed line should know as exercise, for example padel. The usual ones it knows already."
)
WRONG = {"drink": "The name of a drink", "activity": "The name of an exercise", "mg": "The caffeine"}

AmountRow: TypeAlias = tuple[PlainLabel, QLineEdit, PlainLabel, QPushButton]


class OwnWordsCard(Card):
    """Lists the drinks and exercise; ``keep`` changes the diary's settings and says when that is on the disk."""

    def __init__(self, theme: Theme, keep: Callable[[ChangeOfSettings, Callable[[], None]], None]) -> None:
        super().__init__("own_words_card")
        self._theme, self._keep = theme, keep
        self._settings = DiarySettings()
        self._amounts: dict[str, AmountRow] = {}
        self._names: dict[str, tuple[PlainLabel, QPushButton]] = {}
        self.column.addWidget(PlainLabel("What you drink and do", "title"))
        self._wrong = PlainLabel("", "wrong", wrap=True, name="own_words_error")
        self._wrong.hide()
        self.column.addWidget(self._wrong)
        self.column.addWidget(PlainLabel("Drinks", "field"))
        self.column.addWidget(PlainLabel(ABOUT_DRINKS, "quiet", wrap=True))
        self._drinks = self._grid()
        self.drink, self.mg = self._field("new_drink", "A drink"), self._field("new_mg", "mg")
        self.mg.setFixedWidth(theme.px(76))
        self.column.addLayout(self._adding("add_drink", self._add_drink, self.drink, self.mg))
        self.column.addWidget(PlainLabel("Exercise", "field"))
        self.column.addWidget(PlainLabel(ABOUT_ACTIVITIES, "quiet", wrap=True))
        self._activities = self._grid()
        self.activity = self._field("new_activity", "An exercise")
        self.column.addLayout(self._adding("add_activity", self._add_activity, self.activity))

    def show_settings(self, settings: DiarySettings) -> None:
        """Show the drinks and exercise in force; a row that stays is not made anew, or the focus would be lost."""
        self._settings = settings
        drinks = vocabulary_of(settings).drinks
        for name in [name for name in self._amounts if name not in drinks]:
            _take_away(self._drinks, self._amounts.pop(name))
        for name, mg in drinks.items():
            row = self._amounts.get(name) or self._new_amount(name)
            if not row[1].hasFocus():
                row[1].setText(f"{mg:g}")
                mark(row[1], wrong=False)
            row[-1].setVisible(name in settings.drinks)
        for name in [name for name in self._names if name not in settings.activities]:
            _take_away(self._activities, self._names.pop(name))
        for name in settings.activities:
            if name not in self._names:
                self._new_name(name)

    def _new_amount(self, name: str) -> AmountRow:
        field = self._field("drink_mg", "mg")
        field.setAccessibleName(f"Caffeine in one {name}, mg")
        field.setFixedWidth(self._theme.px(76))
        field.editingFinished.connect(partial(self._typed_amount, name, field))
        back = f"Back to {PRESETS[name]:g}" if name in PRESETS else "Remove"
        link = _link("drink_remove", back, name, partial(self._without_drink, name))
        row = self._amounts[name] = (
            PlainLabel(name, name="drink_name"),
            field,
            PlainLabel("mg", "quiet"),
            link,
        )
        _add_row(self._drinks, row)
        return row

    def _new_name(self, name: str) -> None:
        link = _link("activity_remove", "Remove", name, partial(self._without_activity, name))
        row = self._names[name] = (PlainLabel(name, name="activity_name"), link)
        _add_row(self._activities, row)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, self._theme.px(200))
        grid.setColumnStretch(4, 1)
        self.column.addLayout(grid)
        return grid

    def _field(self, name: str, prompt: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.setPlaceholderText(prompt)
        field.setAccessibleName(prompt)
        return field

    def _adding(self, name: str, add: Callable[[], None], *fields: QLineEdit) -> QHBoxLayout:
        row = QHBoxLayout()
        fields[0].setFixedWidth(self._theme.px(200))
        for field in fields:
            field.returnPressed.connect(add)
            row.addWidget(field)
        button = QPushButton("Add")
        button.setObjectName(name)
        button.setAccessibleName(
            f"Add {fields[0].placeholderText()[0].lower()}{fields[0].placeholderText()[1:]}"
        )
        button.clicked.connect(add)
        row.addWidget(button)
        row.addStretch(1)
        return row

    def _typed_amount(self, name: str, field: QLineEdit) -> None:
        if not field.isModified():
            return
        field.setModified(False)
        amount = _amount_of(field.text())
        self._try(lambda settings: with_drink(settings, name, amount), field, field, empty=())

    def _add_drink(self) -> None:
        name, mg = self.drink.text(), _amount_of(self.mg.text())
        fields = (self.drink, self.mg)
        self._try(lambda settings: with_drink(settings, name, mg), *fields, empty=fields)

    def _add_activity(self) -> None:
        name = self.activity.text()
        self._try(
            lambda settings: with_activity(settings, name),
            self.activity,
            self.activity,
            empty=(self.activity,),
        )

    def _without_drink(self, name: str) -> None:
        self._wrong.hide()
        self.drink.setFocus()
        self._keep(lambda settings: without_drink(settings, name), _nothing)

    def _without_activity(self, name: str) -> None:
        self._wrong.hide()
        self.activity.setFocus()
        self._keep(lambda settings: without_activity(settings, name), _nothing)

    def _try(
        self, change: ChangeOfSettings, name: QLineEdit, amount: QLineEdit, *, empty: Sequence[QLineEdit]
    ) -> None:
        """Take what was typed, or say why it cannot be so; the fields in ``empty`` are emptied once it is kept."""
        for field in (name, amount):
            mark(field, wrong=False)
        try:
            change(self._settings)
        except RecordError as error:
            wrong = amount if error.field == "mg" else name
            mark(wrong, wrong=True)
            self._wrong.setText(f"{WRONG[error.field]} {error.reason}.")
            self._wrong.show()
            wrong.setFocus()
            return
        self._wrong.hide()
        self._keep(lambda settings: _tried(change, settings), lambda: self._empty(empty))

    def _empty(self, fields: Sequence[QLineEdit]) -> None:
        for field in fields:
            field.clear()
        if fields:
            fields[0].setFocus()


def _nothing() -> None:
    pass


def _tried(change: ChangeOfSettings, settings: DiarySettings) -> DiarySettings:
    """Return changed settings; as they are where another window was faster with the same."""
    try:
        return change(settings)
    except RecordError:
        return settings


def _amount_of(text: str) -> float | None:
    """Return the number typed; ``None`` for nothing, and what is no number is no amount."""
    text = text.strip().lower().removesuffix("mg").strip().replace(",", ".")
    if not text:
        return None
    try:
        return float(text)
    except ValueError:
        return float("nan")


def _link(name: str, text: str, of: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setProperty("kind", "link")
    button.setAccessibleName(f"{text}: {of}")
    button.clicked.connect(lambda _: act())
    return button


def _add_row(grid: QGridLayout, row: Sequence[QWidget]) -> None:
    line = grid.rowCount()
    for column, widget in enumerate(row):
        grid.addWidget(widget, line, column)
        widget.show()


def _take_away(grid: QGridLayout, row: Sequence[QWidget]) -> None:
    for widget in row:
        grid.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
