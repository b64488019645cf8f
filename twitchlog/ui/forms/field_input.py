"""The input that fits a field."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from twitchlog.domain import words
from twitchlog.domain.fields import FIELDS, Field, Kind
from twitchlog.domain.quick_entry import USUAL, Vocabulary
from twitchlog.ui.forms.date_inputs import DayInput, MomentInput
from twitchlog.ui.forms.form_words import CODE_WORDS, SCALES, SUGGESTED
from twitchlog.ui.forms.inputs import (
    CheckInput,
    CodeInput,
    CodesInput,
    LengthInput,
    ListInput,
    NoteInput,
    SpotInput,
    TextInput,
)
from twitchlog.ui.forms.muscles_input import MusclesInput
from twitchlog.ui.look.theme import Theme

MOST_IN_A_BAR = 4
LONGEST_IN_A_BAR = 24
"""More codes than this, or longer words (in characters), make a list instead of a bar."""

OWN: dict[str, Callable[[], QWidget]] = {
    "note": NoteInput,
    "duration_s": LengthInput,
    "muscles": MusclesInput,
}

Maker = Callable[[Field, str, Theme], QWidget]


def input_for(table: str, name: str, label: str, theme: Theme, known: Vocabulary = USUAL) -> QWidget:
    """Return the input of a form's row; ``spot`` is site and side together, ``known`` what a list suggests."""
    if name == "spot":
        return SpotInput(theme)
    if name in OWN:
        return OWN[name]()
    field = next(field for field in FIELDS[table] if field.name == name)
    if name in SUGGESTED:
        return ListInput({each: each for each in SUGGESTED[name](known)}, free=True)
    if name in SCALES:
        scale = {number: (str(number), word) for number, word in SCALES[name].items()}
        return CodeInput(field, scale, label, theme)
    return MAKERS.get(field.kind, _text)(field, label, theme)


def _text(field: Field, _: str, __: Theme) -> QWidget:
    return TextInput(field)


def _code(field: Field, label: str, theme: Theme) -> QWidget:
    known = CODE_WORDS[field.name]
    if len(known) > MOST_IN_A_BAR or max(len(word) for word in known.values()) > LONGEST_IN_A_BAR:
        return ListInput(known)
    bar = {code: (word[0].upper() + word[1:], "") for code, word in known.items()}
    return CodeInput(field, bar, label, theme)


def _codes(_: Field, __: str, ___: Theme) -> QWidget:
    return CodesInput(words.SYMPTOMS)


def _boolean(field: Field, label: str, theme: Theme) -> QWidget:
    if field.tri:
        return CodeInput(field, {True: ("Yes", ""), False: ("No", "")}, label, theme)
    return CheckInput()


def _moment(_: Field, __: str, ___: Theme) -> QWidget:
    return MomentInput()


def _date(_: Field, __: str, ___: Theme) -> QWidget:
    return DayInput()


MAKERS: dict[Kind, Maker] = {
    Kind.CODE: _code,
    Kind.CODES: _codes,
    Kind.BOOLEAN: _boolean,
    Kind.MOMENT: _moment,
    Kind.DATE: _date,
}
