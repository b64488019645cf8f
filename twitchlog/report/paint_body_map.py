"""The body with a count on every place that is large enough for one, and the key of its steps."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from twitchlog.charts.body.heat import Counts, area_count
from twitchlog.charts.body.outline import Area
from twitchlog.domain.sites import Side
from twitchlog.report.block import HEADING_HEIGHT, draw_heading
from twitchlog.report.body_painter import heat_of, paint_body
from twitchlog.report.body_shapes import BodyShapes, Shape
from twitchlog.report.ink import PAPER, TICK, Style, family, width_of
from twitchlog.report.page import Page
from twitchlog.report.text import text_of

PIXEL = 0.55
"""How much of a point a pixel of the window's figure is on paper."""
WORDS_PX = 12
KEY_HEIGHT = 12.0
COUNT = Style(6.2, bold=True)
SWATCH = 7.0


@dataclass(frozen=True)
class BodyMap:
    """The figure of the window, in a rectangle of any size."""

    page: Page
    width: float
    height: float

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Paint heading, figure and key."""
        draw_heading(painter, x, y, "Where", "left is the person's left", self.width)
        room = QRectF(x, y + HEADING_HEIGHT, self.width, self.height - HEADING_HEIGHT - KEY_HEIGHT - 2)
        self._figure(painter, room)
        self._key(painter, x, y + self.height - KEY_HEIGHT + 2)

    def _figure(self, painter: QPainter, room: QRectF) -> None:
        counts = self.page.facts.places.counts
        font = QFont(family())
        font.setPixelSize(WORDS_PX)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        inner = QRectF(room.x() / PIXEL, room.y() / PIXEL, room.width() / PIXEL, room.height() / PIXEL)
        painter.save()
        painter.scale(PIXEL, PIXEL)
        paint_body(painter, inner, PAPER, font=font, counts=counts)
        painter.restore()
        self._counts(painter, BodyShapes(inner, font))

    def _counts(self, painter: QPainter, shapes: BodyShapes) -> None:
        """Print the counts where they fit inside; the small places are in the list beside."""
        heat = heat_of(self.page.facts.places.counts)
        for shape in shapes.shapes:
            number = area_count(shape.area, heat.counts)
            if not number or not shape.area.path or _on_both_halves(shape.area, heat.counts):
                continue
            words = f"{number}"
            wide, high = width_of(words, COUNT), COUNT.points * 0.74
            if not _inside(shape, 0.92 * wide / PIXEL, high / PIXEL):
                continue
            colour = PAPER.on_step(heat.step(shape.area))
            text = text_of(words, Style(COUNT.points, bold=True, colour=colour), 60)
            at = QPointF(shape.mark.x() * PIXEL, shape.mark.y() * PIXEL)
            text.draw(painter, at.x(), at.y() - text.height / 2, align=0.5)

    def _key(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the steps with their counts."""
        bounds = heat_of(self.page.facts.places.counts).bounds
        if not bounds:
            return
        for number, (low, high) in enumerate(bounds, 1):
            painter.setPen(QPen(QColor(PAPER.body_line), 0.4))
            painter.setBrush(QColor(PAPER.steps[number]))
            painter.drawRect(QRectF(x, y + 0.8, SWATCH, SWATCH))
            said = text_of(f"{low:,}" if low == high else f"{low:,} to {high:,}", TICK, 70)
            said.draw(painter, x + SWATCH + 3, y)
            x += SWATCH + 3 + width_of(said.lines[0], TICK) + 9
        text_of("twitches", TICK, 40).draw(painter, x, y)


def _inside(shape: Shape, wide: float, high: float) -> bool:
    """Return whether a box around the middle of an area lies in it."""
    x, y = shape.mark.x(), shape.mark.y()
    corners = ((x + dx * wide / 2, y + dy * high / 2) for dx in (-1, 1) for dy in (-1, 1))
    return all(shape.path.contains(QPointF(*corner)) for corner in corners)


def _on_both_halves(area: Area, counts: Counts) -> bool:
    """Return whether twitches without a side light this half: their number would stand there twice."""
    sides = {side for site, side in counts if site is area.site}
    return area.side is Side.RIGHT and sides == {Side.MIDDLE}
