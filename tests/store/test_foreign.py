"""Two programs with one diary: each sees what the other wrote, and no update is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers import NOON, a_day, an_episode, an_id
from tests.store.made import dump, in_order
from twitchlog.domain.day import CheckIn
from twitchlog.domain.record import Edit
from twitchlog.domain.settings import DiarySettings
from twitchlog.store.backups import backup
from twitchlog.store.errors import StoreError
from twitchlog.store.restoring import restore
from twitchlog.store.store import Store


@pytest.fixture
def theirs(store: Store, path: Path) -> Iterator[Store]:
    """The same diary, opened by another program."""
    other = Store.open(path, wait_s=0.01)
    yield other
    other.close()


def test_nothing_new_is_nothing(store: Store, theirs: Store) -> None:
    assert store.changes() == []
    store.put([an_episode()])
    assert store.changes() == [], "one's own writes are no news"


def test_what_another_adds_and_deletes_is_told_once(store: Store, theirs: Store) -> None:
    theirs.put([an_episode()])
    assert store.changes() == [Edit(None, an_episode())]
    assert store.changes() == []
    theirs.remove([an_episode()])
    assert store.changes() == [Edit(an_episode(), None)]
    theirs.put([an_episode(id=an_id(2))])
    theirs.remove([an_episode(id=an_id(2))])
    assert store.changes() == []
    assert theirs.changes() == []


def test_what_another_changes_is_told_with_what_memory_held(store: Store, theirs: Store) -> None:
    old = an_episode(id=an_id(1))
    new = an_episode(id=an_id(1), onset=NOON.replace(month=5))
    store.put([old])
    memory = store.diary()
    theirs.changes()
    theirs.put([new, a_day(check_in=CheckIn.NONE)])
    edits = store.changes(memory)
    assert edits == [Edit(old, new), Edit(None, a_day(check_in=CheckIn.NONE))]
    for edit in edits:
        memory = memory.apply(edit.before, edit.after)
    assert in_order(memory) == in_order(store.diary())


def test_without_memory_a_change_means_reading_again(store: Store, theirs: Store) -> None:
    store.put([an_episode(id=an_id(1))])
    theirs.put([an_episode(id=an_id(1), note="x")])
    assert store.changes() is None
    assert store.changes() == []


def test_what_was_changed_and_then_deleted_means_reading_again(store: Store, theirs: Store) -> None:
    store.put([an_episode(id=an_id(1))])
    theirs.put([an_episode(id=an_id(1), onset=NOON.replace(month=5))])
    theirs.remove([an_episode(id=an_id(1))])
    assert store.changes() is None


@pytest.mark.parametrize("with_memory", [True, False])
def test_own_and_foreign_writes_in_turns_tell_only_the_foreign(
    store: Store, theirs: Store, with_memory: bool
) -> None:
    memory = store.diary() if with_memory else None
    mine, yours = [[an_episode(id=an_id(who, n)) for n in range(3)] for who in ("mine", "yours")]
    for one, other in zip(mine, yours, strict=True):
        for edit in store.put([one]):
            memory = memory.apply(edit.before, edit.after) if memory else None
        theirs.put([other])
    for edit in store.remove(mine[:1]):
        memory = memory.apply(edit.before, edit.after) if memory else None
    assert store.changes(memory) == [Edit(None, row) for row in yours]
    assert store.changes() == []


def test_other_settings_mean_reading_again(store: Store, theirs: Store) -> None:
    theirs.put_settings(DiarySettings(day_start=6))
    assert store.changes() is None
    assert store.diary().settings.day_start == 6
    store.put_settings(DiarySettings(day_start=5))
    assert store.changes() == []


def test_a_draft_of_another_is_no_news(store: Store, theirs: Store) -> None:
    theirs.put_draft("left")
    assert store.changes() == []


def test_a_restore_means_reading_again(store: Store, theirs: Store, path: Path) -> None:
    store.put([an_episode(id=an_id(1))])
    made = backup(store, "daily", NOON)
    store.put([an_episode(id=an_id(2))])
    theirs.changes()
    restore(path, made.path, NOON)
    assert store.changes() is None
    assert theirs.changes() is None
    assert store.changes() == []
    assert len(store.diary()) == 1
    theirs.put([an_episode(id=an_id(3))])
    assert store.changes() == [Edit(None, an_episode(id=an_id(3)))]
    assert dump(store.diary()) == dump(theirs.diary())


def test_an_undo_of_what_another_changed_is_refused(store: Store, theirs: Store) -> None:
    edits = store.put([an_episode(id=an_id(1))])
    theirs.put([an_episode(id=an_id(1), note="theirs")])
    with pytest.raises(StoreError, match="changed elsewhere"):
        store.make([edit.reversed for edit in edits])
    assert next(iter(store.diary().every(type(an_episode())))).note == "theirs"
