"""How long the person's own hotspots lasted, and how far the ones of today have come (Kaplan and Meier 1958)."""

from dataclasses import dataclass
from datetime import date, timedelta
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
"""After more days than this in a row without a check-in or a twitch, nobody knows whether it had stopped."""

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
    """Return the hotspots that began in a period, and all that may be going on at its end."""
    mine = shown(diary, period, on)
    spells, known = _all_spells(diary, mine.last, on)
    hotspots = tuple(each for each in spells if each.days > 1 and each.first in mine)
    going = tuple(each for each in spells if each.days > 1 and each.open)
    steps = survival(hotspots)
    half = next((step.day for step in steps if step.share <= 0.5), None)
    ended, checked = (
        sum(each.ended for each in hotspots),
        int(known.checked[-len(mine) :].sum()) if len(mine) else 0,
    )
    enough = checked >= ENOUGH_DAYS and ended >= LEAST_ENDED
    single = sum(each.days == 1 and each.first in mine for each in spells)
    return HotspotsSeries(
        title=_title(half, going) if enough else _not_yet(checked, ended),
        explanation=_explanation(len(hotspots), ended, single, half_words(steps)),
        legend=_legend(hotspots, going, half),
        table=_table(hotspots),
        enough=enough,
        steps=steps,
        half=half,
        hotspots=hotspots,
        going=going,
    )


def _all_spells(diary: Diary, last: date, on: date) -> tuple[list[Hotspot], Daily]:
    """Return the spells of the whole diary up to a day: what began before a period is not new in it."""
    span = diary.span() or Period(on, on)
    until = shown(diary, Period(span.first, max(last, span.first) + timedelta(days=1)), on)
    known = daily(diary, until)
    spells = [
        each for spot, days in spot_days(onsets(diary, until)).items() for each in _spells(spot, days, known)
    ]
    return sorted(spells, key=lambda each: (each.first, each.place)), known


def _spells(spot: int, days: Ints, known: Daily) -> list[Hotspot]:
    """Return the spells of one spot: counted quiet days part them, days that do not count are not quiet."""
    day = days - known.period.first.toordinal()
    counted = np.concatenate([[0], np.cumsum(known.counted)])
    lost = np.concatenate([[0], np.cumsum(_hole_lengths(known) > LONGEST_HOLE)])
    parted = (counted[day[1:]] - counted[day[:-1] + 1] > QUIET_DAYS) | (lost[day[1:]] > lost[day[:-1] + 1])
    lasts = np.flatnonzero(np.append(parted, True))
    firsts = np.concatenate([[0], lasts[:-1] + 1])
    return [
        _spell(spot, days[first], days[last], (counted, lost), known)
        for first, last in zip(firsts, lasts, strict=True)
    ]


def _spell(spot: int, first: int, last: int, sums: tuple[Ints, Ints], known: Daily) -> Hotspot:
    counted, lost = sums
    after = int(last) + 1 - known.period.first.toordinal()
    # Quiet days count up to the first day on which a hole had become too long.
    end = int(np.searchsorted(lost, lost[after], side="right")) - 1
    ended = int(counted[end] - counted[after]) > QUIET_DAYS
    may_go_on = not ended and bool(lost[-1] == lost[after])
    return Hotspot(
        spot_words(spot), date.fromordinal(int(first)), date.fromordinal(int(last)), ended, may_go_on
    )


def _hole_lengths(known: Daily) -> Ints:
    """Return for each day how long the run of days without a check-in or a twitch is up to it."""
    here = np.arange(len(known.period))
    last = np.maximum.accumulate(np.where(known.checked | (known.twitches > 0), here, -1))
    return here - last


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
        return too_few("Hotspots", checked)
    return f"{count(ended, 'hotspot')} stopped so far; about {LEAST_ENDED} are needed"


def half_words(steps: tuple[Step, ...]) -> str:
    """Return by which day half had stopped and from when until when that may be, with a leading space; or nothing."""
    half, low, high = (
        next((step.day for step in steps if getattr(step, limit) <= 0.5), None)
        for limit in ("share", "low", "high")
    )
    if half is None:
        return ""
    until = f"to {high}" if high else "or later"
    return (
        f" Half by day {half}." if low == high else f" Half by day {half}, with a 95% range of {low} {until}."
    )


def _explanation(hotspots: int, ended: int, single: int, half: str) -> str:
    stopped = f"{ended:,} of {hotspots:,} had stopped." if hotspots else "There is none in this period."
    alone = f" {count(single, 'single day')} not shown." if single else ""
    return (
        f"A hotspot is one place on two days or more, with at most {QUIET_DAYS} quiet counted days between."
        f" {stopped}{half}{alone}"
    )


def _legend(hotspots: tuple[Hotspot, ...], going: tuple[Hotspot, ...], half: int | None) -> tuple[Key, ...]:
    keys = [Key(Sign.LINE, "twitch", "share still going on"), Key(Sign.BAND, "twitch", "95% range")]
    lost = any(not each.ended and not each.open for each in hotspots)
    keys += [Key(Sign.TICK, "text2", "not known when it stopped")] if lost else []
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
