from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.cli.said import Command, diary_at, keep, refused
from tests.helpers import an_episode


def test_the_same_seed_makes_the_same_diary(cli: Command, tmp_path: Path) -> None:
    for name in ("a", "b"):
        cli("demo", tmp_path / f"{name}.db", "--no-window", "--days", 30, "--seed", 5)
        cli("export", tmp_path / f"{name}.zip", "--diary", tmp_path / f"{name}.db")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_it_makes_as_many_as_asked_for_up_to_yesterday(cli: Command, tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    said = cli("demo", path, "--no-window", "--days", 30, "--episodes", 77)
    assert "77 twitches in 30 days" in said.out
    diary = diary_at(path)
    assert len(diary) == 77
    span = diary.span()
    assert span is not None
    assert span.last <= date.fromisoformat(cli("flags", "--json", "--diary", path).json["on"]) - timedelta(
        days=1
    )


def test_it_opens_in_the_window_and_touches_nothing_else(
    cli: Command, own: Path, tmp_path: Path, opened: list[Path]
) -> None:
    assert cli("demo", tmp_path / "a.db", "--days", 3).code == 7
    assert opened == [tmp_path / "a.db"]
    assert not own.exists()


def test_without_a_path_it_goes_to_a_new_place(
    cli: Command, tmp_path: Path, opened: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    cli("demo", "--days", 3)
    cli("demo", "--days", 3)
    assert len(set(opened)) == 2
    assert all(path.is_relative_to(tmp_path) for path in opened)


def test_it_never_touches_the_persons_own_diary(cli: Command, own: Path, tmp_path: Path) -> None:
    refused(cli("demo", own), "your own diary")
    keep(own, an_episode())
    refused(cli("demo", own), "your own diary")
    refused(cli("demo", tmp_path / "x.db", "--diary", tmp_path / "x.db"), "your own diary")
    (tmp_path / "there.db").touch()
    refused(cli("demo", tmp_path / "there.db"), "is there already")
    assert len(diary_at(own)) == 1


@pytest.mark.parametrize("words", [("--days", "0"), ("--episodes", "-1"), ("--seed", "x")])
def test_impossible_wishes_are_wrong_usage(cli: Command, words: tuple[str, ...]) -> None:
    refused(cli("demo", *words), code=2)
