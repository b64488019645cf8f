"""What is denied: "no pain or numbness", "not strong"; kept word for word in the note, stored as nothing."""

from twitchlog.domain.quick_entry import circumstances, exposures, strengths, symptoms
from twitchlog.domain.quick_entry.amounts import length_at
from twitchlog.domain.quick_entry.drinks import drink_at
from twitchlog.domain.quick_entry.places import place_at, side_at
from twitchlog.domain.quick_entry.reading import Phrases, Reading
from twitchlog.domain.quick_entry.symptoms import COULD_NOT, ask_if_negated
from twitchlog.domain.quick_entry.tokens import Kind
from twitchlog.domain.quick_entry.vocabulary import Vocabulary

DENIALS = Phrases(
    dict.fromkeys(
        [
            "no",
            "not",
            "without",
            "never",
            "no longer",
            "isn't",
            "isnt",
            "wasn't",
            "wasnt",
            "aren't",
            "doesn't",
            "doesnt",
            "didn't",
            "didnt",
            "don't",
            "dont",
            "hasn't",
            "haven't",
            "neither",
        ],
        "no",
    )
)
ALONE = {"painless"}
FILLERS = {
    "any",
    "a",
    "an",
    "the",
    "my",
    "really",
    "very",
    "too",
    "that",
    "so",
    "more",
    "other",
    "have",
    "had",
    "feel",
    "felt",
    "been",
    "is",
    "was",
}
MEANWHILE = {"after", "following", "while", "during", "when"}
LINKS = {"in", "on", "of", "at"}
JOINTS = {"with", "in", "my", "the", "for", "and", "of", "on"}
NEITHER = {"or", "nor", "/"}
SIMPLE = (
    strengths.WORDS,
    symptoms.SURE,
    symptoms.HINTS,
    exposures.STRESS,
    exposures.SAT,
    exposures.SLEPT,
    circumstances.PATTERN,
    circumstances.ONGOING,
    circumstances.POSTURE,
    circumstances.VISIBLE,
    circumstances.PULSES,
)


def find_negations(reading: Reading, known: Vocabulary) -> None:
    """Keep every denial for the note; a symptom that "and" joins to it becomes a question."""
    for i in range(len(reading)):
        unable = COULD_NOT.at(reading, i)
        denial = DENIALS.at(reading, i)
        if unable:
            _keep_unable(reading, i, unable[1])
        elif denial:
            _keep_denial(reading, i, denial[1], known)
        elif reading.word(i) in ALONE:
            reading.keep(i, i + 1)


def _keep_unable(reading: Reading, start: int, end: int) -> None:
    """Could not open a jar: up to the next length, or the next place if the line names no other."""
    clause = reading.tokens[start].clause
    named = any(
        place_at(reading, i) for i in range(len(reading)) if i < start or reading.tokens[i].clause != clause
    )
    stop = end
    while (
        reading.joined(start, stop) and reading.free(stop) and not _stops_unable(reading, stop, named=named)
    ):
        stop += 1
    while stop > end and reading.word(stop - 1) in JOINTS:
        stop -= 1
    reading.keep(start, stop)


def _stops_unable(reading: Reading, i: int, *, named: bool) -> bool:
    place = side_at(reading, i) is not None or place_at(reading, i) is not None
    return (place and not named) or length_at(reading, i) is not None


def _keep_denial(reading: Reading, start: int, end: int, known: Vocabulary) -> None:
    stop = _denied_end(reading, end, known)
    while reading.joined(start, stop) and reading.word(stop) in NEITHER:
        further = _denied_end(reading, stop + 1, known)
        if further == stop + 1:
            break
        stop = further
    _ask_joined(reading, start, stop)
    reading.keep(start, stop)


def _denied_end(reading: Reading, i: int, known: Vocabulary) -> int:
    """Return the end of what is denied at ``i``: one known thing, or the unknown words up to the next one."""
    first = i
    while reading.joined(first - 1, i) and reading.word(i) in FILLERS | MEANWHILE:
        i += 1
    end = _known_end(reading, i, known) if reading.joined(first - 1, i) else None
    if end:
        return _with_its_place(reading, end)
    while reading.joined(first - 1, i) and _unknown(reading, i) and not _known_end(reading, i, known):
        i += 1
    return _with_its_place(reading, i)


def _unknown(reading: Reading, i: int) -> bool:
    word = reading.word(i)
    plain = reading.is_kind(i, Kind.WORD) and length_at(reading, i) is None
    return plain and word not in NEITHER | LINKS | {"and", "after", "while", "when", "at", "since"}


def _with_its_place(reading: Reading, i: int) -> int:
    """No pain in the right calf: the place is denied with it."""
    j = i
    while reading.joined(i - 1, j) and reading.word(j) in LINKS | {"the", "my"}:
        j += 1
    if j == i or not reading.joined(i - 1, j):
        return i
    return _place_end(reading, j) or i


def _place_end(reading: Reading, i: int) -> int | None:
    j = i + (side_at(reading, i) is not None)
    here = place_at(reading, j) if reading.joined(i, j) else None
    end = here.end if here else j
    if here and j == i and side_at(reading, end) and reading.joined(i, end):
        end += 1
    return end if end > i else None


def _known_end(reading: Reading, i: int, known: Vocabulary) -> int | None:
    length = length_at(reading, i)
    return length[1] if length else _concept_end(reading, i, known)


def _concept_end(reading: Reading, i: int, known: Vocabulary) -> int | None:
    """Return the end of the known thing at ``i`` that is no number, or ``None``."""
    for phrases in SIMPLE:
        found = phrases.at(reading, i)
        if found:
            return found[1]
    other = known.activity_at(reading, i) or drink_at(reading, i, known.drinks)
    return other[2] if other else _place_end(reading, i)


def _ask_joined(reading: Reading, start: int, stop: int) -> None:
    """No pain and weak: nobody can tell whether the second is denied as well."""
    symptom_denied = any(symptoms.SURE.at(reading, j) for j in range(start, stop))
    j = stop + 1
    while reading.joined(start, j) and reading.word(j) in FILLERS:
        j += 1
    second = (
        symptoms.SURE.at(reading, j) if reading.word(stop) == "and" and reading.joined(start, j) else None
    )
    if symptom_denied and second:
        ask_if_negated(reading, second[0], stop)
        reading.take(j, second[1], "symptom")
