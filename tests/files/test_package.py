import csv
import io
import json
import stat
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import HealthCheck, given, settings

from tests.files.made_records import records
from tests.helpers import NOON, TODAY, a_caffeine, a_day, a_lab, an_episode, an_exercise
from twitchlog.domain.diary import Diary
from twitchlog.domain.fields import FIELDS
from twitchlog.domain.period import Period
from twitchlog.domain.record import TABLES, Record
from twitchlog.domain.sites import Side
from twitchlog.domain.texts import texts_of
from twitchlog.files import package
from twitchlog.files.csv_rows import rows_of
from twitchlog.files.formulas import guarded
from twitchlog.files.harvest import Refusal
from twitchlog.files.safe_open import FileError
from twitchlog.files.written import to_disk
from twitchlog.store.store import Store

same_folder = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def all_of(diary: Diary) -> list[Record]:
    return [record for kind in TABLES.values() for record in diary.every(kind)]


def written(path: Path, *some: Record) -> Path:
    package.write(path, Diary.of(some))
    return path


def changed(path: Path, table: str, old: str, new: str) -> Path:
    """The package with one text of a table replaced, as a person does it in an editor."""
    target = path.with_name("changed.zip")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            text = source.read(name).decode()
            if name == package.member(table):
                assert old in text
                text = text.replace(old, new)
            copy.writestr(name, text)
    return target


@given(records)
@same_folder
def test_an_empty_diary_that_takes_a_package_is_the_same_diary(tmp_path: Path, some: list[Record]) -> None:
    diary = Diary.of(some)
    package.write(tmp_path / "diary.zip", diary)
    harvest = package.read(tmp_path / "diary.zip")
    assert harvest.refused == ()
    assert all_of(Diary.of(harvest.records)) == all_of(diary)


def test_importing_twice_adds_nothing(tmp_path: Path) -> None:
    path = written(tmp_path / "diary.zip", an_episode(), an_exercise(), a_day(), a_lab())
    store = Store.in_memory()
    assert store.add_new(package.read(path).records)[1] == 0
    edits, present = store.add_new(package.read(path).records)
    assert (edits, present) == ([], 4)
    store.close()


@given(records)
@same_folder
def test_the_same_records_give_the_same_bytes_in_whatever_order(tmp_path: Path, some: list[Record]) -> None:
    one, two = tmp_path / "one.zip", tmp_path / "two.zip"
    package.write(one, Diary.of(some))
    package.write(two, Diary.of(reversed(some)))
    assert one.read_bytes() == two.read_bytes()


@given(records)
@settings(max_examples=40, deadline=None)
def test_the_short_way_to_a_row_gives_the_contracts_texts(some: list[Record]) -> None:
    for table, kind in TABLES.items():
        mine = [record for record in some if type(record) is kind]
        text = io.StringIO(newline="")
        csv.writer(text).writerows(rows_of(table, mine))
        found = list(csv.reader(io.StringIO(text.getvalue(), newline=""), strict=True))
        assert found == [[guarded(each) for each in texts_of(table, record).values()] for record in mine]


def test_it_has_one_csv_per_table_and_says_what_every_field_means(tmp_path: Path) -> None:
    path = written(tmp_path / "diary.zip", an_episode(), a_caffeine(mg=180.0))
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == [*(f"{table}.csv" for table in TABLES), "datapackage.json"]
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        for table in TABLES:
            header = archive.read(f"{table}.csv").decode().split("\r\n")[0]
            assert header == ",".join(field.name for field in FIELDS[table])
        described = json.loads(archive.read("datapackage.json"))
    fields = {
        resource["name"]: {field["name"]: field for field in resource["schema"]["fields"]}
        for resource in described["resources"]
    }
    assert {table: list(each) for table, each in fields.items()} == {
        table: [field.name for field in FIELDS[table]] for table in TABLES
    }
    assert all(field["description"] and field["type"] for each in fields.values() for field in each.values())
    assert fields["caffeine"]["mg"]["unit"] == "mg"
    assert fields["episodes"]["intensity"]["constraints"] == {"minimum": 1, "maximum": 5}
    assert fields["episodes"]["side"]["constraints"]["enum"] == [side.value for side in Side]
    assert [resource["rows"] for resource in described["resources"]][:3] == [1, 0, 1]


def test_a_row_reads_as_the_contract_writes_it(tmp_path: Path) -> None:
    path = written(tmp_path / "diary.zip", an_episode(note='=SUM("a")\nnext', intensity=2, pulse=False))
    with zipfile.ZipFile(path) as archive:
        text = archive.read("episodes.csv").decode()
    row = text.split("\r\n", 1)[1]
    assert row.split(",", 1)[1] == (
        "2026-11-22T12:00:00+00:00,,false,,false,,calf,left,2,,,,,false,,"
        '"\'=SUM(""a"")\nnext",2026-11-22T12:00:00+00:00\r\n'
    )


def test_it_says_how_many_were_written_and_read_back_and_is_for_its_owner_only(tmp_path: Path) -> None:
    done = package.write(tmp_path / "diary.zip", Diary.of([an_episode(), a_day()]))
    assert done.written == done.read_back
    assert (done.written["episodes"], done.written["days"], done.written["labs"]) == (1, 1, 0)
    assert stat.S_IMODE((tmp_path / "diary.zip").stat().st_mode) == 0o600


def test_a_period_keeps_the_other_days_out(tmp_path: Path) -> None:
    old = an_episode(onset=NOON - timedelta(days=3))
    diary = Diary.of([an_episode(), old, a_day(), a_day(date=TODAY - timedelta(days=3))])
    package.write(tmp_path / "diary.zip", diary, Period.of_days(TODAY, 2))
    assert all_of(Diary.of(package.read(tmp_path / "diary.zip").records)) == [an_episode(), a_day()]


def test_a_file_that_reads_back_differently_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path / "diary.zip", an_episode())
    before = path.read_bytes()
    monkeypatch.setattr(package, "_rows_in", lambda *_: 0)
    with pytest.raises(FileError, match="did not read back"):
        package.write(path, Diary.of([an_episode(), an_episode(intensity=3)]))
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["diary.zip"]


def test_a_byte_that_the_disk_changed_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def spoil(file: BinaryIO) -> None:
        file.seek(60)
        file.write(b"\xff")
        to_disk(file)

    monkeypatch.setattr(package, "to_disk", spoil)
    with pytest.raises(FileError):
        package.write(tmp_path / "diary.zip", Diary.of([an_episode()]))
    assert list(tmp_path.iterdir()) == []


def test_another_file_in_its_place_is_noticed_though_it_is_sound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = written(tmp_path / "other.zip", an_episode(intensity=4)).read_bytes()

    def swap(file: BinaryIO) -> None:
        file.seek(0)
        file.write(other)
        file.truncate()
        to_disk(file)

    monkeypatch.setattr(package, "to_disk", swap)
    with pytest.raises(FileError, match="did not read back"):
        package.write(tmp_path / "diary.zip", Diary.of([an_episode(intensity=3)]))
    assert [each.name for each in tmp_path.iterdir()] == ["other.zip"]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        pytest.param(",calf,", ",elbow,", "site: “elbow” is not one of", id="an unknown code"),
        pytest.param(",left,", ",middle,", "side: calf has no middle", id="a side the place has not"),
        pytest.param(",left,", ",,", "side: is needed", id="no side"),
        pytest.param("+00:00,,false", ",,false", "onset: “2026-11-22T12:00:00” is not", id="no offset"),
        pytest.param(",false,,false", ",no,,false", "onset_about: “no” is neither", id="another no"),
        pytest.param(",2,", ",٢,", "intensity: “٢” is not a whole number", id="other digits"),
        pytest.param(",2,", ",6,", "intensity: must lie between 1 and 5", id="too strong"),
        pytest.param(",2,", ",2,,", "row: has 19 cells and should have 18", id="a cell too many"),
        pytest.param("hello", "x" * 10_001, "note: is longer than 10,000", id="a note too long"),
    ],
)
def test_a_wrong_row_is_named_with_its_file_its_row_and_the_reason(
    tmp_path: Path, old: str, new: str, reason: str
) -> None:
    good = an_episode(onset=NOON - timedelta(days=1), note="fine")
    bad = an_episode(intensity=2, note="hello")
    path = written(tmp_path / "diary.zip", good, bad)
    line = ",".join(guarded(text) for text in texts_of("episodes", bad).values())
    assert old in line
    refused = package.read(changed(path, "episodes", line, line.replace(old, new, 1))).refused
    assert [(each.table, each.row) for each in refused] == [("episodes", 3)]
    assert refused[0].reason.startswith(reason)


def test_one_id_twice_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "diary.zip", an_episode(id="0" * 8 + "-0000-4000-8000-" + "0" * 12))
    with zipfile.ZipFile(path) as archive:
        row = archive.read("episodes.csv").decode().split("\r\n")[1]
    refused = package.read(changed(path, "episodes", row, f"{row}\r\n{row}")).refused
    assert refused == (Refusal("episodes", 3, "id: is there twice, first in row 2"),)


def test_an_unknown_column_is_refused_and_a_missing_one_is_not_given(tmp_path: Path) -> None:
    path = written(tmp_path / "diary.zip", a_day(worry=2))
    assert package.read(changed(path, "days", "worry", "wurry")).refused == (
        Refusal("days", 1, "wurry: is no column of this table"),
    )
    short = changed(path, "days", "date,check_in", "date,recorded_at")
    assert "header: has a column twice" in str(package.read(short).refused)


def test_columns_may_come_in_another_order_and_fewer(tmp_path: Path) -> None:
    path = tmp_path / "mine.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("days.csv", "\ufeffrecorded_at,date\r\n2026-11-22T12:00:00Z,2026-11-22\r\n\r\n")
    assert package.read(path).records == (a_day(),)


def without_id(tmp_path: Path, *notes: str) -> Path:
    path = tmp_path / "mine.zip"
    rows = [f"2026-11-22T12:00:00+00:00,calf,left,{note},2026-11-22T12:00:00+00:00" for note in notes]
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("episodes.csv", "\r\n".join(["onset,site,side,note,recorded_at", *rows]))
    return path


def test_rows_without_an_id_get_one_from_what_they_say(tmp_path: Path) -> None:
    once = package.read(without_id(tmp_path, "a", "a", "b")).records
    again = package.read(without_id(tmp_path, "b", "a", "a")).records
    assert len({record.id for record in once}) == 3
    assert {record.id for record in once} == {record.id for record in again}


def test_an_id_from_a_rows_content_does_not_change_between_versions(tmp_path: Path) -> None:
    (record,) = package.read(without_id(tmp_path, "a")).records
    assert record.id == "468c51cc-533b-5635-96ea-6bb9fba599b6"


def test_the_same_instant_by_another_clock_is_the_same_row(tmp_path: Path) -> None:
    (one,) = package.read(without_id(tmp_path, "a")).records
    path = tmp_path / "other.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "episodes.csv",
            "id,onset,site,side,note,recorded_at\r\n,2026-11-22T13:00:00+01:00,calf,left,a,2026-11-23T12:00:00Z\r\n",
        )
    assert [record.id for record in package.read(path).records] == [one.id]


def test_capital_letters_of_an_id_do_not_make_another_record(tmp_path: Path) -> None:
    episode = an_episode()
    path = written(tmp_path / "diary.zip", episode)
    assert package.read(changed(path, "episodes", episode.id, episode.id.upper())).records == (episode,)
