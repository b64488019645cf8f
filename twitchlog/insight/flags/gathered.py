"""What the rules read, by local day: only the months of their windows, each month grouped once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import chain, takewhile
from typing import TypeVar, cast
from weakref import WeakKeyDictionary

from twitchlog.domain.day import Day
from twitchlog.domain.diary import Diary, Month, MonthKey
from twitchlog.domain.episode import Episode
from twitchlog.domain.exposures import Caffeine, Exercise, Sitting, Stress
from twitchlog.domain.medical import Discussion, Exam, Lab, Medicine
from twitchlog.domain.moments import local_day
from twitchlog.domain.record import Exposure, Record
from twitchlog.domain.settings import DiarySettings
from twitchlog.domain.sites import Region, regions_of

LONGEST_WINDOW = 190
"""Days: 94 that a state may link back, 84 of the longest window, and some for what came before an onset."""

MOST_OFFSET = timedelta(days=2)
"""A local day and the UTC day of the same moment lie at most this far apart, on the safe side."""

R = TypeVar("R", bound=Record)
T = TypeVar("T")
ByDay = Mapping[date, tuple[T, ...]]

_spot_regions = cache(regions_of)


@dataclass(frozen=True, slots=True)
class Grouped:
    """Rows by local day: every kind, the counted episodes, and these for each region they count for."""

    day_start: int
    rows: Mapping[type[object], ByDay[Record]]
    counted: ByDay[Episode]
    regions: Mapping[Region, ByDay[Episode]]


@dataclass(frozen=True, slots=True)
class Gathered(Grouped):
    """The rows of the windows that end on a day, and what has no window.

    ``first_counted`` is the diary's very first counted episode, ``first_recorded`` the first day with a check-in
    or a counted episode, both up to that day; ``None`` if there is none.
    """

    settings: DiarySettings
    medicines: tuple[Medicine, ...]
    labs: tuple[Lab, ...]
    exams: tuple[Exam, ...]
    discussions: tuple[Discussion, ...]
    first_counted: Episode | None
    first_recorded: date | None

    def of_kind(self, kind: type[R], day: date) -> tuple[R, ...]:
        """Return a day's rows of one kind, in order."""
        return cast(tuple[R, ...], self.rows.get(kind, {}).get(day, ()))


_grouped: WeakKeyDictionary[Month, Grouped] = WeakKeyDictionary()
_firsts: WeakKeyDictionary[Month, tuple[Episode | None, Day | None]] = WeakKeyDictionary()


def gathered(diary: Diary, on: date) -> Gathered:
    """Return what the rules read for a day; rows of later days are in it only as whole months are.

    The cost does not grow with the diary. A month is grouped when first met and remembered with it, so that after
    an edit only that month is grouped again.
    """
    months = [grouped(diary.months[key], diary.settings.day_start) for key in _keys(diary, on)]
    early = _counted_up_to(diary, on)
    first = next(early, None)
    return Gathered(
        day_start=diary.settings.day_start,
        rows={kind: _joined(month.rows.get(kind, {}) for month in months) for kind in BY_DAY},
        counted=_joined(month.counted for month in months),
        regions={region: _joined(month.regions.get(region, {}) for month in months) for region in Region},
        settings=diary.settings,
        medicines=tuple(diary.every(Medicine)),
        labs=tuple(diary.every(Lab)),
        exams=tuple(diary.every(Exam)),
        discussions=tuple(diary.every(Discussion)),
        first_counted=first,
        first_recorded=min(_first_days(diary, on, early, first), default=None),
    )


BY_DAY: tuple[type[Record], ...] = (Episode, Exercise, Caffeine, Stress, Sitting, Day)


def grouped(month: Month, day_start: int) -> Grouped:
    """Return a month's rows by local day, remembered by the month's identity."""
    known = _grouped.get(month)
    if known is None or known.day_start != day_start:
        known = _grouped[month] = _group(month, day_start)
    return known


def _group(month: Month, day_start: int) -> Grouped:
    rows: dict[type[object], dict[date, list[Record]]] = {kind: {} for kind in BY_DAY}
    exposures: Iterable[Exposure] = chain(
        month.of_kind(Exercise), month.of_kind(Caffeine), month.of_kind(Stress), month.of_kind(Sitting)
    )
    for row in exposures:
        rows[type(row)].setdefault(local_day(row.when, day_start), []).append(row)
    rows[Day] = {row.date: [row] for row in month.of_kind(Day)}
    counted: dict[date, list[Episode]] = {}
    regions: dict[Region, dict[date, list[Episode]]] = {region: {} for region in Region}
    for episode in month.of_kind(Episode):
        day = local_day(episode.onset, day_start)
        rows[Episode].setdefault(day, []).append(episode)
        if episode.counted:
            counted.setdefault(day, []).append(episode)
            for region in _spot_regions(episode.site, episode.side):
                regions[region].setdefault(day, []).append(episode)
    return Grouped(
        day_start,
        {kind: _fixed(days) for kind, days in rows.items()},
        _fixed(counted),
        {region: _fixed(days) for region, days in regions.items()},
    )


def _fixed(days: Mapping[date, list[T]]) -> ByDay[T]:
    return {day: tuple(rows) for day, rows in days.items()}


def _joined(parts: Iterable[ByDay[T]]) -> ByDay[T]:
    """Join months in order: a local day may lie in two of them."""
    whole: dict[date, tuple[T, ...]] = {}
    for part in parts:
        for day, rows in part.items():
            whole[day] = whole[day] + rows if day in whole else rows
    return whole


def _keys(diary: Diary, on: date) -> list[MonthKey]:
    low, high = on - timedelta(days=LONGEST_WINDOW) - MOST_OFFSET, on + MOST_OFFSET
    return sorted(key for key in diary.months if (low.year, low.month) <= key <= (high.year, high.month))


def _counted_up_to(diary: Diary, on: date) -> Iterator[Episode]:
    """Yield the counted episodes from the diary's beginning, in order of onset; months without any cost nothing."""
    late = on + MOST_OFFSET
    for key in sorted(diary.months):
        if key > (late.year, late.month):
            return
        month = diary.months[key]
        if first_rows(month)[0] is not None:
            for episode in month.of_kind(Episode):
                if episode.counted and diary.day_of(episode) <= on:
                    yield episode


def _first_days(diary: Diary, on: date, rows: Iterator[Episode], first: Episode | None) -> list[date]:
    """Return the days among which the first recorded one is: an offset may give a later episode the earlier day."""
    near = takewhile(lambda row: first is not None and row.onset - first.onset <= MOST_OFFSET, rows)
    days = [diary.day_of(row) for row in (first, *near) if row is not None]
    checked = _first_checked(diary, on)
    return days if checked is None else [*days, checked.date]


def _first_checked(diary: Diary, on: date) -> Day | None:
    for key in sorted(diary.months):
        first = first_rows(diary.months[key])[1]
        if first is not None:
            return first if first.date <= on else None
    return None


def first_rows(month: Month) -> tuple[Episode | None, Day | None]:
    """Return a month's first counted episode and first checked day, remembered by the month's identity."""
    if month not in _firsts:
        _firsts[month] = (
            next((row for row in month.of_kind(Episode) if row.counted), None),
            next((row for row in month.of_kind(Day) if row.checked), None),
        )
    return _firsts[month]
