"""What the person did or took, logged for itself with its own time: exercise, caffeine, stress, sitting."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from twitchlog.domain.checks import check_id, check_range, check_text
from twitchlog.domain.moments import check_moment
from twitchlog.domain.sites import Region, regions_named

LONGEST_MIN = 24 * 60
MOST_MG = 1_000


class Effort(StrEnum):
    """How hard the person found the exercise."""

    LIGHT = "light"
    MODERATE = "moderate"
    HARD = "hard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One bout of exercise; ``duration_min`` in minutes, ``muscles`` regions or sites separated by commas.

    Without a length only one time is known, and it counts as the end.
    """

    id: str
    start: datetime
    activity: str
    recorded_at: datetime
    zone: str = ""
    duration_min: int | None = None
    effort: Effort | None = None
    muscles: str = ""
    note: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        check_id(self.id)
        check_moment("start", self.start)
        check_moment("recorded_at", self.recorded_at)
        check_range("duration_min", self.duration_min, 1, LONGEST_MIN)
        for field in ("activity", "muscles", "source"):
            check_text(field, getattr(self, field), 200)
        check_text("note", self.note, 10_000)

    @property
    def when(self) -> datetime:
        """The start: what the diary sorts by."""
        return self.start

    @property
    def end(self) -> datetime:
        """The end, as far as it is known."""
        return self.start + timedelta(minutes=self.duration_min or 0)

    @property
    def regions(self) -> frozenset[Region]:
        """The regions that worked; empty when not given."""
        return regions_named(self.muscles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Caffeine:
    """One drink or several at once; ``mg`` is the whole amount, ``None`` when the person does not know."""

    id: str
    at: datetime
    recorded_at: datetime
    zone: str = ""
    mg: float | None = None
    drink: str = ""
    servings: float | None = None
    source: str = ""

    def __post_init__(self) -> None:
        check_id(self.id)
        check_moment("at", self.at)
        check_moment("recorded_at", self.recorded_at)
        check_range("mg", self.mg, 0, MOST_MG)
        check_range("servings", self.servings, 0.1, 50)
        check_text("drink", self.drink, 200)
        check_text("source", self.source, 200)

    @property
    def when(self) -> datetime:
        """The time it was drunk."""
        return self.at


@dataclass(frozen=True, slots=True, kw_only=True)
class Stress:
    """A rating of stress, 1 calm to 5 very high; 4 and 5 are high."""

    id: str
    at: datetime
    level: int
    recorded_at: datetime
    zone: str = ""
    note: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        check_id(self.id)
        check_moment("at", self.at)
        check_moment("recorded_at", self.recorded_at)
        check_range("level", self.level, 1, 5)
        check_text("note", self.note, 10_000)
        check_text("source", self.source, 200)

    @property
    def when(self) -> datetime:
        """The time it was rated."""
        return self.at


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One spell of sitting; ``duration_min`` in minutes, ``None`` when not given."""

    id: str
    start: datetime
    recorded_at: datetime
    zone: str = ""
    duration_min: int | None = None
    source: str = ""

    def __post_init__(self) -> None:
        check_id(self.id)
        check_moment("start", self.start)
        check_moment("recorded_at", self.recorded_at)
        check_range("duration_min", self.duration_min, 1, LONGEST_MIN)
        check_text("source", self.source, 200)

    @property
    def when(self) -> datetime:
        """The start: what the diary sorts by."""
        return self.start

    @property
    def end(self) -> datetime:
        """The end, as far as it is known."""
        return self.start + timedelta(minutes=self.duration_min or 0)
