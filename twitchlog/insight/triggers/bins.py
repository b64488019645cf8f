"""The waking hours of the complete days, with their onsets, strata and exposures."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TypeVar

import numpy as np

from twitchlog.domain.diary import Diary
from twitchlog.insight.columns import Bools, Columns, Floats, Ints, columns
from twitchlog.insight.triggers.exposures import DAY, HOUR, Hours, exposed

Numbers = TypeVar("Numbers", Ints, Bools)

SAME_TWITCH_S = 15 * 60
"""An onset at the same spot sooner than this after the one before is the same twitch logged twice."""

STRATUM_DAYS = 30
WEEKENDS_FROM_DAYS = 84
AWAKE_FROM_MIN, AWAKE_TO_MIN = 7 * 60, 23 * 60


@dataclass(frozen=True, slots=True)
class Bins:
    """One row for each waking hour of a complete day that no twitch already under way fills.

    ``first`` and ``until`` are the first and the last day looked at, both included; ``days`` counts the complete
    days, ``day`` numbers them from 0. Arrays have the shape (bins,), sorted by time: ``begin`` in the wall seconds
    of ``Columns``, ``onsets`` in the bin, ``hour`` of the clock, ``day``, ``week`` and ``stratum`` numbers.
    ``exposed`` and ``known`` have the shape (5, bins), in the order of ``EXPOSURES``.
    """

    first: date
    until: date
    days: int
    begin: Ints
    onsets: Ints
    hour: Ints
    day: Ints
    week: Ints
    stratum: Ints
    exposed: Bools
    known: Bools


@dataclass(frozen=True, slots=True)
class Grid:
    """All 24 hours of each complete day: arrays of shape (days, 24), ``exposed`` and ``known`` (5, days, 24)."""

    days: "CompleteDays"
    day_start: int
    at_risk: Bools
    onsets: Ints
    exposed: Bools
    known: Bools

    def bins(self) -> Bins:
        """Return the bins at risk, of which there must be one."""
        days, (day, k) = self.days, np.nonzero(self.at_risk)
        return Bins(
            first=days.first,
            until=days.until,
            days=len(days.ordinals),
            begin=days.ordinals[day] * DAY + (k + self.day_start) * HOUR,
            onsets=self.onsets[self.at_risk],
            hour=(k + self.day_start) % 24,
            day=day,
            week=(days.ordinals[day] - days.first.toordinal()) // 7,
            stratum=_strata(days, self.day_start)[self.at_risk],
            exposed=self.exposed[:, self.at_risk],
            known=self.known[:, self.at_risk],
        )


@dataclass(frozen=True, slots=True)
class CompleteDays:
    """The complete days from ``first`` to ``until``: ordinals in order, and awake minutes after midnight or nan."""

    first: date
    until: date
    ordinals: Ints
    awake_from: Floats
    awake_to: Floats


def complete_days(diary: Diary, first: date | None, until: date | None) -> CompleteDays | None:
    """Return the complete days of a period, by default from the first to the last; ``None`` without any."""
    table = columns(diary)
    chosen = table.day_complete.copy()
    if first is not None:
        chosen &= table.day >= first.toordinal()
    if until is not None:
        chosen &= table.day <= until.toordinal()
    if not chosen.any():
        return None
    ordinals = table.day[chosen]
    return CompleteDays(
        first or date.fromordinal(int(ordinals[0])),
        until or date.fromordinal(int(ordinals[-1])),
        ordinals,
        table.day_awake_from[chosen],
        table.day_awake_to[chosen],
    )


@lru_cache(maxsize=1)
def bins(diary: Diary, first: date | None = None, until: date | None = None) -> Bins | None:
    """Return the bins at risk from ``first`` to ``until``, both included; ``None`` if there is none.

    Remembered for the last question: four charts of a page ask the same one.
    """
    found = grid(diary, first, until)
    return found.bins() if found else None


def grid(diary: Diary, first: date | None = None, until: date | None = None) -> Grid | None:
    """Return the hours of the complete days of a period; ``None`` if none of them is at risk."""
    days = complete_days(diary, first, until)
    if days is None:
        return None
    table, day_start = columns(diary), diary.settings.day_start
    hours = hours_of(days, day_start)
    at_risk = _awake(days, day_start) & ~_rows(_under_way(table, hours), hours, days)
    if not at_risk.any():
        return None
    exposure = exposed(table, hours)
    return Grid(
        days=days,
        day_start=day_start,
        at_risk=at_risk,
        onsets=_rows(_onsets_by_hour(table, hours), hours, days),
        exposed=np.stack([_rows(each, hours, days) for each in exposure.exposed]),
        known=np.stack([_rows(each, hours, days) for each in exposure.known]),
    )


def hours_of(days: CompleteDays, day_start: int) -> Hours:
    """Return the hours from the first to the last complete day."""
    first = int(days.ordinals[0])
    return Hours(first, int(days.ordinals[-1]) - first + 1, day_start)


def onsets(table: Columns, hours: Hours) -> Ints:
    """Return the wall times of counted onsets in these hours in order, without those logged twice."""
    # The twitch before the first hour decides whether the first one in it was logged twice.
    begin, end = hours.origin, hours.origin + hours.count * HOUR
    near = (table.episode_at > begin - SAME_TWITCH_S) & (table.episode_at < end) & table.episode_counted
    at, spot = table.episode_at[near], table.episode_spot[near]
    order = np.lexsort((at, spot))
    at, spot = at[order], spot[order]
    kept = np.ones(len(at), dtype=np.bool_)
    kept[1:] = (np.diff(spot) != 0) | (np.diff(at) >= SAME_TWITCH_S)
    return np.sort(at[kept & (at >= begin)])


def _rows(by_hour: Numbers, hours: Hours, days: CompleteDays) -> Numbers:
    """Return the complete days' rows of an array over all hours: shape (days, 24)."""
    return by_hour.reshape(hours.days, 24)[days.ordinals - hours.first_day]


def _onsets_by_hour(table: Columns, hours: Hours) -> Ints:
    return np.bincount((onsets(table, hours) - hours.origin) // HOUR, minlength=hours.count)


def _under_way(table: Columns, hours: Hours) -> Bools:
    """Return the hours that began while a counted twitch of known length went on."""
    lasting = table.episode_counted & (table.episode_length > 0)
    at = table.episode_at[lasting]
    return hours.covered(hours.after(at), hours.starting_from(at + table.episode_length[lasting]))


def _awake(days: CompleteDays, day_start: int) -> Bools:
    """Return the waking hours, shape (days, 24); where the times given make no day, 07:00 to 23:00."""
    begin = (np.nan_to_num(days.awake_from, nan=AWAKE_FROM_MIN) - day_start * 60) % 1440
    end = (np.nan_to_num(days.awake_to, nan=AWAKE_TO_MIN) - day_start * 60) % 1440
    end[end == 0] = 1440
    middle = np.arange(24) * 60 + 30
    given = (begin[:, None] <= middle) & (middle < end[:, None])
    clock = (np.arange(24) + day_start) % 24 * 60
    usual = (clock >= AWAKE_FROM_MIN) & (clock < AWAKE_TO_MIN)
    return np.where((begin < end)[:, None], given, usual)


def _strata(days: CompleteDays, day_start: int) -> Ints:
    """Return the stratum of each hour, shape (days, 24): two hours of the clock, 30 days, weekend in long diaries."""
    since = days.ordinals - days.first.toordinal()
    block = since // STRATUM_DAYS
    weekend = np.zeros_like(block)
    if (days.until - days.first).days + 1 >= WEEKENDS_FROM_DAYS:
        weekend[(days.ordinals + 6) % 7 >= 5] = 1
    two_hours = (np.arange(24, dtype=np.int64) + day_start) % 24 // 2
    of_day: Ints = (block - block[0]) * 2 + weekend
    return of_day[:, None] * 12 + two_hours
