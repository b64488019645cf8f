"""When the made-up twitches come, and how they are described.

True effects: about twice as many for eight hours after exercise, a third more after a high stress rating. Coffee and
short nights change nothing: they only keep the same company, mornings and bad weeks.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate
from random import Random
from typing import Any

from twitchlog.domain.episode import Episode, Pattern, Posture, Symptom
from twitchlog.domain.exposures import Exercise, Stress
from twitchlog.domain.record import Exposure
from twitchlog.files.made_up.berlin import ZONE, at, lived
from twitchlog.files.made_up.days import PlannedDay
from twitchlog.files.made_up.ids import NewId
from twitchlog.files.made_up.notes import note
from twitchlog.files.made_up.places import Spot, spot_on

BY_HOUR: tuple[float, ...] = (
    *(1.0, 0.5, 0.2, 0.2, 0.2, 0.2, 0.3, 0.4, 0.4, 0.4, 0.5, 0.5),
    *(0.6, 0.6, 0.6, 0.7, 0.8, 0.9, 1.2, 1.6, 2.2, 2.6, 2.4, 1.6),
)
AFTER_EXERCISE, EXERCISE_HOURS = 2.3, 8
AFTER_STRESS = 1.35
WEEKEND = 1.15
SLOT_MIN = 10
FOLLOWERS = (0, 0, 0, 0, 0, 1, 1, 2, 3)
"""How many more come in the same bout."""
LENGTHS_S = (None, None, None, 10, 20, 30, 30, 60, 60, 120, 120, 180, 300, 300, 600, 900, 1_800)
STRENGTHS = (None, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 4, 5)
PATTERNS = (None, None, None, None, Pattern.ON_AND_OFF, Pattern.ON_AND_OFF, Pattern.SINGLE)
EVENING = (None, Posture.LYING, Posture.LYING, Posture.SITTING, Posture.SITTING)
DAYTIME = (None, None, Posture.SITTING, Posture.SITTING, Posture.STANDING, Posture.WALKING)
VISIBLE = (None, None, None, None, None, True, True, False)
RARELY, RARELY_FROM_AGO = 0.006, 35
"""Before the four weeks that the flags put together; what is told of these is in moments.py."""
RARE = (Symptom.TINGLING, Symptom.TINGLING, Symptom.STIFFNESS, Symptom.CRAMP)


@dataclass(frozen=True, slots=True)
class Slot:
    """Ten minutes in which a twitch may come: its day and its first minute after midnight."""

    day: PlannedDay
    minute: int


@dataclass(frozen=True, slots=True)
class Bouts:
    """All slots of the diary with their running sums of likelihood, to draw twitches from."""

    slots: Sequence[Slot]
    sums: Sequence[float]

    @classmethod
    def of(cls, days: Sequence[PlannedDay], exposures: Sequence[Exposure]) -> "Bouts":
        """Return the slots of all recorded, lively days."""
        lifted = _lifted(exposures)
        slots: list[Slot] = []
        weights: list[float] = []
        for day in days:
            if day.recorded and day.level:
                for minute in range(day.awake_from + 10, day.awake_to - SLOT_MIN, SLOT_MIN):
                    slots.append(Slot(day, minute))
                    weights.append(_weight(day, minute) * lifted.get(_key(at(day.date, minute)), 1.0))
        return cls(slots, list(accumulate(weights)))

    def drawn(self, chance: Random, count: int) -> Iterator[tuple[PlannedDay, datetime, Spot]]:
        """Return so many twitches, bout after bout, in no order of time; none if there is no slot."""
        made = 0
        while made < count and self.slots:
            slot = self.slots[bisect_right(self.sums, chance.random() * self.sums[-1], hi=len(self.sums) - 1)]
            spot = spot_on(chance, slot.day.ago)
            minute = slot.minute + chance.randrange(SLOT_MIN)
            for _ in range(1 + chance.choice(FOLLOWERS)):
                if made < count and minute < slot.day.awake_to:
                    yield slot.day, at(slot.day.date, minute) + timedelta(seconds=chance.randrange(60)), spot
                    made += 1
                minute += chance.randrange(16, 55)


def _weight(day: PlannedDay, minute: int) -> float:
    return BY_HOUR[minute // 60 % 24] * day.level * (WEEKEND if day.weekend else 1.0)


def _key(moment: datetime) -> int:
    return int(moment.timestamp()) // (60 * SLOT_MIN)


def _lifted(exposures: Sequence[Exposure]) -> dict[int, float]:
    """Return by how much the slots after exercise and high stress are likelier; each counts once."""
    after_exercise: set[int] = set()
    after_stress: set[int] = set()
    for exposure in exposures:
        if isinstance(exposure, Exercise):
            first = _key(exposure.end)
            after_exercise.update(range(first, first + EXERCISE_HOURS * 60 // SLOT_MIN))
        elif isinstance(exposure, Stress) and exposure.level >= 4:
            first = _key(exposure.at)
            after_stress.update(range(first, first + 8 * 60 // SLOT_MIN))
    lifted = dict.fromkeys(after_exercise, AFTER_EXERCISE)
    for key in sorted(after_stress):
        lifted[key] = lifted.get(key, 1.0) * AFTER_STRESS
    return lifted


def episode(chance: Random, new_id: NewId, day: PlannedDay, onset: datetime, spot: Spot) -> Episode:
    """Return a twitch as a person describes it: rarely everything, often only where and when."""
    about = chance.random() < 0.08
    if about:
        onset = onset.replace(minute=30 * (onset.minute // 30), second=0)
    return Episode(
        id=new_id("episodes"),
        onset=onset,
        zone=ZONE,
        site=spot[0],
        side=spot[1],
        onset_about=about,
        recorded_at=_written_down(chance, day, onset),
        **_described(chance, onset, day.ago),
    )


def _described(chance: Random, onset: datetime, ago: int) -> dict[str, Any]:
    rare = ago >= RARELY_FROM_AGO and chance.random() < RARELY
    return {
        "duration_s": chance.choice(LENGTHS_S),
        "pattern": chance.choice(PATTERNS),
        "intensity": chance.choice(STRENGTHS),
        "symptoms": frozenset({chance.choice(RARE)}) if rare else frozenset(),
        "visible": chance.choice(VISIBLE),
        "posture": chance.choice(EVENING if onset.hour >= 20 or onset.hour < 4 else DAYTIME),
        "note": note(chance),
    }


def _written_down(chance: Random, day: PlannedDay, onset: datetime) -> datetime:
    """Return when: mostly at once, sometimes in the evening; never after the night the day ends with."""
    delay = timedelta(minutes=chance.choice((0, 0, 0, 0, 1, 2, 3, 5, 10, 20, 45, 90, 240, 420)))
    return max(min(lived(onset + delay), at(day.date, 27 * 60)), onset)
