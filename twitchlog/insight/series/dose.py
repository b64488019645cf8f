"""By amount: does more of something go with more twitches."""

from dataclasses import dataclass
from datetime import date

from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.domain.words import count
from twitchlog.insight.doses import LEAST_DAYS, Dose, doses
from twitchlog.insight.series.daily import daily, shown
from twitchlog.insight.series.rate_words import ONCE, TOO_FEW_DAYS, too_few
from twitchlog.insight.series.series import ENOUGH_DAYS, Key, Series, Sign, Table

NAMES = {
    "exercise": "Exercise, minutes",
    "caffeine": "Caffeine, mg",
    "stress": "Stress, 1 to 5",
    "sleep": "Sleep, hours",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DoseSeries(Series):
    """Exercise, caffeine, stress and sleep, each with its levels in twitches per complete day."""

    doses: tuple[Dose, ...]


def series(diary: Diary, period: Period, on: date) -> DoseSeries:
    """Return the levels of a period from the diary's first day to ``on``."""
    mine = shown(diary, period, on)
    checked = int(daily(diary, mine).checked.sum())
    found = doses(diary, mine)
    complete = sum(level.days for level in found[0].levels) + found[0].unknown_days
    unknown = [
        f"{NAMES[dose.exposure].split(',')[0].lower()} on {dose.unknown_days}"
        for dose in found
        if dose.unknown_days
    ]
    left = f" Days without the amount are left out: {', '.join(unknown)}." if unknown else ""
    return DoseSeries(
        title=_title(found) if checked >= ENOUGH_DAYS else too_few("By amount", checked),
        explanation=(
            f"Twitches a day on {count(complete, 'complete day')} of {count(len(mine), 'day')},"
            f" not corrected for time of day. {ONCE}{left}"
        ),
        legend=_legend(found),
        table=_table(found),
        enough=checked >= ENOUGH_DAYS and complete > 0,
        doses=found,
    )


def _title(found: tuple[Dose, ...]) -> str:
    known = any(level.mean is not None for dose in found for level in dose.levels)
    return "By amount" if known else "By amount: cannot tell yet, too few complete days"


def _legend(found: tuple[Dose, ...]) -> tuple[Key, ...]:
    keys = (Key(Sign.DISC, "text2", "mean"), Key(Sign.TICK, "text2", "95% range"))
    few = any(level.mean is None for dose in found for level in dose.levels)
    return (*keys, Key(Sign.CROSS, "control", f"too few days (under {LEAST_DAYS})")) if few else keys


def _table(found: tuple[Dose, ...]) -> Table:
    rows = [
        (NAMES[dose.exposure], level.label, level.days, *map(_rounded, (level.mean, level.low, level.high)))
        for dose in found
        for level in dose.levels
    ]
    return Table(
        ("What", "Level", "Complete days", "Twitches a day", "Low", "High"), tuple(rows), TOO_FEW_DAYS
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
