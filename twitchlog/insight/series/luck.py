"""What luck looks like: the person's own answer among four in which whole days were shuffled, to be found by eye."""

from dataclasses import dataclass
from datetime import date

from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.domain.words import count
from twitchlog.insight.luck import SHUFFLED, lineup
from twitchlog.insight.series.daily import shown
from twitchlog.insight.series.rate_words import TOO_LITTLE, ratio_cell
from twitchlog.insight.series.series import Key, Series, Sign, Table
from twitchlog.insight.series.triggers import TriggerRow, trigger_row
from twitchlog.insight.triggers.bins import complete_days
from twitchlog.insight.triggers.words import LIKELY

LETTERS = "ABCDE"
FALSE_LIKELY = "1 to 6"
"""Of 100 simulated diaries in which nothing acts, so many have a "likely linked" (triggers page, section 11)."""

EXPLANATION = (
    "One of these five charts is yours. For the other four, what you did on each of your {days} was handed to"
    " another of these days at random: the twitches stayed where they are. Whatever those four show is luck."
)
NO_DAYS = "It takes two days or more with a check-in, and with exercise, coffee and stress written down too."


@dataclass(frozen=True, slots=True)
class LuckPanel:
    """One of the five: its letter, and a row for each exposure, with a range wherever there is one."""

    letter: str
    rows: tuple[TriggerRow, ...]

    @property
    def words(self) -> str:
        """The whole chart as it is read out."""
        return f"{self.letter}: " + "; ".join(f"{row.name} {_said(row)}" for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class LuckSeries(Series):
    """Five panels in an order that the seed decides; ``real`` is the letter of the person's own.

    ``revealed`` says whether the drawing may show it.
    """

    panels: tuple[LuckPanel, ...]
    real: str
    revealed: bool = False


def series(diary: Diary, period: Period, on: date, seed: int = 0) -> LuckSeries:
    """Return the five charts of a period, the same for the same seed."""
    mine = shown(diary, period, on)
    complete = complete_days(diary, mine.first, mine.last)
    days = len(complete.ordinals) if complete else 0
    found = lineup(diary, seed, mine.first, mine.last) if days > 1 else None
    answers = found.answers if found else ()
    panels = tuple(
        LuckPanel(letter, tuple(trigger_row(each) for each in rows))
        for letter, rows in zip(LETTERS, answers, strict=False)
    )
    return LuckSeries(
        title="Which one is yours?" if panels else "Nothing to shuffle yet",
        explanation=EXPLANATION.format(days=count(days, "complete day")) if panels else NO_DAYS,
        legend=(
            Key(Sign.SQUARE, "text2", "range leaves out 1"),
            Key(Sign.DIAMOND, "text2", "range holds 1"),
            Key(Sign.LINE, "text2", "95% range"),
        ),
        table=_table(panels),
        enough=any(row.range for panel in panels for row in panel.rows),
        panels=panels,
        real=LETTERS[found.real] if found else "",
    )


def answer(found: LuckSeries, picked: str) -> str:
    """Return what is said after a pick: which one it was, what that shows, and what it does not."""
    real = next(panel for panel in found.panels if panel.letter == found.real)
    first = (
        f"Yes, {picked} is yours. By luck alone one guess in five is right, so this pick proves nothing."
        if picked == found.real
        else f"{found.real} is yours; {picked} was shuffled. What looked real in it is luck."
    )
    return f"{first} {_leaving_out(found)} {_verdict(real)}"


def leaves_out_one(row: TriggerRow) -> bool:
    """Whether the whole range lies on one side of 1."""
    low, high = row.answer.low, row.answer.high
    return low is not None and high is not None and not low <= 1 <= high


def _leaving_out(found: LuckSeries) -> str:
    shuffled = [
        row for panel in found.panels if panel.letter != found.real for row in panel.rows if row.range
    ]
    out = sum(map(leaves_out_one, shuffled))
    return (
        f"Of the {count(len(shuffled), 'range')} in the {SHUFFLED} shuffled charts, {out or 'none'}"
        f" {'leaves' if out == 1 else 'leave'} out 1; about one in twenty does so by luck."
    )


def _verdict(real: LuckPanel) -> str:
    likely = [row.name.lower() for row in real.rows if row.answer.verdict in LIKELY]
    if not likely:
        return "Nothing in yours is likely linked so far; more days will tell."
    return (
        f"Yours says likely linked of {' and '.join(likely)}. That allows for luck and for looking five times:"
        f" about {FALSE_LIKELY} of 100 diaries in which nothing acts say it too."
    )


def _said(row: TriggerRow) -> str:
    if not row.range:
        return "too little to compare"
    return f"{row.ratio} ({row.range})" if row.ratio else f"{row.range} times"


def _table(panels: tuple[LuckPanel, ...]) -> Table:
    rows = [
        (
            panel.letter,
            row.name,
            *map(ratio_cell, (row.answer.ratio, row.answer.low, row.answer.high)),
        )
        for panel in panels
        for row in panel.rows
    ]
    return Table(("Chart", "With", "Ratio", "Low", "High"), tuple(rows), TOO_LITTLE)
