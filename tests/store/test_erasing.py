"""Deleting the whole diary leaves nothing of it, or one last backup; never half of it."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.helpers import NOON
from tests.store.made import dump, one_of_each
from twitchlog.domain.settings import DiarySettings
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

    monkeypatch.setattr("twitchlog.store.erasing.backup", refuse)
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
    from dataclasses import replace

    from twitchlog.domain.episode import Episode

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
