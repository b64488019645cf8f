"""What another process wrote: rows with a number of ``writes`` above the last one seen."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from twitchlog.domain.diary import Diary, month_key
from twitchlog.domain.record import Edit, Record
from twitchlog.store.connection import pragma
from twitchlog.store.rows import SHAPES, Row, Shape, record_from, stored_from
from twitchlog.store.writing import same


@dataclass
class Seen:
    """What this process knows of the file: the state it last saw, and the writes since that were its own."""

    epoch: str
    settings: str
    writes: int
    data_version: int
    own: list[tuple[int, int]] = field(default_factory=list)

    def wrote(self, first: int, last: int) -> None:
        """Take note of own writes; they stay apart only if another process wrote before them."""
        if first == self.writes + 1 and not self.own:
            self.writes = last
        else:
            self.own.append((first, last))

    def is_own(self, number: int) -> bool:
        """Whether this process made the write with that number."""
        return any(first <= number <= last for first, last in self.own)


def seen_now(conn: sqlite3.Connection) -> Seen:
    """Return what the file is like at this moment."""
    data_version = pragma(conn, "data_version")
    epoch, settings, writes = conn.execute("SELECT epoch, settings, writes FROM meta").fetchone()
    return Seen(epoch, settings, writes, data_version)


def foreign_edits(conn: sqlite3.Connection, seen: Seen, known: Diary | None) -> list[Edit] | None:
    """Return what others wrote since ``seen``; ``None`` if it cannot be told from what is known.

    ``known`` is the diary in memory: it says how a record read before it was changed. Without it only what is new
    or was deleted unchanged can be told.
    """
    edits: list[Edit] = []
    for shape, row, after in _changed(conn, seen):
        at = dict(zip(shape.stored, row, strict=True))
        record = record_from(shape, row)
        if known is not None:
            before = _in_memory(known, record)
        elif after and at["seq"] > seen.writes and not seen.is_own(at["seq"]):
            before = None
        elif not after and at["mod"] <= seen.writes:
            before = record
        elif not after and at["seq"] > seen.writes and not seen.is_own(at["seq"]):
            continue
        else:
            return None
        edit = Edit(before, record if after else None)
        if not same(edit.before, edit.after):
            edits.append(edit)
    return edits


def _changed(conn: sqlite3.Connection, seen: Seen) -> Iterator[tuple[Shape, Row, bool]]:
    for shape in SHAPES.values():
        mod = shape.stored.index("mod")
        newer = shape.selecting(shape.stored, "WHERE mod > ? ORDER BY mod")
        for row in conn.execute(newer, (seen.writes,)).fetchall():
            if not seen.is_own(row[mod]):
                yield shape, row, True
    for table, text, seal, mod in conn.execute(
        "SELECT tbl, row, digest, mod FROM trash WHERE mod > ? ORDER BY mod", (seen.writes,)
    ).fetchall():
        if not seen.is_own(mod):
            yield SHAPES[table], stored_from(SHAPES[table], text, seal), False


def _in_memory(known: Diary, record: Record) -> Record | None:
    """Return what memory holds under a record's id: in its month most likely, else in any."""
    likely = month_key(record)
    months = [known.months[likely]] if likely in known.months else []
    months += [month for key, month in known.months.items() if key != likely]
    kind = type(record)
    for month in months:
        rows: Sequence[Record] = month.of_kind(kind)
        for row in rows:
            if row.id == record.id:
                return row
    return None
