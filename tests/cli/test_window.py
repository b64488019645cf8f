from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.cli.said import AT, Command, refused
from twitchlog.cli import Doors, twitchlog


def test_without_a_command_the_window_of_the_persons_diary_opens(
    cli: Command, own: Path, opened: list[Path]
) -> None:
    assert cli().code == 7
    assert opened == [own]


def test_another_diary_may_be_named_before_or_after_the_command(
    cli: Command, tmp_path: Path, opened: list[Path]
) -> None:
    cli("--diary", tmp_path / "a.db")
    cli("window", "--diary", tmp_path / "b.db")
    cli("--diary", tmp_path / "a.db", "window", "--diary", tmp_path / "c.db")
    assert [path.name for path in opened] == ["a.db", "b.db", "c.db"]


@pytest.mark.parametrize("words", [("frob",), ("add",), ("flags", "--frob"), ("restore",)])
def test_wrong_usage_is_one_sentence_and_2(cli: Command, words: tuple[str, ...]) -> None:
    refused(cli(*words), "See: twitchlog --help", code=2)


def test_help_and_version_need_no_diary(cli: Command, own: Path) -> None:
    assert "Commands:" in cli("--help").out
    assert cli("--version").out.startswith("twitchlog, version ")
    assert not own.exists()


def test_it_is_clicks_group_for_other_programs_too(own: Path) -> None:
    result = CliRunner().invoke(twitchlog, ["add", "left calf", *AT], obj=Doors(lambda _: 0))
    assert (result.exit_code, result.output.splitlines()[0]) == (0, "Saved:")
    result = CliRunner().invoke(twitchlog, ["add", "calf", *AT], obj=Doors(lambda _: 0))
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
