"""What a person drinks and does by their own names, beside what every line knows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from twitchlog.domain.quick_entry import activities
from twitchlog.domain.quick_entry.drinks import PRESETS
from twitchlog.domain.quick_entry.reading import Phrases, Reading
from twitchlog.domain.quick_entry.tokens import tokens_of
from twitchlog.domain.settings import DiarySettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The drinks and activities a line knows.

    ``drinks`` holds the milligrams of caffeine in one serving by the drink's name, the usual ones included;
    ``activities`` only the person's own.
    """

    drinks: Mapping[str, float] = field(default_factory=lambda: PRESETS)
    activities: tuple[str, ...] = ()

    def activity_at(self, reading: Reading, i: int) -> tuple[str, bool, int] | None:
        """Return the activity at ``i``, whether it goes on, and where it ends; ``None`` if there is none."""
        own = _own(self.activities).at(reading, i)
        usual = activities.NAMES.at(reading, i)
        if own and (usual is None or own[1] >= usual[1]):
            return own[0], False, own[1]
        return (*usual[0], usual[1]) if usual else None


USUAL = Vocabulary()


def vocabulary_of(settings: DiarySettings) -> Vocabulary:
    """Return what the lines of a diary know."""
    return Vocabulary(drinks=MappingProxyType({**PRESETS, **settings.drinks}), activities=settings.activities)


@lru_cache(maxsize=8)
def _own(names: tuple[str, ...]) -> Phrases[str]:
    phrases = {" ".join(token.text for token in tokens_of(name)): name for name in names}
    return Phrases({phrase: name for phrase, name in phrases.items() if phrase})
