"""What goes with what: one row for each of the five exposures, all of the same size."""

from dataclasses import dataclass
from datetime import date
from math import isfinite

from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.domain.words import count
from twitchlog.insight.series.daily import daily, shown
from twitchlog.insight.series.rate_words import ONCE, TOO_LITTLE, ratio_cell, too_few
from twitchlog.insight.series.series import ENOUGH_DAYS, Key, Series, Sign, Table
from twitchlog.insight.triggers import Trigger, Verdict, triggers
from twitchlog.insight.triggers.words import NAMES, card_text, range_words, ratio_words, title, verdict_words

WINDOWS = {
    "exercise": "8 h after it",
    "caffeine": "6 h after it",
    "stress": "rest of that day",
    "sitting": "4 h after 2 h of it",
    "short_sleep": "day after under 6 h",
}
"""The hours that count as with the exposure, in the fewest words."""


@dataclass(frozen=True, slots=True)
class TriggerRow:
    """One exposure: its answer and its words. ``range`` is empty and ``said`` tells why where there is no ratio."""

    answer: Trigger
    name: str
    window: str
    said: str
    ratio: str
    range: str
    counts: str

    @property
    def drawn(self) -> bool:
        """Whether there is an interval to draw: not for "cannot tell", which has words only."""
        return self.answer.verdict is not Verdict.CANNOT_TELL and self.answer.ratio is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggersSeries(Series):
    """Five rows in fixed order."""

    rows: tuple[TriggerRow, ...]


def series(diary: Diary, period: Period, on: date) -> TriggersSeries:
    """Return what goes with what on the complete days of a period."""
    mine = shown(diary, period, on)
    checked = int(daily(diary, mine).checked.sum())
    found = triggers(diary, mine.first, mine.last)
    rows = tuple(trigger_row(each) for each in found.rows)
    enough = checked >= ENOUGH_DAYS
    return TriggersSeries(
        title=title(found.rows) if enough else too_few("What goes with what", checked),
        explanation=(
            f"Twitches with it, over the same times of day without it: {count(found.onsets, 'twitch', 'twitches')}"
            f" on {count(found.complete_days, 'complete day')} of {count(len(mine), 'day')}."
            f" {ONCE} Going together is not causing."
        ),
        legend=(
            Key(Sign.SQUARE, "text2", "likely linked"),
            Key(Sign.DIAMOND, "text2", "maybe linked, or no big effect"),
            Key(Sign.LINE, "text2", "95% range"),
        ),
        table=_table(rows),
        enough=enough,
        rows=rows,
    )


def trigger_row(answer: Trigger) -> TriggerRow:
    """Return one exposure's row; the luck line-up makes its own rows with it."""
    hours = f"{answer.exposed.hours:,.0f} h"
    otherwise = f"{answer.unexposed.rate * answer.exposed.hours:,.0f}"
    finite = answer.ratio is not None and isfinite(answer.ratio) and answer.ratio > 0
    return TriggerRow(
        answer=answer,
        name=NAMES[answer.exposure],
        window=WINDOWS[answer.exposure],
        said=card_text(answer) if answer.verdict is Verdict.CANNOT_TELL else verdict_words(answer.verdict),
        ratio=f"{ratio_words(answer.ratio)} times" if finite and answer.ratio is not None else "",
        range=range_words(answer.low, answer.high),
        counts=f"{round(answer.exposed.onsets):,} in {hours}, otherwise about {otherwise}"
        if answer.exposed.hours
        else "no hours to compare",
    )


def _table(rows: tuple[TriggerRow, ...]) -> Table:
    header = (
        "With",
        "Hours that count",
        "Verdict",
        "Ratio",
        "Low",
        "High",
        "Twitches with it",
        "Hours with it",
        "Twitches in as many hours without it",
        "More complete days needed",
    )
    return Table(header, tuple(_cells(row.answer, row) for row in rows), TOO_LITTLE)


def _cells(answer: Trigger, row: TriggerRow) -> tuple[str | int | float | None, ...]:
    hours = round(float(answer.exposed.hours), 1)
    return (
        row.name,
        row.window,
        verdict_words(answer.verdict),
        *map(ratio_cell, (answer.ratio, answer.low, answer.high)),
        round(answer.exposed.onsets),
        hours,
        round(answer.unexposed.rate * hours, 1) if hours else None,
        "" if answer.more_days is None else answer.more_days,
    )
