"""The diary against a plain dictionary, over thousands of random steps."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import TypeAlias
from unittest import mock

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.faults.row import Row, Run
from tests.store.test_machine import DiaryMachine
from twitchlog.domain.record import Edit
from twitchlog.store import writing

Making: TypeAlias = Callable[[sqlite3.Connection, Sequence[Edit], int], None]
QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def model(run: Run) -> Row:
    """Adding, changing, deleting, undoing, importing, purging, restoring, reopening: as the dictionary says."""
    examples, steps = run.times(12, 200), run.times(25, 50)
    lost = _differs(examples, steps)
    with mock.patch.object(writing, "make_edits", _forgetful(writing.make_edits)):
        noticed = bool(_differs(20, 25))
    return Row(
        examples * steps, (lost,) if lost else (), noticed, 1, "control: a store that drops each 50th edit"
    )


def _forgetful(make: Making) -> Making:
    """The control: each 50th edit is not made."""

    def make_most(conn: sqlite3.Connection, edits: Sequence[Edit], first: int) -> None:
        make(conn, [edit for number, edit in enumerate(edits, first) if number % 50 != 20], first)

    return make_most


def _differs(examples: int, steps: int) -> str:
    try:
        run_state_machine_as_test(  # type: ignore[no-untyped-call,unused-ignore]
            DiaryMachine,
            settings=settings(
                max_examples=examples,
                stateful_step_count=steps,
                deadline=None,
                suppress_health_check=QUIET,
                database=None,
                phases=[Phase.generate],  # the seed repeats it; making it small takes minutes
                derandomize=True,
            ),
        )
    except AssertionError as error:
        return f"differs: {str(error)[:200]}"
    return ""
