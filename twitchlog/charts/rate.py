"""Draws the 7-day mean with its range, its gaps, and what happened meanwhile."""

from datetime import timedelta

import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.figure import Figure

from twitchlog.charts.labels import Flagged, in_rows
from twitchlog.charts.marks import Mark, Marks
from twitchlog.charts.palette import BAND, Palette
from twitchlog.charts.scales import date_ticks, round_ticks
from twitchlog.charts.sheet import SMALL, Sheet, drawable, sheet, shortened, text_width
from twitchlog.insight.series.rate import RateSeries
from twitchlog.insight.series.rate_words import figure as digits
from twitchlog.insight.series.rate_words import full_date

LABEL_ROWS = 2
LONGEST_LABEL = 150
FEWEST_PIXELS = 0.5
"""A day narrower than this needs a thin line: a thick one would fill the space between ups and downs."""


def draw(figure: Figure, series: RateSeries, palette: Palette, scale: float) -> Marks:
    """Draw the means; return a mark for each day, and a smaller one for each examination or medicine."""
    with sheet(figure, palette, scale) as on:
        if not series.mean:
            on.nothing()
            return Marks()
        rows = LABEL_ROWS if series.marks else 0
        left, top, right, bottom = 38 * scale, (8 + 15 * rows) * scale, 10.0, 22 * scale
        axes = on.axes(left, top, right, bottom)
        days = len(series.mean)
        axes.set_xlim(-0.5, days - 0.5)
        _scale(on, axes, series)
        _gaps(on, axes, series)
        wide = (on.width - left - right) / days
        _line(on, axes, series, thin=wide < FEWEST_PIXELS)
        centres = {n: left + (n + 0.5) * wide for n in range(days)}
        flags = _flags(on, axes, series, centres, top)
        return Marks((*_day_marks(on, series, centres, wide, top, bottom), *flags))


def _scale(on: Sheet, axes: Axes, series: RateSeries) -> None:
    highest = max((value for value in series.high if value is not None), default=1.0)
    ticks = round_ticks(max(highest, 0.5), most=5)
    axes.set_ylim(0, ticks[-1])
    known = any(value is not None for value in series.mean)
    axes.set_yticks(ticks if known else [], [digits(tick) for tick in ticks] if known else [])
    axes.grid(axis="y")
    dates = date_ticks(
        series.first, series.first + timedelta(days=len(series.mean)), round(on.width / 75 / on.scale)
    )
    axes.set_xticks([(when - series.first).days for when, _ in dates], [words for _, words in dates])


def _array(values: tuple[float | None, ...]) -> npt.NDArray[np.float64]:
    return np.array(values, dtype=np.float64)


def _line(on: Sheet, axes: Axes, series: RateSeries, *, thin: bool) -> None:
    x, mean = np.arange(len(series.mean)), _array(series.mean)
    low, high = _array(series.low), _array(series.high)
    axes.fill_between(x, low, high, color=on.palette.twitch, alpha=BAND, linewidth=0)
    axes.plot(x, mean, color=on.palette.twitch, linewidth=0.6 if thin else 1.7)
    known = ~np.isnan(np.concatenate([[np.nan], mean, [np.nan]]))
    alone = known[1:-1] & ~known[:-2] & ~known[2:]
    if alone.any():
        wide, dot = (1, 2) if thin else (3, 4)
        axes.vlines(x[alone], low[alone], high[alone], colors=on.palette.twitch, alpha=BAND, linewidth=wide)
        axes.plot(x[alone], mean[alone], "o", color=on.palette.twitch, markersize=dot)


def _gaps(on: Sheet, axes: Axes, series: RateSeries) -> None:
    """Shade the days without a mean, and say so where the words fit."""
    unknown = np.concatenate([[0], np.isnan(_array(series.mean)).astype(int), [0]])
    starts, ends = np.flatnonzero(np.diff(unknown) == 1), np.flatnonzero(np.diff(unknown) == -1)
    if not len(starts):
        return
    top = axes.get_ylim()[1]
    boxes = [
        [(a - 0.5, 0), (a - 0.5, top), (b - 0.5, top), (b - 0.5, 0)]
        for a, b in zip(starts, ends, strict=True)
    ]
    axes.add_collection(
        PolyCollection(boxes, facecolors=on.palette.control, alpha=BAND, linewidths=0, zorder=0.4),
        autolim=False,
    )
    per_day = on.width / len(series.mean)
    for a, b in zip(starts, ends, strict=True):
        for words in ("too few counted days", "not counted"):
            if text_width(words, on.size(SMALL)) + 10 < (b - a) * per_day:
                axes.text((a + b - 1) / 2, top * 0.06, words, ha="center", color=on.palette.text2)
                break


def _flags(on: Sheet, axes: Axes, series: RateSeries, centres: dict[int, float], top: float) -> list[Mark]:
    """Draw a dashed line for each examination and medicine, labelled in rows where no label meets another."""
    at = [(mark.date - series.first).days for mark in series.marks]
    if not at:
        return []
    points = on.size(SMALL)
    labels = [
        shortened(drawable(mark.label, "Medicine"), points, LONGEST_LABEL * on.scale) for mark in series.marks
    ]
    flagged = [Flagged(centres[n], text_width(label, points)) for n, label in zip(at, labels, strict=True)]
    height = on.height - top - 22 * on.scale
    segments = []
    for n, label, place in zip(
        at, labels, in_rows(flagged, LABEL_ROWS, on.width, gap=8 * on.scale), strict=True
    ):
        up = 1.0
        if place is not None:
            above = (4 + 15 * place.row) * on.scale
            up += (above + 11 * on.scale) / height
            axes.annotate(
                label,
                (n, 1.0),
                xycoords=axes.get_xaxis_transform(),
                xytext=((place.left - centres[n]) * 72 / 96, above * 72 / 96),
                textcoords="offset points",
                color=on.palette.text2,
                annotation_clip=False,
            )
        segments.append([(n, 0.0), (n, up)])
    dashed = LineCollection(
        segments, colors=on.palette.text2, linewidths=1.0, linestyles=(0, (4, 3)), clip_on=False
    )
    dashed.set_transform(axes.get_xaxis_transform())
    axes.add_collection(dashed, autolim=False)
    return [
        on.mark(
            (centres[n] - 4, 0, centres[n] + 4, on.height),
            f"{full_date(mark.date)}: {mark.words}",
            day=mark.date,
        )
        for n, mark in zip(at, series.marks, strict=True)
    ]


def _day_marks(
    on: Sheet, series: RateSeries, centres: dict[int, float], wide: float, top: float, bottom: float
) -> list[Mark]:
    marks = []
    for n, (mean, low, high, counted) in enumerate(
        zip(series.mean, series.low, series.high, series.counted, strict=True)
    ):
        day = series.first + timedelta(days=n)
        if mean is None or low is None or high is None:
            said = f"only {counted} of 7 days count"
        else:
            said = f"{digits(mean)} a day ({digits(low)} to {digits(high)}), {counted} of 7 days count"
        box = (centres[n] - wide / 2, top, centres[n] + wide / 2, on.height - bottom)
        marks.append(on.mark(box, f"7 days around {full_date(day)}: {said}", day=day))
    return marks
