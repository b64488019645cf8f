"""Settings that change what the diary means; they live in the diary file and so in its backups."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from twitchlog.domain.moments import DAY_START_HOUR

NOTHING: Mapping[str, float] = MappingProxyType({})
NEVER: Mapping[str, date] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class DiarySettings:
    """How this diary is read.

    ``day_start`` is the hour a day begins. ``thresholds`` holds only the flag thresholds the person changed, by
    name. ``hidden`` holds the rules put away, each with the local day this was done. ``drinks`` holds the milligrams
    of caffeine in one serving of the drinks the person added or changed, by name; ``activities`` the exercise they added.
    ``made_up`` marks a diary to look around in, which no person wrote.
    """

    day_start: int = DAY_START_HOUR
    thresholds: Mapping[str, float] = field(default_factory=lambda: NOTHING)
    hidden: Mapping[str, date] = field(default_factory=lambda: NEVER)
    drinks: Mapping[str, float] = field(default_factory=lambda: NOTHING)
    activities: tuple[str, ...] = ()
    made_up: bool = False
