"""What each sign of a legend is made of: once for the window, which paints it, and for saved pictures, which draw it."""

from dataclasses import dataclass
from enum import Enum

from twitchlog.charts.palette import BAND, Palette
from twitchlog.insight.series.series import Key, Sign

WIDE, HIGH = 18.0, 16.0
"""Room for one sign in logical pixels at text size 1."""

LEVELS, LEVEL_WIDE, LEVEL_GAP = 5, 10.0, 4.0
FULL_LEVELS = 3

HALF = 5.5
"""Half the side of a square, and the radius of a disc."""


class Ink(Enum):
    """What a part is coloured with: the sign's own colour, what lies beneath it, or an empty slot."""

    OWN = "own"
    GROUND = "ground"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Box:
    """A filled or outlined box with round corners; a disc is one whose corners meet. ``outline`` 0 is none."""

    left: float
    top: float
    right: float
    bottom: float
    radius: float
    fill: Ink = Ink.OWN
    outline: float = 0.0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Corners:
    """A filled polygon, outlined if ``outline`` is not 0."""

    points: tuple[tuple[float, float], ...]
    fill: Ink = Ink.OWN
    outline: float = 0.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    begin: tuple[float, float]
    end: tuple[float, float]
    width: float
    ink: Ink = Ink.OWN
    dashed: bool = False


Part = Box | Corners | Stroke


def sign_parts(sign: Sign) -> tuple[Part, ...]:
    """Return the parts of a sign, the lowest first; in logical pixels around its middle, downwards."""
    return PARTS[sign]


def sign_width(sign: Sign) -> float:
    """Return how wide a sign is, in logical pixels at text size 1; five levels are as many slots."""
    return LEVELS * (LEVEL_WIDE + LEVEL_GAP) if sign is Sign.STEPS else WIDE


def inks(key: Key, palette: Palette) -> dict[Ink, str]:
    """Return the colours of a sign; on a step of the year, what lies within it must be seen there."""
    on_step = key.sign is Sign.PLUS_SQUARE
    ground = palette.on_step(int(key.colour.removeprefix("step"))) if on_step else palette.surface
    return {Ink.OWN: palette.colour(key.colour), Ink.GROUND: ground, Ink.EMPTY: palette.sunken}


def _square(fill: Ink = Ink.OWN, outline: float = 0.0, radius: float = 2.0) -> Box:
    return Box(-HALF, -HALF, HALF, HALF, radius, fill, outline)


def _line(width: float, *, dashed: bool = False) -> Stroke:
    return Stroke((-WIDE / 2, 0), (WIDE / 2, 0), width, dashed=dashed)


def _levels() -> tuple[Box, ...]:
    pitch = LEVEL_WIDE + LEVEL_GAP
    lefts = [(number - LEVELS / 2) * pitch for number in range(LEVELS)]
    return tuple(
        Box(left, -HALF, left + LEVEL_WIDE, HALF, 0, Ink.OWN if number < FULL_LEVELS else Ink.EMPTY)
        for number, left in enumerate(lefts)
    )


_DOT = Box(-1.6, -1.6, 1.6, 1.6, 1.6)
_DIAMOND = ((0, -HALF), (HALF, 0), (0, HALF), (-HALF, 0))
_CUT = ((-HALF, -HALF), (0.55, -HALF), (HALF, -0.55), (HALF, HALF), (-HALF, HALF))
_ARM, _PLUS = 3.5, 3.1

PARTS: dict[Sign, tuple[Part, ...]] = {
    Sign.SQUARE: (_square(),),
    Sign.EMPTY_SQUARE: (_square(Ink.GROUND, 1.5),),
    Sign.DOTTED_SQUARE: (_square(Ink.GROUND, 1.5), _DOT),
    Sign.CUT_SQUARE: (Corners(_CUT),),
    Sign.PLUS_SQUARE: (
        _square(),
        Stroke((-_PLUS, 0), (_PLUS, 0), 1.5, Ink.GROUND),
        Stroke((0, -_PLUS), (0, _PLUS), 1.5, Ink.GROUND),
    ),
    Sign.DIAMOND: (Corners(_DIAMOND, Ink.GROUND, 1.5),),
    Sign.CROSS: (Stroke((-_ARM, -_ARM), (_ARM, _ARM), 1.5), Stroke((_ARM, -_ARM), (-_ARM, _ARM), 1.5)),
    Sign.DOT: (_DOT,),
    Sign.DISC: (_square(radius=HALF),),
    Sign.RING: (_square(Ink.GROUND, 1.5, HALF),),
    Sign.BAR: (Box(-WIDE / 2, -4, WIDE / 2, 4, 3),),
    Sign.TRIANGLE: (Corners(((-HALF, -HALF), (HALF, -HALF), (0, HALF))),),
    Sign.LINE: (_line(2),),
    Sign.THIN_LINE: (_line(1),),
    Sign.DASHED: (_line(2, dashed=True),),
    Sign.BAND: (Box(-WIDE / 2, -5, WIDE / 2, 5, 0, opacity=BAND),),
    Sign.TICK: (Stroke((0, -6), (0, 6), 2),),
    Sign.STEPS: _levels(),
}
