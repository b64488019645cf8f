"""Writing a file so that it is there whole or not at all, and was read back before it counts as written."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from twitchlog.files.safe_open import FileError, reason_of


@dataclass(frozen=True, slots=True)
class Written:
    """How many rows of each table were written, and how many the finished file gave back."""

    written: Mapping[str, int]
    read_back: Mapping[str, int]


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Give a new file beside ``path`` to write and to read back; it takes the place of ``path`` at the end.

    Only the owner may read it. When anything fails, ``path`` is as before and nothing else is left.

    Raises:
        FileError: the folder or the disk refuses.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}-", suffix=".partial")
        partial = Path(name)
        try:
            with os.fdopen(handle, "w+b") as file:
                yield file
                to_disk(file)
            partial.replace(path)
        except BaseException:
            partial.unlink(missing_ok=True)
            raise
        _folder_to_disk(path.parent)
    except OSError as error:
        raise FileError(f"{path} cannot be written: {reason_of(error)}. Nothing was changed.") from None


def to_disk(file: BinaryIO) -> None:
    """Wait until what was written is on the disk."""
    file.flush()
    os.fsync(file.fileno())


def _folder_to_disk(folder: Path) -> None:
    """Make the new name last; a system that cannot do this for a folder keeps names safe by itself."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def compared(path: Path, written: Mapping[str, int], read_back: Mapping[str, int], *, same: bool) -> Written:
    """Return both counts, if the file gave back exactly what was written.

    Raises:
        FileError: it did not.
    """
    if not same or dict(written) != dict(read_back):
        raise FileError(f"{path} did not read back as it was written, so it was not kept.")
    return Written(written, read_back)
