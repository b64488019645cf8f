"""What happens when the disk stumbles, another program is in the way, or the file is moved."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, cast

import pytest

from tests.helpers import an_episode, an_id
from tests.store.made import everything
from twitchlog.domain.record import Edit
from twitchlog.store import reserve
from twitchlog.store.connection import connect
from twitchlog.store.errors import Reason, StoreError, explained, refused_field
from twitchlog.store.reserve import reserve_file
from twitchlog.store.store import Store


class Stumbling:
    """A connection whose next COMMIT fails, before it happened or after."""

    def __init__(self, conn: sqlite3.Connection, code: int, *, landed: bool) -> None:
        self._conn, self._code, self._landed = conn, code, landed

    def execute(self, sql: str, *args: Any) -> sqlite3.Cursor:
        """Run it, and fail on COMMIT."""
        if sql != "COMMIT":
            return self._conn.execute(sql, *args)
        self._conn.execute("COMMIT" if self._landed else "ROLLBACK")
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = self._code
        raise error

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return self._conn.in_transaction

    def close(self) -> None:
        """Close it."""
        self._conn.close()


def stumble(store: Store, code: int, *, landed: bool) -> None:
    store._conn = cast(sqlite3.Connection, Stumbling(store._connected(), code, landed=landed))


@pytest.mark.parametrize("landed", [True, False])
@pytest.mark.parametrize(
    "code", [sqlite3.SQLITE_IOERR_DIR_FSYNC, sqlite3.SQLITE_IOERR_FSYNC, sqlite3.SQLITE_CORRUPT]
)
def test_a_passing_fault_saves_once_and_tells_the_same(store: Store, code: int, landed: bool) -> None:
    old, new, other = an_episode(id=an_id(1)), an_episode(id=an_id(1), note="new"), an_episode(id=an_id(2))
    store.put([old])
    _, before = store.state()
    stumble(store, code, landed=landed)
    assert store.put([new, other]) == [Edit(old, new), Edit(None, other)]
    assert sorted(row.id for row in everything(store.diary())) == sorted([new.id, other.id])
    assert store.state()[1] == before + (4 if landed else 2), (
        "a retry writes, so that the disk is asked to flush"
    )
    assert store.changes() == []


def test_a_stumble_while_deleting_deletes_once(store: Store) -> None:
    store.put([an_episode(id=an_id(1))])
    stumble(store, sqlite3.SQLITE_IOERR_DIR_FSYNC, landed=True)
    assert store.remove([an_episode(id=an_id(1))]) == [Edit(an_episode(id=an_id(1)), None)]
    assert len(store.deleted()) == 1


def test_a_lasting_fault_is_said_and_changes_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Store, "_connected", _always_stumbling(Store._connected))
    with pytest.raises(StoreError, match="the disk reported an error") as said:
        store.put([an_episode()])
    assert said.value.reason is Reason.DISK
    monkeypatch.undo()
    assert everything(store.diary()) == []


def _always_stumbling(connected: Any) -> Any:
    def stumbling(store: Store) -> Any:
        return Stumbling(connected(store), sqlite3.SQLITE_IOERR_WRITE, landed=False)

    return stumbling


def test_on_a_full_disk_the_reserve_makes_room_for_one_save_and_that_is_known(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert reserve_file(path).stat().st_size == reserve.SIZE
    assert oct(reserve_file(path).stat().st_mode & 0o777) == "0o600"
    monkeypatch.setattr(reserve, "ENOUGH_FREE", 2**60)
    stumble(store, sqlite3.SQLITE_FULL, landed=False)
    assert store.put([an_episode(id=an_id(1))]) == [Edit(None, an_episode(id=an_id(1)))]
    assert not reserve_file(path).exists()
    states = [store.nearly_full]
    monkeypatch.undo()
    store.put([an_episode(id=an_id(2))])
    assert [*states, store.nearly_full] == [True, False]
    assert reserve_file(path).exists(), "there is room again"
    assert len(store.diary()) == 2


def test_a_full_disk_without_a_reserve_is_said(store: Store, path: Path) -> None:
    reserve_file(path).unlink()
    stumble(store, sqlite3.SQLITE_FULL, landed=False)
    with pytest.raises(StoreError, match=r"^Not saved: the disk is full\.") as said:
        store.put([an_episode()])
    assert said.value.reason is Reason.FULL
    store._let_go()
    assert everything(store.diary()) == []


def test_who_only_reads_sets_no_reserve_aside(store: Store, path: Path) -> None:
    reserve_file(path).unlink()
    Store.open(path, reading=True).close()
    assert not reserve_file(path).exists()


@pytest.mark.parametrize("saving", [True, False])
@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (sqlite3.SQLITE_FULL, Reason.FULL),
        (sqlite3.SQLITE_IOERR_WRITE, Reason.DISK),
        (sqlite3.SQLITE_CANTOPEN, Reason.DISK),
        (sqlite3.SQLITE_BUSY, Reason.BUSY),
        (sqlite3.SQLITE_BUSY_RECOVERY, Reason.BUSY),
        (sqlite3.SQLITE_LOCKED, Reason.BUSY),
        (sqlite3.SQLITE_READONLY, Reason.READ_ONLY),
        (sqlite3.SQLITE_READONLY_DIRECTORY, Reason.READ_ONLY),
        (sqlite3.SQLITE_READONLY_DBMOVED, Reason.MOVED),
        (sqlite3.SQLITE_CORRUPT, Reason.DAMAGED),
        (sqlite3.SQLITE_NOTADB, Reason.DAMAGED),
        (0, Reason.DAMAGED),
    ],
)
def test_every_fault_has_its_sentence(code: int, reason: Reason, saving: bool) -> None:
    error = sqlite3.DatabaseError("secret words of SQLite")
    error.sqlite_errorcode = code
    said = explained(error, Path("diary.db"), saving=saving)
    assert said.reason is reason
    assert "secret" not in str(said)
    assert str(said).endswith((".", ")."))


@pytest.mark.parametrize(
    ("message", "field"),
    [
        ("CHECK constraint failed: intensity", "intensity"),
        ("CHECK constraint failed: recorded", "recorded_at"),
        ("NOT NULL constraint failed: episodes.onset_utc", "onset"),
        ("NOT NULL constraint failed: episodes.site", "site"),
        ("cannot store TEXT value in INTEGER column episodes.duration_s", "duration_s"),
        ("cannot store TEXT value in INTEGER column exercise.duration_min", "duration_min"),
        ("CHECK constraint failed: zone", "zone"),
        ("something else", "a value"),
    ],
)
def test_a_refusal_names_the_field_of_the_contract(message: str, field: str) -> None:
    assert refused_field(message) == field


@pytest.fixture
def other(store: Store, path: Path) -> Iterator[sqlite3.Connection]:
    """Another program's connection to the same diary."""
    with closing(connect(path, wait_s=0)) as conn:
        yield conn


def test_another_writer_is_said_and_the_same_save_works_later(
    store: Store, other: sqlite3.Connection
) -> None:
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="another twitchlog is writing") as said:
        store.put([an_episode()])
    assert said.value.busy
    other.execute("ROLLBACK")
    assert store.put([an_episode()]) == [Edit(None, an_episode())]


def test_a_reader_in_the_way_of_the_commit_leaves_no_half_save(
    store: Store, other: sqlite3.Connection
) -> None:
    other.execute("BEGIN")
    other.execute("SELECT writes FROM meta").fetchone()
    with pytest.raises(StoreError) as said:
        store.put([an_episode()])
    assert said.value.busy
    assert not store._connected().in_transaction
    other.execute("ROLLBACK")
    assert everything(store.diary()) == []
    store.put([an_episode()])
    assert len(store.diary()) == 1


def test_a_moved_diary_takes_no_more_entries_in_silence(store: Store, path: Path) -> None:
    store.put([an_episode(id=an_id(1))])
    elsewhere = path.with_name("elsewhere.db")
    path.rename(elsewhere)
    with pytest.raises(StoreError, match="moved or replaced") as said:
        store.put([an_episode(id=an_id(2))])
    assert said.value.reason is Reason.MOVED
    with pytest.raises(StoreError, match="is gone"):
        store.changes()
    elsewhere.rename(path)
    store.put([an_episode(id=an_id(2))])
    assert len(store.diary()) == 2


def test_a_save_into_a_moved_diary_is_not_begun(store: Store, path: Path) -> None:
    path.rename(path.with_name("elsewhere.db"))
    steps: list[str] = []
    store._connected().set_trace_callback(steps.append)
    with pytest.raises(StoreError, match="moved or replaced"):
        store.put([an_episode()])
    assert steps == []


def test_a_diary_moved_at_the_last_moment_is_not_called_saved(store: Store, path: Path) -> None:
    class Moving(Stumbling):
        def execute(self, sql: str, *args: Any) -> sqlite3.Cursor:
            if sql == "COMMIT":
                path.rename(path.with_name("elsewhere.db"))
            return self._conn.execute(sql, *args)

    store._conn = cast(sqlite3.Connection, Moving(store._connected(), 0, landed=True))
    with pytest.raises(StoreError, match="moved or replaced"):
        store.put([an_episode()])


@pytest.mark.parametrize("earlier", range(4))
def test_what_another_wrote_is_not_missed_over_a_stumble(store: Store, path: Path, earlier: int) -> None:
    theirs = Store.open(path)
    for n in range(earlier):
        theirs.put([an_episode(id=an_id("before", n))])
        store.changes()
    theirs.put([an_episode(id=an_id("theirs"))])
    stumble(store, sqlite3.SQLITE_IOERR_FSYNC, landed=False)
    store.put([an_episode(id=an_id("mine"))])
    assert store.changes() == [Edit(None, an_episode(id=an_id("theirs")))]
    theirs.close()


def test_a_replaced_diary_is_read_again(store: Store, path: Path) -> None:
    store.put([an_episode(id=an_id(1))])
    copy = path.with_name("copy.db")
    shutil.copy(path, copy)
    store.put([an_episode(id=an_id(2))])
    copy.replace(path)
    with pytest.raises(StoreError, match="moved or replaced"):
        store.put([an_episode(id=an_id(3))])
    assert store.changes() is None
    assert [row.id for row in everything(store.diary())] == [an_id(1)]
    store.put([an_episode(id=an_id(3))])
    assert store.changes() == []
    assert len(store.diary()) == 2


def test_a_diary_replaced_by_rubbish_is_said(store: Store, path: Path) -> None:
    rubbish = path.with_name("rubbish")
    rubbish.write_text("x" * 5000)
    rubbish.replace(path)
    with pytest.raises(StoreError, match="is not a diary"):
        store.changes()
    with pytest.raises(StoreError, match="is not a diary"):
        store.put([an_episode()])


def test_a_stumble_while_the_file_is_replaced_saves_into_neither(store: Store, path: Path) -> None:
    copy = path.with_name("copy.db")
    shutil.copy(path, copy)
    real = store._connected()

    class Replacing(Stumbling):
        def execute(self, sql: str, *args: Any) -> sqlite3.Cursor:
            if sql == "COMMIT":
                copy.replace(path)
            return super().execute(sql, *args)

    store._conn = cast(sqlite3.Connection, Replacing(real, sqlite3.SQLITE_IOERR_WRITE, landed=False))
    with pytest.raises(StoreError, match="moved or replaced"):
        store.put([an_episode()])
    assert store.changes() is None
    assert everything(store.diary()) == []
