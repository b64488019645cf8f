"""Time of day: onsets against the waking hours of the same days, never against the clock alone.

A plain Rayleigh test finds a rhythm in nearly every diary, because people sleep.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import atan2, exp, tau

import numpy as np

from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.insight.columns import Bools, Floats, sums
from twitchlog.insight.triggers.bins import Bins, bins
from twitchlog.insight.triggers.fit import Rows, fit

LEAST_ONSETS, LEAST_DAYS = 20, 14
CLEAR_P = 0.01
LARGEST_CONDITION = 1e10


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The test for a time of day: ``statistic`` T, chi-squared with 2 degrees of freedom if there is none, and ``p``.

    ``hour``, 0 to under 24, is where the log rate per waking hour, taken as one wave a day, is highest; it means
    something only if ``clear``. ``days`` had an onset, ``onsets`` in all.
    """

    statistic: float
    p: float
    hour: float
    days: int
    onsets: int

    @property
    def clear(self) -> bool:
        """Whether to say at all that there is a time of day."""
        return self.p < CLEAR_P


@dataclass(frozen=True, slots=True)
class Dial:
    """Onsets and waking hours by hour of the clock, 0 to 23, over ``days`` complete days."""

    onsets: tuple[int, ...]
    hours: tuple[int, ...]
    days: int

    @property
    def rates(self) -> tuple[float | None, ...]:
        """Onsets per waking hour; ``None`` where the person was never awake, which is not "none"."""
        return tuple(
            onsets / hours if hours else None for onsets, hours in zip(self.onsets, self.hours, strict=True)
        )


def dial(diary: Diary, period: Period) -> Dial:
    """Return onsets and waking hours by hour of the clock over the complete days of a period."""
    found = bins(diary, period.first, period.last)
    if found is None:
        return Dial((0,) * 24, (0,) * 24, 0)
    return Dial(
        tuple(int(n) for n in sums(found.hour, found.onsets, 24)),
        tuple(int(n) for n in np.bincount(found.hour, minlength=24)),
        found.days,
    )


@lru_cache(maxsize=1)
def time_of_day(diary: Diary, period: Period) -> Rhythm | None:
    """Return the test for a time of day over the complete days of a period.

    ``None`` with under 20 onsets or 14 days with one, or if the onsets do not spread enough to test. Remembered for
    the last question, which two charts ask.
    """
    found = bins(diary, period.first, period.last)
    if found is None:
        return None
    excess, with_onset = _excess(found)
    days, onsets = int(with_onset.sum()), int(found.onsets.sum())
    if onsets < LEAST_ONSETS or days < LEAST_DAYS:
        return None
    excess = excess[with_onset]
    spread = excess.T @ excess
    smallest, largest = np.linalg.eigvalsh(spread)
    if largest <= 0 or smallest * LARGEST_CONDITION < largest:
        return None
    total = excess.sum(axis=0)
    statistic = float(total @ np.linalg.solve(spread, total))
    return Rhythm(statistic, exp(-statistic / 2), _highest(found, total), days, onsets)


def _highest(found: Bins, excess: Floats) -> float:
    """Return the hour at which a wave fitted within days is highest.

    Not the direction of the summed excess itself: it is drawn away from the middle of the waking hours, by up to
    1.7 h for waking hours 07 to 22 and a wave of exp(.8 cos). Only where there is no fit it has to do.
    """
    wave = fit(
        Rows(
            x=_direction(found).T,
            alike=found.hour,
            onsets=found.onsets,
            stratum=found.day,
            day=found.day,
            week=found.week,
            days=int(found.day[-1]) + 1,
            weeks=int(found.week[-1]) + 1,
        )
    )
    cosine, sine = (wave.b if wave else excess).tolist()
    return atan2(sine, cosine) * 24 / tau % 24


def _direction(found: Bins) -> Floats:
    angle = (found.hour + 0.5) * tau / 24
    return np.stack([np.cos(angle), np.sin(angle)])


def _excess(found: Bins) -> tuple[Floats, Bools]:
    """Return, for each day, the sum over onsets of their direction on the clock less the waking hours' mean direction.

    Shape (days, 2), and which days have an onset.
    """
    direction = _direction(found)
    bins_, onsets = np.bincount(found.day), sums(found.day, found.onsets)
    mean = np.stack([sums(found.day, each) / np.maximum(bins_, 1) for each in direction])
    summed = np.stack([sums(found.day, found.onsets * each) for each in direction])
    return (summed - onsets * mean).T, onsets > 0
