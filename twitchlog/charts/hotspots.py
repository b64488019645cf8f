"""Draws how long hotspots lasted: the share still going on by day, with its range."""

import numpy as np
from matplotlib.collections import FillBetweenPolyCollection, LineCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from twitchlog.charts.frame import Frame, draw_foot, draw_levels
from twitchlog.charts.labels import Flagged, in_rows
from twitchlog.charts.marks import Mark, Marks
from twitchlog.charts.palette import BAND, Palette
from twitchlog.charts.scales import round_ticks
from twitchlog.charts.sheet import NORMAL, SMALL, Sheet, lines, polygon, sheet, text_width
from twitchlog.insight.series.hotspots import Hotspot, HotspotsSeries, Step
from twitchlog.insight.series.rate_words import full_date

LABEL_ROWS = 3
HIGHEST = 1.02
"""The share at the upper edge: the curve at 100 % is seen whole."""


def draw(figure: Figure, series: HotspotsSeries, palette: Palette, scale: float) -> Marks:
    """Draw the curve; return a mark for each of its steps and each day that hotspots going on have reached."""
    on = sheet(figure, palette, scale)
    if not series.hotspots and not series.going:
        on.nothing("No hotspot in this period")
        return Marks()
    left, right, bottom = 46 * scale, 16 * scale, 36 * scale
    rows = min(LABEL_ROWS, len({each.days for each in series.going}))
    top = (10 + 16 * rows) * scale
    longest = max([each.days for each in series.hotspots], default=1)
    ticks = round_ticks(longest, most=6, whole=1.0)
    end = longest * 1.02
    ticks = [tick for tick in ticks if tick <= end]
    frame = Frame(left, top, on.width - right, on.height - bottom, (0, end), (0, HIGHEST))
    draw_levels(on, frame, [0, 0.25, 0.5, 0.75, 1], ["0%", "25%", "50%", "75%", "100%"])
    draw_foot(on, frame, ticks, [f"{tick:g}" for tick in ticks], "days since it began")
    if not series.hotspots:
        return Marks()
    _curve(on, frame, series, longest)
    return Marks((*_step_marks(on, series.steps, frame), *_going(on, frame, series)))


def _curve(on: Sheet, frame: Frame, series: HotspotsSeries, longest: int) -> None:
    palette = on.palette
    days = [0, *(step.day for step in series.steps), longest]
    share = [1.0, *(step.share for step in series.steps)]
    low, high = [1.0, *(step.low for step in series.steps)], [1.0, *(step.high for step in series.steps)]
    at = frame.x(np.array(days, dtype=float))
    lowest, middle, highest = (frame.y(np.array([*each, each[-1]])) for each in (low, share, high))
    band = FillBetweenPolyCollection(
        "x", at, lowest, highest, step="post", facecolors=palette.twitch, alpha=BAND, linewidths=0
    )
    on.add(band)
    on.add(Line2D(at, middle, drawstyle="steps-post", color=palette.twitch, linewidth=1.9))
    unknown = [each.days for each in series.hotspots if not each.ended and not each.open]
    if unknown:
        arm = 4 * on.scale
        places = [(frame.x(float(day)), frame.y(_share_at(series.steps, day))) for day in unknown]
        on.signs(lines([(0, -arm), (0, arm)]), places, edgecolors=palette.text2, linewidths=1.1, zorder=3)
    if series.half is not None:
        day, half = frame.x(float(series.half)), frame.y(0.5)
        segments = [[(frame.left, half), (day, half)], [(day, half), (day, frame.bottom)]]
        look = {"colors": palette.text2, "linewidths": 1.1, "linestyles": (0, (4, 3))}
        on.add(LineCollection(segments, zorder=2.5, **look))
        # Right of it and above one half the curve has passed; at the right end there is room left of it and below.
        late = series.half > longest * 0.8
        place, side = (0.06, "right") if late else (0.56, "left")
        words = f"  day {series.half}  "
        on.say((day, frame.y(place)), words, ha=side, size=NORMAL, color=palette.text, zorder=4)


def _share_at(steps: tuple[Step, ...], day: int) -> float:
    return next((step.share for step in reversed(steps) if step.day <= day), 1.0)


def _going(on: Sheet, frame: Frame, series: HotspotsSeries) -> list[Mark]:
    """Draw a triangle above the curve on the day each open hotspot has reached, named where there is room."""
    if not series.going:
        return []
    arm, points = 5 * on.scale, on.size(SMALL)
    by_day = {
        each.days: [other for other in series.going if other.days == each.days] for each in series.going
    }
    names = [f"{_listed(some)}, day {days}" for days, some in by_day.items()]
    xs, top = [frame.x(float(days)) for days in by_day], frame.top
    on.signs(
        polygon((-arm, arm), (arm, arm), (0, -arm)),
        [(x, top) for x in xs],
        facecolors=on.palette.text,
        edgecolors=on.palette.surface,
        linewidths=0.6,
        zorder=4,
    )
    flagged = [Flagged(x, text_width(name, points)) for x, name in zip(xs, names, strict=True)]
    placed = in_rows(flagged, LABEL_ROWS, on.width, gap=8 * on.scale)
    for name, place in zip(names, placed, strict=True):
        if place is not None:
            on.say((place.left, top - (14 + 15 * place.row) * on.scale), name, color=on.palette.text)
    return [
        on.mark(
            (x - arm, top - 3 * arm, x + arm, top + arm),
            f"{', '.join(each.place for each in some)}: day {days}, since {full_date(some[0].first)}",
            day=some[0].first,
        )
        for x, (days, some) in zip(xs, by_day.items(), strict=True)
    ]


def _listed(going: list[Hotspot]) -> str:
    """Return the first place by name, and how many more have reached the same day."""
    more = f" and {len(going) - 1} more" if len(going) > 1 else ""
    return f"{going[0].place}{more}"


def _step_marks(on: Sheet, steps: tuple[Step, ...], frame: Frame) -> list[Mark]:
    ends = [*(step.day for step in steps[1:]), steps[-1].day + 1] if steps else []
    return [
        on.mark(
            (frame.x(float(step.day)), frame.top, frame.x(float(end)), frame.bottom),
            f"After day {step.day}: {step.share:.0%} still going on ({step.low:.0%} to {step.high:.0%})",
        )
        for step, end in zip(steps, ends, strict=True)
    ]
