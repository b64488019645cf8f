"""Backups are checked before they count, thinned with care, and come back whole."""

import random
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.helpers import NOON, an_episode, an_id
from tests.store.made import as_texts, dump, one_of_each
from twitchlog.store import copies
from twitchlog.store.backups import backup, backups, due, kept, named_backups, thin
from twitchlog.store.connection import connect
from twitchlog.store.copies import Named
from twitchlog.store.errors import StoreError
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
