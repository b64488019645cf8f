"""A save, its undo and what the sidebar says after it: in the window, on the file alone and in memory alone."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta, timezone
from importlib.util import find_spec
from itertools import count
from shutil import copy
from uuid import UUID

from tests.bench.diaries import LAST_DAY, Diaries
from tests.bench.measure import Measured, Seconds, Times, alternating, computed, printed, timed
from tests.bench.raw_sqlite import raw_insert
from tests.bench.table import Row, not_measured
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode
from twitchlog.domain.record import Edit
from twitchlog.domain.sites import Side, Site
from twitchlog.insight.flags import flags
from twitchlog.store.store import Store

NOON = datetime.combine(LAST_DAY, time(12), tzinfo=timezone(timedelta(hours=1)))
CPU = "ms CPU"
RUNS = 120
"""Enough for the one of a hundred that is slow."""


def rows(diaries: Diaries) -> list[Row]:
    """Measure what Enter asks of the disk and of the diary in memory."""
    return [*_window(diaries), *_disk(diaries), *_sidebar(diaries)]


def _window(diaries: Diaries) -> list[Row]:
    large = diaries.large
    work = f"Enter to the row painted and durable, {large:,} episodes"
    if find_spec("twitchlog.app") is None:
        return [not_measured(work, "floor + 25 ms", "the window is not built yet")]
    of_large, of_year = (_told(diaries, episodes) for episodes in (large, diaries.year))
    raw = of_large["raw"].median
    return [
        _over_floor(f"{work}, median", of_large["painted"].median, raw, 25.0),
        _over_floor(f"{work}, p99", of_large["painted"].p99, raw, 50.0),
        Row(
            work="Enter: the window's thread, without the painting",
            unit=CPU,
            result=of_large["enter"].median,
            budget="<= 16 ms",
            most=16.0,
        ),
        _like_a_save("undo to the row gone", of_large["undo"], of_large["painted"]),
        Row(
            work=f"the sidebar after a save, {large:,} episodes",
            result=of_large["sidebar"].median,
            budget="<= 30 ms",
            most=30.0,
        ),
        Row(
            work="the sidebar after a save, compared",
            result=of_large["sidebar"].median,
            floor=of_year["sidebar"].median,
            floor_is=f"{diaries.year:,} episodes",
            budget="<= 1.5x",
            most=1.5 * of_year["sidebar"].median,
        ),
    ]


def _told(diaries: Diaries, episodes: int) -> dict[str, Times]:
    name = f"window-{episodes}"
    file = diaries.copy(episodes, name)
    copy(file, file.with_name("raw.db"))
    (line,) = printed(
        "-m", "tests.bench.own_window", "saving-quick" if diaries.quick else "saving", str(file)
    )
    return {what: Times(tuple(ms)) for what, ms in json.loads(line).items()}


def new_episodes() -> Iterator[Episode]:
    """Return episodes of now, one after the other."""
    for number in count(1):
        at = NOON + timedelta(seconds=number)
        yield Episode(
            id=str(UUID(int=number)), onset=at, site=Site.CALF, side=Side.LEFT, recorded_at=at, duration_s=300
        )


@dataclass(frozen=True)
class Saving:
    """What can be done to a diary file; before each there is one save that does not count, so that all begin alike."""

    store: Store
    episodes: Iterator[Episode]

    def save(self) -> Seconds:
        """Write one more episode."""
        self._saved()
        record = next(self.episodes)
        return self._took(lambda: self.store.put([record]))

    def change(self) -> Seconds:
        """Change what was just saved."""
        before = self._saved()
        edit = Edit(before, replace(before, intensity=4))
        return self._took(lambda: self.store.make([edit]))

    def undo(self) -> Seconds:
        """Take back what was just saved."""
        edit = Edit(self._saved(), None)
        return self._took(lambda: self.store.make([edit]))

    def delete(self) -> Seconds:
        """Delete what was just saved."""
        record = self._saved()
        return self._took(lambda: self.store.remove([record]))

    def _saved(self) -> Episode:
        record = next(self.episodes)
        self.store.put([record])
        return record

    def _took(self, work: Callable[[], object]) -> Seconds:
        return timed(work)()


def _disk(diaries: Diaries) -> list[Row]:
    large = diaries.large
    whole = Saving(Store.open(diaries.copy(large, "saving")), new_episodes())
    half = Saving(Store.open(diaries.copy(large // 2, "saving-half")), new_episodes())
    insert = raw_insert(diaries.copy(large, "raw"))

    def floor_run() -> Seconds:
        insert()
        return timed(insert)()

    floor, save, of_half, change, undo, delete = alternating(
        15 if diaries.quick else RUNS,
        floor_run,
        whole.save,
        half.save,
        whole.change,
        whole.undo,
        whole.delete,
        warm_up=3,
    )
    whole.store.close()
    half.store.close()
    return [
        _over_floor(f"save on the disk, {large:,} episodes, median", save.median, floor.median, 25.0),
        _over_floor(f"save on the disk, {large:,} episodes, p99", save.p99, floor.median, 50.0),
        Row(
            work="save on the disk, the diary doubled",
            result=save.median,
            floor=of_half.median,
            floor_is=f"{large // 2:,} episodes",
            budget="does not grow: <= 1.2x",
            most=1.2 * of_half.median,
        ),
        *(
            _like_a_save(work, times, save)
            for work, times in (
                ("edit on the disk", change),
                ("undo on the disk", undo),
                ("delete on the disk", delete),
            )
        ),
    ]


def _over_floor(work: str, result: float, floor: float, more: float) -> Row:
    return Row(
        work=work,
        result=result,
        floor=floor,
        floor_is="raw insert, same journal",
        budget=f"floor + {more:.0f} ms",
        most=floor + more,
    )


def _like_a_save(work: str, times: Times, save: Times) -> Row:
    return Row(
        work=work,
        result=times.median,
        floor=save.median,
        floor_is="a save",
        budget="<= 1.5x",
        most=1.5 * save.median,
    )


def _sidebar(diaries: Diaries) -> list[Row]:
    year, large = alternating(
        30,
        _after_a_save(diaries.value(diaries.year)),
        _after_a_save(diaries.value(diaries.large)),
    )
    work = f"the flags alone after a save, {diaries.large:,} episodes"
    return [
        Row(work=work, unit=CPU, result=large.median, budget="<= 30 ms", most=30.0),
        Row(
            work=work,
            unit=CPU,
            result=large.median,
            floor=year.median,
            floor_is=f"{diaries.year:,} episodes",
            budget="<= 1.5x",
            most=1.5 * year.median,
        ),
    ]


def _after_a_save(diary: Diary) -> Measured:
    episodes = new_episodes()
    grown = diary

    def run() -> Seconds:
        record = next(episodes)

        def look() -> None:
            nonlocal grown
            grown = grown.apply(None, record)
            flags(grown, LAST_DAY)

        return computed(look)()

    return run
