"""Diaries for the page: empty, one week, eight weeks by hand, and one that fills every list to the brim."""

from datetime import date, timedelta
from random import Random

from tests.helpers import (
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
    at,
)
from twitchlog.domain.day import CheckIn
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Posture, Symptom, Vibration, WeaknessKind
from twitchlog.domain.medical import Analyte, ExamKind, ExamResult, MedicineChange
from twitchlog.domain.record import Record
from twitchlog.domain.sites import Side, Site, sides_of
from twitchlog.files.made_up.year import made_up

EMPTY = Diary()
LONG_NOTE = (
    "It went on while I was reading, <b>not</b> strong & in 中文, Ελληνικά, по-русски, عربي, עברית. " * 30
)
SCRIPTS = "Żółć Ελληνικά Кириллица 中文 عربي עברית 😀"


def ago(days: int) -> date:
    """A day before today."""
    return TODAY - timedelta(days=days)


def a_made_up_year() -> Diary:
    """The year that the command ``demo`` makes."""
    return Diary.of(made_up(1, 365, None, TODAY))


def a_week() -> Diary:
    """The first seven days of somebody's diary."""
    return Diary.of(made_up(1, 7, None, TODAY))


def a_heavy_diary() -> Diary:
    """Eight weeks with 20 twitches a day in 30 places, long notes, every sign, long lists."""
    chance = Random(3)
    spots = [(site, side) for site in Site for side in sides_of(site)]
    chosen = chance.sample(spots, 30)
    rows: list[Record] = []
    for n in range(56):
        rows += [_twitch(chance, n, k, chosen) for k in range(22)]
        rows += _around(chance, n)
    return Diary.of([*rows, *_medical()])


def _twitch(chance: Random, n: int, k: int, spots: list[tuple[Site, Side]]) -> Record:
    site, side = chance.choice(spots)
    symptoms = frozenset(chance.sample(list(Symptom), chance.choice([0, 0, 1, 2])))
    onset = at(ago(n), f"{(4 + k) % 24:02d}:{chance.randrange(60):02d}")
    return an_episode(
        onset=onset,
        site=site,
        side=side,
        recorded_at=onset + timedelta(minutes=chance.choice([0, 5, 300])),
        duration_s=chance.choice([None, 5, 60, 4_000]),
        intensity=chance.choice([None, 1, 2, 3, 4, 5]),
        symptoms=symptoms,
        weakness_kind=chance.choice([None, *WeaknessKind]) if Symptom.WEAKNESS in symptoms else None,
        visible=chance.choice([None, True, False]),
        posture=chance.choice([None, *Posture]),
        pulse=chance.choice([None] * 9 + [False] * 9 + [True]),
        vibration=chance.choice([None] * 29 + [Vibration.VEHICLE]),
        note=LONG_NOTE if k % 3 == 0 else "",
    )


def _around(chance: Random, n: int) -> list[Record]:
    day = ago(n)
    return [
        a_day(
            date=day,
            check_in=CheckIn.ALL_LOGGED,
            exposures_complete=True,
            sleep_hours=chance.choice([5, 7.5]),
        ),
        a_caffeine(at=at(day, "08:00"), mg=chance.choice([None, 90, 250.5])),
        an_exercise(start=at(day, "17:00"), duration_min=chance.choice([None, 30, 75])),
        a_stress(at=at(day, "07:30"), level=chance.randint(1, 5)),
        a_sitting(start=at(day, "09:00"), duration_min=180),
        a_discussion(date=day, rule="pain") if n % 9 == 4 else a_stress(at=at(day, "20:00"), level=1),
    ]


def _medical() -> list[Record]:
    rows: list[Record] = []
    for n in range(14):
        rows.append(a_medicine(date=ago(4 * n), name=f"{n} {SCRIPTS} a very long name of a medicine" * 2))
        rows.append(an_exam(date=ago(4 * n + 1), kind=list(ExamKind)[n % 5], who=f"Dr. {SCRIPTS} " * 3))
        rows.append(
            a_lab(
                date=ago(4 * n + 2),
                analyte=list(Analyte)[n % 4],
                value=3.1 + n,
                unit="mmol/l " * 9,
                low=3.5,
                high=5.1,
            )
        )
    rows.append(a_medicine(date=ago(300), name="Old", change=MedicineChange.STOPPED))
    rows.append(an_exam(date=ago(400), kind=ExamKind.EMG, result=ExamResult.AWAITING))
    return rows
