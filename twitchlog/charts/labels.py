"""Where labels go so that none covers another."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Flagged:
    """A point in logical pixels that wants a label of this width beside it."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a label begins, and in which row above the drawing; 0 is the lowest."""

    left: float
    row: int


def in_rows(points: Sequence[Flagged], rows: int, width: float, gap: float) -> list[Placed | None]:
    """Return a place for each label beside its point; ``None`` for one that would cover another or a line.

    A label begins at its line, or ends there. Of four ways to fill the rows the one that names most is taken.
    """
    forwards = sorted(range(len(points)), key=lambda n: points[n].x)
    ways = [
        _filled(points, order, row_order, (width, gap))
        for order in (forwards[::-1], forwards)
        for row_order in (range(rows), range(rows - 1, -1, -1))
    ]
    best = max(ways, key=len)
    return [best.get(number) for number in range(len(points))]


def _filled(
    points: Sequence[Flagged], order: Sequence[int], row_order: Sequence[int], room: tuple[float, float]
) -> dict[int, Placed]:
    width, gap = room
    taken: list[list[tuple[float, float]]] = [[] for _ in row_order]
    found: dict[int, Placed] = {}
    for number in order:
        point = points[number]
        places = (
            Placed(left, row)
            for left in _lefts(point, width)
            for row in row_order
            if _free(taken[row], left, left + point.width, gap)
            and all(_free(taken[below], point.x, point.x, 2) for below in range(row))
        )
        place = next(places, None)
        if place is not None:
            found[number] = place
            taken[place.row].append((min(place.left, point.x), max(place.left + point.width, point.x)))
            # The line of a label crosses the rows below it.
            for below in range(place.row):
                taken[below].append((point.x, point.x))
    return found


def _lefts(point: Flagged, width: float) -> list[float]:
    after, before = point.x + 4, point.x - 4 - point.width
    return [left for left in (after, before) if left >= 0 and left + point.width <= width - 2]


def _free(taken: list[tuple[float, float]], left: float, right: float, gap: float) -> bool:
    return all(right + gap <= start or end + gap <= left for start, end in taken)
