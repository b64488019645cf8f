from datetime import timedelta
from pathlib import Path

from tests.cli.said import AT, Command, diary_at, keep, refused
from tests.helpers import NOON, an_episode
from twitchlog.store.places import settings_file
from twitchlog.store.preferences import Preferences, write_preferences


def test_check_counts_what_is_there(cli: Command, own: Path) -> None:
    cli("add", "left calf after run, 2 coffees", *AT)
    cli("backup")
    document = cli("check", "--json").json
    (backup,) = document.pop("backups")
    assert document == {
        "diary": str(own),
        "sound": True,
        "problems": [],
        "episodes": 1,
        "exposures": 2,
        "days": 0,
        "schema": 1,
        "newest": "2026-11-22T14:32:00+01:00",
    }
    assert set(backup) == {"path", "at", "sound", "episodes"}
    assert (backup["sound"], backup["episodes"], Path(backup["path"]).exists()) == (True, 1, True)


def test_check_in_words(cli: Command, own: Path) -> None:
    keep(own, an_episode())
    assert "1 twitch, the newest of 2026-11-22" in cli("check").out
    assert "No backup yet" in cli("check").out
    cli("backup")
    said = cli("check").out
    assert "1 backup, 1 of them sound." in said
    assert "Last backup 0 min ago, verified; only on this disk." in said


def test_a_second_folder_gets_the_backup_too(cli: Command, own: Path, tmp_path: Path) -> None:
    keep(own, an_episode())
    second = tmp_path / "second"
    write_preferences(settings_file(), Preferences(second_folder=str(second)))
    refused_part = cli("backup")
    assert (refused_part.code, "is not there" in refused_part.err) == (1, True)
    assert "copied, opened again and checked" in refused_part.out
    second.mkdir()
    said = cli("backup")
    assert said.code == 0, said.err
    copy = Path(said.out.splitlines()[-1].split(": ", 1)[1])
    assert len(diary_at(copy)) == 1
    assert f"also in {second}" in cli("check").out


def test_a_damaged_diary_is_said_and_ends_with_1(cli: Command, own: Path) -> None:
    keep(own, *(an_episode(onset=NOON + timedelta(minutes=n)) for n in range(200)))
    data = bytearray(own.read_bytes())
    data[30_000:34_000] = b"\x5a" * 4_000
    own.write_bytes(data)
    said = cli("check", "--json")
    assert said.code == 1
    assert said.json["sound"] is False
    assert said.json["problems"]
    assert said.err.strip()


def test_a_restore_brings_back_and_keeps_what_was_there(cli: Command, own: Path) -> None:
    keep(own, an_episode())
    path = cli("backup").out.splitlines()[0]
    cli("add", "right thumb", *AT)
    said = cli("restore", path)
    assert said.code == 0
    assert "The diary now holds 1 twitch" in said.out
    assert len(diary_at(own)) == 1
    kept = Path(said.out.splitlines()[1].split(": ", 1)[1])
    assert len(diary_at(kept)) == 2


def test_a_restore_can_be_rehearsed(cli: Command, own: Path) -> None:
    keep(own, an_episode())
    path = cli("backup").out.splitlines()[0]
    cli("add", "left calf", *AT)
    said = cli("restore", path, "--dry-run")
    assert said.out.splitlines()[-1] == "1 entry would go."
    assert cli("check", "--json").json["episodes"] == 2


def test_a_restore_from_nothing_changes_nothing(cli: Command, own: Path, tmp_path: Path) -> None:
    keep(own, an_episode())
    refused(cli("restore", tmp_path / "no.db"), "no.db")
    assert len(diary_at(own)) == 1


def test_a_backup_of_no_diary_is_refused(cli: Command) -> None:
    refused(cli("backup"), "There is no diary")


def test_a_rescue_makes_a_new_diary_beside_the_damaged_one(cli: Command, own: Path) -> None:
    keep(own, *(an_episode(onset=NOON + timedelta(minutes=n)) for n in range(200)))
    data = bytearray(own.read_bytes())
    data[:4096] = b"\x5a" * 4096
    own.write_bytes(data)
    said = cli("check", "--rescue", own)
    assert said.code == 0, said.err
    assert "Read back: 200 twitches, 0 other entries, 0 deleted before." in said.out
    assert f"The damaged file was left as it is: {own}" in said.out
    assert own.read_bytes() == data
    document = cli("check", "--rescue", own, "--json").json
    assert document["recovered"]["episodes"] == 200
    assert document["missing"] == []
    assert len(diary_at(Path(document["diary"]))) == 200
    restored = cli("restore", document["diary"])
    assert restored.code == 0, restored.err
    assert len(diary_at(own)) == 200


def test_what_a_rescue_could_not_read_is_told(cli: Command, own: Path) -> None:
    keep(own, *(an_episode(onset=NOON + timedelta(minutes=n)) for n in range(200)))
    data = own.read_bytes()
    at = data.index(an_episode(onset=NOON + timedelta(minutes=7)).id.encode())
    while data.find(b"calf", at, at + 200) < 0:  # the first place may be that of an index
        at = data.index(data[at : at + 36], at + 1)
    own.write_bytes(data[: at + 50] + b"zz" + data[at + 52 :])
    assert (
        "Not read back, as far as the file still tells: 2026-11-22T12:07:00Z"
        in cli("check", "--rescue", own).out
    )


def test_a_rescue_of_what_is_no_diary_is_refused(cli: Command, tmp_path: Path) -> None:
    refused(cli("check", "--rescue", tmp_path / "none.db"), "There is no file")
    (tmp_path / "text").write_text("twitch")
    refused(cli("check", "--rescue", tmp_path / "text"), "no entry in it is whole")
