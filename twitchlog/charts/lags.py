"""Draws the hours after exercise and after caffeine as ratios with their ranges."""

from math import log2

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.path import Path

from twitchlog.charts.marks import Mark, Marks
from twitchlog.charts.palette import Palette
from twitchlog.charts.sheet import NORMAL, Sheet, lines, polygon, sheet
from twitchlog.domain.words import count
from twitchlog.insight.lags import LONG_AFTER_H, LagCurve, LagPoint
from twitchlog.insight.series.lags import LagsSeries
from twitchlog.insight.triggers.words import range_words, ratio_words

REACH = 3.0
"""Doublings up and down that the scale shows: an eighth to eight times."""


def draw(figure: Figure, series: LagsSeries, palette: Palette, scale: float) -> Marks:
    """Draw the curves side by side; return a mark for each hour."""
    with sheet(figure, palette, scale) as on:
        left, gap = 40 * scale, 28 * scale
        wide = (on.width - left - 14 - gap * (len(series.curves) - 1)) / max(len(series.curves), 1)
        marks: list[Mark] = []
        for n, curve in enumerate(series.curves):
            marks += _curve(on, curve, (left + n * (wide + gap), wide), named=n == 0)
        return Marks(tuple(marks))


def _curve(on: Sheet, curve: LagCurve, room: tuple[float, float], *, named: bool) -> list[Mark]:
    left, wide = room
    top, bottom = 26 * on.scale, 38 * on.scale
    axes = on.axes(left, top, on.width - left - wide, bottom)
    axes.set(xlim=(0, LONG_AFTER_H), ylim=(-REACH, REACH))
    ticks = [-2.0, -1.0, 0.0, 1.0, 2.0]
    axes.set_yticks(ticks, [f"{2**tick:g}" for tick in ticks] if named else [""] * len(ticks))
    axes.set_xticks(range(0, LONG_AFTER_H + 1, 2 if wide >= 6 * 24 * on.scale else 4))
    axes.set_xlabel("hours after", labelpad=2)
    axes.grid(axis="y")
    axes.axhline(0, color=on.palette.control, linewidth=1.1, zorder=1)
    per_unit = (on.height - top - bottom) / (2 * REACH)
    on.say(
        axes,
        (0, REACH + 13 * on.scale / per_unit),
        f"After {curve.exposure}",
        size=NORMAL,
        color=on.palette.text,
    )
    _points(on, axes, curve)
    hour = wide / LONG_AFTER_H
    return [
        on.mark((left + n * hour, top, left + (n + 1) * hour, on.height - bottom), _words(curve, point))
        for n, point in enumerate(curve.points)
    ]


def _points(on: Sheet, axes: Axes, curve: LagCurve) -> None:
    colour = on.palette.colour(curve.exposure)
    known = [point for point in curve.points if point.ratio is not None]
    ranges = [[(p.after_h + 0.5, _y(p.low)), (p.after_h + 0.5, _y(p.high))] for p in known]
    axes.add_collection(
        LineCollection(ranges, colors=colour, linewidths=2.0, capstyle="butt", zorder=2), autolim=False
    )
    _open_ends(on, axes, known, colour)
    if known:
        # A filled point has a range that leaves out 1; the others are hollow.
        faces = [on.palette.surface if _holds_one(point) else colour for point in known]
        on.signs(
            axes,
            Path.circle(radius=4 * on.scale),
            [(p.after_h + 0.5, _y(p.ratio)) for p in known],
            facecolors=faces,
            edgecolors=colour,
            linewidths=1.4,
            zorder=3,
        )
    little = [(point.after_h + 0.5, -REACH * 0.9) for point in curve.points if point.ratio is None]
    if little:
        arm = 3 * on.scale
        cross = lines([(-arm, -arm), (arm, arm)], [(-arm, arm), (arm, -arm)])
        on.signs(axes, cross, little, facecolors="none", edgecolors=on.palette.control, linewidths=1.0)


def _open_ends(on: Sheet, axes: Axes, known: list[LagPoint], colour: str) -> None:
    """Draw an arrow head where a range goes on beyond the scale."""
    arm = 4 * on.scale
    for tip, way, points in (
        (REACH, -1, [p for p in known if p.high is not None and p.high > 2**REACH]),
        (-REACH, 1, [p for p in known if p.low is not None and p.low < 2**-REACH]),
    ):
        if points:
            head = polygon((-arm, way * arm * 1.3), (arm, way * arm * 1.3), (0, 0))
            on.signs(axes, head, [(p.after_h + 0.5, tip) for p in points], facecolors=colour, linewidths=0)


def _holds_one(point: LagPoint) -> bool:
    return point.low is None or point.high is None or point.low <= 1 <= point.high


def _y(ratio: float | None) -> float:
    """Return a ratio on the scale of doublings, kept within it: ranges can be endless."""
    return min(max(log2(ratio), -REACH), REACH) if ratio else -REACH


def _words(curve: LagCurve, point: LagPoint) -> str:
    hours = f"{point.after_h} to {point.after_h + 1} h after {curve.exposure}"
    onsets = f"{count(point.onsets, 'twitch', 'twitches')} in {point.hours:,} waking hours"
    limits = range_words(point.low, point.high)
    if point.ratio is None:
        return f"{hours}: {onsets}, too little to compare"
    ratio = f"{ratio_words(point.ratio)} times" if 0 < point.ratio < float("inf") else ""
    return f"{hours}: {onsets}, {ratio} ({limits})" if ratio else f"{hours}: {onsets}, {limits} times"
