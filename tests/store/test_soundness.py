"""No damage is silent: a changed value is found, and so is a broken page."""

import random
import re
from pathlib import Path

import pytest

from tests.helpers import an_episode, an_id
from tests.store.made import one_of_each
from twitchlog.store.errors import StoreError
from twitchlog.store.pages import PAGE
from twitchlog.store.rows import digest
from twitchlog.store.store import Store

FLIPS = 120


def test_a_sound_diary_has_nothing_to_say(store: Store) -> None:
    store.put(one_of_each())
    store.remove(one_of_each()[:1])
    assert store.problems() == []


def test_a_changed_value_is_found_and_named(store: Store) -> None:
    store.put([an_episode(id=an_id(1), intensity=2), an_episode(id=an_id(2), intensity=2)])
    store._connected().execute("UPDATE episodes SET intensity = 3 WHERE id = ?", (an_id(1),))
    assert store.problems() == [f"In episodes, 1 row is not as written down: {an_id(1)}"]


def test_a_changed_deleted_record_is_found(store: Store) -> None:
    store.put([an_episode(intensity=2)])
    store.remove([an_episode(intensity=2)])
    store._connected().execute("UPDATE trash SET row = replace(row, '\"intensity\":2', '\"intensity\":3')")
    assert store.problems() == ["Among what was deleted, 1 row is not as written down."]


def test_the_digest_is_for_ever() -> None:
    assert digest("episodes", '{"id":"x"}') == "913cfcad9061ceca"


@pytest.fixture
def written(path: Path) -> bytes:
    """The bytes of a diary with some entries."""
    store = Store.open(path)
    store.put([an_episode(id=an_id(n), note=f"entry number {n}", intensity=1 + n % 5) for n in range(40)])
    store.close()
    return path.read_bytes()


def test_a_tree_that_leads_in_circles_is_said_and_does_not_keep_it_busy(path: Path, written: bytes) -> None:
    leaves = [
        page
        for page in range(len(written) // PAGE)
        if written[page * PAGE] == 0x0D and b"entry number" in written[page * PAGE : (page + 1) * PAGE]
    ]
    first, last = leaves[0], leaves[-1]
    assert first != last
    circle = bytearray(written)
    circle[last * PAGE : (last + 1) * PAGE] = written[first * PAGE : (first + 1) * PAGE]
    assert said_of(path, bytes(circle))


@pytest.mark.parametrize("root", [b"\x0d", b"\x0a", b"\x00"])
def test_damage_right_at_the_start_is_said(path: Path, written: bytes, root: bytes) -> None:
    """What is read first of all is on the second page."""
    broken = bytearray(written)
    broken[PAGE : 2 * PAGE] = root + b"\xff" * (PAGE - 1)
    assert said_of(path, bytes(broken))


def test_a_broken_letter_in_the_schema_is_damage(path: Path, written: bytes) -> None:
    broken = written.replace(b"CREATE TABLE labs (", b"CREATE TABLE labs \xa0", 1)
    assert broken != written
    assert any("damaged" in line for line in said_of(path, broken))


def said_of(path: Path, flipped: bytes) -> list[str]:
    path.write_bytes(flipped)
    try:
        store = Store.open(path)
    except StoreError as error:
        return [str(error)]
    try:
        return store.problems()
    finally:
        store.close()


def values_in(path: Path) -> list[object]:
    store = Store.open(path)
    try:
        conn = store._connected()
        return [
            conn.execute("SELECT * FROM episodes ORDER BY id").fetchall(),
            store.settings(),
            store.read_only,
        ]
    finally:
        store.close()


def test_no_flipped_bit_that_changes_an_entry_stays_unseen(path: Path, written: bytes) -> None:
    chance = random.Random(20261122)
    good = values_in(path)
    pages = sorted({match.start() // 4096 for match in re.finditer(b"entry number", written)})
    found = 0
    for _ in range(FLIPS):
        bit = chance.choice(pages) * 4096 * 8 + chance.randrange(4096 * 8)
        flipped = bytearray(written)
        flipped[bit // 8] ^= 1 << bit % 8
        if said_of(path, bytes(flipped)):
            found += 1
        else:
            assert values_in(path) == good, f"bit {bit} changed something in silence"
    assert found > FLIPS // 10
