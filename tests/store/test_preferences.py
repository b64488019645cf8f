"""How the window looks is remembered, and a broken settings file does no harm."""

import json
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.store import preferences, private_files
from twitchlog.store.places import backups_folder, diary_file, settings_file
from twitchlog.store.preferences import Preferences, read_preferences, write_preferences

GIVEN = Preferences(
    theme="dark",
    text_size=130,
    first_weekday=6,
    geometry="01d9d0cb",
    templates=({"line": "left calf", "name": "the usual"},),
    once_a_day=True,
    weekly_trends=True,
    hide_numbers=True,
    reminder="20:00",
    course_start="2026-11-22",
    offered=("less",),
    hide_after=5,
    hide_minimised=True,
)


def test_preferences_survive_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "new" / "settings.json"
    assert read_preferences(file) == Preferences()
    write_preferences(file, GIVEN)
    write_preferences(file, GIVEN)
    assert read_preferences(file) == GIVEN
    assert oct(file.stat().st_mode & 0o777) == "0o600"
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("broken", ["", "{", "[]", "null", "\xff", '{"theme": "dark"', "[" * 100_000])
def test_a_broken_file_is_kept_aside(tmp_path: Path, broken: str) -> None:
    file = tmp_path / "settings.json"
    file.write_text(broken, encoding="latin-1")
    assert read_preferences(file) == Preferences()
    write_preferences(file, GIVEN)
    assert read_preferences(file) == GIVEN
    assert file.with_name("settings.json.broken-1").read_text(encoding="latin-1") == broken


def test_a_second_broken_file_does_not_take_the_first_away(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    for text in ("one", "two"):
        file.write_text(text)
        read_preferences(file)
    assert [file.with_name(f"settings.json.broken-{n}").read_text() for n in (1, 2)] == ["one", "two"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "neon"),
        ("theme", 1),
        ("text_size", 200),
        ("text_size", True),
        ("first_weekday", 7),
        ("hide_numbers", 1),
        ("reminder", "25:00"),
        ("course_start", "soon"),
        ("offered", [1]),
        ("geometry", "xyz"),
        ("geometry", None),
        ("templates", {}),
        ("templates", ["x"]),
    ],
)
def test_a_value_that_makes_no_sense_is_the_usual_one(tmp_path: Path, name: str, value: object) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"first_weekday": 3, "of_a_newer_program": 1, name: value}))
    expected = Preferences() if name == "first_weekday" else Preferences(first_weekday=3)
    assert read_preferences(file) == expected
    assert file.exists()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from([*Preferences.__slots__, "else"]), json_values))
def test_no_settings_file_can_hurt(given: dict[str, object]) -> None:
    assert isinstance(preferences._sensible(given), Preferences)


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "settings.json"
    write_preferences(file, GIVEN)

    def failing(_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(private_files, "sync_file", failing)
    with pytest.raises(OSError, match="No space left"):
        write_preferences(file, Preferences())
    assert read_preferences(file) == GIVEN
    assert list(tmp_path.iterdir()) == [file]


def test_the_diary_is_where_one_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWITCHLOG_DIARY", str(tmp_path / "env.db"))
    assert diary_file(str(tmp_path / "option.db")) == tmp_path / "option.db"
    assert diary_file() == tmp_path / "env.db"
    assert list(tmp_path.iterdir()) == []


def test_else_it_is_in_the_data_folder_for_its_owner_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TWITCHLOG_DIARY", raising=False)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    (tmp_path / "XDG_DATA_HOME" / "twitchlog").mkdir(parents=True, mode=0o755)
    diary = diary_file()
    assert (diary.name, diary.parent.name) == ("diary.db", "twitchlog")
    assert oct(diary.parent.stat().st_mode & 0o777) == "0o700"
    assert settings_file().name == "settings.json"
    assert backups_folder(diary) == diary.parent / "diary.db.backups"


def test_every_preference_is_checked_before_it_is_taken() -> None:
    assert set(preferences.FITS) == {each.name for each in fields(Preferences)}
