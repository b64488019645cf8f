"""When it happens: hour by weekday, as rate over the days on which that hour was awake."""

from dataclasses import dataclass
from datetime import date
from math import floor, log10

import numpy as np

from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.domain.words import count
from twitchlog.insight.series.daily import daily, shown
from twitchlog.insight.series.rate_words import TOO_FEW_DAYS, left_out, too_few
from twitchlog.insight.series.rhythm_words import rhythm_title
from twitchlog.insight.series.series import ENOUGH_DAYS, Key, Series, Sign, Table
from twitchlog.insight.series.waking import LEAST_DAYS, Waking, asleep_words, waking

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
PER_HOURS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursSeries(Series):
    """Rows Monday to Sunday, 24 columns from ``day_start`` on: twitches in 10 waking hours.

    ``None`` where that hour was awake on fewer than 4 counted days; ``days`` is on how many. ``breaks`` are the
    upper ends of the steps 1 to 5; step 0 is a rate of exactly 0.
    """

    day_start: int
    rates: tuple[tuple[float | None, ...], ...]
    onsets: tuple[tuple[int, ...], ...]
    days: tuple[tuple[int, ...], ...]
    breaks: tuple[float, ...]

    def hour(self, column: int) -> int:
        """Return the hour of the clock of a column."""
        return (column + self.day_start) % 24

    def step(self, rate: float) -> int:
        """Return the step of a rate, 0 to 5."""
        return 0 if rate == 0 else 1 + min(sum(rate > end for end in self.breaks), 4)


def series(diary: Diary, period: Period, on: date) -> HoursSeries:
    """Return the rates of a period from the diary's first day to ``on``."""
    mine = shown(diary, period, on)
    known, hours = daily(diary, mine), waking(diary, mine)
    onsets, days = _by_weekday(hours.onsets, hours), _by_weekday(hours.awake, hours)
    rates = tuple(tuple(map(_rate, *pair)) for pair in zip(onsets, days, strict=True))
    breaks = _breaks(max((rate for row in rates for rate in row if rate), default=0.0))
    checked = int(known.checked.sum())
    start = diary.settings.day_start
    return HoursSeries(
        title=rhythm_title(diary, mine, hours)
        if checked >= ENOUGH_DAYS
        else too_few("Hour by weekday", checked),
        explanation=_explanation(hours, int(known.partly.sum())),
        legend=_legend(breaks, rates),
        table=_table(start, onsets, days, rates),
        enough=checked >= ENOUGH_DAYS and len(hours.day) > 0,
        day_start=start,
        rates=rates,
        onsets=onsets,
        days=days,
        breaks=breaks,
    )


def _by_weekday(
    cells: np.ndarray[tuple[int, int], np.dtype[np.generic]], hours: Waking
) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(cells[hours.weekday == day].sum(axis=0, dtype=int).tolist()) for day in range(7))


def _rate(onsets: int, days: int) -> float | None:
    return None if days < LEAST_DAYS else PER_HOURS * onsets / days


def _breaks(highest: float) -> tuple[float, ...]:
    """Return five equal steps of a round width that reach the highest rate."""
    if highest <= 0:
        return (0.2, 0.4, 0.6, 0.8, 1.0)
    width = highest / 5
    power = 10.0 ** floor(log10(width))
    nice = next(power * each for each in (1, 2, 2.5, 5, 10) if power * each >= width * 0.999)
    return tuple(round(nice * n, 6) for n in range(1, 6))


def _explanation(hours: Waking, partly: int) -> str:
    return (
        f"Twitches in {PER_HOURS} waking hours, on {count(len(hours.day), 'counted day')}."
        f" You can only log what you notice.{asleep_words(hours.asleep)}{left_out(partly)}"
    )


def _legend(breaks: tuple[float, ...], rates: tuple[tuple[float | None, ...], ...]) -> tuple[Key, ...]:
    """Name what is drawn: no steps where there is no rate to share out among them."""
    every = [rate for row in rates for rate in row]
    lows = (0.0, *breaks[:-1])
    keys = [Key(Sign.EMPTY_SQUARE, "control", "none")] if 0 in every else []
    keys += [
        Key(Sign.SQUARE, f"step{n}", f"{low:g}-{high:g}" if low else f"up to {high:g}")
        for n, (low, high) in enumerate(zip(lows, breaks, strict=True), 1)
        if any(every)
    ]
    keys += [Key(Sign.DOT, "control", f"awake on under {LEAST_DAYS} days")] if None in every else []
    return tuple(keys)


def _table(
    start: int,
    onsets: tuple[tuple[int, ...], ...],
    days: tuple[tuple[int, ...], ...],
    rates: tuple[tuple[float | None, ...], ...],
) -> Table:
    rows = [
        (
            WEEKDAYS[day],
            f"{(hour + start) % 24:02d}:00",
            onsets[day][hour],
            days[day][hour],
            None if (rate := rates[day][hour]) is None else round(rate, 2),
        )
        for day in range(7)
        for hour in range(24)
        if days[day][hour]
    ]
    return Table(
        ("Weekday", "Hour from", "Twitches", "Days awake then", f"Twitches in {PER_HOURS} waking hours"),
        tuple(rows),
        TOO_FEW_DAYS,
    )
