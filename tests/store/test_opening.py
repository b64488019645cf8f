"""How a diary opens, and the sentence when it cannot."""

import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.helpers import NOON, an_episode, an_id
from tests.store.children import child
from tests.store.jobs import reading_and_trying
from tests.store.made import as_texts, dump, one_of_each
from twitchlog.store import connection, migrations
from twitchlog.store.backups import backup, backups
from twitchlog.store.connection import connect, connect_copy, pragma
from twitchlog.store.errors import Reason, StoreError
from twitchlog.store.places import backups_folder
from twitchlog.store.store import Store


@pytest.fixture
def kept(path: Path) -> Path:
    """A closed diary with two records of every kind."""
    store = Store.open(path)
    store.put(one_of_each())
    store.close()
    return path


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "delete"),
        ("synchronous", 3),
        ("fullfsync", 1),
        ("foreign_keys", 1),
        ("cell_size_check", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("temp_store", 2),
        ("mmap_size", 0),
        ("cache_size", -16000),
        ("query_only", 0),
    ],
)
def test_every_setting_is_as_meant(store: Store, name: str, value: int | str) -> None:
    assert pragma(store._connected(), name) == value


def test_a_diary_opened_for_reading_cannot_be_written(kept: Path) -> None:
    store = Store.open(kept, reading=True)
    with pytest.raises(StoreError):
        store.put([an_episode(id=an_id("new"))])
    assert len(store.diary()) == 2
    store.close()


def test_a_setting_that_does_not_take_is_not_passed_over(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Store.open(path).close()
    monkeypatch.setitem(connection.PRAGMAS, "synchronus", ("EXTRA", 3))
    with pytest.raises(StoreError, match="synchronus"):
        Store.open(path)


def test_the_header_says_what_the_file_is(store: Store) -> None:
    conn = store._connected()
    assert pragma(conn, "application_id") == 0x74776C67
    assert (pragma(conn, "page_size"), pragma(conn, "auto_vacuum"), pragma(conn, "encoding")) == (
        4096,
        0,
        "UTF-8",
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a user's folders to the user by itself")
def test_only_the_owner_may_read_it(path: Path) -> None:
    Store.open(path).close()
    assert [oct(each.stat().st_mode & 0o777) for each in (path, path.parent)] == ["0o600", "0o700"]
    path.chmod(0o644)
    path.parent.chmod(0o755)
    Store.open(path).close()
    assert oct(path.stat().st_mode & 0o777) == "0o600"
    assert oct(path.parent.stat().st_mode & 0o777) == "0o755", (
        "a folder that was there is the person's own affair"
    )


def test_a_new_diary_leaves_nothing_but_its_reserve_behind(path: Path) -> None:
    Store.open(path).close()
    assert sorted(each.name for each in path.parent.iterdir()) == ["diary.db", "diary.db.reserve"]


@pytest.mark.parametrize(
    "sql",
    ["CREATE TABLE t (x)", "DROP TABLE labs", "ALTER TABLE labs ADD COLUMN x", "ATTACH ':memory:' AS x"],
)
def test_nothing_but_a_migration_changes_tables(store: Store, sql: str) -> None:
    with pytest.raises(sqlite3.DatabaseError, match="not authorized"):
        store._connected().execute(sql)


def test_a_missing_diary_is_not_made_by_a_command_that_reads(path: Path) -> None:
    for create in (True, False):
        with pytest.raises(StoreError, match="There is no diary at") as said:
            Store.open(path, create=create, reading=True)
        assert said.value.reason is Reason.MISSING
    with pytest.raises(StoreError, match="There is no diary at"):
        Store.open(path, create=False)
    assert not path.parent.exists()


def test_a_diary_that_vanished_is_not_begun_anew_in_silence(kept: Path) -> None:
    store = Store.open(kept)
    made = backup(store, "daily", NOON)
    store.close()
    kept.unlink()
    with pytest.raises(StoreError, match="is missing, but there are backups of it") as said:
        Store.open(kept)
    assert str(made.path) in str(said.value)
    assert not kept.exists()


def test_an_emptied_file_is_damage_not_a_new_diary(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    with pytest.raises(StoreError, match="was emptied by something else"):
        Store.open(path)
    assert path.stat().st_size == 0


def test_what_is_no_diary_is_left_alone(tmp_path: Path) -> None:
    text, short, other = tmp_path / "letter.txt", tmp_path / "short", tmp_path / "other.db"
    text.write_text("Dear diary, " * 500)
    short.write_bytes(b"x")
    with closing(sqlite3.connect(other)) as conn:
        conn.execute("CREATE TABLE t (x)")
    for path in (text, short, other, tmp_path):
        before = path.read_bytes() if path.is_file() else b""
        with pytest.raises(StoreError, match="is not a diary of twitchlog") as said:
            Store.open(path)
        assert said.value.reason is Reason.NOT_A_DIARY
        assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_truncated_diary_is_damage(kept: Path) -> None:
    whole = kept.read_bytes()
    for length in (100, 4096, len(whole) - 4096):
        kept.write_bytes(whole[:length])
        with pytest.raises(StoreError) as said:
            Store.open(kept)
        assert said.value.reason in {Reason.DAMAGED, Reason.NOT_A_DIARY}
        assert "backup" in str(said.value)


def test_damage_found_while_reading_is_said(kept: Path) -> None:
    store = Store.open(kept)
    pages = bytearray(kept.read_bytes())
    root = (
        store._connected().execute("SELECT rootpage FROM sqlite_schema WHERE name = 'episodes'").fetchone()[0]
    )
    store.close()
    pages[(root - 1) * 4096 : root * 4096] = b"\xa5" * 4096
    kept.write_bytes(bytes(pages))
    store = Store.open(kept)
    with pytest.raises(StoreError, match="is damaged") as said:
        store.diary()
    assert said.value.reason is Reason.DAMAGED
    assert store.problems()
    store.close()


def test_the_diary_of_a_newer_program_can_be_read_and_not_written(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = "ALTER TABLE episodes ADD COLUMN mood TEXT;"
    with monkeypatch.context() as then:
        then.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, newer))
        Store.open(kept).close()
    before = kept.read_bytes()
    store = Store.open(kept)
    assert store.schema == 2
    assert "newer twitchlog" in store.read_only
    assert dump(store.diary()) == as_texts(one_of_each())
    with pytest.raises(StoreError, match="newer twitchlog"):
        store.put([an_episode(id=an_id("new"))])
    assert store.problems() == []
    store.close()
    assert kept.read_bytes() == before


def test_a_diary_migrated_while_open_is_not_written(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store.open(kept)
    with monkeypatch.context() as then:
        then.setattr(
            migrations, "MIGRATIONS", (*migrations.MIGRATIONS, "ALTER TABLE episodes ADD COLUMN mood TEXT;")
        )
        Store.open(kept).close()
    with pytest.raises(StoreError, match="newer twitchlog"):
        store.put([an_episode(id=an_id("new"))])
    assert store.read_only
    assert store.changes() is None
    assert len(store.diary()) == 2
    store.close()


def test_an_older_diary_is_copied_then_brought_up_to_date(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        migrations,
        "MIGRATIONS",
        (
            *migrations.MIGRATIONS,
            "ALTER TABLE episodes ADD COLUMN mood TEXT;\nUPDATE meta SET settings = '{}';",
        ),
    )
    store = Store.open(kept)
    assert store.schema == 2
    assert dump(store.diary()) == as_texts(one_of_each())
    assert store.problems() == [], "a column added later changes no digest"
    [made] = backups(kept)
    assert (made.reason, made.sound, made.episodes) == ("before-schema-2", True, 2)
    with closing(connect_copy(made.path)) as conn:
        assert pragma(conn, "user_version") == 1
    store.close()


def test_a_migration_that_fails_leaves_the_diary_as_it_was(
    kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kept.read_bytes()
    monkeypatch.setattr(
        migrations,
        "MIGRATIONS",
        (*migrations.MIGRATIONS, "ALTER TABLE episodes ADD COLUMN mood TEXT;\nUPDATE labs SET id = NULL;"),
    )
    with pytest.raises(StoreError):
        Store.open(kept)
    monkeypatch.undo()
    assert kept.read_bytes() == before
    store = Store.open(kept)
    assert store.schema == 1
    store.close()


def test_a_migration_without_its_copy_does_not_begin(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backups_folder(kept).write_text("in the way")
    monkeypatch.setattr(
        migrations, "MIGRATIONS", (*migrations.MIGRATIONS, "ALTER TABLE labs ADD COLUMN x TEXT;")
    )
    with pytest.raises(StoreError, match="No backup was made"):
        Store.open(kept)
    with closing(connect(kept, wait_s=0)) as conn:
        assert pragma(conn, "user_version") == 1


def test_while_another_program_writes_a_diary_is_busy(kept: Path) -> None:
    with closing(connect(kept, wait_s=0)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="Another twitchlog is writing") as said:
            Store.open(kept, wait_s=0.01)
        assert said.value.busy
        other.execute("ROLLBACK")
    Store.open(kept, wait_s=0.01).close()


def test_a_diary_held_in_another_journal_mode_is_not_touched(kept: Path) -> None:
    with closing(sqlite3.connect(kept, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("SELECT count(*) FROM meta").fetchone()
        with pytest.raises(StoreError, match="Close it, then start twitchlog again"):
            Store.open(kept, wait_s=0.01)
    Store.open(kept).close()
    with closing(connect_copy(kept)) as conn:
        assert pragma(conn, "journal_mode") == "delete"


def test_another_program_being_faster_to_create_it_keeps_its_diary(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Store.open(path)
    first.put([an_episode()])
    lexists = os.path.lexists
    monkeypatch.setattr(os.path, "lexists", lambda each: each != path and lexists(each))
    second = Store.open(path)
    assert len(second.diary()) == 1
    first.close()
    second.close()


@pytest.fixture
def shelf() -> Iterator[Path]:
    """A folder that everybody may enter: the super-user can write to anything and so cannot run these tests."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no write bit on Windows")
@pytest.mark.parametrize("protected", ["file", "folder"])
def test_a_protected_diary_can_be_read_and_says_why_it_is_not_written(
    shelf: Path, kept: Path, protected: str
) -> None:
    diary = shelf / "diary.db"
    shutil.copy(kept, diary)
    nobody = 65534 if os.geteuid() == 0 else os.geteuid()
    if nobody != os.geteuid():
        os.chown(diary, nobody, nobody)
        os.chown(shelf, nobody, nobody)
    diary.chmod(0o400 if protected == "file" else 0o600)
    shelf.chmod(0o755 if protected == "file" else 0o555)
    sentence = "This diary can only be read: its file or folder is write-protected."
    with child(reading_and_trying, nobody, diary) as answers:
        assert answers.recv() == (2, sentence, sentence)
