"""Exercise, drinks, stress, sitting and sleep in a line, with the amounts and times that belong to them."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from twitchlog.domain.exposures import Effort
from twitchlog.domain.quick_entry.activities import EFFORTS, VERBS
from twitchlog.domain.quick_entry.amounts import Length, number_at
from twitchlog.domain.quick_entry.drinks import drink_at, milligrams_beside, servings_before
from twitchlog.domain.quick_entry.reading import Phrases, Reading, meanings
from twitchlog.domain.quick_entry.times import Said, is_saturday
from twitchlog.domain.quick_entry.tokens import Kind
from twitchlog.domain.quick_entry.understood import Ask, Choice
from twitchlog.domain.quick_entry.vocabulary import Vocabulary
from twitchlog.domain.words import STRESS_LEVELS
from twitchlog.domain.words import length as length_words

Family = Literal["exercise", "caffeine", "stress", "sitting", "sleep"]

SLEPT = Phrases(dict.fromkeys(["slept", "sleep", "hours of sleep", "of sleep"], "sleep"))
SAT = Phrases(
    dict.fromkeys(["sat", "sat down", "been sitting", "sitting", "sat at desk", "sitting down"], "sitting")
)
STRESS = Phrases(
    dict.fromkeys(
        ["stress", "stressed", "stressful", "stress level", "stressed out", "very stressed"], "stress"
    )
)
LEVELS = Phrases(
    meanings(
        {
            1: "calm",
            2: "a little,little,a bit,mild",
            3: "medium,moderate",
            4: "high",
            5: "very high",
        }
    )
)
LASTING = {"exercise", "sitting", "sleep"}
AFTER = {"after", "following"}
NOT_THEN = {"before", "during", "while", "when", "whilst", "until"}
BETWEEN = {"a", "an", "the", "my", "our", "some", "long", "short", "quick", "big", "small", "this"}
FILLERS = {"at", "was", "is", "of", "level", "only", "about"}


@dataclass(slots=True, eq=False)
class Exposure:
    """One exposure in the line, over the tokens ``start`` to before ``end`` with all that belongs to it.

    ``name`` is the activity or drink. ``servings`` counts drinks, or hours of sleep typed without a unit. ``lead`` is the token "after", when it is said to have ended before.
    ``going_on`` for a form like "running". ``gap`` is the length that lies between its end and the twitch.
    """

    family: Family
    name: str
    start: int
    end: int
    lead: int | None = None
    going_on: bool = False
    servings: float | None = None
    mg: float | None = None
    level: int | None = None
    effort: Effort | None = None
    length: Length | None = None
    gap: Length | None = None
    said: Said | None = None

    def widen(self, start: int, end: int) -> None:
        """Take in what stands beside it."""
        self.start, self.end = min(self.start, start), max(self.end, end)


def find_exposures(reading: Reading, known: Vocabulary) -> list[Exposure]:
    """Take the words of every exposure with their counts and levels; lengths and times come later."""
    found: list[Exposure] = []
    for i in range(len(reading)):
        here = _other(reading, i) or _caffeine(reading, i, known) or _exercise(reading, i, known)
        if here and not _denied(reading, here):
            reading.take(here.start, here.end, here.family)
            found.append(here)
    return found


def _other(reading: Reading, i: int) -> Exposure | None:
    sleep, sat, stress = SLEPT.at(reading, i), SAT.at(reading, i), STRESS.at(reading, i)
    if sleep:
        hours = reading.number(sleep[1]) if reading.joined(i, sleep[1]) else None
        return Exposure("sleep", "sleep", i, sleep[1] + (hours is not None), servings=hours)
    if sat and not is_saturday(reading, i):
        return Exposure("sitting", "sitting", i, sat[1], going_on=reading.word(i) == "sitting")
    return _stress(reading, i, stress[1]) if stress else None


def _stress(reading: Reading, i: int, end: int) -> Exposure:
    here = Exposure("stress", "stress", i, end)
    j = end
    while reading.joined(i, j) and reading.word(j) in FILLERS and j - end < 3:
        j += 1
    level, after = _level_at(reading, j) if reading.joined(i, j) else (None, end)
    if level is not None:
        here.widen(i, after)
        here.level = level
        return here
    for start in (i - 2, i - 1):
        words = LEVELS.at(reading, start) if reading.joined(start, i) else None
        if words and words[1] == i:
            here.widen(start, end)
            here.level = words[0]
            break
    return here


def _level_at(reading: Reading, j: int) -> tuple[int | None, int]:
    """Return the level at ``j``; 0 stands for a number on no scale of 1 to 5."""
    if reading.is_kind(j, Kind.FRACTION):
        level, of = (int(side) for side in reading.word(j).split("/"))
        return (level if of == 5 and level <= 5 else 0), j + 1
    words = LEVELS.at(reading, j)
    if words:
        return words
    number = number_at(reading, j)
    if number is None:
        return None, j
    fits = number[0] == int(number[0]) and 1 <= number[0] <= 5
    return (int(number[0]) if fits else 0), number[1]


def _caffeine(reading: Reading, i: int, known: Vocabulary) -> Exposure | None:
    found = drink_at(reading, i, known.drinks)
    if found is None:
        return None
    name, plural, end = found
    servings, start = servings_before(reading, i, plural=plural)
    mg, start, end = milligrams_beside(reading, start, end)
    return Exposure("caffeine", name, start, end, servings=servings, mg=mg)


def _exercise(reading: Reading, i: int, known: Vocabulary) -> Exposure | None:
    found = known.activity_at(reading, i)
    if found is None or reading.raw(i - 1) == "still":
        return None
    activity, going_on, end = found
    return Exposure("exercise", activity, i, end, going_on=going_on)


def _denied(reading: Reading, here: Exposure) -> bool:
    """Look back for "after", "before" or "while"; what is before or meanwhile stays in the note."""
    i = here.start - 1
    if here.family in {"stress", "sleep"}:
        return False
    while reading.joined(i, here.start) and _stands_between(reading, i):
        i -= 1
    if not reading.joined(i, here.start) or reading.raw(i) not in AFTER | NOT_THEN or not reading.free(i):
        return False
    if reading.raw(i) in AFTER:
        here.lead = i
        if reading.word(i - 1) in {"right", "just", "shortly", "straight"} and reading.joined(i - 1, i):
            reading.take(i - 1, i, here.family)
            here.lead = i - 1
        reading.take(i, i + 1, here.family)
        return False
    if here.name in {"walk", "sitting"} and here.going_on and reading.raw(i) not in {"before", "until"}:
        return True
    reading.keep(i, here.end)
    return True


def _stands_between(reading: Reading, i: int) -> bool:
    if reading.owners[i] == "length":
        return True
    return (
        reading.word(i) in BETWEEN or reading.word(i) in EFFORTS or reading.word(i) in {"morning", "evening"}
    )


def attach(reading: Reading, found: list[Exposure], lengths: list[Length], places: set[int]) -> None:
    """Give every exposure the effort and length beside it; ``places`` are the clauses that name a place."""
    for here in found:
        take_effort(reading, here)
        if here.family in LASTING:
            if not _leaves_length(reading, here) or reading.tokens[here.start].clause not in places:
                _length_before(reading, here, lengths)
            _length_after(reading, here, lengths, places)
        take_effort(reading, here)
    for here in found:
        if here.length is None and here.family in LASTING:
            _only_length(reading, here, found, lengths, places)


def _is_posture(here: Exposure) -> bool:
    """Sitting or walking as a twitch comes is what the body was doing, unless more is said."""
    return here.going_on and here.lead is None and here.name in {"walk", "sitting"}


def _leaves_length(reading: Reading, here: Exposure) -> bool:
    """Whether a length before it, beside a place, is the twitch's."""
    return _is_posture(here) or any(reading.raw(i) in VERBS for i in range(here.start, here.end))


def let_go(reading: Reading, here: Exposure, places: set[int]) -> bool:
    """Give back the words of what was no exposure after all: "sitting" alone, "left calf running"."""
    if here.lead is not None or here.length or here.servings or here.family not in LASTING:
        return False
    if here.said and here.family != "sleep":
        return False
    if here.family in {"sitting", "sleep"} or _is_posture(here):
        reading.take(here.start, here.end, "")
        return True
    if here.going_on and reading.tokens[here.start].clause in places:
        reading.keep(here.start, here.end)
        return True
    return False


def take_effort(reading: Reading, here: Exposure) -> None:
    """Take the word beside an activity that says how hard it was."""
    if here.family != "exercise":
        return
    for i in (here.start - 1, here.end):
        effort = EFFORTS.get(reading.word(i)) if reading.joined(i, here.start) else None
        if effort and here.effort is None:
            here.effort = effort
            reading.take(i, i + 1, here.family)
            here.widen(i, i + 1)


def _length_before(reading: Reading, here: Exposure, lengths: list[Length]) -> None:
    i = here.start
    while reading.joined(i - 1, here.start) and reading.word(i - 1) in BETWEEN | {"of"}:
        i -= 1
    length = next((each for each in lengths if each.end == i and not each.used), None)
    if length and reading.joined(length.start, here.start):
        length.used, here.length = True, length
        here.widen(length.start, here.end)


def _length_after(reading: Reading, here: Exposure, lengths: list[Length], places: set[int]) -> None:
    length = next((each for each in lengths if each.start == here.end and not each.used), None)
    if length is None or here.length or not reading.joined(here.end, here.start):
        return
    certain = here.family == "sleep" or (
        here.family == "sitting" and (here.lead is not None or not here.going_on)
    )
    length.used = True
    if certain or reading.tokens[here.start].clause not in places:
        here.length = length
        here.widen(here.start, length.end)
        return
    reading.ask("length", partial(whose_ask, reading, here, "length", (length.start, length.end)))


def whose_ask(reading: Reading, here: Exposure, field: str, amount: tuple[int, int]) -> Ask:
    """Ask whether an amount or time right after an exposure is the twitch's or its own.

    A comma decides: after the exposure it is the twitch's, around both it is the exposure's.
    """
    (begin, end), start = amount, here.start if here.lead is None else here.lead
    together = reading.edited([(start, start, ","), (end, end, ",")])
    return _either_ask(here, field, reading.edited([(begin, begin, ",")]), together)


def gap_ask(reading: Reading, here: Exposure, gap: Length) -> Ask:
    """Ask whether "5 min after run" is how long the twitch lasted or how long before it the run ended."""
    last = reading.typed(here.end - 1, here.end)
    ago = f"{last} {reading.typed(gap.start, gap.end)} ago,"
    together = reading.edited([(gap.start, gap.end, ""), (here.end - 1, here.end, ago)])
    length = length_words(round(gap.seconds))
    asked = _either_ask(here, "length", reading.edited([(gap.end, gap.end, ",")]), together)
    lasted, between = asked.choices
    lasted = replace(lasted, words=f"the twitch lasted {length}")
    return replace(asked, choices=(lasted, replace(between, words=f"{length} after the {here.name}")))


def _either_ask(here: Exposure, field: str, apart: str, together: str) -> Ask:
    """Ask whose an amount or time is; ``apart`` is the line that gives it to the twitch."""
    twitch = Choice(code="episode", words="the twitch", line=apart)
    own = Choice(code=here.family, words=f"the {here.name}", line=together)
    return Ask(field=field, choices=(twitch, own))


def _only_length(
    reading: Reading, here: Exposure, found: list[Exposure], lengths: list[Length], places: set[int]
) -> None:
    """In a clause without a place the length is the one exposure's that can have it: "run this morning, 45 min"."""
    clause = reading.tokens[here.start].clause
    rivals = [each for each in found if reading.tokens[each.start].clause == clause and each is not here]
    free = [each for each in lengths if reading.tokens[each.start].clause == clause and not each.used]
    gap = len(free) == 1 and free[0].end == here.lead
    if clause in places or len(free) != 1 or gap or any(r.family != "caffeine" for r in rivals):
        return
    free[0].used, here.length = True, free[0]


def level_ask(reading: Reading, here: Exposure) -> Ask:
    """Ask how stressed."""
    choices = [
        Choice(
            code=str(level),
            words=f"{level} {word}",
            line=reading.edited([(here.start, here.end, f"stress {level}")]),
        )
        for level, word in STRESS_LEVELS.items()
    ]
    return Ask(field="level", choices=tuple(choices))
