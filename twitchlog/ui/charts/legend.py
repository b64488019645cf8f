"""The legend of a chart, beside its words and outside the figure."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QWidget

from twitchlog.charts.signs import HIGH, Box, Ink, Part, Stroke, inks, sign_parts, sign_width
from twitchlog.insight.series.series import Key
from twitchlog.ui.look.flow import row_of
from twitchlog.ui.look.plain import PlainLabel
from twitchlog.ui.look.theme import Theme


class SignView(QWidget):
    """One sign, in its colour and its shape."""

    def __init__(self, key: Key, theme: Theme) -> None:
        super().__init__()
        self._key, self._theme = key, theme
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return room for the sign."""
        return QSize(self._theme.px(round(sign_width(self._key.sign))), self._theme.px(round(HIGH)))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(QRectF(self.rect()).center())
        painter.scale(self._theme.scale, self._theme.scale)
        colours = inks(self._key, self._theme.palette)
        for part in sign_parts(self._key.sign):
            _paint(painter, part, colours)


def legend(keys: Sequence[Key], theme: Theme, after: str = "") -> QWidget:
    """Return the keys side by side, wrapped like words, and a word ``after`` them."""
    last = [PlainLabel(after, "quiet")] if after else []
    return row_of(*(_entry(key, theme) for key in keys), *last, gap=12, lines=3)


def _entry(key: Key, theme: Theme) -> QWidget:
    entry = QWidget()
    row = QHBoxLayout(entry)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    row.addWidget(SignView(key, theme))
    row.addWidget(PlainLabel(key.words, "quiet"))
    return entry


def _paint(painter: QPainter, part: Part, colours: dict[Ink, str]) -> None:
    if isinstance(part, Stroke):
        style = Qt.PenStyle.DashLine if part.dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(colours[part.ink]), part.width, style))
        painter.drawLine(QLineF(QPointF(*part.begin), QPointF(*part.end)))
        return
    outline = QPen(QColor(colours[Ink.OWN]), part.outline)
    painter.setPen(outline if part.outline else Qt.PenStyle.NoPen)
    fill = QColor(colours[part.fill])
    if isinstance(part, Box):
        fill.setAlphaF(part.opacity)
        painter.setBrush(fill)
        box = QRectF(QPointF(part.left, part.top), QPointF(part.right, part.bottom))
        painter.drawRoundedRect(box, part.radius, part.radius)
    else:
        painter.setBrush(fill)
        painter.drawPolygon(QPolygonF([QPointF(*point) for point in part.points]))
