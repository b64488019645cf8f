"""What the store says when it cannot do what it was asked: one plain sentence that says what to do."""

import re
import sqlite3
from enum import StrEnum
from pathlib import Path

from twitchlog.domain.fields import FIELDS

FIELD = re.compile(r"(?:constraint failed: |column )(?:\w+\.)?(\w+)")
NAMES = {field.name for fields in FIELDS.values() for field in fields}


class Reason(StrEnum):
    """Why, for those who must act on it; a person reads the sentence."""

    BUSY = "busy"
    FULL = "full"
    DISK = "disk"
    READ_ONLY = "read_only"
    MOVED = "moved"
    MISSING = "missing"
    DAMAGED = "damaged"
    NOT_A_DIARY = "not_a_diary"
    NEWER = "newer"
    REFUSED = "refused"
    CHANGED = "changed"
    OTHER = "other"


class StoreError(Exception):
    """The store could not do it, and nothing was changed.

    Its text is for the person. ``reason`` lets a caller try again (``BUSY``) or offer a way out (``MOVED``);
    ``field`` is the contract name of a field that was refused, else empty.
    """

    def __init__(self, sentence: str, reason: Reason = Reason.OTHER, field: str = "") -> None:
        super().__init__(sentence)
        self.reason = reason
        self.field = field

    @property
    def busy(self) -> bool:
        """Whether another program is writing, so that the same job may work in a moment."""
        return self.reason is Reason.BUSY


CHANGED = "This entry was changed elsewhere; this is how it is now."
NEWER = "A newer twitchlog has changed this diary. Please update this one; until then it can only be read."
PROTECTED = "This diary can only be read: its file or folder is write-protected."
HELD = "Another program keeps this diary open in a way that does not go together with saving. Close it, then start twitchlog again."
MOVED = "The diary file was moved or replaced. Not saved."

SAVING: dict[int, tuple[Reason, str]] = {
    sqlite3.SQLITE_FULL: (
        Reason.FULL,
        "Not saved: the disk is full. Free some space and press Save again; what you typed is still here.",
    ),
    sqlite3.SQLITE_IOERR: (
        Reason.DISK,
        "Not saved: the disk reported an error, twice. Please make a backup on another disk.",
    ),
    sqlite3.SQLITE_BUSY: (
        Reason.BUSY,
        "Not saved yet: another twitchlog is writing. Press Save again in a moment.",
    ),
    sqlite3.SQLITE_READONLY: (Reason.READ_ONLY, PROTECTED),
    sqlite3.SQLITE_TOOBIG: (Reason.REFUSED, "Not saved: the text is too long."),
}
SAVING[sqlite3.SQLITE_CANTOPEN] = SAVING[sqlite3.SQLITE_IOERR]
SAVING[sqlite3.SQLITE_LOCKED] = SAVING[sqlite3.SQLITE_PROTOCOL] = SAVING[sqlite3.SQLITE_BUSY]
READING: dict[int, tuple[Reason, str]] = {
    **SAVING,
    sqlite3.SQLITE_IOERR: (
        Reason.DISK,
        "The diary could not be read: the disk reported an error. Please copy the diary to another disk.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        Reason.DISK,
        "The diary could not be opened. Look whether its folder and the disk are there and may be read.",
    ),
    sqlite3.SQLITE_BUSY: (
        Reason.BUSY,
        "Another twitchlog is writing to the diary. Try again in a moment.",
    ),
}
del READING[sqlite3.SQLITE_TOOBIG]  # a text longer than any that twitchlog writes
READING[sqlite3.SQLITE_LOCKED] = READING[sqlite3.SQLITE_PROTOCOL] = READING[sqlite3.SQLITE_BUSY]


def code_of(error: BaseException) -> int:
    """Return SQLite's extended error code, 0 where there is none."""
    return int(getattr(error, "sqlite_errorcode", 0) or 0)


def primary_code(error: BaseException) -> int:
    """Return SQLite's primary error code: STRICT errors have no name of their own in Python 3.11."""
    return code_of(error) & 0xFF


def explained(error: Exception, path: Path, *, saving: bool) -> StoreError:
    """Return the sentence for an error of SQLite, or of a row that could not be read."""
    primary = primary_code(error)
    if code_of(error) == sqlite3.SQLITE_READONLY_DBMOVED:
        return StoreError(MOVED, Reason.MOVED)
    if isinstance(error, UnicodeEncodeError):
        return StoreError(
            "Not saved: the text holds a broken letter. Take it out and save again.", Reason.REFUSED
        )
    if primary == sqlite3.SQLITE_CONSTRAINT:
        field = refused_field(str(error))
        return StoreError(f"Not saved: {field.replace('_', ' ')} cannot be like this.", Reason.REFUSED, field)
    known = (SAVING if saving else READING).get(primary)
    return StoreError(known[1], known[0]) if known else damaged(path)


def refused_field(message: str) -> str:
    """Return the contract's field that SQLite's refusal names; constraints bear the names of fields."""
    match = FIELD.search(message)
    name = match.group(1) if match else "a value"
    stem = name if name in NAMES else name.rpartition("_")[0] or name
    return {"recorded": "recorded_at"}.get(stem, stem)


def damaged(path: Path) -> StoreError:
    """Return what is said of a file that is no longer as twitchlog wrote it."""
    return StoreError(
        f"The diary file {path} is damaged, or another program changed it. It was left as it is; go back to the newest "
        "good backup (File > Backups, or: twitchlog restore PATH), or see what can still be read "
        "(twitchlog check --rescue FILE).",
        Reason.DAMAGED,
    )
