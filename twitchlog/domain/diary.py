"""The diary as a value: months of records that never change; an edit makes one new month and shares the rest."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import TypeAlias, TypeVar, cast

from twitchlog.domain.day import Day
from twitchlog.domain.episode import Episode
from twitchlog.domain.exposures import Caffeine, Exercise, Sitting, Stress
from twitchlog.domain.moments import local_day
from twitchlog.domain.period import Period
from twitchlog.domain.record import Edit, Record, sort_key
from twitchlog.domain.settings import DiarySettings

MonthKey: TypeAlias = tuple[int, int]
"""Year and month: of the UTC instant for records with a time, of the date for the others."""

FEW_EDITS = 20

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Month:
    """The records of one month, each kind in order; compared by identity, so that views can be remembered by it."""

    rows: Mapping[type[object], tuple[Record, ...]] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, records: Iterable[Record]) -> "Month":
        """Return the month that holds these records, in any order."""
        rows: dict[type[Record], list[Record]] = {}
        for record in records:
            rows.setdefault(type(record), []).append(record)
        return cls(MappingProxyType({kind: tuple(sorted(some, key=sort_key)) for kind, some in rows.items()}))

    def of_kind(self, kind: type[R]) -> tuple[R, ...]:
        """Return the month's records of one kind, in order."""
        return cast(tuple[R, ...], self.rows.get(kind, ()))

    def without(self, record: Record) -> "Month":
        """Return the month without the record that has this one's id."""
        rows = tuple(row for row in self.rows.get(type(record), ()) if row.id != record.id)
        return Month(MappingProxyType({**self.rows, type(record): rows}))

    def with_(self, record: Record) -> "Month":
        """Return the month with one record more, or in place of the one that has its id."""
        rows = [row for row in self.rows.get(type(record), ()) if row.id != record.id]
        insort(rows, record, key=sort_key)
        return Month(MappingProxyType({**self.rows, type(record): tuple(rows)}))


def month_key(record: Record) -> MonthKey:
    """Return the month a record is kept in."""
    when = record.when
    if isinstance(when, datetime):
        when = when.astimezone(UTC)
    return (when.year, when.month)


@dataclass(frozen=True, slots=True, eq=False)
class Diary:
    """All records by month, and the settings that change their meaning.

    Compared by identity, so that what was worked out from one can be remembered by it. ``whole`` is false while the file is still being read, newest month first. Iteration is in the order of
    time, the oldest first.
    """

    months: Mapping[MonthKey, Month] = field(default_factory=lambda: MappingProxyType({}))
    settings: DiarySettings = field(default_factory=DiarySettings)
    whole: bool = True

    @classmethod
    def of(cls, records: Iterable[Record], settings: DiarySettings | None = None) -> "Diary":
        """Return the diary that holds these records, in any order."""
        months: dict[MonthKey, list[Record]] = {}
        for record in records:
            months.setdefault(month_key(record), []).append(record)
        return cls(
            MappingProxyType({key: Month.of(rows) for key, rows in months.items()}),
            settings or DiarySettings(),
        )

    def with_month(self, key: MonthKey, month: Month) -> "Diary":
        """Return the diary with one month as read from the file."""
        return replace(self, months=MappingProxyType({**self.months, key: month}))

    def with_settings(self, settings: DiarySettings) -> "Diary":
        """Return the diary read in another way."""
        return replace(self, settings=settings)

    def as_whole(self) -> "Diary":
        """Return the diary when nothing of the file is left to read."""
        return replace(self, whole=True)

    def apply(self, before: Record | None, after: Record | None) -> "Diary":
        """Return the diary after an edit: without ``before``, with ``after``."""
        months = dict(self.months)
        if before is not None:
            key = month_key(before)
            months[key] = months.get(key, Month()).without(before)
        if after is not None:
            key = month_key(after)
            months[key] = months.get(key, Month()).with_(after)
        return replace(self, months=MappingProxyType(months))

    def with_edits(self, edits: Sequence[Edit]) -> "Diary":
        """Return the diary after edits in their order; many at once build each touched month only once."""
        if len(edits) <= FEW_EDITS:
            diary = self
            for edit in edits:
                diary = diary.apply(edit.before, edit.after)
            return diary
        touched: dict[MonthKey, dict[tuple[type[Record], str], Record]] = {}
        for edit in edits:
            gone, come = edit.before, edit.after
            if gone is not None:
                self._held(touched, month_key(gone)).pop((type(gone), gone.id), None)
            if come is not None:
                self._held(touched, month_key(come))[(type(come), come.id)] = come
        built = {key: Month.of(rows.values()) for key, rows in touched.items()}
        return replace(self, months=MappingProxyType({**self.months, **built}))

    def _held(
        self, touched: dict[MonthKey, dict[tuple[type[Record], str], Record]], key: MonthKey
    ) -> dict[tuple[type[Record], str], Record]:
        if key not in touched:
            rows = self.months[key].rows.values() if key in self.months else ()
            touched[key] = {(type(row), row.id): row for some in rows for row in some}
        return touched[key]

    def every(self, kind: type[R]) -> Iterator[R]:
        """Return all records of one kind, the oldest first."""
        for key in sorted(self.months):
            yield from self.months[key].of_kind(kind)

    def newest_first(self, kind: type[R]) -> Iterator[R]:
        """Return all records of one kind, the newest first."""
        for key in sorted(self.months, reverse=True):
            yield from reversed(self.months[key].of_kind(kind))

    def within(self, kind: type[R], period: Period) -> Iterator[R]:
        """Return the records of one kind whose local day lies in the period, the oldest first.

        Only what can lie on such a day is looked at, so the cost does not grow with the diary.
        """
        first, after = period.first - timedelta(days=1), period.after + timedelta(days=2)
        low, high = (first.year, first.month), (after.year, after.month)
        keys = sorted(self.months)
        for key in keys[bisect_left(keys, low) :]:
            if key > high:
                return
            for row in _near(self.months[key].of_kind(kind), first, after):
                if self.day_of(row) in period:
                    yield row

    def day_of(self, record: Record) -> date:
        """Return the local day of a record."""
        when = record.when
        return local_day(when, self.settings.day_start) if isinstance(when, datetime) else when

    def day(self, day: date) -> Day | None:
        """Return what is known of a day, or ``None``."""
        month = self.months.get((day.year, day.month))
        return next((row for row in month.of_kind(Day) if row.date == day), None) if month else None

    def span(self) -> Period | None:
        """Return the local days from the first to the last episode, exposure or day record; ``None`` if none."""
        bounds = [
            (self.day_of(first), self.day_of(last))
            for kind in (Episode, Exercise, Caffeine, Stress, Sitting, Day)
            if (first := next(self.every(kind), None)) and (last := next(self.newest_first(kind), None))
        ]
        if not bounds:
            return None
        return Period(min(first for first, _ in bounds), max(last for _, last in bounds) + timedelta(days=1))

    def __len__(self) -> int:
        return sum(len(month.of_kind(Episode)) for month in self.months.values())


def _near(rows: tuple[R, ...], first: date, after: date) -> tuple[R, ...]:
    """Return the rows from one UTC midnight to another; no offset is wider than the day left on both sides."""
    if not rows or not isinstance(rows[0].when, datetime):
        return rows
    low, high = (datetime(day.year, day.month, day.day, tzinfo=UTC) for day in (first, after))
    return rows[bisect_left(rows, low, key=_instant) : bisect_left(rows, high, key=_instant)]


def _instant(row: Record) -> datetime:
    return cast(datetime, row.when)
