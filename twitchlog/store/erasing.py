"""Deleting the whole diary: every record, and the backups too if that is wanted."""

from datetime import datetime
from pathlib import Path

from twitchlog.store.backups import backup
from twitchlog.store.copies import Backup, named_backups
from twitchlog.store.errors import Reason, StoreError
from twitchlog.store.second_folder import copies_in_second
from twitchlog.store.store import Store

BEFORE_ERASE = "before-erase"


def erase(store: Store, now: datetime) -> Backup:
    """Delete the whole diary, after a last backup of it, and return that; it stays 30 days.

    Raises:
        StoreError: nothing was deleted.
    """
    made = backup(store, BEFORE_ERASE, now)
    store.erase()
    return made


def erase_for_good(store: Store, second: Path | None = None) -> int:
    """Delete the whole diary and its backups, those in the second folder too; return how many backups that were.

    Nothing of it can be brought back by this program then; what the disk itself keeps is beyond its reach.

    Raises:
        StoreError: the diary is empty, or as it was; the sentence tells which, and which backup is left.
    """
    found = [each.path for each in named_backups(store.path)]
    if second is not None:
        found += copies_in_second(store.path, second)
    store.erase()
    for number, path in enumerate(found):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(
                f"The diary is empty now, but {len(found) - number} of its backups are still there: "
                f"{error.strerror or 'the disk refused it'}. Delete them yourself: {path.parent}",
                Reason.DISK,
            ) from error
    return len(found)
