"""What can be read of a damaged diary, in a new diary beside it; the damaged file stays as it is."""

import os
import re
import sqlite3
import stat
from collections import Counter
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from twitchlog.store.connection import connect, transaction
from twitchlog.store.copies import STAMP, looked_at, named_backups
from twitchlog.store.errors import Reason, StoreError
from twitchlog.store.found_rows import Found, found_in
from twitchlog.store.migrations import migrate, newest_schema
from twitchlog.store.opening import NEW_FILE
from twitchlog.store.pages import PAGE, Pages, Values
from twitchlog.store.private_files import move_into_place
from twitchlog.store.reading import settings_from, text_of_settings
from twitchlog.store.soundness import problems

LARGEST = 500_000_000
PIECE = 256 * PAGE
ASIDE = re.compile(r"damaged-[0-9]{8}T[0-9]{6}Z-[0-9a-f]{4}-(.+)")
WHEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?")
HEX = re.compile(r"[0-9a-f]{32}")
FORCED_BY_RESTORE = "before-restore"


@dataclass(frozen=True, slots=True)
class Rescued:
    """What a rescue brought back, and what it did not.

    ``counts`` are the records in the new diary at ``path`` by table, with what was deleted under ``trash``;
    ``from_backup`` how many of them only the newest backup had, and ``backup`` is that one, or ``None``. ``missing``
    are the instants (UTC) and dates that an index of the damaged file still names and that no recovered record has;
    ``refused`` how many rows a diary does not take although their digests fit; ``unreadable`` how many pages the disk would not give. ``settings`` says whether the diary's own settings, which
    have no digest, could be read.
    """

    path: Path
    counts: dict[str, int]
    from_backup: dict[str, int]
    backup: Path | None
    missing: tuple[str, ...]
    refused: int
    unreadable: int
    settings: bool


@dataclass(frozen=True, slots=True)
class _Singles:
    """What stands in the file once and has no digest; each empty where it could not be read for certain."""

    diary_id: str = ""
    epoch: str = ""
    settings: str = ""
    draft: str = ""


def rescue(damaged: Path, now: datetime) -> Rescued:
    """Read what can be read of a damaged diary into a new one beside it.

    Only rows whose digest fits are taken, and what the newest backup has besides. Not for a diary that this process
    has open: reading its bytes would drop SQLite's locks.

    Raises:
        StoreError: nothing could be read, or the new diary could not be written; there is none.
    """
    try:
        data, unreadable = _bytes_of(damaged)
        journal, _ = _bytes_of(damaged.with_name(f"{damaged.name}-journal"), may_lack=True)
        pages = Pages(data)
        schema, found = _best(pages, Pages(journal))
        singles = _singles(pages)
        backup, added = _joined(found, schema, damaged, singles)
        if not found.rows:
            raise StoreError(
                f"Nothing could be read from {damaged}: no entry in it is whole. It was left as it is; "
                "go back to a backup (twitchlog restore PATH).",
                Reason.DAMAGED,
            )
        missing = _missing(pages, found)
        path = damaged.with_name(f"rescued-{now.astimezone(UTC):{STAMP}}-{uuid4().hex[:4]}-{_name(damaged)}")
        offered = len(found.rows)
        _write(path, found, schema, singles)
    except sqlite3.Error as error:
        raise StoreError(
            f"Nothing was rescued: the new diary beside {damaged} could not be written."
        ) from error
    except OSError as error:
        raise StoreError(
            f"Nothing was rescued: {error.strerror or 'the disk refused it'}.", Reason.DISK
        ) from error
    refused = offered - len(found.rows)
    return Rescued(path, found.counts(), added, backup, missing, refused, unreadable, bool(singles.settings))


def _name(damaged: Path) -> str:
    match = ASIDE.fullmatch(damaged.name)
    return match.group(1) if match else damaged.name


def _bytes_of(path: Path, *, may_lack: bool = False) -> tuple[bytes, int]:
    """Return a file's bytes, zeros where the disk does not give them, and how many pages those are."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        if may_lack:
            return b"", 0
        raise StoreError(f"There is no file {path}.", Reason.MISSING) from None
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
            raise StoreError(f"{path} is not a diary of twitchlog.", Reason.NOT_A_DIARY)
        return _read(handle, found.st_size)
    finally:
        os.close(handle)


def _read(handle: int, size: int) -> tuple[bytes, int]:
    parts: list[bytes] = []
    lacking = 0
    for first in range(0, size, PIECE):
        piece = _piece(handle, first, min(PIECE, size - first))
        if piece is not None:
            parts.append(piece)
            continue
        for at in range(first, min(first + PIECE, size), PAGE):
            page = _piece(handle, at, min(PAGE, size - at))
            lacking += page is None
            parts.append(bytes(min(PAGE, size - at)) if page is None else page)
    return b"".join(parts), lacking


def _piece(handle: int, at: int, size: int) -> bytes | None:
    try:
        os.lseek(handle, at, os.SEEK_SET)
        piece = os.read(handle, size)
    except OSError:
        return None
    return piece if len(piece) == size else None


def _best(pages: Pages, journal: Pages) -> tuple[int, Found]:
    """Return the released schema that most rows fit, the newest of equals, and those rows."""
    tried = [(number, found_in(pages, number, journal)) for number in range(newest_schema(), 0, -1)]
    return max(tried, key=lambda each: len(each[1].rows))


def _singles(pages: Pages) -> _Singles:
    rows = [
        values
        for page in range(pages.count)
        for _, values in pages.listed(page)
        if values and values[0] is None
    ]
    metas = {values for values in rows if _is_meta(values)}
    drafts = {str(values[1]) for values in rows if len(values) == 2 and isinstance(values[1], str)}
    _, diary_id, epoch, _, settings = map(str, metas.pop()) if len(metas) == 1 else ("",) * 5
    return _Singles(diary_id, epoch, _sensible(settings), drafts.pop() if len(drafts) == 1 else "")


def _is_meta(values: Values) -> bool:
    if len(values) != 5 or not isinstance(values[3], int):
        return False
    return all(isinstance(text, str) and HEX.fullmatch(text) for text in values[1:3])


def _sensible(settings: str) -> str:
    """Return settings that are letter for letter as twitchlog writes them, else nothing."""
    try:
        return settings if text_of_settings(settings_from(settings)) == settings else ""
    except (ValueError, KeyError, TypeError):
        return ""


def _joined(
    found: Found, schema: int, damaged: Path, singles: _Singles
) -> tuple[Path | None, dict[str, int]]:
    """Take from the newest backup of the same diary what is only there; return it and what it gave by table.

    One from before a restore would bring back what the restore took away.
    """
    for named in named_backups(damaged.with_name(_name(damaged))):
        if named.reason == FORCED_BY_RESTORE or not looked_at(named).sound:
            continue
        pages = Pages(_bytes_of(named.path)[0])
        theirs = _singles(pages)
        if singles.diary_id and (theirs.diary_id, theirs.epoch) != (singles.diary_id, singles.epoch):
            continue
        held = found_in(pages, schema, Pages(b""))
        new = {place: row for place, row in held.rows.items() if place not in found.rows}
        added = Counter(layout.table for layout, _ in new.values())
        found.rows |= new
        return named.path, dict(added)
    return None, {}


def _missing(pages: Pages, found: Found) -> tuple[str, ...]:
    """Return the times that the file's indexes name more often than recovered records have them."""
    named = Counter(
        entry[0]
        for page in range(pages.count)
        for entry in pages.index_entries(page)
        if len(entry) == 2 and isinstance(entry[0], str) and WHEN.fullmatch(entry[0])
    )
    return tuple(sorted((Counter(map(str, named.elements())) - found.times()).elements()))


def _write(path: Path, found: Found, schema: int, singles: _Singles) -> None:
    """Write the rows, with their numbers and digests, into a new diary that is whole or not there."""
    ready = path.with_name(f".{path.name}.partial")
    os.close(os.open(ready, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with closing(connect(ready, wait_s=0)) as conn:
            for setting in NEW_FILE:
                conn.execute(setting)
            migrate(conn, schema)
            with transaction(conn):
                _fill(conn, found, singles)
            migrate(conn)
            if problems(conn):
                raise StoreError(
                    "Nothing was rescued: the disk did not keep what was written to it.", Reason.DISK
                )
        move_into_place(ready, path)
    finally:
        for leftover in (ready, ready.with_name(f"{ready.name}-journal")):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)


def _fill(conn: sqlite3.Connection, found: Found, singles: _Singles) -> None:
    """Write the rows; what the tables themselves refuse, as a prepared file may hold, is taken out of ``found``."""
    conn.execute("UPDATE meta SET writes = ?, settings = ?", (found.last_write, singles.settings or "{}"))
    if singles.diary_id:
        conn.execute("UPDATE meta SET diary_id = ?", (singles.diary_id,))
    if singles.draft:
        conn.execute("INSERT INTO draft (one, text) VALUES (1, ?)", (singles.draft,))
    for place, (layout, values) in list(found.rows.items()):
        try:
            conn.execute(layout.insert, values)
        except sqlite3.IntegrityError:
            del found.rows[place]
