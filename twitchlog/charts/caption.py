"""What a card says around its drawing, written above it: a picture that is given away must explain itself."""

from dataclasses import dataclass

from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Polygon
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from twitchlog.charts.palette import Palette
from twitchlog.charts.sheet import DPI, SMALL, Sheet, drawable, heightened, lines_of, rounded, text_width
from twitchlog.charts.signs import Box, Ink, Part, Stroke, inks, sign_parts, sign_width
from twitchlog.insight.series.series import Key, Series

TITLE = 12.0
BOLD_IS_WIDER = 1.15
TITLE_LINE, LINE, KEYS_LINE = 20.0, 14.0, 19.0
BETWEEN, BESIDE_SIGN, BETWEEN_KEYS = 6.0, 4.0, 12.0


@dataclass(frozen=True, slots=True)
class _Entry:
    """A key of the legend, and where it begins: from the left edge, and in which row."""

    key: Key
    left: float
    row: int


def add_caption(figure: Figure, series: Series, days: str, palette: Palette, scale: float) -> None:
    """Write the finding, its days, its one line and the legend above a drawn chart, and make the figure so much higher."""
    width = float(figure.get_size_inches()[0]) * DPI
    title = lines_of(drawable(series.title, "A chart"), TITLE * scale * BOLD_IS_WIDER, width)
    said = [*lines_of(days, SMALL * scale, width), *lines_of(series.explanation, SMALL * scale, width)]
    entries = _entries(series.legend, scale, width)
    rows = max((entry.row for entry in entries), default=-1) + 1
    above = (len(title) * TITLE_LINE + len(said) * LINE + rows * KEYS_LINE + 2 * BETWEEN) * scale
    on = heightened(figure, palette, scale, above)
    y = 0.0
    for line in title:
        y += TITLE_LINE * scale
        on.say((0, y - TITLE_LINE * scale / 2), line, size=TITLE, weight="bold", color=palette.text)
    for line in said:
        y += LINE * scale
        on.say((0, y - LINE * scale / 2), line)
    y += BETWEEN * scale
    for entry in entries:
        _draw_entry(on, entry, y + (entry.row + 0.5) * KEYS_LINE * scale)


def _entries(keys: tuple[Key, ...], scale: float, width: float) -> list[_Entry]:
    """Place the keys side by side, in as many rows as they need."""
    entries: list[_Entry] = []
    left, row = 0.0, 0
    for key in keys:
        wide = (sign_width(key.sign) + BESIDE_SIGN) * scale + text_width(key.words, SMALL * scale)
        if left and left + wide > width:
            left, row = 0.0, row + 1
        entries.append(_Entry(key, left, row))
        left += wide + BETWEEN_KEYS * scale
    return entries


def _draw_entry(on: Sheet, entry: _Entry, y: float) -> None:
    wide = sign_width(entry.key.sign) * on.scale
    draw_sign(on, entry.key, (entry.left + wide / 2, y))
    on.say((entry.left + wide + BESIDE_SIGN * on.scale, y), entry.key.words)


def draw_sign(on: Sheet, key: Key, middle: tuple[float, float]) -> None:
    """Draw the sign of a key around a place."""
    place = Affine2D().scale(on.scale).translate(*middle) + on.pixels
    colours = inks(key, on.palette)
    for part in sign_parts(key.sign):
        patch = _patch(part, colours, on.scale)
        patch.set_transform(place)
        on.add(patch)


def _patch(part: Part, colours: dict[Ink, str], scale: float) -> PathPatch | Polygon:
    point = scale * 72 / DPI
    if isinstance(part, Stroke):
        path = Path([part.begin, part.end])
        style = (0, (4, 2)) if part.dashed else "solid"
        return PathPatch(
            path, edgecolor=colours[part.ink], linewidth=part.width * point, linestyle=style, fill=False
        )
    look = {
        "facecolor": colours[part.fill],
        "edgecolor": colours[Ink.OWN] if part.outline else "none",
        "linewidth": part.outline * point,
    }
    if isinstance(part, Box):
        box = rounded(part.right - part.left, part.bottom - part.top, part.radius)
        middle = Affine2D().translate((part.left + part.right) / 2, (part.top + part.bottom) / 2)
        return PathPatch(box.transformed(middle), alpha=part.opacity, **look)
    return Polygon(part.points, closed=True, **look)
