"""A second folder gets every backup, and whatever goes wrong there, the first is as it was."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from tests.helpers import NOON, an_episode
from twitchlog.store.backups import backup, backups
from twitchlog.store.errors import StoreError
from twitchlog.store.restoring import restore
from twitchlog.store.second_folder import copied_to_second, last_backup_words
from twitchlog.store.store import Store


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """A folder as on another disk."""
    folder = tmp_path / "second"
    folder.mkdir()
    return folder


def test_a_backup_is_copied_for_its_owner_only_and_can_be_restored_from(
    store: Store, path: Path, second: Path
) -> None:
    store.put([an_episode()])
    made = backup(store, "daily", NOON)
    copy = copied_to_second(path, made, second, NOON)
    assert copy.read_bytes() == made.path.read_bytes()
    assert oct(copy.stat().st_mode & 0o777) == "0o600"
    assert oct(copy.parent.stat().st_mode & 0o777) == "0o700"
    assert [*copy.parent.iterdir()] == [copy]
    store.remove([an_episode()])
    restore(path, copy, NOON)
    assert len(store.diary()) == 1


def test_two_diaries_of_one_name_do_not_meet(store: Store, path: Path, second: Path, tmp_path: Path) -> None:
    other = Store.open(tmp_path / "theirs" / path.name)
    copies = [
        copied_to_second(each.path, backup(each, "daily", NOON), second, NOON) for each in (store, other)
    ]
    other.close()
    assert copies[0].name == copies[1].name
    assert copies[0].parent != copies[1].parent


def test_a_folder_that_is_not_there_is_said_and_not_made(store: Store, path: Path, tmp_path: Path) -> None:
    made = backup(store, "daily", NOON)
    with pytest.raises(StoreError, match="is not there"):
        copied_to_second(path, made, tmp_path / "none", NOON)
    assert not (tmp_path / "none").exists()
    assert backups(path) == [made]


def test_a_copy_that_was_not_kept_is_no_copy(
    store: Store, path: Path, second: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backup(store, "daily", NOON)
    monkeypatch.setattr(shutil, "copyfileobj", lambda source, copy, _: copy.write(b"x"))
    with pytest.raises(StoreError, match="did not keep"):
        copied_to_second(path, made, second, NOON)
    assert not [each for each in second.rglob("*") if each.is_file()]
    assert backups(path) == [made]


def test_the_second_folder_is_thinned_as_the_first(store: Store, path: Path, second: Path) -> None:
    for number in range(6):
        at = NOON + timedelta(minutes=number)
        copied_to_second(path, backup(store, "daily", at), second, at)
    later = NOON + timedelta(days=10)
    copy = copied_to_second(path, backup(store, "daily", later), second, later)
    assert sorted(each.name[:6] for each in copy.parent.iterdir()) == ["000005", "000006", "000007"]


@pytest.mark.parametrize(
    ("since", "words"),
    [
        (timedelta(seconds=20), "0 min ago"),
        (timedelta(minutes=59), "59 min ago"),
        (timedelta(hours=3, minutes=59), "3 h ago"),
        (timedelta(hours=47), "47 h ago"),
        (timedelta(days=2), "2 days ago"),
        (timedelta(minutes=-5), "of 2026-11-22 12:00, which is ahead of this clock"),
    ],
)
def test_when_the_last_backup_was_is_said(store: Store, path: Path, since: timedelta, words: str) -> None:
    assert last_backup_words(path, NOON) == "No backup yet."
    backup(store, "daily", NOON)
    assert last_backup_words(path, NOON + since) == f"Last backup {words}, verified; only on this disk."


def test_where_the_last_backup_is_is_said(store: Store, path: Path, second: Path, tmp_path: Path) -> None:
    made = backup(store, "daily", NOON)
    assert last_backup_words(path, NOON, second).endswith(
        f"only on this disk, because it is not in {second}."
    )
    assert last_backup_words(path, NOON, tmp_path / "none").endswith(f"not in {tmp_path / 'none'}.")
    copied_to_second(path, made, second, NOON)
    assert last_backup_words(path, NOON, second).endswith(f"also in {second}, on the same disk.")
