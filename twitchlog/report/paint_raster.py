"""Four weeks hour by hour on paper: a row a day, signs that differ in shape, not only in colour."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from twitchlog.insight.series.raster import DAY_MIN, At, RasterDay
from twitchlog.report.block import HEADING_HEIGHT, draw_heading
from twitchlog.report.ink import HAIR, INK, SHADE, SOFT, TICK, Style, width_of
from twitchlog.report.page import Page
from twitchlog.report.text import text_of

DATES, WORDS, STRESS, HOURS, KEY = 56.0, 84.0, 42.0, 11.0, 14.0
RADII = {None: 2.0, 1: 1.5, 2: 2.0, 3: 2.5, 4: 3.0, 5: 3.6}
BAR, DRINK = "#8FA8A0", "#5D4A2E"
KEYS = (
    ("disc", "twitch, larger is stronger"),
    ("ring", "strength not given"),
    ("bar", "exercise"),
    ("triangle", "caffeine"),
    ("line", "sitting"),
)
COUNTED = Style(6.9, colour=INK)


@dataclass(frozen=True)
class Raster:
    """The rows in a rectangle of any size, the newest at the top."""

    page: Page
    width: float
    height: float

    @property
    def _row(self) -> float:
        days = max(len(self.page.facts.raster.days), 1)
        return (self.height - HEADING_HEIGHT - 2 * HOURS - KEY) / days

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Paint heading, hours, rows and key."""
        raster = self.page.facts.raster
        draw_heading(painter, x, y, "Four weeks, hour by hour", raster.explanation, self.width)
        top = y + HEADING_HEIGHT + HOURS
        self._hours(painter, x, top)
        for number, day in enumerate(raster.days):
            self._day(painter, day, x, top + number * self._row)
        self._key(painter, x + DATES, y + self.height - KEY + 4)

    def _x(self, minute: float) -> float:
        return DATES + minute / DAY_MIN * (self.width - DATES - WORDS - STRESS)

    def _hours(self, painter: QPainter, x: float, top: float) -> None:
        bottom = top + self._row * len(self.page.facts.raster.days)
        for hour in range(0, 25, 3):
            at = x + self._x(hour * 60)
            painter.setPen(QPen(QColor(HAIR), 0.5))
            painter.drawLine(QLineF(at, top, at, bottom))
            words = text_of(f"{(hour + self.page.facts.raster.day_start) % 24:02d}:00", TICK, 40)
            words.draw(painter, at, bottom + 1, align=0.5)
            words.draw(painter, at, top - HOURS + 1, align=0.5)
        right = x + self.width
        text_of("twitches", TICK, 60).draw(painter, right - WORDS - STRESS + 18, top - HOURS + 1)
        text_of("stress", TICK, 40).draw(painter, right, top - HOURS + 1, align=1)

    def _day(self, painter: QPainter, day: RasterDay, x: float, y: float) -> None:
        middle = y + self._row / 2
        if day.date.weekday() >= 5:
            begin, end = x + self._x(0), x + self._x(DAY_MIN)
            painter.fillRect(QRectF(begin, y, end - begin, self._row), QColor("#F5F4F1"))
        words_y = middle - text_of("0", TICK, 20).height / 2
        text_of(f"{day.date:%a} {day.date.day} {day.date:%b}", TICK, DATES).draw(painter, x, words_y)
        text_of(day.words, COUNTED, WORDS).draw(painter, x + self.width - WORDS - STRESS + 18, words_y)
        self._stress(painter, day, x + self.width, middle)
        for bar in day.exercise:
            left = x + self._x(bar.start)
            right = max(x + self._x(bar.end), left + 2.5)
            painter.fillRect(QRectF(left, middle - 2.6, right - left, 5.2), QColor(BAR))
        painter.setPen(QPen(QColor(SOFT), 1.1))
        for spell in day.sitting:
            painter.drawLine(
                QLineF(
                    x + self._x(spell.start), y + self._row - 1.6, x + self._x(spell.end), y + self._row - 1.6
                )
            )
        for drink in day.caffeine:
            _triangle(painter, x + self._x(drink.minute), middle)
        for twitch in sorted(day.twitches, key=lambda each: -RADII[each.strength]):
            _disc(painter, x + self._x(twitch.minute), middle, twitch)

    def _stress(self, painter: QPainter, day: RasterDay, right: float, middle: float) -> None:
        for level in range(1, 6):
            if day.stress is None:
                return
            box = QRectF(right - (6 - level) * 5.6, middle - 2.4, 4.2, 4.8)
            painter.fillRect(box, QColor(INK if level <= day.stress else SHADE))

    def _key(self, painter: QPainter, x: float, y: float) -> None:
        middle = y + 4.2
        for sign, words in KEYS:
            match sign:
                case "disc":
                    _disc(painter, x + 4, middle, At(0, "", "", 3))
                case "ring":
                    _disc(painter, x + 4, middle, At(0, "", ""))
                case "bar":
                    painter.fillRect(QRectF(x, middle - 2.6, 9, 5.2), QColor(BAR))
                case "triangle":
                    _triangle(painter, x + 4, middle)
                case _:
                    painter.setPen(QPen(QColor(SOFT), 1.1))
                    painter.drawLine(QLineF(x, middle, x + 9, middle))
            text_of(words, TICK, 150).draw(painter, x + 12, y)
            x += 12 + width_of(words, TICK) + 12


def _disc(painter: QPainter, x: float, y: float, twitch: At) -> None:
    radius = RADII[twitch.strength]
    given = twitch.strength is not None
    painter.setPen(QPen(QColor("#FFFFFF" if given else INK), 0.4 if given else 0.8))
    painter.setBrush(QColor(INK if given else "#FFFFFF"))
    painter.drawEllipse(QPointF(x, y), radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _triangle(painter: QPainter, x: float, y: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(DRINK))
    painter.drawPolygon(
        QPolygonF([QPointF(x - 2.6, y + 2.4), QPointF(x + 2.6, y + 2.4), QPointF(x, y - 2.6)])
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
