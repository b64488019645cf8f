"""Where: twitching in more than one place."""

from twitchlog.domain import words as say
from twitchlog.domain.episode import Episode
from twitchlog.domain.exposures import Exercise
from twitchlog.domain.sites import Region
from twitchlog.insight.flags.flag import Flag, Words, evidence_of, flag_of
from twitchlog.insight.flags.levels import NOTICED, WORTH_MENTIONING
from twitchlog.insight.flags.phrases import few, why
from twitchlog.insight.flags.recent import Recent
from twitchlog.insight.flags.spans import Spans
from twitchlog.insight.flags.thresholds import Mark

FORTNIGHT = 14
LEGS = frozenset({Region.LEFT_LEG, Region.RIGHT_LEG})


def several_places(recent: Recent) -> Flag | None:
    """Mention twitching in more than one place; both legs after exercise of a leg are one matter."""
    places = several(recent)
    if not places:
        return None
    least = int(recent.value("several_places_days"))
    names = few([say.REGIONS[place] for place in places])
    days = "a day" if least == 1 else f"{_number(least)} days"
    words = Words(
        "Twitching in more than one place",
        f"In the last 14 days there was twitching on {days} or more in each of these: {names}. Twitches that move "
        "about are common. Mention it at your next appointment.",
        why(f"Two places or more, {days} each, in 14 days.", Mark.GUIDANCE),
    )
    level = NOTICED if recent.examined else WORTH_MENTIONING
    return flag_of("several_places", level, evidence_of(recent, in_several(recent)), words)


def _number(count: int) -> str:
    return "two" if count == 2 else str(count)


def several(recent: Recent) -> list[Region]:
    """Return the regions that make more than one place, in the order of the body; empty if they do not."""
    least = recent.value("several_places_days")
    places = [place for place in Region if len(recent.region_days(place, FORTNIGHT)) >= least]
    if len(places) < recent.value("several_places"):
        return []
    return [] if set(places) == LEGS and _only_after_exercise(recent) else places


def in_several(recent: Recent) -> list[Episode]:
    """Return the counted episodes that make more than one place."""
    days = recent.days(FORTNIGHT)
    return [row for place in several(recent) for row in recent.in_region(place, days)]


def _only_after_exercise(recent: Recent) -> bool:
    after = int(recent.value("legs_after_exercise_h") * 3600)
    worked = [row for row in recent.exposures(Exercise, FORTNIGHT) if row.regions & LEGS]
    spans = Spans.of((int(row.start.timestamp()), int(row.end.timestamp()) + after) for row in worked)
    return all(row.onset in spans for leg in LEGS for row in recent.in_region(leg, recent.days(FORTNIGHT)))
