import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.said import Command, diary_at, keep, refused
from tests.helpers import a_day, an_episode
from twitchlog.domain.diary import Diary
from twitchlog.files import package
from twitchlog.store.store import Store


@pytest.fixture
def parcel(tmp_path: Path) -> Path:
    path = tmp_path / "parcel.zip"
    package.write(path, Diary.of([an_episode(), an_episode(intensity=3), a_day()]))
    return path


def test_a_package_is_added_once(cli: Command, own: Path, parcel: Path) -> None:
    first, second = cli("import", parcel, "--json"), cli("import", parcel, "--json")
    assert first.json == {
        "files": [
            {
                "path": str(parcel),
                "format": "twitchlog-package",
                "added": {"episodes": 2, "days": 1},
                "present": {},
                "refused": [],
                "done": True,
            }
        ]
    }
    (file,) = second.json["files"]
    assert (file["added"], file["present"]) == ({"episodes": 0, "days": 0}, {"episodes": 2, "days": 1})
    assert len(diary_at(own)) == 2


def test_a_dry_run_says_the_same_and_adds_nothing(cli: Command, own: Path, parcel: Path) -> None:
    keep(own, an_episode())
    file = cli("import", parcel, "--dry-run", "--json").json["files"][0]
    assert (file["added"], file["present"]) == ({"episodes": 1, "days": 1}, {"episodes": 1})
    assert file["done"] is False
    assert len(diary_at(own)) == 1


def test_a_dry_run_makes_no_diary(cli: Command, own: Path, parcel: Path) -> None:
    assert "would be added: episodes 2 and days 1" in cli("import", parcel, "--dry-run").out
    assert not own.exists()


def test_a_bad_row_is_named_and_its_file_adds_nothing_while_others_do(
    cli: Command, own: Path, parcel: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.zip"
    with zipfile.ZipFile(bad, "w") as archive:
        archive.writestr("days.csv", "date,recorded_at\r\n2026-11-22,2026-11-22T12:00:00Z\r\nx,y\r\n")
    said = cli("import", bad, parcel, "--json")
    assert said.code == 1
    one, two = said.json["files"]
    assert (one["done"], one["added"], two["done"]) == (False, {}, True)
    assert [(each["table"], each["row"]) for each in one["refused"]] == [("days", 3)]
    assert "days.csv, row 3: date: “x” is not a date" in said.err
    assert len(diary_at(own)) == 2


def test_what_was_deleted_does_not_come_back(cli: Command, own: Path, parcel: Path) -> None:
    cli("import", parcel)
    with closing(Store.open(own)) as store:
        store.remove([an_episode()])
    dry = cli("import", parcel, "--dry-run", "--json").json["files"][0]
    done = cli("import", parcel, "--json").json["files"][0]
    assert dry["added"] == done["added"] == {"episodes": 0, "days": 0}
    assert len(diary_at(own)) == 1


def test_a_diary_with_something_in_it_is_backed_up_first(cli: Command, own: Path, parcel: Path) -> None:
    keep(own, an_episode(intensity=5))
    cli("import", parcel)
    (backup,) = cli("check", "--json").json["backups"]
    assert (backup["episodes"], backup["sound"]) == (1, True)


def test_a_file_of_another_kind_says_what_is_taken(cli: Command, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("a,b\n", encoding="utf-8")
    refused(cli("import", tmp_path / "x.csv"), "x.csv", "So far packages are taken in")
    file = cli("import", tmp_path / "x.csv", "--json").json["files"][0]
    assert (file["format"], file["done"]) == (None, False)


def test_without_a_path_it_is_wrong_usage(cli: Command) -> None:
    refused(cli("import"), code=2)
