"""Where the pictures stand: two figures, a column of lenses, and pills, fitted into any rectangle."""

from collections.abc import Mapping
from dataclasses import dataclass

from twitchlog.charts.body.buttocks import BUTTOCKS
from twitchlog.charts.body.curves import Point
from twitchlog.charts.body.face import FACE
from twitchlog.charts.body.figure import BACK, FRONT
from twitchlog.charts.body.hands import HANDS
from twitchlog.charts.body.outline import Area, Spot, View, centre, other_side
from twitchlog.charts.body.soles import SOLES
from twitchlog.domain.sites import Side, Site

PILLS = View(
    name="pills",
    title="",
    box=(0.0, 0.0, 0.0, 0.0),
    viewers_left=Side.LEFT,
    areas=tuple(Area(view="pills", site=site, side=Side.MIDDLE) for site in (Site.MANY, Site.OTHER)),
)
LENSES = (FACE, HANDS, BUTTOCKS, SOLES)
VIEWS = (FRONT, BACK, *LENSES, PILLS)
AREAS: tuple[Area, ...] = tuple(area for view in VIEWS for area in view.areas)
SPOTS: tuple[Spot, ...] = tuple(dict.fromkeys(area.spot for area in AREAS))
"""Every place the drawing can mean, each once, in the order of the pictures; the last two have no place."""
PILL_WORDS = {Site.TONGUE: "Tongue", Site.MANY: "Many places", Site.OTHER: "Other place..."}

Box = tuple[float, float, float, float]
"""Left, top, width, height."""

_FIGURE_WIDTH = 193.0
_FIGURE_HEIGHT = FRONT.box[3] - FRONT.box[1]
_COLUMN = 122.0
_GAP = 8.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A view in its rectangle: a point (x, y) of the view lies at (x * scale + dx, y * scale + dy)."""

    view: View
    scale: float
    dx: float
    dy: float
    frame: Box

    def at(self, point: Point) -> Point:
        """Return where a point of the view lies."""
        return (point[0] * self.scale + self.dx, point[1] * self.scale + self.dy)


@dataclass(frozen=True, slots=True)
class Label:
    """A word beside a picture; ``x`` is its left end (-1), middle (0) or right end (1), ``y`` its top."""

    words: str
    x: float
    y: float
    align: int
    title: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything placed; ``unit`` is the size of one figure unit."""

    unit: float
    placed: tuple[Placed, ...]
    pills: dict[Site, Box]
    labels: tuple[Label, ...]

    def mark(self, area: Area) -> Point:
        """Return the middle of an area."""
        if area.site in self.pills and not area.path:
            left, top, width, height = self.pills[area.site]
            return (left + width / 2, top + height / 2)
        return next(each for each in self.placed if each.view.name == area.view).at(centre(area))


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """How much room words need: the height of a line and the width of each word, in the rectangle's units."""

    line: float
    widths: Mapping[str, float]


def label_words() -> frozenset[str]:
    """Return every word the layout must know the width of."""
    titles = {view.title for view in VIEWS if view.title}
    return frozenset({*titles, *PILL_WORDS.values(), "left", "right"})


def layout(room: Box, words: Words) -> Layout:
    """Return the pictures fitted into a rectangle, centred, with words of a fixed size.

    The figures take what the words leave; the lenses share the height of the figures.
    """
    x, y, width, height = room
    row, pill = words.line, round(words.line * 1.75)
    column_least = words.widths["left"] + words.widths["right"] + 4 * _GAP
    unit = min(
        (height - row - pill - 2 * _GAP) / _FIGURE_HEIGHT,
        (width - _GAP) / (2 * _FIGURE_WIDTH + _COLUMN),
        (width - _GAP - column_least) / (2 * _FIGURE_WIDTH),
    )
    unit = max(unit, 0.05)
    column = min(max(_COLUMN * unit, column_least, 0.26 * width), 1.35 * max(_COLUMN * unit, column_least))
    figure = _FIGURE_WIDTH * unit
    used = 2 * figure + _GAP + column
    column = min(column, column + width - used)
    left = x + (width - 2 * figure - _GAP - column) / 2
    tall = row + _GAP + _FIGURE_HEIGHT * unit + _GAP + pill
    top = y + max(0.0, (height - tall) / 2)
    placed: list[Placed] = []
    labels: list[Label] = []
    for index, view in enumerate((FRONT, BACK)):
        middle = left + figure * (index + 0.5)
        head = top + row + _GAP
        frame = (middle - figure / 2, head, figure, _FIGURE_HEIGHT * unit)
        placed.append(Placed(view, unit, middle, head - view.box[1] * unit, frame))
        labels += _figure_labels(view, middle, top, unit, row)
    foot = top + tall - pill
    pills = _pills_below(left, foot, 2 * figure, pill, words)
    lenses = _lenses((left + 2 * figure + _GAP, top, column, tall), words)
    placed += lenses
    for lens in lenses:
        labels += _lens_labels(lens, words)
    pills[Site.TONGUE] = _tongue(lenses[0], words)
    return Layout(
        unit, (*placed, Placed(PILLS, 1.0, 0.0, 0.0, (left, foot, 2 * figure, pill))), pills, tuple(labels)
    )


def _figure_labels(view: View, middle: float, top: float, unit: float, row: float) -> list[Label]:
    beside, level = 58.0 * unit, top + row + _GAP + 24.0 * unit
    return [
        Label(view.title, middle, top, 0, title=True),
        Label(view.viewers_left, middle - beside, level, 0),
        Label(other_side(view.viewers_left), middle + beside, level, 0),
    ]


def _pills_below(left: float, top: float, room: float, height: float, words: Words) -> dict[Site, Box]:
    sites = (Site.MANY, Site.OTHER)
    widths = [words.widths[PILL_WORDS[site]] + 2.0 * words.line for site in sites]
    squeeze = min(1.0, (room - _GAP) / sum(widths))
    widths = [width * squeeze for width in widths]
    x = left + (room - sum(widths) - _GAP) / 2
    return {
        Site.MANY: (x, top, widths[0], height),
        Site.OTHER: (x + widths[0] + _GAP, top, widths[1], height),
    }


def _lenses(room: Box, words: Words) -> list[Placed]:
    """Share the column by the height of the drawings, all at one scale as far as the width allows."""
    left, top, width, height = room
    pill = words.line * 1.6
    inside = width - 2 * _GAP
    spare = height - 3 * 6.0 - len(LENSES) * (words.line + _GAP + 5.0) - pill - 3.0
    sizes = [(view.box[2] - view.box[0], view.box[3] - view.box[1]) for view in LENSES]
    shares = [tall * _ENLARGED[view.name] for view, (_, tall) in zip(LENSES, sizes, strict=True)]
    placed = []
    y = top
    for view, (wide, tall), share in zip(LENSES, sizes, shares, strict=True):
        drawing = max(spare * share / sum(shares), 1.0)
        frame = words.line + _GAP + 5.0 + drawing + (pill + 3.0 if view is FACE else 0.0)
        scale = min(drawing / tall, inside / wide)
        dy = y + 5.0 + words.line + (drawing - tall * scale) / 2 - view.box[1] * scale
        middle = (view.box[0] + view.box[2]) / 2
        placed.append(Placed(view, scale, left + width / 2 - middle * scale, dy, (left, y, width, frame)))
        y += frame + 6.0
    return placed


_ENLARGED = {"face": 1.25, "hands": 1.0, "buttocks": 0.95, "soles": 0.9}


def _lens_labels(lens: Placed, words: Words) -> list[Label]:
    left, top, width, _ = lens.frame
    sides = (lens.view.viewers_left, other_side(lens.view.viewers_left))
    labels = [
        Label(sides[0], left + _GAP, top + 3.0, -1),
        Label(sides[1], left + width - _GAP, top + 3.0, 1),
    ]
    between = width - 2 * _GAP - words.widths["left"] - words.widths["right"]
    if between > words.widths[lens.view.title] + 2 * _GAP:
        labels.append(Label(lens.view.title, left + width / 2, top + 3.0, 0, title=True))
    return labels


def _tongue(face: Placed, words: Words) -> Box:
    left, top, width, height = face.frame
    wide = min(words.widths[PILL_WORDS[Site.TONGUE]] + 2.0 * words.line, width - 2 * _GAP)
    tall = words.line * 1.6
    return (left + (width - wide) / 2, top + height - tall - 6.0, wide, tall)
