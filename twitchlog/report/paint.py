"""The page on any painter: one sheet, or two on request, whatever the diary holds."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from twitchlog.report.block import Block, Rows
from twitchlog.report.choices import Paper
from twitchlog.report.letters import missing_words
from twitchlog.report.page import Page
from twitchlog.report.paint_body_map import BodyMap
from twitchlog.report.paint_head import FigureStrip, Foot, Head, Questions
from twitchlog.report.paint_second import paint_second
from twitchlog.report.paint_tables import medical_table, places_table, points_table, symptoms_table
from twitchlog.report.paint_timeline import TimelineChart
from twitchlog.report.paint_triggers import TriggerTable

MARGIN = 31.0
GAP, BETWEEN = 8.0, 20.0
LEAST_CHART, MOST_CHART = 86.0, 150.0
LEAST_BODY, MOST_BODY = 180.0, 300.0
GAPS, MOST_LOOSE = 7, 14.0


@dataclass(frozen=True, slots=True)
class Cut:
    """How much of the long lists stands on the page."""

    questions: int
    places: int
    symptoms: int
    points: int
    medical: int


CUTS = (
    Cut(3, 8, 2, 6, 4),
    Cut(2, 6, 2, 5, 3),
    Cut(2, 5, 2, 4, 2),
    Cut(2, 5, 1, 4, 2),
    Cut(1, 4, 1, 4, 2),
    Cut(1, 4, 1, 3, 1),
    Cut(1, 3, 1, 2, 1),
)
"""From all there is room for to what always fits."""


def paint_page(painter: QPainter, page: Page, paper: Paper, number: int = 1) -> None:
    """Paint page 1 or 2 of a page on a painter whose units are points from the sheet's upper left corner."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, paper.width, paper.height), QColor("#FFFFFF"))
    room = QRectF(MARGIN, MARGIN, paper.width - 2 * MARGIN, paper.height - 2 * MARGIN)
    missing = missing_words(page)
    if number == 1:
        layout_of(page, paper, missing).draw(painter, room)
    else:
        paint_second(painter, page, room, missing)


def layout_of(page: Page, paper: Paper, missing: str = "") -> "Layout":
    """Return the first page with as much of the long lists as fits the sheet; ``missing`` names missing letters."""
    width, height = paper.width - 2 * MARGIN, paper.height - 2 * MARGIN
    layouts = [Layout(page, width, cut, missing) for cut in CUTS]
    return next((layout for layout in layouts if layout.least <= height), layouts[-1])


@dataclass(frozen=True)
class Layout:
    """The first page for one way to cut the lists; ``least`` is the height below which it does not fit."""

    page: Page
    width: float
    cut: Cut
    missing: str

    @property
    def _left(self) -> float:
        return round(self.width * 0.455)

    @property
    def _right(self) -> float:
        return self.width - self._left - BETWEEN

    @cached_property
    def _above(self) -> tuple[Block, ...]:
        page, width = self.page, self.width
        return (
            Head(page, width, self._left + BETWEEN),
            Questions(page, width, self.cut.questions),
            FigureStrip(page, width),
        )

    @cached_property
    def _beside_body(self) -> tuple[Block, ...]:
        if self.page.facts.empty:
            return ()
        return (
            places_table(self.page, self._right, self.cut.places),
            symptoms_table(self.page, self._right, self.cut.symptoms),
        )

    @cached_property
    def _below(self) -> tuple[Rows, Rows]:
        return (
            points_table(self.page, self._left, self.cut.points),
            medical_table(self.page, self._right, self.cut.medical),
        )

    @cached_property
    def _triggers(self) -> TriggerTable:
        return TriggerTable(self.page, self.width)

    @cached_property
    def _foot(self) -> Foot:
        return Foot(self.page, self.width, 1, self.missing)

    @property
    def _fixed(self) -> float:
        """The height of everything but the body and the chart, with the gaps."""
        stacked = [*(block.height for block in self._above), self._triggers.height, self._foot.height]
        stacked.append(max(block.height for block in self._below))
        return sum(stacked) + GAP * (sum(height > 0 for height in stacked) + 1)

    @property
    def _beside(self) -> float:
        return sum(block.height for block in self._beside_body) + GAP

    @property
    def least(self) -> float:
        """The least height of the whole page."""
        if self.page.facts.empty:
            return self._fixed
        return self._fixed + max(self._beside, LEAST_BODY) + LEAST_CHART

    def draw(self, painter: QPainter, room: QRectF) -> None:
        """Paint it; what height is left over goes to the chart, the body, and the gaps."""
        x, y = room.left(), room.top()
        chart, body, gap = self._shares(room.height())
        for block in self._above:
            block.draw(painter, x, y)
            y += block.height + (gap if block.height else 0)
        if not self.page.facts.empty:
            self._middle(painter, x, y, body)
            y += body + gap
            TimelineChart(self.page, self.width, chart).draw(painter, x, y)
            y += chart + gap
        if self._triggers.height:
            self._triggers.draw(painter, x, y)
            y += self._triggers.height + gap
        points, medical = self._below
        points.draw(painter, x, y)
        medical.draw(painter, x + (self._left + BETWEEN if points.height else 0), y)
        self._foot.draw(painter, x, room.bottom() - self._foot.height)

    def _shares(self, height: float) -> tuple[float, float, float]:
        """Return the heights of the chart and of the body, and the gap, for a sheet of a height."""
        free = max(height - self._fixed, 0.0)
        least = max(self._beside, LEAST_BODY)
        chart = min(LEAST_CHART + max(free - least - LEAST_CHART, 0.0) * 0.55, MOST_CHART)
        body = min(max(free - chart, least), max(MOST_BODY, least))
        loose = 0.0 if self.page.facts.empty else max(free - chart - body, 0.0)
        return chart, body, GAP + min(loose / GAPS, MOST_LOOSE)

    def _middle(self, painter: QPainter, x: float, y: float, body: float) -> None:
        BodyMap(self.page, self._left, body).draw(painter, x, y)
        loose = min(body - self._beside, 2 * GAP) + GAP
        for block in self._beside_body:
            block.draw(painter, x + self._left + BETWEEN, y)
            y += block.height + loose
