from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import available_timezones

import pytest

from tests.cli.said import AT, Command, diary_at, keep, refused
from tests.helpers import NOON, TODAY, a_day, an_episode
from twitchlog.domain.day import CheckIn
from twitchlog.domain.episode import Episode


def test_a_line_becomes_what_it_says(cli: Command, own: Path) -> None:
    said = cli("add", "left calf 5 min mild after run, 2 coffees", *AT, "--json")
    assert (said.code, said.err) == (0, "")
    document = said.json
    assert list(document) == [
        "saved",
        "episodes",
        "exercise",
        "caffeine",
        "stress",
        "sitting",
        "day",
        "asks",
    ]
    assert (document["saved"], document["day"], document["asks"]) == (True, None, None)
    (episode,), (drink,) = document["episodes"], document["caffeine"]
    known = {"id", "zone"}
    assert {name: value for name, value in episode.items() if name not in known} == {
        "onset": "2026-11-22T14:32:00+01:00",
        "duration_s": 300,
        "site": "calf",
        "side": "left",
        "intensity": 2,
        "recorded_at": "2026-11-22T14:32:00+01:00",
    }
    assert (drink["mg"], drink["servings"]) == (180, 2)
    (kept,) = diary_at(own).every(Episode)
    assert kept.id == episode["id"]


def test_without_json_it_prints_what_was_understood(cli: Command) -> None:
    said = cli("add", "left", "calf", "5", "min", "mild", "after", "run", *AT)
    assert said.code == 0
    assert said.out.splitlines() == [
        "Saved:",
        "  2026-11-22 14:32  Left calf, 5 min, mild",
        "  2026-11-22 14:32  run",
    ]


def test_an_unclear_line_is_refused_and_says_what_is_missing(cli: Command, own: Path) -> None:
    refused(cli("add", "calves 5 min", *AT), "Not saved", "which side", "left or right or both")
    assert not own.exists()


def test_an_unclear_line_has_its_question_in_the_document(cli: Command, own: Path) -> None:
    said = cli("add", "calves 5 min", *AT, "--json")
    assert said.code == 1
    assert (said.json["saved"], said.json["asks"]) == (False, "side")
    assert said.json["choices"] == ["left", "right", "both"]
    assert not own.exists()


def test_a_line_of_nothing_is_refused(cli: Command) -> None:
    said = cli("add", "   ", *AT)
    assert said.code == 1
    assert said.err.strip()


def test_a_dry_run_saves_nothing(cli: Command, own: Path) -> None:
    said = cli("add", "left calf", *AT, "--dry-run")
    assert (said.code, said.out.splitlines()[0]) == (0, "This would be saved:")
    assert cli("add", "left calf", *AT, "--dry-run", "--json").json["saved"] is False
    assert not own.exists()


def test_again_means_the_last_twitch(cli: Command) -> None:
    cli("add", "right thumb strong", *AT)
    again = cli("add", "again", "--at", "2026-11-22T15:00:00+01:00", "--json").json["episodes"]
    assert [(each["site"], each["side"], each["intensity"]) for each in again] == [("thumb", "right", 4)]


def test_a_twitch_takes_back_that_there_were_none(cli: Command, own: Path) -> None:
    keep(own, a_day(check_in=CheckIn.NONE, sleep_hours=7.0))
    assert cli("add", "left calf", *AT).code == 0
    assert diary_at(own).day(TODAY) == a_day(sleep_hours=7.0)


@pytest.mark.parametrize("line", ["left calf, washing machine vibration", "2 coffees"])
def test_what_is_not_counted_takes_nothing_back(cli: Command, own: Path, line: str) -> None:
    keep(own, a_day(check_in=CheckIn.NONE))
    assert cli("add", line, *AT).code == 0
    assert diary_at(own).day(TODAY) == a_day(check_in=CheckIn.NONE)


def test_a_time_without_an_offset_is_by_this_computers_clock(cli: Command) -> None:
    for text in ("2026-11-22T14:32", "2026-11-22 14:32:05"):
        (episode,) = cli("add", "left calf", "--at", text, "--json").json["episodes"]
        found = datetime.fromisoformat(episode["onset"])
        assert found.replace(tzinfo=None).isoformat(timespec="minutes") == "2026-11-22T14:32"
        assert found.utcoffset() == datetime.fromisoformat(text).astimezone().utcoffset()


@pytest.mark.skipif("Europe/Berlin" not in available_timezones(), reason="no time zone data here")
def test_the_zone_is_kept_unless_another_clock_was_meant(
    cli: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("twitchlog.cli.writing.zone_name", lambda: "Europe/Berlin")
    (home,) = cli("add", "left calf", *AT, "--json").json["episodes"]
    (away,) = cli("add", "left calf", "--at", "2026-11-22T14:32+05:45", "--json").json["episodes"]
    assert (home["zone"], away.get("zone", "")) == ("Europe/Berlin", "")


@pytest.mark.parametrize(
    "at", ["yesterday", "2026-13-01T10:00", "2026-11-22", "2026-11-22T25:00", "1500-01-01T10:00"]
)
def test_a_time_that_is_none_is_wrong_usage(cli: Command, at: str) -> None:
    refused(cli("add", "left calf", "--at", at), "--at", code=2)


@pytest.mark.parametrize(
    ("word", "check_in"),
    [("none", CheckIn.NONE), ("all", CheckIn.ALL_LOGGED), ("some", CheckIn.SOME_LOGGED)],
)
def test_it_closes_a_day_and_keeps_what_the_day_says(
    cli: Command, own: Path, word: str, check_in: CheckIn
) -> None:
    keep(own, a_day(worry=2))
    assert cli("today", word, "--date", "2026-11-22").code == 0
    assert diary_at(own).day(TODAY) == a_day(worry=2, check_in=check_in)


def test_without_a_date_it_is_the_day_that_began_at_four(
    cli: Command, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    night = NOON + timedelta(hours=15)
    monkeypatch.setattr("twitchlog.cli.writing.now", lambda: night)
    assert cli("today", "none").out == "Sunday 22 November: no twitches.\n"
    assert diary_at(own).day(TODAY) == a_day(check_in=CheckIn.NONE, recorded_at=night)


def test_a_day_with_twitches_is_not_closed_as_without(cli: Command, own: Path) -> None:
    keep(own, an_episode())
    refused(cli("today", "none", "--date", "2026-11-22"), "1 twitch is written down on 22 Nov")
    assert diary_at(own).day(TODAY) is None
    assert cli("today", "all", "--date", "2026-11-22").code == 0


def test_a_pulse_does_not_stand_against_none(cli: Command, own: Path) -> None:
    keep(own, an_episode(pulse=True))
    assert cli("today", "none", "--date", "2026-11-22").code == 0


@pytest.mark.parametrize("words", [("maybe",), (), ("none", "--date", "22.11.2026")])
def test_other_words_are_wrong_usage(cli: Command, words: tuple[str, ...]) -> None:
    refused(cli("today", *words), code=2)


def test_a_clock_behind_the_newest_entry_is_asked_about_and_the_entry_is_kept(
    cli: Command, own: Path
) -> None:
    ahead = datetime.now(UTC).replace(microsecond=0) + timedelta(days=2)  # noqa: TID251 - the command reads the clock
    keep(own, an_episode(onset=ahead, recorded_at=ahead))
    said = cli("add", "left calf 5 min")
    assert said.code == 0
    assert said.out.startswith("Saved:")
    assert said.err.startswith("This computer's clock says ")
    assert cli("check", "--json").json["episodes"] == 2
