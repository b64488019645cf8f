"""Draws every day as one square."""

from typing import Any

from matplotlib.figure import Figure
from matplotlib.path import Path

from twitchlog.charts.marks import Marks
from twitchlog.charts.palette import Palette
from twitchlog.charts.sheet import Sheet, lines, polygon, rounded, sheet
from twitchlog.charts.year_grid import YearGrid, year_grid
from twitchlog.insight.series.year import DayKind, YearDay, YearSeries

Placed = list[tuple[YearDay, tuple[float, float]]]


def draw(figure: Figure, series: YearSeries, palette: Palette, scale: float) -> Marks:
    """Draw the days; return a mark for each."""
    on = sheet(figure, palette, scale)
    if not series.days:
        on.nothing()
        return Marks()
    grid = year_grid(series.days[0].date, len(series.days), on.width, scale)
    placed = list(zip(series.days[-len(grid.centres) :], grid.centres, strict=True))
    _labels(on, grid)
    _squares(on, placed, grid.cell)
    _signs(on, placed, grid.cell)
    half = grid.pitch / 2
    return Marks(
        tuple(
            on.mark((x - half, y - half, x + half, y + half), day.words, day=day.date)
            for day, (x, y) in placed
        )
    )


def _labels(on: Sheet, grid: YearGrid) -> None:
    for label in grid.labels:
        loud: dict[str, Any] = {"color": on.palette.text, "weight": "bold"} if label.heavy else {}
        on.say((label.x, label.y), label.words, ha="right" if label.right else "left", **loud)


def _squares(on: Sheet, placed: Placed, cell: float) -> None:
    steps = on.palette.steps
    for kinds, path in (
        ({DayKind.TWITCHES, DayKind.MORE}, rounded(cell, cell, cell * 0.22)),
        ({DayKind.UNCHECKED}, _cut_square(cell)),
    ):
        found = [(max(day.step, 1), place) for day, place in placed if day.kind in kinds]
        if found:
            colours = [steps[step] for step, _ in found]
            on.signs(path, [place for _, place in found], facecolors=colours, linewidths=0)


def _signs(on: Sheet, placed: Placed, cell: float) -> None:
    none = [place for day, place in placed if day.kind is DayKind.NONE]
    holes = [place for day, place in placed if day.kind is DayKind.NOT_RECORDED]
    more = [(day, place) for day, place in placed if day.kind is DayKind.MORE]
    thin = max(0.75, cell / 16)
    if none:
        box = rounded(cell - 1, cell - 1, cell * 0.22)
        on.signs(box, none, facecolors="none", edgecolors=on.palette.control, linewidths=thin * 0.65)
        on.signs(Path.circle(radius=max(1.1, cell * 0.1)), none, facecolors=on.palette.control, linewidths=0)
    if holes:
        arm = cell * 0.17
        cross = lines([(-arm, -arm), (arm, arm)], [(-arm, arm), (arm, -arm)])
        on.signs(cross, holes, facecolors="none", edgecolors=on.palette.control, linewidths=thin)
    if more:
        arm = cell * 0.24
        plus = lines([(-arm, 0), (arm, 0)], [(0, -arm), (0, arm)])
        colours = [on.palette.on_step(max(day.step, 1)) for day, _ in more]
        places = [place for _, place in more]
        on.signs(plus, places, facecolors="none", edgecolors=colours, linewidths=thin * 1.3)


def _cut_square(cell: float) -> Path:
    """Return a square whose upper right corner is cut off, so that it differs without its colour."""
    half, cut = cell / 2, cell * 0.52
    return polygon((-half, -half), (half, -half), (half, half - cut), (half - cut, half), (-half, half))
