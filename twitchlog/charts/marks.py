"""What lies where in a drawn chart, so that a pointer or a key can ask for it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that can be pointed at.

    ``left``, ``top``, ``right`` and ``bottom`` are shares of the figure, 0 to 1, from its upper left corner: they
    hold at any size and on any screen. ``day`` and ``key`` (a record's id) say what to open, ``None`` if nothing.
    """

    left: float
    top: float
    right: float
    bottom: float
    words: str
    day: date | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """All marks of a chart, in the order in which a key steps through them."""

    marks: tuple[Mark, ...] = ()

    def at(self, x: float, y: float) -> Mark | None:
        """Return the smallest mark that holds a point, given as shares of the figure from its upper left corner."""
        found = [mark for mark in self.marks if mark.left <= x <= mark.right and mark.top <= y <= mark.bottom]
        return min(found, key=lambda mark: (mark.right - mark.left) * (mark.bottom - mark.top), default=None)

    def __len__(self) -> int:
        return len(self.marks)
