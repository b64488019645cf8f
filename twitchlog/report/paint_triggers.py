"""What goes together: a typical week of each exposure, and the ratio with its range, drawn and printed."""

from dataclasses import dataclass
from functools import cached_property
from math import ceil, log2

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from twitchlog.insight.series.triggers import TriggerRow
from twitchlog.insight.triggers import Verdict
from twitchlog.report.block import HEADING_HEIGHT, draw_heading, draw_line
from twitchlog.report.ink import BODY, HAIR, INK, LABEL, SMALL, SOFT, TICK, line_height, width_of
from twitchlog.report.page import Page
from twitchlog.report.text import text_of

WIDEST, NARROWEST = 8.0, 2.0
LIKELY = frozenset({Verdict.LIKELY_MORE, Verdict.LIKELY_LESS})
ROW = 17.6
HEADS = 10.0
HEADING = "What goes together"


@dataclass(frozen=True)
class TriggerTable:
    """Five rows of one size; nothing where the person left it out."""

    page: Page
    width: float

    @cached_property
    def _rows(self) -> tuple[TriggerRow, ...]:
        return self.page.facts.triggers.rows if self.page.compares else ()

    @property
    def height(self) -> float:
        """The height of heading, column heads, rows and scale."""
        return (
            HEADING_HEIGHT + HEADS + len(self._rows) * ROW + (9 if self._drawn else 0) if self._rows else 0.0
        )

    @cached_property
    def _ends(self) -> tuple[float, float, float, float]:
        """Where the columns begin: the week, the drawing, the numbers; and where the drawing ends."""
        return (96.0, 0.43 * self.width, 0.655 * self.width, 0.635 * self.width)

    @property
    def _drawn(self) -> bool:
        return any(row.drawn for row in self._rows)

    @cached_property
    def _reach(self) -> float:
        limits = [limit for row in self._rows if row.drawn for limit in (row.answer.low, row.answer.high)]
        far = [max(limit, 1 / limit) for limit in limits if limit and limit < float("inf")]
        return min(float(2 ** ceil(log2(max([*far, NARROWEST])))), WIDEST)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it."""
        if not self._rows:
            return
        draw_heading(painter, x, y, HEADING, _denominators(self.page.facts.triggers.explanation), self.width)
        y += HEADING_HEIGHT
        week, drawing, numbers, end = self._ends
        for left, words in ((0.0, "with"), (week, "in a typical week"), (numbers, "how often with it")):
            text_of(words, TICK, 120).draw(painter, x + left, y)
        if self._drawn:
            text_of("noticed less", TICK, 80).draw(painter, x + drawing, y)
            text_of("noticed more", TICK, 80).draw(painter, x + end, y, align=1)
            self._scale(painter, x, y + HEADS, len(self._rows) * ROW)
        y += HEADS
        draw_line(painter, x, y - 1, x + self.width)
        for row in self._rows:
            self._row(painter, row, x, y)
            y += ROW

    def _x(self, ratio: float) -> float:
        left, right = self._ends[1], self._ends[3]
        share = (log2(min(max(ratio, 1 / self._reach), self._reach)) / log2(self._reach) + 1) / 2
        return left + share * (right - left)

    def _scale(self, painter: QPainter, x: float, y: float, high: float) -> None:
        power = round(log2(self._reach))
        for each in range(-power, power + 1):
            at = x + self._x(2.0**each)
            painter.setPen(QPen(QColor(SOFT if each == 0 else HAIR), 0.8 if each == 0 else 0.4))
            painter.drawLine(QLineF(at, y, at, y + high))
            if power < 3 or each % 2 == 0:
                text_of(f"{2.0**each:g}", TICK, 20).draw(painter, at, y + high + 0.5, align=0.5)

    def _row(self, painter: QPainter, row: TriggerRow, x: float, y: float) -> None:
        week, drawing, numbers, end = self._ends
        second = y + line_height(BODY) - 0.4
        text_of(row.name, LABEL, week - 4).draw(painter, x, y)
        text_of(row.window, TICK, week - 4).draw(painter, x, second)
        typical = self.page.facts.week.get(row.answer.exposure, "")
        text_of(typical, SMALL, drawing - week - 10, 2).draw(painter, x + week, y + 0.5)
        ratio = f"{row.ratio} ({row.range})" if row.ratio else row.range and f"{row.range} times"
        said = f"{row.said}: {ratio}" if row.drawn and ratio else row.said
        verdict = text_of(said, BODY, self.width - numbers)
        if verdict.cut:
            verdict = text_of(said, SMALL, self.width - numbers, 2)
        verdict.draw(painter, x + numbers, y)
        if verdict.style is BODY:
            text_of(row.counts, TICK, self.width - numbers).draw(painter, x + numbers, second)
        if row.drawn:
            self._interval(painter, row, x, y + ROW / 2 - 1)
        else:
            said = f"range {row.range}" if row.range else "no ratio yet"
            middle, wide = x + (drawing + end) / 2, width_of(said, TICK) + 6
            painter.fillRect(QRectF(middle - wide / 2, y + 3.5, wide, 9), QColor("#FFFFFF"))
            text_of(said, TICK, end - drawing).draw(painter, middle, y + 4, align=0.5)

    def _interval(self, painter: QPainter, row: TriggerRow, x: float, y: float) -> None:
        answer = row.answer
        low, ratio = x + self._x(answer.low or 0.001), x + self._x(answer.ratio or 0.001)
        high = x + self._x(answer.high if answer.high is not None else self._reach)
        painter.setPen(QPen(QColor(INK), 1.3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLine(QLineF(low, y, high, y))
        painter.setPen(QPen(QColor(INK), 1.0))
        likely = answer.verdict in LIKELY
        painter.setBrush(QColor(INK if likely else "#FFFFFF"))
        if likely:
            painter.drawRect(QRectF(ratio - 2.7, y - 2.7, 5.4, 5.4))
        else:
            arm = 3.6
            sign = [QPointF(0, arm), QPointF(arm, 0), QPointF(0, -arm), QPointF(-arm, 0)]
            painter.drawPolygon(QPolygonF([QPointF(ratio, y) + corner for corner in sign]))
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _denominators(explanation: str) -> str:
    """Return what stands after the colon of the series' explanation: twitches, days, and what it does not show."""
    return explanation.partition(": ")[2]
