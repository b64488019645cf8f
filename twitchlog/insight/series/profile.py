"""The 24 hours of a usual day: how often in a waking hour, with its range."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.domain.words import count
from twitchlog.insight.series.count_range import count_range
from twitchlog.insight.series.daily import daily, shown
from twitchlog.insight.series.hours import PER_HOURS
from twitchlog.insight.series.rate_words import TOO_FEW_DAYS, left_out, too_few
from twitchlog.insight.series.rhythm_words import rhythm_title
from twitchlog.insight.series.series import ENOUGH_DAYS, Key, Series, Sign, Table
from twitchlog.insight.series.waking import LEAST_DAYS, Waking, asleep_words, waking


@dataclass(frozen=True, slots=True)
class ProfileHour:
    """One hour of the clock: twitches in 10 waking hours with its 95 % range; ``None`` under 4 days awake."""

    hour: int
    onsets: int
    days: int
    rate: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileSeries(Series):
    """24 hours from the day's start on; ``mean`` over all waking hours, ``counted`` days looked at."""

    hours: tuple[ProfileHour, ...]
    mean: float | None
    counted: int


def series(diary: Diary, period: Period, on: date) -> ProfileSeries:
    """Return the hours of a period from the diary's first day to ``on``."""
    mine = shown(diary, period, on)
    known, hours = daily(diary, mine), waking(diary, mine)
    rows = tuple(_hour(hours, k, (k + diary.settings.day_start) % 24) for k in range(24))
    checked, awake = int(known.checked.sum()), int(hours.awake.sum())
    return ProfileSeries(
        title=rhythm_title(diary, mine, hours) if checked >= ENOUGH_DAYS else too_few("Time of day", checked),
        explanation=_explanation(hours, int(known.partly.sum())),
        legend=_legend(rows),
        table=_table(rows),
        enough=checked >= ENOUGH_DAYS and awake > 0,
        hours=rows,
        mean=PER_HOURS * float(hours.onsets.sum()) / awake if awake else None,
        counted=len(hours.day),
    )


def _legend(rows: tuple[ProfileHour, ...]) -> tuple[Key, ...]:
    keys = (
        Key(Sign.BAR, "step2", f"twitches in {PER_HOURS} waking hours"),
        Key(Sign.TICK, "text", "95% range"),
        Key(Sign.DASHED, "text2", "mean of all waking hours"),
    )
    blank = any(row.rate is None for row in rows)
    return (*keys, Key(Sign.DOT, "control", f"awake on under {LEAST_DAYS} days")) if blank else keys


def _hour(hours: Waking, k: int, clock: int) -> ProfileHour:
    here = hours.awake[:, k]
    days, found = int(here.sum()), hours.onsets[here, k]
    total = int(found.sum())
    if days < LEAST_DAYS:
        return ProfileHour(clock, total, days, None, None, None)
    # Twitches come in clumps: a range that takes them one by one would be too narrow.
    clumped = float(np.var(found, ddof=1) / found.mean()) if total else 1.0
    low, high = count_range(total, max(clumped, 1.0))
    scale = PER_HOURS / days
    return ProfileHour(clock, total, days, total * scale, low * scale, high * scale)


def _explanation(hours: Waking, partly: int) -> str:
    return (
        f"{count(int(hours.onsets.sum()), 'twitch', 'twitches')} in {int(hours.awake.sum()):,} waking hours of"
        f" {count(len(hours.day), 'counted day')}. You can only log what you notice."
        f"{asleep_words(hours.asleep)}{left_out(partly)}"
    )


def _table(rows: tuple[ProfileHour, ...]) -> Table:
    return Table(
        ("Hour from", "Twitches", "Days awake then", f"Twitches in {PER_HOURS} waking hours", "Low", "High"),
        tuple(
            (
                f"{row.hour:02d}:00",
                row.onsets,
                row.days,
                *(_rounded(value) for value in (row.rate, row.low, row.high)),
            )
            for row in rows
            if row.days
        ),
        TOO_FEW_DAYS,
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
