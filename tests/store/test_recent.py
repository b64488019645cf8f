"""The recent diary gives the same flags as the whole one."""

import random
from datetime import date, timedelta

import pytest

from tests.helpers import (
    TODAY,
    a_caffeine,
    a_day,
    a_discussion,
    a_lab,
    a_medicine,
    an_episode,
    an_exam,
    an_exercise,
    an_id,
    at,
)
from twitchlog.domain.day import CheckIn
from twitchlog.domain.episode import Symptom
from twitchlog.domain.medical import Analyte, ExamResult
from twitchlog.domain.record import Record
from twitchlog.domain.sites import Side, Site
from twitchlog.insight.flags import flags
from twitchlog.store.store import Store

LONGEST_WINDOW = timedelta(days=180)
BEGINNINGS = [5, 13, 14, 40, 200, 700]


def lived(seed: int, days: int) -> list[Record]:
    """What a person wrote down who began some days ago: often in one place, with all that rules look at."""
    chance = random.Random(seed)
    found: list[Record] = []

    def some_day() -> date:
        return TODAY - timedelta(days=chance.randrange(days + 1))

    def clock() -> str:
        return f"{chance.randrange(24):02}:{chance.randrange(60):02}"

    for n in range(days * 2):
        onset = at(some_day(), clock(), chance.choice([0, 0, 0, -600, 840]))
        site, side = chance.choice(
            [(Site.CALF, Side.LEFT), (Site.CALF, Side.LEFT), (Site.HAND, Side.BOTH), (Site.MANY, Side.BOTH)]
        )
        symptoms = frozenset(chance.sample(list(Symptom), chance.choice([0, 0, 0, 0, 1])))
        found.append(
            an_episode(
                id=an_id(seed, n),
                onset=onset,
                site=site,
                side=side,
                symptoms=symptoms,
                pulse=chance.choice([None, None, True]),
            )
        )
    for n in range(days + 1):
        if chance.random() < 0.6:
            day = TODAY - timedelta(days=n)
            found.append(
                a_day(
                    date=day,
                    check_in=chance.choice([None, *CheckIn]),
                    exposures_complete=True,
                    worry=chance.choice([None, 2, 5]),
                )
            )
    for n in range(days // 4 + 1):
        start = at(some_day(), clock())
        found += [an_exercise(id=an_id("run", n), start=start), a_caffeine(id=an_id("cup", n), at=start)]
    rules = ["weakness", "persistent", "several_places", "gaps", "mineral", "urgent_no"]
    for n in range(3):
        found += [
            a_medicine(id=an_id("pill", n), date=some_day()),
            a_lab(id=an_id("lab", n), date=some_day(), analyte=Analyte.POTASSIUM, value=3.0 + n, low=3.5),
            an_exam(id=an_id("exam", n), date=some_day(), result=chance.choice(list(ExamResult))),
            a_discussion(id=an_id("talk", n), date=some_day(), rule=chance.choice(rules)),
        ]
    return found


@pytest.mark.parametrize("days", BEGINNINGS)
@pytest.mark.parametrize("seed", range(3))
def test_flags_of_the_recent_diary_are_those_of_the_whole(seed: int, days: int) -> None:
    store = Store.in_memory()
    store.add_new(lived(seed, days))
    whole = store.diary()
    for on in (TODAY, TODAY - timedelta(days=3)):
        assert flags(store.recent_diary(on - LONGEST_WINDOW), on) == flags(whole, on)
    assert flags(whole, TODAY).shown
    store.close()
