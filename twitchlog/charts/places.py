"""Draws places over time: a row of bars for each place, all on one scale."""

from typing import Any

from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.figure import Figure
from matplotlib.path import Path

from twitchlog.charts.marks import Mark, Marks
from twitchlog.charts.palette import Palette
from twitchlog.charts.scales import date_ticks, round_ticks
from twitchlog.charts.sheet import NORMAL, Sheet, sheet, shortened
from twitchlog.domain.words import count
from twitchlog.insight.series.places import PlacesSeries

NAMES_WIDTH, NUMBERS_WIDTH = 160, 130


def draw(figure: Figure, series: PlacesSeries, palette: Palette, scale: float) -> Marks:
    """Draw the places; return a mark for each bar."""
    on = sheet(figure, palette, scale)
    if not series.places or not series.spans:
        on.nothing("No twitches on a counted day in this period")
        return Marks()
    frame = _Frame(on, series)
    _rows(on, series, frame)
    _bars(on, series, frame)
    _dates(on, series, frame)
    return Marks(tuple(_marks(on, series, frame)))


class _Frame:
    """Where a day and a share of days lie, in logical pixels; ``most`` is the share that a row's height shows."""

    def __init__(self, on: Sheet, series: PlacesSeries) -> None:
        self.left, self.right = NAMES_WIDTH * on.scale, on.width - NUMBERS_WIDTH * on.scale
        self.top, self.bottom = 16 * on.scale, on.height - 22 * on.scale
        self.row = (self.bottom - self.top) / len(series.places)
        self.first = series.spans[0].days.first
        self.days = (series.spans[-1].days.after - self.first).days
        highest = _highest(series)
        self.most = round_ticks(100 * highest, most=2)[-1] / 100 if highest else 0.0

    def x(self, days: int) -> float:
        """So many days after the first."""
        return self.left + days / self.days * (self.right - self.left)

    def base(self, row: int) -> float:
        """The line on which a row's bars stand."""
        return self.top + (row + 1) * self.row - 6

    def high(self, share: float) -> float:
        """The height of a share of days."""
        return (min(share / self.most, 1) if self.most else 1.0) * (self.row - 14)


def _highest(series: PlacesSeries) -> float:
    return max(
        (
            some / span.counted
            for place in series.places
            for span, some in zip(series.spans, place.by_span, strict=True)
            if some is not None
        ),
        default=0.0,
    )


def _rows(on: Sheet, series: PlacesSeries, frame: _Frame) -> None:
    palette = on.palette
    bases = [[(frame.left, frame.base(n)), (frame.right, frame.base(n))] for n in range(len(series.places))]
    tops = [[(a[0], a[1] - frame.high(frame.most)), (b[0], b[1] - frame.high(frame.most))] for a, b in bases]
    on.add(LineCollection(bases, colors=palette.control, linewidths=0.75))
    on.add(LineCollection(tops, colors=palette.border, linewidths=0.75, zorder=0.5))
    if frame.most:
        on.say((frame.right, tops[0][1][1] - 7 * on.scale), f"{frame.most:.0%}", ha="right")
    widest = (NAMES_WIDTH - 16) * on.scale
    loud: dict[str, Any] = {"size": NORMAL, "color": palette.text}
    for n, place in enumerate(series.places):
        middle = frame.base(n) - (frame.row - 14) / 2
        on.say(
            (frame.left - 12 * on.scale, middle),
            shortened(place.name, on.size(NORMAL), widest),
            ha="right",
            **loud,
        )
        share = place.days / series.counted if series.counted else 0
        on.say((frame.right + 12 * on.scale, middle), f"{count(place.days, 'day')}, {share:.0%}", **loud)


def _bars(on: Sheet, series: PlacesSeries, frame: _Frame) -> None:
    bars, unknown = [], []
    for n, place in enumerate(series.places):
        base = frame.base(n)
        for span, some in zip(series.spans, place.by_span, strict=True):
            left = frame.x((span.days.first - frame.first).days)
            right = frame.x((span.days.after - frame.first).days)
            gap = min(1.5, (right - left) * 0.15)
            if some is None:
                unknown.append(((left + right) / 2, base - 4))
            elif some:
                top = base - frame.high(some / span.counted)
                bars.append([(left + gap, base), (left + gap, top), (right - gap, top), (right - gap, base)])
    on.add(PolyCollection(bars, facecolors=on.palette.twitch, linewidths=0, zorder=2))
    if unknown:
        on.signs(Path.circle(radius=1.2), unknown, facecolors=on.palette.control, linewidths=0)


def _dates(on: Sheet, series: PlacesSeries, frame: _Frame) -> None:
    most = round((frame.right - frame.left) / 60 / on.scale)
    for when, words in date_ticks(frame.first, series.spans[-1].days.after, most):
        x = frame.x((when - frame.first).days)
        on.say((x, frame.bottom + 12 * on.scale), words)


def _marks(on: Sheet, series: PlacesSeries, frame: _Frame) -> list[Mark]:
    marks = []
    for n, place in enumerate(series.places):
        for span, some in zip(series.spans, place.by_span, strict=True):
            left = frame.x((span.days.first - frame.first).days)
            right = frame.x((span.days.after - frame.first).days)
            said = (
                f"{span.counted} counted days, too few to say"
                if some is None
                else (f"on {some} of {span.counted} counted days")
            )
            box = (left, frame.base(n) - frame.row + 6, right, frame.base(n) + 6)
            marks.append(on.mark(box, f"{place.name}, {span.name}: {said}", day=span.days.first))
    return marks
