"""A wall-clock time as it was lived, with the offset of its place and date."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from twitchlog.domain.moments import whole_seconds


def lived(wall: datetime, zone: str = "") -> datetime:
    """Return the moment of a wall-clock time without offset, in a zone, or in the computer's where none is known.

    A time that a clock change skipped moves forward; of one that came twice the first is taken.
    """
    if zone:
        try:
            return whole_seconds(wall.replace(tzinfo=ZoneInfo(zone)))
        except (ZoneInfoNotFoundError, ValueError):
            return whole_seconds(wall.astimezone())
    return whole_seconds(wall.astimezone())
