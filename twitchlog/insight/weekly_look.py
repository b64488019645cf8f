"""The weekly look: were there more twitches in the last two weeks than in the six before, beyond chance?

A binomial comparison of two rates over complete days, widened by how much the weeks vary among themselves
(quasi-Poisson). Looked at on Sundays only, so that it cannot be asked every day until it says yes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp, lgamma, log, log1p, sqrt

from twitchlog.domain.day import Day
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode
from twitchlog.domain.period import Period
from twitchlog.domain.sites import Side, Site

WEEKS, RECENT_WEEKS = 8, 2
MIN_RECENT_DAYS, MIN_DAYS_BEFORE, MIN_ONSETS = 10, 28, 8
SAME_TWITCH = timedelta(minutes=15)
RATIO, P = 1.5, 0.01
SURE = 1e-12
"""No probability is taken as closer to 0 or 1 than this."""


@dataclass(frozen=True, slots=True)
class Week:
    """One week: its complete days, and the onsets on them."""

    days: int
    onsets: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two recent weeks against six before: complete days and onsets of both, and how far apart they are.

    ``phi`` is the spread of the weeks against a Poisson's, ``z`` a normal deviate, ``ratio`` recent rate over the
    rate before; all ``None`` where there is too little to compare.
    """

    recent: Week
    before: Week
    phi: float | None = None
    z: float | None = None
    ratio: float | None = None

    @property
    def expected(self) -> float | None:
        """The onsets the recent days would have at the pace before; ``None`` without complete days before."""
        return self.before.onsets / self.before.days * self.recent.days if self.before.days else None

    def rising(self, ratio: float = RATIO, p: float = P) -> bool:
        """Return whether the rate rose at least ``ratio`` times, with two-sided probability below ``p``."""
        if self.z is None or self.ratio is None:
            return False
        return self.z > _normal_quantile(1 - p / 2) and self.ratio >= ratio


@dataclass(frozen=True, slots=True)
class WeeklyLook:
    """The comparison that ends on the Sunday ``on``; ``onsets`` are those of its two recent weeks, in order."""

    on: date
    comparison: Comparison
    onsets: tuple[Episode, ...]


def weekly_look(diary: Diary, on: date) -> WeeklyLook:
    """Return the look of the last Sunday on or before a local day."""
    period = Period.of_days(last_sunday(on), 7 * WEEKS + 1)
    counted: dict[date, list[Episode]] = {}
    for episode in diary.within(Episode, period):
        if episode.counted:
            counted.setdefault(diary.day_of(episode), []).append(episode)
    complete = {row.date: row.complete for row in diary.within(Day, period)}
    return look_at(counted, complete, on)


def look_at(counted: Mapping[date, Sequence[Episode]], complete: Mapping[date, bool], on: date) -> WeeklyLook:
    """Return the look of the last Sunday on or before ``on``.

    Args:
        counted: the counted episodes by local day, by onset within a day; one day more than the eight weeks.
        complete: whether a local day is complete; a day that is not in it is not.
        on: the local day asked.
    """
    sunday = last_sunday(on)
    onsets = onsets_of([row for day in Period.of_days(sunday, 7 * WEEKS + 1) for row in counted.get(day, ())])
    kept = {row.id for row in onsets}
    weeks: list[Week] = []
    recent: list[Episode] = []
    for back in range(WEEKS):
        days = [day for day in Period.of_days(sunday - timedelta(weeks=back), 7) if complete.get(day, False)]
        rows = [row for day in days for row in counted.get(day, ()) if row.id in kept]
        weeks.append(Week(len(days), len(rows)))
        if back < RECENT_WEEKS:
            recent = rows + recent
    return WeeklyLook(sunday, comparison_of(weeks), tuple(recent))


def last_sunday(on: date) -> date:
    """Return the last Sunday on or before a day."""
    return on - timedelta(days=(on.weekday() + 1) % 7)


def onsets_of(counted: Sequence[Episode]) -> list[Episode]:
    """Return the counted episodes that are onsets, in order of onset.

    One that begins less than 15 min after the previous one with the same site and side is the same twitch written
    down twice; it still moves that 15 min on.
    """
    onsets = []
    last: dict[tuple[Site, Side], Episode] = {}
    for episode in sorted(counted, key=lambda row: (row.onset, row.recorded_at, row.id)):
        spot = (episode.site, episode.side)
        before = last.get(spot)
        if before is None or episode.onset - before.onset >= SAME_TWITCH:
            onsets.append(episode)
        last[spot] = episode
    return onsets


def comparison_of(weeks: Sequence[Week]) -> Comparison:
    """Return the comparison of eight weeks, the newest first: two recent, six before."""
    recent, before = _sum(weeks[:RECENT_WEEKS]), _sum(weeks[RECENT_WEEKS:])
    total = recent.onsets + before.onsets
    if recent.days < MIN_RECENT_DAYS or before.days < MIN_DAYS_BEFORE or total < MIN_ONSETS:
        return Comparison(recent, before)
    phi = _spread(weeks, recent, before)
    above = _mid_p_above(recent.onsets, total, recent.days / (recent.days + before.days))
    z = _normal_quantile(1 - min(max(above, SURE), 1 - SURE)) / sqrt(max(1.0, phi))
    rate_before = max(before.onsets / before.days, 0.5 / before.days)
    return Comparison(recent, before, phi, z, recent.onsets / recent.days / rate_before)


def _sum(weeks: Sequence[Week]) -> Week:
    return Week(sum(week.days for week in weeks), sum(week.onsets for week in weeks))


def _spread(weeks: Sequence[Week], recent: Week, before: Week) -> float:
    """Return the Pearson statistic of the weeks over its degrees of freedom: two rates are taken from them.

    The days needed lie in six weeks at least, so there is always something to divide by.
    """
    parts = []
    for place, week in enumerate(weeks):
        if week.days:
            part = recent if place < RECENT_WEEKS else before
            expected = week.days * part.onsets / part.days
            parts.append((week.onsets - expected) ** 2 / max(expected, 0.5))
    return sum(parts) / (len(parts) - 2)


def _normal_quantile(share: float) -> float:
    # Imported when needed: it takes as long to load as all rules take to run, and few diaries come to this.
    from statistics import NormalDist

    return NormalDist().inv_cdf(share)


def _mid_p_above(count: int, total: int, share: float) -> float:
    """Return P(X > count) + P(X = count)/2 of a binomial; summed from ``count`` away from the mean, so it is cheap."""
    odds = share / (1 - share)
    log_point = lgamma(total + 1) - lgamma(count + 1) - lgamma(total - count + 1)
    point = exp(log_point + count * log(share) + (total - count) * log1p(-share))
    tail, term = 0.0, point
    if count >= total * share:
        for k in range(count, total):
            term *= (total - k) / (k + 1) * odds
            tail += term
        return tail + point / 2
    for k in range(count, 0, -1):
        term *= k / (total - k + 1) / odds
        tail += term
    return 1 - tail - point / 2
