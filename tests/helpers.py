"""Builders that take only what matters; everything else is a harmless default."""

from datetime import date, datetime, time, timedelta, timezone
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from twitchlog.domain.day import Day
from twitchlog.domain.episode import Episode
from twitchlog.domain.exposures import Caffeine, Exercise, Sitting, Stress
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
from twitchlog.domain.sites import Side, Site

UTC = timezone(timedelta(0))
TODAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
"""The fixed clock of the tests: a Sunday."""


def an_id(*parts: object) -> str:
    """The same id for the same parts."""
    return str(uuid5(NAMESPACE_OID, "|".join(str(part) for part in parts)))


def at(day: date = TODAY, clock: str = "12:00", offset_min: int = 0) -> datetime:
    """A moment by its wall clock."""
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=timezone(timedelta(minutes=offset_min)))


def an_episode(**only: Any) -> Episode:
    """Left calf, now, nothing else given."""
    onset = only.pop("onset", NOON)
    known: dict[str, Any] = {"site": Site.CALF, "side": Side.LEFT, "recorded_at": onset} | only
    known.setdefault("id", an_id("episode", onset, sorted((k, str(v)) for k, v in known.items())))
    return Episode(onset=onset, **known)


def an_exercise(**only: Any) -> Exercise:
    """A run without a length."""
    known: dict[str, Any] = {"start": NOON, "activity": "run"} | only
    known.setdefault("recorded_at", known["start"])
    known.setdefault("id", an_id("exercise", *known.items()))
    return Exercise(**known)


def a_caffeine(**only: Any) -> Caffeine:
    """A coffee of unknown strength."""
    known: dict[str, Any] = {"at": NOON, "drink": "coffee"} | only
    known.setdefault("recorded_at", known["at"])
    known.setdefault("id", an_id("caffeine", *known.items()))
    return Caffeine(**known)


def a_stress(**only: Any) -> Stress:
    """Stress of level 4."""
    known: dict[str, Any] = {"at": NOON, "level": 4} | only
    known.setdefault("recorded_at", known["at"])
    known.setdefault("id", an_id("stress", *known.items()))
    return Stress(**known)


def a_sitting(**only: Any) -> Sitting:
    """Two hours of sitting."""
    known: dict[str, Any] = {"start": NOON, "duration_min": 120} | only
    known.setdefault("recorded_at", known["start"])
    known.setdefault("id", an_id("sitting", *known.items()))
    return Sitting(**known)


def a_day(**only: Any) -> Day:
    """Today, not checked."""
    known: dict[str, Any] = {"date": TODAY, "recorded_at": NOON} | only
    return Day(**known)


def a_medicine(**only: Any) -> Medicine:
    """A medicine started today."""
    known: dict[str, Any] = {
        "date": TODAY,
        "name": "Examplin",
        "change": MedicineChange.STARTED,
        "recorded_at": NOON,
    } | only
    known.setdefault("id", an_id("medicine", *known.items()))
    return Medicine(**known)


def a_lab(**only: Any) -> Lab:
    """Potassium, without a value."""
    known: dict[str, Any] = {"date": TODAY, "analyte": Analyte.POTASSIUM, "recorded_at": NOON} | only
    known.setdefault("id", an_id("lab", *known.items()))
    return Lab(**known)


def an_exam(**only: Any) -> Exam:
    """A normal neurological examination today."""
    known: dict[str, Any] = {
        "date": TODAY,
        "kind": ExamKind.NEUROLOGICAL_EXAM,
        "result": ExamResult.NORMAL,
        "recorded_at": NOON,
    } | only
    known.setdefault("id", an_id("exam", *known.items()))
    return Exam(**known)


def a_discussion(**only: Any) -> Discussion:
    """That weakness was discussed today."""
    known: dict[str, Any] = {"date": TODAY, "rule": "weakness", "recorded_at": NOON} | only
    known.setdefault("id", an_id("discussion", *known.items()))
    return Discussion(**known)
