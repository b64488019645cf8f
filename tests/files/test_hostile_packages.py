import io
import os
import random
import struct
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from tests.helpers import a_day, an_episode
from twitchlog.domain.diary import Diary
from twitchlog.files import package, safe_open
from twitchlog.files.safe_open import FileError

HEADER = "date,recorded_at\r\n"
ROW = "2026-11-22,2026-11-22T12:00:00Z\r\n"


def made(path: Path, *members: tuple[str, str | bytes], packing: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", packing) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "x.zip"


@pytest.fixture
def good(path: Path) -> bytes:
    package.write(path, Diary.of([an_episode(note="hello"), a_day()]))
    return path.read_bytes()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        pytest.param("../episodes.csv", "does not belong", id="a way out of the folder"),
        pytest.param("/etc/passwd", "does not belong", id="an absolute name"),
        pytest.param("Episodes.csv", "does not belong", id="another spelling"),
        pytest.param("sub/days.csv", "does not belong", id="a folder"),
        pytest.param("evil.py", "does not belong", id="a program"),
    ],
)
def test_a_name_that_does_not_belong_is_refused(path: Path, name: str, said: str) -> None:
    made(path, ("days.csv", HEADER + ROW), (name, "x"))
    with pytest.raises(FileError, match=said):
        package.read(path)


def test_what_a_mac_adds_is_left_aside(path: Path) -> None:
    made(path, ("days.csv", HEADER + ROW), ("__MACOSX/._days.csv", "junk"), (".DS_Store", "junk"))
    harvest = package.read(path)
    assert harvest.records == (a_day(),)
    assert harvest.ignored == {"__MACOSX/._days.csv": 1, ".DS_Store": 1}


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_is_there_twice_is_refused(path: Path) -> None:
    made(path, ("days.csv", HEADER), ("days.csv", HEADER + ROW))
    with pytest.raises(FileError, match="two files of one name"):
        package.read(path)


def test_a_small_zip_that_would_grow_huge_is_refused_before_it_is_read(path: Path) -> None:
    made(path, ("episodes.csv", b"a" * (safe_open.LARGEST_MEMBER + 1)))
    assert path.stat().st_size < 100_000
    tracemalloc.start()
    began = time.perf_counter()
    with pytest.raises(FileError, match="larger than 50 MB"):
        package.read(path)
    took, (_, peak) = time.perf_counter() - began, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000
    assert took < 5


def test_a_member_that_lies_about_its_size_gives_no_more_than_it_states(path: Path) -> None:
    made(path, ("days.csv", HEADER + ROW * 500_000))
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<L", 200)
    path.write_bytes(data)
    tracemalloc.start()
    with pytest.raises(FileError):
        package.read(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000


def test_all_members_together_are_bounded(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe_open, "LARGEST_ZIP", 100)
    made(path, ("days.csv", HEADER + ROW), ("labs.csv", "id\r\n" * 10), ("exams.csv", "id\r\n" * 10))
    monkeypatch.setattr(safe_open, "opened", lambda path: path.open("rb"))
    with pytest.raises(FileError, match="holds more than"):
        package.read(path)


def test_a_zip_with_millions_of_names_is_refused_before_they_are_read(path: Path) -> None:
    entry = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"x"
    names = entry * 50_000
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 50_000, 50_000, len(names), 0, 0)
    path.write_bytes(names + end)
    with pytest.raises(FileError, match="too many files"):
        package.read(path)


def test_the_other_kind_of_end_does_not_get_past_that_check(path: Path, good: bytes) -> None:
    at = good.rfind(b"PK\x05\x06")
    path.write_bytes(good[:at] + b"PK\x06\x07" + b"\0" * 16 + good[at:])
    with pytest.raises(FileError, match="very large files"):
        package.read(path)


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_slow_packings_are_refused(path: Path, packing: int) -> None:
    made(path, ("days.csv", HEADER + ROW), packing=packing)
    with pytest.raises(FileError, match="packed in a way"):
        package.read(path)


def test_a_password_is_refused(path: Path, good: bytes) -> None:
    data = bytearray(good)
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(FileError, match="password"):
        package.read(path)


def test_a_file_larger_than_any_package_is_not_read_at_all(path: Path, good: bytes) -> None:
    with path.open("r+b") as file:
        file.truncate(safe_open.LARGEST_ZIP + 1)
        file.seek(safe_open.LARGEST_ZIP + 1 - len(good))
        file.write(good)
    with pytest.raises(FileError, match="larger than 200 MB"):
        package.read(path)


def test_a_pipe_is_refused_without_waiting_for_it(path: Path) -> None:
    os.mkfifo(path)
    with pytest.raises(FileError, match="not a file"):
        package.read(path)


@pytest.mark.parametrize("where", ["/dev/zero", "/", "nowhere.zip", "/proc/self/mem"])
def test_what_is_no_file_is_refused(where: str) -> None:
    with pytest.raises(FileError):
        package.read(Path(where))


def test_a_sentence_about_a_file_has_no_secret_of_ours(path: Path) -> None:
    path.write_bytes(b"not a zip")
    with pytest.raises(FileError) as said:
        package.read(path)
    assert str(said.value) == f"{path} is not a zip file, or it is damaged."


def test_a_zip_of_something_else_is_no_package(path: Path) -> None:
    made(path, ("export.xml", "<x/>"))
    assert not package.looks_like(path)
    with pytest.raises(FileError, match="not a package"):
        package.read(path)


@pytest.mark.parametrize(
    ("text", "row", "said"),
    [
        pytest.param(b'date,recorded_at\r\n"2026-11-22,', 2, "not readable as CSV", id="an open quote"),
        pytest.param(b"date,recorded_at\r\n" + b"x" * 200_000, 2, "not readable as CSV", id="a huge cell"),
        pytest.param(
            b"date,recorded_at\r\n2026-11-22,\xff\r\n", 2, "recorded_at: ", id="bytes that are no UTF-8"
        ),
        pytest.param(b"PK\x00\x00", 1, "is no column", id="no CSV at all"),
        pytest.param(
            b"date,recorded_at\r\n1026-11-22,2026-11-22T12:00:00Z\r\n", 2, "date: must lie", id="an old date"
        ),
    ],
)
def test_a_bad_table_is_named_with_its_row(path: Path, text: bytes, row: int, said: str) -> None:
    made(path, ("days.csv", text))
    (refused,) = package.read(path).refused
    assert (refused.table, refused.row) == ("days", row)
    assert said in refused.reason


def test_text_that_is_no_utf8_is_refused_not_mended(path: Path) -> None:
    header = b"id,date,name,change,recorded_at\r\n"
    made(path, ("medicines.csv", header + b",2026-11-22,caf\xe9,started,2026-11-22T12:00:00Z\r\n"))
    (refused,) = package.read(path).refused
    assert refused.reason == "name: is not UTF-8 text"


def test_text_is_cleaned_as_everywhere(path: Path) -> None:
    header = "id,date,name,change,recorded_at\r\n"
    made(path, ("medicines.csv", header + ',2026-11-22,"a\rb\x07c\u2028d",started,2026-11-22T12:00:00Z\r\n'))
    (record,) = package.read(path).records
    assert getattr(record, "name", "") == "a\nbc\nd"


def test_reading_stops_after_a_thousand_bad_rows(path: Path) -> None:
    made(path, ("days.csv", HEADER + "x,y\r\n" * 3_000))
    harvest = package.read(path)
    assert len(harvest.refused) == package.MOST_REFUSALS
    assert harvest.records == ()


def test_no_table_has_more_rows_than_are_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_ROWS", 3)
    made(
        path,
        ("stress.csv", "at,level,recorded_at\r\n" + "2026-11-22T12:00:00Z,4,2026-11-22T12:00:00Z\r\n" * 9),
    )
    (refused,) = package.read(path).refused
    assert (refused.row, refused.reason) == (4, "is one row too many: 3 are read")


def test_300_damaged_packages_give_a_sentence_or_records_and_nothing_else(path: Path, good: bytes) -> None:
    chance = random.Random(8)
    sentences = 0
    for _ in range(300):
        data = bytearray(good)
        for _ in range(chance.randrange(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        if chance.random() < 0.2:
            del data[chance.randrange(len(data)) :]
        path.write_bytes(data)
        try:
            package.read(path)
        except FileError as error:
            sentences += str(error).endswith(".")
    assert sentences > 100


def test_a_sound_package_passes_all_of_this(path: Path, good: bytes) -> None:
    assert zipfile.ZipFile(io.BytesIO(good)).testzip() is None
    assert len(package.read(path).records) == 2
