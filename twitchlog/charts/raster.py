"""Draws four weeks hour by hour: discs, bars, triangles and lines, a row a day."""

from collections.abc import Iterable
from typing import Any

from matplotlib.collections import EllipseCollection, LineCollection, PolyCollection
from matplotlib.figure import Figure

from twitchlog.charts.marks import Mark, Marks
from twitchlog.charts.palette import Palette
from twitchlog.charts.sheet import DPI, SMALL, Sheet, polygon, rounded, sheet, text_width
from twitchlog.domain.words import STRESS_LEVELS
from twitchlog.insight.series.raster import DAY_MIN, RasterDay, RasterSeries
from twitchlog.insight.series.rate_words import full_date

DIAMETERS = {None: 6.5, 1: 5.0, 2: 6.5, 3: 8.0, 4: 10.0, 5: 12.0}
WORDS_WIDTH, STRESS_WIDTH = 96, 52
BEFORE = "before the diary began"


class Rows:
    """Where a minute of a day lies, in logical pixels."""

    def __init__(self, on: Sheet, days: tuple[RasterDay, ...]) -> None:
        self.left, self.top = 52 * on.scale, 20 * on.scale
        longest = max((text_width(day.words, on.size(SMALL)) for day in days), default=0)
        self.right = on.width - STRESS_WIDTH * on.scale - max(WORDS_WIDTH * on.scale, longest + 18 * on.scale)
        self.bottom = on.height - 22 * on.scale
        self.height = (self.bottom - self.top) / max(len(days), 1)

    def y(self, row: int) -> float:
        """The middle of a row."""
        return self.top + (row + 0.5) * self.height

    def x(self, minute: float) -> float:
        """A minute of the local day."""
        return self.left + minute / DAY_MIN * (self.right - self.left)


def draw(figure: Figure, series: RasterSeries, palette: Palette, scale: float) -> Marks:
    """Draw the days; return a mark for each record and for each day's count."""
    on = sheet(figure, palette, scale)
    at = Rows(on, series.days)
    _ground(on, at, series)
    _labels(on, at, series)
    _bars(on, at, series.days)
    _points(on, at, series.days)
    _stress(on, at, series.days)
    return Marks(tuple(_marks(on, at, series.days)))


def _ground(on: Sheet, at: Rows, series: RasterSeries) -> None:
    half = at.height / 2
    weekend = [
        _box(at.left, at.y(n) - half, at.right, at.y(n) + half)
        for n, day in enumerate(series.days)
        if day.date.weekday() >= 5
    ]
    on.add(PolyCollection(weekend, facecolors=on.palette.sunken, linewidths=0, alpha=0.75, zorder=0.2))
    hours = [[(at.x(h * 60), at.top), (at.x(h * 60), at.bottom)] for h in range(0, 25, 3)]
    on.add(LineCollection(hours, colors=on.palette.border, linewidths=0.75, zorder=0.5))
    unknown = [
        [(at.left, at.y(n)), (at.right, at.y(n))]
        for n, day in enumerate(series.days)
        if day.words == "not recorded"
    ]
    on.add(
        LineCollection(
            unknown, colors=on.palette.control, linewidths=0.8, linestyles=(0, (1, 5)), zorder=0.6
        ),
    )


def _box(left: float, top: float, right: float, bottom: float) -> list[tuple[float, float]]:
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def _labels(on: Sheet, at: Rows, series: RasterSeries) -> None:
    beside, stress = at.right + 10 * on.scale, on.width - (STRESS_WIDTH - 4) * on.scale
    for n, day in enumerate(series.days):
        if day.date.weekday() == 0 or n == 0:
            on.say((at.left - 8 * on.scale, at.y(n)), f"{day.date.day} {day.date:%b}", ha="right")
        counted = day.words[:1].isdigit()
        on.say((beside, at.y(n)), day.words, color=on.palette.text if counted else on.palette.text2)
    before = next((n for n, day in enumerate(series.days) if day.kind is None), None)
    if before is not None:
        on.say((at.left + 10 * on.scale, at.y(before)), BEFORE)
    for hour in range(0, 25, 3 if at.right - at.left >= 8 * 46 * on.scale else 6):
        words = f"{(hour + series.day_start) % 24:02d}:00"
        on.say((at.x(hour * 60), at.bottom + 12 * on.scale), words, ha="center")
    on.say((beside, at.top - 9 * on.scale), "twitches")
    if any(day.stress for day in series.days):
        on.say((stress, at.top - 9 * on.scale), "stress")


def _bars(on: Sheet, at: Rows, days: tuple[RasterDay, ...]) -> None:
    half = min(at.height * 0.3, 5 * on.scale)
    bars, sitting = [], []
    for n, day in enumerate(days):
        y = at.y(n)
        for each in day.exercise:
            # Without a length only a time is known: the least bar that can be seen.
            end = max(at.x(each.end), at.x(each.start) + 4)
            bars.append(_box(at.x(each.start), y - half, min(end, at.right), y + half))
        sitting += [
            [(at.x(each.start), y + half + 1), (at.x(each.end), y + half + 1)] for each in day.sitting
        ]
    on.add(PolyCollection(bars, facecolors=on.palette.exercise, linewidths=0, zorder=1.2))
    on.add(LineCollection(sitting, colors=on.palette.sitting, linewidths=1.5, capstyle="butt", zorder=1))


def _points(on: Sheet, at: Rows, days: tuple[RasterDay, ...]) -> None:
    drinks = [(at.x(each.minute), at.y(n)) for n, day in enumerate(days) for each in day.caffeine]
    if drinks:
        arm = 3.6 * on.scale
        triangle = polygon((-arm, arm * 0.9), (arm, arm * 0.9), (0, -arm * 0.9))
        on.signs(
            triangle,
            drinks,
            facecolors=on.palette.caffeine,
            edgecolors=on.palette.surface,
            linewidths=0.5,
            zorder=2,
        )
    given = [
        (at.x(each.minute), at.y(n), DIAMETERS[each.strength] * on.scale)
        for n, day in enumerate(days)
        for each in day.twitches
        if each.strength
    ]
    open_ = [
        (at.x(each.minute), at.y(n), DIAMETERS[None] * on.scale)
        for n, day in enumerate(days)
        for each in day.twitches
        if not each.strength
    ]
    twitch, surface = on.palette.twitch, on.palette.surface
    _discs(on, given, facecolors=twitch, edgecolors=surface, linewidths=0.75, zorder=3)
    _discs(on, open_, facecolors=surface, edgecolors=twitch, linewidths=1.3, zorder=3)


def _discs(on: Sheet, discs: Iterable[tuple[float, float, float]], **look: Any) -> None:
    """Add discs (x, y, diameter), the large ones first so that no small one is hidden."""
    ordered = sorted(discs, key=lambda disc: -disc[2])
    if not ordered:
        return
    inches = [size / DPI for _, _, size in ordered]
    on.add(
        EllipseCollection(
            inches,
            inches,
            [0.0] * len(inches),
            units="inches",
            offsets=[(x, y) for x, y, _ in ordered],
            offset_transform=on.pixels,
            **look,
        ),
    )


def _stress(on: Sheet, at: Rows, days: tuple[RasterDay, ...]) -> None:
    """Draw five slots for a rated day, as many filled as its level: the level can be counted."""
    wide, high = 6 * on.scale, min(at.height * 0.5, 8 * on.scale)
    left = on.width - (STRESS_WIDTH - 4) * on.scale
    slot = rounded(wide, high, 1)
    places = {
        full: [
            (left + (k + 0.5) * (wide + 2 * on.scale), at.y(n))
            for n, day in enumerate(days)
            if day.stress
            for k in range(5)
            if (k < day.stress) == full
        ]
        for full in (True, False)
    }
    for full, colour in ((True, on.palette.stress), (False, on.palette.sunken)):
        if places[full]:
            on.signs(slot, places[full], facecolors=colour, linewidths=0)


def _marks(on: Sheet, at: Rows, days: tuple[RasterDay, ...]) -> Iterable[Mark]:
    half = at.height / 2
    for n, day in enumerate(days):
        y = at.y(n)
        top, bottom = y - half, y + half
        said = f", stress {day.stress} ({STRESS_LEVELS[day.stress]})" if day.stress else ""
        known = f"{full_date(day.date)}: {day.words or BEFORE}{said}"
        yield on.mark((0, top, on.width, bottom), known, day=day.date)
        for each in (*day.exercise, *day.sitting):
            end = max(at.x(each.end), at.x(each.start) + 6)
            yield on.mark((at.x(each.start), top, end, bottom), each.words, day=day.date, key=each.key)
        for each_at in (*day.caffeine, *day.twitches):
            r = max(DIAMETERS[each_at.strength] / 2, 4) * on.scale
            x = at.x(each_at.minute)
            yield on.mark((x - r, top, x + r, bottom), each_at.words, day=day.date, key=each_at.key)
