"""A whole line read, family by family; what each word means is settled here, what is missing not yet."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from twitchlog.domain.episode import WeaknessKind
from twitchlog.domain.quick_entry.amounts import Length, find_lengths
from twitchlog.domain.quick_entry.circumstances import Circumstances, find_circumstances, find_patterns
from twitchlog.domain.quick_entry.clocks import LocalClock
from twitchlog.domain.quick_entry.exposures import (
    Exposure,
    attach,
    find_exposures,
    gap_ask,
    let_go,
    take_effort,
    whose_ask,
)
from twitchlog.domain.quick_entry.negations import find_negations
from twitchlog.domain.quick_entry.notes import bare_numbers, note_of
from twitchlog.domain.quick_entry.places import Place, chosen_place, find_places, place_at, side_at
from twitchlog.domain.quick_entry.reading import Reading
from twitchlog.domain.quick_entry.strengths import Strength, find_strengths
from twitchlog.domain.quick_entry.symptoms import Noted, find_symptoms, find_weakness_kind
from twitchlog.domain.quick_entry.times import Said, find_times
from twitchlog.domain.quick_entry.vocabulary import Vocabulary
from twitchlog.domain.sites import Side, Site

NO_TWITCHES = ("no", "twitches"), ("no", "twitching"), ("no", "twitch")
ONLY_TODAY = "Only today can be closed from here. Open the other day in the calendar."
LATE_SLEEP = "Sleep is kept with the day that follows the night. Open the other day in the calendar."
AGAIN = {("again",), ("same", "again"), ("same",), ("repeat",)}


@dataclass(slots=True)
class Draft:
    """Everything found in a line; ``saids`` and ``lengths`` are those that belong to the twitch."""

    again: bool = False
    none_today: bool = False
    places: list[Place] = field(default_factory=list)
    lengths: list[Length] = field(default_factory=list)
    strengths: list[Strength] = field(default_factory=list)
    noted: list[Noted] = field(default_factory=list)
    weakness_kind: WeaknessKind | None = None
    how: Circumstances = field(default_factory=Circumstances)
    exposures: list[Exposure] = field(default_factory=list)
    saids: list[Said] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    lone_side: bool = False
    twitch: bool = False
    note: str = ""

    @property
    def twitchless(self) -> bool:
        """Whether the line holds only exposures or the day, and needs no place."""
        return not self.of_a_twitch and bool(self.exposures or self.none_today)

    @property
    def of_a_twitch(self) -> bool:
        """Whether anything in the line speaks of a twitch, and not only of exposures or the day."""
        about = (
            self.again,
            self.places,
            self.lengths,
            self.strengths,
            self.noted,
            self.numbers,
            self.lone_side,
        )
        after = self.note and any(each.lead is not None for each in self.exposures)
        return any(about) or self.how != Circumstances() or self.twitch or bool(after)


def draft_of(
    reading: Reading, clock: LocalClock, known: Vocabulary, spots: Sequence[tuple[Site, Side]] = ()
) -> Draft:
    """Return what the line says, in the order in which one family of words may take them from the next.

    ``spots`` were chosen on a figure and stand for the places of the line.
    """
    draft = Draft()
    _whole_forms(reading, draft)
    find_patterns(reading, draft.how)
    find_negations(reading, known)
    draft.lengths = find_lengths(reading)
    draft.exposures = find_exposures(reading, known)
    draft.saids = find_times(reading, draft.lengths, clock)
    _attach(reading, draft)
    draft.strengths = find_strengths(reading)
    draft.noted = find_symptoms(reading)
    draft.weakness_kind = find_weakness_kind(reading, draft.noted)
    find_circumstances(reading, draft.how)
    named = find_places(reading)
    draft.places = [chosen_place(*spot) for spot in spots] or named
    draft.lone_side = any(side_at(reading, i) for i in range(len(reading)))
    draft.twitch = any(token.text.startswith("twitch") for token in reading.tokens) and not draft.none_today
    draft.numbers = bare_numbers(reading)
    if draft.places or not draft.exposures:
        for i in draft.numbers:
            reading.take(i, i + 1, "number")
    draft.note = note_of(reading)
    return draft


def _whole_forms(reading: Reading, draft: Draft) -> None:
    """Again; no twitches today."""
    if any(place_at(reading, i) for i in range(len(reading))):
        return
    clauses: dict[int, list[int]] = {}
    for i, token in enumerate(reading.tokens):
        clauses.setdefault(token.clause, []).append(i)
    for at in clauses.values():
        words = tuple(reading.word(i) for i in at)
        if words[:2] in NO_TWITCHES and set(words[2:]) <= {"today", "at", "all", "so", "far", "seen"}:
            draft.none_today = True
            reading.take(at[0], at[-1] + 1, "check_in")
            reading.chip("no twitches today", "check_in", at[0], at[-1] + 1)
        elif words[:2] in NO_TWITCHES and "yesterday" in words:
            reading.refuse(ONLY_TODAY)
    length = max((n for n in (1, 2) if tuple(reading.word(i) for i in range(n)) in AGAIN), default=0)
    if length and reading.joined(0, length - 1):
        draft.again = True
        reading.take(0, length, "again")


def _attach(reading: Reading, draft: Draft) -> None:
    """Give exposures what stands beside them; what is left belongs to the twitch."""
    clauses = {reading.tokens[i].clause for i in range(len(reading)) if place_at(reading, i)}
    attach(reading, draft.exposures, draft.lengths, clauses)
    for here in draft.exposures:
        _said_beside(reading, here, draft.saids, clauses)
        take_effort(reading, here)
    _only_saids(reading, draft, clauses)
    draft.exposures = [here for here in draft.exposures if not let_go(reading, here, clauses)]
    _gaps(reading, draft, clauses)
    draft.lengths = [length for length in draft.lengths if not length.used]
    draft.saids = [said for said in draft.saids if not said.used]


def _said_beside(reading: Reading, here: Exposure, saids: list[Said], clauses: set[int]) -> None:
    after = next((each for each in saids if each.start == here.end and not each.used), None)
    lone_part = next(
        (each for each in saids if each.end == here.start and each.part and not each.words), None
    )
    if lone_part and here.family == "exercise":
        here.said, lone_part.used = lone_part, True
        here.widen(lone_part.start, here.end)
    if after is None or not reading.joined(after.start, here.start) or here.said:
        return
    ago = after.at is not None and not after.since
    if ago or here.family == "sleep" or reading.tokens[here.start].clause not in clauses:
        here.said, after.used = after, True
        here.widen(here.start, after.end)
    elif not after.since:
        reading.ask("time", partial(whose_ask, reading, here, "time", (after.start, after.end)))


def _only_saids(reading: Reading, draft: Draft, clauses: set[int]) -> None:
    """In a clause without a place the times are those of its exposures."""
    for here in draft.exposures:
        clause = reading.tokens[here.start].clause
        if clause in clauses:
            continue
        rest = [each for each in draft.saids if reading.tokens[each.start].clause == clause]
        for said in rest:
            if here.said is None:
                here.said = said
            elif here.said is not said and here.said.joins(said) and not said.used:
                here.said.with_(said)
            said.used = True
        if here.family == "sleep" and here.said and not (here.said.part == "night" or here.said.today):
            reading.refuse(LATE_SLEEP)


def _gaps(reading: Reading, draft: Draft, clauses: set[int]) -> None:
    """2 h after gym: the time between, if the twitch has a length of its own or there is no twitch."""
    open_lengths = [each for each in draft.lengths if not each.used]
    for here in draft.exposures:
        gap = next((each for each in open_lengths if each.end == here.lead and not each.used), None)
        if gap is None or not reading.joined(gap.start, here.start):
            continue
        if len([each for each in open_lengths if not each.used]) > 1 or not clauses:
            gap.used, here.gap = True, gap
        elif reading.tokens[here.start].clause not in clauses:
            reading.ask("length", partial(gap_ask, reading, here, gap))
