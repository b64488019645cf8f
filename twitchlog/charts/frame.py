"""A scale on a sheet: where numbers lie, the level lines, and what is written along the edges."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from matplotlib.collections import LineCollection

from twitchlog.charts.sheet import Sheet

N = TypeVar("N", float, npt.NDArray[np.float64])

LEFT_OF_EDGE, BELOW_EDGE, NAME_BELOW_EDGE = 5.0, 12.0, 27.0
"""How far from the edges the middle of their words lies, in logical pixels at text size 1."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The edges in logical pixels, and the numbers they stand for: ``across`` left and right, ``up`` lower and upper.

    A frame takes the place of matplotlib's axes, whose many parts take ten times as long to make.
    """

    left: float
    top: float
    right: float
    bottom: float
    across: tuple[float, float]
    up: tuple[float, float]

    def x(self, value: N) -> N:
        """Return where a number, or each of an array, lies from left to right, in logical pixels."""
        first, last = self.across
        return self.left + (value - first) * ((self.right - self.left) / (last - first))

    def y(self, value: N) -> N:
        """Return where a number, or each of an array, lies from the top down, in logical pixels."""
        lowest, highest = self.up
        return self.bottom - (value - lowest) * ((self.bottom - self.top) / (highest - lowest))


def draw_levels(on: Sheet, frame: Frame, levels: Iterable[float], words: Iterable[str]) -> None:
    """Draw a line across at each level, with its words, if any, at the left."""
    heights = [frame.y(level) for level in levels]
    across = [[(frame.left, y), (frame.right, y)] for y in heights]
    on.add(LineCollection(across, colors=on.palette.border, linewidths=0.75, zorder=0.5))
    for y, each in zip(heights, words, strict=True):
        if each:
            on.say((frame.left - LEFT_OF_EDGE * on.scale, y), each, ha="right")


def draw_foot(
    on: Sheet, frame: Frame, numbers: Iterable[float], words: Iterable[str], name: str = ""
) -> None:
    """Draw the lower edge, with words below it at numbers, and below them what the numbers are."""
    edge = [[(frame.left, frame.bottom), (frame.right, frame.bottom)]]
    on.add(LineCollection(edge, colors=on.palette.control, linewidths=0.75, zorder=2.5))
    for number, each in zip(numbers, words, strict=True):
        on.say((frame.x(number), frame.bottom + BELOW_EDGE * on.scale), each, ha="center")
    if name:
        middle = (frame.left + frame.right) / 2
        on.say((middle, frame.bottom + NAME_BELOW_EDGE * on.scale), name, ha="center")
