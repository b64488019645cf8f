"""The upper part of the page: whose it is, what it speaks of, the person's questions, the key figures; and its foot."""

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from twitchlog.report.block import Piece, Row, Rows, draw_line
from twitchlog.report.ink import (
    BODY,
    DATA,
    FIGURE,
    LABEL,
    SHADE,
    SMALL,
    SOFT,
    STRONG,
    TICK,
    TITLE,
    Style,
    width_of,
)
from twitchlog.report.page import NOTHING, Page
from twitchlog.report.text import Text, text_of

INSET = 9.0
QUESTIONS = "What I would like to ask"


@dataclass(frozen=True)
class Head:
    """Title, period, origin at the left; name and birth from ``beside`` on, where they were typed."""

    page: Page
    width: float
    beside: float

    @cached_property
    def _left(self) -> tuple[Text, ...]:
        room = self.beside - 10 if self.page.person else self.width
        return (
            text_of(self.page.title, TITLE, room),
            text_of(self.page.period_words, STRONG, room),
            text_of(self.page.made_words, SMALL, room),
        )

    @property
    def height(self) -> float:
        """The height of the three lines, and the line below them."""
        return sum(text.height for text in self._left) + 9

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it."""
        top = y
        for text in self._left:
            y = text.draw(painter, x, y) + 1
        draw_line(painter, x, top + self.height - 3, x + self.width, SOFT, 0.8)
        top += 5
        for label, typed in self.page.person:
            left = x + self.beside
            text_of(label, SMALL, 30).draw(painter, left, top + 0.8)
            top = text_of(typed, STRONG, self.width - self.beside - 30, 2).draw(painter, left + 30, top) + 3


@dataclass(frozen=True)
class Questions:
    """The person's own questions, first on the page, in a shaded box; nothing where none was typed."""

    page: Page
    width: float
    lines: int

    @cached_property
    def _rows(self) -> Rows:
        room = self.width - 2 * INSET - 12
        rows = [
            Row(
                [
                    Piece(text_of(f"{number}", STRONG, 12), 0),
                    Piece(text_of(words, BODY, room, self.lines), 12),
                ]
            )
            for number, words in enumerate(self.page.questions, 1)
        ]
        return Rows(QUESTIONS, rows, self.width - 2 * INSET)

    @property
    def height(self) -> float:
        """The height of the box; 0 without a question."""
        return self._rows.height + 10 if self._rows.rows else 0.0

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it."""
        if not self._rows.rows:
            return
        painter.fillRect(QRectF(x, y, self.width, self.height), QColor(SHADE))
        painter.fillRect(QRectF(x, y, 2.5, self.height), QColor(DATA))
        self._rows.draw(painter, x + INSET, y + 5)


@dataclass(frozen=True)
class FigureStrip:
    """Six key figures side by side; where nothing is written down, the sentence that says so."""

    page: Page
    width: float

    @cached_property
    def _columns(self) -> tuple[tuple[Text, ...], ...]:
        room = self._step - 8
        return tuple(
            (
                text_of(figure.value, _fitted(figure.value, room), room),
                text_of(figure.label, LABEL, room, 2),
                text_of(figure.detail, SMALL, room, 2),
            )
            for figure in self.page.figures
        )

    @property
    def _step(self) -> float:
        return self.width / max(len(self.page.figures), 1)

    @property
    def height(self) -> float:
        """The height of the tallest column."""
        if not self._columns:
            return 26.0
        return max(_value_height() + texts[1].height + texts[2].height for texts in self._columns) + 2

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it."""
        if not self._columns:
            text_of(NOTHING, Style(11, bold=True), self.width, 2).draw(painter, x, y + 4)
        for number, (value, label, detail) in enumerate(self._columns):
            left = x + number * self._step
            if number:
                painter.fillRect(QRectF(left - 7, y + 2, 0.6, self.height - 4), QColor("#C4C2BD"))
            value.draw(painter, left, y + _value_height() - value.height)
            detail.draw(painter, left, label.draw(painter, left, y + _value_height()))


def _value_height() -> float:
    return text_of("0", FIGURE, 50).height


def _fitted(value: str, room: float) -> Style:
    """Return the style of a figure, smaller where its words are long."""
    wide = width_of(value, FIGURE)
    return FIGURE if wide <= room else Style(max(FIGURE.points * room / wide - 0.05, 7), bold=True)


@dataclass(frozen=True)
class Foot:
    """How it was counted, letters that could not be printed, and which page it is."""

    page: Page
    width: float
    number: int
    missing: str = ""

    @cached_property
    def _texts(self) -> tuple[Text, ...]:
        room = self.width - (40 if self.page.sheets > 1 else 0)
        page = self.page
        said = page.method if self.number == 1 else f"{page.title}, {page.period_words}"
        texts = (text_of(self.missing, Style(6.8, bold=True), room, 2), text_of(said, TICK, room, 4))
        return tuple(text for text in texts if text.lines)

    @property
    def height(self) -> float:
        """The height of its lines and of the rule above."""
        return 6 + sum(text.height for text in self._texts)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it."""
        draw_line(painter, x, y + 2, x + self.width)
        top = y + 6
        for text in self._texts:
            top = text.draw(painter, x, top)
        if self.page.sheets > 1:
            said = text_of(f"{self.number} of {self.page.sheets}", TICK, 40)
            said.draw(painter, x + self.width, y + self.height - said.height, align=1)
