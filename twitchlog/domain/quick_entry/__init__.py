"""The typed line: "left calf 5 min mild after run, 2 coffees" understood by rules alone."""

from twitchlog.domain.quick_entry.drinks import PRESETS
from twitchlog.domain.quick_entry.line import understand
from twitchlog.domain.quick_entry.understood import Ask, Chip, Choice, Offer, Understood, choices_json
from twitchlog.domain.quick_entry.vocabulary import USUAL, Vocabulary, vocabulary_of

__all__ = [
    "PRESETS",
    "USUAL",
    "Ask",
    "Chip",
    "Choice",
    "Offer",
    "Understood",
    "Vocabulary",
    "choices_json",
    "understand",
    "vocabulary_of",
]
