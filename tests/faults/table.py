"""The table of faults: every harness, run in turn, each with a line of its own."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest import mock

from tests.faults.damage import flipped_bits, rescues
from tests.faults.full_disk import full_disk, no_larger_files
from tests.faults.hostile import prepared_files, typed_lines
from tests.faults.injected import injected_errors
from tests.faults.kills import kills, kills_of_the_rest
from tests.faults.model import model
from tests.faults.notes import notes
from tests.faults.open_long import open_long
from tests.faults.power_cuts import power_cuts, power_cuts_of_the_rest
from tests.faults.privacy import privacy
from tests.faults.row import Row, Run
from tests.faults.times import clock_set_back, lived_times
from tests.faults.together import foreign_opens, swapped, two_writers
from tests.faults.typing import typing
from twitchlog.store import reserve

HARNESSES: dict[str, tuple[str, Callable[[Run], Row]]] = {
    "kill -9 while saving": ("P1 P2", kills),
    "kill -9 while importing, backing up, restoring, migrating": ("P2 P7", kills_of_the_rest),
    "power cut while saving": ("P1 P2", power_cuts),
    "power cut while importing, backing up, restoring": ("P2 P7", power_cuts_of_the_rest),
    "a call to the disk fails": ("P2-P5", injected_errors),
    "full disk": ("P5", full_disk),
    "files may not grow": ("P5", no_larger_files),
    "flipped bits": ("P6", flipped_bits),
    "rescue of damaged files": ("P8", rescues),
    "two windows and two commands": ("P9", two_writers),
    "file moved, replaced, emptied, restored": ("P6 P9", swapped),
    "live file opened otherwise": ("P9", foreign_opens),
    "network, file modes, the person's words": ("P11", privacy),
    "typed lines made to hang": ("P12", typed_lines),
    "notes made to be read as markup or formulas": ("P12", notes),
    "diaries and packages made to act, hang or crash": ("P12", prepared_files),
    "zones, changes of the clock, journeys, leap days": ("P13", lived_times),
    "clock set back or ahead": ("P13", clock_set_back),
    "kill -9 while typing": ("P3", typing),
    "the window lives on and on": ("P15", open_long),
    "random steps against a model": ("P2 P4 P14", model),
}
HEAD = ("promise", "fault", "trials", "losses", "control noticed", "seconds", "")


def rows(folder: Path, *, long: bool, seed: int, only: str = "") -> Iterator[tuple[str, str, Row, float]]:
    """Yield each harness's promise, name, result and the seconds it took."""
    for number, (name, (promise, harness)) in enumerate(HARNESSES.items()):
        if only not in name:
            continue
        started = time.monotonic()
        place = folder / str(number)
        place.mkdir()
        row = tried(harness, Run(place, long, seed))
        yield promise, name, row, time.monotonic() - started


def tried(harness: Callable[[Run], Row], run: Run) -> Row:
    """Return a harness's result; this process sets no reserves aside, a flushed megabyte for each trial."""
    with mock.patch.object(reserve, "ENOUGH_FREE", 2**62):
        return harness(run)


def line(promise: str, name: str, row: Row, took: float) -> str:
    """Return a line of the table."""
    if row.not_run:
        return _columns(promise, name, "not run", "", "", "", row.not_run)
    control = f"{int(row.noticed):,} of {int(row.controls):,}"
    return _columns(promise, name, f"{row.trials:,}", str(len(row.losses)), control, f"{took:.0f}", row.note)


def head() -> str:
    """Return the head of the table."""
    return _columns(*HEAD)


def _columns(*texts: str) -> str:
    promise, name, trials, losses, control, took, note = texts
    return f"{promise:10}{name:58}{trials:>8}{losses:>8}{control:>17}{took:>9}  {note}".rstrip()
