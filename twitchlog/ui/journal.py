"""The diary's changeable face: the disk first, memory second, the signal last."""

import gc
from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from twitchlog.domain.diary import Diary, Month, MonthKey
from twitchlog.domain.record import Edit, Record
from twitchlog.domain.settings import DiarySettings
from twitchlog.store.store import Store
from twitchlog.ui.saver import Saver

ChangeOfSettings: TypeAlias = Callable[[DiarySettings], DiarySettings]


class Journal(QObject):
    """The one object in the program that changes.

    ``changed`` carries the edits that were made; ``read`` says that the whole file is in memory; ``saved`` carries
    the words of a step that can be taken back, ``turned`` those of one that was taken back or made again. ``before_many`` is called with the number of records before some are
    changed or deleted; what it raises keeps the change from being made.
    """

    changed = Signal(object)
    read = Signal()
    saved = Signal(str)
    turned = Signal(str)

    def __init__(
        self, saver: Saver, before_many: Callable[[Store, int], None] = lambda _store, _records: None
    ) -> None:
        super().__init__()
        self.saver = saver
        self._before_many = before_many
        self.diary = Diary(whole=False)
        self.undo_stack = QUndoStack(self)
        self._unread: list[MonthKey] = []
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._read_a_month)
        saver.refused.connect(self._forget_a_broken_undo)
        self._undoing = False

    def start_reading(self) -> None:
        """Read the file from the start, one month per turn of the event loop, the newest first."""
        self.saver.ask(_opening, self._opened)

    def put(self, words: str, *records: Record, done: Callable[[], None] | None = None) -> None:
        """Write down what belongs together as one step to undo; ``words`` name the step.

        ``done`` is called once it is on the disk and shown; the kept draft goes in the same step as the records.
        """

        def made(edits: Sequence[Edit]) -> None:
            self._remember(words, edits)
            if done is not None:
                done()

        draft = "" if done is not None else None
        self.saver.ask(lambda store: store.put(records, draft=draft), made)

    def put_back(self, key: str) -> None:
        """Take a deleted record out of the bin, as one step to undo."""
        self.saver.ask(
            lambda store: store.restore_deleted([key]), lambda edits: self._remember("Put back", edits)
        )

    def keep_draft(self, line: str) -> None:
        """Keep what is typed, so that a crash does not lose it."""
        self.saver.ask(lambda store: store.put_draft(line), lambda _: None)

    def remove(self, words: str, *records: Record) -> None:
        """Delete records as one step to undo; they are kept 30 days."""
        self._change(records, lambda store: store.remove(records), lambda edits: self._remember(words, edits))

    def replace(self, words: str, edits: Sequence[Edit]) -> None:
        """Make edits of several kinds as one step to undo."""
        self._change(edits, lambda store: store.make(edits), lambda made: self._remember(words, made))

    def add(
        self,
        words: str,
        job: Callable[[Store], tuple[list[Edit], int]],
        answer: Callable[[int, int], None],
    ) -> None:
        """Add many records at once as one step to undo; ``answer`` gets how many came in and were there already."""

        def added(result: tuple[list[Edit], int]) -> None:
            edits, present = result
            if edits:
                self._remember(words, edits)
            answer(len(edits), present)

        self.saver.ask(job, added)

    def change_settings(self, change: ChangeOfSettings, done: Callable[[], None] = lambda: None) -> None:
        """Change how the diary is read; ``change`` gets the settings that are in force when its turn comes.

        ``done`` is called once it is on the disk and shown.
        """

        def job(store: Store) -> DiarySettings:
            settings = change(store.settings())
            store.put_settings(settings)
            return settings

        def answer(settings: DiarySettings) -> None:
            self._take_settings(settings)
            done()

        self.saver.ask(job, answer)

    def make(self, edits: Sequence[Edit], words: str) -> None:
        """Make the edits of a step again, or take them back; ``words`` say which was done."""

        def made(done: Sequence[Edit]) -> None:
            self._undoing = False
            self._show(done)
            self.turned.emit(words)

        self._undoing = True
        self._change(edits, lambda store: store.make(edits), made)

    def look_for_changes(self) -> None:
        """Show what another program has written."""
        if self.diary.whole:
            self.saver.ask(lambda store: store.changes(self.diary), self._take_changes)

    def read_again(self) -> None:
        """Read the file from the start after it was restored or emptied; what was done before cannot be undone."""
        self.undo_stack.clear()
        self.start_reading()

    def _opened(self, found: tuple[list[MonthKey], DiarySettings]) -> None:
        self._unread, settings = found
        self.diary = Diary(settings=settings, whole=False)
        self._turn.start()

    def _read_a_month(self) -> None:
        if not self._unread:
            self.diary = self.diary.as_whole()
            self.read.emit()
            return
        key = self._unread.pop(0)
        self.saver.ask(lambda store: store.month(key), lambda month: self._take_month(key, month))

    def _take_month(self, key: MonthKey, month: Month) -> None:
        self.diary = self.diary.with_month(key, month)
        # What was read stays for good: looking through it again for rubbish would make one turn three times as long.
        gc.freeze()
        self._turn.start()

    def _take_settings(self, settings: DiarySettings) -> None:
        self.diary = self.diary.with_settings(settings)
        self.changed.emit([])

    def _take_changes(self, edits: Sequence[Edit] | None) -> None:
        if edits is None:
            self.read_again()
        elif edits:
            self._show(edits)

    def _change(
        self,
        what: Sequence[object],
        job: Callable[[Store], list[Edit]],
        answer: Callable[[list[Edit]], None],
    ) -> None:
        """Change some records, after what must be done before many; that is done once, however often a busy file is asked."""
        prepared = False

        def prepare_and_do(store: Store) -> list[Edit]:
            nonlocal prepared
            if not prepared:
                self._before_many(store, len(what))
                prepared = True
            return job(store)

        self.saver.ask(prepare_and_do, answer)

    def _remember(self, words: str, edits: Sequence[Edit]) -> None:
        self._show(edits)
        self.undo_stack.push(_Step(self, words, edits))
        self.saved.emit(words)

    def _show(self, edits: Sequence[Edit]) -> None:
        self.diary = self.diary.with_edits(edits)
        self.changed.emit(edits)

    def _forget_a_broken_undo(self, _: str) -> None:
        if self._undoing:
            self._undoing = False
            # Not at once: the stack is in the middle of this very step.
            QTimer.singleShot(0, self.undo_stack.clear)


def _opening(store: Store) -> tuple[list[MonthKey], DiarySettings]:
    return store.month_keys(), store.settings()


class _Step(QUndoCommand):
    """One step; the first ``redo``, which Qt calls at once, does nothing because the edits are made already."""

    def __init__(self, journal: Journal, words: str, edits: Sequence[Edit]) -> None:
        super().__init__(words)
        self._journal = journal
        self._edits = list(edits)
        self._made = True

    def redo(self) -> None:
        """Make the edits again."""
        if not self._made:
            self._journal.make(self._edits, f"Done again: {self.text().removeprefix('Saved: ')}")
        self._made = True

    def undo(self) -> None:
        """Take the edits back, the last first."""
        self._made = False
        taken_back = [edit.reversed for edit in reversed(self._edits)]
        self._journal.make(taken_back, f"Undone: {self.text().removeprefix('Saved: ')}")
