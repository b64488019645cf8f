"""Records of every kind with every text a person or an enemy may write, for the properties of files."""

from datetime import date, datetime, time, timedelta, timezone
from typing import TypeVar

from hypothesis import strategies as st

from twitchlog.domain.day import CheckIn, Day
from twitchlog.domain.episode import Episode, Pattern, Posture, Symptom, Vibration, WeaknessKind
from twitchlog.domain.exposures import Caffeine, Effort, Exercise, Sitting, Stress
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
from twitchlog.domain.record import Record
from twitchlog.domain.sites import Site, sides_of
from twitchlog.domain.text import clean_text

T = TypeVar("T")

AWKWARD = (
    "=1+1",
    "'=1+1",
    "''@x",
    "-5",
    "+1",
    "\tx",
    "'",
    "' =",
    'say "hi", then\nstop',
    "a;b|c",
    "🦵🏽 كتابة",
    "\u202eabc",
    "NULL",
    "  spaces  ",
)


def clean(text: str) -> str:
    """As every text is in a diary."""
    once = clean_text(text)
    return once if once == text else clean(once)


def texts(longest: int = 200, shortest: int = 0) -> st.SearchStrategy[str]:
    """Texts as a diary can hold them, the awkward ones often."""
    free = st.text(max_size=min(longest, 40)).map(clean)
    return st.one_of(st.sampled_from(AWKWARD), free).filter(lambda text: len(text.strip()) >= shortest)


def maybe(values: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    """A value, or not given."""
    return st.none() | values


ids = st.uuids().map(str)
zones = st.sampled_from(("", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu"))
offsets = st.sampled_from((0, 60, 120, -210, 345, -720, 840)).map(lambda m: timezone(timedelta(minutes=m)))
moments = st.builds(
    lambda day, clock, zone: datetime.combine(day, clock.replace(microsecond=0), zone),
    st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    st.times(),
    offsets,
)
dates = st.dates(date(1990, 1, 1), date(2100, 1, 1))
clocks = st.builds(time, st.integers(0, 23), st.integers(0, 59))
amounts = st.floats(0, 1_000).map(lambda value: round(value, 6))
minutes = maybe(st.integers(1, 1_440))


@st.composite
def episodes(draw: st.DrawFn) -> Episode:
    """Episodes with anything given or not."""
    site = draw(st.sampled_from(Site))
    symptoms = draw(st.frozensets(st.sampled_from(Symptom)))
    weak = Symptom.WEAKNESS in symptoms
    return Episode(
        id=draw(ids),
        onset=draw(moments),
        zone=draw(zones),
        site=site,
        side=draw(st.sampled_from(sides_of(site))),
        onset_about=draw(st.booleans()),
        duration_s=draw(maybe(st.integers(1, 604_800))),
        ongoing=draw(st.booleans()),
        pattern=draw(maybe(st.sampled_from(Pattern))),
        intensity=draw(maybe(st.integers(1, 5))),
        symptoms=symptoms,
        weakness_kind=draw(maybe(st.sampled_from(WeaknessKind))) if weak else None,
        visible=draw(maybe(st.booleans())),
        posture=draw(maybe(st.sampled_from(Posture))),
        pulse=draw(maybe(st.booleans())),
        vibration=draw(maybe(st.sampled_from(Vibration))),
        note=draw(texts()),
        recorded_at=draw(moments),
    )


others: st.SearchStrategy[Record] = st.one_of(
    st.builds(
        Exercise,
        id=ids,
        start=moments,
        zone=zones,
        activity=texts(),
        duration_min=minutes,
        effort=maybe(st.sampled_from(Effort)),
        muscles=texts(),
        note=texts(),
        source=texts(),
        recorded_at=moments,
    ),
    st.builds(
        Caffeine,
        id=ids,
        at=moments,
        zone=zones,
        mg=maybe(amounts),
        drink=texts(),
        servings=maybe(st.sampled_from((0.1, 0.5, 1.0, 2.0, 50.0))),
        source=texts(),
        recorded_at=moments,
    ),
    st.builds(
        Stress,
        id=ids,
        at=moments,
        zone=zones,
        level=st.integers(1, 5),
        note=texts(),
        source=texts(),
        recorded_at=moments,
    ),
    st.builds(
        Sitting,
        id=ids,
        start=moments,
        zone=zones,
        duration_min=minutes,
        source=texts(),
        recorded_at=moments,
    ),
    st.builds(
        Medicine,
        id=ids,
        date=dates,
        name=texts(shortest=1),
        change=st.sampled_from(MedicineChange),
        recorded_at=moments,
    ),
    st.builds(
        Lab,
        id=ids,
        date=dates,
        analyte=st.sampled_from(Analyte),
        value=maybe(amounts),
        unit=texts(),
        low=st.none(),
        high=maybe(amounts),
        recorded_at=moments,
    ),
    st.builds(
        Exam,
        id=ids,
        date=dates,
        kind=st.sampled_from(ExamKind),
        result=st.sampled_from(ExamResult),
        who=texts(),
        note=texts(),
        recorded_at=moments,
    ),
    st.builds(Discussion, id=ids, rule=texts(shortest=1), date=dates, recorded_at=moments),
)
day_records = st.builds(
    Day,
    date=dates,
    recorded_at=moments,
    check_in=maybe(st.sampled_from(CheckIn)),
    exposures_complete=st.booleans(),
    awake_from=maybe(clocks),
    awake_to=maybe(clocks),
    sleep_hours=maybe(st.floats(0, 24).map(lambda hours: round(hours, 2))),
    sleep_position_odd=st.booleans(),
    worry=maybe(st.integers(1, 5)),
)
records: st.SearchStrategy[list[Record]] = st.lists(
    st.one_of(episodes(), episodes(), others, day_records),
    max_size=12,
    unique_by=lambda record: (type(record), record.id),
)
