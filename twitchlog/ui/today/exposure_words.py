"""An exposure in one line."""

from twitchlog.domain import words
from twitchlog.domain.exposures import Caffeine, Exercise, Sitting, Stress
from twitchlog.domain.record import Exposure


def exposure_words(record: Exposure) -> str:
    """Return an exposure in words, with its time: "08:00 2 coffees"."""
    match record:
        case Exercise():
            text = words.exercise(record)
        case Caffeine():
            text = words.drink(record)
        case Stress():
            text = f"stress {record.level}, {words.STRESS_LEVELS[record.level]}"
        case Sitting():
            text = f"sat {words.length(record.duration_min * 60)}" if record.duration_min else "sat"
    return f"{words.clock(record.when)} {text}"
