"""Draws hour by weekday as squares."""

from matplotlib.figure import Figure
from matplotlib.path import Path

from twitchlog.charts.marks import Mark, Marks
from twitchlog.charts.palette import Palette
from twitchlog.charts.scales import clock_step
from twitchlog.charts.sheet import Sheet, rounded, sheet
from twitchlog.domain.words import count
from twitchlog.insight.series.hours import PER_HOURS, WEEKDAYS, HoursSeries
from twitchlog.insight.series.rate_words import figure as digits


def draw(figure: Figure, series: HoursSeries, palette: Palette, scale: float) -> Marks:
    """Draw the rates; return a mark for each hour of each weekday."""
    on = sheet(figure, palette, scale)
    left, top, right, bottom = 38 * scale, 4 * scale, 20 * scale, 22 * scale
    wide, high = (on.width - left - right) / 24, (on.height - top - bottom) / 7
    centres = {
        (day, hour): (left + (hour + 0.5) * wide, top + (day + 0.5) * high)
        for day in range(7)
        for hour in range(24)
    }
    known = [(place, rate) for place in centres if (rate := series.rates[place[0]][place[1]])]
    none = [centres[place] for place in centres if series.rates[place[0]][place[1]] == 0]
    blank = [centres[place] for place in centres if series.rates[place[0]][place[1]] is None]
    if known:
        box = rounded(wide - 2, high - 2, min(wide, high) * 0.16)
        colours = [palette.steps[series.step(rate)] for _, rate in known]
        on.signs(box, [centres[place] for place, _ in known], facecolors=colours, linewidths=0)
    if none:
        box = rounded(wide - 3, high - 3, min(wide, high) * 0.16)
        on.signs(box, none, facecolors="none", edgecolors=palette.control, linewidths=0.6)
    if blank:
        on.signs(Path.circle(radius=1.1), blank, facecolors=palette.control, linewidths=0)
    for day, name in enumerate(WEEKDAYS):
        on.say((left - 8 * scale, top + (day + 0.5) * high), name, ha="right")
    for hour in range(0, 25, clock_step(on.width - left - right, scale)):
        clock = f"{series.hour(hour):02d}:00"
        on.say((left + hour * wide, on.height - bottom + 12 * scale), clock, ha="center")
    return Marks(tuple(_mark(on, series, place, centre, (wide, high)) for place, centre in centres.items()))


def _mark(
    on: Sheet,
    series: HoursSeries,
    place: tuple[int, int],
    centre: tuple[float, float],
    cell: tuple[float, float],
) -> Mark:
    day, column = place
    (x, y), (wide, high) = centre, cell
    onsets, days, rate = series.onsets[day][column], series.days[day][column], series.rates[day][column]
    if rate is None:
        said = f"awake on {count(days, 'counted day')}, too few to say"
    else:
        twitches = count(onsets, "twitch", "twitches")
        said = f"{twitches} on {days} days awake then, {digits(rate)} in {PER_HOURS} hours"
    hours = f"{series.hour(column):02d}:00 to {series.hour(column + 1):02d}:00"
    box = (x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
    return on.mark(box, f"{WEEKDAYS[day]} {hours}: {said}")
