from pathlib import Path

import pytest

from tests.cli.said import Command, keep, refused
from tests.helpers import a_day


def test_flags_are_what_the_sidebar_shows(cli: Command, made_up_diary: Path) -> None:
    document = cli("flags", "--on", "2026-11-22", "--json", "--diary", made_up_diary).json
    assert list(document) == ["on", "flags", "quiet"]
    assert document["on"] == "2026-11-22"
    first = document["flags"][0]
    assert (first["rule"], first["level"], first["kind"]) == ("numbness", 2, "red_flag")
    assert set(first) == {
        *("rule", "level", "kind", "region", "sites", "since", "days", "evidence"),
        *("title", "text", "why", "source", "clears"),
    }


def test_flags_in_words(cli: Command, made_up_diary: Path) -> None:
    said = cli("flags", "--on", "2026-11-22", "--diary", made_up_diary)
    assert said.out.startswith("A good idea to see a doctor: Numbness noted\n")


def test_a_quiet_diary_says_so(cli: Command, own: Path) -> None:
    keep(own, a_day())
    assert cli("flags", "--on", "2026-11-22").out == "Nothing to point out.\n"


def test_triggers_have_five_rows(cli: Command, made_up_diary: Path) -> None:
    document = cli("triggers", "--json", "--from", "2026-06-01", "--diary", made_up_diary).json
    assert list(document) == ["from", "until", "complete_days", "onsets", "triggers"]
    assert document["from"] == "2026-06-01"
    assert [row["exposure"] for row in document["triggers"]] == [
        "exercise",
        "caffeine",
        "stress",
        "sitting",
        "short_sleep",
    ]


def test_triggers_in_words(cli: Command, made_up_diary: Path) -> None:
    said = cli("triggers", "--diary", made_up_diary)
    assert "Exercise: In the 8 h after exercise you noticed" in said.out
    assert "Likely linked." in said.out


@pytest.mark.parametrize("command", ["flags", "triggers"])
def test_without_a_diary_they_say_there_is_none(cli: Command, own: Path, command: str) -> None:
    refused(cli(command), "There is no diary")
    assert not own.exists()
