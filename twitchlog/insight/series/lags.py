"""Hour by hour after exercise and after caffeine, against the same times of day long after it."""

from dataclasses import dataclass
from datetime import date

from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.domain.words import count
from twitchlog.insight.lags import LONG_AFTER_H, LagCurve, lag_curves
from twitchlog.insight.series.daily import daily, shown
from twitchlog.insight.series.rate_words import TOO_LITTLE, ratio_cell, too_few
from twitchlog.insight.series.series import ENOUGH_DAYS, Key, Series, Sign, Table

WHAT = "Hour by hour after exercise and caffeine"


@dataclass(frozen=True, slots=True, kw_only=True)
class LagsSeries(Series):
    """One curve for each exposure, twelve points each."""

    curves: tuple[LagCurve, ...]


def series(diary: Diary, period: Period, on: date) -> LagsSeries:
    """Return the curves of a period. The title claims nothing: of 24 ranges one leaves out 1 by chance."""
    mine = shown(diary, period, on)
    checked = int(daily(diary, mine).checked.sum())
    curves = lag_curves(diary, mine.first, mine.last)
    complete = curves[0].complete_days
    compared = any(point.ratio is not None for curve in curves for point in curve.points)
    return LagsSeries(
        title=_title(compared=compared) if checked >= ENOUGH_DAYS else too_few(WHAT, checked),
        explanation=(
            f"Times as often as {LONG_AFTER_H} hours or more after it at the same times of day, on"
            f" {count(complete, 'complete day')}. About one hour in twenty stands out by chance."
        ),
        legend=_legend(curves),
        table=_table(curves),
        enough=checked >= ENOUGH_DAYS and compared,
        curves=curves,
    )


def _title(*, compared: bool) -> str:
    return WHAT if compared else f"{WHAT}: cannot tell yet, too little to compare"


def _legend(curves: tuple[LagCurve, ...]) -> tuple[Key, ...]:
    keys = (
        Key(Sign.DISC, "text2", "range leaves out 1"),
        Key(Sign.RING, "text2", "range holds 1"),
        Key(Sign.TICK, "text2", "95% range"),
    )
    little = any(point.ratio is None for curve in curves for point in curve.points)
    return (*keys, Key(Sign.CROSS, "control", TOO_LITTLE)) if little else keys


def _table(curves: tuple[LagCurve, ...]) -> Table:
    rows = [
        (
            curve.exposure.capitalize(),
            f"{point.after_h} to {point.after_h + 1}",
            point.onsets,
            point.hours,
            *map(ratio_cell, (point.ratio, point.low, point.high)),
        )
        for curve in curves
        for point in curve.points
    ]
    return Table(
        ("After", "Hours after", "Twitches", "Waking hours", "Ratio", "Low", "High"), tuple(rows), TOO_LITTLE
    )
