"""Deleting the whole diary leaves nothing of it, or one last backup; never half of it."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.helpers import NOON, an_episode, an_id
from tests.store.made import dump, one_of_each
from twitchlog.domain.episode import Episode
from twitchlog.domain.settings import DiarySettings
from twitchlog.store import copies
from twitchlog.store.backups import backup, named_backups
from twitchlog.store.erasing import erase, erase_for_good
from twitchlog.store.errors import StoreError
from twitchlog.store.restoring import restore
from twitchlog.store.second_folder import copied_to_second
from twitchlog.store.store import Store

NOTE = b"a note nobody should read again"


def filled(store: Store) -> None:
    store.put(one_of_each())
    store.remove(one_of_each()[:1])
    store.put_draft("left calf")
    store.put_settings(DiarySettings(day_start=6))


def assert_empty(store: Store) -> None:
    assert not len(store.diary())
    assert (store.deleted(), store.draft(), store.settings()) == ([], "", DiarySettings())
    assert store.problems() == []


def test_an_erased_diary_is_empty_and_its_last_backup_brings_it_back(store: Store, path: Path) -> None:
    filled(store)
    before = dump(store.diary())
    made = erase(store, NOON)
    assert_empty(store)
    restore(path, made.path, NOON + timedelta(minutes=1))
    assert dump(store.diary()) == before


def test_nothing_is_erased_when_the_last_backup_fails(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(store)
    before = dump(store.diary())

    def refuse(*_: object) -> None:
        raise StoreError("no backup")

    monkeypatch.setattr("twitchlog.store.erasing.verified_copy", refuse)
    with pytest.raises(StoreError, match="no backup"):
        erase(store, NOON)
    assert dump(store.diary()) == before


def test_erasing_for_good_takes_every_backup_and_the_second_folder(
    store: Store, path: Path, tmp_path: Path
) -> None:
    second = tmp_path / "second"
    second.mkdir()
    filled(store)
    copied_to_second(path, backup(store, "daily", NOON), second, NOON)
    backup(store, "daily", NOON + timedelta(days=1))
    assert erase_for_good(store, second) == 3
    assert_empty(store)
    assert named_backups(path) == []
    assert not [each for each in second.rglob("*") if each.is_file()]


def test_what_was_erased_is_not_in_the_file_any_more(store: Store, path: Path) -> None:
    episode = one_of_each()[0]
    assert isinstance(episode, Episode)
    store.put([replace(episode, note=NOTE.decode())])
    assert NOTE in path.read_bytes()
    erase_for_good(store)
    store.close()
    assert NOTE not in path.read_bytes()


def test_another_window_sees_that_the_diary_was_erased(store: Store, path: Path) -> None:
    filled(store)
    other = Store.open(path)
    other.changes()
    erase(store, NOON)
    assert other.changes() is None
    other.close()


def test_what_is_written_between_the_last_backup_and_the_end_is_in_a_backup_too(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(store)
    written: list[int] = []

    def copy_then_write(*given: object) -> object:
        made = copies.verified_copy(*given)  # type: ignore[arg-type]
        if not written:
            written.append(1)
            other = Store.open(path)
            other.put([an_episode(id=an_id("late"))])
            other.close()
        return made

    monkeypatch.setattr("twitchlog.store.erasing.verified_copy", copy_then_write)
    made = erase(store, NOON)
    assert_empty(store)
    restore(path, made.path, NOON + timedelta(minutes=1))
    assert an_id("late") in {row.id for row in store.diary().every(Episode)}


def test_nothing_is_erased_while_the_second_folder_is_away(store: Store, path: Path, tmp_path: Path) -> None:
    filled(store)
    backup(store, "daily", NOON)
    with pytest.raises(StoreError, match="is not there"):
        erase_for_good(store, tmp_path / "unplugged")
    assert len(store.diary())
    assert len(named_backups(path)) == 1


def test_what_was_kept_of_a_damaged_file_goes_too(store: Store, path: Path) -> None:
    filled(store)
    for name in ("damaged-20261122T120000Z-abcd-diary.db", "rescued-20261122T120000Z-abcd-diary.db"):
        path.with_name(name).write_bytes(NOTE)
    path.with_name("damaged-20261122T120000Z-abcd-another.db").write_bytes(NOTE)
    assert erase_for_good(store) == 2
    assert [each.name for each in path.parent.glob("*-abcd-*")] == [
        "damaged-20261122T120000Z-abcd-another.db"
    ]


def test_an_unreadable_backup_is_deleted_as_the_others(store: Store, path: Path, tmp_path: Path) -> None:
    second = tmp_path / "second"
    second.mkdir()
    filled(store)
    copied_to_second(path, backup(store, "daily", NOON), second, NOON)
    named_backups(path)[0].path.write_bytes(b"rubbish" * 100)
    assert erase_for_good(store, second) == 2
