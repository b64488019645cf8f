"""What is left of a line when everything understood is taken away: the person's own words."""

from twitchlog.domain.quick_entry.reading import STOP_WORDS, Reading
from twitchlog.domain.quick_entry.tokens import Kind


def note_of(reading: Reading) -> str:
    """Return the note: free words without the little ones, and what is kept exactly as typed, clause by clause."""
    clauses: dict[int, list[str]] = {}
    i = 0
    while i < len(reading):
        end = reading.kept.get(i, 0)
        if end or is_unknown(reading, i):
            clauses.setdefault(reading.tokens[i].clause, []).append(reading.typed(i, max(end, i + 1)))
        i = max(end, i + 1)
    return ", ".join(" ".join(pieces) for pieces in clauses.values())


def note_span(reading: Reading) -> tuple[int, int] | None:
    """Return the characters from the first to the last word of the note."""
    ends = [
        max(reading.kept.get(i, 0), i + 1)
        for i in range(len(reading))
        if i in reading.kept or is_unknown(reading, i)
    ]
    starts = [i for i in range(len(reading)) if i in reading.kept or is_unknown(reading, i)]
    return reading.span(starts[0], max(ends)) if starts else None


def is_unknown(reading: Reading, i: int) -> bool:
    """Whether the token is free and says something."""
    word = reading.word(i)
    return bool(word) and word not in STOP_WORDS and not word.startswith("twitch")


def bare_numbers(reading: Reading) -> list[int]:
    """Return the numbers that count nothing: "left calf 3", but not "3 spots" or "phase 2"."""
    return [
        i
        for i in range(len(reading))
        if reading.is_kind(i, Kind.NUMBER)
        and not (_word_beside(reading, i, i - 1) or _word_beside(reading, i, i + 1))
    ]


def _word_beside(reading: Reading, i: int, j: int) -> bool:
    return reading.joined(i, j) and reading.is_kind(j, Kind.WORD) and is_unknown(reading, j)
