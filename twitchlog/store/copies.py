"""Verified copies of a diary: made while it is in use, reopened, checked and counted before they get their name."""

import os
import re
import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from twitchlog.store.connection import connect, connect_copy, transaction
from twitchlog.store.errors import StoreError, explained
from twitchlog.store.migrations import is_as_released
from twitchlog.store.places import backups_folder
from twitchlog.store.private_files import make_private_folder, move_into_place, narrow
from twitchlog.store.soundness import Facts, facts, problems

NAME = re.compile(r"([0-9]{6,})-([0-9]{8}T[0-9]{6}Z)-([a-z0-9-]{1,40})\.db", re.ASCII)
STAMP = "%Y%m%dT%H%M%SZ"
PATIENCE_S = 10.0


@dataclass(frozen=True, slots=True)
class Named:
    """A backup as its name tells: the order it was made in, when, and why. Nobody has looked inside."""

    path: Path
    number: int
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that was just opened and checked; ``episodes`` is 0 when it cannot be read."""

    path: Path
    number: int
    at: datetime
    reason: str
    sound: bool
    episodes: int


def named_backups(diary: Path) -> list[Named]:
    """Return a diary's backups as their names tell, the newest first."""
    return backups_in(backups_folder(diary))


def backups_in(folder: Path) -> list[Named]:
    """Return the backups in a folder as their names tell, the newest first; none if there is no folder."""
    if not folder.is_dir():
        return []
    found = [_named(path) for path in folder.iterdir()]
    return sorted((each for each in found if each), key=lambda each: (each.number, each.at), reverse=True)


def _named(path: Path) -> Named | None:
    match = NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        at = datetime.strptime(match.group(2), STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Named(path, int(match.group(1)), at, match.group(3))


def verified_copy(diary: Path, reason: str, at: datetime) -> tuple[Backup, Facts]:
    """Make a backup of a diary that may be in use, and return it with what it holds.

    Nothing with a backup's name is there before it was read back and found equal.

    Raises:
        StoreError: there is no new backup, and nothing else was changed.
    """
    folder = backups_folder(diary)
    stamp = at.astimezone(UTC)
    number = max((each.number for each in named_backups(diary)), default=0) + 1
    target = folder / f"{number:06}-{stamp:{STAMP}}-{reason}.db"
    if NAME.fullmatch(target.name) is None:
        raise ValueError(f"a reason is lower-case letters, digits and hyphens, not {reason}")
    partial = folder / f".{number:06}-{os.getpid()}.partial"
    try:
        make_private_folder(folder)
        narrow(folder)
        held = copy_to(diary, partial)
        _verify(partial, held)
        move_into_place(partial, target)
    except sqlite3.Error as error:
        raise _no_backup(str(explained(error, diary, saving=False))) from error
    except OSError as error:
        raise _no_backup(error.strerror or "the disk refused it") from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
    return Backup(
        target, number, stamp.replace(microsecond=0), reason, sound=True, episodes=held.counts["episodes"]
    ), held


def _no_backup(why: str) -> StoreError:
    return StoreError(
        f"No backup was made: {why.rstrip('.')}. Free some space or look at the disk, then try again."
    )


def copy_to(diary: Path, target: Path) -> Facts:
    """Copy a diary in one moment of its life to a new file for its owner only; return what it held then.

    Raises:
        OSError, sqlite3.Error: what is at ``target`` is of no use.
    """
    target.unlink(missing_ok=True)
    os.close(os.open(target, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    source = connect(diary, wait_s=PATIENCE_S, reading=True)
    try:
        copy = connect(target, wait_s=0)
        try:
            with transaction(source, "DEFERRED"):
                held = facts(source)
                source.backup(copy, pages=-1, progress=giving_up())
        finally:
            copy.close()
    finally:
        source.close()
    return held


def giving_up(patience_s: float = PATIENCE_S) -> Callable[[int, int, int], None]:
    """Return a progress callback for ``backup``, which would wait for a locked file without end."""
    end = time.monotonic() + patience_s

    def progress(status: int, _remaining: int, _total: int) -> None:
        if time.monotonic() > end and status != sqlite3.SQLITE_DONE:
            error = sqlite3.OperationalError("database is locked")
            error.sqlite_errorcode = sqlite3.SQLITE_BUSY
            raise error

    return progress


def _verify(copy: Path, held: Facts) -> None:
    conn = connect_copy(copy)
    try:
        if facts(conn) != held or problems(conn):
            raise StoreError(
                "No backup was made: the copy is not what was copied. "
                "The diary or the disk may be damaged: run twitchlog check."
            )
    finally:
        conn.close()


def looked_at(named: Named) -> Backup:
    """Return a backup with what opening and checking it tells."""
    sound, episodes = False, 0
    try:
        conn = connect_copy(named.path)
        try:
            if is_as_released(conn):
                sound = not problems(conn)
                episodes = facts(conn).counts["episodes"]
        finally:
            conn.close()
    except sqlite3.Error:
        sound = False
    return Backup(named.path, named.number, named.at, named.reason, sound, episodes)
