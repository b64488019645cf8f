"""The start: from the process to the typed line that takes keys, and what fills the window after that."""

import json
from importlib.util import find_spec
from statistics import median

from tests.bench.diaries import Diaries
from tests.bench.measure import alternating, printed, until_line
from tests.bench.table import Row, not_measured

READY = "ready"
NOT_BEFORE_PAINT = {"matplotlib", "numpy", "sqlite_utils"}
BARE = ("-m", "tests.bench.bare_window")
OWN = ("-m", "tests.bench.own_window")


def rows(diaries: Diaries) -> list[Row]:
    """Measure starts, each a process of its own."""
    large = f"start, {diaries.large:,} episodes"
    if find_spec("twitchlog.app") is None:
        (bare,) = alternating(diaries.rounds(), until_line(READY, *BARE))
        why = "the window is not built yet"
        return [
            Row(work="a bare PySide6 window", budget="(the floor)", result=bare.median),
            not_measured("start to typing, empty diary", "<= 1.6x", why),
            not_measured(large, "<= 1.1x", why),
        ]
    return [*_to_typing(diaries, large), *_modules(diaries), *_filling(diaries)]


def _to_typing(diaries: Diaries, large: str) -> list[Row]:
    empty, of_half, full = (str(diaries.file(each)) for each in (0, diaries.large // 2, diaries.large))
    bare, alone, half, with_all = alternating(
        diaries.rounds(),
        until_line(READY, *BARE),
        until_line(READY, *OWN, "ready", empty),
        until_line(READY, *OWN, "ready", of_half),
        until_line(READY, *OWN, "ready", full),
    )
    return [
        Row(
            work="start to typing, empty diary",
            result=alone.median,
            floor=bare.median,
            floor_is="a bare window with a line",
            budget="<= 1.6x",
            most=1.6 * bare.median,
        ),
        Row(
            work=large,
            result=with_all.median,
            floor=alone.median,
            floor_is="the same, empty diary",
            budget="<= 1.1x",
            most=1.1 * alone.median,
        ),
        Row(
            work="start, the diary doubled",
            result=with_all.median,
            floor=half.median,
            floor_is=f"{diaries.large // 2:,} episodes",
            budget="does not grow: <= 1.1x",
            most=1.1 * half.median,
        ),
    ]


def _modules(diaries: Diaries) -> list[Row]:
    (line,) = printed(*OWN, "modules", str(diaries.file(0)))
    loaded = json.loads(line)
    return [
        Row(
            work=f"modules before typing: of {', '.join(sorted(NOT_BEFORE_PAINT))}",
            unit=f"of {len(loaded)} in all",
            result=float(len(NOT_BEFORE_PAINT.intersection(loaded))),
            budget="none",
            most=0.0,
        )
    ]


def _filling(diaries: Diaries) -> list[Row]:
    said = [
        json.loads(printed(*OWN, "filling", str(diaries.file(diaries.large)))[0])
        for _ in range(diaries.rounds())
    ]
    return [
        Row(
            work=f"the rest of the window, {diaries.large:,} episodes",
            result=median(each["filled"] for each in said),
            budget="<= 2.5 s",
            most=2_500.0,
        ),
        Row(
            work="the longest stall of the event loop meanwhile",
            result=median(each["stall"] for each in said),
            budget="<= 100 ms",
            most=100.0,
        ),
    ]
