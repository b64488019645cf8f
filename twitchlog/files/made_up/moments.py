"""What the last fortnight of the made-up diary is remembered for: one of each thing the sidebar speaks of."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

from twitchlog.domain.episode import Episode, Posture, Symptom, Vibration, WeaknessKind
from twitchlog.domain.exposures import Effort, Exercise
from twitchlog.domain.sites import Side, Site
from twitchlog.files.made_up.berlin import ZONE, at
from twitchlog.files.made_up.days import PlannedDay
from twitchlog.files.made_up.exposures import LEGS
from twitchlog.files.made_up.ids import NewId

HARD_RUN_AGO, HARD_RUN_AT, HARD_RUN_MIN = 8, 1_050, 55


@dataclass(frozen=True, slots=True)
class Moment:
    """One twitch so many days before the last, at a minute after midnight."""

    ago: int
    minute: int
    site: Site
    side: Side
    also: dict[str, Any] = field(default_factory=dict)


MOMENTS = (
    Moment(
        5,
        1_265,
        Site.CALF,
        Side.LEFT,
        {
            "symptoms": frozenset({Symptom.NUMBNESS}),
            "duration_s": 600,
            "intensity": 2,
            "posture": Posture.SITTING,
            "note": "foot had gone to sleep, legs crossed on the sofa",
        },
    ),
    Moment(
        HARD_RUN_AGO,
        1_190,
        Site.CALF,
        Side.LEFT,
        {
            "symptoms": frozenset({Symptom.WEAKNESS}),
            "weakness_kind": WeaknessKind.HEAVY,
            "duration_s": 300,
            "intensity": 3,
            "note": "legs like lead after the intervals",
        },
    ),
    Moment(
        3,
        1_378,
        Site.CALF,
        Side.LEFT,
        {"symptoms": frozenset({Symptom.CRAMP}), "intensity": 4, "duration_s": 60},
    ),
    Moment(12, 1_290, Site.ARCH, Side.LEFT, {"symptoms": frozenset({Symptom.TINGLING}), "intensity": 1}),
    Moment(
        2,
        1_302,
        Site.CALF,
        Side.LEFT,
        {"symptoms": frozenset({Symptom.TINGLING}), "note": "pins and needles"},
    ),
    Moment(6, 508, Site.THIGH_BACK, Side.LEFT, {"vibration": Vibration.VEHICLE, "note": "on the train"}),
    Moment(4, 1_355, Site.EYELID, Side.LEFT, {"pulse": True, "posture": Posture.LYING}),
    Moment(10, 950, Site.THUMB, Side.RIGHT, {"duration_s": 30, "intensity": 1, "note": "over the keyboard"}),
    Moment(40, 1_280, Site.CALF, Side.LEFT, {"symptoms": frozenset({Symptom.TINGLING}), "intensity": 2}),
)


def moments(chance: Random, new_id: NewId, by_ago: dict[int, PlannedDay], most: int) -> Iterator[Episode]:
    """Return those that fall on recorded days, at most so many."""
    for moment in MOMENTS[:most]:
        day = by_ago.get(moment.ago)
        if day is not None and day.recorded:
            onset = at(day.date, moment.minute)
            yield Episode(
                id=new_id("episodes"),
                onset=onset,
                zone=ZONE,
                site=moment.site,
                side=moment.side,
                recorded_at=at(day.date, moment.minute + chance.randrange(1, 15)),
                **moment.also,
            )


def hard_run(new_id: NewId, by_ago: dict[int, PlannedDay]) -> Iterator[Exercise]:
    """Return the run that the heavy legs came from."""
    day = by_ago.get(HARD_RUN_AGO)
    if day is not None and day.recorded:
        yield Exercise(
            id=new_id("exercise"),
            start=at(day.date, HARD_RUN_AT),
            zone=ZONE,
            duration_min=HARD_RUN_MIN,
            activity="run",
            effort=Effort.HARD,
            muscles=LEGS,
            note="intervals",
            recorded_at=at(day.date, HARD_RUN_AT + HARD_RUN_MIN + 10),
        )
