"""Errors of the disk, put in by ``strace``: each call fails once or for good, in turn, until none is left."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from tests.faults.power_cuts import NO_STRACE
from tests.faults.row import Row, Run
from tests.faults.speaking import entry
from twitchlog.domain.episode import Episode
from twitchlog.store.errors import Reason
from twitchlog.store.reserve import given_up, set_aside
from twitchlog.store.store import Store

SAVES = 3
FAULTS = [
    (call, error, lasting)
    for call, errors in {
        "pwrite64": ("ENOSPC", "EIO"),
        "fdatasync": ("EIO", "ENOSPC"),
        "unlink": ("EIO", "EACCES"),
        "openat": ("EMFILE", "EACCES", "ENOSPC"),
        "pread64": ("EIO",),
        "ftruncate": ("EIO",),
    }.items()
    for error in errors
    for lasting in ("", "+")
]
MOST = 30
"""Of each call; three saves make fewer."""


def injected_errors(run: Run) -> Row:
    """Whatever call fails: what was said to be saved is there once, what was refused can be saved again."""
    if shutil.which("strace") is None:
        return Row(not_run=NO_STRACE)
    begun = _begun(run.place("begun"))
    trials = _trials(run)
    losses = [lost for fault in trials if (lost := _tried(run, begun, *fault, retry="same"))]
    directory_flush = [("fdatasync", "EIO", "", number) for number in range(4, 8)]
    noticed = sum(bool(_tried(run, begun, *fault, retry="new")) for fault in directory_flush)
    return Row(
        len(trials), tuple(losses), noticed, len(directory_flush), "control: each attempt under a new id"
    )


def _trials(run: Run) -> list[tuple[str, str, str, int]]:
    every = [(*fault, number) for number in range(1, MOST) for fault in FAULTS]
    return every if run.long else run.chance.sample([each for each in every if each[3] < 20], 40)


def _begun(folder: Path) -> Path:
    path = folder / "diary.db"
    with closing(Store.open(path)) as store:
        store.put([entry(1000 + n) for n in range(5)])
        set_aside(path)
    return path


def _tried(run: Run, begun: Path, call: str, error: str, lasting: str, number: int, *, retry: str) -> str:
    folder = run.folder / "injected"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    path = folder / "diary.db"
    shutil.copy(begun, path)
    watched = [
        word for each in (path, path.with_name("diary.db-journal"), folder) for word in ("-P", str(each))
    ]
    inject = ["-e", f"inject={call}:error={error}:when={number}{lasting}"]
    command = ["strace", "-f", "-o", "/dev/null", *watched, "-e", f"trace={call}", *inject]
    done = subprocess.run(
        [*command, sys.executable, "-m", "tests.faults.speaking", "stumbling", str(path), str(SAVES), retry],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    lost = _lost(path, done.stdout.splitlines(), done.returncode)
    return f"{call} {error} {number}{lasting}: {lost} {done.stderr.strip()[-200:]}" if lost else ""


def _lost(path: Path, words: Sequence[str], code: int) -> str:
    if code or "done" not in words:
        return f"ended with {code}"
    strange = [
        word
        for word in words
        if word.split()[0] in {"refused", "closed"} and word.split()[-1] not in set(Reason)
    ]
    given_up(path)
    with closing(Store.open(path)) as store:
        found = [row.note for row in store.diary().every(Episode)]
        wrong = store.problems()
        for number in range(SAVES):  # the disk is well again, and Save is pressed once more
            if f"saved {number}" not in words:
                store.put([entry(number)])
        after = sorted(row.note for row in store.diary().every(Episode))
    saved = {entry(int(word.split()[1])).note for word in words if word.startswith("saved")}
    if strange or wrong:
        return f"{strange} {wrong}"
    if not saved <= set(found):
        return f"lost {saved - set(found)}"
    expected = sorted(entry(n).note for n in [*range(SAVES), *range(1000, 1005)])
    return "" if after == expected else f"after all {after}"
