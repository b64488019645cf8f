"""Words that no text of the interface may contain; kept as data, so that every page's tests use the same list.

A feared illness is never named, a finding never dressed up or cried out, and no all-clear is given.
"""

import re

BANNED = (
    "als",
    "amyotrophic",
    "mnd",
    "motor neuron",
    "motor neurone",
    "lou gehrig",
    "parkinson*",
    "multiple sclerosis",
    "cancer",
    "tumor",
    "tumour",
    "disease",
    "disorder",
    "risk*",
    "danger*",
    "warning",
    "alarm*",
    "alert*",
    "abnormal*",
    "red flag",
    "severe",
    "severity",
    "critical",
    "fatal",
    "all clear",
    "caused by",
    "due to",
    "prove",
    "proves",
    "score",
    "streak",
    "missed",
    "congratulations",
    "well done",
    "episode",
    "episodes",
    "site",
    "sites",
    "intensity",
    "flag",
    "flags",
    "nothing to worry",
    "you are fine",
    "!",
)
"""Whole words in any case; a trailing ``*`` stands for any ending."""


def banned_in(text: str) -> tuple[str, ...]:
    """Return the banned words that a text contains, in the order of the list."""
    return tuple(word for word in BANNED if _pattern(word).search(text))


def _pattern(word: str) -> re.Pattern[str]:
    if not word[0].isalpha():
        return re.compile(re.escape(word))
    stem = r"\s+".join(re.escape(part) for part in word.rstrip("*").split())
    return re.compile(rf"\b{stem}" + (r"\w*" if word.endswith("*") else r"\b"), re.IGNORECASE)
