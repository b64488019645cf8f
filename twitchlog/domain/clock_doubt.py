"""Whether the computer's clock can be right; what it says is kept either way."""

from datetime import datetime, timedelta

from twitchlog.domain import words

TOLERATED = timedelta(hours=1)
SENSIBLE_YEARS = range(2020, 2101)
KEPT = "If it is wrong, please set it: what you write is kept with the time it shows."


def clock_doubt(now: datetime, newest: datetime | None) -> str:
    """Return the question whether the clock is right, empty if nothing speaks against it.

    ``newest`` is when the newest record was written down, ``None`` if there is none. Over an hour before it, or outside
    2020 to 2100, is doubted (reliability.md 9).
    """
    shown = f"{words.long_day(now.date())} {now.year}, {words.clock(now)}"
    if now.year not in SENSIBLE_YEARS:
        return f"This computer's clock says {shown}. {KEPT}"
    if newest is not None and newest - now > TOLERATED:
        then = newest.astimezone(now.tzinfo)
        last = f"{words.long_day(then.date())} {then.year}, {words.clock(then)}"
        return f"This computer's clock says {shown}, but the newest entry was written on {last}. {KEPT}"
    return ""
