"""What processes under ``strace`` do: they act on a diary and say on standard output what is done."""

import itertools
import os
import resource
import signal
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from tests.helpers import NOON, an_episode, an_id
from twitchlog.domain.episode import Episode
from twitchlog.store import connection, reserve, writing
from twitchlog.store.backups import backup
from twitchlog.store.errors import StoreError
from twitchlog.store.restoring import restore
from twitchlog.store.store import Store


def entry(number: int, attempt: int = 0) -> Episode:
    """An entry with a number; saving it again under a new id is what the control does."""
    return an_episode(
        id=an_id("fault", number, attempt), onset=NOON + timedelta(minutes=number), note=f"n{number}"
    )


def say(words: str) -> None:
    """Say so, at once and in one write."""
    os.write(1, f"{words}\n".encode())


def saving(path: Path, count: str, synchronous: str = "") -> None:
    """Save entries, and delete each third, saying so after each."""
    if synchronous:
        connection.PRAGMAS["synchronous"] = (synchronous, {"OFF": 0, "FULL": 2}[synchronous])
    store = Store.open(path)
    say("ready")
    for number in range(int(count)):
        store.put([entry(number)])
        say(f"saved {number}")
        if number % 3 == 2:
            store.remove([entry(number - 1)])
            say(f"deleted {number - 1}")
    store.close()


def importing(path: Path, count: str) -> None:
    """Add many entries in one step."""
    store = Store.open(path)
    say("ready")
    store.add_new([entry(1000 + number) for number in range(int(count))])
    say("imported")


def backing_up(path: Path, count: str) -> None:
    """Make backups, an entry between each."""
    store = Store.open(path)
    say("ready")
    for number in range(int(count)):
        made = backup(store, "daily", NOON + timedelta(minutes=number))
        say(f"backup {made.path.name}")
        store.put([entry(number)])
        say(f"saved {number}")


def restoring(path: Path, backup_path: str) -> None:
    """Restore a backup."""
    say("ready")
    restore(path, Path(backup_path), NOON)
    say("restored")


def stumbling(path: Path, count: str, retry: str) -> None:
    """Save entries where calls fail, press Save once more if refused, and say what became of each."""
    for number in range(int(count)):
        try:
            store = Store.open(path, wait_s=0.01)
        except StoreError as error:
            say(f"closed {error.reason}")
            continue
        if retry == "new":
            _save_forgetful(store, number)
        else:
            _save_twice(store, number)
        store.close()
    say("done")


def _save_twice(store: Store, number: int) -> None:
    for _ in (1, 2):
        try:
            store.put([entry(number)])
        except StoreError as error:
            say(f"refused {number} {error.reason}")
        else:
            say(f"saved {number}")
            return


def _save_forgetful(store: Store, number: int) -> None:
    """The control: each attempt makes a new id and does not look whether the one before is there."""
    writing.landed = lambda *_: False
    attempts = itertools.count()
    store._write(lambda conn: writing.planned_puts(conn, [entry(number, next(attempts))]))
    say(f"saved {number}")


def filling(path: Path, left: str, with_reserve: str) -> None:
    """Fill the disk but for some bytes, then save until it is refused."""
    if with_reserve == "no":
        reserve.ENOUGH_FREE = 2**62
    store = Store.open(path)
    store.put([entry(0)])
    say("saved 0")
    with path.with_name("filler").open("wb", buffering=0) as filler:
        try:
            while filler.write(bytes(65_536)) == 65_536:
                pass
        except OSError:
            pass
        filler.truncate(max(filler.tell() - int(left), 0))
    _save_until_refused(store)


def outgrowing(path: Path, more: str) -> None:
    """Save until the process may not make its files larger."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    store = Store.open(path)
    store.put([entry(0)])
    say("saved 0")
    size = path.stat().st_size + int(more)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    _save_until_refused(store)


def _save_until_refused(store: Store) -> None:
    for number in range(1, 2000):
        try:
            store.put([replace(entry(number), note=f"n{number} " + "x" * 3000)])
        except StoreError as error:
            say(f"refused {number} {error.reason}")
            say(f"holds {len(store.diary())} {len(store.problems())}")
            return
        say(f"saved {number}")


JOBS = {
    job.__name__: job for job in (saving, importing, backing_up, restoring, stumbling, filling, outgrowing)
}

if __name__ == "__main__":
    JOBS[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:])
