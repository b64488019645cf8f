"""Times and sizes, taken in turn with their floor so that a busy machine slows both."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median, quantiles
from threading import Timer
from time import perf_counter, process_time
from typing import TypeAlias

ROOT = Path(__file__).parent.parent.parent

LONGEST_S = 300

Seconds: TypeAlias = float
Measured: TypeAlias = Callable[[], Seconds]
"""Does the work once and returns how long the part took that counts."""


@dataclass(frozen=True, slots=True)
class Times:
    """What several runs of one thing took, in milliseconds."""

    ms: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle run."""
        return median(self.ms)

    @property
    def p99(self) -> float:
        """What 99 of 100 runs do not exceed; the slowest where there are fewer than 100."""
        return quantiles(self.ms, n=100, method="inclusive")[98] if len(self.ms) >= 100 else max(self.ms)


def alternating(runs: int, *works: Measured, warm_up: int = 1) -> list[Times]:
    """Return the times of several works, run in turn: A B, B A, A B; the first rounds warm up and do not count.

    Each round begins with the next work, so that none always comes after the same other one.
    """
    taken: list[list[float]] = [[] for _ in works]
    for turn in range(warm_up + runs):
        for step in range(len(works)):
            at = (turn + step) % len(works)
            seconds = works[at]()
            if turn >= warm_up:
                taken[at].append(seconds * 1000)
    return [Times(tuple(times)) for times in taken]


def timed(work: Callable[[], object], clock: Callable[[], Seconds] = perf_counter) -> Measured:
    """Return a work whose whole call counts, by this clock."""

    def measured() -> Seconds:
        begin = clock()
        work()
        return clock() - begin

    return measured


def computed(work: Callable[[], object]) -> Measured:
    """Return a work that only computes: its processor time counts, which other programs cannot lengthen much."""
    return timed(work, process_time)


def whole_command(*command: str) -> Measured:
    """Return a work that runs a command of this Python from its start to its end: the processor time it needs.

    Where the system does not say that, the time by the clock.
    """

    def run() -> None:
        subprocess.run(
            [sys.executable, *command], cwd=ROOT, stdout=subprocess.DEVNULL, check=True, timeout=300
        )

    return timed(run, _of_children if find_spec("resource") else perf_counter)


def _of_children() -> Seconds:
    from resource import RUSAGE_CHILDREN, getrusage

    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def until_line(line: str, *command: str) -> Measured:
    """Return a work that runs a program of this Python; only the time until it prints the line counts.

    The clock is the parent's, so that nothing of the program's own start is left out.
    """

    def run() -> Seconds:
        begin = perf_counter()
        with subprocess.Popen(
            [sys.executable, *command], cwd=ROOT, stdout=subprocess.PIPE, text=True
        ) as program:
            assert program.stdout is not None
            too_long = Timer(LONGEST_S, program.kill)
            too_long.start()
            first = program.stdout.readline().strip()
            taken = perf_counter() - begin
            rest = program.stdout.read()
            too_long.cancel()
        if first != line:
            raise RuntimeError(f"expected {line!r}, got {first!r} {rest!r}")
        return taken

    return run


def printed(*command: str) -> list[str]:
    """Return the lines that a program of this Python prints."""
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True, timeout=LONGEST_S
    )
    return done.stdout.splitlines()
