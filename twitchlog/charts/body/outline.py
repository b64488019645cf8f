"""What a picture of the body is made of: areas that mean a place, and lines that only make it readable."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from twitchlog.charts.body.curves import Path, Point, mirrored, polygons
from twitchlog.domain.sites import Side, Site

Spot = tuple[Site, Side]
"""A place on the body: a site with left, right or middle."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Area:
    """One clickable shape of one view; two are equal only if they are the same one.

    ``exact`` is false in the whole figures, where an area stands for its site and everything inside it.
    ``dashed`` means it lies below another muscle. An empty ``path`` is a pill: its box comes with the layout.
    ``soft`` draws its border as fine as a detail, where no edge can be seen on a person. ``mark`` is where a tick goes and where the arrow keys measure from; ``None`` means the centre of gravity.
    """

    view: str
    site: Site
    side: Side
    path: Path = ()
    exact: bool = True
    dashed: bool = False
    soft: bool = False
    mark: Point | None = None

    @property
    def spot(self) -> Spot:
        """The place this area stands for."""
        return (self.site, self.side)


SOFT = frozenset({Site.FOREHEAD, Site.CHEEK, Site.JAW})


class Half(NamedTuple):
    """A shape of the viewer's right half, drawn once and mirrored."""

    site: Site
    path: Path
    mark: Point | None = None
    dashed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class View:
    """One picture in its own units, x = 0 in the middle.

    ``box`` is left, top, right, bottom. ``viewers_left`` is the person's side that lies on the viewer's left.
    Areas are painted in order, so the last one at a point is the one that is hit. ``ground`` is filled below
    the areas and means no place; ``contours`` are drawn strong, ``details`` fine, ``solids`` filled with the
    colour of the lines.
    """

    name: str
    title: str
    box: tuple[float, float, float, float]
    viewers_left: Side
    areas: tuple[Area, ...]
    ground: tuple[Path, ...] = ()
    contours: tuple[Path, ...] = ()
    details: tuple[Path, ...] = ()
    solids: tuple[Path, ...] = ()


def both_halves(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return lines drawn for the viewer's right half together with their mirror images."""
    return (*paths, *(mirrored(path) for path in paths))


def other_side(side: Side) -> Side:
    """Return left for right and right for left; middle stays."""
    return {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}.get(side, side)


@cache
def centre(area: Area) -> Point:
    """Return a point well inside an area that no other area covers."""
    return area.mark or _centroid(rings(area)[0])


@cache
def rings(area: Area) -> list[list[Point]]:
    """Return the outlines of an area as polygons, each ending where it began."""
    return polygons(area.path)


def halves(view: str, drawn: Iterable[Half], *, viewers_left: Side, exact: bool = True) -> list[Area]:
    """Return an area for the viewer's right half, as drawn, and its mirror image for each of the shapes."""
    areas = []
    for half in drawn:
        mark = half.mark
        for side, path, at in (
            (other_side(viewers_left), half.path, mark),
            (viewers_left, mirrored(half.path), mark and (-mark[0], mark[1])),
        ):
            areas.append(
                Area(
                    view=view,
                    site=half.site,
                    side=side,
                    path=path,
                    mark=at,
                    exact=exact,
                    dashed=half.dashed,
                    soft=half.site in SOFT,
                )
            )
    return areas


def _centroid(corners: list[Point]) -> Point:
    area = x = y = 0.0
    for (ax, ay), (bx, by) in zip(corners, [*corners[1:], corners[0]], strict=True):
        cross = ax * by - bx * ay
        area += cross
        x += (ax + bx) * cross
        y += (ay + by) * cross
    return (x / (3 * area), y / (3 * area))
