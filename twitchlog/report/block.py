"""What the page is put together from: blocks that know their height before they are painted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QLineF
from PySide6.QtGui import QColor, QPainter, QPen

from twitchlog.report.ink import HAIR, HEADING, SMALL, line_height, width_of
from twitchlog.report.text import Text, text_of

HEADING_HEIGHT = 15.0


class Block(Protocol):
    """A part of the page, all measures in points."""

    @property
    def height(self) -> float:
        """How much room it takes."""

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Paint it with its upper left corner at a point."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text in a row: how far from the left, and what of it lies there (0 its beginning, 1 its end)."""

    text: Text
    x: float
    align: float = 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """Texts side by side, with ``gap`` below them and a hairline under that if ``ruled``."""

    pieces: Sequence[Piece]
    gap: float = 2.0
    ruled: bool = False

    @property
    def height(self) -> float:
        """The height of the tallest text and the gap."""
        return max((piece.text.height for piece in self.pieces), default=0.0) + self.gap


@dataclass(frozen=True, slots=True)
class Rows:
    """A heading with a soft remark at its right, and rows below it; ``width`` is where hairlines end."""

    heading: str
    rows: Sequence[Row]
    width: float
    remark: str = ""

    @property
    def height(self) -> float:
        """The height of the heading and the rows; nothing at all if there are none."""
        if not self.rows:
            return 0.0
        return sum(row.height for row in self.rows) + (HEADING_HEIGHT if self.heading else 0.0)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the heading and the rows."""
        if not self.rows:
            return
        if self.heading:
            draw_heading(painter, x, y, self.heading, self.remark, self.width)
            y += HEADING_HEIGHT
        for row in self.rows:
            for piece in row.pieces:
                piece.text.draw(painter, x + piece.x, y, align=piece.align)
            y += row.height
            if row.ruled:
                draw_line(painter, x, y - row.gap / 2, x + self.width)


def draw_heading(painter: QPainter, x: float, y: float, words: str, remark: str, width: float) -> None:
    """Paint a heading, and a remark that ends at the right as far as there is room for it."""
    text_of(words, HEADING, width).draw(painter, x, y)
    room = width - width_of(words, HEADING) - 10
    if remark and room > 30:
        lower = line_height(HEADING) - line_height(SMALL) - 0.6
        text_of(remark, SMALL, room).draw(painter, x + width, y + lower, align=1)


def draw_line(
    painter: QPainter, left: float, y: float, right: float, colour: str = HAIR, width: float = 0.5
) -> None:
    """Paint a level line."""
    painter.setPen(QPen(QColor(colour), width))
    painter.drawLine(QLineF(left, y, right, y))


def and_more(number: int, width: float) -> list[Row]:
    """Return the row that says how many were left out; none if none were."""
    return [Row([Piece(text_of(f"and {number:,} more", SMALL, width), 0)])] if number > 0 else []
