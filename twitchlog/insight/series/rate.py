"""More or less than before: the 7-day mean with an honest range, and what happened meanwhile."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import isnan

import numpy as np

from twitchlog.domain.diary import Diary
from twitchlog.domain.medical import Exam, ExamKind, Medicine
from twitchlog.domain.period import Period
from twitchlog.domain.words import CHANGES, EXAM_KINDS, EXAM_RESULTS, count
from twitchlog.insight.columns import Bools, Floats, Ints
from twitchlog.insight.series.block_band import block_band, box_sum
from twitchlog.insight.series.change import Change, change
from twitchlog.insight.series.daily import Daily, daily, shown
from twitchlog.insight.series.rate_words import TOO_FEW_DAYS, figure, left_out, per_time, too_few
from twitchlog.insight.series.series import ENOUGH_DAYS, Key, Series, Sign, Table

WINDOW, LEAST_IN_WINDOW = 7, 3
EXAM_LABELS = {
    ExamKind.NEUROLOGICAL_EXAM: "Exam",
    ExamKind.EMG: "EMG",
    ExamKind.BLOOD: "Blood test",
    ExamKind.IMAGING: "Imaging",
    ExamKind.OTHER: "Test",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """An examination or a change of medicine: ``label`` is short, ``words`` say it in full."""

    date: date
    label: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RateSeries(Series):
    """One entry per day of ``first`` and after: mean, low and high in twitches per counted day.

    ``None`` where fewer than 3 of the 7 days around it count. ``counted`` is how many of the 7 do.
    """

    first: date
    mean: tuple[float | None, ...]
    low: tuple[float | None, ...]
    high: tuple[float | None, ...]
    counted: tuple[int, ...]
    marks: tuple[Mark, ...]


def series(diary: Diary, period: Period, on: date) -> RateSeries:
    """Return the 7-day means of a period from the diary's first day to ``on``.

    The days around the period count for the means at its ends, so that a mean does not depend on what is shown.
    """
    mine = shown(diary, period, on)
    around = shown(diary, Period(mine.first - timedelta(days=3), mine.after + timedelta(days=3)), on)
    known = daily(diary, around)
    mean, low, high, seen = means(known.twitches, known.counted)
    here = slice((mine.first - around.first).days, (mine.first - around.first).days + len(mine))
    inside = Daily(mine, known.twitches[here], known.check[here])
    marks = tuple(_marks(diary, mine))
    columns = tuple(_gaps(values[here]) for values in (mean, low, high))
    counted = tuple(seen[here].astype(int).tolist())
    enough = int(inside.checked.sum()) >= ENOUGH_DAYS and int(inside.counted.sum()) > 0
    return RateSeries(
        title=_title(inside) if enough else too_few("Twitches a day", int(inside.checked.sum())),
        explanation=_explanation(inside),
        legend=_legend(marks, gaps=None in columns[0]),
        table=_table(mine, columns, counted, marks),
        enough=enough,
        first=mine.first,
        mean=columns[0],
        low=columns[1],
        high=columns[2],
        counted=counted,
        marks=marks,
    )


def means(twitches: Ints, counted: Bools) -> tuple[Floats, Floats, Floats, Floats]:
    """Return mean, low, high and number of counted days of the 7 days around each day; nan where under 3 count."""
    seen = box_sum(counted.astype(float), WINDOW)
    mean = box_sum(np.where(counted, twitches, 0.0), WINDOW) / np.maximum(seen, 1)
    below, above = block_band(np.where(counted, twitches, 0.0), counted, WINDOW)
    gap = seen < LEAST_IN_WINDOW
    low, high = np.maximum(mean + below, 0.0), mean + above
    return np.where(gap, np.nan, mean), np.where(gap, np.nan, low), np.where(gap, np.nan, high), seen


def _gaps(values: Floats) -> tuple[float | None, ...]:
    return tuple(None if isnan(value) else value for value in values.tolist())


def _title(days: Daily) -> str:
    mean = float(days.twitches[days.counted].mean())
    if mean == 0:
        return f"No twitches on {count(int(days.counted.sum()), 'counted day')}"
    found = change(days.twitches, days.counted)
    usual = per_time(mean)
    if found is None:
        return f"About {usual}, too few days to say more or less"
    if found.low <= 1 <= found.high:
        return f"About {usual}, no clear change"
    return f"{'More' if found.low > 1 else 'Less'} in the last four weeks: {_now_and_before(found)}"


def _now_and_before(found: Change) -> str:
    """Return both rates, the unit once where it is the same: "about 5 a day, before 3"."""
    now, before = per_time(found.recent), per_time(found.before)
    number, _, unit = before.partition(" ")
    same = unit and now.endswith(f" {unit}")
    return f"{'' if now == 'none' else 'about '}{now}, before {number if same else before}"


def _explanation(days: Daily) -> str:
    counted, checked = int(days.counted.sum()), int(days.checked.sum())
    mean = f", {figure(float(days.twitches[days.counted].mean()))} a day" if counted else ""
    return (
        f"Mean of 7 days{mean} on {count(counted, 'counted day')} of {count(len(days.period), 'day')}"
        f" ({checked:,} checked).{left_out(int(days.partly.sum()))}"
    )


def _marks(diary: Diary, period: Period) -> list[Mark]:
    exams = [
        Mark(row.date, EXAM_LABELS[row.kind], f"{EXAM_KINDS[row.kind]}, {EXAM_RESULTS[row.result]}")
        for row in diary.within(Exam, period)
    ]
    medicines = [
        Mark(row.date, f"{row.name} {CHANGES[row.change]}", f"{row.name} {CHANGES[row.change]}")
        for row in diary.within(Medicine, period)
    ]
    return sorted(exams + medicines, key=lambda mark: mark.date)


def _legend(marks: tuple[Mark, ...], *, gaps: bool) -> tuple[Key, ...]:
    keys = [Key(Sign.LINE, "twitch", "mean of 7 days"), Key(Sign.BAND, "twitch", "95% range")]
    keys += [Key(Sign.BAND, "control", "too few counted days")] if gaps else []
    keys += [Key(Sign.DASHED, "text2", "exam or medicine")] if marks else []
    return tuple(keys)


def _table(
    period: Period,
    columns: tuple[tuple[float | None, ...], ...],
    counted: tuple[int, ...],
    marks: tuple[Mark, ...],
) -> Table:
    words: dict[date, str] = {}
    for mark in marks:
        words[mark.date] = f"{words[mark.date]}; {mark.words}" if mark.date in words else mark.words
    rows = tuple(
        (day.isoformat(), *(_rounded(column[n]) for column in columns), counted[n], words.get(day, ""))
        for n, day in enumerate(period)
    )
    return Table(
        ("Date", "Twitches a day, mean of 7 days", "Low", "High", "Counted days of 7", "Exam or medicine"),
        rows,
        TOO_FEW_DAYS,
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
