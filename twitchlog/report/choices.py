"""What the person chose for the page: whose it is, what to ask, and what stands on it."""

from dataclasses import dataclass
from enum import Enum

MOST_QUESTIONS = 3


class Paper(Enum):
    """The two sheets doctors' printers hold, by width and height in points of 1/72 inch."""

    A4 = (595.276, 841.89)
    LETTER = (612.0, 792.0)

    @property
    def width(self) -> float:
        """The short side."""
        return self.value[0]

    @property
    def height(self) -> float:
        """The long side."""
        return self.value[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Everything about the page that is not in the diary; nothing of it is stored.

    ``rules`` are the codes of the points that stand on the page, ``None`` for those from level 1 on. ``notes`` are
    the ids of the entries whose note stands on page 2.
    """

    name: str = ""
    born: str = ""
    questions: tuple[str, ...] = ()
    include_medicines: bool = True
    include_labs: bool = True
    include_exams: bool = True
    include_triggers: bool = True
    include_notes: bool = False
    include_raster: bool = False
    rules: frozenset[str] | None = None
    notes: frozenset[str] = frozenset()
