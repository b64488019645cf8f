"""The page for the doctor as a value: what it says, before anything is painted."""

from dataclasses import dataclass
from datetime import date

from twitchlog.domain import words
from twitchlog.report import dates
from twitchlog.report.choices import MOST_QUESTIONS, Choices
from twitchlog.report.facts import Facts
from twitchlog.report.medical import Kind, MedicalRow
from twitchlog.report.method import COMPARING, COUNTING, NOT_A_DIAGNOSIS, program
from twitchlog.report.notes import Note
from twitchlog.report.numbers import Figure, details_of, figures_of
from twitchlog.report.points import Point
from twitchlog.report.typed import isolated, one_line

TITLE = "Muscle twitch diary"
NOTHING = "Nothing is written down in these days: no twitch and no check-in."
NONE_NOTED = "“None noted”: it could have been ticked with any twitch and was not; nobody examined it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The facts of a period as somebody wants to show them.

    ``made_on`` is the day it was made.
    """

    facts: Facts
    choices: Choices
    made_on: date

    @property
    def title(self) -> str:
        """The heading, also the document's title."""
        return TITLE

    @property
    def period_words(self) -> str:
        """The days it speaks of, how many they are, and where the diary begins within them."""
        said = f"{dates.span(self.facts.asked)} ({words.count(len(self.facts.asked), 'day')})"
        return f"{said}; {self.facts.begins_late}" if self.facts.begins_late else said

    @property
    def made_words(self) -> str:
        """Where it comes from."""
        return f"Self-recorded · page made {dates.full(self.made_on)} with {program()}"

    @property
    def person(self) -> tuple[tuple[str, str], ...]:
        """Name and date of birth with their labels, only what was typed."""
        typed = (("Name", self.choices.name), ("Born", self.choices.born))
        return tuple((label, isolated(text)) for label, text in typed if text.strip())

    @property
    def questions(self) -> tuple[str, ...]:
        """The person's own questions, those that were typed."""
        typed = [one_line(text) for text in self.choices.questions]
        return tuple(text for text in typed if text)[:MOST_QUESTIONS]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The key figures; none where nothing is written down."""
        return () if self.facts.empty else figures_of(self.facts.numbers)

    @property
    def details(self) -> tuple[str, ...]:
        """What else was noted with the twitches."""
        if self.facts.empty:
            return ()
        return details_of(self.facts.numbers)

    @property
    def course(self) -> str:
        """Whether there is more or less of it than before, and when in the day."""
        line = self.facts.timeline
        return f"{line.title}; {_small(self.facts.time_of_day)}" if line.drawn else line.title

    @property
    def points(self) -> tuple[Point, ...]:
        """The points that stand on the page, in the order of the diary."""
        rules = self.choices.rules
        return tuple(
            each for each in self.facts.points if (each.usual if rules is None else each.rule in rules)
        )

    @property
    def medical(self) -> tuple[MedicalRow, ...]:
        """The rows on examinations, lab values and medicines that are wanted."""
        wanted = self._wanted
        return tuple(row for row in self.facts.medical if row.kind in wanted)

    @property
    def medical_kinds(self) -> tuple[Kind, ...]:
        """The kinds that are wanted, whether there is anything or not: nothing noted is said too."""
        return tuple(kind for kind in Kind if kind in self._wanted)

    @property
    def _wanted(self) -> frozenset[Kind]:
        chosen = {
            Kind.EXAM: self.choices.include_exams,
            Kind.LAB: self.choices.include_labs,
            Kind.MEDICINE: self.choices.include_medicines,
        }
        return frozenset(kind for kind, wanted in chosen.items() if wanted)

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes that were ticked, the newest first."""
        if not self.choices.include_notes:
            return ()
        return tuple(note for note in self.facts.notes if note.key in self.choices.notes)

    @property
    def sheets(self) -> int:
        """How many pages it has: one, or two on request."""
        return 2 if self.choices.include_raster or self.notes else 1

    @property
    def compares(self) -> bool:
        """Whether what goes together stands on the page."""
        return self.choices.include_triggers and not self.facts.empty

    @property
    def method(self) -> str:
        """How it was counted, in a few sentences."""
        parts = [
            COUNTING,
            "" if self.facts.empty else NONE_NOTED,
            COMPARING if self.compares else "",
            self.facts.settings,
            NOT_A_DIAGNOSIS,
        ]
        return " ".join(part for part in parts if part)

    @property
    def file_name(self) -> str:
        """A name for the file, without its ending."""
        return f"twitches-{self.facts.asked.last}"


def _small(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]
