"""Smooth curves through written-down knots, cut into pieces that share their edges exactly."""

from dataclasses import dataclass
from itertools import pairwise
from math import hypot
from typing import cast

Point = tuple[float, float]
Command = tuple[str, tuple[float, ...]]
"""``("M", (x, y))``, ``("L", (x, y))``, ``("C", (x1, y1, x2, y2, x, y))`` or ``("Z", ())``; y grows downwards."""
Path = tuple[Command, ...]
Segment = tuple[Point, Point, Point, Point]
"""One cubic: start, two control points, end."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A smooth open curve; ``names`` maps a named knot to its index, segment i runs from knot i to i + 1."""

    segments: tuple[Segment, ...]
    names: dict[str, int]

    def piece(self, start: str, end: str) -> tuple[Segment, ...]:
        """Return the segments between two named knots, backwards if ``end`` comes first."""
        first, last = self.names[start], self.names[end]
        if first <= last:
            return self.segments[first:last]
        return backwards(self.segments[last:first])


def curve(knots: str) -> Curve:
    """Return a smooth curve through ``"x,y name@x,y x,y! ..."``; ``!`` marks a corner."""
    points, names, corners = _read(knots)
    cuts = [0, *corners, len(points) - 1]
    segments: list[Segment] = []
    for first, last in pairwise(cuts):
        segments += _smooth(points[first : last + 1], closed=False)
    return Curve(tuple(segments), names)


def blob(knots: str) -> Path:
    """Return a closed smooth shape through the knots; ``!`` marks a corner."""
    points, _, corners = _read(knots)
    if not corners:
        return loop(tuple(_smooth(points, closed=True)))
    turn = corners[0]
    points = [*points[turn:], *points[:turn], points[turn]]
    cuts = [corner - turn for corner in corners] + [len(points) - 1]
    segments: list[Segment] = []
    for first, last in pairwise(cuts):
        segments += _smooth(points[first : last + 1], closed=False)
    return loop(tuple(segments))


def loop(*pieces: tuple[Segment, ...]) -> Path:
    """Return the closed path along pieces that meet end to start.

    Raises:
        ValueError: two pieces do not meet, so the edge would have a gap.
    """
    segments = [segment for piece in pieces for segment in piece]
    for before, after in zip(segments, [*segments[1:], segments[0]], strict=True):
        if hypot(after[0][0] - before[3][0], after[0][1] - before[3][1]) > 0.01:
            raise ValueError(f"The edge breaks off between {before[3]} and {after[0]}.")
    return (*line(tuple(segments)), ("Z", ()))


def whole(*pieces: tuple[Segment, ...]) -> Path:
    """Return the closed path along pieces that lead from the middle line x = 0 back to it, and their mirror image."""
    half = tuple(segment for piece in pieces for segment in piece)
    other = tuple(tuple((-x, y) for x, y in segment) for segment in half)
    return loop(half, backwards(cast(tuple[Segment, ...], other)))


def straight(start: Point, end: Point) -> tuple[Segment, ...]:
    """Return the straight way between two points."""
    third = ((end[0] - start[0]) / 3, (end[1] - start[1]) / 3)
    near = (start[0] + third[0], start[1] + third[1])
    return ((start, near, (end[0] - third[0], end[1] - third[1]), end),)


def line(segments: tuple[Segment, ...]) -> Path:
    """Return an open path along segments that follow each other."""
    drawn: list[Command] = [("M", segments[0][0])]
    drawn += [("C", (*one, *two, *end)) for _, one, two, end in segments]
    return tuple(drawn)


def stroke(knots: str) -> Path:
    """Return an open smooth line through the knots."""
    return line(curve(knots).segments)


def backwards(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """Return the same way walked from its end."""
    return tuple((d, c, b, a) for a, b, c, d in reversed(segments))


def moved(path: Path, scale_x: float, scale_y: float, dx: float = 0.0, dy: float = 0.0) -> Path:
    """Return the path scaled, then moved; ``scale_x`` -1 mirrors it."""
    return tuple(
        (
            word,
            tuple(n * scale_y + dy if i % 2 else n * scale_x + dx for i, n in enumerate(numbers)),
        )
        for word, numbers in path
    )


def mirrored(path: Path) -> Path:
    """Return the path on the other side of the middle line x = 0."""
    return moved(path, -1.0, 1.0)


def polygons(path: Path, steps: int = 6) -> list[list[Point]]:
    """Return the corners of each subpath with each cubic cut into ``steps`` chords; the ends are not joined."""
    rings: list[list[Point]] = []
    for word, numbers in path:
        if word == "M":
            rings.append([(numbers[0], numbers[1])])
        elif word == "L":
            rings[-1].append((numbers[0], numbers[1]))
        elif word == "C":
            start = rings[-1][-1]
            rings[-1] += [_on_cubic(start, numbers, step / steps) for step in range(1, steps + 1)]
    return rings


def _on_cubic(start: Point, numbers: tuple[float, ...], t: float) -> Point:
    # Written out: the figure asks for some thousand of these before the window is first shown.
    u = 1.0 - t
    a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
    x1, y1, x2, y2, x3, y3 = numbers
    return (a * start[0] + b * x1 + c * x2 + d * x3, a * start[1] + b * y1 + c * y2 + d * y3)


def _read(knots: str) -> tuple[list[Point], dict[str, int], list[int]]:
    points: list[Point] = []
    names: dict[str, int] = {}
    corners: list[int] = []
    for index, word in enumerate(knots.split()):
        name, _, place = word.rpartition("@")
        if name:
            names[name] = index
        if place.endswith("!"):
            corners.append(index)
        x, y = place.rstrip("!").split(",")
        points.append((float(x), float(y)))
    return points, names, corners


def _smooth(points: list[Point], *, closed: bool) -> list[Segment]:
    """Centripetal Catmull-Rom (Yuksel, Schaefer, Keyser 2011): no loops or cusps between uneven knots."""
    count = len(points)
    ends = count if closed else count - 1
    segments: list[Segment] = []
    for i in range(ends):
        here, there = points[i], points[(i + 1) % count]
        before = points[i - 1] if closed or i else None
        after = points[(i + 2) % count] if closed or i + 2 < count else None
        one, two = _control(before, here, there), _control(after, there, here)
        if before is None and after is not None:
            one = ((here[0] + two[0]) / 2, (here[1] + two[1]) / 2)
        if after is None and before is not None:
            two = ((there[0] + one[0]) / 2, (there[1] + one[1]) / 2)
        segments.append((here, one, two, there))
    return segments


def _control(before: Point | None, here: Point, there: Point) -> Point:
    if before is None:
        return (here[0] + (there[0] - here[0]) / 3, here[1] + (there[1] - here[1]) / 3)
    a = hypot(here[0] - before[0], here[1] - before[1]) ** 0.5
    b = hypot(there[0] - here[0], there[1] - here[1]) ** 0.5
    whole, part = 2 * a * a + 3 * a * b + b * b, 3 * a * (a + b)
    return (
        (a * a * there[0] - b * b * before[0] + whole * here[0]) / part,
        (a * a * there[1] - b * b * before[1] + whole * here[1]) / part,
    )
