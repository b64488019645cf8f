"""Draws the means by amount as small multiples on one scale."""

from collections.abc import Iterator
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.path import Path

from twitchlog.charts.cards import DOSES_IN_ONE_ROW_FROM
from twitchlog.charts.marks import Mark, Marks
from twitchlog.charts.palette import Palette
from twitchlog.charts.scales import round_ticks
from twitchlog.charts.sheet import NORMAL, SMALL, Sheet, lines, sheet, text_width
from twitchlog.insight.doses import Dose, DoseLevel
from twitchlog.insight.series.dose import NAMES, DoseSeries
from twitchlog.insight.series.rate_words import figure as digits

GAP = 22


@dataclass(frozen=True, slots=True)
class Slot:
    """One level: its middle in logical pixels and what is drawn there."""

    x: float
    width: float
    label: str
    level: DoseLevel
    dose: Dose


def draw(figure: Figure, series: DoseSeries, palette: Palette, scale: float) -> Marks:
    """Draw the levels; return a mark for each."""
    with sheet(figure, palette, scale) as on:
        rows = 1 if on.width / scale >= DOSES_IN_ONE_ROW_FROM else 2
        each = len(series.doses) // rows
        highest = max((level.high for dose in series.doses for level in dose.levels if level.high), default=0)
        ticks = round_ticks(highest or 1.0, most=4)
        height = on.height / rows
        marks: list[Mark] = []
        for row in range(rows):
            doses, span = series.doses[row * each : (row + 1) * each], (row * height, (row + 1) * height)
            marks += _row(on, doses, ticks, span, known=highest > 0)
        return Marks(tuple(marks))


def _row(
    on: Sheet, doses: tuple[Dose, ...], ticks: list[float], span: tuple[float, float], *, known: bool
) -> list[Mark]:
    left, right = 32 * on.scale, 8.0
    top, bottom = span[0] + 26 * on.scale, span[1] - 40 * on.scale
    axes = on.axes(left, top, right, on.height - bottom)
    axes.set(xlim=(left, on.width - right), ylim=(0, ticks[-1]))
    axes.set_yticks(ticks, [digits(tick) if known else "" for tick in ticks])
    axes.set_xticks([])
    axes.grid(axis="y")
    slots = list(_slots(on, doses, left, on.width - right))
    _levels(on, axes, slots, ticks[-1])
    per_unit = (bottom - top) / ticks[-1]
    for slot in slots:
        on.say(axes, (slot.x, -13 * on.scale / per_unit), slot.label, ha="center")
        on.say(axes, (slot.x, -29 * on.scale / per_unit), _days(slot.level), ha="center")
    for dose in doses:
        first = next(slot for slot in slots if slot.dose is dose)
        place = (first.x - first.width / 2, ticks[-1] + 14 * on.scale / per_unit)
        on.say(axes, place, NAMES[dose.exposure], size=NORMAL, color=on.palette.text)
    return [
        on.mark((slot.x - slot.width / 2, top, slot.x + slot.width / 2, span[1]), _words(slot))
        for slot in slots
    ]


def _slots(on: Sheet, doses: tuple[Dose, ...], left: float, right: float) -> Iterator[Slot]:
    """Give each level the room its label needs, and share out what is left."""
    wanted = [[_wanted(on, level) for level in dose.levels] for dose in doses]
    room = right - left - GAP * on.scale * (len(doses) - 1)
    spare = (room - sum(map(sum, wanted))) / max(sum(map(len, wanted)), 1)
    x = left
    for dose, widths in zip(doses, wanted, strict=True):
        for level, width in zip(dose.levels, widths, strict=True):
            yield Slot(x + (width + spare) / 2, width + spare, _short(level.label), level, dose)
            x += width + spare
        x += GAP * on.scale


def _wanted(on: Sheet, level: DoseLevel) -> float:
    words = (_short(level.label), _days(level))
    return max(text_width(each, on.size(SMALL)) for each in words) + 9 * on.scale


def _days(level: DoseLevel) -> str:
    return f"{level.days:,} d"


def _short(label: str) -> str:
    """Return a level's name as it fits under a point: "<30", "30-59", "60+"."""
    if label.startswith("under "):
        return f"<{label.removeprefix('under ')}"
    return label.replace(" or more", "+").replace(" to ", "-")


def _levels(on: Sheet, axes: Axes, slots: list[Slot], top: float) -> None:
    known = [slot for slot in slots if slot.level.mean is not None]
    colours = [on.palette.colour(slot.dose.exposure) for slot in known]
    ranges = [[(slot.x, slot.level.low or 0), (slot.x, slot.level.high or 0)] for slot in known]
    axes.add_collection(
        LineCollection(ranges, colors=colours, linewidths=2.0, capstyle="butt", zorder=2), autolim=False
    )
    if known:
        places = [(slot.x, slot.level.mean or 0.0) for slot in known]
        on.signs(
            axes,
            Path.circle(radius=4.5 * on.scale),
            places,
            facecolors=colours,
            edgecolors=on.palette.surface,
            linewidths=1.0,
            zorder=3,
            clip_on=False,
        )
    few = [(slot.x, top * 0.05) for slot in slots if slot.level.mean is None]
    if few:
        arm = 3 * on.scale
        cross = lines([(-arm, -arm), (arm, arm)], [(-arm, arm), (arm, -arm)])
        on.signs(axes, cross, few, facecolors="none", edgecolors=on.palette.control, linewidths=1.0)


def _words(slot: Slot) -> str:
    level, name = slot.level, NAMES[slot.dose.exposure]
    if level.mean is None or level.low is None or level.high is None:
        return f"{name}, {level.label}: too few days ({level.days})"
    rates = f"{digits(level.mean)} a day ({digits(level.low)} to {digits(level.high)})"
    return f"{name}, {level.label}: {rates} on {level.days} days"
