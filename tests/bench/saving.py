"""A save, its undo and what the sidebar says after it, on the file and in memory; without a window."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta, timezone
from itertools import count
from uuid import UUID

from tests.bench.diaries import LAST_DAY, Diaries
from tests.bench.measure import Measured, Seconds, Times, alternating, computed, timed
from tests.bench.raw_sqlite import raw_insert
from tests.bench.table import Row
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
    return [*_disk(diaries), *_sidebar(diaries)]


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
        RUNS, floor_run, whole.save, half.save, whole.change, whole.undo, whole.delete, warm_up=3
    )
    whole.store.close()
    half.store.close()
    return [
        _over_floor(f"save, {large:,} episodes, median", save.median, floor.median, 25.0),
        _over_floor(f"save, {large:,} episodes, p99", save.p99, floor.median, 50.0),
        Row(
            work="save, the diary doubled",
            result=save.median,
            floor=of_half.median,
            floor_is=f"{large // 2:,} episodes",
            budget="does not grow: <= 1.2x",
            most=1.2 * of_half.median,
        ),
        *(
            _like_a_save(work, times, save)
            for work, times in (("edit", change), ("undo", undo), ("delete", delete))
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
        work=f"{work} on the disk",
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
    work = f"what the sidebar says after a save, {diaries.large:,} episodes"
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
