"""What the made-up person's doctors found, and the one change of a medicine."""

from collections.abc import Iterator
from datetime import date, timedelta

from twitchlog.domain.medical import Analyte, Exam, ExamKind, ExamResult, Lab, Medicine, MedicineChange
from twitchlog.domain.record import Record
from twitchlog.files.made_up.berlin import at
from twitchlog.files.made_up.ids import NewId

BLOOD_AGO, EXAM_AGO, MEDICINE_AGO = 30, 23, 140
LABS = ((Analyte.POTASSIUM, 4.2, 3.5, 5.1), (Analyte.MAGNESIUM, 0.84, 0.75, 1.05))


def check_ups(new_id: NewId, days: int, last: date) -> Iterator[Record]:
    """Return what lies within so many days to ``last``."""
    if days > BLOOD_AGO:
        yield from _blood(new_id, last - timedelta(days=BLOOD_AGO))
    if days > EXAM_AGO:
        day = last - timedelta(days=EXAM_AGO)
        yield Exam(
            id=new_id("exams"),
            date=day,
            kind=ExamKind.NEUROLOGICAL_EXAM,
            result=ExamResult.NORMAL,
            who="Dr. Beispiel",
            note="strength and reflexes fine, come back if something changes",
            recorded_at=at(day, 1_080),
        )
    if days > MEDICINE_AGO:
        day = last - timedelta(days=MEDICINE_AGO)
        yield Medicine(
            id=new_id("medicines"),
            date=day,
            name="Beispielin 5 mg",
            change=MedicineChange.STARTED,
            recorded_at=at(day, 1_200),
        )


def _blood(new_id: NewId, day: date) -> Iterator[Record]:
    written = at(day, 990)
    yield Exam(
        id=new_id("exams"),
        date=day,
        kind=ExamKind.BLOOD,
        result=ExamResult.NORMAL,
        who="family doctor",
        recorded_at=written,
    )
    for analyte, value, low, high in LABS:
        yield Lab(
            id=new_id("labs"),
            date=day,
            analyte=analyte,
            value=value,
            unit="mmol/l",
            low=low,
            high=high,
            recorded_at=written,
        )
