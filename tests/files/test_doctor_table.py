import csv
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.files.made_records import texts
from tests.helpers import NOON, TODAY, a_caffeine, a_sitting, a_stress, an_episode, an_exercise, at
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode, Pattern, Posture, Symptom, Vibration, WeaknessKind
from twitchlog.domain.period import Period
from twitchlog.domain.sites import Side, Site
from twitchlog.files import doctor_table
from twitchlog.files.doctor_table import HEADER, rows
from twitchlog.files.safe_open import FileError

FULL = an_episode(
    onset=at(clock="21:05", offset_min=60),
    site=Site.THIGH_FRONT,
    side=Side.RIGHT,
    duration_s=90,
    ongoing=True,
    pattern=Pattern.ON_AND_OFF,
    intensity=3,
    symptoms=frozenset({Symptom.WEAKNESS, Symptom.CRAMP}),
    weakness_kind=WeaknessKind.HEAVY,
    posture=Posture.LYING,
    note="in bed",
    recorded_at=at(clock="21:40", offset_min=60),
)
BEFORE = (
    an_exercise(start=at(clock="16:00", offset_min=60), duration_min=65),
    a_caffeine(at=at(clock="15:00", offset_min=60), mg=180.0),
    a_stress(at=at(clock="09:00", offset_min=60), level=4),
    a_sitting(start=at(clock="17:30", offset_min=60), duration_min=150),
)


def cells(diary: Diary) -> dict[str, doctor_table.Cell]:
    (row,) = rows(diary)
    return dict(zip(HEADER, row, strict=True))


def lines(path: Path, delimiter: str = ",") -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


def test_a_row_says_what_happened_and_what_went_before() -> None:
    assert cells(Diary.of([FULL, *BEFORE])) == {
        "Date": "2026-11-22",
        "Time": "21:05",
        "UTC offset": "+01:00",
        "Place": "front of thigh",
        "Side": "right",
        "Strength (1-5)": 3,
        "Length (min)": 1.5,
        "Still going": "yes",
        "Pattern": "on and off",
        "Other symptoms": "weakness (tired or heavy, as after effort), cramp",
        "Exercise in the 48 h before (what, min, hours before)": "run, 65 min, 4 h before",
        "Caffeine in the 12 h before (mg)": 180,
        "Stress (1-5, latest that day)": 4,
        "Sitting before (min)": 150,
        "Posture": "lying",
        "Counted as twitch": "yes",
        "Note": "in bed",
        "Written down at": "2026-11-22 21:40",
    }


def test_what_is_not_given_is_empty_never_zero() -> None:
    found = cells(Diary.of([an_episode()]))
    always = {"Date", "Time", "UTC offset", "Place", "Side", "Counted as twitch", "Written down at"}
    assert {name for name, cell in found.items() if cell != ""} == always


@pytest.mark.parametrize("not_counted", [{"pulse": True}, {"vibration": Vibration.VEHICLE}])
def test_what_is_not_counted_is_there_and_says_so(not_counted: dict[str, object]) -> None:
    assert cells(Diary.of([an_episode(**not_counted)]))["Counted as twitch"] == "no"


def test_a_time_that_is_only_roughly_known_does_not_look_exact() -> None:
    assert cells(Diary.of([an_episode(onset_about=True)]))["Time"] == "about 12:00"


def test_caffeine_of_unknown_strength_is_neither_zero_nor_left_out() -> None:
    column = "Caffeine in the 12 h before (mg)"
    unknown = a_caffeine(at=NOON)
    assert cells(Diary.of([an_episode(), unknown]))[column] == "amount not given"
    known = a_caffeine(at=NOON - timedelta(hours=1), mg=90.5)
    assert cells(Diary.of([an_episode(), unknown, known]))[column] == "90.5 and more"


def test_exercise_that_goes_on_or_just_ended_says_so() -> None:
    column = "Exercise in the 48 h before (what, min, hours before)"
    during = an_exercise(start=NOON - timedelta(minutes=10), duration_min=30)
    just = an_exercise(start=NOON, activity="hike")
    old = an_exercise(start=NOON - timedelta(hours=47, minutes=50), activity="swim")
    found = cells(Diary.of([an_episode(), old, just, during]))[column]
    assert found == "run, 30 min, during it; hike, under half an hour before; swim, 48 h before"


def test_another_clock_when_it_was_written_down_is_named() -> None:
    episode = an_episode(recorded_at=at(clock="23:00", offset_min=120))
    assert cells(Diary.of([episode]))["Written down at"] == "2026-11-22 23:00 +02:00"


def test_the_newest_is_last_and_a_period_keeps_the_other_days_out() -> None:
    old = an_episode(onset=NOON - timedelta(days=2))
    diary = Diary.of([an_episode(), old])
    assert [row[0] for row in rows(diary)] == ["2026-11-20", "2026-11-22"]
    assert [row[0] for row in rows(diary, Period.of_days(TODAY, 2))] == ["2026-11-22"]


def test_the_file_is_what_a_spreadsheet_wants(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    done = doctor_table.write(path, rows(Diary.of([FULL, *BEFORE])))
    assert (done.written, done.read_back) == ({"episodes": 1}, {"episodes": 1})
    assert path.read_bytes().startswith(b"\xef\xbb\xbfDate,Time,UTC offset,")
    assert path.read_bytes().endswith(b"\r\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    header, row = lines(path)
    assert tuple(header) == HEADER
    assert row[:8] == ["2026-11-22", "21:05", "'+01:00", "front of thigh", "right", "3", "1.5", "yes"]


def test_another_delimiter_and_decimal_sign(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    doctor_table.write(path, rows(Diary.of([FULL])), ";", ",")
    row = dict(zip(HEADER, lines(path, ";")[1], strict=True))
    assert row["Length (min)"] == "1,5"
    assert row["Other symptoms"] == "weakness (tired or heavy, as after effort), cramp"


@given(st.lists(texts(), min_size=1, max_size=4), st.sampled_from(",;\t|"))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_note_arrives_and_none_is_run(tmp_path: Path, notes: list[str], delimiter: str) -> None:
    episodes = [an_episode(onset=NOON + timedelta(minutes=n), note=note) for n, note in enumerate(notes)]
    doctor_table.write(tmp_path / "table.csv", rows(Diary.of(episodes)), delimiter)
    found = [row[HEADER.index("Note")] for row in lines(tmp_path / "table.csv", delimiter)[1:]]
    assert all(text in {note, f"'{note}"} for text, note in zip(found, notes, strict=True))
    assert not any(text.lstrip()[:1] in {"=", "+", "-", "@", "|", "%"} for text in found if text.strip())


def test_a_folder_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="cannot be written: no such file or directory"):
        doctor_table.write(tmp_path / "no" / "table.csv", [])


def test_a_table_that_reads_back_differently_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor_table, "to_disk", lambda file: file.truncate(file.tell() - 3))
    with pytest.raises(FileError, match="did not read back"):
        doctor_table.write(tmp_path / "table.csv", rows(Diary.of([an_episode(note="hello")])))
    assert list(tmp_path.iterdir()) == []


def test_every_episode_has_its_row() -> None:
    diary = Diary.of(an_episode(onset=NOON + timedelta(hours=n)) for n in range(50))
    assert len(rows(diary)) == len(list(diary.every(Episode))) == 50
