"""Deleting the whole diary: every record, and the backups too if that is wanted."""

import glob
from datetime import datetime
from pathlib import Path

from twitchlog.store.copies import Backup, named_backups, verified_copy
from twitchlog.store.errors import Reason, StoreError
from twitchlog.store.second_folder import copies_in_second
from twitchlog.store.store import Store

BEFORE_ERASE = "before-erase"
TIMES = 5


def erase(store: Store, now: datetime) -> Backup:
    """Delete the whole diary, after a last backup of it, and return that; it stays 30 days.

    Raises:
        StoreError: nothing was deleted.
    """
    for _ in range(TIMES):
        made, held = verified_copy(store.path, BEFORE_ERASE, now)
        try:
            store.erase(held.writes)
        except StoreError as error:
            if error.reason is not Reason.CHANGED:
                raise
        else:
            return made
    raise StoreError(
        "Another twitchlog keeps writing to the diary. Close it, then delete again.", Reason.BUSY
    )


def erase_for_good(store: Store, second: Path | None = None) -> int:
    """Delete the whole diary and every copy of it that this program made; return how many files that were.

    Copies are its backups, those in the second folder too, and what was kept aside of a damaged file or read out of
    one. Nothing of it can be brought back by this program then; what the disk itself keeps is beyond its reach.

    Raises:
        StoreError: the diary is empty, or as it was; the sentence tells which, and which copies are left.
    """
    if second is not None and not second.is_dir():
        raise StoreError(
            f"Nothing was deleted: the second folder {second} is not there, and copies in it would stay. Connect its "
            "disk, or choose “No second folder” first.",
            Reason.MISSING,
        )
    found = [each.path for each in named_backups(store.path)]
    for kept in ("damaged", "rescued"):
        found += sorted(store.path.parent.glob(f"{kept}-*-{glob.escape(store.path.name)}*"))
    if second is not None:
        found += copies_in_second(store.path, second)
    store.erase()
    for number, path in enumerate(found):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(
                f"The diary is empty now, but {len(found) - number} copies of it are still there: "
                f"{error.strerror or 'the disk refused it'}. Delete them yourself: {path.parent}",
                Reason.DISK,
            ) from error
    return len(found)
