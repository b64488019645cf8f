"""Several programs on one diary, and a file that is moved, replaced or emptied under one."""

import multiprocessing
import os
import shutil
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from multiprocessing.synchronize import Barrier
from pathlib import Path

from tests.faults.kills import NO_FORK
from tests.faults.row import Row, Run
from tests.helpers import NOON, an_episode, an_id
from twitchlog.domain.episode import Episode
from twitchlog.domain.record import Edit
from twitchlog.store.backups import backup
from twitchlog.store.connection import connect, transaction
from twitchlog.store.errors import Reason, StoreError
from twitchlog.store.restoring import restore
from twitchlog.store.store import Store

COUNTER = an_id("counter")
TRIES = 8


def two_writers(run: Run) -> Row:
    """Windows that change one entry and commands that add: nothing is lost, nobody overwrites."""
    if sys.platform == "win32":
        return Row(not_run=NO_FORK)
    rounds, each = run.times(1, 20), 60
    losses = [
        lost for number in range(rounds) if (lost := _counted(run.place(f"two-{number}"), _counting, each))
    ]
    # Whether two blind writers meet is a matter of luck on a busy machine; that they do within some tries is not.
    noticed = any(
        _counted(run.place(f"two-blind-{number}"), _counting_blindly, each) for number in range(TRIES)
    )
    return Row(rounds * each * 4, tuple(losses), noticed, 1, "control: writing over without looking")


def _counted(folder: Path, counting: Callable[[Path, int, Barrier], None], each: int) -> str:
    path = folder / "diary.db"
    with closing(Store.open(path)) as store:
        store.put([_number(0)])
    context = multiprocessing.get_context("forkserver")
    barrier = context.Barrier(4)
    jobs = [(counting, n) for n in range(2)] + [(_adding, n) for n in range(2, 4)]
    processes = [
        context.Process(target=job, args=(path, each if n < 2 else each * n, barrier)) for job, n in jobs
    ]
    with closing(Store.open(path)) as window:
        memory = window.diary()
        for process in processes:
            process.start()
        while any(process.is_alive() for process in processes):
            processes[0].join(0.01)
            for edit in window.changes(memory) or []:
                memory = memory.apply(edit.before, edit.after)
        for process in processes:
            process.join()
        for edit in window.changes(memory) or []:
            memory = memory.apply(edit.before, edit.after)
        disk = {row.id: row for row in window.diary().every(Episode)}
        seen = {row.id: row for row in memory.every(Episode)}
    total = disk[COUNTER].duration_s or 0
    if total - 1 != 2 * each or len(disk) != 1 + 2 * each:
        return f"counted {total - 1} of {2 * each}, added {len(disk) - 1} of {2 * each}"
    return "" if disk == seen else "the window does not show what is there"


def _number(count: int) -> Episode:
    return an_episode(id=COUNTER, duration_s=count + 1)


def _counter(store: Store) -> Episode:
    return next(row for row in store.diary().every(Episode) if row.id == COUNTER)


def _patiently(job: Callable[[], object]) -> None:
    while True:
        try:
            job()
        except StoreError as error:
            if error.reason not in {Reason.BUSY, Reason.CHANGED}:
                raise
        else:
            return


def _counting(path: Path, count: int, barrier: Barrier) -> None:
    def one_more() -> None:
        before = _counter(store)
        store.make([Edit(before, replace(before, duration_s=(before.duration_s or 0) + 1))])

    with closing(Store.open(path)) as store:
        barrier.wait()
        for _ in range(count):
            _patiently(one_more)


def _counting_blindly(path: Path, count: int, barrier: Barrier) -> None:
    def one_more() -> None:
        before = _counter(store)
        store.put([replace(before, duration_s=(before.duration_s or 0) + 1)])

    with closing(Store.open(path)) as store:
        barrier.wait()
        for _ in range(count):
            _patiently(one_more)


def _adding(path: Path, many: int, barrier: Barrier) -> None:
    """What ``twitchlog add`` does to the file, each time from opening to closing; the ids begin at ``many``."""
    barrier.wait()
    for number in range(60):
        _patiently(lambda number=number: _add(path, many + number))  # type: ignore[misc]


def _add(path: Path, number: int) -> None:
    with closing(Store.open(path)) as store:
        store.put([an_episode(id=an_id("added", number))])


def swapped(run: Run) -> Row:
    """A file moved, replaced, emptied or restored under an open diary: no entry is called saved and is not."""
    rounds = run.times(4, 60)
    fates = (_moved, _replaced, _emptied, _deleted, _overwritten_by_a_copy, _restored)
    losses = []
    for number in range(rounds):
        for fate in fates:
            path = run.place(f"{fate.__name__}-{number}") / "diary.db"
            if lost := _lived_through(path, fate, number):
                losses.append(f"{fate.__name__}: {lost}")
    blind = [run.place(f"blind-{n}") / "diary.db" for n in range(3)]
    noticed = sum(
        bool(_lived_through(path, _nothing, number, _with_the_backup)) for number, path in enumerate(blind)
    )
    return Row(
        rounds * len(fates), tuple(losses), noticed, 3, "control: an old file put there after the saves"
    )


def _nothing(_: Path) -> None:
    return


def _lived_through(
    path: Path, fate: Callable[[Path], None], number: int, at_last: Callable[[Path], None] = lambda _: None
) -> str:
    """Save some, let it happen, save on; whatever was called saved must be in the file that is there."""
    store = Store.open(path, wait_s=0.01)
    for n in range(3 + number % 3):
        store.put([an_episode(id=an_id(n), note="before")])
    backup(store, "daily", NOON)
    fate(path)
    saved = []
    for n in range(100, 103):
        try:
            store.put([an_episode(id=an_id(n), note="after")])
        except StoreError as error:
            if not str(error).endswith((".", ")", ".db")):
                return f"says {error}"
        else:
            saved.append(an_id(n))
    store.close()
    at_last(path)
    if not saved:
        return ""
    with closing(Store.open(path, wait_s=0.01)) as again:
        found = {row.id for row in again.diary().every(Episode)}
    return "" if set(saved) <= found else f"{len(set(saved) - found)} called saved, not there"


def _moved(path: Path) -> None:
    path.rename(path.with_name("elsewhere.db"))


def _replaced(path: Path) -> None:
    copy = path.with_name("copy.db")
    shutil.copy(path, copy)
    copy.replace(path)


def _emptied(path: Path) -> None:
    os.truncate(path, 0)


def _deleted(path: Path) -> None:
    path.unlink()


def _with_the_backup(path: Path) -> None:
    shutil.copy(next(path.with_name("diary.db.backups").iterdir()), path)


def _overwritten_by_a_copy(path: Path) -> None:
    """As ``cp`` does: into the same file."""
    named = next(path.with_name("diary.db.backups").iterdir())
    path.write_bytes(named.read_bytes())


def _restored(path: Path) -> None:
    restore(path, next(path.with_name("diary.db.backups").iterdir()), NOON)


def foreign_opens(run: Run) -> Row:
    """A tour of everything the store does opens the live file by nothing but SQLite."""
    path = run.place("opens") / "diary.db"
    opened: list[str] = []
    hooked = _hook(path, opened)
    _tour(path)
    count = len(opened)
    hooked()
    with path.open("rb"):
        noticed = len(opened) - count
    return Row(1, tuple(opened[:count]), noticed, 1, "control: one open()")


def _hook(path: Path, opened: list[str]) -> Callable[[], None]:
    """Note every opening of a file by Python; a hook cannot be taken away again."""

    def hook(event: str, args: tuple[object, ...]) -> None:
        if event == "open" and str(args[0]) == str(path):
            opened.append(f"{event} {args[1]}")

    sys.addaudithook(hook)
    return lambda: None


def _tour(path: Path) -> None:
    with closing(Store.open(path)) as store:
        rows = [an_episode(id=an_id("tour", n)) for n in range(5)]
        edits = store.put(rows)
        store.remove(rows[:1])
        store.restore_deleted([rows[0].id])
        store.make([edit.reversed for edit in reversed(edits[1:])])
        made = backup(store, "daily", NOON)
        store.changes()
        store.problems()
        restore(path, made.path, NOON)
        store.changes()
        store.purge(NOON)
    with closing(connect(path, wait_s=1)) as conn, transaction(conn):
        pass
