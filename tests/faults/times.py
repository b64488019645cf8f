"""Times: zones, both changes of the clock, journeys, leap days, and a clock that is set back or ahead."""

import os
import random
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from unittest import mock
from zoneinfo import ZoneInfo, available_timezones

from tests.faults.row import Row, Run
from tests.helpers import NOON, an_episode, an_id
from twitchlog.domain.episode import Episode
from twitchlog.store import writing
from twitchlog.store.backups import backup, named_backups
from twitchlog.store.rows import row_from
from twitchlog.store.store import Store

FIRST, LAST = datetime(1990, 1, 1, tzinfo=UTC), datetime(2037, 12, 31, tzinfo=UTC)
CHANGING = [
    "Europe/Berlin",
    "Europe/London",
    "Europe/Dublin",
    "America/New_York",
    "America/St_Johns",
    "America/Sao_Paulo",
    "America/Havana",
    "America/Santiago",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Asia/Beirut",
    "Asia/Tehran",
    "Asia/Gaza",
    "Australia/Lord_Howe",
    "Australia/Adelaide",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Pacific/Apia",
    "Antarctica/Troll",
    "America/Asuncion",
]
YEARS = (2005, 2011, 2016, 2024)
JOURNEYS = (
    ("Pacific/Auckland", "Pacific/Honolulu"),
    ("Pacific/Apia", "Pacific/Pago_Pago"),
    ("Asia/Tokyo", "America/Los_Angeles"),
    ("Asia/Kathmandu", "Europe/Lisbon"),
    ("Pacific/Kiritimati", "Pacific/Marquesas"),
)
DAY_START = 4


def lived_times(run: Run) -> Row:
    """Every time is read, listed and put into its day as the clock showed it, wherever it is read."""
    moments = [*_changes(), *_journeys(), *_anywhere(run), *_leap_days()]
    if not run.long:
        moments = run.chance.sample(moments, 2_000)
    losses = _stored_and_read(run.place("times") / "diary.db", moments)
    with _today_s_offset():
        noticed = len(_stored_and_read(run.place("shifted") / "diary.db", moments))
    return Row(len(moments), tuple(losses), noticed, len(moments), "control: today's offset applied")


def _anywhere(run: Run) -> Iterator[datetime]:
    chance = run.chance
    zones = sorted(name for name in available_timezones() if "/" in name and not name.startswith("Etc"))
    span = int((LAST - FIRST).total_seconds())
    for name in zones if run.long else chance.sample(zones, 40):
        zone = ZoneInfo(name)
        for _ in range(60):
            yield (FIRST + timedelta(seconds=chance.randrange(span))).astimezone(zone)


def _changes() -> Iterator[datetime]:
    """Yield each quarter of an hour around each change of the clock."""
    for name in CHANGING:
        zone = ZoneInfo(name)
        for year in YEARS:
            hour = datetime(year, 1, 1, tzinfo=UTC)
            while hour.year == year:
                after = hour + timedelta(hours=1)
                if hour.astimezone(zone).utcoffset() != after.astimezone(zone).utcoffset():
                    yield from ((hour + timedelta(minutes=15 * n)).astimezone(zone) for n in range(-8, 12))
                hour = after


def _journeys() -> Iterator[datetime]:
    """Yield the hours of a journey there and back: the clock and the date jump, time does not."""
    for there, back in JOURNEYS:
        for number, start in enumerate((NOON, datetime(2011, 12, 29, 12, tzinfo=UTC))):
            for hour in range(60):
                zone = ZoneInfo(there if (hour // 20 + number) % 2 else back)
                yield (start + timedelta(hours=hour)).astimezone(zone)


def _leap_days() -> Iterator[datetime]:
    for year in (1996, 2000, 2024, 2036):
        for name in CHANGING[:6]:
            for hour in (0, 3, 4, 23):
                yield datetime(year, 2, 29, hour, 59, tzinfo=ZoneInfo(name))


def _stored_and_read(path: Path, lived: Sequence[datetime]) -> list[str]:
    """Return where what is read is not what was lived; the diary is read by a computer elsewhere."""
    moments = [moment.replace(tzinfo=timezone(_offset(moment))) for moment in lived]
    with closing(Store.open(path)) as store:
        store.put([an_episode(id=an_id("time", n), onset=moment) for n, moment in enumerate(moments)])
    with _elsewhere(), closing(Store.open(path)) as store:
        diary = store.diary()
    found = {row.id: row for row in diary.every(Episode)}
    losses = []
    for number, (was, moment) in enumerate(zip(lived, moments, strict=True)):
        row = found[an_id("time", number)]
        day = was.date() if was.hour >= DAY_START else date.fromordinal(was.toordinal() - 1)
        same = (row.onset, _offset(row.onset)) == (moment, _offset(was))
        wall = row.onset.replace(tzinfo=None) == was.replace(tzinfo=None, fold=0)
        if not (same and wall and diary.day_of(row) == day):
            losses.append(f"{was.isoformat()} is {row.onset.isoformat()}, day {diary.day_of(row)}")
    months = [[row.onset for row in month.of_kind(Episode)] for month in diary.months.values()]
    if sum(map(len, months)) != len(lived) or any(month != sorted(month) for month in months):
        losses.append("out of order")
    return losses


def _offset(moment: datetime) -> timedelta:
    return moment.utcoffset() or timedelta(0)


@contextmanager
def _elsewhere() -> Iterator[None]:
    with mock.patch.dict(os.environ, {"TZ": "Pacific/Chatham"}):
        time.tzset()
        yield
    time.tzset()


@contextmanager
def _today_s_offset() -> Iterator[None]:
    """The control: what is stored is brought to the offset that a place has today."""

    def shifted(record: Episode) -> tuple[object, ...]:
        return row_from(record if not isinstance(record, Episode) else _as_of_today(record))

    with mock.patch("twitchlog.store.writing.row_from", shifted), mock.patch.object(writing, "MANY", 2**62):
        yield


def _as_of_today(row: Episode) -> Episode:
    return an_episode(id=row.id, onset=row.onset.astimezone(timezone(timedelta(hours=1))))


def clock_set_back(run: Run) -> Row:
    """A clock an hour, a day or ten years wrong takes nothing away, and the order of writing stays known."""
    rounds = run.times(20, 300)
    losses = [lost for number in range(rounds) if (lost := _wrong_clock(run, number))]
    with mock.patch.object(writing, "CLOCK_DOUBTED", timedelta(days=36_500)):
        noticed = sum(bool(_wrong_clock(run, number, "blind")) for number in range(5))
    return Row(rounds, tuple(losses), noticed, 5, "control: a clock far ahead is believed")


JUMPS = (
    timedelta(hours=-1),
    timedelta(days=-1),
    timedelta(days=-3650),
    timedelta(minutes=7),
    timedelta(days=3650),
)


def _wrong_clock(run: Run, number: int, name: str = "clock") -> str:
    chance = random.Random(run.seed * 1000 + number)
    path = run.place(f"{name}-{number}") / "diary.db"
    written = []
    with closing(Store.open(path)) as store:
        now = NOON
        for step in range(12):
            row = an_episode(id=an_id(step), onset=now, recorded_at=now)
            store.put([row])
            written.append(row.id)
            backup(store, "daily", now)
            now = now + chance.choice(JUMPS[:4]) if now.year > 1995 else NOON
        store.remove([row])
        if store.purge(datetime(2046, 1, 1, tzinfo=UTC)):
            return "what was just deleted is forgotten, because the clock is 20 years ahead"
        store.restore_deleted([row.id])
        conn = store._connected()
        order = [key for (key,) in conn.execute("SELECT id FROM episodes ORDER BY seq").fetchall()]
    if order != written:
        return "the order of writing is lost"
    return "" if len(named_backups(path)) == len(written) else f"{len(named_backups(path))} backups left"
