"""The pages of the window: how long Trends and History keep it, and what Trends keeps in memory."""

import json
import sys
from collections.abc import Mapping, Sequence

from tests.bench.diaries import Diaries
from tests.bench.measure import Times, printed
from tests.bench.table import Row, not_measured

CPU = "ms CPU"
PERIODS = {"90": "90 days", "365": "1 year", "all": "all days"}
WIDTHS = (900, 1440)


def rows(diaries: Diaries) -> list[Row]:
    """Measure each in a process of its own."""
    return [
        *_trends(_told(diaries, "trends", diaries.large), diaries.large),
        *_history(diaries),
        *_memory(diaries),
    ]


def _told(diaries: Diaries, what: str, episodes: int) -> dict[str, Times]:
    """Return the ms that a process says, each by its name."""
    file = diaries.copy(episodes, f"{what}-{episodes}")
    (line,) = printed("-m", f"tests.bench.{what}_page", str(file))
    said: Mapping[str, Sequence[float]] = json.loads(line)
    return {name: Times(tuple(ms)) for name, ms in said.items()}


def _trends(told: dict[str, Times], episodes: int) -> list[Row]:
    longest = [
        _most(
            f"Trends, the longest turn, {words}, {episodes:,} episodes", told[code].median, 100.0, "<= 100 ms"
        )
        for code, words in PERIODS.items()
    ]
    steps = [
        _most(f"dragging the window edge on Trends, from {width} wide, {what}", ms, 16.0, "<= 16 ms a step")
        for width in WIDTHS
        for what, ms in (("median", told[str(width)].median), ("slowest step", max(told[str(width)].ms)))
    ]
    return [*longest, *steps]


def _history(diaries: Diaries) -> list[Row]:
    large = diaries.large
    whole, half = (_told(diaries, "history", episodes) for episodes in (large, large // 2))
    letter = f"History: a letter typed, to the first page, {large:,} rows"
    return [
        _most(letter, whole["letter"].median, 60.0, "<= 60 ms"),
        _doubled("History: a letter typed, the diary doubled", whole["letter"], half["letter"], large),
        _doubled("History: all rows looked through, the diary doubled", whole["all"], half["all"], large),
        _doubled("History opened, the diary doubled", whole["opened"], half["opened"], large),
        _most(
            f"History: the longest turn meanwhile, {large:,} rows", whole["turn"].median, 100.0, "<= 100 ms"
        ),
        _most("History: a frame while scrolling, median", whole["frame"].median, 16.0, "<= 16 ms"),
        _most("History: a frame while scrolling, slowest", max(whole["frame"].ms), 16.0, "<= 16 ms"),
    ]


def _memory(diaries: Diaries) -> list[Row]:
    work, budget = f"resident memory, Trends open, {diaries.large:,} episodes", "<= 1.5x"
    redraws = 100 if diaries.quick else 500
    again = f"resident memory, growth by {redraws} redraws of charts"
    if sys.platform != "linux":
        why = "what is resident is read from /proc"
        return [not_measured(work, budget, why), not_measured(again, "<= 5 MB", why)]
    file = diaries.copy(diaries.large, "memory")
    own, grown = (
        float(each) for each in printed("-m", "tests.bench.trends_memory", "own", str(file), str(redraws))
    )
    (bare,) = (float(each) for each in printed("-m", "tests.bench.trends_memory", "bare"))
    return [
        Row(
            work=work,
            unit="MB",
            result=own,
            floor=bare,
            floor_is="a bare window with one figure",
            budget=budget,
            most=1.5 * bare,
        ),
        Row(work=again, unit="MB", result=grown, budget="<= 5 MB", most=5.0),
    ]


def _most(work: str, result: float, most: float, budget: str) -> Row:
    return Row(work=work, unit=CPU, result=result, budget=budget, most=most)


def _doubled(work: str, whole: Times, half: Times, episodes: int) -> Row:
    return Row(
        work=work,
        unit=CPU,
        result=whole.median,
        floor=half.median,
        floor_is=f"{episodes // 2:,} episodes",
        budget="<= 2x",
        most=2 * half.median,
    )
