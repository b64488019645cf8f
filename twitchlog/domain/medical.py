"""Medicines, lab results, examinations, and what was talked over with a doctor."""

import datetime as dt
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from twitchlog.domain.checks import check_id, check_range, check_text
from twitchlog.domain.errors import RecordError
from twitchlog.domain.moments import check_date, check_moment


class MedicineChange(StrEnum):
    """What happened with a medicine on a day."""

    STARTED = "started"
    CHANGED = "changed"
    STOPPED = "stopped"


class Analyte(StrEnum):
    """What the lab measured."""

    POTASSIUM = "potassium"
    MAGNESIUM = "magnesium"
    CALCIUM = "calcium"
    OTHER = "other"


class ExamKind(StrEnum):
    """What kind of examination or test it was."""

    NEUROLOGICAL_EXAM = "neurological_exam"
    EMG = "emg"
    BLOOD = "blood"
    IMAGING = "imaging"
    OTHER = "other"


class ExamResult(StrEnum):
    """What came out of an examination."""

    NORMAL = "normal"
    ABNORMAL = "abnormal"
    AWAITING = "awaiting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Medicine:
    """A medicine that was started, changed or stopped on a day."""

    id: str
    date: dt.date
    name: str
    change: MedicineChange
    recorded_at: datetime

    def __post_init__(self) -> None:
        check_id(self.id)
        check_date("date", self.date)
        check_moment("recorded_at", self.recorded_at)
        if not self.name.strip():
            raise RecordError("name", "is needed")
        check_text("name", self.name, 200)

    @property
    def when(self) -> dt.date:
        """The date: what the diary sorts by."""
        return self.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Lab:
    """A lab result with the limits the lab itself printed; the program supplies none of its own."""

    id: str
    date: dt.date
    analyte: Analyte
    recorded_at: datetime
    value: float | None = None
    unit: str = ""
    low: float | None = None
    high: float | None = None

    def __post_init__(self) -> None:
        check_id(self.id)
        check_date("date", self.date)
        check_moment("recorded_at", self.recorded_at)
        for field in ("value", "low", "high"):
            check_range(field, getattr(self, field), 0, 1_000_000)
        if self.low is not None and self.high is not None and self.low > self.high:
            raise RecordError("low", "is above the upper limit")
        check_text("unit", self.unit, 200)

    @property
    def when(self) -> dt.date:
        """The date: what the diary sorts by."""
        return self.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Exam:
    """An examination or test, and what came out of it."""

    id: str
    date: dt.date
    kind: ExamKind
    result: ExamResult
    recorded_at: datetime
    who: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        check_id(self.id)
        check_date("date", self.date)
        check_moment("recorded_at", self.recorded_at)
        check_text("who", self.who, 200)
        check_text("note", self.note, 10_000)

    @property
    def when(self) -> dt.date:
        """The date: what the diary sorts by."""
        return self.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Discussion:
    """That a flag was talked over with a doctor, or how the follow-up question was answered.

    ``rule`` is a rule's code, ``urgent_yes`` or ``urgent_no``.
    """

    id: str
    rule: str
    date: dt.date
    recorded_at: datetime

    def __post_init__(self) -> None:
        check_id(self.id)
        check_date("date", self.date)
        check_moment("recorded_at", self.recorded_at)
        if not self.rule.strip():
            raise RecordError("rule", "is needed")
        check_text("rule", self.rule, 200)

    @property
    def when(self) -> dt.date:
        """The date: what the diary sorts by."""
        return self.date
