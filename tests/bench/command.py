"""Whole commands, from the start of the process to its end."""

from importlib.util import find_spec

from tests.bench.diaries import LAST_DAY, Diaries
from tests.bench.measure import alternating, whole_command
from tests.bench.table import Row, not_measured

FLOOR = ("-c", "import sqlite3, click")


def rows(diaries: Diaries) -> list[Row]:
    """Measure ``flags``, the command that other programs ask most."""
    work, budget = f"flags, {diaries.large:,} episodes, whole command", "<= 3x"
    if find_spec("twitchlog.cli") is None:
        return [not_measured(work, budget, "the command line is not built yet")]
    ours, half, floor = alternating(
        diaries.rounds(11),
        whole_command(*_flags(diaries, diaries.large)),
        whole_command(*_flags(diaries, diaries.large // 2)),
        whole_command(*FLOOR),
    )
    return [
        Row(
            work=work,
            unit="ms CPU",
            result=ours.median,
            floor=floor.median,
            floor_is="import sqlite3, click",
            budget=budget,
            most=3 * floor.median,
        ),
        Row(
            work="flags, the diary doubled",
            unit="ms CPU",
            result=ours.median,
            floor=half.median,
            floor_is=f"{diaries.large // 2:,} episodes",
            budget="<= 2x",
            most=2 * half.median,
        ),
    ]


def _flags(diaries: Diaries, episodes: int) -> tuple[str, ...]:
    return ("-m", "twitchlog", "flags", "--diary", str(diaries.file(episodes)), "--on", LAST_DAY.isoformat())
