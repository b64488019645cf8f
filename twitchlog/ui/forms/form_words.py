"""What the forms ask: the fields of each, in order, with the words for their codes."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from twitchlog.domain import words
from twitchlog.domain.quick_entry import Vocabulary
from twitchlog.domain.quick_entry.activities import ACTIVITIES

LABELS = {
    "episodes": {
        "onset": "When",
        "onset_about": "The time is only about right",
        "spot": "Where",
        "duration_s": "How long",
        "ongoing": "Still going on",
        "intensity": "How strong",
        "pattern": "How it went",
        "symptoms": "Something with it",
        "weakness_kind": "Weakness: which is closer?",
        "visible": "Could it be seen?",
        "posture": "Posture",
        "pulse": "In time with the pulse?",
        "vibration": "Shaken from outside",
        "note": "Note",
    },
    "exercise": {
        "activity": "What",
        "start": "Start",
        "duration_min": "Minutes",
        "effort": "Effort",
        "muscles": "What worked most",
        "note": "Note",
    },
    "caffeine": {"drink": "Drink", "servings": "How many", "mg": "Caffeine in all, about (mg)", "at": "When"},
    "stress": {"level": "How much", "at": "When", "note": "Note"},
    "sitting": {"start": "Start", "duration_min": "Minutes"},
    "days": {
        "date": "Day",
        "check_in": "Twitches",
        "exposures_complete": "Exercise, coffee and stress are all written down",
        "awake_from": "Awake from",
        "awake_to": "Awake to",
        "sleep_hours": "Hours slept",
        "sleep_position_odd": "Slept in an odd position",
        "worry": "How much did it worry you?",
    },
    "medicines": {"name": "Medicine", "change": "What happened", "date": "Day"},
    "labs": {
        "analyte": "What was measured",
        "value": "Result",
        "unit": "Unit",
        "low": "Lower limit printed by the lab",
        "high": "Upper limit printed by the lab",
        "date": "Day",
    },
    "exams": {"kind": "What", "result": "Result", "who": "Who did it", "date": "Day", "note": "Note"},
    "discussions": {"rule": "About", "date": "Day"},
}
"""What each form asks, in order."""

CODE_WORDS: dict[str, Mapping[Any, str]] = {
    "pattern": words.PATTERNS,
    "weakness_kind": words.WEAKNESS_KINDS,
    "posture": words.POSTURES,
    "vibration": words.VIBRATIONS,
    "effort": words.EFFORTS,
    "check_in": words.CHECK_INS,
    "change": words.CHANGES,
    "analyte": words.ANALYTES,
    "kind": words.EXAM_KINDS,
    "result": words.EXAM_RESULTS,
}
NO_WORD = "\u00a0"
"""A blank that keeps the segments of a scale at one height."""

SCALES: dict[str, Mapping[int, str]] = {
    "intensity": words.STRENGTHS,
    "level": words.STRESS_LEVELS,
    "worry": {1: "not at all", 2: NO_WORD, 3: NO_WORD, 4: NO_WORD, 5: "very much"},
}
SUGGESTED: dict[str, Callable[[Vocabulary], Sequence[str]]] = {
    "drink": lambda known: list(known.drinks),
    "activity": lambda known: [*known.activities, *ACTIVITIES],
}
"""What a free field suggests."""
NEEDED = {"sitting": ("duration_min",), "caffeine": ("drink",), "exercise": ("activity",)}
"""What a form asks for beyond the fields a record cannot be without."""
