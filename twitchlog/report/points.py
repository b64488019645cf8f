"""What the diary points out, said to a doctor: what it is, where, on which days; no advice, no level."""

from dataclasses import dataclass
from datetime import date

from twitchlog.domain import words
from twitchlog.domain.sites import Side, Site
from twitchlog.insight.flags import Flag
from twitchlog.insight.flags.claims import Kind
from twitchlog.insight.flags.levels import HELP_TODAY, WORTH_MENTIONING
from twitchlog.insight.flags.phrases import few
from twitchlog.report import dates

URGENT = "The question about signs that need looking at the same day was answered with yes"


@dataclass(frozen=True, slots=True)
class Point:
    """One active rule on the page; ``usual`` ones stand there unless taken off."""

    rule: str
    title: str
    detail: str
    usual: bool


def points_of(flags: tuple[Flag, ...], on: date) -> tuple[Point, ...]:
    """Return the points of a day in the order they are shown."""
    return tuple(_point(flag, on) for flag in flags)


def _point(flag: Flag, on: date) -> Point:
    places = few([_place(spot) for spot in flag.sites])
    parts = [places, dates.some(flag.days, on)]
    return Point(
        flag.rule,
        URGENT if flag.level == HELP_TODAY else flag.title,
        "; ".join(part for part in parts if part),
        flag.level >= WORTH_MENTIONING or flag.kind is Kind.PERSISTENCE,
    )


def _place(spot: str) -> str:
    site, _, side = spot.partition(".")
    return words.place(Site(site), Side(side)).lower()
