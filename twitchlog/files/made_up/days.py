"""The days of the made-up diary: which are in it at all, when the person was awake, how lively they were."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

HOLIDAY_DAYS = 9
GAP_SHARE = 0.1
QUIET_SHARE = 0.18
STRETCH_DAYS = 14
STRETCH_LEVELS = (0.6, 0.8, 1.0, 1.0, 1.2, 1.5)
DAY_LEVELS = (0.4, 0.7, 1.0, 1.0, 1.2, 1.5)
ALWAYS_RECORDED = 14
"""The last days are all there, so that the sidebar has something to read."""


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """One day: ``awake_from`` and ``awake_to`` in minutes after midnight, ``level`` 0 for a day without twitches.

    ``recorded`` is false for a day the person did not open the diary.
    """

    date: date
    ago: int
    recorded: bool
    level: float
    awake_from: int
    awake_to: int
    sleep_hours: float

    @property
    def weekend(self) -> bool:
        """Whether it is Saturday or Sunday."""
        return self.date.weekday() >= 5


def planned_days(chance: Random, days: int, last: date) -> list[PlannedDay]:
    """Return the days to ``last``, which is included, the oldest first."""
    left_out = _left_out(chance, days)
    planned = []
    stretch = 1.0
    for ago in range(days - 1, -1, -1):
        if ago % STRETCH_DAYS == 0:
            stretch = chance.choice(STRETCH_LEVELS)
        planned.append(_planned(chance, last - timedelta(days=ago), ago, ago not in left_out, stretch))
    return planned


def _planned(chance: Random, day: date, ago: int, recorded: bool, stretch: float) -> PlannedDay:  # noqa: FBT001
    late = 75 if day.weekday() >= 5 else 0
    awake_from = 390 + late + 5 * chance.randrange(0, 13)
    awake_to = 1_350 + late + 5 * chance.randrange(-6, 13)
    sleep = round((24 * 60 - awake_to + awake_from) / 60 - chance.choice((0.2, 0.4, 0.4, 0.7, 1.0, 2.2)), 1)
    quiet = chance.random() < QUIET_SHARE
    level = 0.0 if quiet else stretch * chance.choice(DAY_LEVELS)
    return PlannedDay(day, ago, recorded, level, awake_from, awake_to, sleep)


def _left_out(chance: Random, days: int) -> set[int]:
    """Return the days, by how long ago, that are not in the diary: one holiday, and one to three days now and then."""
    wanted = round(days * GAP_SHARE)
    left_out: set[int] = set()
    if days >= 60:
        start = round(days * 0.38)
        left_out.update(range(start, start + HOLIDAY_DAYS))
    while len(left_out) < wanted and days > ALWAYS_RECORDED:
        start = chance.randrange(ALWAYS_RECORDED, days)
        left_out.update(range(start, min(start + chance.randrange(1, 4), days)))
    return left_out
