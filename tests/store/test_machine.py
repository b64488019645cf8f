"""Whatever is done to a diary in whatever order: the disk, memory and a plain dictionary say the same."""

import shutil
import tempfile
from contextlib import closing
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.helpers import NOON
from tests.store.made import as_texts, dump, in_order, records
from twitchlog.domain.day import Day
from twitchlog.domain.diary import Diary
from twitchlog.domain.record import Edit, Record, table_of
from twitchlog.store.backups import backup
from twitchlog.store.restoring import restore
from twitchlog.store.store import Store
from twitchlog.store.writing import CLOCK_DOUBTED, KEPT_DELETED

few = st.lists(records, min_size=1, max_size=3)


def place(record: Record) -> tuple[str, str]:
    return table_of(record), record.id


class DiaryMachine(RuleBasedStateMachine):
    """A window with an undo stack and another program, on one file."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.store = Store.open(self.folder / "diary.db", wait_s=0.01)
        self.other = Store.open(self.folder / "diary.db", wait_s=0.01)
        self.memory = Diary()
        self.model: dict[tuple[str, str], Record] = {}
        self.trash: set[tuple[str, str]] = set()
        self.undo: list[list[Edit]] = []
        self.redo: list[list[Edit]] = []
        self.kept: tuple[Path, dict[tuple[str, str], Record], set[tuple[str, str]]] | None = None

    def take(self, edits: list[Edit]) -> None:
        for edit in edits:
            self.memory = self.memory.apply(edit.before, edit.after)
            if edit.before is not None:
                assert as_texts([self.model.pop(place(edit.before))]) == as_texts([edit.before])
                self.trash.add(place(edit.before))
            if edit.after is not None:
                self.model[place(edit.after)] = edit.after
                self.trash.discard(place(edit.after))

    def step(self, edits: list[Edit]) -> None:
        self.take(edits)
        if edits:
            self.undo.append(edits)
            self.redo.clear()

    @rule(some=few)
    def put(self, some: list[Record]) -> None:
        edits = self.store.put(some)
        assert [edit.after for edit in edits] == some
        self.step(edits)

    @rule(some=few)
    def remove(self, some: list[Record]) -> None:
        there = {place(row): row for row in some if place(row) in self.model}
        edits = self.store.remove(some)
        assert [place(edit.before) for edit in edits if edit.before] == list(there)
        self.step(edits)

    @rule(some=few)
    def add_new(self, some: list[Record]) -> None:
        edits, present = self.store.add_new(some)
        taken = set(self.model) | self.trash
        for edit in edits:
            assert edit.after is not None
            assert (edit.before is None) == (place(edit.after) not in taken)
            assert edit.before is None or isinstance(edit.before, Day)
            taken.add(place(edit.after))
        assert len(edits) + present == len(some)
        self.step(edits)

    @precondition(lambda self: bool(self.undo))
    @rule()
    def take_back(self) -> None:
        edits = self.undo.pop()
        self.take(self.store.make([edit.reversed for edit in reversed(edits)]))
        self.redo.append(edits)

    @precondition(lambda self: bool(self.redo))
    @rule()
    def make_again(self) -> None:
        edits = self.redo.pop()
        self.take(self.store.make(edits))
        self.undo.append(edits)

    @rule()
    def bring_back_all(self) -> None:
        edits = self.store.restore_deleted([key for _, key in self.trash])
        assert {place(edit.after) for edit in edits if edit.after} == self.trash
        self.step(edits)

    @rule(some=few, gone=few)
    def another_program(self, some: list[Record], gone: list[Record]) -> None:
        self.other.put(some)
        self.other.remove(gone)
        edits = self.store.changes(self.memory)
        assert edits is not None
        before = set(self.model)
        self.take(edits)
        self.trash |= {place(row) for row in gone if place(row) in before or place(row) in map(place, some)}
        self.trash -= set(self.model)
        self.undo.clear()
        self.redo.clear()

    @rule()
    def purge(self) -> None:
        stamps = {place(row): at for at, row in self.store.deleted()}
        if not stamps:
            return
        now = max(stamps.values()) + KEPT_DELETED
        newest = max((row.recorded_at for row in self.model.values()), default=None)
        sure = newest is not None and newest >= now - CLOCK_DOUBTED
        old = {key for key, at in stamps.items() if at <= now - KEPT_DELETED} if sure else set()
        assert self.store.purge(now) == len(old)
        self.trash -= old

    @rule()
    def back_up(self) -> None:
        self.kept = (backup(self.store, "daily", NOON).path, dict(self.model), set(self.trash))

    @precondition(lambda self: self.kept is not None)
    @rule()
    def go_back(self) -> None:
        assert self.kept is not None
        path, model, trash = self.kept
        restore(self.store.path, path, NOON)
        assert self.store.changes() is None
        self.memory = self.store.diary()
        self.model, self.trash = dict(model), set(trash)
        self.undo.clear()
        self.redo.clear()

    @rule()
    def crash(self) -> None:
        """What a crash would leave at this moment is as good as what was closed."""
        copy = self.folder / "copy.db"
        shutil.copy(self.store.path, copy)
        with closing(Store.open(copy)) as left:
            assert dump(left.diary()) == as_texts(self.model.values())
        copy.unlink()

    @rule()
    def restart(self) -> None:
        self.store.close()
        self.store = Store.open(self.folder / "diary.db", wait_s=0.01)
        self.memory = self.store.diary()

    @invariant()
    def all_say_the_same(self) -> None:
        disk = self.store.diary()
        assert dump(disk) == as_texts(self.model.values())
        assert in_order(self.memory) == in_order(disk)
        assert dump(self.memory) == dump(disk)
        assert {place(row) for _, row in self.store.deleted()} == self.trash
        assert self.store.changes() == []

    def teardown(self) -> None:
        assert self.store.problems() == []
        self.store.close()
        self.other.close()
        shutil.rmtree(self.folder)


TestDiaryMachine = DiaryMachine.TestCase
TestDiaryMachine.settings = settings(
    max_examples=12,
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
