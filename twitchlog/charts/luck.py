"""Draws five charts of what goes with what, one of them the person's own."""

from dataclasses import dataclass
from math import ceil, log2
from typing import Any

from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from twitchlog.charts.cards import LUCK_IN_ONE_ROW_FROM
from twitchlog.charts.marks import Mark, Marks
from twitchlog.charts.palette import Palette
from twitchlog.charts.sheet import NORMAL, Sheet, polygon, rounded, sheet
from twitchlog.charts.triggers import COLOURS
from twitchlog.insight.series.luck import LuckPanel, LuckSeries, leaves_out_one

NAMES_WIDTH, GAP, TITLE, FOOT = 96, 14, 26, 20
WIDEST, NARROWEST = 8.0, 4.0


def draw(figure: Figure, series: LuckSeries, palette: Palette, scale: float) -> Marks:
    """Draw the panels; return a mark for each, whose ``key`` is its letter."""
    on = sheet(figure, palette, scale)
    if not series.panels:
        on.nothing("Nothing to shuffle")
        return Marks()
    rows = 1 if on.width / scale >= LUCK_IN_ONE_ROW_FROM else 2
    each = ceil(len(series.panels) / rows) or 1
    names = NAMES_WIDTH * scale
    wide = (on.width - names - 8) / each
    high = on.height / rows
    reach = _reach(series)
    marks: list[Mark] = []
    for number, panel in enumerate(series.panels):
        row, column = divmod(number, each)
        left, top = names + column * wide + GAP * scale / 2, row * high
        box = _Box(left, top, left + wide - GAP * scale, top + high - 6 * scale, reach)
        own = series.revealed and panel.letter == series.real
        marks.append(_panel(on, panel, box, own=own, named=column == 0))
    return Marks(tuple(marks))


@dataclass(frozen=True, slots=True)
class _Box:
    """A panel's edges in logical pixels, and the ratio at its right end."""

    left: float
    top: float
    right: float
    bottom: float
    reach: float

    def x(self, ratio: float) -> float:
        """Where a ratio lies; the ends hold what is beyond them."""
        share = (log2(min(max(ratio, 1 / self.reach), self.reach)) / log2(self.reach) + 1) / 2
        return self.left + share * (self.right - self.left)


def _panel(on: Sheet, panel: LuckPanel, box: _Box, *, own: bool, named: bool) -> Mark:
    x = box.x
    upper, lower = box.top + TITLE * on.scale, box.bottom - FOOT * on.scale
    step = (lower - upper) / max(len(panel.rows), 1)
    _frame(on, box, (upper, lower))
    loud: dict[str, Any] = {"size": NORMAL, "color": on.palette.text, "weight": "bold"}
    heading = f"{panel.letter}, yours" if own else panel.letter
    on.say(((box.left + box.right) / 2, box.top + 12 * on.scale), heading, ha="center", **loud)
    for n, row in enumerate(panel.rows):
        y = upper + (n + 0.5) * step
        if named:
            on.say((box.left - 10 * on.scale, y), row.name, ha="right", color=on.palette.text)
        colour = on.palette.colour(COLOURS.get(row.answer.exposure, "sitting"))
        low, ratio, high = row.answer.low, row.answer.ratio, row.answer.high
        if low is None or high is None:
            on.say((x(1.0), y), "too little", ha="center", bbox=_ground(on))
            continue
        bar = [[(x(low), y), (x(high), y)]]
        on.add(LineCollection(bar, colors=colour, linewidths=2, capstyle="butt"))
        size, arm = 8 * on.scale, 5.6 * on.scale
        out = leaves_out_one(row)
        sign = rounded(size, size, 1) if out else polygon((0, arm), (arm, 0), (0, -arm), (-arm, 0))
        place = [(x(box.reach if ratio is None else ratio), y)]
        face = colour if out else on.palette.surface
        on.signs(sign, place, facecolors=face, edgecolors=colour, linewidths=1.4, zorder=3)
    return on.mark((box.left, box.top, box.right, box.bottom), panel.words, key=panel.letter)


def _ground(on: Sheet) -> dict[str, object]:
    return {"facecolor": on.palette.surface, "edgecolor": "none", "pad": 2 * on.scale}


def _frame(on: Sheet, box: _Box, span: tuple[float, float]) -> None:
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    upper, lower = span
    ticks = {ratio: box.x(ratio) for ratio in (1 / box.reach, 1.0, box.reach)}
    around = [(left - 3, top), (right + 3, top), (right + 3, bottom), (left - 3, bottom), (left - 3, top)]
    middle = [(ticks[1.0], upper), (ticks[1.0], lower)]
    colours = [on.palette.border, on.palette.control]
    on.add(LineCollection([around, middle], colors=colours, linewidths=1.0))
    for (ratio, x), side in zip(ticks.items(), ("left", "center", "right"), strict=True):
        on.say((x, lower + 9 * on.scale), f"{ratio:g}", ha=side)


def _reach(series: LuckSeries) -> float:
    """Return the ratio at the right end of all panels, the same to both sides: 4 or 8."""
    limits = [
        limit
        for panel in series.panels
        for row in panel.rows
        for limit in (row.answer.low, row.answer.high)
        if limit and limit < float("inf")
    ]
    farthest = max((max(limit, 1 / limit) for limit in limits), default=NARROWEST)
    return min(float(2 ** ceil(log2(max(farthest, NARROWEST)))), WIDEST)
