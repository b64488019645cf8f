"""One bout of twitching, and the codes that describe it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from twitchlog.domain.checks import check_id, check_range, check_text
from twitchlog.domain.errors import RecordError
from twitchlog.domain.moments import check_moment
from twitchlog.domain.sites import Region, Side, Site, regions_of, sides_of

LONGEST_S = 7 * 24 * 3600
LONGEST_KNOWN = timedelta(hours=24)


class Pattern(StrEnum):
    """How the twitching went."""

    SINGLE = "single"
    ON_AND_OFF = "on_and_off"
    CONTINUOUS = "continuous"


class Symptom(StrEnum):
    """What came with it."""

    PAIN = "pain"
    NUMBNESS = "numbness"
    TINGLING = "tingling"
    WEAKNESS = "weakness"
    CRAMP = "cramp"
    STIFFNESS = "stiffness"
    THINNING = "thinning"


class WeaknessKind(StrEnum):
    """Which weakness: tired as after effort, something could not be done, or not sure."""

    HEAVY = "heavy"
    COULD_NOT = "could_not"
    UNSURE = "unsure"


class Posture(StrEnum):
    """What the body was doing."""

    LYING = "lying"
    SITTING = "sitting"
    STANDING = "standing"
    WALKING = "walking"
    OTHER = "other"


class Vibration(StrEnum):
    """What shook the muscle from outside."""

    VEHICLE = "vehicle"
    MUSIC = "music"
    MACHINE = "machine"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One bout of twitching.

    ``None``, an empty text and an empty set mean "not given", which is never zero or "no". ``duration_s`` is in
    seconds, ``intensity`` 1 (barely) to 5 (very strong). ``id`` is born with the episode, not given by the
    database: undoing a delete or importing twice cannot make a second one.

    Raises:
        RecordError: a value is impossible; it names the field.
    """

    id: str
    onset: datetime
    site: Site
    side: Side
    recorded_at: datetime
    zone: str = ""
    onset_about: bool = False
    duration_s: int | None = None
    ongoing: bool = False
    pattern: Pattern | None = None
    intensity: int | None = None
    symptoms: frozenset[Symptom] = frozenset()
    weakness_kind: WeaknessKind | None = None
    visible: bool | None = None
    posture: Posture | None = None
    pulse: bool | None = None
    vibration: Vibration | None = None
    note: str = ""

    def __post_init__(self) -> None:
        check_id(self.id)
        check_moment("onset", self.onset)
        check_moment("recorded_at", self.recorded_at)
        if self.side not in sides_of(self.site):
            raise RecordError("side", f"{self.site} has no {self.side}")
        check_range("duration_s", self.duration_s, 1, LONGEST_S)
        check_range("intensity", self.intensity, 1, 5)
        if self.weakness_kind is not None and Symptom.WEAKNESS not in self.symptoms:
            raise RecordError("weakness_kind", "is given without weakness among the symptoms")
        check_text("note", self.note, 10_000)
        check_text("zone", self.zone, 64)

    @property
    def when(self) -> datetime:
        """The onset: what the diary sorts by."""
        return self.onset

    @property
    def counted(self) -> bool:
        """Whether it counts as a twitch: nothing shook it from outside, and it was not the pulse."""
        return self.vibration is None and self.pulse is not True

    @property
    def regions(self) -> frozenset[Region]:
        """The regions it counts for."""
        return regions_of(self.site, self.side)

    @property
    def known_length(self) -> timedelta:
        """The length given, or until it was written down if it still went on; else 0; at most 24 h."""
        if self.duration_s is not None:
            length = timedelta(seconds=self.duration_s)
        elif self.ongoing:
            length = max(self.recorded_at - self.onset, timedelta(0))
        else:
            length = timedelta(0)
        return min(length, LONGEST_KNOWN)
