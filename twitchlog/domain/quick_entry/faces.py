"""Clock times as typed: 9:15, 9pm, "at 9", "half past 9", and the readings each can have."""

import re

from twitchlog.domain.quick_entry.amounts import NUMBER_WORDS, UNITS
from twitchlog.domain.quick_entry.reading import Reading
from twitchlog.domain.quick_entry.tokens import Kind

ROUGH = {"around", "about", "approx", "ca", "circa", "roughly"}
HOUR_AFTER = ROUGH | {"at", "since", "from"}
"""Words after which a number alone is an hour."""

MOMENTS = {"noon": (12, 0), "midday": (12, 0), "midnight": (0, 0)}
DOTTED = re.compile(r"([0-9]{1,2})[.]([0-9]{2})")

Faces = tuple[tuple[int, int], ...]


def faces_at(reading: Reading, j: int, *, after_day: bool) -> tuple[Faces, int] | None:
    """Return the readings (hour, minute) of the clock time at ``j`` and where it ends.

    ``after_day`` when a day or part of one stands right before, so that a number alone is an hour. A time that no
    clock shows has no readings, and the line is refused.
    """
    if reading.word(j) in MOMENTS:
        return (MOMENTS[reading.word(j)],), j + 1
    face = _past_at(reading, j) or _face_at(reading, j, after_day=after_day)
    if face is None:
        return None
    hour, minute, end = face
    half, end = _half_of_day(reading, end) if reading.joined(j, end) else ("", end)
    try:
        return _readings(*checked_face(hour, minute), half, exact=reading.word(j).startswith("0")), end
    except ValueError:
        reading.refuse(f"{reading.typed(j, end)} is not a time of day.")
        return (), end


def _hour_before(hour: int) -> int:
    return (hour - 2) % 12 + 1 if hour <= 12 else hour - 1


def _face_at(reading: Reading, j: int, *, after_day: bool) -> tuple[int, int, int] | None:
    """Return hour, minute and end of 9:15, 9pm, "at 9", "at 9.15", "9 o'clock"."""
    word, number = reading.word(j), reading.number(j)
    if reading.is_kind(j, Kind.CLOCK):
        hour, minute = word.split(":")
        return int(hour), int(minute), j + 1
    asked = reading.raw(j - 1) in HOUR_AFTER or after_day
    marked = reading.joined(j, j + 1) and (
        bool(_half_of_day(reading, j + 1)[0]) or reading.word(j + 1) == "o'clock"
    )
    if not (asked or marked) or _counts_something(reading, j):
        return None
    dotted = DOTTED.fullmatch(word)
    if dotted:
        return int(dotted[1]), int(dotted[2]), j + 1
    number = NUMBER_WORDS.get(word) if number is None else number
    if number is None or number != int(number):
        return None
    return int(number), 0, j + 1 + (reading.word(j + 1) == "o'clock")


def _counts_something(reading: Reading, j: int) -> bool:
    after = reading.raw(j + 1) if reading.joined(j, j + 1) else ""
    return after in UNITS or after in {"x", "times"} or after.startswith("twitch")


def _past_at(reading: Reading, j: int) -> tuple[int, int, int] | None:
    """Return hour, minute and end of "half past 9", "quarter to 9"."""
    part, link = reading.word(j), reading.word(j + 1)
    if part not in {"half", "quarter"} or link not in {"past", "to"} or not reading.joined(j, j + 2):
        return None
    hour = reading.number(j + 2) or NUMBER_WORDS.get(reading.word(j + 2))
    if hour is None or hour != int(hour):
        return None
    minutes = 30 if part == "half" else 15
    return (int(hour), minutes, j + 3) if link == "past" else (_hour_before(int(hour)), 60 - minutes, j + 3)


def _half_of_day(reading: Reading, j: int) -> tuple[str, int]:
    word = reading.word(j)
    if word in {"am", "pm"}:
        return word, j + 1
    if word in {"a", "p"} and reading.word(j + 1) == "m" and reading.joined(j, j + 1):
        return f"{word}m", j + 2
    return "", j


def _readings(hour: int, minute: int, half: str, *, exact: bool) -> tuple[tuple[int, int], ...]:
    if half and hour <= 12:
        return ((hour % 12 + 12 * (half == "pm"), minute),)
    if exact or hour > 12 or (hour == 12 and minute) or hour == 0:
        return ((hour, minute),)
    return ((hour % 12, minute), (hour % 12 + 12, minute))


def checked_face(hour: int, minute: int) -> tuple[int, int]:
    """Return a time of day; refuse 25:00.

    Raises:
        ValueError: there is no such time.
    """
    if hour > 23 or minute > 59:
        raise ValueError
    return hour, minute
