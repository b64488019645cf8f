"""Files and folders that only their owner may read, written whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path


def make_private_folder(folder: Path) -> None:
    """Make a folder, and those above it, that only its owner may enter; one that is there stays as it is."""
    if not folder.is_dir():
        make_private_folder(folder.parent)
        with suppress(FileExistsError):
            folder.mkdir(mode=0o700)


def narrow(path: Path) -> None:
    """Take from others what they may do with a file or folder; what is not ours to narrow stays as it is."""
    with suppress(OSError):
        mode = path.stat().st_mode
        if mode & 0o077:
            path.chmod(mode & 0o700)


def sync_file(path: Path) -> None:
    """Wait until a file is on the disk."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Wait until a folder's names are on the disk; Windows knows no such thing and does it itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def move_into_place(ready: Path, target: Path) -> None:
    """Put a finished file where it belongs, over what is there, and wait until that is on the disk."""
    sync_file(ready)
    ready.replace(target)
    sync_folder(target.parent)


def write_whole(target: Path, content: bytes) -> None:
    """Write a small file in one step: a reader sees the old one or the new one, never half of it.

    Raises:
        OSError: it could not be written; the old one is untouched.
    """
    make_private_folder(target.parent)
    ready = target.with_name(f".{target.name}.{os.getpid()}.partial")
    ready.unlink(missing_ok=True)
    handle = os.open(ready, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        move_into_place(ready, target)
    except OSError:
        ready.unlink(missing_ok=True)
        raise
