"""A disk that loses power: what a log of system calls leaves, when what was not flushed is there, gone or torn."""

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

CALLS = "openat,pwrite64,write,ftruncate,fsync,fdatasync,rename,unlink,link,mkdir"
CALL = re.compile(r"\d+ +(\w+)\((.*)\) += (-?\d+)")
FIRST_PATH = re.compile(r"\d+<([^>]*)>")
QUOTED = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
SECTOR = 512

Kept: TypeAlias = Literal["none", "all", "some", "torn"]
KEPT: tuple[Kept, ...] = ("none", "all", "some", "torn")


@dataclass(frozen=True, slots=True)
class Call:
    """A system call that worked: its name, the paths it names, the bytes it wrote, its last number, all of it."""

    name: str
    paths: tuple[str, ...]
    data: bytes
    number: int
    text: str


@dataclass
class Inode:
    """A file: what is on the disk, and the writes since the last flush (a place and bytes, or a length)."""

    durable: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)
    position: int = 0


class Disk:
    """A folder's files by path as the program sees them, and as the disk has them."""

    def __init__(self, folder: Path, before: dict[str, bytes]) -> None:
        self.folder = str(folder)
        self.seen = {path: Inode(bytearray(data)) for path, data in before.items()}
        self.durable = dict(self.seen)
        self.pending: list[tuple[str, Inode | None]] = []

    def take(self, call: Call) -> None:
        """Take over what a call does."""
        if not any(path.startswith(self.folder) for path in call.paths):
            return
        first = call.paths[0]
        if call.name == "openat":
            self._open(call)
        elif call.name in {"pwrite64", "write", "ftruncate"}:
            self._write(call)
        elif call.name in {"fsync", "fdatasync"}:
            self._flush(first)
        elif call.name == "unlink":
            self._name(first, None)
        elif call.name in {"rename", "link"}:
            moved = self.seen[first]
            self._name(call.paths[1], moved)
            if call.name == "rename":
                self._name(first, None)

    def _name(self, path: str, inode: Inode | None) -> None:
        self.pending.append((path, inode))
        if inode is None:
            self.seen.pop(path, None)
        else:
            self.seen[path] = inode

    def _open(self, call: Call) -> None:
        path = call.paths[-1]
        if "O_DIRECTORY" in call.text:
            return
        if path not in self.seen and "O_CREAT" in call.text:
            self._name(path, Inode())
        if path in self.seen:
            self.seen[path].position = 0
            if "O_TRUNC" in call.text:
                self.seen[path].pending.append((0, None))

    def _write(self, call: Call) -> None:
        inode = self.seen.get(call.paths[0])
        if inode is None:  # it was unlinked while open
            return
        if call.name == "ftruncate":
            inode.pending.append((call.number, None))
        elif call.name == "pwrite64":
            inode.pending.append((call.number, call.data))
        else:
            inode.pending.append((inode.position, call.data))
            inode.position += len(call.data)

    def _flush(self, path: str) -> None:
        inode = self.seen.get(path)
        if inode is not None:
            inode.durable = written(inode.durable, inode.pending)
            inode.pending = []
            return
        # A folder's flush keeps the names in it; each name of a folder below waits for its own.
        own = [each for each in self.pending if str(Path(each[0]).parent) == path]
        self.pending = [each for each in self.pending if each not in own]
        for name, target in own:
            _named(self.durable, name, target)

    def after_power_cut(
        self, data: Kept, names: Literal["none", "all", "some"], chance: random.Random
    ) -> dict[str, bytes]:
        """Return the files that are there when the power is back."""
        files = dict(self.durable)
        count = {"none": 0, "all": len(self.pending)}.get(names, chance.randint(0, len(self.pending)))
        for name, inode in self.pending[:count]:
            _named(files, name, inode)
        left = {
            path: written(inode.durable, kept_of(inode.pending, data, chance))
            for path, inode in files.items()
        }
        return {path: bytes(content) for path, content in left.items()}


def _named(files: dict[str, Inode], name: str, inode: Inode | None) -> None:
    if inode is None:
        files.pop(name, None)
    else:
        files[name] = inode


def kept_of(
    pending: Sequence[tuple[int, bytes | None]], kept: Kept, chance: random.Random
) -> Iterator[tuple[int, bytes | None]]:
    """Yield the unflushed writes that reached the disk."""
    for place, data in pending:
        if kept == "all" or (kept == "some" and chance.random() < 0.5):
            yield place, data
        elif kept == "torn":
            if data is None:
                if chance.random() < 0.5:
                    yield place, data
                continue
            for at in range(0, len(data), SECTOR):
                if chance.random() < 0.5:
                    yield place + at, data[at : at + SECTOR]


def written(
    content: bytes | bytearray,
    writes: Iterator[tuple[int, bytes | None]] | Sequence[tuple[int, bytes | None]],
) -> bytearray:
    """Return a file's content after writes."""
    result = bytearray(content)
    for place, data in writes:
        end = place if data is None else place + len(data)
        if len(result) < end:
            result.extend(bytes(end - len(result)))
        if data is None:
            del result[place:]
        else:
            result[place:end] = data
    return result


def logged(folder: Path, *words: str) -> list[Call]:
    """Run a job of ``tests.faults.speaking`` under ``strace`` and return the calls that worked, in order."""
    log = folder.with_name(f"{folder.name}.strace")
    command = ["strace", "-f", "-y", "-xx", "-s", "2000000", "-e", f"trace={CALLS}", "-o", str(log)]
    subprocess.run(
        [*command, sys.executable, "-m", "tests.faults.speaking", *words],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    calls = [call for line in log.read_text().splitlines() if (call := _call(line)) is not None]
    log.unlink()
    return calls


def _call(line: str) -> Call | None:
    match = CALL.match(line)
    if match is None or int(match.group(3)) < 0:
        return None
    name, text = match.group(1), match.group(2)
    quoted = [_plain(each) for each in QUOTED.findall(text)]
    numbers = re.findall(r", (-?\d+)", re.sub(QUOTED, "", text))
    number = int(numbers[-1]) if numbers else 0
    opened = FIRST_PATH.match(text)
    if name in {"pwrite64", "write"}:
        data = quoted[0] if quoted else b""
        return Call(name, (_path(opened),), data, number, "")
    if name in {"ftruncate", "fsync", "fdatasync"}:
        return Call(name, (_path(opened),), b"", number, "")
    return Call(name, tuple(each.decode() for each in quoted), b"", number, re.sub(QUOTED, "", text))


def _path(match: "re.Match[str] | None") -> str:
    return _plain(match.group(1)).decode() if match else ""


def _plain(quoted: str) -> bytes:
    return bytes.fromhex(quoted.replace("\\x", ""))


def said(calls: Sequence[Call]) -> list[str]:
    """Return what the job said in some of its calls."""
    return [
        call.data.decode().strip() for call in calls if call.name == "write" and call.paths[0] == os.devnull
    ]


def laid_out(files: dict[str, bytes], folder: Path, target: Path) -> None:
    """Write the files of a disk into another folder."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(mode=0o700)
    for path, content in files.items():
        place = target / Path(path).relative_to(folder)
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        place.write_bytes(content)
