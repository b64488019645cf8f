"""The legend of a chart, beside its words and outside the figure."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QWidget

from twitchlog.charts.palette import BAND
from twitchlog.insight.series.series import Key, Sign
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
        """Return room for the sign; five levels are as many slots."""
        theme = self._theme
        wide = 5 * 15 if self._key.sign is Sign.STEPS else 18
        return QSize(theme.px(wide), theme.px(16))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._theme.px(11)
        box = QRectF((self._theme.px(18) - side) / 2, (self.height() - side) / 2, side, side)
        colour = QColor(self._theme.palette.colour(self._key.colour))
        match self._key.sign:
            case Sign.STEPS:
                self._levels(painter, side)
            case Sign.LINE | Sign.THIN_LINE | Sign.DASHED | Sign.BAND | Sign.BAR | Sign.TICK:
                _line(painter, self._key.sign, colour, QRectF(self.rect()))
            case _:
                _shape(painter, self._key.sign, colour, box, self._ground())

    def _ground(self) -> QColor:
        """Return the colour of what lies inside a sign: that of the card, on a step the one that can be seen there."""
        if self._key.sign is Sign.PLUS_SQUARE:
            return QColor(self._theme.palette.on_step(int(self._key.colour.removeprefix("step"))))
        return self._theme.colour("surface")

    def _levels(self, painter: QPainter, side: float) -> None:
        """Paint five slots, three of them filled: a level is counted, not told by its shade."""
        full, empty = self._theme.palette.colour(self._key.colour), self._theme.palette.sunken
        for number in range(5):
            box = QRectF(number * (side + 3), (self.height() - side) / 2, side - 1, side)
            painter.fillRect(box, QColor(full if number < 3 else empty))


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


def _line(painter: QPainter, sign: Sign, colour: QColor, box: QRectF) -> None:
    middle = box.center().y()
    if sign is Sign.BAND:
        colour.setAlphaF(BAND)
        painter.fillRect(QRectF(0, middle - 5, box.width(), 10), colour)
    elif sign is Sign.BAR:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(0, middle - 4, box.width(), 8), 3, 3)
    elif sign is Sign.TICK:
        painter.setPen(QPen(colour, 2))
        painter.drawLine(QLineF(box.center().x(), middle - 6, box.center().x(), middle + 6))
    else:
        style = Qt.PenStyle.DashLine if sign is Sign.DASHED else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour, 1 if sign is Sign.THIN_LINE else 2, style))
        painter.drawLine(QLineF(0, middle, box.width(), middle))


def _shape(painter: QPainter, sign: Sign, colour: QColor, box: QRectF, ground: QColor) -> None:
    hollow = sign in {Sign.EMPTY_SQUARE, Sign.DOTTED_SQUARE, Sign.RING, Sign.DIAMOND}
    painter.setPen(QPen(colour, 1.5) if hollow or sign is Sign.CROSS else Qt.PenStyle.NoPen)
    painter.setBrush(ground if hollow else colour)
    if sign in {Sign.SQUARE, Sign.EMPTY_SQUARE, Sign.DOTTED_SQUARE, Sign.PLUS_SQUARE}:
        painter.drawRoundedRect(box, 2, 2)
    elif sign in {Sign.DISC, Sign.RING}:
        painter.drawEllipse(box)
    elif sign in CORNERS:
        corners = [box.topLeft() + QPointF(x * box.width(), y * box.height()) for x, y in CORNERS[sign]]
        painter.drawPolygon(QPolygonF(corners))
    _inside(painter, sign, colour, box, ground)


def _inside(painter: QPainter, sign: Sign, colour: QColor, box: QRectF, ground: QColor) -> None:
    if sign in {Sign.DOT, Sign.DOTTED_SQUARE}:
        painter.setBrush(colour)
        painter.drawEllipse(box.center(), 1.6, 1.6)
    elif sign is Sign.PLUS_SQUARE:
        painter.setPen(QPen(ground, 1.5))
        half = box.width() * 0.28
        painter.drawLine(QLineF(box.center() - QPointF(half, 0), box.center() + QPointF(half, 0)))
        painter.drawLine(QLineF(box.center() - QPointF(0, half), box.center() + QPointF(0, half)))
    elif sign is Sign.CROSS:
        inner = box.adjusted(2, 2, -2, -2)
        painter.drawLine(QLineF(inner.topLeft(), inner.bottomRight()))
        painter.drawLine(QLineF(inner.topRight(), inner.bottomLeft()))


CORNERS = {
    Sign.CUT_SQUARE: ((0, 0), (0.55, 0), (1, 0.45), (1, 1), (0, 1)),
    Sign.TRIANGLE: ((0, 0), (1, 0), (0.5, 1)),
    Sign.DIAMOND: ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
}
"""Polygons in shares of the sign's box."""
