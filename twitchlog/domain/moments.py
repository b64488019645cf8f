"""Times as they were lived: an instant with the offset the clock showed, in whole seconds.

Grouping (day, hour, weekday) reads the wall clock; "before" and "after" compare instants.
"""

from datetime import date, datetime, time, timedelta, timezone
from functools import cache

from twitchlog.domain.errors import RecordError

DAY_START_HOUR = 4
"""The local day of the design pages begins at 04:00 and groups only; it never changes a stored time."""

FIRST_YEAR, LAST_YEAR = 1900, 2200


def whole_seconds(moment: datetime) -> datetime:
    """Return the same instant with its offset fixed and without fractions of a second.

    Raises:
        ValueError: the moment has no offset.
    """
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("a moment needs a UTC offset")
    minutes = timedelta(minutes=round(offset.total_seconds() / 60))
    return moment.astimezone(timezone(minutes)).replace(microsecond=0, fold=0)


def check_moment(field: str, moment: datetime) -> None:
    """Refuse a moment without a fixed offset in whole minutes, with fractions of a second, or far off.

    Raises:
        RecordError: names the field.
    """
    if not isinstance(moment.tzinfo, timezone):
        raise RecordError(field, "needs a UTC offset")
    if moment.microsecond:
        raise RecordError(field, "is kept in whole seconds")
    if not _in_whole_minutes(moment.tzinfo):
        raise RecordError(field, "needs an offset in whole minutes")
    if not FIRST_YEAR < moment.year < LAST_YEAR:
        raise RecordError(field, f"must lie between {FIRST_YEAR} and {LAST_YEAR}")


@cache
def _in_whole_minutes(zone: timezone) -> bool:
    # Asked twice for each record that is read, of the same few offsets.
    return not zone.utcoffset(None) % timedelta(minutes=1)


def check_date(field: str, day: date) -> None:
    """Refuse a date that nobody living can mean.

    Raises:
        RecordError: names the field.
    """
    if not FIRST_YEAR < day.year < LAST_YEAR:
        raise RecordError(field, f"must lie between {FIRST_YEAR} and {LAST_YEAR}")


def local_day(moment: datetime, day_start: int = DAY_START_HOUR) -> date:
    """Return the day a moment belongs to, by its own wall clock; the day starts at ``day_start`` o'clock."""
    if moment.hour >= day_start:
        return moment.date()
    return (moment.replace(tzinfo=None) - timedelta(days=1)).date()


def minutes_into_day(moment: datetime, day_start: int = DAY_START_HOUR) -> int:
    """Return the minutes (0 to 1439) on the wall clock since the local day began."""
    return (moment.hour * 60 + moment.minute - day_start * 60) % 1440


def clock_text(clock: time) -> str:
    """Return a wall-clock time as HH:MM."""
    return f"{clock:%H:%M}"
