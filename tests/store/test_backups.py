"""Backups are checked before they count, thinned with care, and come back whole."""

import random
import shutil
import sqlite3
import sys
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import ClassVar

import pytest

from tests.helpers import NOON, an_episode, an_id
from tests.store.made import as_texts, dump, one_of_each
from twitchlog.store import copies, migrations
from twitchlog.store.backups import backup, backups, due, kept, named_backups, restore, thin
from twitchlog.store.connection import connect
from twitchlog.store.copies import Named
from twitchlog.store.errors import Reason, StoreError
from twitchlog.store.places import backups_folder
from twitchlog.store.store import Store


def test_a_backup_holds_what_the_diary_held_and_is_told_as_sound(store: Store, path: Path) -> None:
    store.put(one_of_each())
    made = backup(store, "daily", NOON)
    store.put([an_episode(id=an_id("later"))])
    assert (made.reason, made.at, made.sound, made.episodes) == ("daily", NOON, True, 2)
    assert made.path.name == "000001-20261122T120000Z-daily.db"
    assert backups(path) == [made]
    copy = Store.open(made.path, reading=True)
    assert dump(copy.diary()) == as_texts(one_of_each())
    copy.close()


def test_backups_are_for_their_owner_only_and_leave_nothing_half_done(store: Store, path: Path) -> None:
    made = backup(store, "daily", NOON)
    assert oct(made.path.stat().st_mode & 0o777) == "0o600"
    assert oct(made.path.parent.stat().st_mode & 0o777) == "0o700"
    assert list(backups_folder(path).iterdir()) == [made.path]


def test_a_backup_can_be_made_while_another_program_is_about_to_write(store: Store, path: Path) -> None:
    store.put([an_episode()])
    with closing(connect(path, wait_s=0)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert backup(store, "daily", NOON).episodes == 1


def test_a_copy_that_differs_is_no_backup(store: Store, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.put([an_episode(intensity=2)])
    real = copies.copy_to

    def copy_and_spoil(diary: Path, target: Path) -> object:
        held = real(diary, target)
        with closing(sqlite3.connect(target)) as conn, conn:
            conn.execute("UPDATE episodes SET intensity = 3")
        return held

    monkeypatch.setattr(copies, "copy_to", copy_and_spoil)
    with pytest.raises(StoreError, match="No backup was made"):
        backup(store, "daily", NOON)
    assert list(backups_folder(path).iterdir()) == []


def test_a_damaged_diary_makes_no_backup(store: Store, path: Path) -> None:
    store.put([an_episode(intensity=2)])
    store._connected().execute("UPDATE episodes SET intensity = 3")
    with pytest.raises(StoreError, match="No backup was made"):
        backup(store, "daily", NOON)
    assert named_backups(path) == []


def test_a_backup_that_was_changed_since_is_not_sound(store: Store, path: Path) -> None:
    store.put([an_episode(intensity=2)])
    first, second, third = (backup(store, "daily", NOON + timedelta(hours=n)) for n in range(3))
    with closing(sqlite3.connect(first.path)) as conn, conn:
        conn.execute("UPDATE episodes SET intensity = 3")
    second.path.write_bytes(second.path.read_bytes()[:5000])
    assert [(each.path, each.sound) for each in backups(path)] == [
        (third.path, True),
        (second.path, False),
        (first.path, False),
    ]


def test_other_files_beside_the_backups_are_not_taken_for_one(store: Store, path: Path) -> None:
    folder = backups_folder(path)
    folder.mkdir()
    for name in (
        "notes.txt",
        "000001-20261122T120000Z-daily.db.txt",
        "000001-20261399T120000Z-daily.db",
        "1-daily.db",
    ):
        (folder / name).touch()
    assert backups(path) == []


def test_a_backup_is_due_half_an_hour_after_the_last_if_something_changed(store: Store) -> None:
    assert not due(store, NOON)
    store.put([an_episode()])
    assert due(store, NOON)
    backup(store, "half-hourly", NOON)
    assert not due(store, NOON + timedelta(hours=1))
    assert not due(store, NOON + timedelta(hours=1), closing_down=True)
    store.put([an_episode(note="x")])
    assert not due(store, NOON + timedelta(minutes=29))
    assert due(store, NOON + timedelta(minutes=30))
    assert due(store, NOON + timedelta(minutes=1), closing_down=True)


def test_a_diary_in_memory_has_no_backups() -> None:
    store = Store.in_memory()
    assert not due(store, NOON)
    with pytest.raises(StoreError, match="nothing to back up"):
        backup(store, "daily", NOON)
    store.close()


def named(number: int, at: datetime, reason: str = "daily") -> Named:
    return Named(Path(f"{number}"), number, at, reason)


def each(hours: float, count: int, now: datetime = NOON) -> list[Named]:
    """Backups made regularly until now, the newest last."""
    return [named(count - n, now - timedelta(hours=hours * n)) for n in range(count)]


def test_of_two_years_of_backups_few_stay() -> None:
    stay = kept(each(4, 365 * 2 * 6), NOON)
    ages = sorted((NOON - one.at) / timedelta(days=1) for one in stay)
    assert len(ages) == 12 + 12 + 10 + 9
    assert [age for age in ages if age < 2] == pytest.approx([n / 6 for n in range(12)])
    assert max(ages) > 300


def test_the_last_three_stay_however_old() -> None:
    three = [named(n, NOON - timedelta(days=1000 + n * -0.01)) for n in (1, 2, 3)]
    assert kept(three, NOON) == set(three)


def test_forced_ones_stay_30_days() -> None:
    regular = each(4, 600)
    for days, stays in ((29, True), (31, False)):
        one = next(one for one in regular if (NOON - one.at) / timedelta(days=1) == pytest.approx(days - 0.5))
        assert one not in kept(regular, NOON)
        forced = Named(one.path, one.number, one.at, "before-import")
        assert (forced in kept([forced if other == one else other for other in regular], NOON)) == stays


def test_nothing_is_thinned_for_30_days_after_a_restore() -> None:
    many = each(1, 300)
    restored = Named(many[10].path, many[10].number, many[10].at, "before-restore")
    some = [*many[:10], restored, *many[11:]]
    assert kept(some, NOON) == set(some)
    assert len(kept(some, NOON + timedelta(days=31))) < 300


@pytest.mark.parametrize("stamps", ["back", "ahead"])
def test_stamps_that_cannot_be_trusted_decide_nothing(stamps: str) -> None:
    many = each(24, 300)
    many[0] = named(300, NOON - timedelta(days=2000) if stamps == "back" else NOON + timedelta(days=2000))
    assert kept(many, NOON) == {one for one in many if one.number > 100}


def test_thinning_does_not_depend_on_the_order_they_are_listed_in() -> None:
    many = each(5, 400)
    mixed = list(many)
    random.Random(1).shuffle(mixed)
    assert kept(mixed, NOON) == kept(many, NOON)
    assert kept([], NOON) == set()


def test_a_new_backup_thins_the_old_ones(store: Store, path: Path) -> None:
    store.put([an_episode()])
    for n in range(6):
        backup(store, "daily", NOON + timedelta(minutes=n))
    assert len(named_backups(path)) == 6
    backup(store, "daily", NOON + timedelta(days=10))
    assert [one.number for one in named_backups(path)] == [7, 6, 5]
    assert thin(path, NOON + timedelta(days=10)) == []


def test_a_failed_backup_thins_nothing(store: Store, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store.put([an_episode()])
    for n in range(6):
        backup(store, "daily", NOON + timedelta(minutes=n))

    def failing(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(copies, "move_into_place", failing)
    with pytest.raises(StoreError, match="No space left on device"):
        backup(store, "daily", NOON + timedelta(days=10))
    assert len(named_backups(path)) == 6


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
    monkeypatch.setattr("twitchlog.store.backups.PATIENCE_S", 0.05)
    monkeypatch.setattr("twitchlog.store.backups.giving_up", lambda: copies.giving_up(0.05))
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

    monkeypatch.setattr("twitchlog.store.backups.verified_copy", copy_then_write)
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
