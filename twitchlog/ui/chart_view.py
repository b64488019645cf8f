"""A drawn chart in the window: matplotlib draws into a picture, Qt shows it and asks what is under the pointer."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from twitchlog.charts.cards import Card
from twitchlog.charts.marks import Mark, Marks
from twitchlog.insight.series.series import Series
from twitchlog.ui.message_bar import announce
from twitchlog.ui.plain import tooltip
from twitchlog.ui.theme import Theme

DPI = 96
REDRAW_MS = 90


class ChartView(QWidget):
    """While the window is dragged the last picture is stretched; it is drawn again once, when the dragging ends.

    ``opened`` carries the mark that the person wants to see the entries of.
    """

    opened = Signal(object)

    def __init__(self, card: Card, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("chart")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._card, self._theme = card, theme
        self._series: Series | None = None
        self._picture = QPixmap()
        self.marks = Marks()
        self._current = -1
        self._again = QTimer(self, singleShot=True, interval=REDRAW_MS)
        self._again.timeout.connect(self.draw)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_series(self, series: Series) -> None:
        """Take the numbers; `draw` draws them."""
        self._series = series
        self._current = -1
        self.setAccessibleName(series.title)
        self.setAccessibleDescription(series.explanation)
        self._fit_height()

    def draw(self) -> None:
        """Draw the numbers at the present size and in the present look."""
        if self._series is None or self.width() < 2 or not self.isVisible():
            return
        self._fit_height()
        self._picture = QPixmap.fromImage(self.image(self.devicePixelRatioF()))
        self.update()

    def image(self, ratio: float) -> QImage:
        """Return the chart as a picture with ``ratio`` device pixels to one of ours."""
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        figure = Figure(figsize=(self.width() / DPI, self.height() / DPI), dpi=DPI * ratio)
        canvas = FigureCanvasAgg(figure)
        if self._series is not None:
            self.marks = self._card.draw(figure, self._series, self._theme.palette, self._theme.scale)
        canvas.draw()  # type: ignore[no-untyped-call]  # matplotlib leaves some of its methods untyped
        wide, high = canvas.get_width_height(physical=True)
        pixels = canvas.buffer_rgba()  # type: ignore[no-untyped-call]  # the same
        image = QImage(bytes(pixels), wide, high, QImage.Format.Format_RGBA8888).copy()
        image.setDevicePixelRatio(ratio)
        return image

    def save(self, path: str) -> None:
        """Save the chart as PNG, SVG or PDF, by the ending of the path.

        Raises:
            OSError: it cannot be written.
        """
        from matplotlib.figure import Figure

        figure = Figure(figsize=(self.width() / DPI, self.height() / DPI), dpi=DPI)
        if self._series is not None:
            self._card.draw(figure, self._series, self._theme.palette, self._theme.scale)
        figure.savefig(path, dpi=DPI * 2)

    def sizeHint(self) -> QSize:
        """Return the height the chart wants."""
        return QSize(300, self.height())

    def paintEvent(self, _: QPaintEvent) -> None:
        """Show the picture, stretched if it is not of this size, and the mark the keys stand on."""
        painter = QPainter(self)
        if not self._picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(self.rect(), self._picture)
        if self.hasFocus() and 0 <= self._current < len(self.marks):
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(self._box(self.marks.marks[self._current]).adjusted(-2, -2, 2, 2), 3, 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw again when the size has stood still for a moment."""
        super().resizeEvent(event)
        if not self._picture.isNull() and event.size().width() != event.oldSize().width():
            self._again.start()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is under the pointer."""
        mark = self._under(event.position())
        if mark is None:
            QToolTip.hideText()
            self.unsetCursor()
            return
        self.setCursor(Qt.CursorShape.PointingHandCursor if _opens(mark) else Qt.CursorShape.ArrowCursor)
        QToolTip.showText(event.globalPosition().toPoint(), tooltip(mark.words), self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open what is under the pointer."""
        mark = self._under(event.position())
        if mark is not None and _opens(mark):
            self.opened.emit(mark)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step through the marks; Enter opens the one stood on."""
        steps: dict[Qt.Key, Callable[[int], int]] = {
            Qt.Key.Key_Right: lambda at: at + 1,
            Qt.Key.Key_Left: lambda at: at - 1,
            Qt.Key.Key_Home: lambda _: 0,
            Qt.Key.Key_End: lambda _: len(self.marks) - 1,
        }
        key = Qt.Key(event.key())
        if key in steps and len(self.marks):
            self._current = min(max(steps[key](self._current), 0), len(self.marks) - 1)
            announce(self, self.marks.marks[self._current].words)
            self.update()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and 0 <= self._current < len(self.marks):
            self.opened.emit(self.marks.marks[self._current])
        else:
            super().keyPressEvent(event)

    def _under(self, point: QPointF) -> Mark | None:
        return self.marks.at(point.x() / max(self.width(), 1), point.y() / max(self.height(), 1))

    def _box(self, mark: Mark) -> QRectF:
        wide, high = self.width(), self.height()
        return QRectF(
            QPointF(mark.left * wide, mark.top * high), QPointF(mark.right * wide, mark.bottom * high)
        )

    def _fit_height(self) -> None:
        if self._series is not None:
            self.setFixedHeight(self._card.height(self._series, max(self.width(), 300), self._theme.scale))


def _opens(mark: Mark) -> bool:
    return mark.day is not None or mark.key is not None
