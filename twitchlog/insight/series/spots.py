"""Places as charts count them: a twitch on both sides counts for the left and for the right."""

import numpy as np

from twitchlog.domain.sites import Side, Site
from twitchlog.domain.words import place
from twitchlog.insight.columns import Ints
from twitchlog.insight.series.onsets import Onsets

SITES, SIDES = tuple(Site), tuple(Side)
PER_SITE = 8
LEFT, RIGHT, BOTH = (SIDES.index(side) for side in (Side.LEFT, Side.RIGHT, Side.BOTH))


def spot_days(began: Onsets) -> dict[int, Ints]:
    """Return the ordinals of the days with a twitch by spot number, in order, each day once."""
    side = began.spot % PER_SITE
    both = side == BOTH
    base = began.spot - side
    spot = np.concatenate([began.spot[~both], base[both] + LEFT, base[both] + RIGHT])
    day = np.concatenate([began.day[~both], began.day[both], began.day[both]])
    pairs = np.unique(spot * 10_000_000 + day)
    spots, starts = np.unique(pairs // 10_000_000, return_index=True)
    parts = np.split(pairs % 10_000_000, starts[1:]) if len(pairs) else []
    return dict(zip(spots.tolist(), parts, strict=True))


def spot_of(number: int) -> tuple[Site, Side]:
    """Return the site and side of a spot number."""
    return SITES[number // PER_SITE], SIDES[number % PER_SITE]


def spot_words(number: int) -> str:
    """Return a spot number in words: "Left calf"."""
    return place(*spot_of(number))
