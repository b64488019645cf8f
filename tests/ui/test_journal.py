"""The disk first, memory second, the signal last."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers import NOON, TODAY, a_caffeine, a_day, an_episode, an_id
from twitchlog.domain.day import CheckIn
from twitchlog.domain.diary import Diary
from twitchlog.domain.record import TABLES, Record
from twitchlog.domain.texts import texts_of
from twitchlog.store.backups import MANY, backup_before_many, named_backups
from twitchlog.store.errors import Reason, StoreError
from twitchlog.store.store import Store
from twitchlog.ui.journal import Journal
from twitchlog.ui.saver import Saver


def as_texts(diary: Diary) -> list[tuple[str, dict[str, str]]]:
    """A diary letter for letter."""
    return [(table, texts_of(table, row)) for table, kind in TABLES.items() for row in diary.every(kind)]


def read(journal: Journal) -> None:
    """Read the whole file."""
    journal.start_reading()
    while not journal.diary.whole:
        QApplication.processEvents()


def a_record(kind: int, place: int) -> Record:
    """One of a few records that edits fall on again and again."""
    if kind == 0:
        return an_episode(id=an_id(place), intensity=1 + place % 5)
    if kind == 1:
        return a_caffeine(id=an_id("c", place), mg=float(place + 1))
    return a_day(date=TODAY.replace(day=1 + place), check_in=list(CheckIn)[place % 3], worry=1 + place % 5)


ACTIONS = st.lists(
    st.tuples(st.sampled_from(["put", "remove", "undo", "redo"]), st.integers(0, 2), st.integers(0, 4)),
    max_size=25,
)


@given(actions=ACTIONS)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_memory_equals_the_disk_after_any_edits_and_undo_takes_all_of_them_back(
    qapp: object, actions: list[tuple[str, int, int]]
) -> None:
    store = Store.in_memory()
    journal = Journal(Saver(store))
    read(journal)
    for action, kind, place in actions:
        record = a_record(kind, place)
        match action:
            case "put":
                journal.put("put", record)
            case "remove":
                journal.remove("remove", record)
            case "undo":
                journal.undo_stack.undo()
            case _:
                journal.undo_stack.redo()
        assert as_texts(journal.diary) == as_texts(store.diary())
    while journal.undo_stack.canUndo():
        journal.undo_stack.undo()
    assert as_texts(store.diary()) == []
    assert as_texts(journal.diary) == []
    store.close()


def test_a_step_is_told_once(qtbot: QtBot, journal: Journal) -> None:
    told: list[object] = []
    journal.changed.connect(told.append)
    journal.put("one", an_episode())
    assert len(told) == 1
    journal.undo_stack.undo()
    assert len(told) == 2


def test_a_refused_save_leaves_no_step_and_changes_nothing(
    qtbot: QtBot, journal: Journal, saver: Saver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise StoreError("No space left.", Reason.FULL)

    monkeypatch.setattr(Store, "put", full)
    with qtbot.waitSignal(saver.refused) as said:
        journal.put("one", an_episode())
    assert said.args == ["No space left."]
    assert journal.undo_stack.count() == 0
    assert len(journal.diary) == 0


def test_a_refused_undo_clears_the_steps_that_no_longer_fit(
    qtbot: QtBot, journal: Journal, saver: Saver, store: Store
) -> None:
    episode = an_episode()
    journal.put("one", episode)
    other = Store.open(store.path)
    other.put([an_episode(id=episode.id, intensity=5)])
    other.close()
    with qtbot.waitSignal(saver.refused):
        journal.undo_stack.undo()
    qtbot.waitUntil(lambda: journal.undo_stack.count() == 0)
    assert len(store.diary()) == 1


def test_what_another_program_writes_is_shown(qtbot: QtBot, journal: Journal, store: Store) -> None:
    read(journal)
    other = Store.open(store.path)
    other.put([an_episode()])
    other.close()
    journal.look_for_changes()
    assert len(journal.diary) == 1


def test_the_file_is_read_whole_month_by_month(qtbot: QtBot, journal: Journal, store: Store) -> None:
    records = [an_episode(onset=NOON.replace(month=month)) for month in range(1, 12)]
    store.put(records)
    read(journal)
    assert as_texts(journal.diary) == as_texts(store.diary())


def test_a_save_while_the_file_is_still_being_read_is_neither_lost_nor_doubled(
    qtbot: QtBot, journal: Journal, store: Store
) -> None:
    store.put([an_episode(onset=NOON.replace(month=month)) for month in range(1, 12)])
    journal.start_reading()
    journal.put("early", an_episode(intensity=4))
    while not journal.diary.whole:
        QApplication.processEvents()
    assert as_texts(journal.diary) == as_texts(store.diary())
    assert len(journal.diary) == 12


def test_settings_of_the_diary_are_kept_in_its_file(
    qtbot: QtBot, journal: Journal, store: Store, tmp_path: Path
) -> None:
    from dataclasses import replace

    journal.change_settings(
        lambda settings: replace(settings, day_start=5, thresholds={"continuous_min": 30})
    )
    other = Store.open(store.path)
    assert other.diary().settings.day_start == 5
    assert other.diary().settings.thresholds == {"continuous_min": 30}
    other.close()


def test_a_change_of_many_entries_is_made_only_after_a_backup(store: Store, saver: Saver) -> None:
    records = [an_episode(id=an_id(number)) for number in range(MANY + 1)]
    journal = Journal(saver, lambda store, number: backup_before_many(store, number, NOON))
    read(journal)
    store.put(records)
    journal.remove("Deleted: a few", *records[:MANY])
    assert named_backups(store.path) == []
    journal.undo_stack.undo()
    journal.remove("Deleted: many", *records)
    assert [each.reason for each in named_backups(store.path)] == ["before-many"]
    journal.undo_stack.undo()
    assert len(named_backups(store.path)) == 2
    assert len(store.diary()) == MANY + 1


def test_without_its_backup_a_change_of_many_is_refused(qtbot: QtBot, store: Store, saver: Saver) -> None:
    def refuse(*_: object) -> None:
        raise StoreError("No backup was made: the disk is full.")

    journal = Journal(saver, refuse)
    read(journal)
    store.put([an_episode()])
    with qtbot.waitSignal(saver.refused) as said:
        journal.remove("Deleted", an_episode())
    assert said.args == ["No backup was made: the disk is full."]
    assert len(store.diary()) == 1
    assert journal.undo_stack.count() == 0


def test_a_busy_file_gets_one_backup_before_many_however_often_it_is_asked(
    qtbot: QtBot, store: Store, saver: Saver, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    journal = Journal(saver, lambda _, number: asked.append(number))
    read(journal)
    store.put([an_episode()])
    refusals = [StoreError("busy", Reason.BUSY)] * 3
    remove = store.remove

    def busy_at_first(records: object) -> object:
        if refusals:
            raise refusals.pop()
        return remove(records)  # type: ignore[arg-type]

    monkeypatch.setattr(store, "remove", busy_at_first)
    with qtbot.waitSignal(journal.saved):
        journal.remove("Deleted", an_episode())
    assert asked == [1]
