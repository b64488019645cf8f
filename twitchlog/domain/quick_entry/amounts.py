"""Numbers and lengths of time as people type them: "30s", "1,5 min", "half an hour", "2 h 15"."""

from dataclasses import dataclass

from twitchlog.domain.quick_entry.reading import Reading
from twitchlog.domain.quick_entry.tokens import Kind

NUMBER_WORDS: dict[str, float] = {
    word: number
    for number, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        start=1,
    )
}
NUMBER_WORDS |= {
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
}

MINUTE, HOUR, DAY = 60, 3_600, 86_400
SIZES = {1: "s sec secs second seconds", MINUTE: "m min mins minute minutes", HOUR: "h hr hrs hour hours"}
SIZES |= {
    DAY: "d day days",
    7 * DAY: "w wk wks week weeks",
    30 * DAY: "month months",
    365 * DAY: "year years",
}
UNITS = {word: size for size, words in SIZES.items() for word in words.split()}
WHOLE_UNITS = {"second", "minute", "hour", "day", "week", "month", "year"}
LONGEST = 100 * 365 * DAY

VAGUE = {"few", "several", "couple", "some", "many"}
BOUNDS = {"under", "over", "nearly", "almost"}
BOUND_PAIRS = {("up", "to"), ("at", "least"), ("at", "most")}
COMPARED = {"less", "more", "longer", "shorter", "fewer"}
UP_TO_NOW = {"last", "past"}
ROUGHLY = {"about", "around", "roughly", "approximately", "approx", "ca", "circa", "some"}


@dataclass(slots=True, eq=False)
class Length:
    """A length of time in the line, in seconds, over the tokens ``start`` to before ``end``.

    ``days`` when it was said in days or longer; ``since`` when it reaches up to now ("for the last hour"); ``about``
    when it was called rough. ``used`` once something has claimed it.
    """

    seconds: float
    start: int
    end: int
    days: bool = False
    since: bool = False
    about: bool = False
    used: bool = False


def number_at(reading: Reading, i: int) -> tuple[float, int] | None:
    """Return the number at ``i``, in figures or in words, and where it ends."""
    number = reading.number(i)
    if number is None:
        word = NUMBER_WORDS.get(reading.word(i))
        return (word, i + 1) if word is not None else None
    half = reading.number(i + 1)
    if reading.word(i + 1) == "½" and half and reading.joined(i, i + 1):
        return number + half, i + 2
    return number, i + 1


def length_at(reading: Reading, i: int) -> tuple[float, int] | None:
    """Return the length of time at ``i`` in seconds, and where it ends."""
    first = _fraction_at(reading, i) or _one_at(reading, i) or _counted_at(reading, i)
    if first is None or not 0 < first[0] <= LONGEST:
        return None
    return first


def _fraction_at(reading: Reading, i: int) -> tuple[float, int] | None:
    """Half an hour, half hour, quarter of an hour, 1/2 h."""
    part = {"half": 0.5, "quarter": 0.25}.get(reading.word(i), 0.0)
    if reading.is_kind(i, Kind.FRACTION):
        above, below = (int(side) for side in reading.word(i).split("/"))
        part = above / below if below in {2, 3, 4} and above < below else 0.0
    if not part:
        return None
    j = i + 1
    while reading.word(j) in {"of", "a", "an"} and j < i + 4:
        j += 1
    size = UNITS.get(reading.word(j))
    return (part * size, j + 1) if size and reading.joined(i, j) else None


def _one_at(reading: Reading, i: int) -> tuple[float, int] | None:
    """A minute, an hour, an hour and a half, the last hour."""
    unit = reading.word(i + 1)
    if reading.word(i) in UP_TO_NOW and unit in {"minute", "hour"} and reading.joined(i, i + 1):
        return UNITS[unit], i + 2
    if reading.word(i) not in {"a", "an"} or unit not in WHOLE_UNITS or not reading.joined(i, i + 1):
        return None
    size = UNITS[unit]
    if reading.matches(i + 2, ("and", "a", "half")) and reading.joined(i, i + 2):
        return 1.5 * size, i + 5
    return size, i + 2


def _counted_at(reading: Reading, i: int) -> tuple[float, int] | None:
    """5 min, 1,5 h, five minutes, 1 h 30 min, 1h30, one and a half hours."""
    counted = number_at(reading, i)
    if counted is None:
        return None
    number, j = counted
    if reading.matches(j, ("and", "a", "half")) and reading.joined(i, j):
        number, j = number + 0.5, j + 3
    size = UNITS.get(reading.word(j))
    if size is None or not reading.joined(i, j):
        return None
    rest, end = _rest_at(reading, j + 1, size)
    return number * size + rest, end


def _rest_at(reading: Reading, i: int, size: int) -> tuple[float, int]:
    j = i + (reading.word(i) == "and")
    more = number_at(reading, j)
    if more is None or size == 1 or not reading.joined(i - 1, j):
        return 0, i
    smaller = UNITS.get(reading.word(more[1])) if reading.joined(j, more[1]) else None
    if smaller is not None and smaller < size:
        return more[0] * smaller, more[1] + 1
    glued = reading.tokens[j].start == reading.tokens[i - 1].end
    return (more[0] * MINUTE, more[1]) if glued and size == HOUR and more[0] < 60 else (0, i)


def vague_at(reading: Reading, i: int) -> int | None:
    """Return the end of an amount that is no one length: "a few seconds", "5-10 min", "3 x 10 s", "under an hour"."""
    end = _few_at(reading, i) or _range_at(reading, i) or _bound_at(reading, i)
    return end if end and reading.joined(i, end - 1) else None


def _few_at(reading: Reading, i: int) -> int | None:
    j = i + (reading.word(i) == "a")
    if reading.word(j) not in VAGUE:
        return None
    j += 1 + (reading.word(j + 1) == "of")
    return j + 1 if reading.word(j) in UNITS else None


def _range_at(reading: Reading, i: int) -> int | None:
    first = number_at(reading, i)
    if first is None:
        return None
    j = first[1] + (reading.word(first[1]) in UNITS and reading.word(first[1] + 1) in {"-", "to", "or"})
    if reading.word(j) not in {"-", "to", "or", "x", "times"}:
        return None
    length = length_at(reading, j + 1)
    return length[1] if length else None


def _bound_at(reading: Reading, i: int) -> int | None:
    pair = (reading.word(i), reading.word(i + 1))
    if pair in BOUND_PAIRS or (pair[0] in COMPARED and pair[1] == "than"):
        length = length_at(reading, i + 2)
    elif pair[0] in BOUNDS and reading.word(i - 1) != "all":
        length = length_at(reading, i + 1)
    else:
        return None
    return length[1] if length else None


def find_lengths(reading: Reading) -> list[Length]:
    """Take every length of time, with the words before it that belong to it, and keep the vague ones as typed."""
    lengths: list[Length] = []
    for i in range(len(reading)):
        if not reading.free(i):
            continue
        vague = vague_at(reading, i)
        exact = None if vague else length_at(reading, i)
        if vague:
            reading.keep(i, vague)
        elif exact:
            lengths.append(_length(reading, i, *exact))
    return lengths


def _length(reading: Reading, i: int, seconds: float, end: int) -> Length:
    words = {reading.word(j) for j in range(i, end)}
    days = any(UNITS.get(word, 0) >= DAY for word in words)
    length = Length(seconds, i, end, days=days, since=bool(words & UP_TO_NOW))
    while reading.joined(length.start - 1, i) and _belongs(reading.word(length.start - 1), length):
        length.start -= 1
    reading.take(length.start, end, "length")
    return length


def _belongs(word: str, length: Length) -> bool:
    length.about = length.about or word in ROUGHLY
    length.since = length.since or word in UP_TO_NOW | {"since"}
    return word in ROUGHLY or word in {"for", "since"} or (word in UP_TO_NOW | {"the"} and length.since)
