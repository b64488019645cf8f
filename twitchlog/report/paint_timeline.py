"""Day by day: bars for what was written down, shade where nothing is known, the mean of seven days, visits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from twitchlog.charts.labels import Flagged, Placed, in_rows
from twitchlog.charts.scales import date_ticks, round_ticks
from twitchlog.domain.words import day as day_words
from twitchlog.insight.series.rate_words import figure
from twitchlog.insight.series.year import DayKind
from twitchlog.report.block import HEADING_HEIGHT, draw_heading
from twitchlog.report.ink import DATA, DATA_SOFT, HAIR, INK, SHADE, SOFT, TICK, Style, width_of
from twitchlog.report.page import Page
from twitchlog.report.text import Text, text_of
from twitchlog.report.typed import isolated

LEFT, FOOT = 20.0, 20.0
LABEL_ROW, LABEL_ROWS, LONGEST_LABEL = 9.0, 2, 110.0
MOST_BARS = 400
"""Days up to which each has a bar; with more they would melt into a block."""
NOT_SOLID = frozenset({DayKind.MORE, DayKind.UNCHECKED})
MARKED = Style(6.9, colour=INK)


@dataclass(frozen=True)
class TimelineChart:
    """The chart in a rectangle of any size."""

    page: Page
    width: float
    height: float

    @cached_property
    def _top(self) -> float:
        return HEADING_HEIGHT + 3 + self._label_rows * LABEL_ROW

    @cached_property
    def _visits(self) -> "tuple[_Visit, ...]":
        """The marks of each day together, with where they stand."""
        line = self.page.facts.timeline
        step = (self.width - LEFT) / max(len(line.days), 1)
        visits = []
        for day, marks in groupby(line.marks, key=lambda mark: mark.date):
            label = text_of(isolated(", ".join(mark.label for mark in marks)), MARKED, LONGEST_LABEL)
            spot = ((day - line.days[0].date).days + 0.5) * step
            visits.append(_Visit(label, Flagged(spot, width_of(label.lines[0], MARKED))))
        return tuple(visits)

    @cached_property
    def _label_rows(self) -> int:
        """As few rows as name every mark, two at most."""
        for rows in range(LABEL_ROWS):
            if None not in self._placed(rows):
                return rows
        return LABEL_ROWS

    def _placed(self, rows: int) -> list[Placed | None]:
        return (
            in_rows([visit.flagged for visit in self._visits], rows, self.width - LEFT, gap=6)
            if rows or self._visits
            else []
        )

    @cached_property
    def _highest(self) -> float:
        line = self.page.facts.timeline
        bars = [day.twitches for day in line.days] if self._barred else []
        means = [high for high in line.high if high is not None] if line.drawn else []
        # A single wild day must not press all the others flat; its bar is cut and its number printed.
        cap = 3.2 * max([*means, 1.0]) if means else float("inf")
        return max([*means, *(min(bar, cap) for bar in bars), 1.0])

    @property
    def _hollow(self) -> bool:
        """Whether bars are wide enough to be seen as empty."""
        return (self.width - LEFT) / max(len(self.page.facts.timeline.days), 1) > 4

    @property
    def _barred(self) -> bool:
        return len(self.page.facts.timeline.days) <= MOST_BARS

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Paint heading, axes, days, means and marks."""
        line = self.page.facts.timeline
        draw_heading(painter, x, y, "Day by day", self.page.course, self.width)
        frame = QRectF(x + LEFT, y + self._top, self.width - LEFT, self.height - self._top - FOOT)
        if not line.days:
            return
        ticks = round_ticks(self._highest, most=4, whole=1.0)
        at = _Scales(frame, len(line.days), ticks[-1])
        self._unknown(painter, at)
        self._axes(painter, at, ticks)
        if self._barred:
            self._bars(painter, at)
        if line.drawn:
            self._means(painter, at)
        self._marks(painter, at, y + HEADING_HEIGHT)
        self._key(painter, x + LEFT, frame.bottom() + 10.5)

    def _axes(self, painter: QPainter, at: "_Scales", ticks: Sequence[float]) -> None:
        line, frame = self.page.facts.timeline, at.frame
        for tick in ticks:
            painter.setPen(QPen(QColor(SOFT if tick == 0 else HAIR), 0.7 if tick == 0 else 0.4))
            painter.drawLine(QLineF(frame.left(), at.y(tick), frame.right(), at.y(tick)))
            text_of(figure(tick), TICK, 20).draw(painter, frame.left() - 4, at.y(tick) - 4.2, align=1)
        first = line.days[0].date
        for when, words in _dates(first, len(line.days), round(frame.width() / 56)):
            middle = at.x((when - first).days)
            painter.setPen(QPen(QColor(SOFT), 0.5))
            painter.drawLine(QLineF(middle, frame.bottom(), middle, frame.bottom() + 2))
            text_of(words, TICK, 60).draw(painter, middle, frame.bottom() + 2, align=0.5)

    def _unknown(self, painter: QPainter, at: "_Scales") -> None:
        for first, number in _runs(
            [day.kind is DayKind.NOT_RECORDED for day in self.page.facts.timeline.days]
        ):
            left = at.x(first - 0.5)
            box = QRectF(left, at.frame.top(), at.x(first + number - 0.5) - left, at.frame.height())
            painter.fillRect(box, QColor(SHADE))
            if box.width() > 60:
                text_of("not recorded", TICK, 60).draw(painter, box.center().x(), box.top() + 2, align=0.5)

    def _bars(self, painter: QPainter, at: "_Scales") -> None:
        wide = max(min(at.step * 0.68, 9.0), 0.6)
        for number, day in enumerate(self.page.facts.timeline.days):
            if not day.twitches:
                continue
            top = at.y(min(day.twitches, at.highest))
            box = QRectF(at.x(number) - wide / 2, top, wide, at.frame.bottom() - top)
            hollow = day.kind in NOT_SOLID and self._hollow
            painter.setPen(QPen(QColor(DATA), 0.5) if hollow else Qt.PenStyle.NoPen)
            painter.setBrush(QColor("#FFFFFF" if hollow else DATA_SOFT))
            painter.drawRect(box.adjusted(0.25, 0.25, -0.25, 0) if hollow else box)
            if day.twitches > at.highest:
                over = text_of(f"{day.twitches}", MARKED, 30)
                over.draw(painter, at.x(number) + wide / 2 + 1.5, at.frame.top() - 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _means(self, painter: QPainter, at: "_Scales") -> None:
        line = self.page.facts.timeline
        shade = QColor(DATA)
        shade.setAlphaF(0.16)
        for first, number in _runs([mean is not None for mean in line.mean]):
            span = range(first, first + number)
            mean = [QPointF(at.x(n), at.y(line.mean[n] or 0)) for n in span]
            upper = [QPointF(at.x(n), at.y(line.high[n] or 0)) for n in span]
            lower = [QPointF(at.x(n), at.y(line.low[n] or 0)) for n in span]
            band = _path([*upper, *reversed(lower)])
            band.closeSubpath()
            painter.fillPath(band, shade)
            pen = QPen(QColor(INK), 1.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.strokePath(_path(mean if number > 1 else [mean[0], mean[0] + QPointF(0.1, 0)]), pen)

    def _marks(self, painter: QPainter, at: "_Scales", top: float) -> None:
        """Paint a dashed line for each mark of a day, with a label where one fits."""
        rows, left = self._label_rows, at.frame.left()
        for visit, placed in zip(self._visits, self._placed(rows), strict=True):
            spot, from_y = left + visit.flagged.x, at.frame.top()
            if placed is not None:
                from_y = top + (rows - 1 - placed.row) * LABEL_ROW + 2
                # Labels are placed four units beside their line; on paper two look better.
                shift = -2 if placed.left > visit.flagged.x else 2
                visit.label.draw(painter, left + placed.left + shift, from_y - 1)
            pen = QPen(QColor(INK), 0.6)
            pen.setDashPattern([3, 2.4])
            painter.setPen(pen)
            painter.drawLine(QLineF(spot, from_y, spot, at.frame.bottom()))

    def _key(self, painter: QPainter, x: float, y: float) -> None:
        kinds = {day.kind for day in self.page.facts.timeline.days}
        known = self.page.facts.timeline
        said = [
            (self._barred, "bar", "written down that day"),
            (
                self._barred and self._hollow and bool(kinds & NOT_SOLID),
                "hollow",
                "more than written down, or no check-in",
            ),
            (DayKind.NOT_RECORDED in kinds, "shade", "not recorded"),
            (known.drawn, "line", "mean of 7 days with 95% range"),
            (bool(known.marks), "dash", "exam, medicine, doctor"),
        ]
        for shown, sign, words in said:
            if shown:
                _sign(painter, sign, x, y)
                text_of(words, TICK, 200).draw(painter, x + 13, y)
                x += 13 + width_of(words, TICK) + 11


@dataclass(frozen=True, slots=True)
class _Visit:
    """What happened on a day: its label, and where its line stands from the left of the frame."""

    label: Text
    flagged: Flagged


@dataclass(frozen=True, slots=True)
class _Scales:
    """Days across and twitches upwards in a frame."""

    frame: QRectF
    days: int
    highest: float

    @property
    def step(self) -> float:
        """The width of a day, in points."""
        return self.frame.width() / max(self.days, 1)

    def x(self, day: float) -> float:
        """Return the middle of a day, counted from 0, in points."""
        return self.frame.left() + (day + 0.5) * self.step

    def y(self, twitches: float) -> float:
        """Return the height of a number of twitches, in points."""
        return self.frame.bottom() - min(twitches, self.highest) / self.highest * self.frame.height()


def _dates(first: date, days: int, most: int) -> list[tuple[date, str]]:
    """Return the dates to write along the axis; every day where there is room for that."""
    if days <= most:
        return [(when, day_words(when)) for when in (first + timedelta(days=n) for n in range(days))]
    return date_ticks(first, first + timedelta(days=days), most)


def _runs(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Return where each run of true begins, and how long it is."""
    begin = 0
    for flag, run in groupby(flags):
        number = len(list(run))
        if flag:
            yield begin, number
        begin += number


def _path(points: Sequence[QPointF]) -> QPainterPath:
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    return path


def _sign(painter: QPainter, sign: str, x: float, y: float) -> None:
    middle = y + 4.2
    match sign:
        case "bar":
            painter.fillRect(QRectF(x + 3, y + 1, 5, 7), QColor(DATA_SOFT))
        case "hollow":
            painter.setPen(QPen(QColor(DATA), 0.5))
            painter.drawRect(QRectF(x + 3, y + 1, 5, 7))
        case "shade":
            painter.fillRect(QRectF(x, y + 1, 10, 7), QColor(SHADE))
        case "line":
            shade = QColor(DATA)
            shade.setAlphaF(0.16)
            painter.fillRect(QRectF(x, y + 1, 10, 7), shade)
            painter.setPen(QPen(QColor(INK), 1.2))
            painter.drawLine(QLineF(x, middle, x + 10, middle))
        case _:
            pen = QPen(QColor(INK), 0.6)
            pen.setDashPattern([3, 2.4])
            painter.setPen(pen)
            painter.drawLine(QLineF(x, middle, x + 10, middle))
