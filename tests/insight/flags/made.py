"""Made diaries for properties: strands of entries, check-ins, exposures and talks, dense enough to raise flags.

Made from a seed that hypothesis draws: drawing every field makes small diaries that raise next to nothing.
"""

from dataclasses import fields, replace
from datetime import date, datetime, timedelta, timezone
from random import Random
from typing import Any

from hypothesis import strategies as st

from tests.helpers import (
    TODAY,
    a_caffeine,
    a_day,
    a_discussion,
    a_lab,
    a_medicine,
    a_sitting,
    a_stress,
    an_episode,
    an_exam,
    an_exercise,
    an_id,
    at,
)
from twitchlog.domain.day import CheckIn, Day
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode, Pattern, Posture, Symptom, Vibration, WeaknessKind
from twitchlog.domain.medical import (
    Analyte,
    Discussion,
    Exam,
    ExamKind,
    ExamResult,
    Lab,
    Medicine,
    MedicineChange,
)
from twitchlog.domain.record import TABLES, Record
from twitchlog.domain.sites import Side, Site, sides_of
from twitchlog.insight.flags import RULES, flags

FURTHEST = 320
SPOTS = [(site, side) for site in Site for side in sides_of(site)]
FEW_SPOTS = [
    (Site.CALF, Side.LEFT),
    (Site.CALF, Side.BOTH),
    (Site.EYELID, Side.RIGHT),
    (Site.HAND, Side.LEFT),
]


def _back(chance: Random) -> int:
    return chance.randint(0, chance.choice([0, 10, 30, 100, FURTHEST]))


def _on(back: int) -> date:
    return TODAY - timedelta(days=back)


def _moment(chance: Random, day: date) -> datetime:
    return at(day, f"{chance.randrange(24):02}:{chance.choice([0, 1, 30, 59]):02}")


def _strand(chance: Random) -> list[Record]:
    """Episodes of one spot, every so many days."""
    site, side = chance.choice(chance.choice([FEW_SPOTS, FEW_SPOTS, SPOTS]))
    symptoms = frozenset(chance.sample(list(Symptom), chance.choice([0, 0, 0, 1, 2])))
    known: dict[str, Any] = {
        "symptoms": symptoms,
        "weakness_kind": chance.choice([None, *WeaknessKind]) if Symptom.WEAKNESS in symptoms else None,
        "pattern": chance.choice([None, *Pattern]),
        "duration_s": chance.choice([None, 30, 3599, 3600]),
        "posture": chance.choice([None, *Posture]),
        "vibration": chance.choice([None] * 8 + [Vibration.MUSIC]),
        "pulse": chance.choice([None] * 6 + [False, True]),
    }
    first, step = _back(chance), chance.choice([1, 1, 2, 3, 7, 14])
    days = [
        _on(first - step * place) for place in range(chance.choice([1, 3, 15, 40])) if first >= step * place
    ]
    times = chance.choice([1, 1, 1, 10])
    return [
        an_episode(
            onset=_moment(chance, day), site=site, side=side, id=an_id(chance.random(), day, time), **known
        )
        for day in days
        for time in range(times)
    ]


def _check_ins(chance: Random) -> list[Record]:
    """Days in a row, most of them checked."""
    first, share = chance.choice([7, 20, 70, 200]), chance.choice([0.3, 0.8, 1])
    known: dict[str, Any] = {
        "check_in": chance.choice([CheckIn.NONE, CheckIn.ALL_LOGGED, *CheckIn]),
        "exposures_complete": chance.random() < 0.8,
        "worry": chance.choice([None, None, 1, 4, 5]),
        "sleep_position_odd": chance.random() < 0.2,
    }
    days = [_on(back) for back in range(first) if chance.random() < share]
    return [a_day(date=day, recorded_at=at(day), **known) for day in days]


def _exposures(chance: Random) -> list[Record]:
    made: list[Record] = []
    for _ in range(chance.choice([0, 3, 12])):
        moment = _moment(chance, _on(chance.randint(0, 20)))
        kinds: list[Record] = [
            an_exercise(start=moment, duration_min=45, muscles="calf, hand"),
            an_exercise(start=moment),
            a_caffeine(at=moment, mg=80.0),
            a_stress(at=moment, level=5),
            a_sitting(start=moment, duration_min=180),
        ]
        made += kinds[chance.randrange(5) :]
    return made


def _medical(chance: Random) -> Record:
    day = _on(_back(chance))
    known: dict[str, Any] = {"date": day, "recorded_at": at(day)}
    made: list[Record] = [
        a_medicine(change=chance.choice(list(MedicineChange)), **known),
        an_exam(kind=chance.choice(list(ExamKind)), result=ExamResult.NORMAL, **known),
        an_exam(result=chance.choice(list(ExamResult)), **known),
        a_lab(analyte=chance.choice(list(Analyte)), value=chance.choice([1.0, 2.0]), low=1.5, **known),
        a_discussion(rule=chance.choice(["urgent", "urgent_yes", "urgent_no"]), **known),
    ]
    return chance.choice(made)


class Made(list[Record]):
    """Records that name themselves by their seed: hypothesis prints what failed."""

    def __init__(self, seed: int) -> None:
        super().__init__(made_records(seed))
        self._seed = seed

    def __repr__(self) -> str:
        return f"Made({self._seed})"


def made_records(seed: int) -> list[Record]:
    """Return the records of a diary up to today, each id once; some of what they raise was discussed."""
    chance = Random(seed)
    made = [row for _ in range(chance.choice([0, 1, 1, 2, 4])) for row in _strand(chance)]
    made += [row for _ in range(chance.choice([0, 1, 2])) for row in _check_ins(chance)]
    made += _exposures(chance) + [_medical(chance) for _ in range(chance.choice([0, 0, 1, 4]))]
    records = list({row.id: row for row in made}.values())
    talked = [flag.rule for flag in flags(Diary.of(records), TODAY).shown if chance.random() < 0.4]
    for rule in talked:
        day = _on(chance.randint(0, chance.choice([3, 30, 100])))
        records.append(a_discussion(rule=rule, date=day, recorded_at=at(day)))
    return records


record_lists = st.builds(Made, st.integers(0, 2**32))
hidings = st.dictionaries(st.sampled_from(list(RULES)), st.builds(_on, st.integers(0, 40)), max_size=2)


def moved(record: Record, by: timedelta) -> Record:
    """Return the record with all its dates moved."""
    return _with_times(record, lambda value: value + by)


def elsewhere(record: Record, offset: timezone) -> Record:
    """Return the record with the same wall clock in another time zone."""
    return _with_times(
        record, lambda value: value.replace(tzinfo=offset) if isinstance(value, datetime) else value
    )


def _with_times(record: Record, change: Any) -> Record:
    times = {
        each.name: change(value)
        for each in fields(record)
        if isinstance(value := getattr(record, each.name), date)
    }
    return replace(record, **times)


def cut(diary: Diary, since: date) -> Diary:
    """Return the diary as read in part: its last months, all that is medical, and how it began."""
    rows = [row for kind in TABLES.values() for row in diary.every(kind)]
    kept = [
        row
        for row in rows
        if isinstance(row, Medicine | Lab | Exam | Discussion) or diary.day_of(row) >= since
    ]
    counted = (row for row in diary.every(Episode) if row.counted)
    checked = (row for row in diary.every(Day) if row.checked)
    firsts = [row for row in (next(counted, None), next(checked, None)) if row is not None]
    return Diary.of({row.id: row for row in [*kept, *firsts]}.values(), diary.settings)
