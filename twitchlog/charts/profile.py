"""Draws the 24 hours of a usual day as bars with their ranges."""

from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.figure import Figure
from matplotlib.path import Path

from twitchlog.charts.marks import Mark, Marks
from twitchlog.charts.palette import Palette
from twitchlog.charts.scales import clock_step, round_ticks
from twitchlog.charts.sheet import NORMAL, Sheet, sheet
from twitchlog.domain.words import count
from twitchlog.insight.series.hours import PER_HOURS
from twitchlog.insight.series.profile import ProfileHour, ProfileSeries
from twitchlog.insight.series.rate_words import figure as digits

BAR = 0.36


def draw(figure: Figure, series: ProfileSeries, palette: Palette, scale: float) -> Marks:
    """Draw the hours; return a mark for each."""
    with sheet(figure, palette, scale) as on:
        left, top, right, bottom = 38 * scale, 8 * scale, 20 * scale, 22 * scale
        axes = on.axes(left, top, right, bottom)
        known = [
            (k, row.rate, row.low, row.high)
            for k, row in enumerate(series.hours)
            if row.rate is not None and row.low is not None and row.high is not None
        ]
        highest = max((high for _, _, _, high in known), default=1.0)
        ticks = round_ticks(max(highest, 0.1), most=5)
        axes.set(xlim=(0, 24), ylim=(0, ticks[-1]))
        axes.set_yticks(ticks if known else [], [digits(tick) for tick in ticks] if known else [])
        written = range(0, 25, clock_step(on.width - left - right, scale))
        axes.set_xticks(written, [f"{series.hours[k % 24].hour:02d}:00" for k in written])
        axes.grid(axis="y")
        if known:
            bars = [
                [(k + 0.5 - BAR, 0), (k + 0.5 - BAR, rate), (k + 0.5 + BAR, rate), (k + 0.5 + BAR, 0)]
                for k, rate, _, _ in known
            ]
            axes.add_collection(
                PolyCollection(bars, facecolors=palette.steps[2], linewidths=0, zorder=2), autolim=False
            )
            ranges = [[(k + 0.5, low), (k + 0.5, high)] for k, _, low, high in known]
            axes.add_collection(
                LineCollection(ranges, colors=palette.text, linewidths=1.2, zorder=4), autolim=False
            )
        blank = [(k + 0.5, ticks[-1] * 0.02) for k, row in enumerate(series.hours) if row.rate is None]
        if blank:
            on.signs(axes, Path.circle(radius=1.2), blank, facecolors=palette.control, linewidths=0)
        if not known:
            on.say(axes, (12, ticks[-1] / 2), "Too few days awake at every hour", ha="center", size=NORMAL)
        elif series.mean is not None:
            axes.axhline(series.mean, color=palette.text2, linewidth=1, linestyle=(0, (4, 3)), zorder=5)
        wide = (on.width - left - right) / 24
        return Marks(
            tuple(_mark(on, row, left + k * wide, wide, (top, bottom)) for k, row in enumerate(series.hours))
        )


def _mark(on: Sheet, row: ProfileHour, x: float, wide: float, margins: tuple[float, float]) -> Mark:
    hours = f"{row.hour:02d}:00 to {(row.hour + 1) % 24:02d}:00"
    if row.rate is None or row.low is None or row.high is None:
        said = f"awake on {count(row.days, 'counted day')}, too few to say"
    else:
        rates = f"{digits(row.rate)} in {PER_HOURS} hours ({digits(row.low)} to {digits(row.high)})"
        said = f"{count(row.onsets, 'twitch', 'twitches')} on {row.days} days awake then, {rates}"
    return on.mark((x, margins[0], x + wide, on.height - margins[1]), f"{hours}: {said}")
