"""Every day as one square: good and bad spells, and where the diary has holes."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.domain.words import count, listed
from twitchlog.insight.series.daily import Daily, daily, shown
from twitchlog.insight.series.rate_words import full_date, too_few
from twitchlog.insight.series.series import ENOUGH_DAYS, Key, Series, Sign, Table

STEP_FROM = (1, 2, 4, 7, 11)
"""The smallest number of twitches of the steps 1 to 5."""


class DayKind(Enum):
    """What is known of a day; ``MORE`` had more twitches than were written down, ``UNCHECKED`` has no check-in."""

    NOT_RECORDED = "not recorded"
    NONE = "checked, none"
    TWITCHES = "checked, all written down"
    MORE = "checked, more than written down"
    UNCHECKED = "twitches, no check-in"


@dataclass(frozen=True, slots=True)
class YearDay:
    """One day: ``twitches`` are those written down, 0 on a day not recorded too, so ask ``kind`` first."""

    date: date
    kind: DayKind
    twitches: int

    @property
    def step(self) -> int:
        """0 for none, else 1 to 5."""
        return sum(self.twitches >= low for low in STEP_FROM)

    @property
    def words(self) -> str:
        """What the day says under the pointer."""
        twitches = count(self.twitches, "twitch", "twitches")
        said = {
            DayKind.NOT_RECORDED: "not recorded",
            DayKind.NONE: "checked, no twitches",
            DayKind.TWITCHES: twitches,
            DayKind.MORE: f"{twitches} written down, there were more",
            DayKind.UNCHECKED: f"{twitches}, no check-in",
        }
        return f"{full_date(self.date)}: {said[self.kind]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSeries(Series):
    """One entry per day, the oldest first, without a hole; counted ``twitches`` and ``checked`` days of all."""

    days: tuple[YearDay, ...]
    twitches: int
    checked: int


LEGEND = (
    Key(Sign.SQUARE, "step1", "1"),
    Key(Sign.SQUARE, "step2", "2-3"),
    Key(Sign.SQUARE, "step3", "4-6"),
    Key(Sign.SQUARE, "step4", "7-10"),
    Key(Sign.SQUARE, "step5", "11 or more"),
    Key(Sign.DOTTED_SQUARE, "control", "checked, none"),
    Key(Sign.CROSS, "control", "not recorded"),
    Key(Sign.CUT_SQUARE, "step2", "twitches, no check-in"),
    Key(Sign.PLUS_SQUARE, "step2", "more than written down"),
)


def series(diary: Diary, period: Period, on: date) -> YearSeries:
    """Return the days of a period from the diary's first day to ``on``."""
    known = daily(diary, shown(diary, period, on))
    days = tuple(days_of(known))
    kinds = {day.kind for day in days}
    checked, twitched = int(known.checked.sum()), int(known.twitched.sum())
    enough = checked >= ENOUGH_DAYS
    return YearSeries(
        title=f"Twitches on {twitched:,} of {count(checked, 'checked day')}"
        if enough
        else too_few("Every day", checked),
        explanation=_explanation(days),
        legend=tuple(key for key in LEGEND if _seen(key, kinds)),
        table=Table(
            ("Date", "Twitches", "What is known"),
            tuple((day.date.isoformat(), _cell(day), day.kind.value) for day in days),
        ),
        enough=enough,
        days=days,
        twitches=int(known.twitches.sum()),
        checked=checked,
    )


def days_of(known: Daily) -> list[YearDay]:
    """Return the days one by one, the oldest first."""
    first = known.period.first
    rows = zip(known.twitches.tolist(), known.check.tolist(), strict=True)
    return [
        YearDay(first + timedelta(days=n), _kind(some, check), some) for n, (some, check) in enumerate(rows)
    ]


def _kind(twitches: int, check: int) -> DayKind:
    if check == 3:
        return DayKind.MORE
    if twitches:
        return DayKind.TWITCHES if check else DayKind.UNCHECKED
    return DayKind.NONE if check else DayKind.NOT_RECORDED


def _cell(day: YearDay) -> int | None:
    return None if day.kind is DayKind.NOT_RECORDED else day.twitches


def _explanation(days: tuple[YearDay, ...]) -> str:
    holes = sum(day.kind is DayKind.NOT_RECORDED for day in days)
    unchecked = sum(day.kind is DayKind.UNCHECKED for day in days)
    outside = [f"{count(unchecked, 'day')} with twitches but no check-in"] if unchecked else []
    outside += [f"{count(holes, 'day')} not recorded"] if holes else []
    said = f" Not among the checked days: {listed(outside)}." if outside else ""
    return f"Each square is one day.{said}"


def _seen(key: Key, kinds: set[DayKind]) -> bool:
    """Whether a legend line is needed: the steps always, the rest where it is drawn."""
    needs = {
        Sign.CUT_SQUARE: DayKind.UNCHECKED,
        Sign.PLUS_SQUARE: DayKind.MORE,
        Sign.CROSS: DayKind.NOT_RECORDED,
        Sign.DOTTED_SQUARE: DayKind.NONE,
    }
    return key.sign not in needs or needs[key.sign] in kinds
