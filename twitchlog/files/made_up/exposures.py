"""What the person of the made-up diary does and takes, also on days without a twitch."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from twitchlog.domain.exposures import Caffeine, Effort, Exercise, Sitting, Stress
from twitchlog.domain.record import Exposure
from twitchlog.files.made_up.berlin import ZONE, at
from twitchlog.files.made_up.days import PlannedDay
from twitchlog.files.made_up.ids import NewId

SPORT_BY_WEEKDAY = (0.35, 0.6, 0.35, 0.6, 0.3, 0.7, 0.6)
LEGS, ARMS = "left_leg, right_leg", "left_arm, right_arm, trunk"
WORKDAY_SPORTS = (
    ("run", LEGS, (30, 35, 40, 45, 50)),
    ("run", LEGS, (30, 40, 45)),
    ("bike", LEGS, (40, 60, 75)),
    ("gym", ARMS, (45, 60)),
    ("swim", ARMS, (40, 50)),
)
WEEKEND_SPORTS = (
    ("hike", LEGS, (90, 120, 150, 210)),
    ("run", LEGS, (45, 60, 75)),
    ("bike", LEGS, (60, 90, 120)),
    ("football", LEGS, (60, 90)),
)
SPORT_NOTES = (
    "",
    "",
    "",
    "",
    "hilly",
    "legs heavy afterwards",
    "easy one",
    "with Jana",
    "first time in weeks",
)
DRINKS = (("coffee", 90.0), ("coffee", 90.0), ("coffee", 90.0), ("espresso", 80.0), ("tea", 50.0))
LATE_DRINKS = (("coffee", 90.0), ("tea", 50.0), ("green tea", 29.0), ("cola", 40.0))
COFFEE_TIMES = (
    (465, 0.92, DRINKS),
    (555, 0.62, DRINKS),
    (645, 0.55, DRINKS),
    (810, 0.6, DRINKS),
    (960, 0.45, LATE_DRINKS),
)
STRESS_TIMES = ((500, 0.95), (770, 0.7), (1_110, 0.65))
STRESS_LEVELS = (1, 2, 2, 2, 3, 3, 3, 4, 4, 5)
CALM_LEVELS = (1, 1, 1, 2, 2, 2, 3, 4)
SITTING_TIMES = (
    (525, 0.95, (120, 150, 180)),
    (690, 0.35, (30, 45)),
    (795, 0.95, (90, 120, 150, 180)),
    (990, 0.4, (45, 60)),
)
EVENING_SITTING = (1_200, 0.75, (60, 90, 120, 150))


@dataclass(frozen=True, slots=True)
class Doing:
    """Makes one day's exposures; ``new_id`` gives an id for a table."""

    chance: Random
    new_id: NewId
    day: PlannedDay

    def all(self) -> list[Exposure]:
        """Return the day's exposures in the order of the tables."""
        return [*self._exercise(), *self._caffeine(), *self._stress(), *self._sitting()]

    def _about(self, minute: int, spread: int = 35) -> int:
        """Return a minute near the given one, in the waking hours."""
        moved = minute + self.chance.randrange(-spread, spread + 1) + (40 if self.day.weekend else 0)
        return max(moved, self.day.awake_from + 10)

    def _exercise(self) -> Iterator[Exercise]:
        if self.chance.random() >= SPORT_BY_WEEKDAY[self.day.date.weekday()]:
            return
        activity, muscles, lengths = self.chance.choice(
            WEEKEND_SPORTS if self.day.weekend else WORKDAY_SPORTS
        )
        usual = (
            self.chance.choice((630, 840, 930))
            if self.day.weekend
            else self.chance.choice((410, 750, 1_070, 1_090))
        )
        start, minutes = self._about(usual), self.chance.choice(lengths)
        yield Exercise(
            id=self.new_id("exercise"),
            start=at(self.day.date, start),
            zone=ZONE,
            duration_min=minutes,
            activity=activity,
            effort=self.chance.choice((None, *Effort, Effort.MODERATE)),
            muscles=muscles,
            note=self.chance.choice(SPORT_NOTES),
            recorded_at=at(self.day.date, start + minutes + self.chance.randrange(2, 60)),
        )

    def _caffeine(self) -> Iterator[Caffeine]:
        for minute, share, drinks in COFFEE_TIMES:
            if self.chance.random() < share:
                drink, mg = self.chance.choice(drinks)
                servings = self.chance.choice((1, 1, 1, 2))
                when = self._about(minute, 25)
                yield Caffeine(
                    id=self.new_id("caffeine"),
                    at=at(self.day.date, when),
                    zone=ZONE,
                    mg=mg * servings,
                    drink=drink,
                    servings=float(servings),
                    recorded_at=at(self.day.date, when + self.chance.randrange(0, 40)),
                )

    def _stress(self) -> Iterator[Stress]:
        usual = self.chance.choice(CALM_LEVELS if self.day.weekend else STRESS_LEVELS)
        for minute, share in STRESS_TIMES:
            if self.chance.random() < share:
                when = self._about(minute, 30)
                yield Stress(
                    id=self.new_id("stress"),
                    at=at(self.day.date, when),
                    zone=ZONE,
                    level=min(max(usual + self.chance.choice((-1, 0, 0, 0, 1)), 1), 5),
                    recorded_at=at(self.day.date, when),
                )

    def _sitting(self) -> Iterator[Sitting]:
        for minute, share, lengths in (
            (EVENING_SITTING,) if self.day.weekend else (*SITTING_TIMES, EVENING_SITTING)
        ):
            if self.chance.random() < share:
                when, minutes = self._about(minute, 15), self.chance.choice(lengths)
                yield Sitting(
                    id=self.new_id("sitting"),
                    start=at(self.day.date, when),
                    zone=ZONE,
                    duration_min=minutes,
                    recorded_at=at(self.day.date, when + minutes),
                )
