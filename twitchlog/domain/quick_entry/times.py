"""When: clock times, days, parts of a day, "ago" and "since", as said and not yet placed on the calendar."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from twitchlog.domain.errors import RecordError
from twitchlog.domain.quick_entry.amounts import UNITS, Length
from twitchlog.domain.quick_entry.clocks import LocalClock
from twitchlog.domain.quick_entry.faces import HOUR_AFTER, MOMENTS, ROUGH, checked_face, faces_at
from twitchlog.domain.quick_entry.reading import Reading
from twitchlog.domain.quick_entry.tokens import Kind
from twitchlog.domain.texts import moment_from

WEEKDAY_NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS = {name: n for n, name in enumerate(WEEKDAY_NAMES)} | {
    name[:3]: n for n, name in enumerate(WEEKDAY_NAMES)
}
WEEKDAYS |= {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
ALSO_WORDS = {"sat", "sun"}
MONTH_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
MONTHS = {name: n for n, name in enumerate(MONTH_NAMES, 1)} | {
    name[:3]: n for n, name in enumerate(MONTH_NAMES, 1)
}
MONTHS |= {"sept": 9}
PARTS = {"morning": 8, "afternoon": 15, "evening": 20, "night": 22}
"""The hour that stands for a part of the day; always about."""

PART_HOURS = {"morning": range(12), "afternoon": range(12, 19), "evening": range(16, 24)}
NIGHT_HOURS = {*range(6), *range(18, 24)}
PREFIXES = {
    "at",
    "around",
    "about",
    "approx",
    "ca",
    "circa",
    "since",
    "from",
    "on",
    "in",
    "the",
    "this",
    "last",
    "all",
}
PREFIXES |= {"whole", "entire", "during", "roughly"}
LINKS = ROUGH | {"at", "on", "in", "the"}
WHOLE = {"all", "whole", "entire"}
FUTURE = {"tomorrow", "tmrw", "tomorow"}
VAGUE_DAYS = {"week", "month", "year", "weekend"}

FUTURE_SAID = "That has not happened yet. Write it down when it has."
WHICH_DAY = "It is not clear which day is meant. Type the day, for example Tue 18:00 or 2026-11-17 18:00."


@dataclass(slots=True, eq=False)
class Said:
    """A time as it was said.

    ``dates`` are the days it may mean, none when no day was said. ``clocks`` are the readings of a clock time.
    ``part`` is a part of the day. ``at`` is an instant that needs no calendar. ``spans`` are the token ranges.
    ``strays`` when a clock time before the day start may belong to the next date as well.
    """

    spans: list[tuple[int, int]]
    dates: tuple[date, ...] = ()
    clocks: tuple[tuple[int, int], ...] = ()
    part: str = ""
    at: datetime | None = None
    about: bool = False
    since: bool = False
    today: bool = False
    strays: bool = False
    used: bool = False
    words: set[str] = field(default_factory=set)

    @property
    def start(self) -> int:
        """The first token of it."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """The token after it."""
        return self.spans[-1][1]

    @property
    def empty(self) -> bool:
        """Whether nothing was said after all."""
        return not (self.dates or self.clocks or self.part or self.at or self.today)

    def joins(self, other: "Said") -> bool:
        """Whether the two complete each other: a day here, a clock time there."""
        days = bool(self.dates or self.today) + bool(other.dates or other.today)
        hours = bool(self.clocks or self.part) + bool(other.clocks or other.part)
        return days <= 1 and hours <= 1 and not self.at and not other.at

    def with_(self, other: "Said") -> None:
        """Take over what the other one says."""
        self.spans += other.spans
        self.dates, self.clocks = self.dates or other.dates, self.clocks or other.clocks
        self.part, self.today = self.part or other.part, self.today or other.today
        self.about, self.since = self.about or other.about, self.since or other.since
        self.strays = self.strays or other.strays


def find_times(reading: Reading, lengths: list[Length], clock: LocalClock) -> list[Said]:
    """Take every time; a length before "ago" or after "since" becomes one."""
    found = _ago(reading, lengths, clock) + _vaguely_ago(reading, clock)
    for i in range(len(reading)):
        if not reading.free(i):
            continue
        if reading.word(i) in FUTURE or (reading.word(i) == "next" and reading.word(i + 1) in VAGUE_DAYS):
            reading.refuse(FUTURE_SAID)
            reading.take(i, i + 1 + (reading.word(i) == "next"), "time")
        said = _said_at(reading, i, clock)
        if said:
            reading.take(said.start, said.end, "time")
            if said.words & WHOLE:
                reading.kept[said.start] = said.end
            found.append(said)
    return sorted(found, key=lambda each: each.start)


def _ago(reading: Reading, lengths: list[Length], clock: LocalClock) -> list[Said]:
    found: list[Said] = []
    for length in list(lengths):
        ago = reading.word(length.end) in {"ago", "earlier"} and reading.joined(length.start, length.end)
        if not ago and not length.since:
            continue
        end = length.end + ago
        delta = timedelta(seconds=round(length.seconds))
        said = Said([(length.start, end)], about=length.about, since=length.since)
        if length.days and not length.since:
            said.dates = (clock.today - timedelta(days=delta.days),)
        else:
            said.at, said.about = clock.back(delta), length.about or length.days
        reading.take(length.start, end, "time")
        lengths.remove(length)
        found.append(said)
    return found


def _now_at(reading: Reading, i: int, clock: LocalClock) -> Said | None:
    """Now, just now, right now; all day, whose beginning nobody knows."""
    day = reading.word(i) in WHOLE and reading.word(i + 1) == "day"
    j = i + (day or (reading.word(i) in {"just", "right"} and reading.joined(i, i + 1)))
    if not day and reading.word(j) != "now":
        return None
    return Said([(i, j + 1)], at=clock.now, about=day, words={reading.word(i)})


def _vaguely_ago(reading: Reading, clock: LocalClock) -> list[Said]:
    """A few minutes ago: about now, and the note says how long."""
    found = []
    for start, end in list(reading.kept.items()):
        if reading.owners[start] == "note" and reading.joined(start, end) and reading.word(end) == "ago":
            reading.keep(start, end + 1)
            found.append(Said([(start, end + 1)], at=clock.now, about=True))
    return found


def _said_at(reading: Reading, i: int, clock: LocalClock) -> Said | None:
    now = _now_at(reading, i, clock)
    if now:
        return now
    said = Said([(i, i)])
    j = _prefixes(reading, i, said)
    for _ in range(3):
        end = reading.joined(i, j) and (
            _day(reading, j, said, clock) or _clock(reading, j, said) or _part(reading, j, said, clock)
        )
        if not end:
            break
        said.spans = [(i, end)]
        said.words |= {reading.word(k) for k in range(i, j)}
        j = end
        while reading.joined(i, j) and reading.word(j) in LINKS and j - end < 3:
            j += 1
    said.about = said.about or bool(said.words & ROUGH)
    return None if said.empty else said


def _prefixes(reading: Reading, i: int, said: Said) -> int:
    j = i
    while reading.joined(i, j) and reading.word(j) in PREFIXES and j - i < 4:
        said.words.add(reading.word(j))
        j += 1
    said.since = "since" in said.words
    return j


def _day(reading: Reading, j: int, said: Said, clock: LocalClock) -> int | None:
    if said.dates or said.today:
        return None
    word = reading.word(j)
    if word == "today":
        said.today = True
        return j + 1
    if word in VAGUE_DAYS and "last" in said.words:
        reading.refuse(WHICH_DAY)
        return None
    if word == "yesterday":
        return _yesterday(said, j, clock)
    if reading.matches(j, ("day", "before", "yesterday")):
        said.dates = (clock.today - timedelta(days=2),)
        return j + 3
    if word in WEEKDAYS and (word not in ALSO_WORDS or _is_weekday(reading, j)):
        said.dates, said.strays = _weekday_dates(WEEKDAYS[word], clock), True
        return j + 1
    return _calendar(reading, j, said, clock)


def _yesterday(said: Said, j: int, clock: LocalClock) -> int:
    """After midnight, before the day start, it may be either of two days."""
    days = (1, 2) if clock.before_day_start else (1,)
    said.dates, said.strays = tuple(clock.today - timedelta(days=n) for n in days), True
    return j + 1


def _weekday_dates(weekday: int, clock: LocalClock) -> tuple[date, ...]:
    back = (clock.today.weekday() - weekday) % 7
    return tuple(clock.today - timedelta(days=n) for n in ((0, 7) if back == 0 else (back,)))


def is_saturday(reading: Reading, i: int) -> bool:
    """Whether "sat" at ``i`` is the day and not what was done."""
    return reading.word(i) == "sat" and _is_weekday(reading, i)


def _is_weekday(reading: Reading, j: int) -> bool:
    """Tell "Sat 18:00" from "sat 3 h", and "Sun" from the sun."""
    if reading.raw(j - 1) in {"on", "last"}:
        return True
    k = j + 1
    while reading.raw(k) in HOUR_AFTER - {"from", "since"}:
        k += 1
    if not reading.joined(j, k):
        return False
    token = reading.tokens[k]
    if token.kind is Kind.CLOCK or token.text in PARTS or token.text in MOMENTS:
        return True
    plain = token.number is not None and reading.raw(k + 1) not in UNITS
    return plain and (k > j + 1 or reading.raw(k + 1) in {"am", "pm"})


def _calendar(reading: Reading, j: int, said: Said, clock: LocalClock) -> int | None:
    if reading.is_kind(j, Kind.DATE):
        _iso(reading, reading.word(j), said, clock)
        return j + 1
    number, month, end = reading.number(j), MONTHS.get(reading.word(j + 1)), j + 2
    if number is None:
        number, month = reading.number(j + 1), MONTHS.get(reading.word(j))
    if number is None or month is None or number != int(number) or not reading.joined(j, j + 1):
        return None
    if reading.word(end) in UNITS:
        return None
    year = reading.number(end) if reading.joined(j, end) else None
    dated = year is not None and year == int(year) and year > 1900
    _dated(reading, said, (int(year or 0) if dated else 0, month, int(number)), clock)
    return end + dated


def _dated(reading: Reading, said: Said, parts: tuple[int, int, int], clock: LocalClock) -> None:
    year, month, number = parts
    try:
        day = date(year or clock.today.year, month, number)
        said.dates = (day if year or day <= clock.today else day.replace(year=day.year - 1),)
    except ValueError:
        reading.refuse(f"{number} {MONTH_NAMES[month - 1].capitalize()} is not a day that exists.")
        said.today = True


def _iso(reading: Reading, text: str, said: Said, clock: LocalClock) -> None:
    text = text.upper()
    said.today = True
    try:
        day = date.fromisoformat(text[:10])
        if len(text) not in {10, 16, 19}:
            said.at = moment_from("onset", text if text[16] == ":" else f"{text[:16]}:00{text[16:]}")
        elif len(text) > 10:
            said.clocks = (checked_face(int(text[11:13]), int(text[14:16])),)
    except (ValueError, RecordError):
        reading.refuse(f"{text} is not a time that exists.")
        return
    if not 1900 < day.year < 2200 or day > clock.today + timedelta(days=1):
        reading.refuse(FUTURE_SAID if day > clock.today else f"{text[:10]} is too long ago.")
        return
    said.dates, said.today = (day,), False


def _clock(reading: Reading, j: int, said: Said) -> int | None:
    if said.clocks:
        return None
    found = faces_at(reading, j, after_day=bool(said.dates or said.part) and said.end == j)
    if found is None:
        return None
    said.clocks, end = found
    said.today = said.today or not said.clocks
    return end


def _part(reading: Reading, j: int, said: Said, clock: LocalClock) -> int | None:
    word = {"tonight": "night", "overnight": "night"}.get(reading.word(j), reading.word(j))
    if word not in PARTS or said.part:
        return None
    said.part = word
    lone_night = (
        word == "night" and not said.dates and not said.words & {"this"} and reading.word(j) != "tonight"
    )
    if "last" in said.words or lone_night:
        _yesterday(said, j, clock)
    return j + 1
