"""The columns of History for each kind of record: what a cell says, and what it sorts by."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from twitchlog.domain import words
from twitchlog.domain.record import Record


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, a record's text, its sort key, and the width in characters it wants.

    ``tip`` returns what the tooltip says, ``None`` for the text itself.
    """

    head: str
    text: Callable[[Any], str]
    key: Callable[[Any], Any]
    width: int = 12
    tip: Callable[[Any], str] | None = None


def _text(name: str, head: str, width: int = 14) -> Column:
    return Column(
        head,
        lambda row: str(getattr(row, name) or "").replace("\n", " "),
        lambda row: str(getattr(row, name) or "").casefold(),
        width,
    )


def _number(name: str, head: str, unit: str = "") -> Column:
    def text(row: Any) -> str:
        value = getattr(row, name)
        return "" if value is None else f"{value:g}{unit}"

    return Column(head, text, lambda row: getattr(row, name) if getattr(row, name) is not None else -1, 10)


def _word(name: str, head: str, known: dict[Any, str], width: int = 14) -> Column:
    def text(row: Any) -> str:
        word = known.get(getattr(row, name), "")
        return word[:1].upper() + word[1:]

    return Column(head, text, text, width)


# Parts of the ISO form: a format of strftime takes ten times as long, and the filter asks every row.
DATE = Column("Date", lambda row: row.when.isoformat()[:10], lambda row: row.when, 13)
TIME = Column(
    "Time",
    lambda row: row.when.isoformat()[11:16],
    lambda row: (row.when.hour, row.when.minute),
    8,
    lambda row: words.lived_in(row.when, row.zone),
)
WRITTEN = Column(
    "Written down", lambda row: row.recorded_at.isoformat(" ")[:16], lambda row: row.recorded_at, 16
)
PLACE = Column(
    "Place", lambda row: words.place(row.site, row.side), lambda row: (row.site.value, row.side.value), 20
)
STRENGTH = Column(
    "Strength",
    lambda row: f"{row.intensity} {words.STRENGTHS[row.intensity]}" if row.intensity else "",
    lambda row: row.intensity or 0,
    13,
)
LENGTH = Column(
    "Length",
    lambda row: words.length(row.duration_s) if row.duration_s else "still going" if row.ongoing else "",
    lambda row: row.duration_s or 0,
    11,
)
COUNTED = Column("Counted", lambda row: "yes" if row.counted else "no", lambda row: row.counted, 9)
WITH_IT = Column("With it", words.with_it, words.with_it, 18)
NOTE = _text("note", "Note", 30)
YES = {True: "yes", False: ""}

COLUMNS: dict[str, tuple[Column, ...]] = {
    "episodes": (DATE, TIME, PLACE, STRENGTH, LENGTH, WITH_IT, COUNTED, NOTE, WRITTEN),
    "exercise": (
        DATE,
        TIME,
        _text("activity", "What"),
        _number("duration_min", "Length", " min"),
        _word("effort", "Effort", dict(words.EFFORTS)),
        Column("Muscles", lambda row: words.muscles(row.muscles), lambda row: words.muscles(row.muscles), 20),
        NOTE,
        WRITTEN,
    ),
    "caffeine": (
        DATE,
        TIME,
        _text("drink", "Drink"),
        _number("servings", "How many"),
        _number("mg", "Caffeine", " mg"),
        WRITTEN,
    ),
    "stress": (
        DATE,
        TIME,
        Column("Level", lambda row: f"{row.level} {words.STRESS_LEVELS[row.level]}", lambda row: row.level),
        NOTE,
        WRITTEN,
    ),
    "sitting": (DATE, TIME, _number("duration_min", "Length", " min"), WRITTEN),
    "days": (
        DATE,
        _word("check_in", "Twitches", dict(words.CHECK_INS), 22),
        _word("exposures_complete", "Exercise, coffee, stress complete", YES, 30),
        _number("sleep_hours", "Slept", " h"),
        _number("worry", "Worry"),
        WRITTEN,
    ),
    "medicines": (
        DATE,
        _text("name", "Medicine", 24),
        _word("change", "What happened", dict(words.CHANGES)),
        WRITTEN,
    ),
    "labs": (
        DATE,
        _word("analyte", "What", dict(words.ANALYTES)),
        _number("value", "Result"),
        _text("unit", "Unit", 10),
        _number("low", "Lower limit"),
        _number("high", "Upper limit"),
        WRITTEN,
    ),
    "exams": (
        DATE,
        _word("kind", "What", dict(words.EXAM_KINDS), 26),
        _word("result", "Result", dict(words.EXAM_RESULTS)),
        _text("who", "Who"),
        NOTE,
        WRITTEN,
    ),
    "discussions": (DATE, _text("rule", "About", 26), WRITTEN),
}


def matches(table: str, record: Record, sought: str) -> bool:
    """Return whether every word that is sought stands somewhere in the record's row."""
    row = " ".join(column.text(record) for column in COLUMNS[table]).casefold()
    return all(word in row for word in sought.casefold().split())
