"""Input made to hang or crash: typed lines, diary files and packages; each is answered, and soon."""

import resource
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from tests.domain.quick_entry.test_any_text import ODD, WORDS, check
from tests.domain.quick_entry.told import read
from tests.faults.row import Row, Run
from tests.helpers import NOON, an_episode, an_id
from tests.store.test_hostile import BUILT_OTHERWISE
from twitchlog.domain.diary import Diary
from twitchlog.files import package
from twitchlog.files.safe_open import FileError
from twitchlog.store.backups import backup
from twitchlog.store.errors import StoreError
from twitchlog.store.rescue import rescue
from twitchlog.store.reserve import given_up
from twitchlog.store.restoring import restore
from twitchlog.store.store import Store

A_LINE_S, A_FILE_S = 1.0, 5.0
LONGEST = 1_000
MOST_MEMORY_KB = 500_000


def typed_lines(run: Run) -> Row:
    """Whatever is typed, up to the longest line and beyond: an answer within a second of work."""
    lines = list(_lines(run))
    losses, worst = [], 0.0
    for line in lines:
        lost, took = _timed(partial(_understood, line), A_LINE_S)
        worst = max(worst, took)
        if lost:
            losses.append(f"{line[:60]!r} of {len(line)}: {lost}")
    noticed = bool(_timed(_spinning, A_LINE_S)[0])
    return Row(
        len(lines),
        tuple(losses),
        noticed,
        1,
        f"the slowest {worst * 1000:.0f} ms; control: a parser that takes longer",
    )


def _understood(line: str) -> None:
    check(line, read(line, zone="Europe/Berlin", last=an_episode()))


def _lines(run: Run) -> Iterator[str]:
    chance = run.chance
    words = [*WORDS, *ODD]
    for word in words if run.long else chance.sample(words, 60):
        yield (f"{word} " * LONGEST)[:LONGEST]
        yield (f"{word}, " * LONGEST)[:LONGEST]
        yield (word * LONGEST)[:LONGEST]
    for _ in range(run.times(150, 20_000)):
        yield " ".join(chance.choice(words) for _ in range(chance.randint(1, 200)))[:LONGEST]
        yield "".join(
            chr(chance.choice((chance.randrange(32, 127), chance.randrange(0x2500)))) for _ in range(300)
        )
    yield "x" * 5_000_000
    yield "left calf " * 500_000


def _timed(job: Callable[[], object], most_s: float) -> tuple[str, float]:
    started = time.process_time()
    try:
        job()
    except Exception as error:  # noqa: BLE001 - any at all is a loss here
        return type(error).__name__, time.process_time() - started
    took = time.process_time() - started
    return (f"took {took:.1f} s" if took > most_s else ""), took


def _spinning() -> None:
    end = time.process_time() + A_LINE_S * 1.05
    while time.process_time() < end:
        pass


def prepared_files(run: Run) -> Row:
    """Diaries with views, triggers, functions and nonsense, and damaged packages: a sentence or what is in them, soon."""
    folder = run.place("prepared")
    good = folder / "good.db"
    with closing(Store.open(good)) as store:
        store.put([an_episode(id=an_id("good", n), note="x" * (n == 0)) for n in range(60)])
    given_up(good)
    losses, trials = [], 0
    for name, path in _prepared(run, good):
        for job in (_opened, _restored_from, _rescued):
            lost, _ = _timed(partial(job, path, good), A_FILE_S)
            trials += 1
            losses += [f"{name}, {job.__name__}: {lost}"] if lost else []
    packages = run.times(150, 3_000)
    losses += _packages(run, packages)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    if run.long and used > MOST_MEMORY_KB:
        losses.append(f"{used} kB of memory")
    trap = folder / "trap.db"
    shutil.copy(good, trap)
    BUILT_OTHERWISE[0](trap)
    with closing(sqlite3.connect(trap)) as conn, conn:  # the control: opened plainly, the trigger acts
        conn.execute("INSERT INTO episodes SELECT 'f' || substr(id, 2), 999, mod, digest, " + _rest(conn))
        noticed = conn.execute("SELECT count(*) FROM episodes").fetchone()[0] == 0
    return Row(trials + packages, tuple(losses), noticed, 1, "control: opened plainly, one emptied the diary")


def _rest(conn: sqlite3.Connection) -> str:
    names = [row[0] for row in conn.execute("SELECT name FROM pragma_table_info('episodes') ORDER BY cid")]
    return f"{', '.join(names[4:])} FROM episodes LIMIT 1"


def _prepared(run: Run, good: Path) -> Iterator[tuple[str, Path]]:
    for change in BUILT_OTHERWISE:
        path = good.with_name(f"{change.__name__}.db")
        shutil.copy(good, path)
        change(path)
        yield change.__name__, path
    chance = run.chance
    written = good.read_bytes()
    for number in range(run.times(20, 500)):
        data = bytearray(written)
        for _ in range(chance.randint(1, 200)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path = good.with_name(f"noise-{number}.db")
        path.write_bytes(data)
        yield f"noise {number}", path


def _opened(path: Path, _: Path) -> None:
    try:
        with closing(Store.open(path, wait_s=0.01)) as store:
            given_up(path)
            store.problems()
            store.changes()
            store.deleted()
            store.month_keys()
            store.diary()
            backup(store, "daily", NOON)
    except StoreError:
        return


def _restored_from(path: Path, good: Path) -> None:
    own = good.with_name("own") / "diary.db"
    own.parent.mkdir(exist_ok=True)
    shutil.copy(good, own)
    try:
        restore(own, path, NOON)
    except StoreError:
        return
    finally:
        shutil.rmtree(own.parent)


def _rescued(path: Path, _: Path) -> None:
    try:
        rescue(path, NOON).path.unlink()
    except StoreError:
        return


def _packages(run: Run, count: int) -> list[str]:
    path = run.folder / "package.zip"
    package.write(path, Diary.of([an_episode(id=an_id(n), note="=1+1'\"\n") for n in range(30)]))
    good, chance, losses = path.read_bytes(), run.chance, []
    for number in range(count):
        data = bytearray(good)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data)
        lost, _ = _timed(partial(_taken, path), A_FILE_S)
        losses += [f"package {number}: {lost}"] if lost else []
    return losses


def _taken(path: Path) -> None:
    try:
        package.read(path)
    except FileError:
        return
