"""Which hours count as exposed: the five exposures, in the order every table has."""

from dataclasses import dataclass

import numpy as np

from twitchlog.insight.columns import Bools, Columns, Floats, Ints

EXPOSURES = ("exercise", "caffeine", "stress", "sitting", "short_sleep")
WINDOW_H: dict[str, int | None] = {
    "exercise": 8,
    "caffeine": 6,
    "stress": None,
    "sitting": 4,
    "short_sleep": None,
}
"""Hours after its end in which an exposure counts; ``None``: not a window after an end."""

LEAST_MG = 50
HIGH_STRESS = 4
LONG_SITTING_MIN = 120
SHORT_SLEEP_H = 6

HOUR, DAY = 3_600, 86_400
_NEVER = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Hours:
    """A run of whole local days, each cut into 24 hours on the wall clock from the day's start.

    ``origin`` is the wall time of the first hour in the seconds of ``Columns``, ``count`` the number of hours.
    """

    first_day: int
    days: int
    day_start: int

    @property
    def origin(self) -> int:
        """The wall time at which the first hour begins."""
        return self.first_day * DAY + self.day_start * HOUR

    @property
    def count(self) -> int:
        """How many hours there are."""
        return self.days * 24

    def starting_from(self, moments: Ints) -> Ints:
        """Return the number of the first hour that begins at a moment or after it, kept within the run."""
        return np.clip(-((self.origin - moments) // HOUR), 0, self.count)

    def after(self, moments: Ints) -> Ints:
        """Return the number of the first hour that begins after a moment, kept within the run."""
        return np.clip((moments - self.origin) // HOUR + 1, 0, self.count)

    def covered(self, first: Ints, stop: Ints) -> Bools:
        """Return which hours lie in any of the half-open spans of hour numbers."""
        size = self.count + 1
        steps = np.bincount(first, minlength=size) - np.bincount(np.maximum(stop, first), minlength=size)
        return np.cumsum(steps)[:-1] > 0

    def day_of(self, moments: Ints) -> Ints:
        """Return the number of each moment's local day, negative or too large outside the run."""
        return (moments - self.origin) // DAY


@dataclass(frozen=True, slots=True)
class Exposed:
    """Exposed and known hours of the five exposures: two arrays of shape (5, hours)."""

    exposed: Bools
    known: Bools


def exposed(columns: Columns, hours: Hours) -> Exposed:
    """Return which hours are exposed to what, and for which of them this is known."""
    everything = np.ones(hours.count, dtype=np.bool_)
    high, rated = _stress(columns, hours)
    short, slept = _short_sleep(columns, hours)
    after_exercise = _window(hours, exercise_end(columns), WINDOW_H["exercise"])
    after_caffeine = _window(hours, caffeine_at(columns), WINDOW_H["caffeine"])
    after_sitting = _window(hours, _long_sitting_end(columns), WINDOW_H["sitting"])
    return Exposed(
        exposed=np.stack([after_exercise, after_caffeine, high, after_sitting, short]),
        known=np.stack([everything, everything, rated, everything, slept]),
    )


def exercise_end(columns: Columns) -> Ints:
    """Return the wall times at which exercise ended; without a length, at which it began."""
    return columns.exercise_start + _seconds(np.nan_to_num(columns.exercise_minutes))


def caffeine_at(columns: Columns) -> Ints:
    """Return the wall times of drinks with 50 mg or more, or an amount not given."""
    enough = np.isnan(columns.caffeine_mg) | (columns.caffeine_mg >= LEAST_MG)
    return columns.caffeine_at[enough]


def _long_sitting_end(columns: Columns) -> Ints:
    # A length not given compares as false, so such a spell is no exposure.
    long = columns.sitting_minutes >= LONG_SITTING_MIN
    return columns.sitting_start[long] + _seconds(columns.sitting_minutes[long])


def _seconds(minutes: Floats) -> Ints:
    return np.asarray(minutes * 60, dtype=np.int64)


def _window(hours: Hours, ends: Ints, width_h: int | None) -> Bools:
    return hours.covered(hours.starting_from(ends), hours.starting_from(ends + (width_h or 0) * HOUR))


def _stress(columns: Columns, hours: Hours) -> tuple[Bools, Bools]:
    """Return the hours after a high rating made before the day's first counted onset, and the known hours.

    A rating after a twitch may be its result: without an earlier one, the hours from it on are unknown.
    """
    first_onset = _first_of_day(hours, columns.episode_at[columns.episode_counted])
    day = hours.day_of(columns.stress_at)
    inside = (day >= 0) & (day < hours.days)
    at, day, level = columns.stress_at[inside], day[inside], columns.stress_level[inside]
    before = at < first_onset[day]
    rated_before = np.zeros(hours.days, dtype=np.bool_)
    rated_before[day[before]] = True
    high_from = _first_of_day(hours, at[before & (level >= HIGH_STRESS)])
    unknown_from = np.where(rated_before, _NEVER, _first_of_day(hours, at[~before]))
    begins = hours.origin + np.arange(hours.count) * HOUR
    of_day = np.arange(hours.count) // 24
    return begins >= high_from[of_day], begins < unknown_from[of_day]


def _first_of_day(hours: Hours, moments: Ints) -> Ints:
    first = np.full(hours.days, _NEVER)
    day = hours.day_of(moments)
    inside = (day >= 0) & (day < hours.days)
    np.minimum.at(first, day[inside], moments[inside])
    return first


def _short_sleep(columns: Columns, hours: Hours) -> tuple[Bools, Bools]:
    slept = np.full(hours.days, np.nan)
    day = columns.day - hours.first_day
    inside = (day >= 0) & (day < hours.days)
    slept[day[inside]] = columns.day_sleep_hours[inside]
    return np.repeat(slept < SHORT_SLEEP_H, 24), np.repeat(~np.isnan(slept), 24)
