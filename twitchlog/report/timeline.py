"""Day by day: what was written down, what is not known, the mean of seven days, visits and medicines."""

from dataclasses import dataclass
from datetime import date

from twitchlog.domain.diary import Diary
from twitchlog.domain.medical import Discussion
from twitchlog.domain.period import Period
from twitchlog.insight.series.daily import daily
from twitchlog.insight.series.rate import Mark, RateSeries
from twitchlog.insight.series.rate import series as rate_series
from twitchlog.insight.series.year import YearDay, days_of

ANSWERS = frozenset({"urgent_yes", "urgent_no"})
VISIT = "Talked with a doctor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """One entry per day, the oldest first, with the 7-day means of the same days (``None`` in gaps).

    ``marks`` are examinations, medicine changes and talks with a doctor, by date.
    """

    title: str
    days: tuple[YearDay, ...]
    mean: tuple[float | None, ...]
    low: tuple[float | None, ...]
    high: tuple[float | None, ...]
    marks: tuple[Mark, ...]
    drawn: bool


def timeline_of(diary: Diary, period: Period, on: date) -> Timeline:
    """Return the timeline of a period that lies within the diary; means are the same as on the screen."""
    rate: RateSeries = rate_series(diary, period, on)
    talks = {row.date for row in diary.within(Discussion, period) if row.rule not in ANSWERS}
    visits = [Mark(day, VISIT, VISIT) for day in talks]
    return Timeline(
        title=rate.title,
        days=tuple(days_of(daily(diary, period))),
        mean=rate.mean,
        low=rate.low,
        high=rate.high,
        marks=tuple(sorted((*rate.marks, *visits), key=lambda mark: mark.date)),
        drawn=rate.enough,
    )
