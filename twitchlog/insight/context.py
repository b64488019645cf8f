"""What went before an episode, for the doctor's table and the doctor's page."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import itemgetter
from typing import Generic, TypeVar

from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode
from twitchlog.domain.exposures import LONGEST_MIN, Caffeine, Exercise, Sitting, Stress
from twitchlog.domain.period import Period

EXERCISE_H, CAFFEINE_H, SITTING_H = 48, 12, 4
"""Hours looked back; sitting as in the rule on long sitting, from its end."""
LONGEST_H = LONGEST_MIN // 60
AROUND = timedelta(days=1 + (EXERCISE_H + LONGEST_H) // 24)
HOUR = 3_600.0

T = TypeVar("T", Exercise, Caffeine, Stress, Sitting)


@dataclass(frozen=True, slots=True)
class Effort:
    """An exercise before an episode; ``hours`` from its end to the onset, ``None`` when it still went on."""

    exercise: Exercise
    hours: float | None


@dataclass(frozen=True, slots=True)
class Context:
    """What the diary holds about the time before one episode; nothing logged is ``None``, never 0.

    ``exercise``: begun before the onset and ended at most 48 h before it, the nearest first. ``caffeine_mg``: the
    amounts given in the 12 h before, together; ``caffeine_unknown`` drinks had none. ``stress``: the latest
    rating, 1 to 5, of the episode's local day. ``sitting_min``: the longest spell before the onset that ended at
    most 4 h before it, in minutes.
    """

    exercise: tuple[Effort, ...] = ()
    caffeine_mg: float | None = None
    caffeine_unknown: int = 0
    stress: int | None = None
    sitting_min: int | None = None


class _Timed(Generic[T]):
    """Exposures of one kind in the order of time, to be cut out by bisection."""

    def __init__(self, rows: Iterable[T]) -> None:
        self._rows: Sequence[T] = tuple(rows)
        self._at = [row.when.timestamp() for row in self._rows]

    def between(self, first: float, last: float) -> Sequence[T]:
        """Return those that began from ``first`` to ``last``, both included, in seconds since 1970."""
        return self._rows[bisect_left(self._at, first) : bisect_right(self._at, last)]


def contexts(diary: Diary, episodes: Iterable[Episode]) -> Iterator[Context]:
    """Return the context of each episode, in the order given; 100,000 cost a second, not a look at every pair."""
    exercise, caffeine = _Timed(diary.every(Exercise)), _Timed(diary.every(Caffeine))
    sitting, stress = _Timed(diary.every(Sitting)), _stress_by_day(diary, diary.every(Stress))
    for episode in episodes:
        onset = episode.onset.timestamp()
        drinks = caffeine.between(onset - CAFFEINE_H * HOUR, onset)
        amounts = [drink.mg for drink in drinks if drink.mg is not None]
        yield Context(
            exercise=_efforts(exercise.between(onset - (EXERCISE_H + LONGEST_H) * HOUR, onset), onset),
            caffeine_mg=sum(amounts) if amounts else None,
            caffeine_unknown=len(drinks) - len(amounts),
            stress=stress.get(diary.day_of(episode)),
            sitting_min=_longest(sitting.between(onset - (SITTING_H + LONGEST_H) * HOUR, onset), onset),
        )


def context(diary: Diary, episode: Episode) -> Context:
    """Return what went before one episode; looks at the days around it only."""
    day = diary.day_of(episode)
    near = Period(day - AROUND, day + timedelta(days=2))
    rows = (row for kind in (Exercise, Caffeine, Stress, Sitting) for row in diary.within(kind, near))
    return next(contexts(Diary.of(rows, diary.settings), [episode]))


def _stress_by_day(diary: Diary, ratings: Iterable[Stress]) -> dict[date, int]:
    """Return the latest level of each local day; ratings come in the order of time."""
    return {diary.day_of(rating): rating.level for rating in ratings}


def _efforts(before: Sequence[Exercise], onset: float) -> tuple[Effort, ...]:
    since = [(onset - (row.when.timestamp() + 60 * (row.duration_min or 0)), row) for row in before]
    near = sorted(((gone, row) for gone, row in since if gone <= EXERCISE_H * HOUR), key=itemgetter(0))
    return tuple(Effort(row, gone / HOUR if gone >= 0 else None) for gone, row in near)


def _longest(before: Sequence[Sitting], onset: float) -> int | None:
    """Return minutes: of the spell that still goes on only what is over."""
    spells = [
        min(row.duration_min, round((onset - row.when.timestamp()) / 60))
        for row in before
        if row.duration_min and onset - (row.when.timestamp() + 60 * row.duration_min) <= SITTING_H * HOUR
    ]
    return max(spells, default=None)
