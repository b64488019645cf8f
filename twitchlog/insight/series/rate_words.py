"""Rates and counts as a person says them."""

from datetime import date
from math import isfinite

from twitchlog.domain.words import count, day, weekday
from twitchlog.insight.series.series import ENOUGH_DAYS
from twitchlog.insight.triggers.bins import SAME_TWITCH_S

ONCE = f"Within {SAME_TWITCH_S // 60} minutes at one place they count once."
"""What the questions of what goes with what do to twitches logged twice, which other charts do not."""

TOO_LITTLE, TOO_FEW_DAYS = "too little to compare", "too few days"


def per_time(rate: float) -> str:
    """Return a rate per day in the unit that gives a number one can picture: "4 a day", "3 a week".

    Rounded to the digits that a diary can carry; 0 is "none".
    """
    if rate <= 0:
        return "none"
    if rate >= 0.95:
        return f"{figure(rate)} a day"
    if rate * 7 >= 0.95:
        return f"{figure(rate * 7)} a week"
    return f"{max(round(rate * 28), 1)} in four weeks"


def figure(value: float) -> str:
    """Return a number with at most two digits that mean something: "0.4", "1.5", "4", "23", "1,200"."""
    if value >= 100:
        return f"{float(f'{value:.2g}'):,.0f}"
    if value >= 2.95:
        return f"{value:.0f}"
    return f"{value:.1f}".removesuffix(".0") if value >= 0.095 or value == 0 else f"{value:.2g}"


def times(ratio: float) -> str:
    """Return a ratio with one decimal, two below 0.95: "2.3", "0.45"."""
    return f"{ratio:.1f}" if ratio >= 0.95 else f"{ratio:.2f}"


def too_few(what: str, checked: int) -> str:
    """Return the title of a chart that has too few days to say anything: what it shows, and what is missing."""
    if checked < ENOUGH_DAYS:
        return f"{what}: {checked} of about {ENOUGH_DAYS} checked days so far"
    return f"{what}: cannot tell yet, no day has all its twitches written down"


def left_out(partly: int) -> str:
    """Return the sentence that says which checked days cannot stand in a rate, with a leading space; empty if none."""
    if not partly:
        return ""
    verb = "is" if partly == 1 else "are"
    return f" {count(partly, 'day')} with more twitches than were written down {verb} left out."


def full_date(when: date) -> str:
    """Return a date with its weekday and year, for what is under the pointer: "Sun 22 Nov 2026"."""
    return f"{weekday(when)[:3]} {day(when)} {when.year}"


def ratio_cell(ratio: float | None) -> float | str | None:
    """Return a ratio as a cell of a table; ``None`` stays, and what has no end says so."""
    return ratio if ratio is None else round(ratio, 2) if isfinite(ratio) else "no limit"
