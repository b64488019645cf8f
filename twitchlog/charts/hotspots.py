"""Draws how long hotspots lasted: the share still going on by day, with its range."""

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure

from twitchlog.charts.labels import Flagged, in_rows
from twitchlog.charts.marks import Mark, Marks
from twitchlog.charts.palette import BAND, Palette
from twitchlog.charts.scales import round_ticks
from twitchlog.charts.sheet import NORMAL, SMALL, Sheet, lines, polygon, sheet, text_width
from twitchlog.insight.series.hotspots import Hotspot, HotspotsSeries, Step
from twitchlog.insight.series.rate_words import full_date

LABEL_ROWS = 3


def draw(figure: Figure, series: HotspotsSeries, palette: Palette, scale: float) -> Marks:
    """Draw the curve; return a mark for each of its steps and each day that hotspots going on have reached."""
    with sheet(figure, palette, scale) as on:
        if not series.hotspots and not series.going:
            on.nothing("No hotspot in this period")
            return Marks()
        left, right, bottom = 46 * scale, 16 * scale, 36 * scale
        rows = min(LABEL_ROWS, len({each.days for each in series.going}))
        top = (10 + 16 * rows) * scale
        axes = on.axes(left, top, right, bottom)
        longest = max([each.days for each in series.hotspots], default=1)
        ticks = round_ticks(longest, most=6, whole=1.0)
        end = longest * 1.02
        ticks = [tick for tick in ticks if tick <= end]
        axes.set(xlim=(0, end), ylim=(0, 1.02))
        axes.set_xticks(ticks, [f"{tick:g}" for tick in ticks])
        axes.set_yticks([0, 0.25, 0.5, 0.75, 1], ["0%", "25%", "50%", "75%", "100%"])
        axes.set_xlabel("days since it began", labelpad=2)
        axes.grid(axis="y")
        if not series.hotspots:
            return Marks()
        _curve(on, axes, series, longest)
        per_day = (on.width - left - right) / end
        span = left, top, on.height - bottom
        return Marks(
            (*_step_marks(on, series.steps, per_day, span), *_going(on, axes, series, per_day, span))
        )


def _curve(on: Sheet, axes: Axes, series: HotspotsSeries, longest: int) -> None:
    palette = on.palette
    days = [0, *(step.day for step in series.steps), longest]
    share = [1.0, *(step.share for step in series.steps)]
    low, high = [1.0, *(step.low for step in series.steps)], [1.0, *(step.high for step in series.steps)]
    axes.fill_between(
        days, [*low, low[-1]], [*high, high[-1]], step="post", color=palette.twitch, alpha=BAND, linewidth=0
    )
    axes.plot(days, [*share, share[-1]], drawstyle="steps-post", color=palette.twitch, linewidth=1.9)
    unknown = [each.days for each in series.hotspots if not each.ended and not each.open]
    if unknown:
        arm = 4 * on.scale
        places = [(day, _share_at(series.steps, day)) for day in unknown]
        on.signs(
            axes, lines([(0, -arm), (0, arm)]), places, edgecolors=palette.text2, linewidths=1.1, zorder=3
        )
    if series.half is not None:
        segments = [[(0, 0.5), (series.half, 0.5)], [(series.half, 0.5), (series.half, 0)]]
        axes.add_collection(
            LineCollection(
                segments, colors=palette.text2, linewidths=1.1, linestyles=(0, (4, 3)), zorder=2.5
            ),
            autolim=False,
        )
        # Right of it and above one half the curve has passed; at the right end there is room left of it and below.
        late = series.half > longest * 0.8
        place, side = (0.06, "right") if late else (0.56, "left")
        words = f"  day {series.half}  "
        on.say(axes, (series.half, place), words, ha=side, size=NORMAL, color=palette.text, zorder=4)


def _share_at(steps: tuple[Step, ...], day: int) -> float:
    return next((step.share for step in reversed(steps) if step.day <= day), 1.0)


def _going(
    on: Sheet, axes: Axes, series: HotspotsSeries, per_day: float, span: tuple[float, float, float]
) -> list[Mark]:
    """Draw a triangle above the curve on the day each open hotspot has reached, named where there is room."""
    left, top, _ = span
    if not series.going:
        return []
    arm, points = 5 * on.scale, on.size(SMALL)
    by_day = {
        each.days: [other for other in series.going if other.days == each.days] for each in series.going
    }
    names = [f"{_listed(some)}, day {days}" for days, some in by_day.items()]
    xs = [left + days * per_day for days in by_day]
    on.signs(
        axes,
        polygon((-arm, arm), (arm, arm), (0, -arm)),
        [(days, 1.02) for days in by_day],
        facecolors=on.palette.text,
        edgecolors=on.palette.surface,
        linewidths=0.6,
        clip_on=False,
        zorder=4,
    )
    flagged = [Flagged(x, text_width(name, points)) for x, name in zip(xs, names, strict=True)]
    placed = in_rows(flagged, LABEL_ROWS, on.width, gap=8 * on.scale)
    for x, name, place in zip(xs, names, placed, strict=True):
        if place is not None:
            offset = ((place.left - x) * 0.75, (10 + 15 * place.row) * on.scale * 0.75)
            day = (x - left) / per_day
            axes.annotate(
                name,
                (day, 1.02),
                xytext=offset,
                textcoords="offset points",
                color=on.palette.text,
                annotation_clip=False,
            )
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


def _step_marks(
    on: Sheet, steps: tuple[Step, ...], per_day: float, span: tuple[float, float, float]
) -> list[Mark]:
    left, top, bottom = span
    ends = [*(step.day for step in steps[1:]), steps[-1].day + 1] if steps else []
    return [
        on.mark(
            (left + step.day * per_day, top, left + end * per_day, bottom),
            f"After day {step.day}: {step.share:.0%} still going on ({step.low:.0%} to {step.high:.0%})",
        )
        for step, end in zip(steps, ends, strict=True)
    ]
