"""What came along with it: every sign the diary asks for, with its days or with how often there was none."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from twitchlog.domain import words
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode, Symptom, WeaknessKind
from twitchlog.domain.period import Period
from twitchlog.insight.flags.phrases import few
from twitchlog.report import dates

NAMES = {
    Symptom.WEAKNESS: "Weakness",
    Symptom.THINNING: "Muscle looks thinner",
    Symptom.NUMBNESS: "Numbness",
    Symptom.TINGLING: "Tingling",
    Symptom.PAIN: "Pain",
    Symptom.CRAMP: "Cramp",
    Symptom.STIFFNESS: "Stiffness",
}
"""In the order a neurologist asks."""

KINDS = {
    WeaknessKind.COULD_NOT: "could not do something",
    WeaknessKind.HEAVY: "tired or heavy",
    WeaknessKind.UNSURE: "kind not sure",
    None: "kind not given",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SymptomRow:
    """One sign: the days it was noted on, each once, with how many entries, and the words of the page."""

    symptom: Symptom
    name: str
    days: tuple[date, ...]
    entries: int
    said: str
    detail: str


def symptoms_of(diary: Diary, period: Period, checked: int) -> tuple[SymptomRow, ...]:
    """Return all seven signs; read from every entry, for a sign matters whatever shook the muscle."""
    entries = list(diary.within(Episode, period))
    return tuple(
        _row(diary, symptom, [row for row in entries if symptom in row.symptoms], period.last, checked)
        for symptom in NAMES
    )


def _row(diary: Diary, symptom: Symptom, rows: Sequence[Episode], on: date, checked: int) -> SymptomRow:
    days = tuple(sorted({diary.day_of(row) for row in rows}))
    return SymptomRow(
        symptom=symptom,
        name=NAMES[symptom],
        days=days,
        entries=len(rows),
        said=words.count(len(days), "day") if days else none_noted(checked),
        detail=_detail(symptom, rows, days, on) if days else "",
    )


def none_noted(checked: int) -> str:
    """Return what stands for a sign never noted: of how many days, or that nobody looked."""
    return f"none noted on {words.count(checked, 'checked day')}" if checked else "not recorded"


def _detail(symptom: Symptom, rows: Sequence[Episode], days: Sequence[date], on: date) -> str:
    # "12 days from ..." would repeat the number that stands before it.
    when = dates.some(days, on).removeprefix(f"{len(days)} days ")
    parts = [when, _kinds(rows) if symptom is Symptom.WEAKNESS else "", _where(rows)]
    return "; ".join(part for part in parts if part)


def _kinds(rows: Sequence[Episode]) -> str:
    counts = Counter(row.weakness_kind for row in rows)
    return ", ".join(f"{said} ({counts[kind]:,})" for kind, said in KINDS.items() if counts[kind])


def _where(rows: Sequence[Episode]) -> str:
    counts = Counter((row.site, row.side) for row in rows)
    order = sorted(counts, key=lambda spot: (-counts[spot], spot))
    return few([words.place(*spot).lower() for spot in order])
