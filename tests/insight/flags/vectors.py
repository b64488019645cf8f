"""The small language of the test diaries.

MMDD of 2026, local time is UTC. ``A-B/k``: every k days; ``x9``: nine. Statements are separated by ``;``.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from tests.helpers import (
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
from twitchlog.domain.day import CheckIn
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Pattern, Posture, Symptom, Vibration, WeaknessKind
from twitchlog.domain.medical import Analyte, ExamKind, ExamResult, MedicineChange
from twitchlog.domain.record import Record
from twitchlog.domain.settings import DiarySettings
from twitchlog.domain.sites import Side, Site
from twitchlog.insight.flags import Flag, Raised

TABLE = Path(__file__).parents[2] / "fixtures" / "flag_vectors.txt"
CHECK_INS = {"none": "none", "half": "none", "all": "all_logged", "some": "some_logged"}
EPISODE_FIELDS: dict[str, Any] = {
    "pattern": Pattern,
    "posture": Posture,
    "vibration": Vibration,
    "weakness_kind": WeaknessKind,
    "duration_s": int,
    "ongoing": lambda text: text == "true",
    "pulse": lambda text: text == "true",
}


class Vector(NamedTuple):
    name: str
    diary: str
    flags: str


def vectors() -> list[Vector]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [Vector(*(cell.strip() for cell in line.split("|"))) for line in lines if not line.startswith("#")]


def diary_of(text: str, settings: DiarySettings | None = None) -> Diary:
    return Diary.of(records_of(text), settings)


def records_of(text: str) -> list[Record]:
    records: dict[str, Record] = {}
    days: dict[date, dict[str, Any]] = {}
    for place, statement in enumerate(text.split(";")):
        word, when, *rest = statement.split()
        if word in RECORDS:
            records |= {record.id: record for record in RECORDS[word](place, when, rest)}
        else:
            for day in dates(when):
                days.setdefault(day, {}).update(_known_of_day(word, rest))
    return [*records.values(), *(_day(day, known) for day, known in days.items())]


def _known_of_day(word: str, rest: list[str]) -> dict[str, Any]:
    if word == "odd":
        return {"sleep_position_odd": True}
    if word == "worry":
        return {"worry": int(rest[0])}
    return {"check_in": CheckIn(CHECK_INS[word]), "exposures_complete": word != "half"}


def _day(day: date, known: dict[str, Any]) -> Record:
    return a_day(date=day, recorded_at=at(day), **known)


def dates(text: str) -> Iterator[date]:
    for part in text.split(","):
        span, _, step = part.partition("/")
        span, _, times = span.partition("x")
        first, _, last = span.partition("-")
        day = _date(first)
        while day <= _date(last or first):
            yield from [day] * int(times or 1)
            day += timedelta(days=int(step or 1))


def _date(text: str) -> date:
    return date(2026, int(text[:2]), int(text[2:]))


def _episodes(place: int, when: str, words: list[str]) -> Iterator[Record]:
    known: dict[str, Any] = {}
    clock, written = "12:00", ""
    for word in words:
        name, _, value = word.partition("=")
        if word.startswith("+"):
            known["symptoms"] = frozenset(Symptom(each) for each in word[1:].split(","))
        elif name == "written":
            written = value
        elif value:
            known[name] = EPISODE_FIELDS[name](value)
        elif ":" in word:
            clock = word
        else:
            site, side = word.split(".")
            known |= {"site": Site(site), "side": Side(side)}
    for count, day in enumerate(dates(when)):
        onset = at(day, clock)
        recorded_at = at(day, written) if written else onset
        yield an_episode(onset=onset, recorded_at=recorded_at, id=an_id("e", place, count), **known)


def _exercise(place: int, when: str, words: list[str]) -> Iterator[Record]:
    start, minutes, *muscles = words
    yield an_exercise(
        start=at(_date(when), start),
        duration_min=int(minutes),
        muscles=",".join(muscles),
        id=an_id("ex", place),
    )


def _sitting(place: int, when: str, words: list[str]) -> Iterator[Record]:
    yield a_sitting(start=at(_date(when), words[0]), duration_min=int(words[1]), id=an_id("sit", place))


def _caffeine(place: int, when: str, words: list[str]) -> Iterator[Record]:
    mg = None if words[1] == "?" else float(words[1])
    yield a_caffeine(at=at(_date(when), words[0]), mg=mg, id=an_id("caf", place))


def _stress(place: int, when: str, words: list[str]) -> Iterator[Record]:
    yield a_stress(at=at(_date(when), words[0]), level=int(words[1]), id=an_id("stress", place))


def _lab(place: int, when: str, words: list[str]) -> Iterator[Record]:
    analyte, value, *limits = words
    known = {name: float(limit) for name, _, limit in (each.partition("=") for each in limits)}
    day = _date(when)
    yield a_lab(
        date=day,
        recorded_at=at(day),
        analyte=Analyte(analyte),
        value=float(value),
        id=an_id("lab", place),
        unit="mmol/l",
        **known,
    )


def _medicine(place: int, when: str, words: list[str]) -> Iterator[Record]:
    day = _date(when)
    yield a_medicine(date=day, recorded_at=at(day), change=MedicineChange(words[0]), id=an_id("med", place))


def _exam(place: int, when: str, words: list[str]) -> Iterator[Record]:
    day = _date(when)
    kind = ExamKind(words[1] if len(words) > 1 else "neurological_exam")
    yield an_exam(
        date=day, recorded_at=at(day), kind=kind, result=ExamResult(words[0]), id=an_id("exam", place)
    )


def _talk(place: int, when: str, words: list[str]) -> Iterator[Record]:
    day = _date(when)
    yield a_discussion(date=day, recorded_at=at(day), rule=words[0], id=an_id("talk", place))


RECORDS = {
    "e": _episodes,
    "ex": _exercise,
    "sit": _sitting,
    "caf": _caffeine,
    "stress": _stress,
    "lab": _lab,
    "med": _medicine,
    "exam": _exam,
    "talk": _talk,
}


def summary(raised: Raised) -> str:
    """What was raised, as the table writes it: ``persistent 1, too_often 1 / quiet pain 2``."""
    shown = _listed(raised.shown) or "-"
    return f"{shown} / quiet {_listed(raised.quiet)}" if raised.quiet else shown


def _listed(flags: tuple[Flag, ...]) -> str:
    return ", ".join(f"{flag.rule} {flag.level}" for flag in flags)
