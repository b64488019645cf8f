"""What is not a twitch: lab results, a medicine that was changed, a normal examination."""

from collections.abc import Iterable
from datetime import date, timedelta

from twitchlog.domain import words as say
from twitchlog.domain.medical import Analyte, Exam, ExamKind, ExamResult, Lab, Medicine, MedicineChange
from twitchlog.domain.texts import number_text
from twitchlog.insight.flags.flag import Evidence, Flag, Words, evidence_of, flag_of
from twitchlog.insight.flags.levels import NOTICED, SEE_A_DOCTOR, WORTH_MENTIONING
from twitchlog.insight.flags.phrases import dated, dates, shortened, why
from twitchlog.insight.flags.recent import Recent
from twitchlog.insight.flags.thresholds import Mark

MINERALS = (Analyte.POTASSIUM, Analyte.MAGNESIUM, Analyte.CALCIUM)
BEGUN = frozenset({MedicineChange.STARTED, MedicineChange.CHANGED})


def mineral(recent: Recent) -> Flag | None:
    """Point out a mineral whose newest result is below the limit the lab itself printed; no limits of our own."""
    days = int(recent.value("mineral_days"))
    first = max(recent.on - timedelta(days=days - 1), recent.after + timedelta(days=1))
    low = [row for row in _newest_results(recent) if _is_low(row) and row.date >= first]
    if not low:
        return None
    named = low[-1]
    result = f"{number_text(named.value or 0)} {shortened(named.unit)}".rstrip()
    words = Words(
        f"{say.ANALYTES[named.analyte].capitalize()} below the lab's range",
        f"The {say.ANALYTES[named.analyte]} result you entered for {dated(named.date, recent.on)} ({result}) is below "
        f"the lower limit printed by your lab ({number_text(named.low or 0)}). Low minerals are a known reason for "
        "twitching and can be treated. Please ask the doctor who ordered the test.",
        why("The newest result is below the lab's own limit.", Mark.ARTICLE),
        f"With a newer result that is not below the limit, after {days} days, or when you note that you have "
        "discussed it.",
    )
    return flag_of("mineral", SEE_A_DOCTOR, evidence_of(recent, low), words)


def _newest_results(recent: Recent) -> list[Lab]:
    """Return the newest result of each mineral that has a value and a lower limit, in the order of the minerals."""
    newest = {
        row.analyte: row
        for row in recent.dated(recent.gathered.labs)
        if row.value is not None and row.low is not None
    }
    return [newest[analyte] for analyte in MINERALS if analyte in newest]


def _is_low(row: Lab) -> bool:
    return row.value is not None and row.low is not None and row.value < row.low


def medicine(recent: Recent) -> Flag | None:
    """Point out a medicine started or changed shortly before twitching showed up after a time without.

    Public guidance names prescribed medicines; that it lies shortly before says nothing about a reason.
    """
    before = int(recent.value("medicine_days"))
    window = int(recent.value("medicine_window"))
    taken = [
        row
        for row in recent.dated(recent.gathered.medicines)
        if row.change in BEGUN and row.date > recent.after
    ]
    found = [
        (day, row)
        for day in _first_days(recent, window, before)
        for row in taken
        if day - timedelta(days=before) <= row.date <= day
    ]
    if not found:
        return None
    day, last = found[-1]
    evidence = Evidence((last.id,), (day,))
    return flag_of(
        "medicine", WORTH_MENTIONING, evidence, _medicine(last, day, recent.on, before=before, window=window)
    )


def _first_days(recent: Recent, window: int, before: int) -> list[date]:
    """Return the days of the window that are twitch days after so many days that are not."""
    twitches = [recent.is_twitch_day(day) for day in recent.days(window + before)]
    return [
        day
        for place, day in enumerate(recent.days(window), before)
        if twitches[place] and not any(twitches[place - before : place])
    ]


def _medicine(row: Medicine, day: date, on: date, *, before: int, window: int) -> Words:
    gap = (day - row.date).days
    when = "on the day" if gap == 0 else f"{say.count(gap, 'day')} after"
    return Words(
        "A medicine changed shortly before",
        f"Twitching shows up in the diary from {dated(day, on)}, {when} you noted {shortened(row.name)} as "
        f"{say.CHANGES[row.change]}. The two may have nothing to do with each other. Ask a pharmacist or doctor, and "
        "do not stop a prescribed medicine on your own.",
        why(f"Up to {before} days before the first day.", Mark.GUIDANCE),
        f"After {window} days, or when you note that you have discussed it.",
    )


def examined_normal(recent: Recent) -> Flag | None:
    """Recall a normal examination, whenever it was."""
    exam = normal_examination(recent)
    if exam is None:
        return None
    words = Words(
        "A normal examination",
        f"You noted a normal examination on {dates((exam.date,), recent.on)}. With tests that are normal too, doctors "
        "usually call such twitching benign and leave it at that. New weakness, numbness or pain would still be worth "
        "showing.",
        why("The newest examination is normal, no test is open.", Mark.ARTICLE),
    )
    return flag_of("examined_normal", NOTICED, evidence_of(recent, [exam]), words)


def normal_examination(recent: Recent) -> Exam | None:
    """Return the newest neurological examination if it, and the newest test of every other kind, is normal."""
    newest = _newest_of_each(recent.dated(recent.gathered.exams))
    if any(row.result is not ExamResult.NORMAL for row in newest.values()):
        return None
    return newest.get(ExamKind.NEUROLOGICAL_EXAM)


def _newest_of_each(exams: Iterable[Exam]) -> dict[ExamKind, Exam]:
    return {row.kind: row for row in exams}
