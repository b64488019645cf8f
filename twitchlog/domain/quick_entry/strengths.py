"""How strong a twitch was: words from barely to very strong, and 2/5."""

from dataclasses import dataclass
from functools import partial

from twitchlog.domain.quick_entry.amounts import number_at
from twitchlog.domain.quick_entry.reading import Phrases, Reading, meanings
from twitchlog.domain.quick_entry.tokens import Kind
from twitchlog.domain.quick_entry.understood import Ask, Choice
from twitchlog.domain.words import STRENGTHS

WORDS = Phrases(
    meanings(
        {
            1: "barely,faint,tiny,very mild,very faint,very light,very slight,barely noticeable,very tiny",
            2: "mild,light,slight",
            3: "moderate,medium",
            4: "strong,hard",
            5: "severe,intense,violent,very strong,very hard,very severe,very intense,very violent",
        }
    )
)
NAMES = {"strength", "intensity", "severity"}


@dataclass(slots=True, eq=False)
class Strength:
    """A strength in the line, 1 to 5, over the tokens ``start`` to before ``end``."""

    level: int
    start: int
    end: int


def find_strengths(reading: Reading) -> list[Strength]:
    """Take every strength; a number on another scale becomes a question."""
    found: list[Strength] = []
    for i in range(len(reading)):
        at = _word_at(reading, i) or _scale_at(reading, i)
        if at is None:
            continue
        level, end = at
        start = i - _follows(reading, i)
        reading.take(start, end, "strength")
        if 1 <= level <= 5:
            found.append(Strength(int(level), start, end))
            reading.chip(STRENGTHS[int(level)], "strength", i, end)
        else:
            reading.ask("strength", partial(_strength_ask, reading, i, end))
    return found


def _follows(reading: Reading, i: int) -> bool:
    """Whether the word before joins it to another strength: "mild to moderate"."""
    joint = reading.joined(i - 2, i) and reading.word(i - 1) in {"to", "or", "/", "-"}
    return joint and reading.owners[i - 2] == "strength"


def _word_at(reading: Reading, i: int) -> tuple[float, int] | None:
    found = WORDS.at(reading, i)
    return None if found and reading.word(i) == "hard" and reading.word(found[1]) == "to" else found


def _scale_at(reading: Reading, i: int) -> tuple[float, int] | None:
    """2/5, 2 of 5, 2 out of 5, strength 2; a level outside 1 to 5 stands for any other scale."""
    if reading.word(i) in NAMES and reading.joined(i, i + 1):
        after = _scale_at(reading, i + 1) if i + 1 < len(reading) else None
        return after or number_at(reading, i + 1)
    if reading.is_kind(i, Kind.FRACTION):
        level, of = (int(side) for side in reading.word(i).split("/"))
        return (level if of == 5 else 0, i + 1)
    number = reading.number(i)
    for words in (("of", "5"), ("out", "of", "5")):
        if number is not None and reading.joined(i, i + 1) and reading.matches(i + 1, words):
            return number if number == int(number) else 0, i + 1 + len(words)
    return None


def _strength_ask(reading: Reading, start: int, end: int) -> Ask:
    choices = [
        Choice(code=str(level), words=f"{level} {word}", line=reading.edited([(start, end, f"{level}/5")]))
        for level, word in STRENGTHS.items()
    ]
    return Ask(field="strength", choices=tuple(choices))
