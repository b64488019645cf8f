"""How the page came about, in a few sentences: counting rules, settings changed, version."""

from collections.abc import Iterator
from importlib.metadata import version

from twitchlog.domain.moments import DAY_START_HOUR
from twitchlog.domain.settings import DiarySettings
from twitchlog.domain.words import listed
from twitchlog.insight.flags.thresholds import THRESHOLDS, value

SHOWN_CHANGES = 4
NOT_A_DIAGNOSIS = "A record kept by the person, not a diagnosis."
COUNTING = (
    "Every twitch was written down by hand when it was noticed. A checked day was closed with a check-in; a counted "
    "day is a checked day with every twitch written down, and only counted days stand in a mean. Days not recorded "
    "are never taken as days without twitching."
)
COMPARING = "Compared with the same times of day without it, on complete days (conditional Poisson regression, 95% ranges)."


def program() -> str:
    """Return name and version of the program."""
    return f"twitchlog {version('twitchlog')}"


def changed_settings(settings: DiarySettings) -> str:
    """Return the settings that differ from the usual ones, or that there are none."""
    changes = list(_changes(settings))
    if not changes:
        return "Settings as they come."
    more = len(changes) - SHOWN_CHANGES
    said = [*changes[:SHOWN_CHANGES], *([f"{more} more"] if more > 0 else [])]
    return f"Settings changed: {listed(said)}."


def _changes(settings: DiarySettings) -> Iterator[str]:
    if settings.day_start != DAY_START_HOUR:
        yield f"day begins at {settings.day_start:02d}:00 (usual {DAY_START_HOUR:02d}:00)"
    for name, threshold in THRESHOLDS.items():
        chosen = value(settings, name)
        if chosen != threshold.default:
            yield f"{name.replace('_', ' ')} {chosen:.3g} (usual {threshold.default:.3g})"
