"""The computer's clock, read here and nowhere else on the command line."""

from datetime import datetime

from twitchlog.domain.moments import whole_seconds


def now() -> datetime:
    """Return the present moment with the offset of this computer."""
    return whole_seconds(datetime.now().astimezone())  # noqa: TID251 - the clock of the command line


def by_local_clock(wall: datetime) -> datetime:
    """Return the moment a wall clock of this computer shows; a skipped hour moves on, of a doubled one the first."""
    return whole_seconds(wall.astimezone().astimezone())
