"""A drawn chart in the window: matplotlib draws into a picture, Qt shows it and asks what is under the pointer."""

from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from twitchlog.charts.cards import Card
from twitchlog.charts.marks import Mark, Marks
from twitchlog.insight.series.series import Series
from twitchlog.ui.look.plain import tooltip
from twitchlog.ui.look.theme import Theme
from twitchlog.ui.message_bar import announce

if TYPE_CHECKING:
    from matplotlib.figure import Figure

DPI = 96
REDRAW_MS = 90
LEAST_WIDTH = 300
MARGIN = 16
"""Around a picture that is saved or copied, in logical pixels."""


class ChartView(QWidget):
    """While the window is dragged the last picture is stretched; ``stale`` asks to draw again when that ends.

    ``opened`` carries the mark that the person wants to see the entries of.
    """

    opened = Signal(object)
    stale = Signal()

    def __init__(self, card: Card, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("chart")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._card, self._theme = card, theme
        self._series: Series | None = None
        self._composed: Figure | None = None
        self._picture = QPixmap()
        self.marks = Marks()
        self._current = -1
        self._again = QTimer(self, singleShot=True, interval=REDRAW_MS)
        self._again.timeout.connect(self.stale)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_series(self, series: Series) -> None:
        """Take the numbers; `compose` and `render` draw them."""
        self._series = series
        self._current = -1
        self.setAccessibleName(series.title)
        self.setAccessibleDescription(series.explanation)
        self._fit_height()

    @property
    def current(self) -> Mark | None:
        """The mark that the keys stand on."""
        return self.marks.marks[self._current] if 0 <= self._current < len(self.marks) else None

    def compose(self) -> None:
        """Put together what is to be drawn at the present size and in the present look: half of the work."""
        self._composed = None
        if self._series is None or self.width() < 2 or not self.isVisible():
            return
        self._fit_height()
        self._composed = self._figure(self.devicePixelRatioF(), self._series)

    def render_composed(self) -> None:
        """Turn what `compose` put together into the picture that is shown: the other half."""
        if self._composed is None:
            return
        self._picture = QPixmap.fromImage(_image(self._composed, self.devicePixelRatioF()))
        self._composed = None
        self.update()

    def as_file(self, kind: str, days: str) -> bytes:
        """Return the chart with what the card says around it as a file: ``png`` at twice its size, ``svg`` or ``pdf``.

        ``days`` names the days it shows. Empty without numbers.
        """
        if self._series is None:
            return b""
        from twitchlog.charts.caption import add_caption

        figure = self._figure(1.0, self._series)
        add_caption(figure, self._series, days, self._theme.palette, self._theme.scale)
        out = BytesIO()
        dates = {"svg": {"Date": None}, "pdf": {"CreationDate": None}}
        whole = figure.bbox_inches.padded(MARGIN / DPI)
        figure.savefig(out, format=kind, dpi=DPI * 2, metadata=dates.get(kind), bbox_inches=whole)
        return out.getvalue()

    def sizeHint(self) -> QSize:
        """Return the height the chart wants."""
        return QSize(LEAST_WIDTH, self.height())

    def event(self, event: QEvent) -> bool:
        """Ask to draw again on a screen with other pixels."""
        if event.type() is QEvent.Type.DevicePixelRatioChange and not self._picture.isNull():
            self._again.start()
        return super().event(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Show the picture, stretched if it is not of this size, and the mark the keys stand on."""
        painter = QPainter(self)
        if not self._picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(self.rect(), self._picture)
        if self.hasFocus() and self.current is not None:
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(self._box(self.current).adjusted(-2, -2, 2, 2), 3, 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask to draw again when the size has stood still for a moment."""
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
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens(mark) else Qt.CursorShape.ArrowCursor)
        QToolTip.showText(event.globalPosition().toPoint(), tooltip(mark.words), self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open what is under the pointer."""
        mark = self._under(event.position())
        if event.button() is Qt.MouseButton.LeftButton and mark is not None and opens(mark):
            self.opened.emit(mark)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step through the marks; Enter opens the one stood on."""
        steps: dict[Qt.Key, Callable[[], int]] = {
            Qt.Key.Key_Right: lambda: self._current + 1,
            Qt.Key.Key_Left: lambda: self._current - 1,
            Qt.Key.Key_Down: lambda: self._beyond(1),
            Qt.Key.Key_Up: lambda: self._beyond(-1),
            Qt.Key.Key_Home: lambda: 0,
            Qt.Key.Key_End: lambda: len(self.marks) - 1,
        }
        key = Qt.Key(event.key())
        if key in steps and len(self.marks):
            self._stand_on(min(max(steps[key](), 0), len(self.marks) - 1))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current is not None:
            if opens(self.current):
                self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    def _stand_on(self, number: int) -> None:
        self._current = number
        mark = self.marks.marks[number]
        box = self._box(mark)
        announce(self, mark.words)
        QToolTip.showText(self.mapToGlobal(box.bottomLeft().toPoint()), tooltip(mark.words), self)
        self.update()

    def _beyond(self, way: int) -> int:
        """Return the nearest mark wholly below (1) or above (-1) the one stood on, else the same."""
        here = self.current
        if here is None:
            return 0
        x, y = (here.left + here.right) / 2, (here.top + here.bottom) / 2
        there = [
            (abs((mark.top + mark.bottom) / 2 - y) + abs((mark.left + mark.right) / 2 - x), number)
            for number, mark in enumerate(self.marks.marks)
            if (way > 0 and mark.top >= here.bottom - 1e-6) or (way < 0 and mark.bottom <= here.top + 1e-6)
        ]
        return min(there, default=(0, self._current))[1]

    def _under(self, point: QPointF) -> Mark | None:
        return self.marks.at(point.x() / max(self.width(), 1), point.y() / max(self.height(), 1))

    def _box(self, mark: Mark) -> QRectF:
        wide, high = self.width(), self.height()
        return QRectF(
            QPointF(mark.left * wide, mark.top * high), QPointF(mark.right * wide, mark.bottom * high)
        )

    def _figure(self, ratio: float, series: Series) -> "Figure":
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        figure = Figure(figsize=(self.width() / DPI, self.height() / DPI), dpi=DPI * ratio)
        FigureCanvasAgg(figure)
        self.marks = self._card.draw(figure, series, self._theme.palette, self._theme.scale)
        return figure

    def _fit_height(self) -> None:
        if self._series is not None:
            wide = max(self.width(), LEAST_WIDTH)
            self.setFixedHeight(self._card.height(self._series, wide, self._theme.scale))


def opens(mark: Mark) -> bool:
    """Return whether there is something to open behind a mark."""
    return mark.day is not None or mark.key is not None


def _image(figure: "Figure", ratio: float) -> QImage:
    canvas = figure.canvas
    canvas.draw()
    wide, high = canvas.get_width_height(physical=True)
    pixels = canvas.buffer_rgba()  # type: ignore[attr-defined]  # the Agg canvas has it; matplotlib leaves it untyped
    image = QImage(bytes(pixels), wide, high, QImage.Format.Format_RGBA8888).copy()
    image.setDevicePixelRatio(ratio)
    return image
