"""Places over time: on how many of the counted days each of the most usual places twitched."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import numpy as np

from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.domain.words import count, day
from twitchlog.insight.columns import Bools, Ints
from twitchlog.insight.series.daily import daily, shown
from twitchlog.insight.series.onsets import onsets
from twitchlog.insight.series.rate_words import TOO_FEW_DAYS, left_out, too_few
from twitchlog.insight.series.series import ENOUGH_DAYS, Key, Series, Sign, Table
from twitchlog.insight.series.spots import spot_days, spot_words

MOST_PLACES = 6
LEAST_DAYS = 4
WEEKS_UP_TO, MONTHS_UP_TO, QUARTERS_UP_TO = 190, 1_130, 4_500


@dataclass(frozen=True, slots=True)
class Span:
    """A week, month, quarter or year: its days, its name, and how many of its days count."""

    days: Period
    name: str
    counted: int


@dataclass(frozen=True, slots=True)
class Place:
    """One place: ``days`` of all counted days, and by span; ``None`` where fewer than 4 days count."""

    name: str
    days: int
    by_span: tuple[int | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesSeries(Series):
    """The most usual places first, at most six, then all others together if there are more."""

    spans: tuple[Span, ...]
    places: tuple[Place, ...]
    counted: int


def series(diary: Diary, period: Period, on: date) -> PlacesSeries:
    """Return the places of a period from the diary's first day to ``on``."""
    mine = shown(diary, period, on)
    known = daily(diary, mine)
    days_of = _counted_days(spot_days(onsets(diary, mine)), known.counted, mine)
    spans = _spans(mine, known.counted)
    places = _places(days_of, spans)
    counted, checked = int(known.counted.sum()), int(known.checked.sum())
    enough = checked >= ENOUGH_DAYS and counted > 0
    return PlacesSeries(
        title=_title(places, counted) if enough else too_few("Places over time", checked),
        explanation=(
            f"Share of counted days with a twitch there, of {count(counted, 'counted day')}."
            f" Both sides count for each.{left_out(int(known.partly.sum()))}"
        ),
        legend=_legend(spans),
        table=_table(spans, places),
        enough=enough and bool(places),
        spans=spans,
        places=places,
        counted=counted,
    )


def _legend(spans: tuple[Span, ...]) -> tuple[Key, ...]:
    keys = (Key(Sign.SQUARE, "twitch", "share of counted days"),)
    few = any(span.counted < LEAST_DAYS for span in spans)
    return (*keys, Key(Sign.DOT, "control", f"under {LEAST_DAYS} counted days")) if few else keys


def _counted_days(days_of: dict[int, Ints], counted: Bools, period: Period) -> dict[int, Ints]:
    first = period.first.toordinal()
    kept = {spot: days[counted[days - first]] for spot, days in days_of.items()}
    return {spot: days for spot, days in kept.items() if len(days)}


def _places(days_of: dict[int, Ints], spans: tuple[Span, ...]) -> tuple[Place, ...]:
    order = sorted(days_of, key=lambda spot: (-len(days_of[spot]), spot))
    places = [_place(spot_words(spot), days_of[spot], spans) for spot in order[:MOST_PLACES]]
    rest = [days_of[spot] for spot in order[MOST_PLACES:]]
    if rest:
        places.append(
            _place(
                f"{len(rest)} other places" if len(rest) > 1 else spot_words(order[-1]),
                np.unique(np.concatenate(rest)),
                spans,
            )
        )
    return tuple(places)


def _place(name: str, days: Ints, spans: tuple[Span, ...]) -> Place:
    ends = np.searchsorted(days, [span.days.first.toordinal() for span in spans] + [_end(spans)])
    found = np.diff(ends).tolist()
    by_span = tuple(
        None if span.counted < LEAST_DAYS else some for span, some in zip(spans, found, strict=True)
    )
    return Place(name, len(days), by_span)


def _end(spans: tuple[Span, ...]) -> int:
    return spans[-1].days.after.toordinal() if spans else 0


def _spans(period: Period, counted: Bools) -> tuple[Span, ...]:
    """Return the period cut into weeks that end with its last day, or into months, quarters or years."""
    cuts = _week_cuts(period) if len(period) <= WEEKS_UP_TO else _month_cuts(period)
    edges = [period.first, *cuts, period.after]
    spans = []
    for first, after in pairwise(edges):
        if first < after:
            days = Period(first, after)
            low = (first - period.first).days
            spans.append(Span(days, _name(days, len(period)), int(counted[low : low + len(days)].sum())))
    return tuple(spans)


def _week_cuts(period: Period) -> list[date]:
    weeks = len(period) // 7
    return [period.after - timedelta(days=7 * n) for n in range(weeks, 0, -1)]


def _month_cuts(period: Period) -> list[date]:
    months = _months(len(period))
    start = period.first.year * 12 + period.first.month - 1
    end = period.last.year * 12 + period.last.month - 1
    numbers = [month for month in range(start + 1, end + 1) if month % months == 0]
    return [date(month // 12, month % 12 + 1, 1) for month in numbers]


def _months(days: int) -> int:
    if days <= MONTHS_UP_TO:
        return 1
    return 3 if days <= QUARTERS_UP_TO else 12


def _name(days: Period, whole: int) -> str:
    if whole <= WEEKS_UP_TO:
        return f"{day(days.first)} to {day(days.last)}" if len(days) > 1 else day(days.first)
    if whole <= MONTHS_UP_TO:
        return f"{days.first:%b %Y}"
    if whole <= QUARTERS_UP_TO:
        return f"{days.first:%b} to {days.last:%b %Y}"
    return str(days.first.year)


def _title(places: tuple[Place, ...], counted: int) -> str:
    if not places:
        return f"No twitches on {count(counted, 'counted day')}"
    first = places[0]
    tied = [place.name for place in places[1:MOST_PLACES] if place.days == first.days]
    if tied:
        return f"{first.name} and {tied[0][0].lower()}{tied[0][1:]} on the most days"
    return f"{first.name} on the most days: {first.days:,} of {counted:,}"


def _table(spans: tuple[Span, ...], places: tuple[Place, ...]) -> Table:
    rows = [
        (place.name, span.name, some, span.counted)
        for place in places
        for span, some in zip(spans, place.by_span, strict=True)
    ]
    return Table(("Place", "When", "Days with twitches", "Counted days"), tuple(rows), TOO_FEW_DAYS)
