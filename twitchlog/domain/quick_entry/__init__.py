"""The typed line: "left calf 5 min mild after run, 2 coffees" understood by rules alone."""

from twitchlog.domain.quick_entry.drinks import PRESETS
from twitchlog.domain.quick_entry.line import understand
from twitchlog.domain.quick_entry.understood import Ask, Chip, Choice, Offer, Understood, choices_json

__all__ = ["PRESETS", "Ask", "Chip", "Choice", "Offer", "Understood", "choices_json", "understand"]
