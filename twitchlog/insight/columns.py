"""A numpy view of the diary, remembered by month: an edit rebuilds the columns of one month only."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime, time
from functools import lru_cache
from weakref import WeakKeyDictionary

import numpy as np
import numpy.typing as npt

from twitchlog.domain.day import Day
from twitchlog.domain.diary import Diary, Month
from twitchlog.domain.episode import Episode
from twitchlog.domain.exposures import Caffeine, Exercise, Sitting, Stress
from twitchlog.domain.sites import Side, Site

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

NOT_GIVEN = float("nan")
_SITE_NUMBER = {site: number for number, site in enumerate(Site)}
_SIDE_NUMBER = {side: number for number, side in enumerate(Side)}


@dataclass(frozen=True, slots=True)
class Columns:
    """Records as columns, each kind in the order of instants.

    Times (``*_at``, ``*_start``) are whole seconds of the record's own wall clock since the day with ordinal 0,
    so that ``date.toordinal`` times 86,400 is a date's midnight. ``episode_length`` is the known length in
    seconds, ``episode_spot`` one number for each pair of site and side. ``day`` is a date's ordinal,
    ``day_awake_from`` and ``day_awake_to`` are minutes after midnight. Not given is ``nan``.
    """

    episode_at: Ints
    episode_length: Ints
    episode_spot: Ints
    episode_counted: Bools
    exercise_start: Ints
    exercise_minutes: Floats
    caffeine_at: Ints
    caffeine_mg: Floats
    stress_at: Ints
    stress_level: Ints
    sitting_start: Ints
    sitting_minutes: Floats
    day: Ints
    day_complete: Bools
    day_awake_from: Floats
    day_awake_to: Floats
    day_sleep_hours: Floats


@lru_cache(maxsize=1)
def columns(diary: Diary) -> Columns:
    """Return the columns of a whole diary, remembered for the last one that was asked about; only months not seen before are read record by record."""
    parts = [columns_of(diary.months[key]) for key in sorted(diary.months)] or [columns_of(Month())]
    if len(parts) == 1:
        return parts[0]
    return Columns(
        *(np.concatenate([getattr(part, each.name) for part in parts]) for each in fields(Columns))
    )


_REMEMBERED: WeakKeyDictionary[Month, Columns] = WeakKeyDictionary()


def columns_of(month: Month) -> Columns:
    """Return the columns of one month, the same ones as long as the month lives."""
    known = _REMEMBERED.get(month)
    if known is None:
        known = _REMEMBERED[month] = _built(month)
    return known


def wall_seconds(moment: datetime) -> int:
    """Return the wall clock of a moment as whole seconds since the day with ordinal 0."""
    return moment.toordinal() * 86_400 + moment.hour * 3_600 + moment.minute * 60 + moment.second


def sums(group: Ints, values: Floats | Ints, groups: int = 0) -> Floats:
    """Return the sum of the values in each group; ``group`` numbers from 0, ``groups`` is how many there are at least."""
    return np.bincount(group, values, groups).astype(np.float64, copy=False)


def _built(month: Month) -> Columns:
    episodes, exercises = month.of_kind(Episode), month.of_kind(Exercise)
    caffeines, stresses = month.of_kind(Caffeine), month.of_kind(Stress)
    sittings, days = month.of_kind(Sitting), month.of_kind(Day)
    return Columns(
        episode_at=_ints(wall_seconds(row.onset) for row in episodes),
        episode_length=_ints(_length_s(row) for row in episodes),
        episode_spot=_ints(_SITE_NUMBER[row.site] * 8 + _SIDE_NUMBER[row.side] for row in episodes),
        episode_counted=_bools(row.counted for row in episodes),
        exercise_start=_ints(wall_seconds(row.start) for row in exercises),
        exercise_minutes=_floats(_number(row.duration_min) for row in exercises),
        caffeine_at=_ints(wall_seconds(row.at) for row in caffeines),
        caffeine_mg=_floats(_number(row.mg) for row in caffeines),
        stress_at=_ints(wall_seconds(row.at) for row in stresses),
        stress_level=_ints(row.level for row in stresses),
        sitting_start=_ints(wall_seconds(row.start) for row in sittings),
        sitting_minutes=_floats(_number(row.duration_min) for row in sittings),
        day=_ints(row.date.toordinal() for row in days),
        day_complete=_bools(row.complete for row in days),
        day_awake_from=_floats(_minutes(row.awake_from) for row in days),
        day_awake_to=_floats(_minutes(row.awake_to) for row in days),
        day_sleep_hours=_floats(_number(row.sleep_hours) for row in days),
    )


def _length_s(row: Episode) -> int:
    # Most rows have no length; asking them for a timedelta would double the time of building the columns.
    if row.duration_s is None and not row.ongoing:
        return 0
    length = row.known_length
    return length.days * 86_400 + length.seconds


def _minutes(clock: time | None) -> float:
    return NOT_GIVEN if clock is None else clock.hour * 60.0 + clock.minute


def _number(value: float | None) -> float:
    return NOT_GIVEN if value is None else float(value)


def _ints(values: Iterable[int]) -> Ints:
    return np.fromiter(values, dtype=np.int64)


def _bools(values: Iterable[bool]) -> Bools:
    return np.fromiter(values, dtype=np.bool_)


def _floats(values: Iterable[float]) -> Floats:
    return np.fromiter(values, dtype=np.float64)
