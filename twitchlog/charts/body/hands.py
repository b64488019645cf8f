"""The backs of both hands, as their owner sees them: thumbs towards each other."""

from math import hypot

from twitchlog.charts.body.curves import Path, Point, blob, curve, line, moved, stroke
from twitchlog.charts.body.outline import Half, View, both_halves, halves
from twitchlog.domain.sites import Side, Site

_FINGERS: tuple[tuple[Point, Point, float], ...] = (
    ((-12.0, 50.0), (-17.4, 13.4), 8.4),
    ((-3.6, 48.0), (-5.2, 4.0), 8.8),
    ((4.8, 49.0), (7.8, 8.6), 8.4),
    ((12.4, 53.0), (20.2, 22.4), 7.4),
)
"""Index, middle, ring and little finger of the viewer's right hand: inside the palm, tip, width."""
_WIDTHS = (
    (0.0, 0.48),
    (0.2, 0.48),
    (0.4, 0.5),
    (0.48, 0.53),
    (0.6, 0.46),
    (0.74, 0.47),
    (0.86, 0.41),
    (0.955, 0.28),
)
_NAIL = ((0.84, 0.2), (0.9, 0.27), (0.945, 0.24), (0.972, 0.1))

PALM = blob(
    "-10.2,93! -9.6,86 -12.2,80 -16.4,73.6 -18.6,66 -17.8,57 -16.8,50.4 -14.6,46.6 -11.4,45.4 -8.2,47.4! -6.4,44 -3.2,42.6"
    " 0.6,45.4! 2.6,43.4 6,43.6 9,47.2! 11.2,46.4 14.4,48.6 16.2,54 15.8,63 13.6,74 10.6,84 10.4,93!"
)
THUMB = blob(
    "-13.2,77! -15.4,75.2 -19,70.8 -23.8,64.6 -28.4,57.4 -32,50 -34.4,43.4 -34.4,39.6 -31.6,38.2 -28.4,40.6 -25.2,46.4"
    " -21.4,51.4 -17.6,56 -16,60.6 -15.2,64!"
)


def _along(base: Point, tip: Point, width: float, profile: tuple[tuple[float, float], ...]) -> list[Point]:
    """Return the outline of a finger or a nail around its axis."""
    length = hypot(tip[0] - base[0], tip[1] - base[1])
    ux, uy = (tip[0] - base[0]) / length, (tip[1] - base[1]) / length

    def at(t: float, half: float) -> Point:
        return (
            base[0] + ux * length * t - uy * width * half,
            base[1] + uy * length * t + ux * width * half,
        )

    there = [at(t, -half) for t, half in profile]
    back = [at(t, half) for t, half in reversed(profile)]
    return [*there, at(1.0, 0.0), *back] if profile is _WIDTHS else [*there, *back]


def _knots(points: list[Point], *, sharp: bool) -> str:
    words = [f"{x:.3f},{y:.3f}" for x, y in points]
    if sharp:
        words[0] += "!"
        words[-1] += "!"
    return " ".join(words)


def _finger(base: Point, tip: Point, width: float) -> Path:
    return blob(_knots(_along(base, tip, width, _WIDTHS), sharp=True))


def _nail(base: Point, tip: Point, width: float) -> Path:
    return blob(_knots(_along(base, tip, width, _NAIL), sharp=False))


def _creases(base: Point, tip: Point, width: float) -> tuple[Path, ...]:
    """Return two short lines over the middle joint and one over the last."""
    lines = []
    for t, half in ((0.46, 0.26), (0.51, 0.3), (0.74, 0.24)):
        first, last = _along(base, tip, width, ((t, half),))
        middle = _along(base, tip, width, ((t + 0.012, 0.0),))[0]
        lines.append(line(curve(_knots([first, middle, last], sharp=False)).segments))
    return tuple(lines)


_OFF = 36.5
FINGERS = tuple(command for finger in _FINGERS for command in _finger(*finger))
_LINES = (
    *(crease for finger in _FINGERS for crease in _creases(*finger)),
    stroke("-12.6,52 -11.4,60 -8.4,70"),
    stroke("-3.6,50.6 -3,60 -2.4,70"),
    stroke("4.6,51.6 4,61 2.8,70"),
    stroke("11.6,54.4 10,62.6 7.4,70.4"),
    stroke("-27.6,52.6 -25.6,50.6"),
    stroke("-28.4,53.8 -26,51.6"),
    stroke("-15.6,62.4 -14.4,66.4 -15,70"),
    blob("-33.4,44.8 -34,41.6 -32.4,39.8 -30.2,40.8 -29.6,42.8"),
    *(_nail(*finger) for finger in _FINGERS),
)


_DRAWN = (
    Half(Site.FINGERS, moved(FINGERS, 1.0, 1.0, _OFF), (_OFF - 4.4, 25.0)),
    Half(Site.THUMB, moved(THUMB, 1.0, 1.0, _OFF), (_OFF - 25.0, 56.6)),
    Half(Site.HAND, moved(PALM, 1.0, 1.0, _OFF)),
)

HANDS = View(
    name="hands",
    title="Hands",
    box=(-59.0, 2.0, 59.0, 94.0),
    viewers_left=Side.LEFT,
    areas=tuple(halves("hands", _DRAWN, viewers_left=Side.LEFT)),
    details=both_halves(tuple(moved(path, 1.0, 1.0, _OFF) for path in _LINES)),
)
