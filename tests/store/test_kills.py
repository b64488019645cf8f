"""A kill at any moment loses nothing that was called saved, and leaves nothing by halves."""

import random
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from tests.store.children import child
from tests.store.jobs import making, pair, saving, saving_too_quick_to_say_so
from twitchlog.domain.episode import Episode
from twitchlog.store.store import Store

KILLS = 30


def last_said(
    job: Callable[[Connection, Path, int], None], path: Path, round_: int, patience: int, then_s: float = 0
) -> int:
    """Kill a process a moment after it said "saved" a few times, and return the last number it said."""
    with child(job, path, round_) as answers:
        said = -1
        while said < patience:
            said = answers.recv()
        end = time.monotonic() + then_s
        while (left := end - time.monotonic()) > 0 and answers.poll(left):
            said = answers.recv()
    return said


@pytest.mark.skipif(sys.platform == "win32", reason="not run: the harness forks")
def test_nothing_that_was_called_saved_is_lost_by_a_kill(path: Path) -> None:
    chance = random.Random(20261122)
    journals = 0
    expected: set[str] = set()
    for round_ in range(KILLS):
        said = last_said(saving, path, round_, chance.randrange(6), chance.uniform(0, 0.004))
        expected |= {row.id for number in range(said + 1) for row in pair(round_, number)}
        journals += path.with_name("diary.db-journal").exists()
        store = Store.open(path)
        found = {row.id for row in store.diary().every(Episode)}
        # Some may be done and not heard of: this process is slow to kill on a busy computer.
        begun = {row.id for number in range(said + 1, said + 100) for row in pair(round_, number)}
        assert expected <= found
        assert len(found) % 2 == 0, "a step is there whole or not at all"
        assert found - expected <= begun
        assert store.problems() == []
        expected = found
        store.close()
    assert journals > 0, "some kills must fall into a save"


@pytest.mark.skipif(sys.platform == "win32", reason="not run: the harness forks")
def test_the_harness_notices_a_save_that_was_called_saved_too_early(path: Path) -> None:
    lost = 0
    Store.open(path).close()
    for round_ in range(10):
        said = last_said(saving_too_quick_to_say_so, path, round_, 2)
        store = Store.open(path)
        lost += store.draft() != f"{round_}:{said}" and store.draft() != f"{round_}:{said + 1}"
        store.close()
    assert lost > 0


@pytest.mark.skipif(sys.platform == "win32", reason="not run: the harness forks")
def test_a_kill_while_a_diary_is_made_leaves_none_or_a_good_one(tmp_path: Path) -> None:
    for number in range(6):
        path = tmp_path / f"{number}.db"
        with child(making, path) as answers:
            answers.recv()
            answers.poll(number * 0.003)
        store = Store.open(path)
        assert store.problems() == []
        store.close()
