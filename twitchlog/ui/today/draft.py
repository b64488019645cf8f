"""One draft, three ways to fill it: the typed line, the figure, the form."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Any, TypeAlias, TypeVar

from twitchlog.domain.day import Day
from twitchlog.domain.episode import Episode, Symptom
from twitchlog.domain.errors import RecordError
from twitchlog.domain.exposures import Exercise
from twitchlog.domain.moments import DAY_START_HOUR
from twitchlog.domain.quick_entry import USUAL, Ask, Chip, Choice, Offer, Understood, Vocabulary, understand
from twitchlog.domain.record import Record, table_of
from twitchlog.domain.sites import Side, Site
from twitchlog.domain.words import STRENGTHS, SYMPTOMS, clock, count, length, listed, place
from twitchlog.ui.forms.local_time import lived

Spot: TypeAlias = tuple[Site, Side]
OTHER_PLACE: Spot = (Site.OTHER, Side.MIDDLE)
TIMES_OF_DAY = (
    ("08:00", "Morning", "this morning"),
    ("15:00", "Afternoon", "this afternoon"),
    ("20:00", "Evening", "this evening"),
)
WHEN = {
    "episodes": "onset",
    "exercise": "start",
    "caffeine": "at",
    "stress": "at",
    "sitting": "start",
    "days": "date",
}
"""The field that says when, by table."""
NO_VALUES: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What a draft is read against: the time, the place's zone, and what the diary says already."""

    now: datetime
    new_id: Callable[[], str]
    written: datetime | None = None
    """When it is written down; ``None`` for now."""
    zone: str = ""
    last: Episode | None = None
    exercise: Sequence[Exercise] = ()
    day: Day | None = None
    day_start: int = DAY_START_HOUR
    known: Vocabulary = USUAL
    past_day: date | None = None
    """The day written for when it is not today; a time must be given then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What was typed, clicked and chosen so far.

    ``spots`` were chosen on the figure and stand in place of any the line names. ``by_hand`` holds the fields chosen
    in the form; ``minutes_ago`` moves the onset back from the moment of saving.
    """

    line: str = ""
    spots: tuple[Spot, ...] = ()
    by_hand: Mapping[str, Any] = field(default_factory=lambda: NO_VALUES)
    minutes_ago: int | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing was given yet."""
        return not (self.line.strip() or self.spots or self.by_hand or self.minutes_ago)

    def with_hand(self, **values: Any) -> "Draft":
        """Return the draft with fields chosen in the form; an empty choice lets the line speak again."""
        given = {**self.by_hand, **values}
        kept = {name: value for name, value in given.items() if value not in (None, "", frozenset())}
        return replace(self, by_hand=MappingProxyType(kept))


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """What a draft would save, or what it still needs.

    ``first`` shows the form's values even while a place is missing; ``None`` when nothing was understood.
    """

    records: tuple[Record, ...] = ()
    episodes: tuple[Episode, ...] = ()
    first: Episode | None = None
    chips: tuple[Chip, ...] = ()
    ask: Ask | None = None
    offers: tuple[Offer, ...] = ()
    problem: str = ""

    @property
    def ready(self) -> bool:
        """Whether it can be saved as it is."""
        return bool(self.records) and self.ask is None and not self.problem


def drafted(draft: Draft, around: Circumstances) -> Drafted:
    """Return what a draft would save; a value that cannot be is a problem in words, never an exception."""
    understood = _understood(draft, around)
    if not draft.line.strip() and not draft.spots:
        problem = "Where? Type a place or click the figure." if not draft.empty else ""
        return Drafted(problem=problem)
    try:
        episodes = tuple(
            _with_hand(_within_day(episode, around), draft, around) for episode in understood.episodes
        )
    except RecordError as error:
        return Drafted(chips=understood.chips, problem=f"{error.field}: {error.reason}")
    others = [_within_day(record, around) for record in understood.records if not isinstance(record, Episode)]
    asked = understood.asks or _time_ask(draft, understood, around)
    chips = _with_hand_chips(understood.chips, draft) if episodes else understood.chips
    if asked is not None and asked.field == "time":
        chips = tuple(chip for chip in chips if not (chip.kind == "time" and chip.assumed))
    return Drafted(
        records=(*episodes, *others),
        episodes=episodes,
        first=episodes[0] if episodes else None,
        chips=chips,
        ask=asked,
        offers=understood.offers,
        problem=understood.problem,
    )


def _with_hand_chips(chips: tuple[Chip, ...], draft: Draft) -> tuple[Chip, ...]:
    """Return the chips of the line with what was chosen in the form in place of what the line says of the same."""
    hand, chosen = draft.by_hand, {}
    if draft.minutes_ago is not None:
        chosen["time"] = f"{length(draft.minutes_ago * 60)} ago" if draft.minutes_ago else "now"
    elif "onset" in hand:
        chosen["time"] = f"{'about ' if hand.get('onset_about') else ''}{clock(hand['onset'])}"
    if hand.get("ongoing"):
        chosen["length"] = "still going"
    elif "duration_s" in hand:
        chosen["length"] = length(hand["duration_s"])
    if "intensity" in hand:
        chosen["strength"] = STRENGTHS[hand["intensity"]]
    if "symptoms" in hand:
        chosen["symptom"] = listed([SYMPTOMS[each] for each in Symptom if each in hand["symptoms"]])
    kept = tuple(chip for chip in chips if chip.kind not in chosen)
    return (*kept, *(Chip(words=words, kind=kind) for kind, words in chosen.items()))


def form_only(draft: Draft, around: Circumstances) -> Episode | None:
    """Return the form's values while a place is still missing, on a stand-in that is never saved."""
    if draft.empty:
        return None
    return drafted(replace(draft, spots=(OTHER_PLACE,)), around).first


def saved_words(made: Drafted) -> str:
    """Return what a draft writes down: "Left calf and 2 entries"."""
    places = [place(each.site, each.side) for each in made.episodes]
    others = len(made.records) - len(places)
    if not places:
        return count(others, "entry", "entries")
    return listed(places) + (f" and {count(others, 'entry', 'entries')}" if others else "")


def _time_ask(draft: Draft, understood: Understood, around: Circumstances) -> Ask | None:
    """On another day there is no "now": what was given no time asks for one."""
    by_hand = "onset" in draft.by_hand
    untimed = [
        record
        for record in understood.records
        if around.now in {record.when, getattr(record, "end", None)}
        and not (by_hand and isinstance(record, Episode))
    ]
    if around.past_day is None or not untimed:
        return None
    choices = [
        Choice(code=code, words=f"{word}, about {code}", line=f"{typed}, {draft.line}".strip(" ,"))
        for code, word, typed in TIMES_OF_DAY
    ]
    return Ask(field="time", choices=tuple(choices))


def retyped(draft: Draft, line: str, around: Circumstances) -> Draft:
    """Return the draft with another line; a place that is typed now stands for those chosen on the figure."""
    fresh = replace(draft, line=line)
    named = any(
        chip.kind in {"place", "again"} for chip in _understood(replace(fresh, spots=()), around).chips
    )
    return replace(fresh, spots=()) if named else fresh


def _understood(draft: Draft, around: Circumstances) -> Understood:
    return understand(
        draft.line,
        now=around.now,
        new_id=around.new_id,
        written=around.written,
        zone=around.zone,
        last=around.last,
        exercise=around.exercise,
        day=around.day,
        day_start=around.day_start,
        known=around.known,
        spots=draft.spots,
    )


R = TypeVar("R", bound=Record)


def _within_day(record: R, around: Circumstances) -> R:
    """On another day a time before the day's start is that of its night: 01:30 of Tuesday is on Wednesday's date."""
    name = WHEN[table_of(record)]
    when = getattr(record, name)
    if around.past_day is None or not isinstance(when, datetime) or when == around.now:
        return record
    if when.date() != around.past_day or when.hour >= around.day_start:
        return record
    moved: dict[str, Any] = {name: lived(when.replace(tzinfo=None) + timedelta(days=1), around.zone)}
    return replace(record, **moved)


def _with_hand(episode: Episode, draft: Draft, around: Circumstances) -> Episode:
    values = dict(draft.by_hand)
    if draft.minutes_ago is not None:
        values["onset"] = around.now - timedelta(minutes=draft.minutes_ago)
        values["onset_about"] = draft.minutes_ago > 0
    if "weakness_kind" in values and Symptom.WEAKNESS not in values.get("symptoms", episode.symptoms):
        del values["weakness_kind"]
    if values.get("ongoing"):
        values["duration_s"] = None
    elif "duration_s" in values:
        values["ongoing"] = False
    return replace(episode, **values)
