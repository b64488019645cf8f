"""What every chart's numbers have: a finding in words, an explanation, a legend and a table."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from twitchlog.domain.period import Period

Cell: TypeAlias = str | int | float | None

ENOUGH_DAYS = 14
"""Checked days before charts are shown: with fewer, ups and downs are mostly chance (design choice)."""


class Sign(StrEnum):
    """The shape of a legend's mark; its colour never stands alone."""

    SQUARE = "square"
    EMPTY_SQUARE = "empty_square"
    DOTTED_SQUARE = "dotted_square"
    CUT_SQUARE = "cut_square"
    PLUS_SQUARE = "plus_square"
    DIAMOND = "diamond"
    CROSS = "cross"
    DOT = "dot"
    DISC = "disc"
    RING = "ring"
    BAR = "bar"
    TRIANGLE = "triangle"
    LINE = "line"
    THIN_LINE = "thin_line"
    DASHED = "dashed"
    BAND = "band"
    TICK = "tick"
    STEPS = "steps"


@dataclass(frozen=True, slots=True)
class Key:
    """One line of a legend, drawn outside the figure: a sign, a colour by its name in the palette, its words."""

    sign: Sign
    colour: str
    words: str


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers that are drawn, with their units in the header.

    ``None`` is a number that there is not, which is never 0; ``unknown`` says why.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()
    unknown: str = "not recorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """What a card says around its drawing.

    ``title`` is a finding that follows from the numbers by rule, ``explanation`` one line with the denominator.
    ``enough`` is false when too few days are checked to draw anything; the title says so then.
    """

    title: str
    explanation: str
    legend: tuple[Key, ...]
    table: Table
    enough: bool

    def days_shown(self, asked: Period) -> Period:
        """Return the days the drawing is of, where it is not all that were asked for."""
        return asked
