"""Draws the means by amount as small multiples on one scale."""

from collections.abc import Iterator
from dataclasses import dataclass

from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.path import Path

from twitchlog.charts.cards import DOSES_IN_ONE_ROW_FROM
from twitchlog.charts.frame import Frame, draw_foot, draw_levels
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
    on = sheet(figure, palette, scale)
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
    frame = Frame(left, top, on.width - right, bottom, (left, on.width - right), (0, ticks[-1]))
    draw_levels(on, frame, ticks, [digits(tick) if known else "" for tick in ticks])
    draw_foot(on, frame, [], [])
    slots = list(_slots(on, doses, left, on.width - right))
    _levels(on, frame, slots)
    for slot in slots:
        on.say((slot.x, bottom + 13 * on.scale), slot.label, ha="center")
        on.say((slot.x, bottom + 29 * on.scale), _days(slot.level), ha="center")
    for dose in doses:
        first = next(slot for slot in slots if slot.dose is dose)
        place = (first.x - first.width / 2, top - 14 * on.scale)
        on.say(place, NAMES[dose.exposure], size=NORMAL, color=on.palette.text)
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


def _levels(on: Sheet, frame: Frame, slots: list[Slot]) -> None:
    known = [slot for slot in slots if slot.level.mean is not None]
    colours = [on.palette.colour(slot.dose.exposure) for slot in known]
    ranges = [
        [(slot.x, frame.y(slot.level.low or 0.0)), (slot.x, frame.y(slot.level.high or 0.0))]
        for slot in known
    ]
    on.add(LineCollection(ranges, colors=colours, linewidths=2.0, capstyle="butt", zorder=2))
    if known:
        places = [(slot.x, frame.y(slot.level.mean or 0.0)) for slot in known]
        on.signs(
            Path.circle(radius=4.5 * on.scale),
            places,
            facecolors=colours,
            edgecolors=on.palette.surface,
            linewidths=1.0,
            zorder=3,
        )
    few = [(slot.x, frame.y(frame.up[1] * 0.05)) for slot in slots if slot.level.mean is None]
    if few:
        arm = 3 * on.scale
        cross = lines([(-arm, -arm), (arm, arm)], [(-arm, arm), (arm, -arm)])
        on.signs(cross, few, facecolors="none", edgecolors=on.palette.control, linewidths=1.0)


def _words(slot: Slot) -> str:
    level, name = slot.level, NAMES[slot.dose.exposure]
    if level.mean is None or level.low is None or level.high is None:
        return f"{name}, {level.label}: too few days ({level.days})"
    rates = f"{digits(level.mean)} a day ({digits(level.low)} to {digits(level.high)})"
    return f"{name}, {level.label}: {rates} on {level.days} days"
