"""The figure as a cached picture, and the outlines drawn over it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from twitchlog.charts.palette import Palette
from twitchlog.report.body_painter import Marks, paint_fills, paint_lines, paint_shade
from twitchlog.report.body_shapes import BodyShapes


class BodyPicture:
    """The body with its marks, painted once and kept until something in it changes."""

    def __init__(self) -> None:
        self._pixmap: QPixmap | None = None
        self._shade: QPixmap | None = None
        self._shade_of: tuple[BodyShapes, bool] | None = None

    def forget(self) -> None:
        """Paint again next time: other places or colours."""
        self._pixmap = None

    def pixmap(
        self, shapes: BodyShapes, room: QSize, ratio: float, palette: Palette, marks: Marks
    ) -> QPixmap:
        """Return the picture for a widget of this size, see-through around the body.

        ``ratio`` is device pixels to one of the widget's.
        """
        known = self._pixmap
        if known is None or known.size() != room * ratio or known.devicePixelRatio() != ratio:
            self._pixmap = self._painted(shapes, room, ratio, palette, marks)
        return self._pixmap if self._pixmap is not None else QPixmap()

    def _painted(
        self, shapes: BodyShapes, room: QSize, ratio: float, palette: Palette, marks: Marks
    ) -> QPixmap:
        pixmap = _empty(room, ratio)
        painter = QPainter(pixmap)
        paint_fills(painter, shapes, palette, marks)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(0, 0, room.width(), room.height(), self._shades(shapes, room, palette))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        paint_lines(painter, shapes, palette, marks)
        painter.end()
        return pixmap

    def _shades(self, shapes: BodyShapes, room: QSize, palette: Palette) -> QPixmap:
        """Return the soft edges at half the size: they have no sharp line, and wide strokes are slow."""
        if self._shade is None or self._shade_of != (shapes, palette.dark):
            self._shade = _empty(room, 0.5)
            painter = QPainter(self._shade)
            paint_shade(painter, shapes, palette)
            painter.end()
            self._shade_of = (shapes, palette.dark)
        return self._shade


def _empty(room: QSize, ratio: float) -> QPixmap:
    pixmap = QPixmap(room * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def paint_hover(
    painter: QPainter, shapes: BodyShapes, palette: Palette, twins: list[int], index: int
) -> None:
    """Outline the area under the pointer, and finely the same place elsewhere."""
    _outline(painter, shapes, [i for i in twins if i != index], palette.accent, 1.2)
    _outline(painter, shapes, [index], palette.accent, 2.2)


def paint_focus(
    painter: QPainter, shapes: BodyShapes, palette: Palette, twins: list[int], index: int
) -> None:
    """Outline the area with the focus in two tones, so that one stands out on any colour."""
    _outline(painter, shapes, [i for i in twins if i != index], palette.focus, 1.2)
    _outline(painter, shapes, [index], palette.surface, 6.5)
    _outline(painter, shapes, [index], palette.focus, 3.0)


def _outline(painter: QPainter, shapes: BodyShapes, indices: list[int], colour: str, width: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(colour), width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    for index in indices:
        outline: QPainterPath = shapes.shapes[index].path
        painter.strokePath(outline, pen)
