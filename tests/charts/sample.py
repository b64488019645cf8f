"""Diaries for the drawings: seeded, so that a picture is the same each time."""

from datetime import time
from random import Random

from tests.helpers import (
    TODAY,
    a_caffeine,
    a_medicine,
    a_sitting,
    a_stress,
    an_episode,
    an_exam,
    an_exercise,
    at,
)
from tests.insight.series.diaries import ALL, NONE, SOME, ago, checked
from twitchlog.domain.diary import Diary
from twitchlog.domain.record import Record
from twitchlog.domain.sites import Side, Site

SPOTS = [(Site.CALF, Side.LEFT), (Site.CALF, Side.BOTH), (Site.EYELID, Side.RIGHT), (Site.THUMB, Side.LEFT)]
SPOTS += [
    (Site.MANY, Side.MIDDLE),
    (Site.GLUTE_MAX, Side.LEFT),
    (Site.ARCH, Side.RIGHT),
    (Site.CHEST, Side.BOTH),
]


def a_year(days: int = 365, a_day: float = 3.0) -> Diary:
    """All kinds of records and of days."""
    chance = Random(7)
    rows: list[Record] = [
        an_exam(date=ago(days // 3)),
        a_medicine(date=ago(days // 3), name="$x^2$ <b>中文</b>"),
    ]
    rows += [a_medicine(date=ago(days // 2), name="A very long name of a medicine " * 4)]
    for n in range(days):
        rows += _day(chance, n, a_day)
    return Diary.of(rows)


def _day(chance: Random, n: int, a_day: float) -> list[Record]:
    if chance.random() < 0.1:
        return []
    day, number = ago(n), int(chance.expovariate(1 / a_day))
    rows: list[Record] = [
        an_episode(
            onset=at(day, f"{chance.choice([8, 13, 19, 20, 21, 22]):02d}:{chance.randrange(60):02d}"),
            note=str(k),
            intensity=chance.choice([None, 1, 2, 3, 4, 5]),
            **dict(zip(("site", "side"), chance.choice(SPOTS), strict=True)),
        )
        for k in range(number)
    ]
    rows += (
        [a_caffeine(at=at(day, "08:10"), mg=chance.choice([None, 40, 90, 250]))]
        if chance.random() < 0.8
        else []
    )
    rows += [an_exercise(start=at(day, "18:00"), duration_min=45)] if chance.random() < 0.4 else []
    rows += [a_sitting(start=at(day, "09:30"), duration_min=chance.choice([60, 180]))]
    rows += [a_stress(at=at(day, "07:30"), level=chance.randint(1, 5))] if chance.random() < 0.8 else []
    if chance.random() < 0.93:
        check = chance.choice([ALL, ALL, ALL, SOME]) if number else NONE
        rows.append(
            checked(
                day, check, sleep_hours=chance.choice([5, 6.5, 7, 8]), awake_from=time(7), awake_to=time(23)
            )
        )
    return rows


ONE_TWITCH = Diary.of([an_episode()])
ONE_DAY = Diary.of([an_episode(), checked(TODAY, ALL)])
EMPTY = Diary()
