"""Draws what goes with what: a ratio with its range for each exposure, words where there is none."""

from dataclasses import dataclass
from math import ceil, log2
from typing import Any

from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from twitchlog.charts.cards import TRIGGERS_WIDE_FROM
from twitchlog.charts.marks import Marks
from twitchlog.charts.palette import Palette
from twitchlog.charts.sheet import NORMAL, SMALL, Sheet, polygon, rounded, sheet, shortened, text_width
from twitchlog.insight.series.triggers import TriggerRow, TriggersSeries
from twitchlog.insight.triggers import Verdict

WIDEST, NARROWEST = 8.0, 2.0
NAMES_WIDTH, NUMBERS_WIDTH = 142, 230
NARROW_NAMES, NARROW_NUMBERS = 124, 168
COLOURS = {"exercise": "exercise", "caffeine": "caffeine", "stress": "stress", "short_sleep": "sleep"}


@dataclass(frozen=True, slots=True)
class _Room:
    """Where the names end and the numbers begin, and how wide they may be, in logical pixels."""

    wide: bool
    left: float
    right: float
    numbers: float


def draw(figure: Figure, series: TriggersSeries, palette: Palette, scale: float) -> Marks:
    """Draw the rows; return a mark for each."""
    on = sheet(figure, palette, scale)
    room = _room(on, series)
    left, right = room.left, room.right
    top, bottom = 4 * scale, on.height - 38 * scale
    reach = _reach(series)
    row_height = (bottom - top) / max(len(series.rows), 1)
    ys = [top + (n + 0.5) * row_height for n in range(len(series.rows))]

    def x(ratio: float) -> float:
        share = (log2(min(max(ratio, 1 / reach), reach)) / log2(reach) + 1) / 2
        return left + share * (right - left)

    _scale(on, {ratio: x(ratio) for ratio in _ticks(reach)}, (top, bottom))
    for row, y in zip(series.rows, ys, strict=True):
        _words(on, row, y, room)
        if row.drawn:
            _interval(
                on,
                row,
                y,
                [x(value or 0) for value in (row.answer.low, row.answer.ratio, row.answer.high)],
            )
            _open_ends(on, row, y, reach, (left, right))
    half = row_height / 2
    return Marks(
        tuple(
            on.mark((0, y - half, on.width, y + half), f"{row.name}, {row.window}: {row.said}. {row.counts}.")
            for row, y in zip(series.rows, ys, strict=True)
        )
    )


def _reach(series: TriggersSeries) -> float:
    """Return the ratio at the right end, the same to both sides: 2, 4 or 8."""
    limits = [
        limit for row in series.rows if row.drawn for limit in (row.answer.low, row.answer.high) if limit
    ]
    farthest = max((max(limit, 1 / limit) for limit in limits if 0 < limit < float("inf")), default=NARROWEST)
    return min(float(2 ** ceil(log2(max(farthest, NARROWEST)))), WIDEST)


def _ticks(reach: float) -> list[float]:
    n = round(log2(reach))
    return [2.0**power for power in range(-n, n + 1)]


def _scale(on: Sheet, ticks: dict[float, float], span: tuple[float, float]) -> None:
    top, bottom = span
    palette = on.palette
    grid = [[(x, top), (x, bottom)] for ratio, x in ticks.items() if ratio != 1]
    on.add(LineCollection(grid, colors=palette.border, linewidths=0.75))
    ends = min(ticks.values()), max(ticks.values())
    frame = [[(ends[0], bottom), (ends[1], bottom)], [(ticks[1.0], top), (ticks[1.0], bottom)]]
    on.add(LineCollection(frame, colors=palette.control, linewidths=(0.75, 1.1)))
    for ratio, x in ticks.items():
        on.say((x, bottom + 11 * on.scale), f"{ratio:g}", ha="center")
    said = ["noticed less often", "times as often", "noticed more often"]
    if sum(text_width(words, on.size(SMALL)) + 16 for words in said) > ends[1] - ends[0]:
        said = ["less often", "", "more often"]
    for x, words, side in zip((ends[0], ticks[1.0], ends[1]), said, ("left", "center", "right"), strict=True):
        on.say((x, bottom + 27 * on.scale), words, ha=side)


def _words(on: Sheet, row: TriggerRow, y: float, room: _Room) -> None:
    up, down = y - 7 * on.scale, y + 8 * on.scale
    loud: dict[str, Any] = {"size": NORMAL, "color": on.palette.text}
    on.say((room.left - 14 * on.scale, up), row.name, ha="right", **loud)
    on.say((room.left - 14 * on.scale, down), row.window, ha="right")
    numbers = f"{row.ratio} ({row.range})" if row.ratio else row.range and f"{row.range} times"
    beside = room.right + 16 * on.scale
    counts = [row.counts] if room.wide else row.counts.split(", ", 1)
    first = up if len(counts) == 1 else y - 15 * on.scale
    on.say((beside, first), numbers or "no ratio yet", **loud)
    for n, part in enumerate(counts, 1):
        on.say((beside, first + 15 * n * on.scale), shortened(part, on.size(SMALL), room.numbers))
    if not row.drawn:
        _instead(on, row.said.rstrip("."), y, room)


def _instead(on: Sheet, said: str, y: float, room: _Room) -> None:
    """Write what is said in place of a range; in two lines where one is too narrow."""
    widest = room.right - room.left - 8
    parts = [said] if text_width(said, on.size(NORMAL)) <= widest else said.split(": ", 1)
    ground = {"facecolor": on.palette.surface, "edgecolor": "none", "pad": 3 * on.scale}
    for n, part in enumerate(parts):
        below = (n - (len(parts) - 1) / 2) * 16 * on.scale
        place = ((room.left + room.right) / 2, y + below)
        words = shortened(part, on.size(NORMAL if n == 0 else SMALL), widest)
        on.say(place, words, ha="center", size=NORMAL if n == 0 else SMALL, bbox=ground)


def _interval(on: Sheet, row: TriggerRow, y: float, xs: list[float]) -> None:
    """Draw a range and its sign: filled and square for what is likely, a hollow diamond for the rest."""
    low, ratio, high = xs
    colour = on.palette.colour(COLOURS.get(row.answer.exposure, "sitting"))
    bar = [[(low, y), (high, y)]]
    on.add(LineCollection(bar, colors=colour, linewidths=2.2, capstyle="butt"))
    likely = row.answer.verdict in {Verdict.LIKELY_MORE, Verdict.LIKELY_LESS}
    size = 10 * on.scale
    arm = size * 0.72
    sign = rounded(size, size, 1) if likely else polygon((0, arm), (arm, 0), (0, -arm), (-arm, 0))
    face = colour if likely else on.palette.surface
    on.signs(sign, [(ratio, y)], facecolors=face, edgecolors=colour, linewidths=1.5, zorder=3)


def _open_ends(on: Sheet, row: TriggerRow, y: float, reach: float, span: tuple[float, float]) -> None:
    """Draw an arrow head where a range goes on beyond the scale."""
    colour = on.palette.colour(COLOURS.get(row.answer.exposure, "sitting"))
    low, high, arm = row.answer.low or 0, row.answer.high or 0, 5 * on.scale
    if low < 1 / reach:
        on.signs(
            polygon((0, arm), (-arm * 1.4, 0), (0, -arm)),
            [(span[0], y)],
            facecolors=colour,
            linewidths=0,
        )
    if high > reach:
        on.signs(
            polygon((0, arm), (arm * 1.4, 0), (0, -arm)),
            [(span[1], y)],
            facecolors=colour,
            linewidths=0,
        )


def _room(on: Sheet, series: TriggersSeries) -> _Room:
    """Return the room between names and numbers; the numbers of ten years need more than those of a month."""
    wide = on.width / on.scale >= TRIGGERS_WIDE_FROM
    needed = max((text_width(row.counts, on.size(SMALL)) for row in series.rows), default=0) + 22 * on.scale
    numbers = max(NUMBERS_WIDTH * on.scale, needed) if wide else NARROW_NUMBERS * on.scale
    names = (NAMES_WIDTH if wide else NARROW_NAMES) * on.scale
    return _Room(wide, names, on.width - numbers, numbers - 18 * on.scale)
