"""How long the person's own hotspots lasted, and how far the ones of today have come (Kaplan and Meier 1958)."""

from dataclasses import dataclass
from datetime import date
from math import exp, log, sqrt

import numpy as np

from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.domain.words import count
from twitchlog.insight.columns import Ints
from twitchlog.insight.series.count_range import Z
from twitchlog.insight.series.daily import Daily, daily, shown
from twitchlog.insight.series.onsets import onsets
from twitchlog.insight.series.rate_words import too_few
from twitchlog.insight.series.series import ENOUGH_DAYS, Key, Series, Sign, Table
from twitchlog.insight.series.spots import spot_days, spot_words

QUIET_DAYS = 3
"""A hotspot may be quiet so many counted days in a row and still be the same one (design choice)."""

LONGEST_HOLE = 7
"""After so many days in a row that do not count, nobody knows whether it had stopped."""

LEAST_ENDED = 5


@dataclass(frozen=True, slots=True)
class Hotspot:
    """One spell at one place, at least two days of twitches: ``days`` from the first to the last of them.

    ``ended``: four counted quiet days followed. Else it may have gone on: the diary ended or has a hole there.
    ``open``: it may still be going on at the end of the diary.
    """

    place: str
    first: date
    last: date
    ended: bool
    open: bool

    @property
    def days(self) -> int:
        """Its length in days, both ends included."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Step:
    """Just after ``day``, ``share`` of the hotspots still went on (``low`` to ``high``); ``at_risk`` just before."""

    day: int
    share: float
    low: float
    high: float
    ended: int
    at_risk: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HotspotsSeries(Series):
    """``steps`` by day; ``half`` is the day by which half had stopped, ``None`` if they did not; ``going`` now."""

    steps: tuple[Step, ...]
    half: int | None
    hotspots: tuple[Hotspot, ...]
    going: tuple[Hotspot, ...]


def series(diary: Diary, period: Period, on: date) -> HotspotsSeries:
    """Return the hotspots that began in a period."""
    mine = shown(diary, period, on)
    known = daily(diary, mine)
    spells = [
        each for spot, days in spot_days(onsets(diary, mine)).items() for each in _spells(spot, days, known)
    ]
    hotspots = tuple(
        sorted((each for each in spells if each.days > 1), key=lambda each: (each.first, each.place))
    )
    steps = survival(hotspots)
    half = next((step.day for step in steps if step.share <= 0.5), None)
    going = tuple(sorted((each for each in hotspots if each.open), key=lambda each: (each.first, each.place)))
    ended, checked = sum(each.ended for each in hotspots), int(known.checked.sum())
    enough = checked >= ENOUGH_DAYS and ended >= LEAST_ENDED
    return HotspotsSeries(
        title=_title(half, going) if enough else _not_yet(checked, ended),
        explanation=_explanation(len(hotspots), ended, len(spells) - len(hotspots)),
        legend=_legend(going, half),
        table=_table(hotspots),
        enough=enough,
        steps=steps,
        half=half,
        hotspots=hotspots,
        going=going,
    )


def _spells(spot: int, days: Ints, known: Daily) -> list[Hotspot]:
    """Return the spells of one spot: counted quiet days part them, days that do not count are not quiet."""
    first = known.period.first.toordinal()
    counted = np.concatenate([[0], np.cumsum(known.counted)])
    hole = _hole_lengths(known)
    starts, spells = [0], []
    for n in range(1, len(days)):
        between = days[n - 1] - first + 1, days[n] - first
        quiet = counted[between[1]] - counted[between[0]]
        if quiet > QUIET_DAYS or hole[between[0] : between[1]].max(initial=0) > LONGEST_HOLE:
            starts.append(n)
    for start, after in zip(starts, [*starts[1:], len(days)], strict=True):
        begin, last = int(days[start]), int(days[after - 1])
        next_day = int(days[after]) if after < len(days) else first + len(known.period)
        ended = _quiet_before_hole(known, hole, last + 1 - first, next_day - first) > QUIET_DAYS
        spell_open = (
            not ended and after == len(days) and hole[last + 1 - first :].max(initial=0) <= LONGEST_HOLE
        )
        spells.append(
            Hotspot(
                spot_words(spot), date.fromordinal(begin), date.fromordinal(last), ended, bool(spell_open)
            )
        )
    return spells


def _hole_lengths(known: Daily) -> Ints:
    """Return for each day how long the run of days that do not count is up to it."""
    here = np.arange(len(known.period))
    last = np.maximum.accumulate(np.where(known.counted, here, -1)) if len(here) else here
    return here - last


def _quiet_before_hole(known: Daily, hole: Ints, start: int, stop: int) -> int:
    """Return the counted days from ``start`` up to ``stop`` or to where a hole has become too long."""
    too_long = np.flatnonzero(hole[start:stop] > LONGEST_HOLE)
    end = start + int(too_long[0]) if len(too_long) else stop
    return int(known.counted[start:end].sum())


def survival(hotspots: tuple[Hotspot, ...]) -> tuple[Step, ...]:
    """Return the steps of the product-limit estimate, with Greenwood's variance on the log(-log) scale."""
    share, variance, high = 1.0, 0.0, 1.0
    steps: list[Step] = []
    for day in sorted({each.days for each in hotspots if each.ended}):
        at_risk = sum(each.days >= day for each in hotspots)
        ended = sum(each.days == day and each.ended for each in hotspots)
        share *= 1 - ended / at_risk
        variance += ended / (at_risk * (at_risk - ended)) if at_risk > ended else 0.0
        # When none is left the formula has no answer: what was possible before still is.
        low, high = _log_log_range(share, variance) if share else (0.0, high)
        steps.append(Step(day, share, low, high, ended, at_risk))
    return tuple(steps)


def _log_log_range(share: float, variance: float) -> tuple[float, float]:
    wide = Z * sqrt(variance) / abs(log(share))
    return share ** exp(wide), share ** exp(-wide)


def _title(half: int | None, going: tuple[Hotspot, ...]) -> str:
    stopped = (
        f"half of yours had stopped by day {half}" if half else "fewer than half of yours stopped so far"
    )
    if not going:
        return f"Hotspots: {stopped}"
    oldest = going[0]
    return f"{oldest.place} is on day {oldest.days}; {stopped}"


def _not_yet(checked: int, ended: int) -> str:
    if checked < ENOUGH_DAYS:
        return too_few(checked)
    return f"{ended} of about {LEAST_ENDED} hotspots that have stopped"


def _explanation(hotspots: int, ended: int, single: int) -> str:
    alone = f" {count(single, 'single day')} not shown." if single else ""
    return (
        f"A hotspot is one place on two days or more, with at most {QUIET_DAYS} quiet counted days between."
        f" {ended} of {hotspots} had stopped.{alone}"
    )


def _legend(going: tuple[Hotspot, ...], half: int | None) -> tuple[Key, ...]:
    keys = [
        Key(Sign.LINE, "twitch", "share still going on"),
        Key(Sign.BAND, "twitch", "95% range"),
        Key(Sign.TICK, "text2", "not known when it stopped"),
    ]
    keys += [Key(Sign.DASHED, "text2", "half had stopped")] if half else []
    keys += [Key(Sign.TRIANGLE, "text", "going on now")] if going else []
    return tuple(keys)


def _table(hotspots: tuple[Hotspot, ...]) -> Table:
    def how(each: Hotspot) -> str:
        if each.ended:
            return "stopped"
        return "may be going on" if each.open else "not known"

    rows = [
        (each.place, each.first.isoformat(), each.last.isoformat(), each.days, how(each)) for each in hotspots
    ]
    return Table(("Place", "First day", "Last day", "Length (days)", "Then"), tuple(rows))
