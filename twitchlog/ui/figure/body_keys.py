"""Moving over the body by keys: the nearest area in a direction, the other side, and places by their letters."""

from functools import cache
from math import inf
from typing import NamedTuple

from twitchlog.charts.body.layout import AREAS, Layout, Words, label_words, layout
from twitchlog.charts.body.outline import Area, rings
from twitchlog.domain.quick_entry.places import NAMES
from twitchlog.domain.sites import Side, Site
from twitchlog.domain.words import SITES

Direction = tuple[int, int]
"""One step to the right (1, 0), left (-1, 0), down (0, 1) or up (0, -1)."""

_ACROSS = 2.2
"""How much worse a unit aside is than a unit ahead."""


@cache
def neighbour(index: int, direction: Direction) -> int:
    """Return the area an arrow leads to; the same one at the edge.

    Areas nearly straight ahead come first, then those more ahead than aside, then those far aside.
    """
    places = _places()
    for slope in (0.6, 1.2, 4.0):
        costs = [(_cost(places[index], each, direction, slope), i) for i, each in enumerate(places)]
        cost, nearest = min(costs)
        if cost < inf:
            return nearest
    return index


class _Place(NamedTuple):
    """The middle of an area and half its width and height."""

    x: float
    y: float
    reach_x: float
    reach_y: float


def _cost(here: _Place, there: _Place, direction: Direction, slope: float) -> float:
    dx, dy = there.x - here.x, there.y - here.y
    ahead = dx * direction[0] + dy * direction[1]
    aside = abs(dx * direction[1] - dy * direction[0])
    reach = there.reach_y if direction[0] else there.reach_x
    beside = 0.4 * min(aside, reach) + max(0.0, aside - reach)
    if ahead < 1.0 or beside > slope * ahead:
        return inf
    return ahead + _ACROSS * beside


@cache
def _places() -> tuple[_Place, ...]:
    """Every area at one size, so that the way does not change with the window."""
    words = Words(line=15.0, widths=dict.fromkeys(label_words(), 40.0))
    drawn = layout((0.0, 0.0, 520.0, 520.0), words)
    return tuple(_Place(*drawn.mark(area), *_reach(area, drawn)) for area in AREAS)


def _reach(area: Area, drawn: Layout) -> tuple[float, float]:
    if not area.path:
        _, _, width, height = drawn.pills[area.site]
        return (width / 2, height / 2)
    scale = next(each.scale for each in drawn.placed if each.view.name == area.view)
    corners = [corner for ring in rings(area) for corner in ring]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return (scale * (max(xs) - min(xs)) / 2, scale * (max(ys) - min(ys)) / 2)


def on_side(index: int, side: Side) -> int | None:
    """Return the same place of the same picture on a side; ``None`` if it has no sides there."""
    area = AREAS[index]
    return next(
        (
            i
            for i, each in enumerate(AREAS)
            if (each.view, each.site, each.side) == (area.view, area.site, side)
        ),
        None,
    )


def jump(letters: str, index: int) -> int | None:
    """Return the area whose name begins with the letters, or has a word that does; ``None`` if no name does.

    Names and everyday words count ("eye", "quad", "mouth"). The side and the picture stay where possible; one
    letter again and again goes on to the next place that begins with it.
    """
    cycling = len(letters) > 1 and set(letters) == {letters[0]}
    wanted = letters[0] if cycling else letters
    sites = _sites_named(wanted)
    if not sites:
        return None
    here = AREAS[index]
    step = sites.index(here.site) + 1 if cycling and here.site in sites else 0
    site = sites[step % len(sites)]
    side = here.side if here.side is not Side.MIDDLE else Side.LEFT
    found = [i for i, area in enumerate(AREAS) if area.site is site]
    return min(found, key=lambda i: (AREAS[i].side is not side, AREAS[i].view != here.view, i))


def _sites_named(letters: str) -> list[Site]:
    """Return the sites by how well they fit: own name first, then everyday names, then any word of them."""
    ranked = []
    for order, site in enumerate(Site):
        names = [SITES[site], *NAMES[site].split(",")]
        rank = next((r for r, name in enumerate(names) if name.startswith(letters)), None)
        if rank is None and any(word.startswith(letters) for name in names for word in name.split()):
            rank = 100
        if rank is not None:
            ranked.append((min(rank, 1) if rank < 100 else rank, order, site))
    return [site for _, _, site in sorted(ranked)]
