"""What a harness says: how often it tried, what was lost, and whether its control was noticed."""

import random
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    """A run: where its files may lie, whether it is the long one, and its chance."""

    folder: Path
    long: bool
    seed: int

    def times(self, short: int, long: int) -> int:
        """Return how often to try."""
        return long if self.long else short

    @property
    def chance(self) -> random.Random:
        """The same chance each time it is asked for."""
        return random.Random(self.seed)

    def place(self, name: object) -> Path:
        """Return a new folder for a trial."""
        folder = self.folder / str(name)
        folder.mkdir(parents=True)
        return folder


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table; ``losses`` names each, ``noticed`` of ``controls`` deliberate faults were found.

    ``not_run`` says why nothing was tried.
    """

    trials: int = 0
    losses: tuple[str, ...] = ()
    noticed: int = 0
    controls: int = 0
    note: str = ""
    not_run: str = ""

    @property
    def holds(self) -> bool:
        """Whether nothing was lost and the harness can see a loss; what was not run says nothing."""
        return bool(self.not_run) or (self.trials > 0 and not self.losses and self.noticed > 0)
