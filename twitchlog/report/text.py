"""Lines of text on the page: broken, cut with a sign where there is no more room, never read as markup."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextLayout, QTextOption

from twitchlog.report.ink import UNIT, Style, font_of, line_height

BREAK = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
LONGEST = 2_000
"""Letters that are looked at: no page has room for more in one text."""


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of one style; widths and heights in points. ``cut`` says that words were left out."""

    lines: tuple[str, ...]
    style: Style
    cut: bool = False

    @property
    def height(self) -> float:
        """The height of all lines."""
        return len(self.lines) * line_height(self.style)

    def draw(self, painter: QPainter, x: float, y: float, *, align: float = 0.0) -> float:
        """Draw with the top at ``y``; ``align`` 0 begins at ``x``, 0.5 centres on it, 1 ends at it. Return the end."""
        metrics = QFontMetricsF(font_of(self.style))
        painter.save()
        painter.setPen(QColor(self.style.colour))
        painter.setFont(font_of(self.style))
        painter.translate(x, y)
        painter.scale(1 / UNIT, 1 / UNIT)
        step = line_height(self.style) * UNIT
        for number, line in enumerate(self.lines):
            left = -align * metrics.horizontalAdvance(line)
            painter.drawText(QPointF(left, number * step + metrics.ascent()), line)
        painter.restore()
        return y + self.height


@lru_cache(maxsize=2_000)
def text_of(words: str, style: Style, width: float, most: int = 1) -> Text:
    """Return a text broken into at most ``most`` lines of a width; what does not fit ends with a sign."""
    if not words:
        return Text((), style)
    broken = _broken(words[:LONGEST], style, width)
    if len(broken) <= most:
        return Text(tuple(line for _, line in broken), style, cut=len(words) > LONGEST)
    kept = [line for _, line in broken[: most - 1]]
    rest = _from(words[:LONGEST], broken[most - 1][0])
    last = QFontMetricsF(font_of(style)).elidedText(rest, Qt.TextElideMode.ElideRight, width * UNIT)
    return Text((*kept, last), style, cut=True)


def _broken(words: str, style: Style, width: float) -> list[tuple[int, str]]:
    """Return where each line begins, in Qt's UTF-16 units, and what stands on it."""
    layout = QTextLayout(words, font_of(style))
    option = QTextOption()
    option.setWrapMode(BREAK)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[tuple[int, str]] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0) * UNIT)
        begin, length = line.textStart(), line.textLength()
        lines.append((begin, _from(words, begin, begin + length).rstrip()))
    layout.endLayout()
    return lines


def _from(words: str, begin: int, end: int | None = None) -> str:
    """Return a part of a text by Qt's positions, in which an emoji counts twice."""
    units = words.encode("utf-16-le")
    return units[2 * begin : None if end is None else 2 * end].decode("utf-16-le", "ignore")
