"""What a diary is made of: the ten kinds of record, and an edit of one."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from twitchlog.domain.day import Day
from twitchlog.domain.episode import Episode
from twitchlog.domain.exposures import Caffeine, Exercise, Sitting, Stress
from twitchlog.domain.medical import Discussion, Exam, Lab, Medicine

Exposure: TypeAlias = Exercise | Caffeine | Stress | Sitting
Record: TypeAlias = Episode | Exposure | Day | Medicine | Lab | Exam | Discussion

TABLES: dict[str, type[Record]] = {
    "episodes": Episode,
    "exercise": Exercise,
    "caffeine": Caffeine,
    "stress": Stress,
    "sitting": Sitting,
    "days": Day,
    "medicines": Medicine,
    "labs": Lab,
    "exams": Exam,
    "discussions": Discussion,
}
"""The contract's tables, in its order."""

TABLE_OF: dict[type[Record], str] = {kind: table for table, kind in TABLES.items()}


def table_of(record: Record) -> str:
    """Return the table a record belongs to."""
    return TABLE_OF[type(record)]


def sort_key(record: Record) -> tuple[date | datetime, datetime, str]:
    """Return what orders records of one kind: when it was, then when it was written down, then the id."""
    return (record.when, record.recorded_at, record.id)


@dataclass(frozen=True, slots=True)
class Edit:
    """What changed with one record: ``before`` is ``None`` for a new one, ``after`` for a deleted one."""

    before: Record | None
    after: Record | None

    @property
    def reversed(self) -> "Edit":
        """The edit that takes this one back."""
        return Edit(self.after, self.before)
