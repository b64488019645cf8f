"""From a damaged file every row on whole pages comes back, and nothing that was never written."""

import os
import random
import sqlite3
import stat
import struct
import time
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.helpers import NOON, an_episode, an_id
from tests.store.made import as_texts, everything, one_of_each
from twitchlog.domain.episode import Episode
from twitchlog.domain.settings import DiarySettings
from twitchlog.store.backups import backup
from twitchlog.store.errors import StoreError
from twitchlog.store.found_rows import Layout
from twitchlog.store.pages import PAGE, Pages, varint
from twitchlog.store.rescue import Rescued, rescue
from twitchlog.store.restoring import restore
from twitchlog.store.store import Store

COUNT = 400
GIVEN = DiarySettings(day_start=6, hidden={"gaps": date(2026, 11, 20)})


def entries() -> list[Episode]:
    """Entries of every length, some longer than a page."""
    return [
        an_episode(
            id=an_id("rescue", n),
            onset=NOON - timedelta(hours=n),
            note=f"entry number {n} " + ("ä" * (9_000 if n % 97 == 5 else 70 * (n % 3))),
        )
        for n in range(COUNT)
    ]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A diary with many entries, some of them changed, some deleted."""
    path = tmp_path_factory.mktemp("rescue") / "diary.db"
    with closing(Store.open(path)) as store:
        store.put(one_of_each())
        store.put(entries())
        store.put([replace(row, intensity=4) for row in entries()[:30]])
        store.remove(entries()[30:40])
        store.put_settings(GIVEN)
        store.put_draft("left ey")
    return path


@pytest.fixture
def damaged(written: Path, tmp_path: Path) -> Path:
    """A copy of it, to be damaged."""
    path = tmp_path / "diary.db"
    path.write_bytes(written.read_bytes())
    return path


def content(path: Path) -> dict[str, str]:
    """What a sound diary holds, by id."""
    with closing(Store.open(path)) as store:
        assert store.problems() == []
        return {row.id: str(as_texts([row])) for row in everything(store.diary())}


def deleted(path: Path) -> list[str]:
    with closing(Store.open(path)) as store:
        return sorted(row.id for _, row in store.deleted())


def rescued(path: Path) -> tuple[Rescued, dict[str, str]]:
    before = path.read_bytes()
    done = rescue(path, NOON)
    assert path.read_bytes() == before, "the damaged file is kept as it is"
    return done, content(done.path)


def table_pages(data: bytes) -> dict[int, set[str]]:
    """The pages of tables with entries, and the ids on each."""
    pages = Pages(data)
    found = {
        page: {
            str(values[0])
            for _, values in pages.listed(page)
            if values is not None and len(values) > 20 and len(str(values[0])) == 36
        }
        for page in range(pages.count)
    }
    return {page: ids for page, ids in found.items() if ids}


def test_of_a_sound_file_all_comes_back(damaged: Path) -> None:
    done, found = rescued(damaged)
    assert found == content(damaged)
    assert deleted(done.path) == deleted(damaged) == sorted(row.id for row in entries()[30:40])
    assert (done.missing, done.refused, done.unreadable, done.backup) == ((), 0, 0, None)
    assert done.counts["episodes"] == COUNT - 10 + 2
    assert done.counts["trash"] == 10
    with closing(Store.open(done.path)) as store:
        assert store.settings() == GIVEN
        assert store.draft() == "left ey"
        store.put([an_episode(id=an_id("goes on"))])
        assert store.problems() == []


def test_the_new_diary_is_for_its_owner_only_and_nothing_else_is_left(damaged: Path) -> None:
    done = rescue(damaged, NOON)
    assert stat.S_IMODE(done.path.stat().st_mode) == 0o600
    assert sorted(damaged.parent.iterdir()) == sorted([damaged, done.path])


@pytest.mark.parametrize("gone", [100, PAGE])
def test_without_header_or_first_page_all_comes_back(damaged: Path, gone: int) -> None:
    expected = content(damaged)
    data = damaged.read_bytes()
    damaged.write_bytes(os.urandom(gone) + data[gone:])
    done, found = rescued(damaged)
    assert found == expected
    assert done.missing == ()


def test_garbage_pages_cost_only_what_was_on_them_and_that_is_told(damaged: Path) -> None:
    expected = content(damaged)
    data = bytearray(damaged.read_bytes())
    pages = table_pages(bytes(data))
    chance = random.Random(7)
    hit = chance.sample(sorted(pages), 3)
    for page in hit:
        data[page * PAGE : (page + 1) * PAGE] = chance.randbytes(PAGE)
    damaged.write_bytes(data)
    done, found = rescued(damaged)
    lost = set().union(*(pages[page] for page in hit))
    assert set(expected) - set(found) == lost
    assert all(expected[key] == text for key, text in found.items())
    onsets = {row.id: f"{row.onset:%Y-%m-%dT%H:%M:%SZ}" for row in entries()}
    assert set(done.missing) == {onsets[key] for key in lost}


def flipped(data: bytes, chance: random.Random, flips: int) -> bytes:
    changed = bytearray(data)
    for _ in range(flips):
        bit = chance.randrange(len(changed) * 8)
        changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def test_flipped_bits_cost_a_row_each_at_most_and_invent_none(damaged: Path) -> None:
    expected = content(damaged)
    chance = random.Random(20261122)
    damaged.write_bytes(flipped(damaged.read_bytes(), chance, 100))
    _, found = rescued(damaged)
    assert all(expected[key] == text for key, text in found.items())
    assert len(found) >= len(expected) - 100


def test_the_harness_notices_rows_that_were_never_written(
    damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: without digests changed rows would come back as if they were true."""
    expected = content(damaged)
    damaged.write_bytes(flipped(damaged.read_bytes(), random.Random(20261122), 300))
    monkeypatch.setattr(Layout, "fits", lambda self, values: isinstance(values[self.seal], str))
    monkeypatch.setattr("twitchlog.store.rescue.problems", lambda conn: [])
    done = rescue(damaged, NOON)
    with closing(sqlite3.connect(done.path)) as conn:
        notes = dict(conn.execute("SELECT id, note FROM episodes").fetchall())
    wrong = [key for key, note in notes.items() if key not in expected or f"'{note}'" not in expected[key]]
    assert wrong


def test_a_page_that_no_longer_looks_like_one_of_a_table_gives_its_rows(damaged: Path) -> None:
    expected = content(damaged)
    data = bytearray(damaged.read_bytes())
    for page in table_pages(bytes(data)):
        data[page * PAGE] ^= 0x08  # now the page of a tree's inside
    damaged.write_bytes(data)
    assert rescued(damaged)[1] == expected


def test_a_file_that_was_cut_off_gives_what_is_left(damaged: Path) -> None:
    data = damaged.read_bytes()
    pages = table_pages(data)
    half = len(data) // 2 // PAGE
    damaged.write_bytes(data[: half * PAGE + 1000])
    _, found = rescued(damaged)
    whole = {key for page, ids in pages.items() if page < half for key in ids}
    long = {row.id for row in entries() if len(row.note) > 4000}
    assert whole - long <= set(found)


def test_what_was_deleted_and_forgotten_does_not_come_back(damaged: Path) -> None:
    with closing(Store.open(damaged)) as store:
        store.put([replace(row, recorded_at=NOON + timedelta(days=3650)) for row in entries()[100:101]])
        assert store.purge(NOON + timedelta(days=3650)) == 10
    _, found = rescued(damaged)
    assert found == content(damaged)


def test_an_unfinished_save_is_no_loss(damaged: Path) -> None:
    """The journal of a save that was cut short holds the pages as they were before."""
    with closing(sqlite3.connect(damaged, isolation_level=None)) as conn:
        conn.execute("PRAGMA cache_size = 1")
        conn.execute("BEGIN IMMEDIATE")
        conn.execute("UPDATE episodes SET note = 'x'")
        journal = damaged.with_name("diary.db-journal").read_bytes()
        half = damaged.read_bytes()
    original = content(damaged)
    damaged.write_bytes(half)
    damaged.with_name("diary.db-journal").write_bytes(journal)
    done = rescue(damaged, NOON)
    short = {row.id for row in entries() if len(row.note) < 1000}
    found = content(done.path)
    assert short & set(original) <= set(found)
    assert all(original[key] == text for key, text in found.items())


@pytest.fixture
def with_backup(damaged: Path) -> Path:
    """A diary with a backup; two entries were added since."""
    with closing(Store.open(damaged)) as store:
        backup(store, "daily", NOON)
        store.put([an_episode(id=an_id("since", n)) for n in range(2)])
    return damaged


def test_what_only_the_newest_backup_has_comes_from_there(with_backup: Path) -> None:
    expected = content(with_backup)
    data = bytearray(with_backup.read_bytes())
    page, ids = next((page, ids) for page, ids in table_pages(bytes(data)).items() if len(ids) > 3)
    data[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    with_backup.write_bytes(data)
    done, found = rescued(with_backup)
    assert found == expected
    assert done.from_backup == {"episodes": len(ids)}
    assert done.backup is not None
    assert done.missing == ()


def test_a_restore_is_not_undone_by_a_rescue(with_backup: Path) -> None:
    (named,) = (with_backup.parent / "diary.db.backups").iterdir()
    restore(with_backup, named, NOON)
    expected = content(with_backup)
    _, found = rescued(with_backup)
    assert found == expected
    assert an_id("since", 1) not in found


def test_what_is_no_diary_is_left_alone(tmp_path: Path) -> None:
    for name, data in (("empty", b""), ("noise", os.urandom(50_000)), ("text", b"twitch " * 3000)):
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(StoreError, match="no entry in it is whole"):
            rescue(path, NOON)
        assert path.read_bytes() == data
    with pytest.raises(StoreError, match="There is no file"):
        rescue(tmp_path / "none", NOON)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(StoreError, match="is not a diary"):
        rescue(tmp_path / "pipe", NOON)
    assert len([*tmp_path.iterdir()]) == 4


def test_a_prepared_file_cannot_keep_it_busy(tmp_path: Path) -> None:
    """Every page lists 256 rows of almost a megabyte, each of them a ring of one page."""
    page = bytearray(struct.pack(">I", 3) * (PAGE // 4))
    page[0] = 0x0D
    struct.pack_into(">H", page, 3, 256)
    for number in range(256):
        struct.pack_into(">H", page, 8 + 2 * number, 1000 + number * 4)
        page[1000 + number * 4 : 1004 + number * 4] = bytes([0xBD, 0x84, 0x01, 0x01])
    path = tmp_path / "ring.db"
    path.write_bytes(bytes(page) * 500)
    started = time.monotonic()
    with pytest.raises(StoreError, match="no entry in it is whole"):
        rescue(path, NOON)
    assert time.monotonic() - started < 10


def test_numbers_of_varying_length_are_read_as_sqlite_writes_them() -> None:
    assert varint(b"\x00", 0) == (0, 1)
    assert varint(b"\x81\x00", 0) == (128, 2)
    assert varint(b"\xff" * 9, 0) == (2**64 - 1, 9)
