"""One table of every record's fields; SQL, CSV, JSON and datapackage.json are all made from it.

The order is the contract's column order.
"""

from dataclasses import dataclass
from enum import Enum, StrEnum

from twitchlog.domain.day import CheckIn
from twitchlog.domain.episode import LONGEST_S, Pattern, Posture, Symptom, Vibration, WeaknessKind
from twitchlog.domain.exposures import LONGEST_MIN, MOST_MG, Effort
from twitchlog.domain.medical import Analyte, ExamKind, ExamResult, MedicineChange
from twitchlog.domain.sites import Side, Site


class Kind(Enum):
    """What a field holds."""

    ID = "id"
    MOMENT = "moment"
    DATE = "date"
    CLOCK = "clock"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    CODE = "code"
    CODES = "codes"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field: its contract name, kind, unit, bounds and what it means.

    ``required`` fields cannot be empty. ``tri`` marks a boolean that may be not given; the others are false then.
    ``low`` and ``high`` are allowed values; ``longest`` is in characters.
    """

    name: str
    kind: Kind
    description: str
    required: bool = False
    codes: type[StrEnum] | None = None
    unit: str = ""
    low: float | None = None
    high: float | None = None
    longest: int = 200
    tri: bool = False


def _id() -> Field:
    return Field(name="id", kind=Kind.ID, description="Lower-case UUID, born with the record.", required=True)


def _recorded() -> Field:
    return Field(name="recorded_at", kind=Kind.MOMENT, description="When it was written down.", required=True)


def _moment(name: str, description: str) -> Field:
    return Field(name=name, kind=Kind.MOMENT, description=description, required=True)


def _zone() -> Field:
    return Field(name="zone", kind=Kind.TEXT, description="IANA time zone, if known.", longest=64)


def _source() -> Field:
    return Field(
        name="source", kind=Kind.TEXT, description="Format code of an import; empty when written by hand."
    )


def _note() -> Field:
    return Field(name="note", kind=Kind.TEXT, description="The person's own words.", longest=10_000)


def _date(description: str) -> Field:
    return Field(name="date", kind=Kind.DATE, description=description, required=True)


def _code(name: str, codes: type[StrEnum], description: str, *, required: bool = False) -> Field:
    return Field(name=name, kind=Kind.CODE, codes=codes, description=description, required=required)


def _flag(name: str, description: str, *, tri: bool = False) -> Field:
    return Field(name=name, kind=Kind.BOOLEAN, description=description, tri=tri)


def _text(name: str, description: str, *, required: bool = False) -> Field:
    return Field(name=name, kind=Kind.TEXT, description=description, required=required)


def _whole(
    name: str, description: str, low: int, high: int, unit: str = "", *, required: bool = False
) -> Field:
    return Field(
        name=name,
        kind=Kind.INTEGER,
        description=description,
        low=low,
        high=high,
        unit=unit,
        required=required,
    )


def _number(name: str, description: str, low: float, high: float, unit: str = "") -> Field:
    return Field(name=name, kind=Kind.NUMBER, description=description, low=low, high=high, unit=unit)


FIELDS: dict[str, tuple[Field, ...]] = {
    "episodes": (
        _id(),
        _moment("onset", "When the twitching began."),
        _zone(),
        _flag("onset_about", "The onset is only roughly known."),
        _whole("duration_s", "How long it lasted.", 1, LONGEST_S, "s"),
        _flag("ongoing", "It was still going on when written down."),
        _code("pattern", Pattern, "How it went."),
        _code("site", Site, "Where.", required=True),
        _code("side", Side, "The person's own side.", required=True),
        _whole("intensity", "Strength, 1 barely to 5 very strong.", 1, 5),
        Field(name="symptoms", kind=Kind.CODES, codes=Symptom, description="What came with it."),
        _code("weakness_kind", WeaknessKind, "Which kind of weakness."),
        _flag("visible", "Whether it could be seen.", tri=True),
        _code("posture", Posture, "What the body was doing."),
        _flag("pulse", "Whether it went in time with the pulse.", tri=True),
        _code("vibration", Vibration, "What shook the muscle from outside."),
        _note(),
        _recorded(),
    ),
    "exercise": (
        _id(),
        _moment("start", "When it began; without a length, when it ended."),
        _zone(),
        _whole("duration_min", "How long it lasted.", 1, LONGEST_MIN, "min"),
        _text("activity", "What was done."),
        _code("effort", Effort, "How hard it was found."),
        _text("muscles", "Regions or sites that worked, separated by commas."),
        _note(),
        _source(),
        _recorded(),
    ),
    "caffeine": (
        _id(),
        _moment("at", "When it was drunk."),
        _zone(),
        _number("mg", "Caffeine in all.", 0, MOST_MG, "mg"),
        _text("drink", "What was drunk."),
        _number("servings", "How many.", 0.1, 50),
        _source(),
        _recorded(),
    ),
    "stress": (
        _id(),
        _moment("at", "When it was rated."),
        _zone(),
        _whole("level", "1 calm to 5 very high.", 1, 5, required=True),
        _note(),
        _source(),
        _recorded(),
    ),
    "sitting": (
        _id(),
        _moment("start", "When it began."),
        _zone(),
        _whole("duration_min", "How long it lasted.", 1, LONGEST_MIN, "min"),
        _source(),
        _recorded(),
    ),
    "days": (
        _date("The local day; it starts at 04:00."),
        _code("check_in", CheckIn, "How the day was closed."),
        _flag("exposures_complete", "Exercise, caffeine and stress of the day are all written down."),
        Field(name="awake_from", kind=Kind.CLOCK, description="Waking up, local HH:MM."),
        Field(name="awake_to", kind=Kind.CLOCK, description="Falling asleep, local HH:MM."),
        _number("sleep_hours", "Hours asleep in the night before.", 0, 24, "h"),
        _flag("sleep_position_odd", "Slept in an odd position."),
        _whole("worry", "How much it worried, 1 to 5.", 1, 5),
        _recorded(),
    ),
    "medicines": (
        _id(),
        _date("The day of the change."),
        _text("name", "The medicine.", required=True),
        _code("change", MedicineChange, "What happened.", required=True),
        _recorded(),
    ),
    "labs": (
        _id(),
        _date("The day of the test."),
        _code("analyte", Analyte, "What was measured.", required=True),
        _number("value", "The result.", 0, 1_000_000),
        _text("unit", "The unit the lab printed."),
        _number("low", "The lower limit the lab printed.", 0, 1_000_000),
        _number("high", "The upper limit the lab printed.", 0, 1_000_000),
        _recorded(),
    ),
    "exams": (
        _id(),
        _date("The day of the examination."),
        _code("kind", ExamKind, "What kind it was.", required=True),
        _code("result", ExamResult, "What came out.", required=True),
        _text("who", "Who did it."),
        _note(),
        _recorded(),
    ),
    "discussions": (
        _id(),
        _text("rule", "The flag's code, urgent_yes or urgent_no.", required=True),
        _date("The day it was discussed."),
        _recorded(),
    ),
}
