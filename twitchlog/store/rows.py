"""Records as rows of the diary file and back; every column name and its SQL is made here from the field table.

Values go column by column, not row by row: 100,000 episodes are then read at the speed of their own checks.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from functools import cached_property
from hashlib import blake2b
from json import JSONEncoder, loads
from operator import attrgetter, itemgetter
from typing import Any, TypeAlias

from twitchlog.domain.fields import FIELDS, Field, Kind
from twitchlog.domain.record import TABLES, Record, table_of

Row: TypeAlias = tuple[Any, ...]

to_json = JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


def _stem(field: Field) -> str:
    return field.name.removesuffix("_at") if field.name != "at" else "at"


@dataclass(frozen=True)
class Shape:
    """How the records of one table lie in the file.

    ``columns`` are a record's own, in the order of its fields; ``seq`` (order of writing, never changes), ``mod``
    (last change) and ``digest`` follow them. ``read`` are the columns that are enough to make the record.
    """

    table: str

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The contract's fields."""
        return FIELDS[self.table]

    @cached_property
    def key(self) -> str:
        """The column that names a record: its id, or the date of a day."""
        return self.fields[0].name

    @cached_property
    def when(self) -> str:
        """The column that says when it was: text that sorts as time does."""
        first = next(field for field in self.fields if field.kind in {Kind.MOMENT, Kind.DATE})
        return f"{_stem(first)}_utc" if first.kind is Kind.MOMENT else first.name

    def _of(self, field: Field, *, enough: bool = False) -> tuple[str, ...]:
        if field.kind is Kind.MOMENT:
            parts = ("utc", "off") if enough else ("utc", "off", "date", "min")
            return tuple(f"{_stem(field)}_{part}" for part in parts)
        return (f"{self.when.removesuffix('_utc')}_zone" if field.name == "zone" else field.name,)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The columns of a record, in the order of its fields."""
        return tuple(column for field in self.fields for column in self._of(field))

    @cached_property
    def read(self) -> tuple[str, ...]:
        """The columns a record is made from."""
        return tuple(column for field in self.fields for column in self._of(field, enough=True))

    @cached_property
    def stored(self) -> tuple[str, ...]:
        """Every column of the table, as a row is written."""
        return (*self.columns, "seq", "mod", "digest")

    @cached_property
    def readers(self) -> tuple[tuple[tuple[str, ...], Callable[..., Iterable[Any]]], ...]:
        """For each field the columns it is read from, and what makes its values of them."""
        return tuple((self._of(field, enough=True), _reader(field)) for field in self.fields)

    @cached_property
    def writers(self) -> tuple[Callable[[Sequence[Any]], list[Sequence[Any]]], ...]:
        """For each field what makes its columns of its values."""
        return tuple(WRITERS.get(field.kind, _as_it_is) for field in self.fields)

    @cached_property
    def offsets_of(self) -> Callable[[Record], list[timedelta | None]]:
        """Return the offsets of a record's moments, which its own comparison does not look at."""
        names = [field.name for field in self.fields if field.kind is Kind.MOMENT]
        return lambda record: [getattr(record, name).utcoffset() for name in names]

    @cached_property
    def values_of(self) -> Callable[[Record], Row]:
        """Return a record's values, in the order of its fields."""
        return attrgetter(*(field.name for field in self.fields))

    @cached_property
    def enough(self) -> Callable[[Row], Row]:
        """Return the values of ``read`` out of a row of ``stored``."""
        return itemgetter(*(self.stored.index(name) for name in self.read))

    @cached_property
    def sealed_order(self) -> tuple[tuple[str, int], ...]:
        """The columns a digest is made of, by name, each with its place in ``stored``."""
        return tuple(sorted((name, at) for at, name in enumerate(self.stored) if name != "digest"))

    def selecting(self, columns: Iterable[str], then: str = "") -> str:
        """Return the SQL that reads columns; ``then`` is what follows the table's name."""
        return " ".join(("SELECT", ", ".join(columns), "FROM", self.table, then))

    @cached_property
    def select_one(self) -> str:
        """Return the SQL that reads everything of one record, by its key."""
        return self.selecting(self.stored, f"WHERE {self.key} = ?")

    @cached_property
    def in_order(self) -> str:
        """Return the SQL that sorts as the diary does."""
        return f"ORDER BY {self.when}, recorded_utc, {self.key}"

    @cached_property
    def insert(self) -> str:
        """Return the SQL that adds a row."""
        marks = ", ".join("?" * len(self.stored))
        return " ".join(("INSERT INTO", self.table, f"({', '.join(self.stored)})", "VALUES", f"({marks})"))

    @cached_property
    def update(self) -> str:
        """Return the SQL that writes a row over the one with its key, given last."""
        pairs = ", ".join(f"{column} = ?" for column in self.stored)
        return " ".join(("UPDATE", self.table, "SET", pairs, "WHERE", self.key, "= ?"))

    @cached_property
    def delete(self) -> str:
        """Return the SQL that takes a row away, by its key."""
        return " ".join(("DELETE FROM", self.table, "WHERE", self.key, "= ?"))


SHAPES: dict[str, Shape] = {table: Shape(table) for table in TABLES}


def shape_of(record: Record) -> Shape:
    """Return how a record lies in the file."""
    return SHAPES[table_of(record)]


def rows_from(shape: Shape, records: Iterable[Record]) -> list[Row]:
    """Return records of one kind as rows of ``shape.columns``."""
    given = list(zip(*map(shape.values_of, records), strict=True))
    parts: list[Sequence[Any]] = []
    for write, values in zip(shape.writers, given, strict=bool(given)):
        parts.extend(write(values))
    return list(zip(*parts, strict=True))


def row_from(record: Record) -> Row:
    """Return one record as a row of its shape's ``columns``: equal rows are equal records, offset and all."""
    return rows_from(shape_of(record), (record,))[0]


def records_from(shape: Shape, rows: Sequence[Row]) -> list[Record]:
    """Return the records that rows of ``shape.read`` stand for.

    Raises:
        ValueError, KeyError, TypeError: the file holds something no twitchlog wrote.
    """
    if not rows:
        return []
    columns = dict(zip(shape.read, zip(*rows, strict=True), strict=True))
    values = [read(*(columns[name] for name in names)) for names, read in shape.readers]
    kind, fields = TABLES[shape.table], [field.name for field in shape.fields]
    return [kind(**dict(zip(fields, each, strict=True))) for each in zip(*values, strict=True)]


def record_from(shape: Shape, stored: Row) -> Record:
    """Return the record of one row of ``shape.stored``."""
    return records_from(shape, [shape.enough(stored)])[0]


def sealed(shape: Shape, row: Row, seq: int, mod: int) -> Row:
    """Return a row of ``shape.stored``: with its numbers and the digest of it all."""
    whole = (*row, seq, mod)
    return (*whole, digest(shape.table, row_text(shape, whole)))


def row_text(shape: Shape, stored: Row) -> str:
    """Return a stored row as JSON: the columns that are not empty, by name. A column added later changes none."""
    return to_json({name: stored[at] for name, at in shape.sealed_order if stored[at] is not None})


def digest(table: str, text: str) -> str:
    """Return the digest of a row's JSON: BLAKE2b, 64 bits, in hex."""
    return blake2b(f"{table}\n{text}".encode(), digest_size=8).hexdigest()


def stored_from(shape: Shape, text: str, seal: str) -> Row:
    """Return the row of ``shape.stored`` that a JSON of ``row_text`` came from."""
    given = loads(text)
    if not isinstance(given, dict):
        raise TypeError(text)
    return (*(given.get(name) for name in shape.stored[:-1]), seal)


def utc_text(moment: datetime) -> str:
    """Return an instant as the file keeps it: ``2026-11-22T14:32:00Z``."""
    return f"{moment.replace(tzinfo=None) - (moment.utcoffset() or timedelta(0)):%Y-%m-%dT%H:%M:%S}Z"


def _as_it_is(values: Sequence[Any]) -> list[Sequence[Any]]:
    return [values]


def _moments(values: Sequence[datetime]) -> list[Sequence[Any]]:
    offsets = [moment.utcoffset() or timedelta(0) for moment in values]
    walls = [moment.replace(tzinfo=None) for moment in values]
    return [
        [f"{(wall - offset).isoformat()}Z" for wall, offset in zip(walls, offsets, strict=True)],
        [offset.days * 1440 + offset.seconds // 60 for offset in offsets],
        [wall.date().isoformat() for wall in walls],
        [wall.hour * 60 + wall.minute for wall in walls],
    ]


WRITERS: dict[Kind, Callable[[Sequence[Any]], list[Sequence[Any]]]] = {
    Kind.MOMENT: _moments,
    Kind.DATE: lambda values: [[value.isoformat() for value in values]],
    Kind.CLOCK: lambda values: [[None if value is None else f"{value:%H:%M}" for value in values]],
    # SQLite gives -0.0 back as 0.0: the sum makes both the same before the digest is taken.
    Kind.NUMBER: lambda values: [[None if value is None else float(value) + 0.0 for value in values]],
    Kind.BOOLEAN: lambda values: [[None if value is None else int(value) for value in values]],
    Kind.CODE: lambda values: [[None if value is None else value.value for value in values]],
    Kind.CODES: lambda values: [[";".join(sorted(value)) or None for value in values]],
    Kind.TEXT: lambda values: [[value or None for value in values]],
}


class _Zones(dict[int, timezone]):
    def __missing__(self, minutes: int) -> timezone:
        zone = self[minutes] = timezone(timedelta(minutes=minutes))
        return zone


ZONES = _Zones()


def _moment(utc: str, minutes: int) -> datetime:
    return datetime.fromisoformat(utc).astimezone(ZONES[minutes])


def _reader(field: Field) -> Callable[..., Iterable[Any]]:
    if field.codes is not None:
        known = {code.value: code for code in field.codes}
        if field.kind is Kind.CODES:
            return lambda texts: _shared(
                texts, lambda text: frozenset(known[code] for code in text.split(";") if text)
            )
        given: dict[Any, Any] = known if field.required else {**known, None: None}
        return lambda texts: map(given.__getitem__, texts)
    return READERS.get(field.kind, iter)


def _shared(texts: Sequence[str | None], read: Callable[[str], Any]) -> list[Any]:
    """Return the value of each text, one for all that are equal: zones and symptoms are few, each as large as a row."""
    values = {text: read(text or "") for text in dict.fromkeys(texts)}
    return [values[text] for text in texts]


READERS: dict[Kind, Callable[..., Iterable[Any]]] = {
    Kind.MOMENT: lambda utcs, minutes: map(_moment, utcs, minutes),
    Kind.DATE: lambda texts: map(date.fromisoformat, texts),
    Kind.CLOCK: lambda texts: [None if text is None else time.fromisoformat(text) for text in texts],
    Kind.BOOLEAN: lambda numbers: [None if number is None else number == 1 for number in numbers],
    Kind.TEXT: lambda texts: _shared(texts, str),
}
