"""Made-up diaries whose truth is known: 90 days, what acts by how much is given."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from itertools import count

import numpy as np

from twitchlog.domain.day import CheckIn, Day
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode
from twitchlog.domain.exposures import Caffeine, Exercise, Sitting, Stress
from twitchlog.domain.record import Record
from twitchlog.domain.sites import Side, Site
from twitchlog.insight.columns import Bools, Floats, Ints

THURSDAY = date(2026, 1, 1)
UTC = timezone(timedelta(0))
AWAKE = range(7, 23)
NOTHING_ACTS = (1.0, 1.0, 1.0, 1.0, 1.0)
SPOTS = [Site.CALF, Site.THIGH_FRONT, Site.SHIN, Site.FOOT, Site.HAND, Site.FOREARM, Site.EYELID, Site.CHEEK]
EXERCISE_EFFORT = {True: 0.3, False: 0.45}
AFTERNOON_COFFEE = {True: 0.75, False: 0.45}


@dataclass(frozen=True)
class Scenario:
    """A kind of diary: onsets a day before anything acts, how much days differ, and the true ratios.

    ``spread`` is the standard deviation of the log rate from day to day, which hangs together over days.
    ``unchecked_quiet`` is the share of days without a twitch that are not recorded, ``bursts`` the chance that an
    onset is followed by another. Ratios are in the order exercise, caffeine, stress, sitting, short sleep.
    """

    name: str
    per_day: float
    spread: float = 0.5
    ratios: tuple[float, ...] = NOTHING_ACTS
    days: int = 90
    unchecked_quiet: float = 0.0
    bursts: float = 0.0


@dataclass(frozen=True)
class Lived:
    """What happened: by day, and which of five exposures each waking hour has, shape (5, days, 16)."""

    stressed: Bools
    short_sleep: Bools
    exercise_hour: Ints
    coffee: Bools
    sitting: Bools
    exposed: Bools


@dataclass
class _Ids:
    numbers: Iterator[int] = field(default_factory=count)

    def __call__(self) -> str:
        return f"00000000-0000-4000-8000-{next(self.numbers):012x}"


def simulated(scenario: Scenario, draw: np.random.Generator) -> Diary:
    """Return one made-up diary."""
    lived = _lived(scenario.days, draw)
    onsets = _onsets(scenario, lived.exposed, draw)
    return Diary.of(_records(scenario, lived, onsets, draw))


def _hanging_together(days: int, draw: np.random.Generator) -> Floats:
    """An autoregressive series with correlation .5 and unit variance."""
    noise = draw.normal(0, 1, days)
    series = noise.copy()
    for k in range(1, days):
        series[k] = 0.5 * series[k - 1] + np.sqrt(0.75) * noise[k]
    return series


def _lived(days: int, draw: np.random.Generator) -> Lived:
    stressed = _hanging_together(days, draw) > 0.52
    short_sleep = 0.5 * _hanging_together(days, draw) + 0.5 * stressed > 0.8
    exercised = draw.random(days) < np.where(stressed, EXERCISE_EFFORT[True], EXERCISE_EFFORT[False])
    exercise_hour = np.where(exercised, np.where(draw.random(days) < 0.7, 18, 8), -1)
    afternoon = np.where(stressed, AFTERNOON_COFFEE[True], AFTERNOON_COFFEE[False])
    coffee = np.stack([draw.random(days) < 0.8, draw.random(days) < afternoon])
    weekday = np.array([(THURSDAY + timedelta(days=k)).weekday() < 5 for k in range(days)])
    sitting = draw.random((2, days)) < np.where(weekday, 0.5, 0.15)
    hour = np.array(AWAKE)
    exposed = np.zeros((5, days, len(hour)), dtype=np.bool_)
    exposed[0] = _within(exercise_hour[:, None] + 1, hour, 8) & exercised[:, None]
    for drunk, at in zip(coffee, (8, 14), strict=True):
        exposed[1] |= _within(np.array(at + 1), hour, 6) & drunk[:, None]
    exposed[2] = stressed[:, None]
    for sat, end in zip(sitting, (12, 17), strict=True):
        exposed[3] |= _within(np.array(end), hour, 4) & sat[:, None]
    exposed[4] = short_sleep[:, None]
    return Lived(stressed, short_sleep, exercise_hour, coffee, sitting, exposed)


def _within(first: Ints, hour: Ints, width: int) -> Bools:
    return (hour >= first) & (hour < first + width)


def _onsets(scenario: Scenario, exposed: Bools, draw: np.random.Generator) -> Ints:
    """Onsets in each waking hour, shape (days, 16)."""
    hour = np.array(AWAKE)
    rhythm = np.exp(0.8 * np.cos(2 * np.pi * (hour - 21) / 24))
    of_day = np.exp(scenario.spread * _hanging_together(scenario.days, draw) - scenario.spread**2 / 2)
    effect = np.exp(np.tensordot(np.log(scenario.ratios), exposed, axes=1))
    return np.asarray(
        draw.poisson(scenario.per_day * of_day[:, None] * rhythm / rhythm.sum() * effect), dtype=np.int64
    )


def _records(scenario: Scenario, lived: Lived, onsets: Ints, draw: np.random.Generator) -> Iterator[Record]:
    new_id, spots = _Ids(), count()
    quiet = (onsets.sum(axis=1) == 0) & (draw.random(scenario.days) < scenario.unchecked_quiet)
    for k in range(scenario.days):
        day = THURSDAY + timedelta(days=k)
        yield from _lived_records(lived, k, day, new_id)
        if not quiet[k]:
            yield Day(
                date=day,
                recorded_at=_at(day, 22),
                check_in=CheckIn.ALL_LOGGED,
                exposures_complete=True,
                sleep_hours=5.5 if lived.short_sleep[k] else 7.0,
            )
        for hour, number in zip(AWAKE, onsets[k], strict=True):
            for _ in range(number):
                for onset in _burst(_at(day, hour, int(draw.integers(1, 60))), scenario.bursts, draw):
                    yield Episode(
                        id=new_id(),
                        onset=onset,
                        recorded_at=onset,
                        site=SPOTS[next(spots) % len(SPOTS)],
                        side=Side.LEFT,
                    )


def _lived_records(lived: Lived, k: int, day: date, new_id: _Ids) -> Iterator[Record]:
    morning = _at(day, 7)
    level = 4 if lived.stressed[k] else 2
    yield Stress(id=new_id(), at=morning, level=level, recorded_at=morning)
    if lived.exercise_hour[k] >= 0:
        start = _at(day, int(lived.exercise_hour[k]))
        yield Exercise(id=new_id(), start=start, activity="run", duration_min=60, recorded_at=start)
    for drunk, hour in zip(lived.coffee[:, k], (8, 14), strict=True):
        if drunk:
            yield Caffeine(id=new_id(), at=_at(day, hour, 30), mg=80, recorded_at=morning)
    for sat, end in zip(lived.sitting[:, k], (12, 17), strict=True):
        if sat:
            yield Sitting(id=new_id(), start=_at(day, end - 3), duration_min=180, recorded_at=morning)


def _burst(onset: datetime, again: float, draw: np.random.Generator) -> Iterator[datetime]:
    yield onset
    while again and draw.random() < again:
        onset += timedelta(minutes=int(draw.integers(5, 60)))
        yield onset


def _at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), tzinfo=UTC)
