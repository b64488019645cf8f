"""How often each area of the drawing twitched, and the five steps it is shown in."""

from collections.abc import Mapping

from twitchlog.charts.body.outline import Area
from twitchlog.domain.sites import PARENTS, Side, Site

Counts = Mapping[tuple[Site, Side], int]
"""Twitches by site and side, each twitch once: left and right of one site together are ``both``."""

STEPS = 5


def area_count(area: Area, counts: Counts) -> int:
    """Return the twitches that touch an area.

    An area of the whole figure counts what lies inside it as well (gluteus, hand, foot). Both sides and the
    middle touch either half; a whole area counts every side, a twitch on both sides once.
    """
    return sum(
        count
        for (site, side), count in counts.items()
        if (site is area.site or (not area.exact and PARENTS.get(site) is area.site))
        and (area.side is Side.MIDDLE or side is not _OPPOSITE[area.side])
    )


_OPPOSITE = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}


def step_bounds(most: int) -> list[tuple[int, int]]:
    """Return the first and last count of each step, growing by about the same factor from 1 to ``most``.

    At most five steps; one for each count while ``most`` is five or less; none for zero.
    """
    if most <= STEPS:
        return [(count, count) for count in range(1, most + 1)]
    bounds: list[tuple[int, int]] = []
    for step in range(1, STEPS + 1):
        first = bounds[-1][1] + 1 if bounds else 1
        last = most if step == STEPS else min(_round(most ** (step / STEPS)), most - STEPS + step)
        bounds.append((first, max(first, last)))
    return bounds


def step_of(count: int, bounds: list[tuple[int, int]]) -> int:
    """Return the step of a count, 0 for none."""
    return sum(count >= first for first, _ in bounds)


def _round(edge: float) -> int:
    grain = 1 if edge < 20 else 5 if edge < 100 else 10 ** (len(str(int(edge))) - 2)
    return max(1, round(edge / grain) * grain)
