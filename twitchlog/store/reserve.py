"""A file that is given up when the disk is full, so that the entry being saved, and what follows it, has room."""

import os
from contextlib import suppress
from pathlib import Path

from twitchlog.store.private_files import sync_file

SIZE = 1024 * 1024
ENOUGH_FREE = 10_000_000
"""Bytes free on the disk from which on a reserve is set aside."""


def reserve_file(diary: Path) -> Path:
    """Return the path of a diary's reserve."""
    return diary.with_name(f"{diary.name}.reserve")


def set_aside(diary: Path) -> bool:
    """Make the reserve if it is not there and the disk has room; return whether it is there.

    Its bytes are random: a disk that packs or shares equal ones would have nothing to give back.
    """
    reserve = reserve_file(diary)
    if os.path.lexists(reserve):
        return True
    import shutil

    try:
        if shutil.disk_usage(diary.parent).free < ENOUGH_FREE:
            return False
        handle = os.open(reserve, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(os.urandom(SIZE))
        sync_file(reserve)
    except OSError:  # without it saving works all the same, until the disk is full
        with suppress(OSError):
            reserve.unlink(missing_ok=True)
        return False
    return True


def given_up(diary: Path) -> bool:
    """Remove the reserve; return whether there was one."""
    try:
        reserve_file(diary).unlink()
    except OSError:
        return False
    return True
