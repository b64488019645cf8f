"""The doctor's table as a workbook: what goes in comes out, and nothing in it can run."""

import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.helpers import a_caffeine, an_episode
from twitchlog.domain.diary import Diary
from twitchlog.files import doctor_table, doctor_workbook
from twitchlog.files.safe_open import FileError

NASTY = [
    "=1+1",
    "+49 30",
    "-5",
    "@SUM(A1)",
    "https://example.org",
    "0012",
    "1e5",
    "_x0041_",
    "a\nb\tc",
    "😀 שלום",
    "<b>&",
]


def sheet(path: Path) -> str:
    """The sheet's XML."""
    with zipfile.ZipFile(path) as archive:
        return archive.read("xl/worksheets/sheet1.xml").decode()


@pytest.mark.parametrize("note", NASTY)
def test_a_note_stays_text_and_never_becomes_a_formula_a_link_or_a_number(tmp_path: Path, note: str) -> None:
    path = tmp_path / "out.xlsx"
    done = doctor_workbook.write(path, doctor_table.rows(Diary.of([an_episode(note=note)])))
    assert dict(done.read_back) == {"episodes": 1}
    assert "<f>" not in sheet(path)
    assert "hyperlink" not in sheet(path)


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=30), max_size=8))
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_written_reads_back_for_any_notes(tmp_path: Path, notes: list[str]) -> None:
    episodes = [an_episode(note=note, duration_s=n + 1) for n, note in enumerate(notes)]
    done = doctor_workbook.write(tmp_path / "out.xlsx", doctor_table.rows(Diary.of(episodes)))
    assert done.written == done.read_back == {"episodes": len(episodes)}


def test_numbers_are_numbers_and_chosen_columns_only(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    table = doctor_table.rows(Diary.of([an_episode(intensity=3, duration_s=90), a_caffeine(mg=80.0)]))
    doctor_workbook.write(path, table, columns=(5, 6, 11))
    assert '<c r="A2"><v>3</v></c><c r="B2"><v>1.5</v></c><c r="C2"><v>80</v></c>' in sheet(path)


def test_an_empty_table_has_its_header(tmp_path: Path) -> None:
    done = doctor_workbook.write(tmp_path / "out.xlsx", [])
    assert dict(done.written) == {"episodes": 0}


def test_a_missing_folder_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="cannot be written"):
        doctor_workbook.write(tmp_path / "missing" / "out.xlsx", [])
    assert list(tmp_path.iterdir()) == []


def test_what_does_not_read_back_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor_workbook, "_plain", lambda text: text.replace("calf", "claf"))
    with pytest.raises(FileError, match="did not read back"):
        doctor_workbook.write(tmp_path / "out.xlsx", doctor_table.rows(Diary.of([an_episode()])))
    assert list(tmp_path.iterdir()) == []
