"""Draws the hours after exercise and after caffeine as ratios with their ranges."""

from math import log2

from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.path import Path

from twitchlog.charts.frame import Frame, draw_foot, draw_levels
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
    on = sheet(figure, palette, scale)
    left, gap = 40 * scale, 28 * scale
    wide = (on.width - left - 14 - gap * (len(series.curves) - 1)) / max(len(series.curves), 1)
    marks: list[Mark] = []
    for n, curve in enumerate(series.curves):
        marks += _curve(on, curve, (left + n * (wide + gap), wide), named=n == 0)
    return Marks(tuple(marks))


def _curve(on: Sheet, curve: LagCurve, room: tuple[float, float], *, named: bool) -> list[Mark]:
    left, wide = room
    top, bottom = 26 * on.scale, 38 * on.scale
    frame = Frame(left, top, left + wide, on.height - bottom, (0, LONG_AFTER_H), (-REACH, REACH))
    levels = [-2.0, -1.0, 0.0, 1.0, 2.0]
    draw_levels(on, frame, levels, [f"{2**level:g}" if named else "" for level in levels])
    hours = range(0, LONG_AFTER_H + 1, 2 if wide >= 6 * 24 * on.scale else 4)
    draw_foot(on, frame, hours, map(str, hours), "hours after")
    same = [[(left, frame.y(0.0)), (left + wide, frame.y(0.0))]]
    on.add(LineCollection(same, colors=on.palette.control, linewidths=1.1, zorder=1))
    on.say((left, top - 13 * on.scale), f"After {curve.exposure}", size=NORMAL, color=on.palette.text)
    _points(on, frame, curve)
    hour = wide / LONG_AFTER_H
    return [
        on.mark((left + n * hour, top, left + (n + 1) * hour, on.height - bottom), _words(curve, point))
        for n, point in enumerate(curve.points)
    ]


def _points(on: Sheet, frame: Frame, curve: LagCurve) -> None:
    colour = on.palette.colour(curve.exposure)
    known = [point for point in curve.points if point.ratio is not None]
    ranges = [[_place(frame, p, p.low), _place(frame, p, p.high)] for p in known]
    on.add(LineCollection(ranges, colors=colour, linewidths=2.0, capstyle="butt", zorder=2))
    _open_ends(on, frame, known, colour)
    if known:
        # A filled point has a range that leaves out 1; the others are hollow.
        faces = [on.palette.surface if _holds_one(point) else colour for point in known]
        on.signs(
            Path.circle(radius=4 * on.scale),
            [_place(frame, p, p.ratio) for p in known],
            facecolors=faces,
            edgecolors=colour,
            linewidths=1.4,
            zorder=3,
        )
    low = frame.y(-REACH * 0.9)
    little = [(frame.x(point.after_h + 0.5), low) for point in curve.points if point.ratio is None]
    if little:
        arm = 3 * on.scale
        cross = lines([(-arm, -arm), (arm, arm)], [(-arm, arm), (arm, -arm)])
        on.signs(cross, little, facecolors="none", edgecolors=on.palette.control, linewidths=1.0)


def _open_ends(on: Sheet, frame: Frame, known: list[LagPoint], colour: str) -> None:
    """Draw an arrow head where a range goes on beyond the scale."""
    arm = 4 * on.scale
    for tip, way, points in (
        (REACH, -1, [p for p in known if p.high is not None and p.high > 2**REACH]),
        (-REACH, 1, [p for p in known if p.low is not None and p.low < 2**-REACH]),
    ):
        if points:
            head = polygon((-arm, way * arm * 1.3), (arm, way * arm * 1.3), (0, 0))
            places = [(frame.x(p.after_h + 0.5), frame.y(tip)) for p in points]
            on.signs(head, places, facecolors=colour, linewidths=0)


def _holds_one(point: LagPoint) -> bool:
    return point.low is None or point.high is None or point.low <= 1 <= point.high


def _place(frame: Frame, point: LagPoint, ratio: float | None) -> tuple[float, float]:
    """Return where a ratio lies above the middle of its hour, kept within the scale: ranges can be endless."""
    doublings = min(max(log2(ratio), -REACH), REACH) if ratio else -REACH
    return frame.x(point.after_h + 0.5), frame.y(doublings)


def _words(curve: LagCurve, point: LagPoint) -> str:
    hours = f"{point.after_h} to {point.after_h + 1} h after {curve.exposure}"
    onsets = f"{count(point.onsets, 'twitch', 'twitches')} in {point.hours:,} waking hours"
    limits = range_words(point.low, point.high)
    if point.ratio is None:
        return f"{hours}: {onsets}, too little to compare"
    ratio = f"{ratio_words(point.ratio)} times" if 0 < point.ratio < float("inf") else ""
    return f"{hours}: {onsets}, {ratio} ({limits})" if ratio else f"{hours}: {onsets}, {limits} times"
