"""What the tests of the command line share: what a command said, and a look at what it left behind."""

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from twitchlog.domain.diary import Diary
from twitchlog.domain.record import Record
from twitchlog.store.store import Store

AT = ("--at", "2026-11-22T14:32:00+01:00")


@dataclass(frozen=True)
class Said:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on standard output."""
        return json.loads(self.out)


Command = Callable[..., Said]


def diary_at(path: Path) -> Diary:
    with closing(Store.open(path, create=False, reading=True)) as store:
        return store.diary()


def keep(path: Path, *records: Record) -> None:
    with closing(Store.open(path)) as store:
        store.put(records)


def refused(said: Said, *words: str, code: int = 1) -> None:
    """It ended badly, with one sentence on standard error and nothing on standard output."""
    assert (said.code, said.out) == (code, "")
    assert said.err.count("\n") == 1
    assert all(word in said.err for word in words), said.err
    assert "Traceback" not in said.err
