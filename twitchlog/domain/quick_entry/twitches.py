"""From a draft to the twitches it speaks of, and the questions about them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

from twitchlog.domain import words
from twitchlog.domain.episode import LONGEST_S, Episode, Pattern
from twitchlog.domain.quick_entry.amounts import DAY, Length
from twitchlog.domain.quick_entry.clocks import LocalClock
from twitchlog.domain.quick_entry.draft import Draft
from twitchlog.domain.quick_entry.moments_meant import Meant
from twitchlog.domain.quick_entry.notes import is_unknown
from twitchlog.domain.quick_entry.places import ask_places, ask_unnamed, side_at
from twitchlog.domain.quick_entry.reading import Reading
from twitchlog.domain.quick_entry.spread import Standing, spread
from twitchlog.domain.quick_entry.strengths import Strength
from twitchlog.domain.quick_entry.symptoms import Noted
from twitchlog.domain.quick_entry.understood import Ask, Choice
from twitchlog.domain.sites import Side, Site

MOST = 8
NOTHING_TO_REPEAT = "There is no twitch to repeat yet. Type the place, for example left calf."


@dataclass(frozen=True, slots=True)
class Onset:
    """The time of the line: when its twitches began. ``said`` is false for now, which nobody typed."""

    meant: Meant
    said: bool
    since: bool


@dataclass(frozen=True, slots=True)
class Spot:
    """One place with what belongs to it alone."""

    site: Site
    side: Side
    length: Length | None = None
    level: int | None = None
    noted: tuple[Noted, ...] = ()


def twitches(
    reading: Reading,
    draft: Draft,
    onset: Onset,
    clock: LocalClock,
    last: Episode | None,
    new_id: Callable[[], str],
) -> tuple[Episode, ...]:
    """Return the twitches of a line, each with the same onset; what is not certain is asked."""
    if draft.again and not draft.places:
        return _again(reading, draft, onset, clock, last, new_id)
    if not draft.places:
        unknown = any(is_unknown(reading, i) and not side_at(reading, i) for i in range(len(reading)))
        ask_unnamed(reading, unknown=unknown)
        return ()
    ask_places(reading, draft.places)
    spots = _spots(reading, draft)
    return tuple(_episode(spot, draft, onset, clock, new_id()) for spot in _joined(spots))


def _again(
    reading: Reading,
    draft: Draft,
    onset: Onset,
    clock: LocalClock,
    last: Episode | None,
    new_id: Callable[[], str],
) -> tuple[Episode, ...]:
    if last is None:
        reading.refuse(NOTHING_TO_REPEAT)
        return ()
    reading.chip(words.place(last.site, last.side), "again", 0, 1)
    length = draft.lengths[0] if draft.lengths else None
    level = draft.strengths[0].level if draft.strengths else last.intensity
    spot = Spot(last.site, last.side, length, level, tuple(draft.noted))
    episode = _episode(spot, draft, onset, clock, new_id())
    if length is None and not episode.ongoing:
        episode = replace(episode, duration_s=last.duration_s)
    return (episode,)


def _spots(reading: Reading, draft: Draft) -> list[Spot]:
    found: list[Standing] = [*draft.lengths, *draft.strengths, *draft.noted]
    one_by_one = any(draft.places[0].start < each.start < draft.places[-1].start for each in found)
    last = draft.places[-1].start

    def shared(each: Standing) -> bool:
        return not one_by_one or each.start < last or not reading.joined(each.start, last)

    lengths = spread(draft.lengths, draft.places, shared)
    levels = spread(draft.strengths, draft.places, shared)
    noted = spread(draft.noted, draft.places, shared)
    spots = []
    for here, mine, strong, came in zip(draft.places, lengths, levels, noted, strict=True):
        length, level = _one_length(reading, mine), _one_level(reading, strong)
        if here.site and here.side:
            spots.append(Spot(here.site, here.side, length, level, tuple(came)))
    return spots


def _joined(spots: list[Spot]) -> list[Spot]:
    """Join left and right of one site, and the same spot said twice, unless their lengths or strengths differ."""
    joined: list[Spot] = []
    for spot in spots:
        twin = next((each for each in joined if replace(each, side=spot.side) == spot), None)
        if twin is None:
            joined.append(spot)
        elif twin.side is not spot.side:
            joined[joined.index(twin)] = replace(twin, side=Side.BOTH)
    return joined


def _episode(spot: Spot, draft: Draft, onset: Onset, clock: LocalClock, key: str) -> Episode:
    ongoing = draft.how.ongoing or onset.since
    begin, about, duration = onset.meant.moment, onset.meant.about, None
    if spot.length:
        seconds = max(1, round(spot.length.seconds))
        reaches_now = onset.meant.moment == clock.now and (ongoing or seconds > DAY)
        if reaches_now:
            begin, about = clock.before(begin, timedelta(seconds=seconds)), about or spot.length.days
        duration = None if ongoing else seconds
    noted = frozenset(each.symptom for each in spot.noted)
    return Episode(
        id=key,
        onset=begin,
        zone=clock.zone,
        onset_about=about,
        duration_s=duration if duration is None or duration <= LONGEST_S else None,
        ongoing=ongoing,
        pattern=draft.how.pattern,
        site=spot.site,
        side=spot.side,
        intensity=spot.level,
        symptoms=noted,
        weakness_kind=draft.weakness_kind if "weakness" in noted else None,
        visible=draft.how.visible,
        posture=draft.how.posture,
        pulse=draft.how.pulse,
        vibration=draft.how.vibration,
        note=draft.note,
        recorded_at=clock.recorded,
    )


def _one_length(reading: Reading, mine: list[Length]) -> Length | None:
    if len(mine) > 1:
        reading.ask("length", partial(_which_length, reading, mine))
        return None
    return mine[0] if mine else None


def _one_level(reading: Reading, mine: list[Strength]) -> int | None:
    if len({each.level for each in mine}) > 1:
        reading.ask("strength", partial(_which_level, reading, mine))
        return None
    return mine[0].level if mine else None


def _which_length(reading: Reading, mine: list[Length]) -> Ask:
    choices = []
    for kept in mine[:MOST]:
        others = [(each.start, each.end, "") for each in mine if each is not kept]
        seconds = round(kept.seconds)
        choices.append(Choice(code=str(seconds), words=words.length(seconds), line=reading.edited(others)))
    return Ask(field="length", choices=tuple(choices))


def _which_level(reading: Reading, mine: list[Strength]) -> Ask:
    choices = []
    for kept in {each.level: each for each in reversed(mine)}.values():
        word = words.STRENGTHS[kept.level]
        line = reading.edited([(each.start, each.end, word if each is kept else "") for each in mine])
        choices.append(Choice(code=str(kept.level), words=f"{kept.level} {word}", line=line))
    return Ask(field="strength", choices=tuple(sorted(choices, key=lambda choice: choice.code)))


def ask_long(reading: Reading, draft: Draft, *, ongoing: bool) -> None:
    """Ask what a length of more than a day means: all the time, on and off, or only that it began then."""
    long = next((each for each in draft.lengths if each.seconds > DAY), None)
    if long is None or ongoing or (draft.how.pattern and long.seconds <= LONGEST_S):
        return
    draft.lengths.remove(long)
    typed = reading.typed(long.start, long.end)
    reaching = "" if long.seconds <= LONGEST_S else ", still going"
    choices = [
        Choice(
            code=pattern.value,
            words=words.PATTERNS[pattern],
            line=reading.appended(f"{'' if draft.how.pattern else typed_as}{reaching}"),
        )
        for pattern, typed_as in ((Pattern.CONTINUOUS, "continuous"), (Pattern.ON_AND_OFF, "on and off"))
        if draft.how.pattern in {None, pattern}
    ]
    ago = reading.edited([(long.start, long.end, f"{typed} ago")])
    choices.append(Choice(code="onset", words=f"it began {typed} ago", line=ago))
    reading.ask("length", partial(Ask, field="length", choices=tuple(choices)))


def ask_bare(reading: Reading, draft: Draft) -> None:
    """Ask what a number alone counts: strength, or length in minutes or seconds."""
    if not draft.numbers:
        return
    i = draft.numbers[0]
    number, shown = reading.tokens[i].number or 0, reading.typed(i, i + 1)
    if number in {1, 2, 3, 4, 5}:
        as_strength = Choice(
            code="intensity", words=f"strength {shown}", line=reading.edited([(i, i + 1, f"{shown}/5")])
        )
        as_length = Choice(
            code="duration_s", words=f"{shown} min", line=reading.edited([(i, i + 1, f"{shown} min")])
        )
        choices = ([] if draft.strengths else [as_strength]) + ([] if draft.lengths else [as_length])
        reading.ask("strength", partial(Ask, field="strength", choices=tuple(choices)))
    else:
        units = () if draft.lengths else _units(reading, i, number, shown)
        reading.ask("length", partial(Ask, field="length", choices=units))


def _units(reading: Reading, i: int, number: float, shown: str) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            code=str(round(number * size)),
            words=f"{shown} {unit}",
            line=reading.edited([(i, i + 1, f"{shown} {unit}")]),
        )
        for unit, size in (("s", 1), ("min", 60))
        if number * size >= 1 and number * size <= DAY
    )
