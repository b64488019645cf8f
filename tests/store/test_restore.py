"""A restore brings a diary back whole, keeps what was there, and lets nothing strange in."""

import shutil
import sqlite3
import sys
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import ClassVar

import pytest

from tests.helpers import NOON, an_episode, an_id
from tests.store.made import as_texts, dump, one_of_each
from twitchlog.domain.episode import Episode
from twitchlog.domain.settings import DiarySettings
from twitchlog.store import copies, migrations
from twitchlog.store.backups import backup, backups, named_backups
from twitchlog.store.connection import connect
from twitchlog.store.errors import Reason, StoreError
from twitchlog.store.places import backups_folder
from twitchlog.store.restoring import change_words, rehearsed, restore
from twitchlog.store.store import Store


@pytest.fixture
def made(store: Store) -> Path:
    """A backup of two records of every kind; the diary went on since."""
    store.put(one_of_each())
    path = backup(store, "daily", NOON).path
    store.put([an_episode(id=an_id("later"))])
    return path


def test_a_restore_brings_back_what_was_and_keeps_what_is(store: Store, path: Path, made: Path) -> None:
    present = dump(store.diary())
    done = restore(path, made, NOON + timedelta(hours=1))
    assert (done.episodes, done.newest, done.aside) == (2, "2026-11-22T12:00:00Z", None)
    assert dump(store.diary()) == as_texts(one_of_each())
    assert done.before is not None
    assert (done.before.reason, done.before.episodes) == ("before-restore", 3)
    restore(path, done.before.path, NOON + timedelta(hours=2))
    assert dump(store.diary()) == present
    assert store.problems() == []
    assert not [one for one in backups_folder(path).iterdir() if one.name.startswith(".")]


def test_after_a_restore_the_count_of_writes_goes_on(store: Store, path: Path, made: Path) -> None:
    epoch, writes = store.state()
    restore(path, made, NOON)
    assert store.state()[0] != epoch
    assert store.state()[1] > writes
    store.put([an_episode(id=an_id("after"))])
    assert store.problems() == []


def test_a_damaged_diary_is_kept_aside(store: Store, path: Path, made: Path) -> None:
    store.close()
    rubbish = b"rubbish" * 1000
    path.write_bytes(rubbish)
    done = restore(path, made, NOON)
    assert done.before is None
    assert done.aside is not None
    assert done.aside.read_bytes() == rubbish
    again = Store.open(path)
    assert dump(again.diary()) == as_texts(one_of_each())
    again.close()


def test_the_journal_of_an_emptied_diary_goes_aside_with_it(store: Store, path: Path, made: Path) -> None:
    store.close()
    path.write_bytes(b"")
    path.with_name("diary.db-journal").write_bytes(b"more rubbish")
    done = restore(path, made, NOON)
    assert done.aside is not None
    assert done.aside.with_name(f"{done.aside.name}-journal").read_bytes() == b"more rubbish"
    again = Store.open(path)
    assert dump(again.diary()) == as_texts(one_of_each())
    again.close()


def test_a_file_that_was_not_closed_properly_is_not_restored(store: Store, path: Path, made: Path) -> None:
    made.with_name(f"{made.name}-journal").write_bytes(b"half a save")
    with pytest.raises(StoreError, match="was not closed properly"):
        restore(path, made, NOON)
    assert len(store.diary()) == 3


def test_a_missing_or_emptied_diary_comes_back(store: Store, path: Path, made: Path) -> None:
    store.close()
    path.unlink()
    done = restore(path, made, NOON)
    assert (done.before, done.aside) == (None, None)
    path.write_bytes(b"")
    assert restore(path, made, NOON).aside is not None
    again = Store.open(path)
    assert len(again.diary()) == 2
    again.close()


def test_a_backup_of_another_computer_begins_a_diary_here(made: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "elsewhere" / "diary.db"
    done = restore(fresh, made, NOON)
    assert (done.episodes, done.before, done.aside) == (2, None, None)
    again = Store.open(fresh)
    assert dump(again.diary()) == as_texts(one_of_each())
    assert oct(fresh.stat().st_mode & 0o777) == "0o600"
    again.close()


def test_what_is_no_sound_backup_is_not_restored(
    store: Store, path: Path, made: Path, tmp_path: Path
) -> None:
    present = dump(store.diary())
    text, other, changed, trapped, missing = (
        tmp_path / name for name in ("a.db", "b.db", "c.db", "d.db", "e.db")
    )
    text.write_text("x" * 5000)
    with closing(sqlite3.connect(other)) as conn:
        conn.execute("CREATE TABLE episodes (id)")
    for copy, sql in (
        (changed, "UPDATE episodes SET onset_about = 1 - onset_about"),
        (trapped, "CREATE TRIGGER t AFTER UPDATE ON meta BEGIN DELETE FROM episodes; END"),
    ):
        shutil.copy(made, copy)
        with closing(sqlite3.connect(copy)) as conn, conn:
            conn.execute(sql)
    for wrong, word in (
        (text, "not a backup"),
        (other, "not a backup"),
        (changed, "damaged"),
        (trapped, "another program"),
        (missing, "no file"),
        (tmp_path, "not a backup"),
        (path, "the diary itself"),
    ):
        with pytest.raises(StoreError, match=word):
            restore(path, wrong, NOON)
    assert dump(store.diary()) == present
    assert [one.reason for one in named_backups(path)] == ["daily"]


def test_a_backup_of_a_newer_program_is_not_restored(
    store: Store, path: Path, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as then:
        then.setattr(
            migrations, "MIGRATIONS", (*migrations.MIGRATIONS, "ALTER TABLE labs ADD COLUMN x TEXT;")
        )
        Store.open(made).close()
    with pytest.raises(StoreError, match="newer twitchlog") as said:
        restore(path, made, NOON)
    assert said.value.reason is Reason.NEWER
    assert len(store.diary()) == 3


def test_an_older_backup_is_brought_up_to_date_on_the_way(
    store: Store, path: Path, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = made.read_bytes()
    store.close()
    monkeypatch.setattr(
        migrations, "MIGRATIONS", (*migrations.MIGRATIONS, "ALTER TABLE labs ADD COLUMN x TEXT;")
    )
    Store.open(path).close()
    restore(path, made, NOON)
    again = Store.open(path)
    assert (again.schema, len(again.diary())) == (2, 2)
    again.close()
    assert made.read_bytes() == before


def test_a_restore_waits_for_nobody_for_ever(
    store: Store, path: Path, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("twitchlog.store.restoring.PATIENCE_S", 0.05)
    monkeypatch.setattr("twitchlog.store.restoring.giving_up", lambda: copies.giving_up(0.05))
    with closing(connect(path, wait_s=0)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as said:
            restore(path, made, NOON)
        assert said.value.busy
    assert len(store.diary()) == 3


def test_a_write_between_backup_and_restore_is_backed_up_too(
    store: Store, path: Path, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = copies.verified_copy
    late = iter([an_episode(id=an_id("late"))])

    def copy_then_write(*args: object) -> object:
        copied = real(*args)  # type: ignore[arg-type]
        for record in late:
            store.put([record])
        return copied

    monkeypatch.setattr("twitchlog.store.restoring.verified_copy", copy_then_write)
    done = restore(path, made, NOON)
    assert done.before is not None
    assert done.before.episodes == 4
    assert len(store.diary()) == 2


class Watched:
    """The files that Python itself opens while it is watched; an audit hook cannot be taken away again."""

    on = False
    opened: ClassVar[list[str]] = []

    @classmethod
    def hook(cls, event: str, args: tuple[object, ...]) -> None:
        """Take note of an opened file."""
        if cls.on and event == "open":
            cls.opened.append(str(args[0]))


sys.addaudithook(Watched.hook)


def test_the_live_file_is_never_opened_but_by_sqlite(store: Store, path: Path, made: Path) -> None:
    Watched.on = True
    try:
        store.put([an_episode(id=an_id("x"))])
        Store.open(path).close()
        backup(store, "daily", NOON)
        restore(path, made, NOON)
        backups(path)
        store.changes()
    finally:
        Watched.on = False
    assert str(made) in Watched.opened, "the control"
    assert str(path) not in Watched.opened


def test_a_rehearsal_says_what_would_change_and_changes_nothing(store: Store, path: Path, made: Path) -> None:
    record = one_of_each()[0]
    assert isinstance(record, Episode)
    store.remove([record])
    other = one_of_each()[1]
    assert isinstance(other, Episode)
    store.put([replace(other, note="changed since")])
    present = dump(store.diary())
    change = rehearsed(path, made)
    assert (change.back, change.gone, change.other) == (1, 1, 1)
    assert change.now is not None
    assert (change.now.episodes, change.then.episodes) == (2, 2)
    assert change.then.others == change.now.others > 0
    assert change.then.newest.startswith("2026-11-22T")
    assert dump(store.diary()) == present
    assert [each.reason for each in named_backups(path)] == ["daily"]
    assert not [one for one in backups_folder(path).iterdir() if one.name.startswith(".")]


def test_a_rehearsal_of_a_damaged_diary_says_that_all_would_come_back(
    store: Store, path: Path, made: Path
) -> None:
    store.close()
    path.write_bytes(b"rubbish" * 1000)
    change = rehearsed(path, made)
    assert change.now is None
    assert change.back == len(one_of_each())
    assert path.read_bytes() == b"rubbish" * 1000


def test_what_cannot_be_restored_is_refused_in_the_rehearsal(store: Store, path: Path, made: Path) -> None:
    made.write_bytes(b"no backup at all" * 100)
    with pytest.raises(StoreError, match="not a backup"):
        rehearsed(path, made)


def test_a_rehearsal_tells_of_settings_and_not_of_entries_saved_again(
    store: Store, path: Path, made: Path
) -> None:
    later = an_episode(id=an_id("later"))
    store.remove([later])
    store.put(one_of_each())
    assert rehearsed(path, made).other == 0
    assert not rehearsed(path, made).settings
    store.put_settings(DiarySettings(day_start=6))
    change = rehearsed(path, made)
    assert change.settings
    assert "Settings of the diary" in change_words(change)
