"""Draws the 24 hours of a usual day as bars with their ranges."""

from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.figure import Figure
from matplotlib.path import Path

from twitchlog.charts.frame import Frame, draw_foot, draw_levels
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
    on = sheet(figure, palette, scale)
    left, top, right, bottom = 38 * scale, 8 * scale, 20 * scale, 22 * scale
    known = [
        (k, row.rate, row.low, row.high)
        for k, row in enumerate(series.hours)
        if row.rate is not None and row.low is not None and row.high is not None
    ]
    highest = max((high for _, _, _, high in known), default=1.0)
    ticks = round_ticks(max(highest, 0.1), most=5)
    frame = Frame(left, top, on.width - right, on.height - bottom, (0, 24), (0, ticks[-1]))
    if known:
        draw_levels(on, frame, ticks, map(digits, ticks))
    written = range(0, 25, clock_step(on.width - left - right, scale))
    draw_foot(on, frame, written, [f"{series.hours[k % 24].hour:02d}:00" for k in written])
    if known:
        bars = [_bar(frame, k, rate) for k, rate, _, _ in known]
        on.add(PolyCollection(bars, facecolors=palette.steps[2], linewidths=0, zorder=2))
        ranges = [
            [(frame.x(k + 0.5), frame.y(low)), (frame.x(k + 0.5), frame.y(high))] for k, _, low, high in known
        ]
        on.add(LineCollection(ranges, colors=palette.text, linewidths=1.2, zorder=4))
    low_down = frame.y(ticks[-1] * 0.02)
    blank = [(frame.x(k + 0.5), low_down) for k, row in enumerate(series.hours) if row.rate is None]
    if blank:
        on.signs(Path.circle(radius=1.2), blank, facecolors=palette.control, linewidths=0)
    if not known:
        middle = (frame.x(12.0), frame.y(ticks[-1] / 2))
        on.say(middle, "Too few days awake at every hour", ha="center", size=NORMAL)
    elif series.mean is not None:
        mean = [[(left, frame.y(series.mean)), (on.width - right, frame.y(series.mean))]]
        look = {"colors": palette.text2, "linewidths": 1, "linestyles": (0, (4, 3))}
        on.add(LineCollection(mean, zorder=5, **look))
    wide = (on.width - left - right) / 24
    return Marks(
        tuple(_mark(on, row, left + k * wide, wide, (top, bottom)) for k, row in enumerate(series.hours))
    )


def _bar(frame: Frame, k: int, rate: float) -> list[tuple[float, float]]:
    left, right = frame.x(k + 0.5 - BAR), frame.x(k + 0.5 + BAR)
    return [(left, frame.bottom), (left, frame.y(rate)), (right, frame.y(rate)), (right, frame.bottom)]


def _mark(on: Sheet, row: ProfileHour, x: float, wide: float, margins: tuple[float, float]) -> Mark:
    hours = f"{row.hour:02d}:00 to {(row.hour + 1) % 24:02d}:00"
    if row.rate is None or row.low is None or row.high is None:
        said = f"awake on {count(row.days, 'counted day')}, too few to say"
    else:
        rates = f"{digits(row.rate)} in {PER_HOURS} hours ({digits(row.low)} to {digits(row.high)})"
        said = f"{count(row.onsets, 'twitch', 'twitches')} on {row.days} days awake then, {rates}"
    return on.mark((x, margins[0], x + wide, on.height - margins[1]), f"{hours}: {said}")
