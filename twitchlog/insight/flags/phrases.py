"""Turns of phrase that several rules share: dates, lists, shares, hours."""

from collections.abc import Sequence
from datetime import date

from twitchlog.domain import words
from twitchlog.insight.flags.thresholds import Mark

SOURCES = {
    Mark.ARTICLE: "One of the articles names it.",
    Mark.GUIDANCE: "Public guidance; details in Settings.",
    Mark.OURS: "Our choice; change it in Settings.",
}
NUMBERS = ("no", "one", "two", "three", "four", "five", "six")
LONGEST_NAME = 40


def why(reason: str, mark: Mark) -> str:
    """Return the line under a card's text: the condition in short, and where its number comes from."""
    return f"{reason} {SOURCES[mark]}"


def dated(day: date, on: date) -> str:
    """Return a date as "9 Nov", with its year if that is not the year of ``on``."""
    return words.day(day) if day.year == on.year else f"{words.day(day)} {day.year}"


def dates(days: Sequence[date], on: date) -> str:
    """Return up to three dates one by one, more as "5 days from 2 Nov to 20 Nov"; ``days`` sorted, not empty."""
    if len(days) <= 3:
        return words.listed([dated(day, on) for day in days])
    return f"{len(days)} days from {dated(days[0], on)} to {dated(days[-1], on)}"


def few(names: Sequence[str]) -> str:
    """Return up to three names as a list, of more the first two "and n more"."""
    if len(names) <= 3:
        return words.listed(names)
    return f"{names[0]}, {names[1]} and {len(names) - 2} more"


def share(percent: float) -> str:
    """Return a share as it is said: "half", "two thirds", "60 %"."""
    if percent == 50:
        return "half"
    return "two thirds" if abs(percent - 200 / 3) < 0.01 else f"{percent:.3g} %"


def hours(count: float) -> str:
    """Return whole hours: "1 hour", "48 hours"."""
    return words.count(int(count), "hour")


def minutes(count: float) -> str:
    """Return minutes as a person says them: "2 hours", "90 minutes"."""
    whole, rest = divmod(int(count), 60)
    return words.count(int(count), "minute") if rest else hours(whole)


def shortened(name: str) -> str:
    """Return a name somebody typed, cut where it is too long for a card."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def at_least(part: int, percent: float, whole: int) -> bool:
    """Return whether ``part`` of ``whole`` is at least this share; no rounding error decides a boundary."""
    return 100 * part + 1e-6 >= percent * whole
