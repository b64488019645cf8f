"""Draws the 7-day mean with its range, its gaps, and what happened meanwhile."""

from datetime import timedelta

import numpy as np
import numpy.typing as npt
from matplotlib.collections import FillBetweenPolyCollection, LineCollection, PolyCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.path import Path

from twitchlog.charts.frame import Frame, draw_foot, draw_levels
from twitchlog.charts.labels import Flagged, in_rows
from twitchlog.charts.marks import Mark, Marks
from twitchlog.charts.palette import BAND, Palette
from twitchlog.charts.scales import date_ticks, round_ticks
from twitchlog.charts.sheet import DPI, SMALL, Sheet, drawable, sheet, shortened, text_width
from twitchlog.insight.series.rate import RateSeries
from twitchlog.insight.series.rate_words import figure as digits
from twitchlog.insight.series.rate_words import full_date

LABEL_ROWS = 2
LONGEST_LABEL = 150
FEWEST_PIXELS = 0.5
"""A day narrower than this needs a thin line: a thick one would fill the space between ups and downs."""


def draw(figure: Figure, series: RateSeries, palette: Palette, scale: float) -> Marks:
    """Draw the means; return a mark for each day, and a smaller one for each examination or medicine."""
    on = sheet(figure, palette, scale)
    if not series.mean:
        on.nothing()
        return Marks()
    rows = LABEL_ROWS if series.marks else 0
    top, days = (8 + 15 * rows) * scale, len(series.mean)
    highest = max((value for value in series.high if value is not None), default=1.0)
    levels = round_ticks(max(highest, 0.5), most=5)
    edges = (38 * scale, top, on.width - 10.0, on.height - 22 * scale)
    frame = Frame(*edges, across=(-0.5, days - 0.5), up=(0, levels[-1]))
    _scale(on, frame, series, levels)
    _gaps(on, frame, series)
    _line(on, frame, series)
    return Marks((*_day_marks(on, frame, series), *_flags(on, frame, series)))


def _scale(on: Sheet, frame: Frame, series: RateSeries, levels: list[float]) -> None:
    if any(value is not None for value in series.mean):
        draw_levels(on, frame, levels, map(digits, levels))
    after = series.first + timedelta(days=len(series.mean))
    dates = date_ticks(series.first, after, round(on.width / 75 / on.scale))
    draw_foot(on, frame, [(when - series.first).days for when, _ in dates], [words for _, words in dates])


def _array(values: tuple[float | None, ...]) -> npt.NDArray[np.float64]:
    return np.array(values, dtype=np.float64)


def _line(on: Sheet, frame: Frame, series: RateSeries) -> None:
    colour, thin = on.palette.twitch, frame.x(1.0) - frame.x(0.0) < FEWEST_PIXELS
    x = frame.x(np.arange(len(series.mean), dtype=np.float64))
    mean, low, high = (frame.y(_array(each)) for each in (series.mean, series.low, series.high))
    known = ~np.isnan(mean)
    band = FillBetweenPolyCollection(
        "x", x, low, high, where=known.tolist(), facecolors=colour, alpha=BAND, linewidths=0
    )
    on.add(band)
    on.add(Line2D(x, mean, color=colour, linewidth=0.6 if thin else 1.7, solid_capstyle="round"))
    beside = np.concatenate([[False], known, [False]])
    alone = known & ~beside[:-2] & ~beside[2:]
    if alone.any():
        wide, dot = (1, 2) if thin else (3, 4)
        ranges = np.stack([np.stack([x, low], axis=1), np.stack([x, high], axis=1)], axis=1)[alone]
        on.add(LineCollection(ranges, colors=colour, alpha=BAND, linewidths=wide))
        places = np.stack([x, mean], axis=1)[alone]
        on.signs(Path.circle(radius=dot * DPI / 72 / 2), places, facecolors=colour, linewidths=0, zorder=3)


def _gaps(on: Sheet, frame: Frame, series: RateSeries) -> None:
    """Shade the days without a mean, and say so where the words fit."""
    unknown = np.concatenate([[0], np.isnan(_array(series.mean)).astype(int), [0]])
    starts, ends = np.flatnonzero(np.diff(unknown) == 1), np.flatnonzero(np.diff(unknown) == -1)
    if not len(starts):
        return
    gaps = [(frame.x(a - 0.5), frame.x(b - 0.5)) for a, b in zip(starts.tolist(), ends.tolist(), strict=True)]
    top, bottom = frame.top, frame.bottom
    boxes = [[(left, bottom), (left, top), (right, top), (right, bottom)] for left, right in gaps]
    on.add(PolyCollection(boxes, facecolors=on.palette.control, alpha=BAND, linewidths=0, zorder=0.4))
    low_down = bottom - (bottom - top) * 0.06 - 4 * on.scale
    for left, right in gaps:
        for words in ("too few counted days", "not counted"):
            if text_width(words, on.size(SMALL)) + 10 < right - left:
                on.say(((left + right) / 2, low_down), words, ha="center")
                break


def _flags(on: Sheet, frame: Frame, series: RateSeries) -> list[Mark]:
    """Draw a dashed line for each examination and medicine, labelled in rows where no label meets another."""
    xs = [frame.x(float((mark.date - series.first).days)) for mark in series.marks]
    if not xs:
        return []
    points = on.size(SMALL)
    labels = [
        shortened(drawable(mark.label, "Medicine"), points, LONGEST_LABEL * on.scale) for mark in series.marks
    ]
    flagged = [Flagged(x, text_width(label, points)) for x, label in zip(xs, labels, strict=True)]
    placed = in_rows(flagged, LABEL_ROWS, on.width, gap=8 * on.scale)
    segments = []
    for x, label, place in zip(xs, labels, placed, strict=True):
        top = frame.top
        if place is not None:
            above = (4 + 15 * place.row) * on.scale
            top -= above + 11 * on.scale
            on.say((place.left, frame.top - above - 4 * on.scale), label)
        segments.append([(x, frame.bottom), (x, top)])
    on.add(LineCollection(segments, colors=on.palette.text2, linewidths=1.0, linestyles=(0, (4, 3))))
    return [
        on.mark((x - 4, 0, x + 4, on.height), f"{full_date(mark.date)}: {mark.words}", day=mark.date)
        for x, mark in zip(xs, series.marks, strict=True)
    ]


def _day_marks(on: Sheet, frame: Frame, series: RateSeries) -> list[Mark]:
    marks = []
    for n, (mean, low, high, counted) in enumerate(
        zip(series.mean, series.low, series.high, series.counted, strict=True)
    ):
        day = series.first + timedelta(days=n)
        if mean is None or low is None or high is None:
            said = f"only {counted} of 7 days count"
        else:
            said = f"{digits(mean)} a day ({digits(low)} to {digits(high)}), {counted} of 7 days count"
        box = (frame.x(n - 0.5), frame.top, frame.x(n + 0.5), frame.bottom)
        marks.append(on.mark(box, f"7 days around {full_date(day)}: {said}", day=day))
    return marks
