"""Records as the rows of a CSV table and back, fast enough for 100,000.

The texts are those of ``domain.texts``; only the way there is shorter.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import lru_cache, partial
from operator import attrgetter
from typing import Any, TypeAlias

from twitchlog.domain.errors import RecordError
from twitchlog.domain.fields import FIELDS, Field, Kind
from twitchlog.domain.record import TABLES, Record
from twitchlog.domain.text import clean_text
from twitchlog.domain.texts import record_from, value_from, value_text
from twitchlog.files.formulas import guarded, unguarded
from twitchlog.files.harvest import derived_id

Cells: TypeAlias = list[Any]

REMEMBERED = 4_096
"""Cells of one column whose values are kept: lengths, strengths and dates come again and again."""
PLAIN = re.compile(r"[A-Za-z0-9][ -~]*")
"""Text that needs neither cleaning nor a look for guards: nearly all of it."""
PLAIN_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])"
)
BETWEEN = "\x1f"
"""A control character: no cleaned text holds one, so joined texts cannot be mistaken for others."""
NOT_UTF8 = re.compile("[\udc80-\udcff]")
"""What bytes that are no UTF-8 become when decoded with surrogateescape."""


def rows_of(table: str, records: Iterable[Record]) -> Iterator[Cells]:
    """Return rows for csv.writer; whatever it writes as the contract's text by itself is left as it is."""
    values = attrgetter(*(field.name for field in FIELDS[table]))
    changes = [(at, change) for at, field in enumerate(FIELDS[table]) if (change := _change(field))]
    for record in records:
        row = list(values(record))
        for at, change in changes:
            if row[at] is not None:
                row[at] = change(row[at])
        yield row


def _change(field: Field) -> Callable[[Any], str] | None:
    """Return what makes a value its text; ``None`` for codes, dates and whole numbers: csv.writer does the same."""
    match field.kind:
        case Kind.ID | Kind.DATE | Kind.INTEGER | Kind.CODE:
            return None
        case Kind.TEXT:
            return guarded
        case Kind.BOOLEAN:
            return {True: "true", False: "false"}.__getitem__
        case Kind.MOMENT:
            return datetime.isoformat
        case Kind.CODES:
            return lambda value: value_text(field, value) if value else ""
        case _:
            return lambda value: value_text(field, value)


class RowReader:
    """Reads the rows of one table, and remembers what was there before: ids, and rows without one.

    ``form`` is the format's code, part of every derived id.
    """

    def __init__(self, form: str, table: str, header: Sequence[str]) -> None:
        fields = {field.name: field for field in FIELDS[table]}
        unknown = [name for name in header if name not in fields]
        if unknown:
            raise RecordError(unknown[0][:40] or "header", "is no column of this table")
        if len(set(header)) < len(header):
            raise RecordError("header", "has a column twice")
        self._form, self._table, self._header = form, table, tuple(header)
        self._fields = fields
        self._kind = TABLES[table]
        self._cells = [(name, _value(fields[name])) for name in header]
        self._row_of_id: dict[str, int] = {}
        self._equal_rows: dict[str, int] = {}

    def record(self, cells: Sequence[str], row: int) -> Record:
        """Return the record of a row.

        Raises:
            RecordError: it cannot be one; it names the field.
        """
        if len(cells) != len(self._cells):
            raise RecordError("row", f"has {len(cells)} cells and should have {len(self._cells)}")
        record = self._shortly(cells) or self._exactly(cells)
        first = self._row_of_id.setdefault(record.id, row)
        if first != row:
            raise RecordError("id", f"is there twice, first in row {first}")
        return record

    def _shortly(self, cells: Sequence[str]) -> Record | None:
        """Return the record, or ``None`` if anything about the row needs a closer look."""
        try:
            record: Record = self._kind(
                **{name: value(cell) for (name, value), cell in zip(self._cells, cells, strict=True) if cell}
            )
        except (RecordError, KeyError, ValueError, TypeError):
            return None
        return record

    def _exactly(self, cells: Sequence[str]) -> Record:
        """Return the record by the domain's own reading, which says what is wrong."""
        texts = {
            name: own_text(name, cell) if self._fields[name].kind is Kind.TEXT else cell
            for name, cell in zip(self._header, cells, strict=True)
        }
        if "id" in self._fields:
            texts["id"] = texts.get("id", "").lower() or self._derived(texts)
        return record_from(self._table, texts)

    def _derived(self, texts: dict[str, str]) -> str:
        """Return the id of a row without one: from what it says, and the how-many-th such row of the file it is."""
        key = BETWEEN.join(
            _canonical(field, texts.get(name, ""))
            for name, field in self._fields.items()
            if name not in {"id", "recorded_at"}
        )
        count = self._equal_rows[key] = self._equal_rows.get(key, 0) + 1
        return derived_id(self._form, self._table, f"{key}#{count}")


def own_text(name: str, cell: str) -> str:
    """Return the person's text of a cell, without guard and cleaned as every text that enters the diary.

    Raises:
        RecordError: it is not UTF-8.
    """
    if NOT_UTF8.search(cell):
        raise RecordError(name, "is not UTF-8 text")
    return clean_text(unguarded(cell))


def _canonical(field: Field, text: str) -> str:
    """Return one text for all that mean the same: an instant whatever its offset, a number however written."""
    value = value_from(field, text)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value_text(field, value)


def _value(field: Field) -> Callable[[str], Any]:
    """Return what makes a cell its value, for cells that are as the package writes them."""
    match field.kind:
        case Kind.ID:
            return str
        case Kind.TEXT:
            return lambda cell: cell if PLAIN.fullmatch(cell) else own_text(field.name, cell)
        case Kind.BOOLEAN:
            return {"true": True, "false": False}.__getitem__
        case Kind.CODE if field.codes is not None:
            return {code.value: code for code in field.codes}.__getitem__
        case Kind.MOMENT:
            return _plain_moment
        case _:
            return lru_cache(REMEMBERED)(partial(value_from, field))


def _plain_moment(cell: str) -> datetime:
    if not PLAIN_MOMENT.fullmatch(cell):
        raise ValueError
    return datetime.fromisoformat(cell)
