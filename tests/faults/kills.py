"""``kill -9`` at random moments of saves, imports, backups, restores and migrations."""

import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

from tests.faults.row import Row, Run
from tests.helpers import NOON, an_episode, an_id
from tests.store.children import child
from tests.store.jobs import pair, saving, saving_too_quick_to_say_so
from twitchlog.domain.episode import Episode
from twitchlog.store import migrations
from twitchlog.store.backups import backup, backups
from twitchlog.store.reserve import given_up
from twitchlog.store.restoring import restore
from twitchlog.store.store import Store

NO_FORK = "this system cannot fork"
A_SAVE_S = 0.004
DIARY_OF = 20
"""Kills on one diary, before a new one is begun: reading it all after each would take longer and longer."""
IMPORTED = 100
NEXT_SCHEMA = """
ALTER TABLE episodes ADD COLUMN later TEXT;
CREATE TABLE later (x TEXT) STRICT;
INSERT INTO later SELECT id FROM episodes;
"""


def kills(run: Run) -> Row:
    """An entry said to be saved survives a kill; none is there by halves."""
    if sys.platform == "win32":
        return Row(not_run=NO_FORK)
    count = run.times(150, 5_000)
    losses, journals = _killed_saves(run, count)
    controls = run.times(12, 100)
    early = run.place("early") / "diary.db"
    Store.open(early).close()
    noticed = sum(_killed_too_early(early, number) for number in range(controls))
    if journals == 0:
        losses = (*losses, "no kill fell into a save")
    return Row(count, losses, noticed, controls, f"{journals} left a journal; control: says so before COMMIT")


def _killed_saves(run: Run, count: int) -> tuple[tuple[str, ...], int]:
    losses: list[str] = []
    journals = 0
    chance = run.chance
    expected: set[str] = set()
    path = Path()
    for number in range(count):
        if number % DIARY_OF == 0:
            path, expected = run.place(f"saves-{number}") / "diary.db", set()
        said = _said(saving, path, number, chance.randrange(3), chance.uniform(0, A_SAVE_S))
        journals += path.with_name("diary.db-journal").exists()
        expected |= {row.id for n in range(said + 1) for row in pair(number, n)}
        # Some may be done and not heard of: this process is slow to kill on a busy computer.
        begun = {row.id for n in range(said + 1, said + 100) for row in pair(number, n)}
        with closing(Store.open(path)) as store:
            found = {row.id for row in store.diary().every(Episode)}
            wrong = store.problems()
        if not expected <= found or len(found) % 2 or not found - expected <= begun or wrong:
            losses.append(f"kill {number}: {len(expected - found)} lost, {len(found) % 2} torn, {wrong}")
        expected = found
    return tuple(losses), journals


def _said(
    job: Callable[[Connection, Path, int], None], path: Path, number: int, patience: int, then_s: float
) -> int:
    """Kill a process that saves, a moment after it said so a few times; return the last number it said."""
    with child(job, path, number) as answers:
        said = -1
        while said < patience:
            said = answers.recv()
        end = time.monotonic() + then_s
        while (left := end - time.monotonic()) > 0 and answers.poll(left):
            said = answers.recv()
    return said


def _killed_too_early(path: Path, number: int) -> bool:
    said = _said(saving_too_quick_to_say_so, path, number, 2, 0)
    with closing(Store.open(path)) as store:
        return store.draft() not in {f"{number}:{said}", f"{number}:{said + 1}"}


def kills_of_the_rest(run: Run) -> Row:
    """Imports, backups, restores and migrations are whole or not there after a kill."""
    if sys.platform == "win32":
        return Row(not_run=NO_FORK)
    count = run.times(15, 250)
    losses: list[str] = []
    for job, check in ((_importing, _whole), (_backing_up, _sound), (_restoring, _either)):
        losses += _killed(run, job, check, count)
    losses += _killed(run, _migrating, _later, count)
    controls = 8
    noticed = len(_killed(run, _importing_piecemeal, _whole, controls))
    return Row(4 * count, tuple(losses), noticed, controls, "control: an import entry by entry")


def _killed(
    run: Run, job: Callable[[Connection, Path], None], check: Callable[[Path], str], count: int
) -> list[str]:
    chance = run.chance
    begun = _begun(run.place(f"{job.__name__}-begun"))
    took = _duration(_copy(begun, run.folder / f"{job.__name__}-once"), job)
    losses = []
    for number in range(count):
        path = _copy(begun, run.folder / f"{job.__name__}-{number}")
        with child(job, path) as answers:
            answers.recv()
            answers.poll(chance.uniform(0, took * 1.1))
        if lost := check(path):
            losses.append(f"{job.__name__} {number}: {lost}")
        shutil.rmtree(path.parent)
    return losses


def _copy(begun: Path, folder: Path) -> Path:
    return Path(shutil.copytree(begun.parent, folder)) / begun.name


def _duration(path: Path, job: Callable[[Connection, Path], None]) -> float:
    with child(job, path) as answers:
        answers.recv()
        started = time.monotonic()
        answers.recv()
        return time.monotonic() - started


def _begun(folder: Path) -> Path:
    """Return a diary of the first schema with 20 old and 20 new entries, and a backup with only the old."""
    path = folder / "diary.db"
    with closing(Store.open(path)) as store:
        store.put([an_episode(id=an_id("old", n)) for n in range(20)])
        backup(store, "daily", NOON)
        store.put([an_episode(id=an_id("new", n)) for n in range(20)])
    given_up(path)
    return path


@contextmanager
def _next_schema() -> Iterator[None]:
    before = migrations.MIGRATIONS
    migrations.MIGRATIONS = (*before, NEXT_SCHEMA)
    try:
        yield
    finally:
        migrations.MIGRATIONS = before


def _importing(answers: Connection, path: Path) -> None:
    with closing(Store.open(path)) as store:
        rows = [an_episode(id=an_id("import", n)) for n in range(IMPORTED)]
        answers.send("now")
        store.add_new(rows)
        answers.send("done")
        signal.pause()


def _importing_piecemeal(answers: Connection, path: Path) -> None:
    with closing(Store.open(path)) as store:
        answers.send("now")
        for number in range(IMPORTED):
            store.add_new([an_episode(id=an_id("import", number))])
        answers.send("done")
        signal.pause()


def _backing_up(answers: Connection, path: Path) -> None:
    with closing(Store.open(path)) as store:
        answers.send("now")
        backup(store, "daily", NOON)
        answers.send("done")
        signal.pause()


def _restoring(answers: Connection, path: Path) -> None:
    named = backups(path)[0]
    answers.send("now")
    restore(path, named.path, NOON)
    answers.send("done")
    signal.pause()


def _migrating(answers: Connection, path: Path) -> None:
    with _next_schema():
        answers.send("now")
        Store.open(path).close()
        answers.send("done")
        signal.pause()


def _count(path: Path) -> tuple[int, str]:
    with closing(Store.open(path)) as store:
        return len(store.diary()), " ".join(store.problems())


def _whole(path: Path) -> str:
    count, wrong = _count(path)
    return wrong or ("" if count in {40, 40 + IMPORTED} else f"{count - 40} of {IMPORTED}")


def _sound(path: Path) -> str:
    count, wrong = _count(path)
    if wrong or count != 40 or not all(each.sound for each in backups(path)):
        return wrong or "a backup is not sound"
    return ""


def _either(path: Path) -> str:
    count, wrong = _count(path)
    return wrong or ("" if count in {20, 40} else f"mixed: {count}") or _sound_backups(path)


def _sound_backups(path: Path) -> str:
    return "" if all(each.sound for each in backups(path)) else "a backup is not sound"


def _later(path: Path) -> str:
    with _next_schema():
        count, wrong = _count(path)
    return wrong or ("" if count == 40 else f"{count} of 40") or _sound_backups(path)
