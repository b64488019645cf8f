"""Where the made-up twitches are: a few places that come and go over the year, and now and then anywhere."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from random import Random
from typing import TypeAlias

from twitchlog.domain.sites import Side, Site

Spot: TypeAlias = tuple[Site, Side]


@dataclass(frozen=True, slots=True)
class Hotspot:
    """A place that is lively between two days of the year, counted back from the last day."""

    spot: Spot
    weight: float
    until_ago: int = 0
    from_ago: int = 364


HOTSPOTS = (
    Hotspot((Site.CALF, Side.LEFT), 9, until_ago=0, from_ago=190),
    Hotspot((Site.CALF, Side.LEFT), 6, until_ago=235, from_ago=364),
    Hotspot((Site.CALF, Side.RIGHT), 4, until_ago=18, from_ago=320),
    Hotspot((Site.EYELID, Side.LEFT), 7, until_ago=34, from_ago=62),
    Hotspot((Site.EYELID, Side.LEFT), 6, until_ago=262, from_ago=300),
    Hotspot((Site.THIGH_FRONT, Side.RIGHT), 5, until_ago=88, from_ago=150),
    Hotspot((Site.GLUTE, Side.RIGHT), 3, until_ago=40, from_ago=100),
    Hotspot((Site.GLUTE_MAX, Side.LEFT), 2, until_ago=150, from_ago=210),
    Hotspot((Site.ARCH, Side.LEFT), 3, until_ago=0, from_ago=48),
    Hotspot((Site.THUMB, Side.RIGHT), 4, until_ago=20, from_ago=38),
    Hotspot((Site.THUMB, Side.RIGHT), 3, until_ago=180, from_ago=200),
    Hotspot((Site.TONGUE, Side.MIDDLE), 1, until_ago=120, from_ago=130),
)
ANYWHERE: tuple[Spot, ...] = (
    (Site.SHOULDER, Side.LEFT),
    (Site.UPPER_ARM, Side.RIGHT),
    (Site.FOREARM, Side.LEFT),
    (Site.HAND, Side.RIGHT),
    (Site.FINGERS, Side.LEFT),
    (Site.ABDOMEN, Side.MIDDLE),
    (Site.BACK_LOWER, Side.RIGHT),
    (Site.CHEEK, Side.LEFT),
    (Site.LIPS, Side.MIDDLE),
    (Site.CALF, Side.BOTH),
    (Site.THIGH_BACK, Side.LEFT),
    (Site.KNEE, Side.RIGHT),
    (Site.SHIN, Side.LEFT),
    (Site.TOES, Side.RIGHT),
    (Site.MANY, Side.MIDDLE),
    (Site.NECK, Side.LEFT),
)
ANYWHERE_WEIGHT = 0.12
ONE_LEG_DAYS = 15
"""In the last days it stays in one leg, as it does for many; the rest of these days is told in moments.py."""
YEAR = 365


def spot_on(chance: Random, ago: int) -> Spot:
    """Return a place for a twitch so many days before the last."""
    spots, sums = _lively(ago if ago < ONE_LEG_DAYS else max(ago % YEAR, ONE_LEG_DAYS))
    return chance.choices(spots, cum_weights=sums)[0]


@lru_cache(YEAR)
def _lively(ago: int) -> tuple[list[Spot], list[float]]:
    weights = [(hot.spot, hot.weight) for hot in HOTSPOTS if hot.until_ago <= ago <= hot.from_ago]
    if ago >= ONE_LEG_DAYS:
        weights += [(spot, ANYWHERE_WEIGHT) for spot in ANYWHERE]
    return [spot for spot, _ in weights], list(accumulate(weight for _, weight in weights))
