"""What is known of one day as a whole."""

import datetime as dt
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from twitchlog.domain.checks import check_range
from twitchlog.domain.errors import RecordError
from twitchlog.domain.moments import check_date, check_moment


class CheckIn(StrEnum):
    """How the person closed the day: none seen, all written down, or more than was written down."""

    NONE = "none"
    ALL_LOGGED = "all_logged"
    SOME_LOGGED = "some_logged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One local day: its check-in, waking hours by the wall clock, the sleep of the night before it, worry 1 to 5.

    ``None`` means not given. ``exposures_complete``: exercise, caffeine and stress are all written down.
    """

    date: dt.date
    recorded_at: datetime
    check_in: CheckIn | None = None
    exposures_complete: bool = False
    awake_from: time | None = None
    awake_to: time | None = None
    sleep_hours: float | None = None
    sleep_position_odd: bool = False
    worry: int | None = None

    def __post_init__(self) -> None:
        check_date("date", self.date)
        check_moment("recorded_at", self.recorded_at)
        for field in ("awake_from", "awake_to"):
            clock: time | None = getattr(self, field)
            if clock is not None and (clock.second or clock.microsecond or clock.tzinfo):
                raise RecordError(field, "is a wall-clock time in whole minutes")
        check_range("sleep_hours", self.sleep_hours, 0, 24)
        check_range("worry", self.worry, 1, 5)

    @property
    def id(self) -> str:
        """The date itself: a day has one record."""
        return self.date.isoformat()

    @property
    def when(self) -> dt.date:
        """The date: what the diary sorts by."""
        return self.date

    @property
    def checked(self) -> bool:
        """Whether the day has any check-in."""
        return self.check_in is not None

    @property
    def fully_logged(self) -> bool:
        """Whether every twitch of the day is in the diary, so that the day can stand in a rate."""
        return self.check_in in {CheckIn.NONE, CheckIn.ALL_LOGGED}

    @property
    def complete(self) -> bool:
        """Whether twitches and exposures of the day are all in the diary."""
        return self.fully_logged and self.exposures_complete
