"""The made-up diaries that everything is measured on, made once for a run."""

import gc
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from shutil import copy

from twitchlog.domain.diary import Diary
from twitchlog.domain.record import Record
from twitchlog.files import package
from twitchlog.files.made_up.year import made_up
from twitchlog.store.store import Store

SEED = 1
LAST_DAY = date(2026, 11, 22)
DAYS = {0: 0, 1_500: 365, 9_000: 912, 18_000: 1_825, 50_000: 1_825, 100_000: 3_650}
"""How many days each number of episodes is spread over."""


@dataclass(frozen=True)
class Diaries:
    """Diaries by their number of episodes, as files in ``folder`` and as values in memory."""

    folder: Path
    quick: bool
    _values: dict[int, Diary] = field(default_factory=dict)

    @property
    def year(self) -> int:
        """The episodes of a usual year."""
        return 1_500

    @property
    def large(self) -> int:
        """The episodes of the largest diary of this run."""
        return 18_000 if self.quick else 100_000

    def rounds(self, usual: int = 7) -> int:
        """Return how often something is measured, besides warming up."""
        return 3 if self.quick else usual

    def value(self, episodes: int) -> Diary:
        """Return a diary in memory, the same one each time."""
        if episodes not in self._values:
            self._values[episodes] = Diary.of(records(episodes))
            # As the window does; looking through it for rubbish would count for whatever is measured beside it.
            gc.freeze()
        return self._values[episodes]

    def file(self, episodes: int) -> Path:
        """Return a diary's file, which nothing changes."""
        path = self.folder / f"{episodes}" / "diary.db"
        if not path.exists():
            path.parent.mkdir()
            _write(path, records(episodes))
        return path

    def copy(self, episodes: int, name: str) -> Path:
        """Return a diary's file of its own, to write into."""
        path = self.folder / name / "diary.db"
        path.parent.mkdir(exist_ok=True)
        copy(self.file(episodes), path)
        return path

    def imported(self, zipped: Path) -> None:
        """Import a package into a new file."""
        path = self.folder / "imported.db"
        path.unlink(missing_ok=True)
        _write(path, package.read(zipped).records)


def records(episodes: int) -> list[Record]:
    """Return the records of a made-up diary."""
    return made_up(SEED, DAYS[episodes], episodes, LAST_DAY) if episodes else []


def read_diary(path: Path) -> Diary:
    """Return the diary of a file."""
    store = Store.open(path, reading=True)
    diary = store.diary()
    store.close()
    return diary


def _write(path: Path, some: Iterable[Record]) -> None:
    store = Store.open(path)
    store.add_new(some)
    store.close()
