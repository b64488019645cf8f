"""A prepared diary file is refused or harmless, in bounded time, and left as it was."""

import json
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.helpers import NOON, an_episode, an_id
from tests.store.made import dump
from twitchlog.store.backups import backup
from twitchlog.store.errors import Reason, StoreError
from twitchlog.store.migrations import MARKS, mark_of, newest_schema, released_schema
from twitchlog.store.rescue import rescue
from twitchlog.store.restoring import restore
from twitchlog.store.store import Store

ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"


def changed(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("PRAGMA writable_schema = ON")
        for statement in statements:
            conn.execute(statement)


def altered(path: Path, statement: str) -> None:
    """Newer engines find no table to alter while their schema may be written."""
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute(statement)


def a_trigger(path: Path) -> None:
    changed(path, "CREATE TRIGGER t AFTER INSERT ON episodes BEGIN DELETE FROM episodes; END")


def a_trigger_on_the_count(path: Path) -> None:
    changed(path, "CREATE TRIGGER t AFTER UPDATE ON meta BEGIN DELETE FROM trash; END")


def an_endless_view(path: Path) -> None:
    changed(path, "DROP TABLE days", f"CREATE VIEW days AS {ENDLESS}")


def a_view_beside(path: Path) -> None:
    changed(path, f"CREATE VIEW more AS {ENDLESS}")


def a_function_in_an_index(path: Path) -> None:
    changed(path, "CREATE INDEX i ON episodes (hex(zeroblob(length(note) * 1000000)))")


def a_generated_column(path: Path) -> None:
    altered(path, "ALTER TABLE episodes ADD COLUMN g TEXT GENERATED ALWAYS AS (hex(zeroblob(300000000)))")


def a_column_more(path: Path) -> None:
    altered(path, "ALTER TABLE labs ADD COLUMN x TEXT")


def another_check(path: Path) -> None:
    changed(
        path,
        "UPDATE sqlite_schema SET sql = replace(sql, 'BETWEEN 1 AND 10000', 'BETWEEN 1 AND 90000') WHERE name = 'exams'",
    )


def a_virtual_table(path: Path) -> None:
    changed(path, "CREATE VIRTUAL TABLE v USING fts5(x)")


BUILT_OTHERWISE = [
    a_trigger,
    a_trigger_on_the_count,
    an_endless_view,
    a_view_beside,
    a_function_in_an_index,
    a_generated_column,
    a_column_more,
    another_check,
    a_virtual_table,
]


@pytest.fixture
def kept(path: Path) -> Path:
    """A diary with two entries, closed."""
    with closing(Store.open(path)) as store:
        store.put([an_episode(id=an_id(n), note=f"entry {n}") for n in range(2)])
    return path


@pytest.mark.parametrize("change", BUILT_OTHERWISE)
def test_a_diary_that_is_built_otherwise_is_refused_at_once_and_untouched(
    kept: Path, change: Callable[[Path], None]
) -> None:
    change(kept)
    before = kept.read_bytes()
    started = time.monotonic()
    for reading in (True, False):
        with pytest.raises(StoreError, match="another program changed it") as said:
            Store.open(kept, reading=reading)
        assert said.value.reason is Reason.DAMAGED
    assert time.monotonic() - started < 2
    assert kept.read_bytes() == before


@pytest.mark.parametrize("change", BUILT_OTHERWISE)
def test_it_is_not_restored_from_and_a_restore_puts_it_aside(
    kept: Path, tmp_path: Path, change: Callable[[Path], None]
) -> None:
    with closing(Store.open(kept)) as store:
        good = backup(store, "daily", NOON).path
        held = dump(store.diary())
    crafted = tmp_path / "crafted.db"
    crafted.write_bytes(good.read_bytes())
    change(crafted)
    with pytest.raises(StoreError):
        restore(kept, crafted, NOON)
    change(kept)
    aside = restore(kept, good, NOON).aside
    assert aside is not None
    with closing(Store.open(kept)) as store:
        assert dump(store.diary()) == held


def test_what_was_in_it_can_still_be_read(kept: Path) -> None:
    a_trigger(kept)
    done = rescue(kept, NOON)
    with closing(Store.open(done.path)) as store:
        assert sorted(row.note for row in store.diary().every(type(an_episode()))) == ["entry 0", "entry 1"]


def test_a_newer_diary_with_views_is_not_read_through_them(kept: Path) -> None:
    an_endless_view(kept)
    changed(kept, f"PRAGMA user_version = {newest_schema() + 1}")
    with pytest.raises(StoreError):
        Store.open(kept)


@pytest.mark.parametrize(
    "settings",
    [
        "[" * 100_000,
        json.dumps({"day_start": 10**30}),
        json.dumps({"day_start": -1}),
        json.dumps({"day_start": "4"}),
        json.dumps({"thresholds": {"weakness": "many"}}),
        json.dumps({"hidden": {"weakness": "2026-02-30"}}),
        json.dumps({"hidden": {"weakness": 4}}),
        "null",
    ],
)
def test_settings_no_twitchlog_wrote_are_damage(kept: Path, settings: str) -> None:
    with closing(sqlite3.connect(kept)) as conn, conn:
        conn.execute("UPDATE meta SET settings = ?", (settings,))
    with closing(Store.open(kept)) as store, pytest.raises(StoreError, match="damaged") as said:
        store.settings()
    assert said.value.reason is Reason.DAMAGED


def test_a_huge_text_is_damage_and_not_read(kept: Path) -> None:
    with closing(sqlite3.connect(kept)) as conn, conn:
        conn.execute("PRAGMA ignore_check_constraints = ON")
        conn.execute("UPDATE episodes SET note = printf('%.*c', 2000000, 'x')")
    with closing(Store.open(kept)) as store:
        with pytest.raises(StoreError, match="damaged"):
            store.diary()
        assert store.problems()


@pytest.mark.parametrize("text", ["[" * 100_000, "{}", '{"id": 3}', "null"])
def test_a_deleted_entry_no_twitchlog_wrote_is_damage(kept: Path, text: str) -> None:
    with closing(sqlite3.connect(kept)) as conn, conn:
        conn.execute(
            "INSERT INTO trash VALUES ('episodes', 'x', ?, '2026-11-22T12:00:00Z', 9, '0123456789abcdef')",
            (text,),
        )
    with closing(Store.open(kept)) as store:
        with pytest.raises(StoreError, match="damaged"):
            store.deleted()
        assert store.problems()


def test_the_marks_of_released_schemas_are_true() -> None:
    assert {number: mark_of(released_schema(number)) for number in MARKS} == MARKS
    assert set(MARKS) == set(range(1, newest_schema() + 1)), "a new schema needs its mark"
