"""Small diaries by hand for the numbers behind the charts."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from tests.helpers import TODAY, a_day, an_episode, at
from twitchlog.domain.day import CheckIn
from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.domain.record import Record

ALL, NONE, SOME = CheckIn.ALL_LOGGED, CheckIn.NONE, CheckIn.SOME_LOGGED


def ago(days: int) -> date:
    """The day so many days before today."""
    return TODAY - timedelta(days=days)


def twitches(day: date, number: int, **only: Any) -> list[Record]:
    """So many twitches on a day, from 08:00 on, one a minute."""
    return [
        an_episode(onset=at(day, f"{8 + n // 60 % 14:02d}:{n % 60:02d}"), note=str(n), **only)
        for n in range(number)
    ]


def checked(day: date, check: CheckIn | None = None, **only: Any) -> Record:
    """A checked day, complete; its check-in by default ``all_logged``."""
    return a_day(date=day, check_in=check or ALL, exposures_complete=True, **only)


def counts(numbers: Sequence[int | None], last: date = TODAY) -> Diary:
    """One number of twitches per day, the last one on ``last``; ``None`` is not recorded."""
    rows: list[Record] = []
    for n, number in enumerate(reversed(numbers)):
        if number is not None:
            day = last - timedelta(days=n)
            rows += [*twitches(day, number), checked(day, ALL if number else NONE)]
    return Diary.of(rows)


def on_days(days: Iterable[int], **only: Any) -> list[Record]:
    """One twitch on each of the days, given as days before today."""
    return [record for n in days for record in twitches(ago(n), 1, **only)]


def year(last: date = TODAY) -> Period:
    """The 365 days that end with ``last``."""
    return Period.of_days(last, 365)
