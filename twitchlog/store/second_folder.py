"""A second place for backups, on another disk if the person has one; what happens there never harms the first."""

import hashlib
import os
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from twitchlog.domain.words import count
from twitchlog.store.backups import kept
from twitchlog.store.connection import connect, connect_copy
from twitchlog.store.copies import PATIENCE_S, Backup, Named, backups_in, named_backups
from twitchlog.store.errors import Reason, StoreError, explained
from twitchlog.store.places import backups_folder
from twitchlog.store.private_files import make_private_folder, move_into_place, sync_file

PIECE = 1024 * 1024
DIARY_ID = "SELECT diary_id FROM meta"


def copied_to_second(diary: Path, made: Backup, second: Path, now: datetime) -> Path:
    """Copy a backup to the second folder, read it back, and thin what is there; return the copy.

    Each diary has a folder of its own there, so that two of one name do not meet.

    Raises:
        StoreError: there is no copy; the backup itself is as it was.
    """
    partial = second
    try:
        if not second.is_dir():  # never made: a disk that is not there must not become a folder on this one
            raise StoreError(f"The second folder for backups is not there: {second}", Reason.MISSING)
        folder = second / _own_folder(diary, made.path)
        make_private_folder(folder)
        partial = folder / f".{uuid4().hex}.partial"
        handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as copy, made.path.open("rb") as source:
            shutil.copyfileobj(source, copy, PIECE)
        sync_file(partial)
        if _digest(partial) != _digest(made.path):
            raise StoreError(f"The disk of {second} did not keep the copy of the backup.", Reason.DISK)
        move_into_place(partial, folder / made.path.name)
        _thin(folder, now)
    except OSError as error:
        raise StoreError(
            f"The backup was not copied to {second}: {error.strerror or 'the disk refused it'}.", Reason.DISK
        ) from error
    finally:
        if partial != second:
            with suppress(OSError):
                partial.unlink(missing_ok=True)
    return folder / made.path.name


def copies_in_second(diary: Path, second: Path) -> list[Path]:
    """Return the copies of a diary's backups in the second folder; none where there is no backup to know them by.

    Raises:
        StoreError: it cannot be told which they are.
    """
    named = named_backups(diary)
    if not named:
        return []
    try:
        return [each.path for each in backups_in(second / _own_folder(diary, named[0].path))]
    except sqlite3.Error as error:
        raise explained(error, diary, saving=False) from error


def _own_folder(diary: Path, backup: Path) -> str:
    """Return the name of a diary's folder there, by the id in a backup, or in the diary if that cannot be read."""
    try:
        with closing(connect_copy(backup)) as conn:
            (diary_id,) = conn.execute(DIARY_ID).fetchone()
    except sqlite3.Error:
        with closing(connect(diary, wait_s=PATIENCE_S, reading=True)) as conn:
            (diary_id,) = conn.execute(DIARY_ID).fetchone()
    return f"{backups_folder(diary).name}-{diary_id[:8]}"


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "blake2b").digest()


def _thin(folder: Path, now: datetime) -> None:
    named = backups_in(folder)
    keep = kept(named, now)
    for each in named:
        if each not in keep:
            each.path.unlink(missing_ok=True)


def last_backup_words(diary: Path, now: datetime, second: Path | None = None) -> str:
    """Return when the last backup was made and where it is: "Last backup 3 h ago, verified; only on this disk.".

    Only what was read back has a backup's name, hence "verified".
    """
    named = named_backups(diary)
    if not named:
        return "No backup yet."
    return f"Last backup {_ago(now, named[0].at)}, verified; {_where(diary, named[0], second)}."


def _where(diary: Path, newest: Named, second: Path | None) -> str:
    if second is None:
        return "only on this disk"
    try:
        copy = second / _own_folder(diary, newest.path) / newest.path.name
        there = copy.is_file()
        same_disk = there and copy.stat().st_dev == newest.path.stat().st_dev
    except (OSError, sqlite3.Error):
        there, same_disk = False, False
    if not there:
        return f"only on this disk, because it is not in {second}"
    return f"also in {second}, on the same disk" if same_disk else f"also in {second}"


def _ago(now: datetime, then: datetime) -> str:
    minutes = int((now - then).total_seconds() // 60)
    if minutes < 0:
        return f"of {then.astimezone(now.tzinfo):%Y-%m-%d %H:%M}, which is ahead of this clock"
    if minutes < 60:
        return f"{minutes} min ago"
    return f"{minutes // 60} h ago" if minutes < 48 * 60 else f"{count(minutes // 1440, 'day')} ago"
