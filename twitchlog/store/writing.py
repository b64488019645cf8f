"""What a write does to the file: edits are planned by reading, then made, all in one transaction."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from twitchlog.domain.day import Day
from twitchlog.domain.fields import FIELDS
from twitchlog.domain.record import Edit, Record
from twitchlog.domain.texts import empty_of
from twitchlog.store.connection import tables
from twitchlog.store.errors import CHANGED, Reason, StoreError
from twitchlog.store.rows import (
    SHAPES,
    Row,
    Shape,
    record_from,
    row_from,
    row_text,
    rows_from,
    sealed,
    shape_of,
    stored_from,
    utc_text,
)

MANY = 200
"""From here on sqlite-utils writes; below, loading it would take longer than the writing."""
KEPT_DELETED = timedelta(days=30)
CLOCK_DOUBTED = timedelta(days=45)
"""A clock this far past the newest entry may be wrong: then nothing is forgotten."""
NOW = "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')"


class Standing:
    """What the diary says of each record once the edits planned so far are made."""

    def __init__(self, conn: sqlite3.Connection) -> None:
        self._conn = conn
        self._planned: dict[tuple[str, str], Record | None] = {}

    def of(self, record: Record) -> Record | None:
        """Return what stands where a record has its place."""
        shape = shape_of(record)
        at = (shape.table, record.id)
        if at in self._planned:
            return self._planned[at]
        row = self._conn.execute(shape.select_one, (record.id,)).fetchone()
        return record_from(shape, row) if row else None

    def plan(self, edit: Edit) -> Edit:
        """Take an edit as made, and return it."""
        for record, left in ((edit.before, None), (edit.after, edit.after)):
            if record is not None:
                self._planned[(shape_of(record).table, record.id)] = left
        return edit


def same(one: Record | None, other: Record | None) -> bool:
    """Whether two records say the same, offsets and all."""
    if one is None or other is None:
        return one is other
    return one == other and shape_of(one).offsets_of(one) == shape_of(other).offsets_of(other)


def planned_puts(conn: sqlite3.Connection, records: Sequence[Record]) -> list[Edit]:
    """Return the edits that write records down, over those that have their ids."""
    standing = Standing(conn)
    return [standing.plan(Edit(standing.of(record), record)) for record in records]


def planned_removals(conn: sqlite3.Connection, records: Sequence[Record]) -> list[Edit]:
    """Return the edits that delete records as they read by now; those that are gone are left out."""
    standing = Standing(conn)
    found = (
        standing.of(record) for record in {(type(record), record.id): record for record in records}.values()
    )
    return [standing.plan(Edit(record, None)) for record in found if record is not None]


def checked_edits(conn: sqlite3.Connection, edits: Sequence[Edit]) -> list[Edit]:
    """Return edits whose ``before`` is how the diary reads.

    Raises:
        StoreError: one of them is not.
    """
    standing = Standing(conn)
    for edit in edits:
        places = {
            (type(record), record.id): record for record in (edit.after, edit.before) if record is not None
        }
        for place, record in places.items():
            there = edit.before is not None and place == (type(edit.before), edit.before.id)
            if not same(standing.of(record), edit.before if there else None):
                raise StoreError(CHANGED, Reason.CHANGED)
        standing.plan(edit)
    return list(edits)


def landed(conn: sqlite3.Connection, edits: Sequence[Edit]) -> bool:
    """Whether the diary reads as if these edits were made: a save whose last flush failed may be there."""
    last: dict[tuple[type[Record], str], tuple[Record, Record | None]] = {}
    for edit in edits:
        for record, left in ((edit.before, None), (edit.after, edit.after)):
            if record is not None:
                last[(type(record), record.id)] = (record, left)
    standing = Standing(conn)
    return bool(edits) and all(same(standing.of(record), left) for record, left in last.values())


def planned_additions(conn: sqlite3.Connection, records: Sequence[Record]) -> tuple[list[Edit], int]:
    """Return the edits that add what is new, and how many records are there already, or in the trash.

    A day that is there gets what it lacks and keeps what it has.
    """
    taken = _taken_keys(conn, {shape_of(record).table for record in records})
    standing = Standing(conn)
    edits: list[Edit] = []
    present = 0
    for record in records:
        keys = taken[shape_of(record).table]
        if record.id not in keys:
            keys.add(record.id)
            edits.append(standing.plan(Edit(None, record)))
            continue
        filled = _filled(standing.of(record), record) if isinstance(record, Day) else None
        if filled is None:
            present += 1
        else:
            edits.append(standing.plan(filled))
    return edits, present


def _taken_keys(conn: sqlite3.Connection, names: Iterable[str]) -> dict[str, set[str]]:
    taken: dict[str, set[str]] = {}
    for table in names:
        shape = SHAPES[table]
        taken[table] = {key for (key,) in conn.execute(shape.selecting([shape.key])).fetchall()}
        taken[table] |= {
            key for (key,) in conn.execute("SELECT id FROM trash WHERE tbl = ?", (table,)).fetchall()
        }
    return taken


def _filled(stands: Record | None, given: Day) -> Edit | None:
    if not isinstance(stands, Day):
        return None
    missing: dict[str, Any] = {}
    for field in FIELDS["days"]:
        value = getattr(given, field.name)
        if value != empty_of(field) and getattr(stands, field.name) == empty_of(field):
            missing[field.name] = value
    return Edit(stands, replace(stands, **missing)) if missing else None


def make_edits(conn: sqlite3.Connection, edits: Sequence[Edit], first: int) -> None:
    """Make edits, each with its number of ``writes``: ``first`` and on."""
    numbered = list(zip(edits, range(first, first + len(edits)), strict=True))
    new = [
        (edit.after, number) for edit, number in numbered if edit.before is None and edit.after is not None
    ]
    places = {
        (type(record), record.id)
        for edit in edits
        for record in (edit.before, edit.after)
        if record is not None
    }
    if len(new) < MANY or len(places) < len(edits):
        for edit, number in numbered:
            _make(conn, edit, number)
        return
    _add_many(conn, new)
    for edit, number in numbered:
        if edit.before is not None:
            _make(conn, edit, number)


def _make(conn: sqlite3.Connection, edit: Edit, number: int) -> None:
    before, after = edit.before, edit.after
    if before is not None and after is not None and (type(before), before.id) == (type(after), after.id):
        shape = shape_of(after)
        seq = _stored(conn, shape, after.id)[shape.stored.index("seq")]
        conn.execute(shape.update, (*sealed(shape, row_from(after), seq, number), after.id))
        return
    if before is not None:
        _trash(conn, before, number)
    if after is not None:
        _add(conn, after, number)


def _stored(conn: sqlite3.Connection, shape: Shape, key: str) -> Row:
    row: Row = conn.execute(shape.select_one, (key,)).fetchone()
    return row


def _trash(conn: sqlite3.Connection, record: Record, number: int) -> None:
    shape = shape_of(record)
    stored = _stored(conn, shape, record.id)
    conn.execute(
        f"INSERT INTO trash (tbl, id, row, trashed_utc, mod, digest) VALUES (?, ?, ?, {NOW}, ?, ?)",  # noqa: S608 - a constant
        (shape.table, record.id, row_text(shape, stored), number, stored[-1]),
    )
    conn.execute(shape.delete, (record.id,))


def _add(conn: sqlite3.Connection, record: Record, number: int) -> None:
    shape = shape_of(record)
    place = (shape.table, record.id)
    trashed = conn.execute("DELETE FROM trash WHERE tbl = ? AND id = ? RETURNING row", place).fetchone()
    seq = json.loads(trashed[0])["seq"] if trashed else number
    conn.execute(shape.insert, sealed(shape, row_from(record), seq, number))


def _add_many(conn: sqlite3.Connection, new: Sequence[tuple[Record, int]]) -> None:
    """Add records the way of bulk; what comes back from the trash keeps its place in the order of writing."""
    trashed = {
        (table, key): json.loads(text)["seq"]
        for table, key, text in conn.execute("SELECT tbl, id, row FROM trash").fetchall()
    }
    by_table: dict[str, list[tuple[Record, int]]] = {}
    for record, number in new:
        by_table.setdefault(shape_of(record).table, []).append((record, number))
    for table, some in by_table.items():
        shape = SHAPES[table]
        rows = rows_from(shape, (record for record, _ in some))
        tables(conn).table(table).insert_all(
            [
                shape.stored,
                *(
                    sealed(shape, row, trashed.get((table, record.id), number), number)
                    for row, (record, number) in zip(rows, some, strict=True)
                ),
            ]
        )
        if trashed:
            conn.executemany(
                "DELETE FROM trash WHERE tbl = ? AND id = ?", [(table, record.id) for record, _ in some]
            )


def trashed_records(conn: sqlite3.Connection, most: int = -1) -> list[tuple[str, Record]]:
    """Return what was deleted with the instant it was, the latest first; all of it, or at most so many."""
    chosen = "SELECT tbl, row, trashed_utc, digest FROM trash ORDER BY mod DESC LIMIT ?"
    rows = conn.execute(chosen, (most,)).fetchall()
    return [
        (at, record_from(SHAPES[tbl], stored_from(SHAPES[tbl], text, seal))) for tbl, text, at, seal in rows
    ]


def forgettable(conn: sqlite3.Connection, now: datetime) -> int:
    """Return how many deleted records were kept long enough; none if the clock is in doubt."""
    if newest_written(conn) < utc_text(now - CLOCK_DOUBTED):
        return 0
    old = conn.execute("SELECT count(*) FROM trash WHERE trashed_utc <= ?", (utc_text(now - KEPT_DELETED),))
    return int(old.fetchone()[0])


def newest_written(conn: sqlite3.Connection) -> str:
    """Return the latest ``recorded_utc`` of all records; empty if there are none."""
    newest = " UNION ALL ".join(shape.selecting(["max(recorded_utc)"]) for shape in SHAPES.values())
    return max((text for (text,) in conn.execute(newest).fetchall() if text), default="")


def forget(conn: sqlite3.Connection, now: datetime) -> None:
    """Forget the deleted records that were kept long enough."""
    conn.execute("DELETE FROM trash WHERE trashed_utc <= ?", (utc_text(now - KEPT_DELETED),))


def keep_settings(conn: sqlite3.Connection, text: str) -> None:
    """Write the diary's settings."""
    conn.execute("UPDATE meta SET settings = ?", (text,))


def keep_draft(conn: sqlite3.Connection, text: str) -> None:
    """Write the draft; an empty one is none."""
    if text:
        conn.execute(
            "INSERT INTO draft (one, text) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET text = excluded.text",
            (text,),
        )
    else:
        conn.execute("DELETE FROM draft")


def erase_all(conn: sqlite3.Connection, writes: int | None) -> None:
    """Empty the diary; who had it open sees a new one.

    Raises:
        StoreError: more was written since the count of writes was ``writes``; this write is the next.
    """
    if writes is not None and conn.execute("SELECT writes FROM meta").fetchone()[0] != writes + 1:
        raise StoreError(CHANGED, Reason.CHANGED)
    for table in (*SHAPES, "trash", "draft"):
        conn.execute(" ".join(("DELETE FROM", table)))
    conn.execute("UPDATE meta SET settings = '{}', epoch = lower(hex(randomblob(16)))")
