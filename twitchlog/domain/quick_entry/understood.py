"""What a typed line turned out to mean, and what it still needs."""

from dataclasses import dataclass
from itertools import chain

from twitchlog.domain.day import Day
from twitchlog.domain.episode import Episode
from twitchlog.domain.exposures import Caffeine, Exercise, Sitting, Stress
from twitchlog.domain.record import Record

ASK_ORDER = ("site", "side", "time", "length", "strength", "symptom", "level")
"""The questions a line can raise, the first one first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer: its contract code, the words for a button, and the whole line that would say it.

    Picking it puts ``line`` into the field. It completes the line and saves nothing.
    """

    code: str
    words: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """The one question that stands first; ``field`` is one of `ASK_ORDER`.

    ``choices`` is empty when only the person can know, as with a line that names no place.
    """

    field: str
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Something the line might also say; it never blocks. ``line`` is the whole line that would say it."""

    field: str
    words: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One thing understood, for the eye.

    ``kind`` is place, strength, length, time, pattern, symptom, posture, visible, pulse, vibration, exercise,
    caffeine, stress, sitting, sleep, check_in, again, note or dropped. ``span`` is from and before which character
    of the line it was read; ``None`` when nothing was typed for it.
    """

    words: str
    kind: str
    assumed: bool = False
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What a typed line gives: records ready to save, or the question or sentence that stands in the way.

    With a question the records hold what is already certain; they are not for saving. ``problem`` is a plain
    sentence for a line that no answer can mend; empty when there is none.
    """

    episodes: tuple[Episode, ...] = ()
    exercise: tuple[Exercise, ...] = ()
    caffeine: tuple[Caffeine, ...] = ()
    stress: tuple[Stress, ...] = ()
    sitting: tuple[Sitting, ...] = ()
    day: Day | None = None
    asks: Ask | None = None
    offers: tuple[Offer, ...] = ()
    chips: tuple[Chip, ...] = ()
    problem: str = ""

    @property
    def records(self) -> tuple[Record, ...]:
        """Every record in the order to save them: twitches, exposures, the day."""
        day = (self.day,) if self.day else ()
        return tuple(chain(self.episodes, self.exercise, self.caffeine, self.stress, self.sitting, day))

    @property
    def complete(self) -> bool:
        """Whether it can be saved as it is."""
        return not self.problem and self.asks is None and bool(self.records)


def choices_json(asks: Ask | None) -> dict[str, str | list[str] | None]:
    """Return the contract's ``asks`` and ``choices`` of ``add --json``; only ``asks``, null, without a question."""
    if asks is None:
        return {"asks": None}
    return {"asks": asks.field, "choices": [choice.code for choice in asks.choices]}
