"""The page's type and colours, chosen to stay readable on a grey printer."""

from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from twitchlog.charts.palette import LIGHT, Palette

UNIT = 20
"""Fonts are set in whole twentieths of a point, so that lines break alike on paper and on the screen."""

FAMILIES = ("Segoe UI", "Helvetica Neue", "Liberation Sans", "Arial", "Noto Sans", "DejaVu Sans Condensed")
"""Fonts without serifs that are narrow enough for a page; the first that is there."""

PAPER: Palette = replace(LIGHT, body="#F6F5F3", body_line="#77756F", border="#C9C6BF")
"""The light colours with a body so pale that its first step stands out in grey too."""

INK, SOFT, HAIR, SHADE = "#15181E", "#4A505B", "#C4C2BD", "#ECEBE6"
DATA, DATA_SOFT = "#17678A", "#A9CBDD"


@dataclass(frozen=True, slots=True)
class Style:
    """A kind of text: points, weight, colour."""

    points: float
    bold: bool = False
    colour: str = INK


TITLE = Style(16.5, bold=True)
HEADING = Style(9.3, bold=True)
BODY = Style(8.0)
STRONG = Style(8.0, bold=True)
SMALL = Style(7.2, colour=SOFT)
FIGURE = Style(14, bold=True)
LABEL = Style(7.7, bold=True)
TICK = Style(6.8, colour=SOFT)


@lru_cache
def family() -> str:
    """Return the family of the page, of those that this computer has."""
    have = set(QFontDatabase.families())
    found = next((name for name in FAMILIES if name in have), "")
    return found or QFont().family()


@lru_cache
def font_of(style: Style) -> QFont:
    """Return the font of a style, in twentieths of a point; without ligatures, so that words can be searched."""
    font = QFont(family())
    font.setPixelSize(round(style.points * UNIT))
    font.setWeight(QFont.Weight.Bold if style.bold else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("liga"), 0)
    return font


def line_height(style: Style) -> float:
    """Return the height of a line, in points."""
    metrics = QFontMetricsF(font_of(style))
    return (metrics.ascent() + metrics.descent()) / UNIT * 1.01


def width_of(text: str, style: Style) -> float:
    """Return the width of a line, in points."""
    return QFontMetricsF(font_of(style)).horizontalAdvance(text) / UNIT
