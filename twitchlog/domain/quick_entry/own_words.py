"""Which names a person may give a drink or an exercise, so that the typed line can tell what is meant."""

from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType
from uuid import UUID

from twitchlog.domain.errors import RecordError
from twitchlog.domain.exposures import MOST_MG
from twitchlog.domain.quick_entry.clocks import LocalClock
from twitchlog.domain.quick_entry.draft import draft_of
from twitchlog.domain.quick_entry.drinks import drink_at
from twitchlog.domain.quick_entry.line import understand
from twitchlog.domain.quick_entry.places import side_at
from twitchlog.domain.quick_entry.reading import Reading
from twitchlog.domain.quick_entry.tokens import Kind, tokens_of
from twitchlog.domain.quick_entry.understood import Understood
from twitchlog.domain.quick_entry.vocabulary import USUAL, vocabulary_of
from twitchlog.domain.settings import DiarySettings
from twitchlog.domain.text import clean_text

LONGEST_NAME = 40
MOST = 50
"""A list longer than this is no longer a list to choose from."""
ANY_TIME = LocalClock(datetime(2026, 1, 1, 12, tzinfo=UTC), 4)


def with_drink(settings: DiarySettings, name: str, mg: float | None) -> DiarySettings:
    """Return settings in which a drink has so many milligrams of caffeine in one serving.

    Raises:
        RecordError: the name or the amount cannot be so; ``field`` is "drink" or "mg".
    """
    name = _cleaned("drink", name)
    reading = _read(name)
    drink = drink_at(reading, 0, USUAL.drinks)
    if drink is not None and drink[2] == len(reading):
        name = drink[0]
    elif not _is_free(reading):
        raise RecordError("drink", f"“{name}” means something else in the typed line; choose another name")
    if mg is None:
        raise RecordError("mg", "is needed: the milligrams in one serving, as the label says")
    if not 0 <= mg <= MOST_MG:
        raise RecordError("mg", f"must lie between 0 and {MOST_MG:,} mg")
    drinks = {known: amount for known, amount in settings.drinks.items() if known.lower() != name.lower()}
    if len(drinks) >= MOST:
        raise RecordError("drink", f"is one too many: {MOST} is the most")
    made = replace(settings, drinks=MappingProxyType({**drinks, name: mg}))
    understood = _understood(f"2 {name}", made)
    if [(each.drink, each.servings) for each in understood.caffeine] != [(name, 2)]:
        raise RecordError("drink", f"“{name}” would not be understood in the typed line; choose another name")
    return made


def without_drink(settings: DiarySettings, name: str) -> DiarySettings:
    """Return settings without a drink of the person's own; a usual one has its usual caffeine again."""
    left = {known: mg for known, mg in settings.drinks.items() if known != name}
    return replace(settings, drinks=MappingProxyType(left))


def with_activity(settings: DiarySettings, name: str) -> DiarySettings:
    """Return settings that know an exercise by this name.

    Raises:
        RecordError: the name cannot be so; ``field`` is "activity".
    """
    name = _cleaned("activity", name)
    if not _is_free(_read(name)):
        raise RecordError("activity", f"“{name}” has a meaning in the typed line already")
    if name.lower() in {known.lower() for known in settings.activities}:
        raise RecordError("activity", f"“{name}” is in the list already")
    if len(settings.activities) >= MOST:
        raise RecordError("activity", f"is one too many: {MOST} is the most")
    made = replace(settings, activities=(*settings.activities, name))
    if [each.activity for each in _understood(f"after {name}", made).exercise] != [name]:
        raise RecordError(
            "activity", f"“{name}” would not be understood in the typed line; choose another name"
        )
    return made


def without_activity(settings: DiarySettings, name: str) -> DiarySettings:
    """Return settings without an exercise of the person's own."""
    return replace(settings, activities=tuple(known for known in settings.activities if known != name))


def _cleaned(field: str, name: str) -> str:
    name = " ".join(clean_text(name).split())
    if not name:
        raise RecordError(field, "needs a name")
    if len(name) > LONGEST_NAME:
        raise RecordError(field, f"is longer than {LONGEST_NAME} characters")
    reading = _read(name)
    if not len(reading) or not reading.joined(0, len(reading) - 1) or not reading.is_kind(0, Kind.WORD):
        raise RecordError(field, "begins with a letter and has no comma or full stop in it")
    return name


def _read(name: str) -> Reading:
    return Reading(name, tokens_of(name))


def _understood(line: str, settings: DiarySettings) -> Understood:
    return understand(line, now=ANY_TIME.now, new_id=lambda: str(UUID(int=0)), known=vocabulary_of(settings))


def _is_free(reading: Reading) -> bool:
    """Whether some word of a name means nothing yet; a side alone waits for its place."""
    sides = all(side_at(reading, i) for i in range(len(reading)))
    return not sides and bool(draft_of(reading, ANY_TIME, USUAL).note)
