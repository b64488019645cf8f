"""Records and questions as one line each, for a terminal."""

from datetime import datetime

from twitchlog.domain import words
from twitchlog.domain.day import Day
from twitchlog.domain.episode import Episode
from twitchlog.domain.exposures import Caffeine, Exercise, Sitting, Stress
from twitchlog.domain.quick_entry.understood import Understood
from twitchlog.domain.record import Record, table_of
from twitchlog.domain.texts import number_text

QUESTIONS = {
    "site": "where it was",
    "side": "which side it was",
    "time": "when it was",
    "length": "what the length belongs to",
    "strength": "what the number means",
    "symptom": "whether this came with it",
    "level": "how high the stress was, 1 calm to 5 very high",
}


def what_is_missing(understood: Understood) -> str:
    """Return why a line was not saved and what to write instead."""
    ask = understood.asks
    if understood.problem or ask is None:
        return (
            understood.problem
            or "Not saved: nothing in this line can be written down. Say a place and a side."
        )
    choices = " or ".join(choice.code for choice in ask.choices)
    one_of = f" ({choices})" if choices else ""
    return f"Not saved: please write the line again and say {QUESTIONS.get(ask.field, ask.field)}{one_of}."


def record_line(record: Record) -> str:
    """Return a record with its day and wall clock, so that a time that was only assumed is seen."""
    when = record.when
    start = f"{when:%Y-%m-%d %H:%M}" if isinstance(when, datetime) else f"{when:%Y-%m-%d}"
    return f"{start}  {', '.join(part for part in _parts(record) if part)}"


def _parts(record: Record) -> list[str]:
    match record:
        case Episode():
            return _episode(record)
        case Exercise():
            return [words.exercise(record)]
        case Caffeine():
            return [words.drink(record), f"{number_text(record.mg)} mg" if record.mg is not None else ""]
        case Stress():
            return [f"stress {record.level}, {words.STRESS_LEVELS[record.level]}"]
        case Sitting():
            return ["sitting", words.length(record.duration_min * 60) if record.duration_min else ""]
        case Day():
            return _day(record)
        case _:
            return [table_of(record)]


def _episode(record: Episode) -> list[str]:
    return [
        words.place(record.site, record.side),
        "time only roughly known" if record.onset_about else "",
        words.length(record.duration_s) if record.duration_s else "",
        "still going" if record.ongoing else "",
        words.PATTERNS[record.pattern] if record.pattern else "",
        words.STRENGTHS[record.intensity] if record.intensity else "",
        words.with_it(record),
        words.WEAKNESS_KINDS[record.weakness_kind] if record.weakness_kind else "",
        words.POSTURES[record.posture] if record.posture else "",
        "could be seen" if record.visible else "",
        "in time with the pulse" if record.pulse else "",
        f"vibration: {words.VIBRATIONS[record.vibration]}" if record.vibration else "",
        f"“{record.note}”" if record.note else "",
    ]


def _day(record: Day) -> list[str]:
    return [
        words.CHECK_INS[record.check_in] if record.check_in else "",
        f"slept {number_text(record.sleep_hours)} h" if record.sleep_hours is not None else "",
    ]
