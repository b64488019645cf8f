"""The body as Qt paths in one rectangle, and which place lies under a point."""

from dataclasses import dataclass
from itertools import pairwise
from math import inf, sqrt

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainterPath, QTransform

from twitchlog.charts.body.curves import Path, Point
from twitchlog.charts.body.layout import VIEWS, Layout, Placed, Words, label_words, layout
from twitchlog.charts.body.outline import Area, View, rings

SLACK = 5.0
"""How far beside an area a click may land, in units of the figure."""


def painter_path(path: Path) -> QPainterPath:
    """Return the path commands as a Qt path; overlapping subpaths add up."""
    drawn = QPainterPath()
    drawn.setFillRule(Qt.FillRule.WindingFill)
    for word, numbers in path:
        if word == "M":
            drawn.moveTo(numbers[0], numbers[1])
        elif word == "L":
            drawn.lineTo(numbers[0], numbers[1])
        elif word == "C":
            drawn.cubicTo(*numbers)
        else:
            drawn.closeSubpath()
    return drawn


@dataclass(frozen=True, slots=True)
class Lines:
    """The Qt paths of a view that mean no place, in the units of the view."""

    ground: QPainterPath
    contours: QPainterPath
    details: QPainterPath
    solids: QPainterPath


@dataclass(frozen=True, slots=True)
class Shape:
    """An area where it stands: its path, the point for the tick, and its middle line."""

    area: Area
    path: QPainterPath
    bounds: QRectF
    mark: QPointF
    at: Placed
    """Where its view stands; ``at.dx`` is the body's middle line, and both ``dx`` and ``dy`` count from the
    painter's origin."""


class BodyShapes:
    """All areas laid out in a rectangle for a font; made again when either changes."""

    def __init__(self, rect: QRectF, font: QFont) -> None:
        self.rect = rect
        self.font = font
        self.title_font = QFont(font)
        self.title_font.setBold(True)
        self.layout: Layout = layout((rect.left(), rect.top(), rect.width(), rect.height()), self._words())
        self.shapes = tuple(
            self._shape(placed, area) for placed in self.layout.placed for area in placed.view.areas
        )

    def hit(self, point: QPointF) -> int | None:
        """Return the index of the area at a point, or of the nearest within the slack; ``None`` beside all."""
        for index in range(len(self.shapes) - 1, -1, -1):
            shape = self.shapes[index]
            if shape.bounds.contains(point) and shape.path.contains(point):
                return index
        slack = SLACK * self.layout.unit
        near = [
            (self.distance(index, point), index)
            for index, shape in enumerate(self.shapes)
            if shape.bounds.adjusted(-slack, -slack, slack, slack).contains(point)
        ]
        if not near:
            return None
        distance, nearest = min(near)
        return nearest if distance <= slack else None

    def distance(self, index: int, point: QPointF) -> float:
        """Return how far a point lies from the edge of an area, inside or outside."""
        shape = self.shapes[index]
        if not shape.area.path:
            return _distance((point.x(), point.y()), _box_corners(shape.bounds))
        x = (point.x() - shape.at.dx) / shape.at.scale
        y = (point.y() - shape.at.dy) / shape.at.scale
        return shape.at.scale * min(_distance((x, y), ring) for ring in rings(shape.area))

    def transform(self, placed: Placed) -> QTransform:
        """Return the way from the units of a view to the rectangle's."""
        return QTransform(placed.scale, 0, 0, placed.scale, placed.dx, placed.dy)

    def _words(self) -> Words:
        plain, bold = QFontMetricsF(self.font), QFontMetricsF(self.title_font)
        widths = {
            word: max(plain.horizontalAdvance(word), bold.horizontalAdvance(word)) for word in label_words()
        }
        return Words(line=plain.height(), widths=widths)

    def _shape(self, placed: Placed, area: Area) -> Shape:
        if area.path:
            path = self.transform(placed).map(AREA_PATHS[area])
        else:
            left, top, width, height = self.layout.pills[area.site]
            path = QPainterPath()
            path.addRoundedRect(QRectF(left, top, width, height), height / 2, height / 2)
        return Shape(area, path, path.boundingRect(), QPointF(*self.layout.mark(area)), placed)


def _lines_of(view: View) -> Lines:
    return Lines(
        *(
            painter_path(tuple(command for path in paths for command in path))
            for paths in (view.ground, view.contours, view.details, view.solids)
        )
    )


AREA_PATHS = {area: painter_path(area.path) for view in VIEWS for area in view.areas if area.path}
VIEW_LINES = {view.name: _lines_of(view) for view in VIEWS}


def _box_corners(box: QRectF) -> list[Point]:
    corners = (box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft(), box.topLeft())
    return [(corner.x(), corner.y()) for corner in corners]


def _distance(point: Point, ring: list[Point]) -> float:
    """Return how far a point lies from the nearest edge of a polygon."""
    best = inf
    for (ax, ay), (bx, by) in pairwise(ring):
        dx, dy, ox, oy = bx - ax, by - ay, ax - point[0], ay - point[1]
        length = dx * dx + dy * dy
        t = 0.0 if length == 0 else max(0.0, min(1.0, -(ox * dx + oy * dy) / length))
        best = min(best, (ox + t * dx) ** 2 + (oy + t * dy) ** 2)
    return sqrt(best)
