"""The body on any painter: the window's figure, the heat map and the doctor's page draw the same picture."""

from collections.abc import Collection
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from twitchlog.charts.body.heat import Counts, area_count, step_bounds, step_of
from twitchlog.charts.body.layout import AREAS, LENSES, PILL_WORDS, Label, Placed
from twitchlog.charts.body.outline import Area, Spot
from twitchlog.charts.palette import Palette
from twitchlog.domain.sites import Side, Site
from twitchlog.report.body_shapes import AREA_PATHS, VIEW_LINES, BodyShapes, Shape

_ROUND = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
_SHADES = ((12.0, 7), (8.0, 8), (5.0, 9), (2.6, 10))
"""Width in figure units and opacity (of 255) of the soft edge inside the body."""
_FAINT = 0.5
"""How much of the line colour a muscle line or a border that no eye sees has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heat:
    """Twitches by place and the steps that show them."""

    counts: Counts
    bounds: list[tuple[int, int]] = field(default_factory=list)

    def step(self, area: Area) -> int:
        """Return the step of an area, 0 for no twitch."""
        return step_of(area_count(area, self.counts), self.bounds)


def heat_of(counts: Counts) -> Heat:
    """Return the counts with steps up to the busiest area of the drawing."""
    most = max(area_count(area, counts) for area in AREAS)
    return Heat(counts=counts, bounds=step_bounds(most))


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What the picture shows beyond the body: chosen places, or the heat of all."""

    chosen: frozenset[Spot] = frozenset()
    heat: Heat | None = None


def paint_body(
    painter: QPainter,
    rect: QRectF,
    palette: Palette,
    *,
    font: QFont,
    chosen: Collection[Spot] = (),
    counts: Counts | None = None,
) -> None:
    """Paint the whole picture into a rectangle, words in ``font``.

    With ``counts`` the areas are filled by how often they twitched; ``chosen`` places get the accent and a
    tick. Places have the sides left, right and middle here, both sides being two of them.
    """
    shapes = BodyShapes(rect, font)
    marks = Marks(chosen=frozenset(chosen), heat=None if counts is None else heat_of(counts))
    paint_fills(painter, shapes, palette, marks)
    paint_lines(painter, shapes, palette, marks)


def paint_fills(painter: QPainter, shapes: BodyShapes, palette: Palette, marks: Marks) -> None:
    """Paint the areas in their colours."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for placed in shapes.layout.placed:
        painter.save()
        painter.setTransform(shapes.transform(placed), combine=True)
        painter.setPen(_border(palette, placed))
        painter.setBrush(_untouched(palette, marks))
        painter.drawPath(VIEW_LINES[placed.view.name].ground)
        for area in placed.view.areas:
            if area.path:
                _area(painter, palette, placed, area, marks)
        painter.restore()


def paint_shade(painter: QPainter, shapes: BodyShapes, palette: Palette) -> None:
    """Paint soft dark strokes along the contours, inside and outside, to be laid over the fills only."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for placed in shapes.layout.placed:
        painter.save()
        painter.setTransform(shapes.transform(placed), combine=True)
        for width, opacity in _SHADES:
            shade = QColor(0, 0, 0, opacity * 2 if palette.dark else opacity)
            painter.strokePath(
                VIEW_LINES[placed.view.name].contours,
                QPen(QBrush(shade), width * shapes.layout.unit / placed.scale, *_ROUND),
            )
        painter.restore()


def paint_lines(painter: QPainter, shapes: BodyShapes, palette: Palette, marks: Marks) -> None:
    """Paint what lies over the areas: muscle lines, contours, frames, pills, words and ticks."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for placed in shapes.layout.placed:
        painter.save()
        painter.setTransform(shapes.transform(placed), combine=True)
        _view_lines(painter, palette, placed)
        painter.restore()
        if placed.view in LENSES:
            _frame(painter, palette, placed)
    for label in shapes.layout.labels:
        _label(painter, shapes, palette, label)
    for index, shape in enumerate(shapes.shapes):
        if not shape.area.path:
            _pill(painter, shapes, palette, shape, marks)
        elif marks.chosen:
            for part in lit_parts(shape.area, marks.chosen):
                _tick(painter, palette, _tick_place(shapes, index, part), _tick_arm(shapes, index))


def _widths(placed: Placed) -> tuple[float, float, float]:
    """Return the widths of fine lines, borders and contours: 0.7, 0.9 and 1.2 px, more when drawn large."""
    grow = max(1.0, placed.scale) ** 0.5 / placed.scale
    return (0.75 * grow, 0.9 * grow, 1.25 * grow)


def _border(palette: Palette, placed: Placed) -> QPen:
    return QPen(QBrush(QColor(palette.body_line)), _widths(placed)[1], *_ROUND)


def _faint(palette: Palette, placed: Placed) -> QPen:
    colour = QColor(palette.body_line)
    colour.setAlphaF(_FAINT)
    return QPen(QBrush(colour), _widths(placed)[0], *_ROUND)


def _area(painter: QPainter, palette: Palette, placed: Placed, area: Area, marks: Marks) -> None:
    pen = _faint(palette, placed) if area.soft else _border(palette, placed)
    if area.dashed:
        pen.setDashPattern([3.2, 2.4])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    path = AREA_PATHS[area]
    fill = _fill(palette, marks, area)
    lies_below = area.dashed and fill == _untouched(palette, marks)
    painter.setPen(pen)
    painter.setBrush(QBrush(Qt.BrushStyle.NoBrush) if lies_below else QBrush(fill))
    painter.drawPath(path)
    for part in lit_parts(area, marks.chosen):
        if part is not None:
            painter.save()
            painter.setClipRect(_part_box(area, path.boundingRect(), 0.0, part))
            painter.setBrush(QColor(palette.accent))
            painter.drawPath(path)
            painter.restore()


def _fill(palette: Palette, marks: Marks, area: Area) -> QColor:
    if area.spot in marks.chosen:
        return QColor(palette.accent)
    step = marks.heat.step(area) if marks.heat else 0
    return QColor(palette.steps[step]) if step else _untouched(palette, marks)


def _untouched(palette: Palette, marks: Marks) -> QColor:
    """In the dark the body is nearly as light as the first step of the heat map, so there "none" has a step of its own."""
    return QColor(palette.steps[0] if marks.heat and palette.dark else palette.body)


def _view_lines(painter: QPainter, palette: Palette, placed: Placed) -> None:
    lines = VIEW_LINES[placed.view.name]
    contour = _border(palette, placed)
    contour.setWidthF(_widths(placed)[2])
    painter.strokePath(lines.details, _faint(palette, placed))
    painter.strokePath(lines.contours, contour)
    painter.fillPath(lines.solids, QColor(palette.body_line))


def _frame(painter: QPainter, palette: Palette, placed: Placed) -> None:
    painter.setPen(QPen(QColor(palette.border), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(*placed.frame).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)


def _pill(painter: QPainter, shapes: BodyShapes, palette: Palette, shape: Shape, marks: Marks) -> None:
    """Paint a pill; a place that twitched gets a dot of its step, for no step carries words at 4.5:1."""
    area, box = shape.area, shape.bounds
    step = marks.heat.step(area) if marks.heat else 0
    lit = bool(lit_parts(area, marks.chosen))
    of_body = area.site is Site.TONGUE
    painter.setPen(QPen(QColor(palette.body_line if of_body else palette.control), 1.0))
    painter.setBrush(QColor(palette.accent if lit else palette.body if of_body else palette.surface))
    painter.drawPath(shape.path)
    sign = QPointF(box.left() + 0.5 * box.height(), box.center().y())
    if lit:
        _tick(painter, palette, sign, 0.17 * box.height())
    if step:
        painter.setBrush(QColor(palette.steps[step]))
        painter.drawEllipse(sign, 0.2 * box.height(), 0.2 * box.height())
    words, taken = pill_words(area.site, asks=marks.heat is None), 0.5 * box.height()
    room = box.width() - 1.4 * taken
    painter.setPen(QColor(palette.on_accent if lit else palette.text))
    painter.setFont(shapes.font)
    shifted = box.adjusted(taken if lit or step else 0.0, 0.0, 0.0, 0.0)
    squeeze = min(1.0, room / QFontMetricsF(shapes.font).horizontalAdvance(words))
    # The painter shrinks, not the font: that holds for sizes in points and in pixels.
    painter.save()
    painter.translate(shifted.center())
    painter.scale(squeeze, squeeze)
    around = QRectF(-shifted.width(), -shifted.height(), 2 * shifted.width(), 2 * shifted.height())
    painter.drawText(around, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()


def pill_words(site: Site, *, asks: bool) -> str:
    """Return the words on a pill; dots promise a question, which the heat map does not ask."""
    return PILL_WORDS[site] if asks else PILL_WORDS[site].rstrip(".")


def _label(painter: QPainter, shapes: BodyShapes, palette: Palette, label: Label) -> None:
    font = shapes.title_font if label.title else shapes.font
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(QColor(palette.text2))
    x = label.x - metrics.horizontalAdvance(label.words) * (label.align + 1) / 2
    painter.drawText(QPointF(x, label.y + metrics.ascent()), label.words)


def lit_parts(area: Area, chosen: Collection[Spot]) -> list[Side | None]:
    """Return what of an area is chosen: ``None`` the whole of it, else the half or the middle that is."""
    if area.spot in chosen:
        return [None]
    others = (Side.LEFT, Side.RIGHT) if area.side is Side.MIDDLE else (Side.MIDDLE,)
    return [side for side in others if (area.site, side) in chosen]


def _part_box(area: Area, box: QRectF, middle: float, part: Side) -> QRectF:
    """Return the third beside the middle line, or the person's half of an area that has no halves."""
    if part is Side.MIDDLE:
        reach = max(middle - box.left(), box.right() - middle) * 0.36
        return QRectF(middle - reach, box.top() - 1, 2 * reach, box.height() + 2)
    seen_mirrored = area.view in {"front", "face"}
    on_right = (part is Side.LEFT) is seen_mirrored
    left = middle if on_right else box.left() - 1
    return QRectF(left, box.top() - 1, box.width() / 2 + 1, box.height() + 2)


def _tick_place(shapes: BodyShapes, index: int, part: Side | None) -> QPointF:
    shape = shapes.shapes[index]
    if part is None:
        return shape.mark
    box = _part_box(shape.area, shape.bounds, shape.at.dx, part)
    return QPointF(box.center().x(), shape.mark.y())


def _tick_arm(shapes: BodyShapes, index: int) -> float:
    """Return half the width of a tick that fits inside the area, 2 to about 7 px."""
    room = shapes.distance(index, shapes.shapes[index].mark)
    return max(2.0, min(0.72 * room, 6.0 * max(shapes.layout.unit, 0.8)))


def _tick(painter: QPainter, palette: Palette, at: QPointF, arm: float) -> None:
    painter.setPen(QPen(QBrush(QColor(palette.on_accent)), max(1.2, arm * 0.36), *_ROUND))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    tick = QPainterPath(at + QPointF(-arm, 0.05 * arm))
    tick.lineTo(at + QPointF(-0.28 * arm, 0.75 * arm))
    tick.lineTo(at + QPointF(arm, -0.75 * arm))
    painter.drawPath(tick)
