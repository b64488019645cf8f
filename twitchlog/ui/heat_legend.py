"""The five steps of the heat on the figure, with their numbers."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from twitchlog.ui.theme import SMALL_PT, Theme


class HeatLegend(QWidget):
    """Squares from few to many, each with the counts it stands for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._bounds: list[tuple[int, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bounds(self, bounds: Sequence[tuple[int, int]]) -> None:
        """Show the least and the most twitches of each step."""
        self._bounds = list(bounds)
        self.setAccessibleName("Twitches: " + ", ".join(self._words()))
        self.update()

    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(self._theme.px(320), self._theme.px(24))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the squares and their numbers."""
        painter = QPainter(self)
        theme = self._theme
        painter.setFont(theme.font(SMALL_PT))
        side, metrics = theme.px(13), QFontMetricsF(painter.font())
        x = 0.0
        for number, text in enumerate(self._words()):
            wide = side + 5 + metrics.horizontalAdvance(text) + theme.px(14)
            painter.fillRect(QRectF(x, theme.px(5), side, side), QColor(theme.palette.steps[number + 1]))
            painter.setPen(theme.colour("text2"))
            box = QRectF(x + side + 5, 0, wide - side - 5, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
            x += wide
        painter.drawText(
            QRectF(x, 0, self.width() - x, self.height()), Qt.AlignmentFlag.AlignVCenter, "twitches"
        )

    def _words(self) -> list[str]:
        return [f"{low:,}" if low == high else f"{low:,} to {high:,}" for low, high in self._bounds]
