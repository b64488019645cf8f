"""How a diary is opened: what is looked at first, what may be created, and when it can only be read."""

import os
import sqlite3
import stat
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from twitchlog.store.connection import APPLICATION_ID, connect, pragma
from twitchlog.store.copies import named_backups, verified_copy
from twitchlog.store.errors import (
    HELD,
    NEWER,
    PROTECTED,
    Reason,
    StoreError,
    damaged,
    explained,
    primary_code,
)
from twitchlog.store.migrations import has_views, is_as_released, migrate, newest_schema
from twitchlog.store.places import backups_folder
from twitchlog.store.private_files import make_private_folder, narrow, sync_file, sync_folder

NEW_FILE = ("PRAGMA page_size = 4096", "PRAGMA auto_vacuum = NONE", "PRAGMA encoding = 'UTF-8'")
PATIENCE_S = 2.0
"""Opening waits at least so long for a writer: a window that waits 0.05 s for each save must not fail to start."""
PASSING = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR}


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection; why it can only read, or empty; which file it is, ``None`` in memory."""

    conn: sqlite3.Connection
    read_only: str
    identity: tuple[int, int] | None


def identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from another in its place; ``None`` if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def opened(path: Path, *, create: bool, wait_s: float, reading: bool) -> Opened:
    """Return the diary at a path, made if it may be.

    Raises:
        StoreError: it is missing, damaged, no diary, or in use.
    """
    if not os.path.lexists(path):
        _check_missing(path, create=create and not reading)
        try:
            _create(path)
        except sqlite3.Error as error:
            raise explained(error, path, saving=False) from error
        except OSError as error:
            raise StoreError(
                f"The diary {path} could not be made: {error.strerror or 'the disk refused it'}. "
                "Choose another place with --diary.",
                Reason.DISK,
            ) from error
    return opened_anew(path, wait_s=wait_s, reading=reading)


def opened_anew(path: Path, *, wait_s: float, reading: bool) -> Opened:
    """Return the diary that is at a path; one failed look is not believed.

    Raises:
        StoreError: it is missing, damaged, no diary, or in use.
    """
    for attempt in (1, 2):
        _check_file(path)
        narrow(path)
        try:
            return _opened(path, wait_s=wait_s, reading=reading)
        except sqlite3.Error as error:
            if attempt == 2 or primary_code(error) not in PASSING:
                if primary_code(error) == sqlite3.SQLITE_NOTADB:
                    raise _no_diary(path) from error
                raise explained(error, path, saving=False) from error
    raise AssertionError


def _check_missing(path: Path, *, create: bool) -> None:
    if backups_folder(path).is_dir() and named_backups(path):
        raise StoreError(
            f"The diary {path} is missing, but there are backups of it. Put the file back, or restore the newest "
            f"backup: twitchlog restore {named_backups(path)[0].path}",
            Reason.MISSING,
        )
    if not create:
        raise StoreError(
            f"There is no diary at {path} yet. Open twitchlog or add an entry to begin one.", Reason.MISSING
        )


def _check_file(path: Path) -> None:
    try:
        found = path.stat()
    except OSError:
        raise StoreError(f"There is no diary at {path}.", Reason.MISSING) from None
    if not stat.S_ISREG(found.st_mode):
        raise _no_diary(path)
    if found.st_size == 0:
        raise StoreError(
            f"The diary file {path} was emptied by something else. Go back to the newest backup "
            "(twitchlog restore PATH); if there never was a diary, delete this file.",
            Reason.DAMAGED,
        )


def _no_diary(path: Path) -> StoreError:
    return StoreError(
        f"{path} is not a diary of twitchlog, or its beginning is damaged. It was left as it is: choose another "
        "file, or go back to a backup (twitchlog restore PATH).",
        Reason.NOT_A_DIARY,
    )


def _create(path: Path) -> None:
    """Make a new diary whole beside its place, then give it its name: a kill leaves none or a good one.

    If another process was faster, its diary stays.
    """
    make_private_folder(path.parent)
    ready = path.with_name(f".{path.name}.{uuid4().hex}.new")
    os.close(os.open(ready, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with closing(connect(ready, wait_s=0)) as conn:
            for setting in NEW_FILE:
                conn.execute(setting)
            migrate(conn)
        sync_file(ready)
        _name_unless_taken(ready, path)
        sync_folder(path.parent)
    finally:
        ready.unlink(missing_ok=True)


def _name_unless_taken(ready: Path, path: Path) -> None:
    try:
        os.link(ready, path)
    except OSError:  # it is taken, or the file system has no links, such as FAT
        if not path.exists():
            ready.rename(path)


def _opened(path: Path, *, wait_s: float, reading: bool) -> Opened:
    which = identity(path)
    try:
        conn = connect(path, wait_s=max(wait_s, PATIENCE_S), reading=reading)
    except sqlite3.OperationalError as error:
        if primary_code(error) != sqlite3.SQLITE_BUSY or not _in_wal(path):
            raise
        raise StoreError(HELD, Reason.BUSY) from error
    try:
        why = "" if reading else _why_read_only(conn)
        _check_is_diary(conn, path)
        schema = pragma(conn, "user_version")
        _check_is_built_as_ours(conn, path, schema)
        if schema > newest_schema():
            conn.execute("PRAGMA query_only = ON")
            return Opened(conn, NEWER, which)
        if schema < newest_schema():
            conn.close()
            _bring_up_to_date(path, wait_s)
            return _opened(path, wait_s=wait_s, reading=reading)
    except BaseException:
        conn.close()
        raise
    if why:
        conn.execute("PRAGMA query_only = ON")
    conn.execute(f"PRAGMA busy_timeout = {round(wait_s * 1000)}")
    return Opened(conn, why, which)


def _in_wal(path: Path) -> bool:
    return path.with_name(f"{path.name}-wal").exists()


def _check_is_diary(conn: sqlite3.Connection, path: Path) -> None:
    if pragma(conn, "application_id") != APPLICATION_ID:
        raise _no_diary(path)


def _check_is_built_as_ours(conn: sqlite3.Connection, path: Path, schema: int) -> None:
    """Refuse a file whose tables are more or other than twitchlog made, before anything in it is looked at."""
    if has_views(conn) if schema > newest_schema() else not is_as_released(conn):
        raise damaged(path)


def _why_read_only(conn: sqlite3.Connection) -> str:
    """Return why a diary cannot be written, or empty; taking the lock alone succeeds on a protected file."""
    version = pragma(conn, "user_version")
    try:
        conn.execute("BEGIN IMMEDIATE")
        conn.execute(f"PRAGMA user_version = {version}")
    except sqlite3.OperationalError as error:
        if primary_code(error) in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}:
            return PROTECTED
        raise
    finally:
        if conn.in_transaction:
            conn.execute("ROLLBACK")
    return ""


def _bring_up_to_date(path: Path, wait_s: float) -> None:
    """Migrate a diary of an older format, after a verified backup of it."""
    with closing(connect(path, wait_s=wait_s)) as conn:
        # The only stamp the store takes from a clock of its own: SQLite's.
        now = datetime.fromisoformat(
            conn.execute("SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now')").fetchone()[0]
        )
        verified_copy(path, f"before-schema-{newest_schema()}", now)
        migrate(conn)
