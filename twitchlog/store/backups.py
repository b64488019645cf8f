"""Backups: made verified, and thinned with care."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path

from twitchlog.store.connection import connect_copy
from twitchlog.store.copies import Backup, Named, looked_at, named_backups, verified_copy
from twitchlog.store.errors import StoreError
from twitchlog.store.soundness import facts
from twitchlog.store.store import Store

__all__ = [
    "Backup",
    "Named",
    "backup",
    "backup_before_many",
    "backups",
    "due",
    "kept",
    "named_backups",
    "thin",
]

EVERY = timedelta(minutes=30)
ALL_OF = timedelta(days=2)
DAILY, WEEKLY, MONTHLY = 12, 10, 9
FORCED = "before-"
FORCED_FOR = timedelta(days=30)
BEFORE_RESTORE = "before-restore"
MANY = 20
"""A change of more records than this is made only after a backup."""
ALWAYS = 3
WITHOUT_CLOCK = 200


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


def backup_before_many(store: Store, records: int, now: datetime) -> None:
    """Make a backup before a change of many records; one of a few needs none.

    Raises:
        StoreError: there is no backup, so the change must not be made.
    """
    if records > MANY and store.on_disk:
        backup(store, f"{FORCED}many", now)


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
    """Take away the backups that are no longer needed, and return them; what the disk does not give up stays."""
    named = named_backups(path)
    keep = kept(named, now)
    gone = [each.path for each in named if each not in keep]
    for each in gone:
        with suppress(OSError):  # it is taken away another time; the new backup is what counts
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
