"""The page for the doctor as it will be on paper, beside what is chosen for it."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from twitchlog.report.choices import Paper
from twitchlog.report.page import Page
from twitchlog.report.paint import paint_page
from twitchlog.ui.look.theme import Theme

SOON_MS = 150
BETWEEN = 14
LEAST_WIDTH = 260


class ReportPreview(QWidget):
    """Shows the sheets one below the other, as wide as there is room for; always on white, as paper is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("preview")
        self._theme = theme
        self._page: Page | None = None
        self._paper = Paper.A4
        self._sheets: list[QPixmap] = []
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._paint_sheets)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(LEAST_WIDTH)

    def show_page(self, page: Page, paper: Paper, *, soon: bool = False) -> None:
        """Show a page, at once or, while somebody types, a moment later."""
        grew = self._page is None or (page.sheets, paper) != (self._page.sheets, self._paper)
        self._page, self._paper = page, paper
        self.setAccessibleName("The page for the doctor")
        self.setAccessibleDescription(spoken(page))
        if grew:
            self.updateGeometry()
        if soon:
            self._soon.start()
        else:
            self._paint_sheets()

    def hasHeightForWidth(self) -> bool:
        """Return that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all sheets."""
        sheets = self._page.sheets if self._page else 1
        return round(sheets * self._sheet_height(width) + (sheets - 1) * BETWEEN)

    def sizeHint(self) -> QSize:
        """Return about the size at which it can be read."""
        wide = 620
        return QSize(wide, self.heightForWidth(wide))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stretch what there is, and paint it sharp when the dragging ends."""
        super().resizeEvent(event)
        self._soon.start()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the sheets."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        high, y = self._sheet_height(self.width()), 0.0
        for sheet in self._sheets:
            box = QRectF(0, y, self.width(), high)
            painter.drawPixmap(box, sheet, QRectF(sheet.rect()))
            painter.setPen(QColor(self._theme.palette.border))
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
            y += high + BETWEEN

    def _sheet_height(self, width: float) -> float:
        return width * self._paper.height / self._paper.width

    def _paint_sheets(self) -> None:
        self._soon.stop()
        page = self._page
        if page is None or self.width() < 2 or not self.isVisible():
            return
        ratio = self.devicePixelRatioF()
        scale = self.width() * ratio / self._paper.width
        self._sheets = [self._sheet(page, number, scale) for number in range(1, page.sheets + 1)]
        self.update()

    def _sheet(self, page: Page, number: int, scale: float) -> QPixmap:
        sheet = QPixmap(round(self._paper.width * scale), round(self._paper.height * scale))
        sheet.fill(Qt.GlobalColor.white)
        painter = QPainter(sheet)
        painter.scale(scale, scale)
        paint_page(painter, page, self._paper, number)
        painter.end()
        return sheet


def spoken(page: Page) -> str:
    """Return the page in words for a screen reader: its key figures and every sign."""
    figures = [f"{figure.label}: {figure.value}, {figure.detail}" for figure in page.figures]
    signs = [f"{row.name}: {row.said} {row.detail}".rstrip() for row in page.facts.symptoms]
    points = [f"{point.title}: {point.detail}" for point in page.points]
    said = [page.period_words, *page.questions, *figures, *([] if page.facts.empty else signs), *points]
    return ". ".join(said)
