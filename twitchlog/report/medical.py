"""Examinations, lab values and medicines as short rows, the newest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from twitchlog.domain import words
from twitchlog.domain.diary import Diary
from twitchlog.domain.medical import Exam, Lab, Medicine
from twitchlog.domain.texts import number_text
from twitchlog.insight.flags.phrases import dated
from twitchlog.report.typed import isolated


class Kind(Enum):
    """What a row is about, with its word on the page."""

    EXAM = "Exams"
    LAB = "Lab values"
    MEDICINE = "Medicines"


@dataclass(frozen=True, slots=True)
class MedicalRow:
    """One row; the text holds the person's own words."""

    kind: Kind
    date: date
    when: str
    text: str


def medical_of(diary: Diary, on: date) -> tuple[MedicalRow, ...]:
    """Return every examination, the newest result of each measure, and each medicine's last change, up to ``on``.

    These do not end with the period: a normal examination of last year still counts for a doctor.
    """
    return (*_exams(diary, on), *_labs(diary, on), *_medicines(diary, on))


def medicine_changes(diary: Diary, on: date) -> tuple[MedicalRow, ...]:
    """Return every change of every medicine up to ``on``, the newest first."""
    return tuple(_medicine(row, on) for row in diary.newest_first(Medicine) if row.date <= on)


def _exams(diary: Diary, on: date) -> Iterable[MedicalRow]:
    for row in diary.newest_first(Exam):
        if row.date <= on:
            parts = [f"{words.EXAM_KINDS[row.kind]}: {words.EXAM_RESULTS[row.result]}", isolated(row.who)]
            said = _capital(", ".join(part for part in parts if part))
            yield MedicalRow(Kind.EXAM, row.date, dated(row.date, on), said)


def _labs(diary: Diary, on: date) -> Iterable[MedicalRow]:
    seen: set[tuple[str, str]] = set()
    for row in diary.newest_first(Lab):
        measure = (row.analyte, row.unit.casefold() if row.analyte == "other" else "")
        if row.date <= on and measure not in seen:
            seen.add(measure)
            yield MedicalRow(Kind.LAB, row.date, dated(row.date, on), _capital(_lab(row)))


def _lab(row: Lab) -> str:
    if row.value is None:
        return f"{words.ANALYTES[row.analyte]}: no value given"
    result = f"{number_text(row.value)} {isolated(row.unit)}".rstrip()
    return f"{words.ANALYTES[row.analyte]} {result}, {_range(row)}"


def _range(row: Lab) -> str:
    """Return where the value lies in the limits the lab printed; the program has none of its own."""
    low, high, value = row.low, row.high, row.value
    if value is None or (low is None and high is None):
        return "no limits given"
    where = (
        "below"
        if low is not None and value < low
        else "above"
        if high is not None and value > high
        else "within"
    )
    limits = [f"{number_text(limit)}" for limit in (low, high) if limit is not None]
    printed = (
        " to ".join(limits) if len(limits) == 2 else f"{'from' if low is not None else 'up to'} {limits[0]}"
    )
    return f"{where} lab's {printed}"


def _medicines(diary: Diary, on: date) -> Iterable[MedicalRow]:
    seen: set[str] = set()
    for row in diary.newest_first(Medicine):
        name = row.name.strip().casefold()
        if row.date <= on and name not in seen:
            seen.add(name)
            yield _medicine(row, on)


def _medicine(row: Medicine, on: date) -> MedicalRow:
    said = f"{isolated(row.name)} {words.CHANGES[row.change]}"
    return MedicalRow(Kind.MEDICINE, row.date, dated(row.date, on), said)


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
