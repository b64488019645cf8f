"""The typed line: from a line to records, to the one question that stands in the way, or to a sentence."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from twitchlog.domain import words
from twitchlog.domain.day import Day
from twitchlog.domain.episode import Episode
from twitchlog.domain.errors import RecordError
from twitchlog.domain.exposures import Exercise
from twitchlog.domain.quick_entry.clocks import LocalClock
from twitchlog.domain.quick_entry.draft import Draft, draft_of
from twitchlog.domain.quick_entry.exposed import Exposed
from twitchlog.domain.quick_entry.moments_meant import Meant, code_of, offer_second, time_ask, when_meant
from twitchlog.domain.quick_entry.notes import note_span
from twitchlog.domain.quick_entry.reading import Reading
from twitchlog.domain.quick_entry.times import Said
from twitchlog.domain.quick_entry.tokens import tokens_of
from twitchlog.domain.quick_entry.twitches import Onset, ask_bare, ask_long, twitches
from twitchlog.domain.quick_entry.understood import ASK_ORDER, Chip, Understood
from twitchlog.domain.quick_entry.vocabulary import USUAL, Vocabulary
from twitchlog.domain.sites import Side, Site
from twitchlog.domain.text import clean_text

LONGEST_LINE = 1_000
MOST_TIMES = 8
FIELD_WORDS = {
    "mg": "caffeine in mg",
    "servings": "the number of drinks",
    "duration_min": "the length in minutes",
    "duration_s": "the length in seconds",
}

EMPTY = "Type what twitched, for example: left calf 5 min mild."
TOO_LONG = "The line is longer than 1,000 characters. Shorten it, or put the story into the note."
NOT_KEPT = frozenset({"exercise", "caffeine", "stress", "sitting", "sleep", "note", "dropped"})


def understand(  # noqa: PLR0913 - the line's whole surroundings; all but the line by name
    line: str,
    *,
    now: datetime,
    new_id: Callable[[], str],
    written: datetime | None = None,
    zone: str = "",
    last: Episode | None = None,
    exercise: Sequence[Exercise] = (),
    day: Day | None = None,
    day_start: int = 4,
    known: Vocabulary = USUAL,
    spots: Sequence[tuple[Site, Side]] = (),
) -> Understood:
    """Return what a typed line means; it never raises whatever is typed.

    Args:
        line: The line, as typed; chips and completed lines refer to it with control characters removed.
        now: The present moment, with a fixed offset.
        new_id: Gives an id for each new record.
        written: When it is written down; ``None`` for now.
        zone: IANA name of the zone; empty, unknown or at odds with ``now``: the offset of ``now`` is used.
        last: The newest twitch, for "again"; ``None`` when there is none.
        exercise: What is already written down; "after run" means a run of these that ended in the last 12 h.
        day: The record of the present local day, which a line on sleep or a check-in is merged into.
        day_start: The hour a local day begins.
        known: The drinks and activities the line may name.
        spots: Places chosen on a figure; they stand for those the line names, or could ask for.
    """
    text = clean_text(line)
    reading = Reading(text, tokens_of(text[:LONGEST_LINE]))
    if len(text) > LONGEST_LINE or not (reading.tokens or spots):
        return Understood(problem=TOO_LONG if reading.tokens else EMPTY)
    clock = LocalClock.of(now, zone, day_start, written)
    draft = draft_of(reading, clock, known, spots)
    try:
        onset = _onset(reading, draft, clock)
        exposed = Exposed(reading, onset, clock, new_id, exercise, known.drinks)
        episodes = _episodes(reading, draft, onset, clock, last, new_id)
        _expose(reading, draft, exposed)
        return _understood(reading, draft, episodes, exposed, day)
    except RecordError as error:
        return Understood(chips=_chips(reading, draft, None), problem=_sentence(error))


def _sentence(error: RecordError) -> str:
    return f"This cannot be written down: {FIELD_WORDS.get(error.field, error.field)} {error.reason}."


def _onset(reading: Reading, draft: Draft, clock: LocalClock) -> Onset:
    """Return the time of the line; several that complete each other are one, others are asked."""
    saids = _combined(draft.saids)
    if not saids:
        return Onset(Meant(clock.now, "now"), said=False, since=False)
    whens = [when_meant(said, clock) for said in saids[:MOST_TIMES]]
    for when in whens:
        if when.problem:
            reading.refuse(when.problem)
    meant = tuple(dict.fromkeys(each for when in whens for each in when.meant))[:MOST_TIMES]
    if not meant:
        return Onset(Meant(clock.now, "now"), said=False, since=False)
    if len(whens) > 1 or not whens[0].certain:
        reading.ask("time", partial(time_ask, reading, saids, meant, clock))
    else:
        _time_chip(reading, saids[0], meant[0], clock)
    first = meant[0]
    offer_second(reading, saids[0], first)
    return Onset(first, said=True, since=saids[0].since)


def _combined(saids: list[Said]) -> list[Said]:
    combined: list[Said] = []
    for said in saids:
        if combined and combined[-1].joins(said):
            combined[-1].with_(said)
        else:
            combined.append(said)
    return combined


def _time_chip(reading: Reading, said: Said, meant: Meant, clock: LocalClock) -> None:
    shown = code_of(meant.moment, clock)
    prefix = "since " if said.since else ""
    about = "about " if meant.about else ""
    skipped = f", as the clock skipped {meant.skipped}" if meant.skipped else ""
    reading.chip(f"{prefix}{about}{shown}{skipped}", "time", *said.spans[0])


def _episodes(
    reading: Reading,
    draft: Draft,
    onset: Onset,
    clock: LocalClock,
    last: Episode | None,
    new_id: Callable[[], str],
) -> tuple[Episode, ...]:
    if draft.twitchless:
        return ()
    for length in draft.lengths:
        reading.chip(words.length(round(length.seconds)), "length", length.start, length.end)
    ask_long(reading, draft, ongoing=draft.how.ongoing or onset.since)
    episodes = twitches(reading, draft, onset, clock, last, new_id)
    ask_bare(reading, draft)
    return episodes if "time" not in reading.asks else ()


def _expose(reading: Reading, draft: Draft, exposed: Exposed) -> None:
    own_line = draft.twitchless
    note = draft.note if own_line else ""
    for here in draft.exposures:
        if own_line and here.said is None and draft.saids:
            here.said = draft.saids[0]
        holds = here.family in {"exercise", "stress"}
        exposed.add(here, note if holds else "")
        note = "" if holds else note
    if own_line and note:
        reading.chips.append(Chip(words=f"not kept: {note}", kind="dropped", span=note_span(reading)))
    elif draft.note:
        reading.chips.append(Chip(words=f"note: {draft.note}", kind="note", span=note_span(reading)))


def _understood(
    reading: Reading, draft: Draft, episodes: tuple[Episode, ...], exposed: Exposed, day: Day | None
) -> Understood:
    asks = next((reading.asks[field] for field in ASK_ORDER if field in reading.asks), None)
    return Understood(
        episodes=episodes,
        exercise=tuple(exposed.exercise),
        caffeine=tuple(exposed.caffeine),
        stress=tuple(exposed.stress),
        sitting=tuple(exposed.sitting),
        day=exposed.day(draft, day),
        asks=None if reading.problem else asks,
        offers=tuple(reading.offers),
        chips=_chips(reading, draft, exposed),
        problem=reading.problem,
    )


def _chips(reading: Reading, draft: Draft, exposed: Exposed | None) -> tuple[Chip, ...]:
    """Return the chips in the order of the line; "now" follows what is said of the twitch."""
    chips = sorted(reading.chips, key=lambda chip: chip.span or (0, 0))
    if exposed is None or draft.saids or (draft.twitchless and not _takes_now(draft)):
        return tuple(chips)
    last = max((n for n, chip in enumerate(chips) if chip.kind in {"place", "again"}), default=-1)
    while last + 1 < len(chips) and chips[last + 1].kind not in NOT_KEPT:
        last += 1
    if not any(chip.kind in {"place", "again"} for chip in chips):
        last = len(chips) - 1
    return (*chips[: last + 1], Chip(words="now", kind="time", assumed=True), *chips[last + 1 :])


def _takes_now(draft: Draft) -> bool:
    return any(here.said is None and here.family != "sleep" for here in draft.exposures)
