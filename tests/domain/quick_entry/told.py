"""What a typed line gives, in one line, as the design page writes it: "calf.left, dur 300, int 2 + exercise run 14:32"."""

from collections.abc import Callable
from datetime import date, datetime
from itertools import count
from typing import Any
from uuid import UUID

from tests.helpers import at
from twitchlog.domain.episode import Episode
from twitchlog.domain.exposures import Caffeine, Exercise, Sitting, Stress
from twitchlog.domain.quick_entry import Understood, understand
from twitchlog.domain.record import Record

NOW = at(date(2026, 11, 22), "14:32", 60)
"""A Sunday afternoon, as on the page."""


def ids() -> Callable[[], str]:
    """A new id each time."""
    numbers = count(1)
    return lambda: str(UUID(int=next(numbers)))


def read(line: str, **around: Any) -> Understood:
    """The line, read on that Sunday at 14:32."""
    known: dict[str, Any] = {"now": NOW, "new_id": ids()} | around
    return understand(line, **known)


def told(line: str, **around: Any) -> str:
    """What the line gives: the sentence or question in the way, or the records; then the offers."""
    given = read(line, **around)
    if given.problem:
        return f"problem: {given.problem}"
    if given.asks:
        return f"asks {given.asks.field}: {' '.join(c.code for c in given.asks.choices)}".strip()
    offers = list(dict.fromkeys(offer.field for offer in given.offers))
    now = around.get("now", NOW)
    records = " + ".join(record_told(record, now) for record in given.records)
    return f"{records}; offers {' '.join(offers)}" if offers else records


def moment_told(moment: datetime, now: datetime) -> str:
    """14:32 today, else with the day."""
    return f"{moment:%H:%M}" if moment.date() == now.date() else f"{moment:%a %d %H:%M}"


def record_told(record: Record, now: datetime) -> str:
    """One record in the page's words."""
    match record:
        case Episode():
            return _episode(record, now)
        case Exercise():
            parts = [f"exercise {record.activity} {moment_told(record.start, now)}"]
            parts += [f"{record.duration_min} min"] if record.duration_min else []
            parts += [record.effort] if record.effort else []
            parts += [f'note "{record.note}"'] if record.note else []
            return ", ".join(parts)
        case Caffeine():
            mg = "mg unknown" if record.mg is None else f"{record.mg:g} mg"
            servings = f" x{record.servings:g}" if record.servings else ""
            return f"caffeine {record.drink}{servings}, {mg}, {moment_told(record.at, now)}"
        case Stress():
            return f"stress {record.level}, {moment_told(record.at, now)}"
        case Sitting():
            return f"sitting {moment_told(record.start, now)}, {record.duration_min} min"
        case _:
            known = {"check_in": "check_in", "sleep_hours": "sleep_hours"}
            said = [f"{name} {getattr(record, name)}" for name in known if getattr(record, name) is not None]
            return f"day {record.when}: {', '.join(said)}"


def _episode(record: Episode, now: datetime) -> str:
    parts = [f"{record.site}.{record.side}"]
    parts += [] if record.onset == now else [f"onset {moment_told(record.onset, now)}"]
    parts += ["onset_about"] if record.onset_about else []
    parts += [f"dur {record.duration_s}"] if record.duration_s else []
    parts += [f"pattern {record.pattern}"] if record.pattern else []
    parts += ["ongoing"] if record.ongoing else []
    parts += [f"int {record.intensity}"] if record.intensity else []
    parts += sorted(record.symptoms)
    parts += [f"weakness_kind {record.weakness_kind}"] if record.weakness_kind else []
    parts += [f"posture {record.posture}"] if record.posture else []
    parts += [] if record.visible is None else [f"visible {record.visible}"]
    parts += [] if record.pulse is None else [f"pulse {record.pulse}"]
    parts += [f"vibration {record.vibration}"] if record.vibration else []
    parts += [f'note "{record.note}"'] if record.note else []
    return ", ".join(parts)
