"""Flipped bits, bad pages, files cut off: no change stays unseen, and every row on whole pages comes back."""

import random
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from unittest import mock

from tests.faults.row import Row, Run
from tests.helpers import NOON, an_episode, an_id
from tests.store.made import as_texts, everything, one_of_each
from twitchlog.domain.episode import Episode
from twitchlog.store import soundness
from twitchlog.store.errors import StoreError
from twitchlog.store.found_rows import Layout
from twitchlog.store.pages import PAGE, Pages
from twitchlog.store.rescue import rescue
from twitchlog.store.reserve import given_up
from twitchlog.store.store import Store

ENTRIES = 150


def flipped_bits(run: Run) -> Row:
    """A flipped bit that changes what is read is told, whether by SQLite or by a digest."""
    written = _written(run.place("flips"))
    count = run.times(300, 3_000)
    silent, _, changed = _flipped(run, written, count)
    with _no_digests():
        unseen, _, altered = _flipped(run, written, count)
    noticed = len(unseen) if len(unseen) > 0.2 * altered else 0
    note = f"{changed} changed what is read; control: digests off"
    return Row(count, tuple(silent), noticed, altered, note)


def _written(folder: Path) -> bytes:
    path = folder / "diary.db"
    with closing(Store.open(path)) as store:
        store.put(one_of_each())
        store.put(_entries())
        store.remove(_entries()[:5])
    given_up(path)
    return path.read_bytes()


def _entries() -> list[Episode]:
    return [
        an_episode(
            id=an_id("damage", n),
            onset=NOON + timedelta(hours=n),
            intensity=1 + n % 5,
            note=f"entry {n} " + "long " * (1_500 if n % 60 == 7 else 10 * (n % 3)),
        )
        for n in range(ENTRIES)
    ]


def _flipped(run: Run, written: bytes, count: int) -> tuple[list[str], int, int]:
    """Return the flips that stayed unseen, how many were told, and how many changed what is read."""
    path = run.folder / "flipped.db"
    path.write_bytes(written)
    good = _read(path)
    silent, told, changed = [], 0, 0
    chance = run.chance
    for _ in range(count):
        bit = chance.randrange(len(written) * 8)
        data = bytearray(written)
        data[bit // 8] ^= 1 << bit % 8
        path.write_bytes(data)
        found, said = _read(path), _told(path)
        told += said
        changed += found != good
        if found != good and not said:
            silent.append(f"bit {bit}")
    return silent, told, changed


def _read(path: Path) -> object:
    try:
        with closing(Store.open(path, reading=True)) as store:
            return as_texts(everything(store.diary())), len(store.deleted()), store.settings().day_start
    except StoreError:
        return None


def _told(path: Path) -> bool:
    try:
        with closing(Store.open(path, reading=True)) as store:
            return bool(store.problems())
    except StoreError:
        return True


@contextmanager
def _no_digests() -> Iterator[None]:
    """The control: whatever stands in a row is believed."""
    with (
        mock.patch.object(soundness, "is_sealed", return_value=True),
        mock.patch.object(soundness, "_changed_trash", return_value=0),
        mock.patch.object(Layout, "fits", _looks_like_one),
        mock.patch("twitchlog.store.rescue.problems", return_value=[]),
    ):
        yield


def _looks_like_one(layout: Layout, values: tuple[object, ...]) -> bool:
    return isinstance(values[layout.seal], str)


def rescues(run: Run) -> Row:
    """From a damaged file every row on whole pages comes back, and none that was never written."""
    written = _written(run.place("rescue"))
    count = run.times(60, 1_000)
    good, pages = _by_id(run, written), _pages(written)
    losses = [lost for number in range(count) if (lost := _rescued(run, written, good, pages, number))]
    controls = 20
    with _no_digests():
        noticed = sum(
            "never written" in _rescued(run, written, good, pages, number)
            for number in range(0, 3 * controls, 3)
        )
    return Row(count, tuple(losses), noticed, controls, "control: digests off")


def _by_id(run: Run, written: bytes) -> dict[str, str]:
    path = run.folder / "good.db"
    path.write_bytes(written)
    return _content(path)


def _content(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as conn:
        tables = [
            name for (name,) in conn.execute("SELECT name FROM sqlite_schema WHERE sql LIKE '%seq INTEGER%'")
        ]
        return {
            str(row[0]): str(row)
            for name in tables
            for row in conn.execute(" ".join(("SELECT * FROM", name)))
        }


def _pages(written: bytes) -> dict[int, set[str]]:
    """Return the ids of the rows on each page; a row longer than a page counts to none."""
    pages = Pages(written)
    return {
        page: {str(values[0]) for _, values in pages.listed(page) if values and len(str(values)) < PAGE}
        for page in range(pages.count)
    }


def _rescued(
    run: Run, written: bytes, good: Mapping[str, str], pages: Mapping[int, set[str]], number: int
) -> str:
    data, hit = _damaged(run, written, number)
    path = run.folder / f"damaged-{number}" / "diary.db"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    try:
        done = rescue(path, NOON)
    except StoreError as error:
        return f"{number}: {error.reason}"
    found = _content(done.path)
    done.path.unlink()
    whole = {key for page, keys in pages.items() if page not in hit for key in keys if key in good}
    invented = [key for key, text in found.items() if good.get(key) != text]
    if invented:
        return f"{number}: {len(invented)} never written"
    return f"{number}: {len(whole - set(found))} rows of whole pages gone" if not whole <= set(found) else ""


def _damaged(run: Run, written: bytes, number: int) -> tuple[bytes, set[int]]:
    """Return a damaged file and the pages that were hit."""
    chance = random.Random(run.seed * 10_000 + number)
    data = bytearray(written)
    count = len(written) // PAGE
    if number % 3 == 0:
        bits = [chance.randrange(len(written) * 8) for _ in range(chance.randint(1, 40))]
        for bit in bits:
            data[bit // 8] ^= 1 << bit % 8
        return bytes(data), {bit // 8 // PAGE for bit in bits}
    if number % 3 == 1:
        hit = {0, *chance.sample(range(count), chance.randint(1, 6))}
        for page in hit:
            data[page * PAGE : (page + 1) * PAGE] = chance.choice((bytes(PAGE), chance.randbytes(PAGE)))
        return bytes(data), hit
    left = chance.randrange(count // 2, count)
    return bytes(data[: left * PAGE + chance.randrange(PAGE)]), set(range(left, count))
