"""Backups: made verified, thinned with care, and brought back so that what was there is kept."""

import shutil
import sqlite3
import stat
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from twitchlog.store.connection import APPLICATION_ID, connect, connect_copy, pragma, transaction
from twitchlog.store.copies import (
    PATIENCE_S,
    STAMP,
    Backup,
    Named,
    giving_up,
    looked_at,
    named_backups,
    verified_copy,
)
from twitchlog.store.errors import NEWER, Reason, StoreError, damaged, explained, primary_code
from twitchlog.store.migrations import migrate, newest_schema, released_schema, schema_of
from twitchlog.store.places import backups_folder
from twitchlog.store.private_files import make_private_folder, move_into_place, narrow
from twitchlog.store.soundness import Facts, facts, problems
from twitchlog.store.store import Store

__all__ = [
    "Backup",
    "Named",
    "Restored",
    "backup",
    "backups",
    "due",
    "kept",
    "named_backups",
    "restore",
    "thin",
]

EVERY = timedelta(minutes=30)
ALL_OF = timedelta(days=2)
DAILY, WEEKLY, MONTHLY = 12, 10, 9
FORCED = "before-"
FORCED_FOR = timedelta(days=30)
BEFORE_RESTORE = "before-restore"
ALWAYS = 3
WITHOUT_CLOCK = 200
LARGEST = 500_000_000
UNREADABLE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}


def backup(store: Store, reason: str, now: datetime) -> Backup:
    """Make a verified backup of a diary, then take away those that are no longer needed.

    ``reason`` is lower-case letters, digits and hyphens; what must stay 30 days begins with ``before-``.

    Raises:
        StoreError: there is no new backup, and no old one was taken away.
    """
    if not store.on_disk:
        raise StoreError("This diary is not kept in a file, so there is nothing to back up.")
    made, _ = verified_copy(store.path, reason, now)
    thin(store.path, now)
    return made


def backups(path: Path) -> list[Backup]:
    """Return a diary's backups, the newest first, each opened and checked now: 0.5 s for 100,000 episodes."""
    return [looked_at(named) for named in named_backups(path)]


def due(store: Store, now: datetime, *, closing_down: bool = False) -> bool:
    """Whether the diary changed since its last backup, and that is half an hour ago or the program closes."""
    if not store.on_disk:
        return False
    named = named_backups(store.path)
    if not named:
        return store.writes() > 0
    if not closing_down and timedelta(0) <= now - named[0].at < EVERY:
        return False
    try:
        with closing(connect_copy(named[0].path)) as conn:
            held = facts(conn)
    except sqlite3.Error:
        return True
    return (held.epoch, held.writes) != store.state()


def thin(path: Path, now: datetime) -> list[Path]:
    """Take away the backups that are no longer needed, and return them."""
    named = named_backups(path)
    keep = kept(named, now)
    gone = [each.path for each in named if each not in keep]
    for each in gone:
        each.unlink(missing_ok=True)
    return gone


def kept(named: Sequence[Named], now: datetime) -> set[Named]:
    """Return which backups stay.

    All of two days, then one for each of 12 days, 10 weeks and 9 months, as Anki keeps them; forced ones 30 days;
    always the last three; all of them for 30 days after a restore. If the clock was set back the stamps say
    nothing, and the newest 200 stay.
    """
    order = sorted(named, key=lambda each: (each.number, each.at), reverse=True)
    stamps = [each.at for each in order]
    if stamps != sorted(stamps, reverse=True) or (stamps and stamps[0] > now + timedelta(hours=1)):
        return set(order[:WITHOUT_CLOCK])
    if any(each.reason == BEFORE_RESTORE and now - each.at < FORCED_FOR for each in order):
        return set(order)
    keep = set(order[:ALWAYS])
    keep |= {each for each in order if each.reason.startswith(FORCED) and now - each.at < FORCED_FOR}
    keep |= {each for each in order if now - each.at < ALL_OF}
    return keep | _one_each([each for each in order if now - each.at >= ALL_OF])


def _one_each(older: Sequence[Named]) -> set[Named]:
    """Return the newest of each of the last days, then weeks, then months that have one."""
    keep: set[Named] = set()
    rest = list(older)
    for form, most in (("%Y-%m-%d", DAILY), ("%G-%V", WEEKLY), ("%Y-%m", MONTHLY)):
        seen: dict[str, Named] = {}
        while rest and (len(seen) < most or f"{rest[0].at:{form}}" in seen):
            each = rest.pop(0)
            seen.setdefault(f"{each.at:{form}}", each)
        keep |= set(seen.values())
    return keep


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: what the diary holds now, and where the one from before is.

    ``before`` is the backup of it, or ``None`` if it could not be read; then ``aside`` is the damaged file, or
    ``None`` if there was no file at all.
    """

    episodes: int
    newest: str
    before: Backup | None
    aside: Path | None


def restore(path: Path, backup_path: Path, now: datetime) -> Restored:
    """Bring a diary back to a backup; what is there now is backed up first, or kept aside if it is damaged.

    The backup is rehearsed on a private copy, which is checked and brought to the newest format; a window that has
    the diary open sees the change.

    Raises:
        StoreError: nothing was changed.
    """
    folder = backups_folder(path)
    private = folder / f".restore-{uuid4().hex}.partial"
    try:
        make_private_folder(folder)
        narrow(folder)
        _take_in(path, backup_path, private)
        with closing(connect(private, wait_s=0)) as conn:
            migrate(conn)
            held = facts(conn)
            newest = conn.execute("SELECT coalesce(max(onset_utc), '') FROM episodes").fetchone()[0]
        before, aside = _put_back(path, private, held, now)
    except sqlite3.Error as error:
        raise explained(error, path, saving=True) from error
    except OSError as error:
        raise StoreError(
            f"Nothing was restored: {error.strerror or 'the disk refused it'}.", Reason.DISK
        ) from error
    finally:
        for leftover in (private, private.with_name(f"{private.name}-journal")):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)
    return Restored(held.counts["episodes"], newest, before, aside)


def _take_in(path: Path, backup_path: Path, private: Path) -> None:
    """Copy a file that may come from anywhere, and let it in only if it is a sound diary of a known format.

    Its schema must be a released one, letter for letter, before anything else in it is looked at: so it has no
    view, trigger or generated column that could act.
    """
    try:
        found = backup_path.stat()
    except OSError:
        raise StoreError(f"There is no file {backup_path}.", Reason.MISSING) from None
    if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
        raise StoreError(f"{backup_path} is not a backup of a diary.", Reason.NOT_A_DIARY)
    if path.exists() and path.samefile(backup_path):
        raise StoreError(f"{backup_path} is the diary itself. Choose one of its backups.")
    journal = backup_path.with_name(f"{backup_path.name}-journal")
    if journal.exists() and journal.stat().st_size:
        raise StoreError(
            f"{backup_path} was not closed properly. Open it with twitchlog once, then restore it."
        )
    private.touch(mode=0o600, exist_ok=False)
    with backup_path.open("rb") as source, private.open("wb") as copy:
        shutil.copyfileobj(source, copy)
    try:
        with closing(connect_copy(private)) as conn:
            _let_in(conn, backup_path)
    except sqlite3.Error as error:
        raise StoreError(
            f"{backup_path} is not a backup of a diary, or it is damaged. Choose another one."
        ) from error


def _let_in(conn: sqlite3.Connection, backup_path: Path) -> None:
    schema = pragma(conn, "user_version")
    if pragma(conn, "application_id") != APPLICATION_ID or not schema:
        raise StoreError(f"{backup_path} is not a backup of a diary.", Reason.NOT_A_DIARY)
    if schema > newest_schema():
        raise StoreError(NEWER, Reason.NEWER)
    if schema_of(conn) != released_schema(schema):
        raise StoreError(
            f"{backup_path} was made by another program. Choose another one.", Reason.NOT_A_DIARY
        )
    if problems(conn):
        raise StoreError(f"{backup_path} is damaged. Choose another one.", Reason.DAMAGED)


def _put_back(path: Path, private: Path, held: Facts, now: datetime) -> tuple[Backup | None, Path | None]:
    if not path.exists():
        _seal_as_new(private, held.writes)
        move_into_place(private, path)
        return None, None
    if _unreadable(path) and _unreadable(path):  # one failed read may say so of a file that is well
        _seal_as_new(private, held.writes)
        return None, _put_aside(path, private, now)
    for _ in range(5):
        before, present = verified_copy(path, BEFORE_RESTORE, now)
        _seal_as_new(private, max(held.writes, present.writes))
        if _overwritten(path, private, present, held):
            return before, None
    raise StoreError(
        "Another twitchlog keeps writing to the diary. Close it, then restore again.", Reason.BUSY
    )


def _unreadable(path: Path) -> bool:
    """Whether what is there is no longer a sound diary.

    Raises:
        StoreError: it is sound but not this program's to overwrite.
        sqlite3.Error: it cannot be told, because it is locked or protected.
    """
    if path.stat().st_size == 0:
        return True
    try:
        with closing(connect(path, wait_s=PATIENCE_S, reading=True)) as conn:
            if pragma(conn, "application_id") != APPLICATION_ID:
                raise StoreError(
                    f"{path} is not a diary of twitchlog; it was left alone.", Reason.NOT_A_DIARY
                )
            if pragma(conn, "user_version") > newest_schema():
                raise StoreError(NEWER, Reason.NEWER)
            return bool(problems(conn))
    except sqlite3.Error as error:
        if primary_code(error) in UNREADABLE:
            return True
        raise


def _seal_as_new(private: Path, writes: int) -> None:
    with closing(connect(private, wait_s=0)) as conn, transaction(conn):
        conn.execute("UPDATE meta SET epoch = lower(hex(randomblob(16))), writes = ?", (writes + 1,))


def _overwritten(path: Path, private: Path, present: Facts, held: Facts) -> bool:
    """Overwrite the live diary, unless it was written to since ``present``; return whether it was done."""
    with closing(connect(path, wait_s=PATIENCE_S)) as live, closing(connect_copy(private)) as copy:
        if facts(live) != present:
            return False
        copy.backup(live, pages=-1, progress=giving_up())
        if facts(live).counts != held.counts or problems(live):
            raise damaged(path)
    return True


def _put_aside(path: Path, private: Path, now: datetime) -> Path:
    """Rename a diary that cannot be read, and its journal, and put the copy in its place."""
    stamp = f"{now.astimezone(UTC):{STAMP}}"
    aside = path.with_name(f"damaged-{stamp}-{uuid4().hex[:4]}-{path.name}")
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists():
        journal.rename(aside.with_name(f"{aside.name}-journal"))
    path.rename(aside)
    move_into_place(private, path)
    return aside
