import csv
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.cli.said import Command, diary_at, keep, refused
from tests.helpers import NOON, TODAY, a_day, an_episode
from twitchlog.cli import Doors
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode
from twitchlog.domain.period import Period


def test_a_package_of_the_diary_comes_back_as_the_same_diary(cli: Command, own: Path, tmp_path: Path) -> None:
    keep(own, an_episode(note="'=x\n🦵"), a_day(worry=1))
    said = cli("export", tmp_path / "d.zip")
    assert said.out == (
        f"{tmp_path / 'd.zip'}: 1 twitch written, 1 read back; 1 other entry written, 1 read back.\n"
    )
    cli("--diary", tmp_path / "new.db", "import", tmp_path / "d.zip")
    old, new = diary_at(own), diary_at(tmp_path / "new.db")
    assert list(old.every(Episode)) == list(new.every(Episode))
    assert old.day(TODAY) == new.day(TODAY)


def test_the_doctors_table_with_its_period_and_signs(cli: Command, own: Path, tmp_path: Path) -> None:
    keep(own, an_episode(duration_s=90), an_episode(onset=NOON - timedelta(days=3)))
    path = tmp_path / "t.CSV"
    words = ("--from", "2026-11-21", "--until", "2026-11-22", "--delimiter", ";", "--decimal", ",")
    assert cli("export", path, *words).out == f"{path}: 1 twitch written, 1 read back.\n"
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, row = csv.reader(file, delimiter=";")
    assert row[header.index("Length (min)")] == "1,5"


@pytest.mark.parametrize(
    ("words", "days"),
    [
        (("--from", "2026-11-22"), ["2026-11-22"]),
        (("--until", "2026-11-21"), ["2026-11-19"]),
        ((), ["2026-11-19", "2026-11-22"]),
    ],
)
def test_one_end_of_the_period_is_enough(
    cli: Command, own: Path, tmp_path: Path, words: tuple[str, ...], days: list[str]
) -> None:
    keep(own, an_episode(), an_episode(onset=NOON - timedelta(days=3)))
    cli("export", tmp_path / "t.csv", *words)
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["Date"] for row in csv.DictReader(file)] == days


def test_nothing_to_write_is_said_as_nothing(cli: Command, own: Path, tmp_path: Path) -> None:
    keep(own, a_day())
    assert "0 twitches written, 0 read back" in cli("export", tmp_path / "t.csv").out


def test_the_doctors_page_is_not_there_yet_and_says_so(cli: Command, own: Path, tmp_path: Path) -> None:
    keep(own, an_episode())
    refused(cli("export", tmp_path / "x.pdf"), "cannot be made yet", ".csv")
    assert not (tmp_path / "x.pdf").exists()


def test_the_painter_is_given_diary_period_and_place(cli: Command, own: Path, tmp_path: Path) -> None:
    keep(own, an_episode())
    painted: list[tuple[int, Period | None, Path]] = []

    def paint(diary: Diary, period: Period | None, _: datetime, path: Path) -> str:
        painted.append((len(diary), period, path))
        return "1 page."

    doors = Doors(open_window=lambda _: 0, paint_page=paint)
    said = cli("export", tmp_path / "x.pdf", "--until", "2026-11-22", "--from", "2026-11-22", doors=doors)
    assert (said.code, said.out) == (0, f"{tmp_path / 'x.pdf'}: 1 page.\n")
    assert painted == [(1, Period.of_days(TODAY, 1), tmp_path / "x.pdf")]


def test_the_diary_itself_is_never_overwritten(cli: Command, tmp_path: Path) -> None:
    mine = tmp_path / "mine.zip"
    keep(mine, an_episode())
    before = mine.read_bytes()
    refused(cli("export", mine, "--diary", mine), "is the diary itself")
    assert mine.read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ("x.doc",),
        ("x",),
        ("x.csv", "--delimiter", ""),
        ("x.csv", "--delimiter", "ab"),
        ("x.csv", "--delimiter", '"'),
        ("x.csv", "--decimal", ";"),
        ("x.csv", "--from", "2026-11-22", "--until", "2026-11-21"),
        ("x.csv", "--from", "22/11/2026"),
    ],
)
def test_what_makes_no_sense_is_wrong_usage(cli: Command, own: Path, words: tuple[str, ...]) -> None:
    keep(own, an_episode())
    refused(cli("export", *words), code=2)


def test_without_a_diary_it_says_there_is_none(cli: Command, own: Path, tmp_path: Path) -> None:
    refused(cli("export", tmp_path / "x.zip"), "There is no diary")
    assert not own.exists()


def test_a_folder_that_is_not_there_is_said(cli: Command, own: Path, tmp_path: Path) -> None:
    keep(own, an_episode())
    refused(cli("export", tmp_path / "no" / "x.zip"), "no such file or directory")
