"""The clock of the made-up diary: Berlin's, by the rule in force since 1996, so that no zone data is needed."""

from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache

ZONE = "Europe/Berlin"
WINTER, SUMMER = timezone(timedelta(hours=1)), timezone(timedelta(hours=2))


def at(day: date, minutes: int) -> datetime:
    """Return the moment so many minutes by the wall clock after a date's midnight.

    A time that spring skips moves an hour on; of one that autumn doubles it is the first.
    """
    wall = datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(minutes=minutes)
    early = wall - timedelta(hours=2)
    return lived(early if _is_summer(early) else wall - timedelta(hours=1))


def lived(moment: datetime) -> datetime:
    """Return the same instant as Berlin's clocks show it."""
    return moment.astimezone(SUMMER if _is_summer(moment) else WINTER)


def _is_summer(moment: datetime) -> bool:
    year = moment.astimezone(UTC).year
    return _change(year, 3) <= moment < _change(year, 10)


@cache
def _change(year: int, month: int) -> datetime:
    """Return 01:00 UTC of the last Sunday of a month with 31 days."""
    last = datetime(year, month, 31, 1, tzinfo=UTC)
    return last - timedelta(days=(last.weekday() + 1) % 7)
