"""A figure as a sheet of logical pixels: what every chart is drawn on, without the axes of matplotlib."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import matplotlib as mpl
import numpy as np
import numpy.typing as npt
from matplotlib.artist import Artist
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.path import Path
from matplotlib.transforms import Affine2D, BboxTransformFrom, Transform

from twitchlog.charts.marks import Mark
from twitchlog.charts.palette import Palette

# A person's words are never formulas.
mpl.rcParams["text.parse_math"] = False

DPI = 96
FONT = "DejaVu Sans"
SMALL, NORMAL = 8.25, 9.0
FIRST_RIGHT_TO_LEFT = 0x590


@dataclass(frozen=True, slots=True)
class Sheet:
    """A cleared figure; ``width`` and ``height`` in logical pixels, ``scale`` the text size, 1.0 to 1.5.

    Places are in logical pixels from the upper left corner, rightwards and downwards; ``pixels`` takes them to the
    figure's.
    """

    figure: Figure
    palette: Palette
    scale: float
    width: float
    height: float
    pixels: Transform

    def size(self, points: float) -> float:
        """Return a type size in points at the person's text size."""
        return points * self.scale

    def mark(
        self,
        box: tuple[float, float, float, float],
        words: str,
        *,
        day: date | None = None,
        key: str | None = None,
    ) -> Mark:
        """Return the mark of a box (left, top, right, bottom) in logical pixels."""
        left, top, right, bottom = box
        return Mark(
            left / self.width, top / self.height, right / self.width, bottom / self.height, words, day, key
        )

    def say(
        self,
        place: tuple[float, float],
        words: str,
        *,
        ha: str = "left",
        size: float = SMALL,
        weight: str = "normal",
        **look: Any,
    ) -> None:
        """Write small quiet words at a place; the look may say otherwise, its size in points."""
        self.figure.text(
            *place,
            words,
            fontproperties=_font(self.size(size), weight),
            horizontalalignment=ha,
            verticalalignment="center_baseline",
            transform=self.pixels,
            **({"color": self.palette.text2} | look),
        )

    def nothing(self, words: str = "Nothing written down in this period") -> None:
        """Say in the middle of the figure why there is nothing to draw."""
        self.say((self.width / 2, self.height / 2), words, ha="center", size=NORMAL)

    def add(self, artist: Artist) -> None:
        """Add something; without a transform of its own it is in the sheet's logical pixels."""
        if not artist.is_transform_set():
            artist.set_transform(self.pixels)
        self.figure.add_artist(artist)

    def signs(self, path: Path, places: npt.ArrayLike, **look: Any) -> PathCollection:
        """Add one path, in logical pixels, at many places; all in a single artist."""
        to_screen = Affine2D().scale(1 / DPI) + self.figure.dpi_scale_trans
        found = PathCollection([path], offsets=np.asarray(places), offset_transform=self.pixels, **look)
        found.set_transform(to_screen)
        self.add(found)
        return found


def sheet(figure: Figure, palette: Palette, scale: float) -> Sheet:
    """Clear a figure and return it as a sheet."""
    figure.clear()
    figure.set_facecolor(palette.surface)
    return _whole(figure, palette, scale)


def heightened(figure: Figure, palette: Palette, scale: float, above: float) -> Sheet:
    """Make a drawn figure higher by so many logical pixels, and return the whole of it as a sheet."""
    wide, high = figure.get_size_inches()
    figure.set_size_inches(wide, high + above / DPI)
    return _whole(figure, palette, scale)


def _whole(figure: Figure, palette: Palette, scale: float) -> Sheet:
    width, height = (float(inches) * DPI for inches in figure.get_size_inches())
    # Inches from the lower edge, so that a drawing stays where it is when its figure is made higher; and through the
    # figure's own shares, which matplotlib moves when it saves a figure with a margin.
    inches = Affine2D().scale(1 / DPI, -1 / DPI).translate(0, height / DPI)
    pixels = inches + BboxTransformFrom(figure.bbox_inches) + figure.transFigure
    return Sheet(figure, palette, scale, width, height, pixels)


@lru_cache(maxsize=64)
def _font(points: float, weight: str) -> FontProperties:
    return FontProperties(family=[FONT], size=points, weight=weight)


@lru_cache(maxsize=2048)
def text_width(text: str, points: float) -> float:
    """Return the width of a text in logical pixels."""
    font = get_font(findfont(FontProperties(family=FONT)))
    font.set_size(points, DPI)
    font.set_text(text, 0.0)
    return float(font.get_width_height()[0]) / 64


def drawable(text: str, instead: str) -> str:
    """Return a person's text if the font has its letters and writes them from the left, else other words."""
    font = get_font(findfont(FontProperties(family=FONT)))
    plain = " ".join(text.split())
    known = all(ord(letter) < FIRST_RIGHT_TO_LEFT and font.get_char_index(ord(letter)) for letter in plain)
    return plain if known else instead


def shortened(text: str, points: float, widest: float) -> str:
    """Return a text that is at most so wide, its end replaced by an ellipsis where it is longer."""
    if text_width(text, points) <= widest:
        return text
    kept = text
    while kept and text_width(f"{kept}…", points) > widest:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def lines_of(text: str, points: float, widest: float) -> list[str]:
    """Return a text cut into lines that are at most so wide; a single word may be wider."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, points) <= widest:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def rounded(width: float, height: float, radius: float) -> Path:
    """Return a rectangle with round corners around the origin, in logical pixels."""
    x, y, r = width / 2, height / 2, min(radius, width / 2, height / 2)
    corners = [((x - r, y), (x, y), (x, y - r)), ((x, -y + r), (x, -y), (x - r, -y))]
    corners += [((-x + r, -y), (-x, -y), (-x, -y + r)), ((-x, y - r), (-x, y), (-x + r, y))]
    points: list[tuple[float, float]] = []
    codes: list[int] = []
    for start, corner, end in corners:
        points += [start, corner, end]
        codes += [int(Path.LINETO), int(Path.CURVE3), int(Path.CURVE3)]
    codes[0] = int(Path.MOVETO)
    return Path([*points, (0.0, 0.0)], [*codes, int(Path.CLOSEPOLY)])


def lines(*strokes: Sequence[tuple[float, float]]) -> Path:
    """Return strokes around the origin, in logical pixels."""
    points = [point for stroke in strokes for point in stroke]
    codes = [int(Path.MOVETO if n == 0 else Path.LINETO) for stroke in strokes for n in range(len(stroke))]
    return Path(points, codes)


def polygon(*points: tuple[float, float]) -> Path:
    """Return a closed polygon around the origin, in logical pixels, upwards."""
    return Path(
        [*points, points[0]],
        [int(Path.MOVETO)] + [int(Path.LINETO)] * (len(points) - 1) + [int(Path.CLOSEPOLY)],
    )
