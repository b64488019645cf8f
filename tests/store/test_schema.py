"""The file itself refuses what no twitchlog would write, and every released format opens for ever."""

import shutil
import sqlite3
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from tests.store.made import as_texts, dump, one_of_each
from twitchlog.domain.fields import FIELDS, Field
from twitchlog.domain.record import TABLES
from twitchlog.domain.settings import DiarySettings
from twitchlog.domain.sites import Side, Site, sides_of
from twitchlog.store.migrations import MIGRATIONS, newest_schema, released_schema, schema_of, statements
from twitchlog.store.rows import SHAPES
from twitchlog.store.schema_1 import SQL
from twitchlog.store.store import Store

FIXTURES = Path(__file__).parent.parent / "fixtures"
GIVEN = DiarySettings(day_start=5, hidden={"gaps": date(2026, 11, 20)})


@pytest.fixture
def conn() -> Iterator[sqlite3.Connection]:
    """The connection of a diary with two records of every kind; the second has everything given."""
    store = Store.in_memory()
    store.put(one_of_each())
    yield store._connected()
    store.close()


def change(conn: sqlite3.Connection, table: str, column: str, value: Any) -> None:
    conn.execute(f"UPDATE {table} SET {column} = ? WHERE rowid = 2", (value,))


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("episodes", "id", "not-a-uuid"),
        ("episodes", "id", "ABCDEF00-0000-0000-0000-000000000000"),
        ("episodes", "onset_utc", "2026-02-30T12:00:00Z"),
        ("episodes", "onset_utc", "2026-11-22T24:00:00Z"),
        ("episodes", "onset_utc", "2026-11-22T12:00:00"),
        ("episodes", "onset_utc", "2026-11-22 12:00:00Z"),
        ("episodes", "onset_off", 61),
        ("episodes", "onset_off", 1440),
        ("episodes", "onset_date", "2026-03-28"),
        ("episodes", "onset_min", 151),
        ("episodes", "onset_min", 1440),
        ("episodes", "recorded_utc", None),
        ("episodes", "onset_zone", ""),
        ("episodes", "onset_zone", "x" * 65),
        ("episodes", "site", "elbow"),
        ("episodes", "site", None),
        ("episodes", "site", "calf"),
        ("episodes", "side", "middle_left"),
        ("episodes", "intensity", 0),
        ("episodes", "intensity", 6),
        ("episodes", "intensity", "strong"),
        ("episodes", "intensity", 2.5),
        ("episodes", "duration_s", 604_801),
        ("episodes", "symptoms", ""),
        ("episodes", "symptoms", "itch"),
        ("episodes", "symptoms", "cramp;"),
        ("episodes", "symptoms", "cramp;itch;weakness"),
        ("episodes", "symptoms", "cramp"),
        ("episodes", "symptoms", None),
        ("episodes", "weakness_kind", "tired"),
        ("episodes", "onset_about", 2),
        ("episodes", "onset_about", None),
        ("episodes", "visible", 2),
        ("episodes", "pattern", "twice"),
        ("episodes", "posture", ""),
        ("episodes", "vibration", "phone"),
        ("episodes", "note", ""),
        ("episodes", "note", "x" * 10_001),
        ("episodes", "note", b"bytes"),
        ("episodes", "digest", "short"),
        ("episodes", "mod", None),
        ("episodes", "seq", 1),
        ("exercise", "duration_min", 1441),
        ("exercise", "effort", "extreme"),
        ("exercise", "activity", "x" * 201),
        ("caffeine", "mg", 1000.5),
        ("caffeine", "mg", -1),
        ("caffeine", "servings", 0),
        ("stress", "level", None),
        ("stress", "level", 6),
        ("sitting", "duration_min", 0),
        ("days", "date", "2026-02-30"),
        ("days", "date", "2026-2-3"),
        ("days", "date", "2026-11-22"),
        ("days", "check_in", "some"),
        ("days", "awake_from", "24:00"),
        ("days", "awake_from", "6:30"),
        ("days", "awake_to", "06:60"),
        ("days", "sleep_hours", 24.5),
        ("days", "worry", 0),
        ("medicines", "name", ""),
        ("medicines", "name", None),
        ("medicines", "change", "paused"),
        ("labs", "analyte", "sodium"),
        ("labs", "low", 5.2),
        ("labs", "value", -1),
        ("exams", "kind", "mri"),
        ("exams", "result", None),
        ("discussions", "rule", None),
        ("discussions", "date", None),
    ],
)
def test_the_file_refuses(conn: sqlite3.Connection, table: str, column: str, value: Any) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        change(conn, table, column, value)


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("episodes", "symptoms", "pain;numbness;tingling;weakness;cramp;stiffness;thinning"),
        ("episodes", "intensity", None),
        ("episodes", "note", "ü" * 10_000),
        ("days", "awake_from", "00:00"),
        ("days", "awake_to", "23:59"),
        ("caffeine", "mg", 0),
        ("labs", "low", 5.1),
    ],
)
def test_the_file_takes(conn: sqlite3.Connection, table: str, column: str, value: Any) -> None:
    change(conn, table, column, value)


def coded() -> list[tuple[str, Field, StrEnum]]:
    return [
        (table, field, code)
        for table, fields in FIELDS.items()
        for field in fields
        for code in field.codes or ()
        if field.name not in {"site", "side", "weakness_kind"}
    ]


def test_the_file_takes_every_code_of_the_domain(conn: sqlite3.Connection) -> None:
    conn.execute("UPDATE episodes SET weakness_kind = NULL")
    for table, field, code in coded():
        change(conn, table, field.name, code.value)
    for site in Site:
        for side in sides_of(site):
            conn.execute("UPDATE episodes SET site = ?, side = ?", (site.value, side.value))


def test_the_file_knows_the_sites_without_a_middle(conn: sqlite3.Connection) -> None:
    for site in Site:
        if Side.MIDDLE not in sides_of(site):
            with pytest.raises(sqlite3.IntegrityError):
                conn.execute("UPDATE episodes SET site = ?, side = 'middle'", (site.value,))


def test_every_field_has_its_columns(store: Store) -> None:
    for table in TABLES:
        found = [row[1] for row in store._connected().execute(f"PRAGMA table_info({table})").fetchall()]
        assert sorted(found) == sorted(SHAPES[table].stored)


def test_bounds_of_the_file_are_those_of_the_domain(conn: sqlite3.Connection) -> None:
    for table, fields in FIELDS.items():
        for field in fields:
            if field.low is None or field.high is None:
                continue
            for value, allowed in ((field.low, True), (field.high, True), (field.high + 1, False)):
                if (table, field.name) == ("labs", "low") and value == field.high:
                    continue  # also bound by the upper limit
                if allowed and (table, field.name) != ("labs", "high"):
                    change(conn, table, field.name, value)
                elif not allowed:
                    with pytest.raises(sqlite3.IntegrityError):
                        change(conn, table, field.name, value)


def test_a_statement_is_a_statement() -> None:
    assert statements("CREATE TABLE a (b); \nINSERT INTO a\n  VALUES (';');\n") == [
        "CREATE TABLE a (b);",
        "INSERT INTO a\n  VALUES (';');",
    ]
    assert "\n".join(statements(SQL)) == "\n".join(line for line in SQL.splitlines() if line)


def test_a_new_diary_is_what_all_migrations_make(store: Store) -> None:
    assert schema_of(store._connected()) == released_schema(newest_schema())
    assert len(MIGRATIONS) == store.schema


@pytest.mark.parametrize("number", range(1, len(MIGRATIONS) + 1))
def test_a_diary_of_every_released_format_opens(tmp_path: Path, number: int) -> None:
    diary = tmp_path / "diary.db"
    shutil.copy(FIXTURES / f"diary-schema-{number}.db", diary)
    store = Store.open(diary, create=False)
    assert store.problems() == []
    assert dump(store.diary()) == as_texts(one_of_each()[:-1])
    assert [record for _, record in store.deleted()] == one_of_each()[-1:]
    assert (store.settings(), store.draft()) == (GIVEN, "right eye")
    assert store.schema == newest_schema()
    assert store.read_only == ""
    store.close()


def keep_a_diary_of_this_format(folder: Path) -> None:
    """Make the fixture of the newest format, once, before it is released."""
    store = Store.open(folder / f"diary-schema-{newest_schema()}.db")
    store.put(one_of_each())
    store.remove(one_of_each()[-1:])
    store.put_settings(GIVEN)
    store.put_draft("right eye")
    store.close()
