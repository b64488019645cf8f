"""The short form of the table of faults: each promise held, and each harness able to see it broken."""

from pathlib import Path

import pytest

from tests.faults.__main__ import SEED
from tests.faults.row import Row, Run
from tests.faults.table import HARNESSES, head, line, tried


@pytest.mark.parametrize("name", HARNESSES)
def test_the_promise_holds_and_the_harness_would_see_it_broken(name: str, tmp_path: Path) -> None:
    _, harness = HARNESSES[name]
    row = tried(harness, Run(tmp_path, long=False, seed=SEED))
    if row.not_run:
        pytest.skip(f"not run: {row.not_run}")
    assert row.losses == ()
    assert row.holds, f"the control was noticed {row.noticed} times of {row.controls}"


def test_a_line_says_what_was_tried_lost_and_noticed() -> None:
    said = line("P1", "kill", Row(1200, ("one",), 3, 4, note="control: x"), 2.4)
    assert said.split() == ["P1", "kill", "1,200", "1", "3", "of", "4", "2", "control:", "x"]
    assert line("P1", "kill", Row(not_run="no strace"), 0).split() == [
        "P1",
        "kill",
        "not",
        "run",
        "no",
        "strace",
    ]
    assert head().startswith("promise")


@pytest.mark.parametrize(
    ("row", "holds"),
    [
        (Row(10, (), 1, 1), True),
        (Row(10, ("lost",), 1, 1), False),
        (Row(10, (), 0, 1), False),
        (Row(0, (), 1, 1), False),
        (Row(not_run="no strace"), True),
    ],
)
def test_a_loss_or_a_control_unseen_is_a_failure(row: Row, holds: bool) -> None:
    assert row.holds is holds
