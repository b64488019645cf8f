"""From a draft to records of exercise, caffeine, stress and sitting, and to what it says of the day."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial

from twitchlog.domain import words
from twitchlog.domain.day import CheckIn, Day
from twitchlog.domain.exposures import Caffeine, Exercise, Sitting, Stress
from twitchlog.domain.quick_entry.activities import same_activity
from twitchlog.domain.quick_entry.clocks import LocalClock
from twitchlog.domain.quick_entry.draft import Draft
from twitchlog.domain.quick_entry.drinks import MORE
from twitchlog.domain.quick_entry.exposures import Exposure, level_ask
from twitchlog.domain.quick_entry.moments_meant import code_of, offer_second, time_ask, when_meant
from twitchlog.domain.quick_entry.reading import Reading
from twitchlog.domain.quick_entry.twitches import Onset
from twitchlog.domain.quick_entry.understood import Chip

ALREADY_WITHIN = timedelta(hours=12)
NEAR = timedelta(hours=1)
SLEEP_BOUNDS = "A night has between 0 and 24 hours of sleep."


@dataclass(slots=True)
class Exposed:
    """The exposures of a line, being collected; times not said are those of the ``onset``."""

    reading: Reading
    onset: Onset
    clock: LocalClock
    new_id: Callable[[], str]
    written: Sequence[Exercise]
    drinks: Mapping[str, float]
    exercise: list[Exercise] = field(default_factory=list)
    caffeine: list[Caffeine] = field(default_factory=list)
    stress: list[Stress] = field(default_factory=list)
    sitting: list[Sitting] = field(default_factory=list)
    sleep_hours: float | None = None

    def add(self, here: Exposure, note: str) -> None:
        """Make the record of one exposure; ``note`` is for the one that can hold it.

        Raises:
            RecordError: the amounts are impossible.
        """
        match here.family:
            case "exercise":
                self._add_exercise(here, note)
            case "sitting":
                self._add_sitting(here)
            case "caffeine":
                self._add_caffeine(here)
            case "stress":
                self._add_stress(here, note)
            case "sleep":
                self._add_sleep(here)

    def _add_exercise(self, here: Exposure, note: str) -> None:
        start, end = self._span(here)
        known = self._written(here, end)
        if known:
            self._chip(here, f"{words.exercise(known)} at {words.clock(known.start)}, already written down")
            return
        record = Exercise(
            id=self.new_id(),
            start=start,
            zone=self.clock.zone,
            duration_min=_minutes(here),
            activity=here.name,
            effort=here.effort,
            note=note,
            recorded_at=self.clock.recorded,
        )
        self.exercise.append(record)
        just_before = here.lead is not None and not (here.said or here.length or here.gap)
        name = words.exercise(record)
        when = f", from {code_of(start, self.clock)}" if here.length else f" at {code_of(start, self.clock)}"
        self._chip(here, f"{name} just before" if just_before else f"{name}{when}")

    def _written(self, here: Exposure, end: datetime) -> Exercise | None:
        """Return the exercise that "after run" means, if it is in the diary already."""
        if here.lead is None:
            return None
        base = self.onset.meant.moment
        near = [
            each
            for each in self.written
            if same_activity(here.name, each.activity)
            and base - ALREADY_WITHIN <= each.end <= base
            and (not (here.said or here.gap) or abs(each.end - end) <= NEAR)
        ]
        return max(near, key=lambda each: each.end, default=None)

    def _add_sitting(self, here: Exposure) -> None:
        start, _ = self._span(here)
        minutes = _minutes(here)
        self.sitting.append(
            Sitting(
                id=self.new_id(),
                start=start,
                zone=self.clock.zone,
                duration_min=minutes,
                recorded_at=self.clock.recorded,
            )
        )
        self._chip(here, f"sitting, {words.length(minutes * 60)}" if minutes else "sitting just before")

    def _add_caffeine(self, here: Exposure) -> None:
        each = self.drinks.get(here.name, MORE.get(here.name))
        mg = here.mg if here.mg is not None or each is None or here.servings is None else each * here.servings
        record = Caffeine(
            id=self.new_id(),
            at=self._at(here),
            zone=self.clock.zone,
            mg=mg,
            drink=here.name,
            servings=here.servings,
            recorded_at=self.clock.recorded,
        )
        self.caffeine.append(record)
        self._chip(here, words.drink(record), timed=True)

    def _add_stress(self, here: Exposure, note: str) -> None:
        if not here.level:
            self.reading.ask("level", partial(level_ask, self.reading, here))
            self._chip(here, "stress")
            return
        record = Stress(
            id=self.new_id(),
            at=self._at(here),
            zone=self.clock.zone,
            level=here.level,
            note=note,
            recorded_at=self.clock.recorded,
        )
        self.stress.append(record)
        self._chip(here, f"stress {here.level}", timed=True)

    def _add_sleep(self, here: Exposure) -> None:
        hours = here.length.seconds / 3600 if here.length else here.servings
        if hours is None:
            return
        if hours > 24:
            self.reading.refuse(SLEEP_BOUNDS)
            return
        self.sleep_hours = round(hours, 2)
        self._chip(here, f"slept {self.sleep_hours:g} h")

    def _span(self, here: Exposure) -> tuple[datetime, datetime]:
        """Return start and end: a clock time is the start; "ago" and the time of the line are the end."""
        length = timedelta(minutes=_minutes(here) or 0)
        own = self._own(here)
        if own and here.said and here.said.at is None:
            return own, own + length
        end = own or self._base(here)
        return self.clock.before(end, length), end

    def _at(self, here: Exposure) -> datetime:
        return self._own(here) or self._base(here)

    def _base(self, here: Exposure) -> datetime:
        gap = timedelta(seconds=round(here.gap.seconds)) if here.gap else timedelta(0)
        return self.clock.before(self.onset.meant.moment, gap)

    def _own(self, here: Exposure) -> datetime | None:
        """Return the exposure's own time, ``None`` if it has none; a doubtful one is asked."""
        if here.said is None:
            return None
        when = when_meant(here.said, self.clock)
        if when.problem:
            self.reading.refuse(when.problem)
            return None
        if not when.certain:
            self.reading.ask("time", partial(time_ask, self.reading, [here.said], when.meant, self.clock))
        offer_second(self.reading, here.said, when.meant[0])
        return when.meant[0].moment

    def _chip(self, here: Exposure, shown: str, *, timed: bool = False) -> None:
        span = self.reading.span(here.start if here.lead is None else here.lead, here.end)
        assumed = False
        if timed and here.said:
            shown = f"{shown} at {code_of(self._at(here), self.clock)}"
        elif timed and self.onset.said:
            shown, assumed = f"{shown} at {code_of(self._base(here), self.clock)}", True
        self.reading.chips.append(Chip(words=shown, kind=here.family, assumed=assumed, span=span))

    def day(self, draft: Draft, day: Day | None) -> Day | None:
        """Return the day's record with what the line adds to it; ``None`` if it adds nothing."""
        if self.sleep_hours is None and not draft.none_today:
            return None
        known = (
            day
            if day and day.date == self.clock.day
            else Day(date=self.clock.day, recorded_at=self.clock.recorded)
        )
        known = replace(known, recorded_at=self.clock.recorded)
        if self.sleep_hours is not None:
            known = replace(known, sleep_hours=self.sleep_hours)
        return replace(known, check_in=CheckIn.NONE) if draft.none_today else known


def _minutes(here: Exposure) -> int | None:
    return max(1, round(here.length.seconds / 60)) if here.length else None
