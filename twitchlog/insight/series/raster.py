"""Four weeks hour by hour: every twitch, and what was around it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode
from twitchlog.domain.exposures import Caffeine, Exercise, Sitting, Stress
from twitchlog.domain.moments import minutes_into_day
from twitchlog.domain.period import Period
from twitchlog.domain.words import STRENGTHS, STRESS_LEVELS, clock, count, drink, exercise, length, place
from twitchlog.insight.series.daily import daily, shown
from twitchlog.insight.series.rate_words import full_date, too_few
from twitchlog.insight.series.series import ENOUGH_DAYS, Key, Series, Sign, Table
from twitchlog.insight.series.year import DayKind, days_of

ROWS = 28
DAY_MIN = 1440
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class At:
    """Something at one minute of the local day, counted from its start; ``key`` is the record's id."""

    minute: int
    words: str
    key: str
    strength: int | None = None


@dataclass(frozen=True, slots=True)
class Lasting:
    """Something from one minute of the local day to another, kept within the day."""

    start: int
    end: int
    words: str
    key: str


@dataclass(frozen=True, slots=True)
class RasterDay:
    """One row; ``kind`` is ``None`` before the diary began; ``stress`` is the day's highest rating or ``None``."""

    date: date
    kind: DayKind | None
    twitches: tuple[At, ...]
    caffeine: tuple[At, ...]
    exercise: tuple[Lasting, ...]
    sitting: tuple[Lasting, ...]
    stress: int | None

    @property
    def words(self) -> str:
        """The day's count in a few words, which no sign in the row has to carry."""
        number = f"{len(self.twitches):,}"
        match self.kind:
            case None:
                return ""
            case DayKind.NONE:
                return "none"
            case DayKind.NOT_RECORDED:
                return "not recorded"
            case DayKind.MORE:
                return f"{number}, and more"
            case DayKind.UNCHECKED:
                return f"{number}, no check-in"
            case _:
                return number


@dataclass(frozen=True, slots=True, kw_only=True)
class RasterSeries(Series):
    """28 days, the newest first; ``day_start`` is the hour at which a row begins."""

    days: tuple[RasterDay, ...]
    day_start: int

    def days_shown(self, asked: Period) -> Period:
        """Return the four weeks, or fewer where less was asked for."""
        return Period(max(self.days[-1].date, asked.first), asked.after)


def series(diary: Diary, period: Period, on: date) -> RasterSeries:
    """Return the four weeks that end a period, or end with ``on``."""
    mine = shown(diary, period, on)
    checked = int(daily(diary, mine).checked.sum())
    window = Period.of_days(mine.last, ROWS)
    known = shown(diary, window, on)
    kinds = {day.date: day.kind for day in days_of(daily(diary, known))}
    days = tuple(_rows(diary, window, kinds))
    enough = checked >= ENOUGH_DAYS
    return RasterSeries(
        title=_title(window.last, on) if enough else too_few("Four weeks, hour by hour", checked),
        explanation="One row a day, the newest at the top. " + _counted_words(kinds),
        legend=_legend(days),
        table=_table(days),
        enough=enough,
        days=days,
        day_start=diary.settings.day_start,
    )


def _title(last: date, on: date) -> str:
    if last == on:
        return "The last four weeks, hour by hour"
    return f"Four weeks to {full_date(last)}, hour by hour"


def _counted_words(kinds: dict[date, DayKind]) -> str:
    checked = sum(kind not in {DayKind.NOT_RECORDED, DayKind.UNCHECKED} for kind in kinds.values())
    return f"{checked} of {count(len(kinds), 'day')} checked."


def _rows(diary: Diary, window: Period, kinds: dict[date, DayKind]) -> list[RasterDay]:
    # A run or a sitting may reach over the day's start, so the day before is looked at as well.
    wider = Period(window.first - timedelta(days=1), window.after)
    twitches, caffeine = _twitches(diary, window), _caffeine(diary, window)
    bars = _lasting(
        diary, [(row, row.start, row.duration_min, exercise(row)) for row in diary.within(Exercise, wider)]
    )
    sitting = _lasting(
        diary,
        [
            (row, row.start, row.duration_min, "sitting")
            for row in diary.within(Sitting, wider)
            if row.duration_min
        ],
    )
    stress: dict[date, int] = {}
    for row in diary.within(Stress, window):
        day = diary.day_of(row)
        stress[day] = max(row.level, stress.get(day, 0))
    return [
        RasterDay(day, kinds.get(day), twitches[day], caffeine[day], bars[day], sitting[day], stress.get(day))
        for day in reversed(tuple(window))
    ]


def _twitches(diary: Diary, window: Period) -> "defaultdict[date, tuple[At, ...]]":
    rows = [
        (diary.day_of(row), At(_minute(diary, row.onset), _twitch_words(row), row.id, row.intensity))
        for row in diary.within(Episode, window)
        if row.counted
    ]
    return _by_day(rows)


def _caffeine(diary: Diary, window: Period) -> "defaultdict[date, tuple[At, ...]]":
    rows = []
    for row in diary.within(Caffeine, window):
        amount = f", {row.mg:g} mg" if row.mg is not None else ""
        words = f"{full_date(diary.day_of(row))}, {clock(row.at)}: {drink(row)}{amount}"
        rows.append((diary.day_of(row), At(_minute(diary, row.at), words, row.id)))
    return _by_day(rows)


def _twitch_words(row: Episode) -> str:
    strength = f", {STRENGTHS[row.intensity]}" if row.intensity else ""
    lasted = f", {length(row.duration_s)}" if row.duration_s else ""
    return f"{full_date(row.onset.date())}, {clock(row.onset)}: {place(row.site, row.side)}{strength}{lasted}"


def _lasting(
    diary: Diary, rows: "list[tuple[Exercise | Sitting, datetime, int | None, str]]"
) -> "defaultdict[date, tuple[Lasting, ...]]":
    found = []
    for row, start, minutes, name in rows:
        first, begin = diary.day_of(row), _minute(diary, start)
        end = begin + (minutes or 0)
        lasts = f", {length(minutes * 60)}" if minutes and isinstance(row, Sitting) else ""
        words = f"{full_date(start.date())}, {clock(start)}: {name}{lasts}"
        found.append((first, Lasting(begin, min(end, DAY_MIN), words, row.id)))
        if end > DAY_MIN:
            found.append((first + timedelta(days=1), Lasting(0, min(end - DAY_MIN, DAY_MIN), words, row.id)))
    return _by_day(found)


def _by_day(rows: list[tuple[date, T]]) -> "defaultdict[date, tuple[T, ...]]":
    lists: defaultdict[date, list[T]] = defaultdict(list)
    for day, each in rows:
        lists[day].append(each)
    return defaultdict(tuple, {day: tuple(some) for day, some in lists.items()})


def _minute(diary: Diary, moment: datetime) -> int:
    return minutes_into_day(moment, diary.settings.day_start)


def _legend(days: tuple[RasterDay, ...]) -> tuple[Key, ...]:
    keys = [Key(Sign.DISC, "twitch", "twitch, larger is stronger")]
    if any(each.strength is None for day in days for each in day.twitches):
        keys.append(Key(Sign.RING, "twitch", "strength not given"))
    for sign, colour, words, seen in (
        (Sign.BAR, "exercise", "exercise", any(day.exercise for day in days)),
        (Sign.TRIANGLE, "caffeine", "caffeine", any(day.caffeine for day in days)),
        (Sign.THIN_LINE, "sitting", "sitting", any(day.sitting for day in days)),
        (Sign.STEPS, "stress", "highest stress of the day", any(day.stress for day in days)),
    ):
        keys += [Key(sign, colour, words)] if seen else []
    return tuple(keys)


def _table(days: tuple[RasterDay, ...]) -> Table:
    rows = [
        (
            day.date.isoformat(),
            day.kind.value,
            None if day.kind is DayKind.NOT_RECORDED else len(day.twitches),
            "; ".join(each.words.split(", ", 1)[1] for each in day.twitches),
            "; ".join(each.words.split(", ", 1)[1] for each in day.exercise),
            "; ".join(each.words.split(", ", 1)[1] for each in day.caffeine),
            "; ".join(each.words.split(", ", 1)[1] for each in day.sitting),
            None if day.stress is None else f"{day.stress} {STRESS_LEVELS[day.stress]}",
        )
        for day in days
        if day.kind is not None
    ]
    header = ("Date", "What is known", "Twitches", "When, where, strength", "Exercise", "Caffeine", "Sitting")
    return Table((*header, "Highest stress (1-5)"), tuple(rows))
