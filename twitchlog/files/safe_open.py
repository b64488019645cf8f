"""Opening files that somebody else made: regular files only, sizes before contents, nothing extracted."""

import os
import stat
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

MEGABYTE = 1_000_000
LARGEST_MEMBER = 50 * MEGABYTE
LARGEST_ZIP = 200 * MEGABYTE
LARGEST_DIRECTORY = 256 * 1024
"""Bytes of a zip's list of contents: room for thousands of names, none for millions."""

END = struct.Struct("<4s4H2LH")
END_MARK, END_MARK_64 = b"PK\x05\x06", b"PK\x06\x07"
LONGEST_COMMENT = 65_535
ENCRYPTED = 0x1
DAMAGE = (BadZipFile, zlib.error, EOFError, NotImplementedError, struct.error)
"""What zipfile raises on damaged files."""


class FileError(Exception):
    """A file cannot be read or written; the message is one plain sentence for the person."""


@contextmanager
def opened(path: Path, largest: int = LARGEST_ZIP) -> Iterator[BinaryIO]:
    """Open a regular file of at most ``largest`` bytes for reading.

    A pipe or a device is refused without waiting for it.

    Raises:
        FileError: it is missing, not a regular file, too large, or may not be read.
    """
    with _without_waiting(path) as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise FileError(f"{path} is not a file that can be read.")
        if status.st_size > largest:
            raise FileError(f"{path} is larger than {largest // MEGABYTE} MB and was not read.")
        yield file


def _without_waiting(path: Path) -> BinaryIO:
    try:
        return open(
            path, "rb", opener=lambda name, flags: os.open(name, flags | getattr(os, "O_NONBLOCK", 0))
        )
    except (OSError, ValueError) as error:
        raise FileError(f"{path} cannot be opened: {reason_of(error)}.") from None


def reason_of(error: Exception) -> str:
    """Return the system's own words for a failure, without paths or values."""
    words = error.strerror if isinstance(error, OSError) else None
    return words.lower() if words else "it cannot be used"


@contextmanager
def opened_zip(path: Path) -> Iterator[ZipFile]:
    """Open a zip whose list of contents is small and whose members are plain, small and each there once.

    A member never yields more than the size it states, and that is bounded here, so reading is bounded too.

    Raises:
        FileError: it is no such zip, or turns out damaged while it is read.
    """
    with opened(path) as file:
        try:
            _check_directory(file)
            with ZipFile(file) as archive:
                _check_members(archive.infolist())
                yield archive
        except OSError as error:
            raise FileError(f"{path} cannot be read: {reason_of(error)}.") from None
        except UnfitError as error:
            raise FileError(f"{path} was not read: {error}.") from None
        except DAMAGE:
            raise FileError(f"{path} is not a zip file, or it is damaged.") from None


class UnfitError(Exception):
    """Why a zip is not taken."""


def _check_directory(file: BinaryIO) -> None:
    """Read the end of the zip as zipfile will, before zipfile reads a list of any length."""
    size = file.seek(0, os.SEEK_END)
    start = max(size - END.size - LONGEST_COMMENT - 20, 0)
    file.seek(start)
    tail = file.read()
    for at in (len(tail) - END.size, tail.rfind(END_MARK)):
        if at >= 0 and tail[at : at + 4] == END_MARK and len(tail) - at >= END.size:
            if tail[max(at - 20, 0) : at].startswith(END_MARK_64):
                raise UnfitError("it is a zip of the kind for very large files")
            if END.unpack_from(tail, at)[5] > LARGEST_DIRECTORY:
                raise UnfitError("it holds too many files")
            return
    raise BadZipFile


def _check_members(members: list[ZipInfo]) -> None:
    names = [member.filename for member in members]
    if len(set(names)) < len(names):
        raise UnfitError("it holds two files of one name")
    for member in members:
        if member.flag_bits & ENCRYPTED:
            raise UnfitError("it is locked with a password")
        if member.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise UnfitError("it is packed in a way that is not read here")
        if member.file_size > LARGEST_MEMBER:
            raise UnfitError(f"a file in it is larger than {LARGEST_MEMBER // MEGABYTE} MB")
    if sum(member.file_size for member in members) > LARGEST_ZIP:
        raise UnfitError(f"it holds more than {LARGEST_ZIP // MEGABYTE} MB")
