"""A full disk: a small one made for this, and a process that may not make its files larger."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from tests.faults.row import Row, Run
from twitchlog.domain.episode import Episode
from twitchlog.store.store import Store

# The disk is gone with the process: what it says of itself is all there is.
MOUNTED = 'mount -t tmpfs -o size=14m tmpfs "$1" && shift && exec "$@"'
AT_LEAST = 50
"""Entries of 3 kB that a megabyte of reserve has room for, journal and indexes included."""


def full_disk(run: Run) -> Row:
    """With the reserve entries still fit on a full disk; nothing is lost, and the diary stays readable."""
    if shutil.which("unshare") is None or not _can_mount(run.place("probe")):
        return Row(not_run="unshare -rm may not mount here")
    count, controls = run.times(6, 60), 2
    lefts = [run.chance.randrange(0, 40_000) * (number % 3) for number in range(count)]
    said = [_filled(run.place(f"full-{number}"), left, "yes") for number, left in enumerate(lefts)]
    losses = [
        f"{left} bytes left: {lost}"
        for left, words in zip(lefts, said, strict=True)
        if (lost := _lost(words))
    ]
    noticed = sum(bool(_lost(_filled(run.place(f"bare-{number}"), 0, "no"))) for number in range(controls))
    return Row(count, tuple(losses), noticed, controls, "control: no reserve")


def _can_mount(folder: Path) -> bool:
    command = ["unshare", "-rm", "sh", "-c", MOUNTED, "sh", str(folder), "true"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _filled(folder: Path, left: int, with_reserve: str) -> list[str]:
    mounted = ["unshare", "-rm", "sh", "-c", MOUNTED, "sh", str(folder)]
    return _spoken([*mounted, *_job("filling", folder / "diary.db", left, with_reserve)])


def _job(name: str, *words: object) -> list[str]:
    return [sys.executable, "-m", "tests.faults.speaking", name, *map(str, words)]


def _spoken(command: Sequence[str]) -> list[str]:
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    return [*done.stdout.splitlines(), *([f"ended with {done.returncode}"] if done.returncode else [])]


def _lost(words: Sequence[str], at_least: int = AT_LEAST) -> str:
    saved = sum(word.startswith("saved") for word in words)
    if saved < at_least:
        return f"only {saved} saved: {words[-2:]}"
    if not any(word.startswith("refused") and word.endswith((" full", " disk")) for word in words):
        return f"never refused: {words[-2:]}"
    return "" if words[-1] == f"holds {saved} 0" else f"{saved} saved, {words[-1]}"


def no_larger_files(run: Run) -> Row:
    """A process whose files may not grow loses nothing and leaves no half entry."""
    if sys.platform == "win32":
        return Row(not_run="this system has no such limit")
    count = run.times(8, 100)
    losses = []
    mores = [run.chance.randrange(1, 200_000) + 997 * number for number in range(count)]
    for number, more in enumerate(mores):
        path = run.place(f"limit-{number}") / "diary.db"
        words = _spoken(_job("outgrowing", path, more))
        lost = _lost(words, 1)
        with closing(Store.open(path)) as store:
            found = len([*store.diary().every(Episode)])
            wrong = store.problems()
        if lost or wrong or found != sum(word.startswith("saved") for word in words):
            losses.append(f"{more} more bytes: {lost} {found} found {wrong}")
    return Row(
        count, tuple(losses), bool(_lost(["saved 0", "holds 0 0"], 1)), 1, "control: an entry taken away"
    )
