"""Records of every kind for the store's tests: made by hand, and by hypothesis."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from tests.helpers import (
    NOON,
    TODAY,
    a_caffeine,
    a_day,
    a_discussion,
    a_lab,
    a_medicine,
    a_sitting,
    a_stress,
    an_episode,
    an_exam,
    an_exercise,
    an_id,
    at,
)
from twitchlog.domain.day import CheckIn, Day
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode, Pattern, Posture, Symptom, Vibration, WeaknessKind
from twitchlog.domain.exposures import Caffeine, Effort, Exercise, Sitting, Stress
from twitchlog.domain.medical import Discussion, Exam, Lab, Medicine
from twitchlog.domain.record import TABLES, Record, table_of
from twitchlog.domain.sites import Side, Site, sides_of
from twitchlog.domain.texts import texts_of

IDS = [an_id("few", number) for number in range(4)]
DAYS = [TODAY, TODAY - timedelta(days=1), date(2026, 2, 28)]


def one_of_each() -> list[Record]:
    """Two records of every kind: one with only what it needs, one with everything given."""
    return [
        record if isinstance(record, Day) else replace(record, id=an_id("each", number))
        for number, record in enumerate(_one_of_each())
    ]


def _one_of_each() -> list[Record]:
    moment = at(date(2026, 3, 29), "02:30", offset_min=60)
    written = at(date(2026, 3, 29), "23:59", offset_min=-210)
    return [
        an_episode(),
        an_episode(
            onset=moment,
            recorded_at=written,
            zone="Europe/Berlin",
            onset_about=True,
            duration_s=90,
            ongoing=False,
            pattern=Pattern.ON_AND_OFF,
            site=Site.TONGUE,
            side=Side.MIDDLE,
            intensity=5,
            symptoms=frozenset({Symptom.WEAKNESS, Symptom.CRAMP}),
            weakness_kind=WeaknessKind.COULD_NOT,
            visible=True,
            posture=Posture.LYING,
            pulse=False,
            vibration=Vibration.MUSIC,
            note="=1+1\tzwei Zeilen\nund 👋 'Anführung\"",
        ),
        an_exercise(),
        an_exercise(
            start=moment,
            recorded_at=written,
            zone="Asia/Kathmandu",
            duration_min=45,
            effort=Effort.HARD,
            muscles="left_leg,calf",
            note="uphill",
            source="strava",
        ),
        a_caffeine(),
        a_caffeine(at=moment, recorded_at=written, mg=95, servings=1.5, source="x", zone="UTC"),
        a_stress(),
        a_stress(at=moment, recorded_at=written, level=1, note="calm", source="x", zone="UTC"),
        a_sitting(),
        a_sitting(start=moment, recorded_at=written, duration_min=None, source="x", zone="UTC"),
        a_day(),
        a_day(
            date=date(2026, 3, 29),
            recorded_at=written,
            check_in=CheckIn.SOME_LOGGED,
            exposures_complete=True,
            awake_from=time(6, 5),
            awake_to=time(0, 0),
            sleep_hours=7.25,
            sleep_position_odd=True,
            worry=3,
        ),
        a_medicine(),
        a_medicine(date=date(2026, 3, 1), name="Größer & Söhne"),
        a_lab(),
        a_lab(date=date(2026, 3, 1), value=3.4, unit="mmol/l", low=3.5, high=5.1),
        an_exam(),
        an_exam(date=date(2026, 3, 1), who="Dr Example", note="reflexes\nfine"),
        a_discussion(),
        a_discussion(date=date(2026, 3, 1), rule="urgent_no"),
    ]


def as_texts(records: Iterable[Record]) -> list[tuple[str, tuple[str, ...]]]:
    """Records letter for letter, in an order of their own: what "the same" means, offsets and all."""
    return sorted(
        (table, tuple(texts_of(table, each).values())) for each in records for table in [table_of(each)]
    )


def everything(diary: Diary) -> list[Record]:
    """Every record of a diary."""
    return [record for kind in TABLES.values() for record in diary.every(kind)]


def dump(diary: Diary) -> list[tuple[str, tuple[str, ...]]]:
    """A diary letter for letter."""
    return as_texts(everything(diary))


def in_order(diary: Diary) -> dict[Any, list[tuple[str, list[str]]]]:
    """A diary's months with the ids in their order; months and kinds without records do not count."""
    months = {
        key: [
            (kind.__name__, [row.id for row in month.of_kind(kind)])
            for kind in TABLES.values()
            if month.of_kind(kind)
        ]
        for key, month in diary.months.items()
    }
    return {key: kinds for key, kinds in months.items() if kinds}


offsets = st.sampled_from([-720, -210, 0, 60, 345, 840])
texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)


@st.composite
def moments(draw: st.DrawFn) -> datetime:
    """A moment near the end of a month, by any clock."""
    seconds = draw(st.integers(-24 * 86_400, 11 * 86_400))
    wall = NOON.replace(tzinfo=timezone(timedelta(minutes=draw(offsets))))
    return wall + timedelta(seconds=seconds)


@st.composite
def episodes(draw: st.DrawFn) -> Episode:
    """An episode with one of few ids, so that they meet."""
    site = draw(st.sampled_from(Site))
    symptoms = draw(st.frozensets(st.sampled_from(Symptom)))
    kinds = st.sampled_from([None, *WeaknessKind]) if Symptom.WEAKNESS in symptoms else st.none()
    return Episode(
        id=draw(st.sampled_from(IDS)),
        onset=draw(moments()),
        site=site,
        side=draw(st.sampled_from(sides_of(site))),
        recorded_at=draw(moments()),
        zone=draw(st.sampled_from(["", "Europe/Berlin"])),
        onset_about=draw(st.booleans()),
        duration_s=draw(st.none() | st.integers(1, 604_800)),
        ongoing=draw(st.booleans()),
        pattern=draw(st.sampled_from([None, *Pattern])),
        intensity=draw(st.none() | st.integers(1, 5)),
        symptoms=symptoms,
        weakness_kind=draw(kinds),
        visible=draw(st.sampled_from([None, True, False])),
        posture=draw(st.sampled_from([None, *Posture])),
        pulse=draw(st.sampled_from([None, True, False])),
        vibration=draw(st.sampled_from([None, *Vibration])),
        note=draw(texts),
    )


clocks = st.none() | st.times(time(0), time(23, 59)).map(lambda clock: clock.replace(second=0, microsecond=0))
days: st.SearchStrategy[Day] = st.builds(
    Day,
    date=st.sampled_from(DAYS),
    recorded_at=moments(),
    check_in=st.sampled_from([None, *CheckIn]),
    exposures_complete=st.booleans(),
    awake_from=clocks,
    awake_to=clocks,
    sleep_hours=st.none() | st.floats(0, 24),
    sleep_position_odd=st.booleans(),
    worry=st.none() | st.integers(1, 5),
)
ids = st.sampled_from(IDS)
short = st.text("abc é=;,'\"", max_size=5)
named = short.map(lambda text: f"x{text}")
others: st.SearchStrategy[Record] = st.one_of(
    st.builds(
        Exercise,
        id=ids,
        start=moments(),
        recorded_at=moments(),
        activity=short,
        effort=st.none() | st.sampled_from(Effort),
    ),
    st.builds(
        Caffeine,
        id=ids,
        at=moments(),
        recorded_at=moments(),
        mg=st.none() | st.floats(0, 1000),
        servings=st.none() | st.floats(0.1, 50),
    ),
    st.builds(Stress, id=ids, at=moments(), recorded_at=moments(), level=st.integers(1, 5), note=short),
    st.builds(
        Sitting, id=ids, start=moments(), recorded_at=moments(), duration_min=st.none() | st.integers(1, 1440)
    ),
    st.builds(Medicine, id=ids, date=st.sampled_from(DAYS), name=named, recorded_at=moments()),
    st.builds(
        Lab,
        id=ids,
        date=st.sampled_from(DAYS),
        recorded_at=moments(),
        value=st.none() | st.floats(0, 1e6),
        low=st.none(),
        high=st.none(),
    ),
    st.builds(Exam, id=ids, date=st.sampled_from(DAYS), recorded_at=moments(), who=short, note=short),
    st.builds(Discussion, id=ids, rule=named, date=st.sampled_from(DAYS), recorded_at=moments()),
)
records: st.SearchStrategy[Record] = episodes() | days | others
