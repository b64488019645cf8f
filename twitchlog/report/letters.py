"""Letters that no font of this computer has: named on the page, so that nothing is silently left out."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtGui import QTextLayout

from twitchlog.report.ink import BODY, font_of
from twitchlog.report.page import Page

SHOWN = 3
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Mn", "Me", "Mc", "Zs", "Zl", "Zp", "Cn", "Co"})
"""Marks that have no picture of their own, or only one together with a letter."""


def missing_words(page: Page) -> str:
    """Return the sentence that names the letters missing on this computer; empty if none are."""
    gone = missing_letters(typed_words(page))
    if not gone:
        return ""
    named = ", ".join(_named(letter) for letter in gone[:SHOWN])
    rest = f" and {len(gone) - SHOWN} more" if len(gone) > SHOWN else ""
    return f"Not printed, because no font of this computer has them: {named}{rest}."


def typed_words(page: Page) -> Iterable[str]:
    """Return every text on the page that a person typed."""
    yield from (page.choices.name, page.choices.born, *page.questions)
    yield from (row.text for row in page.medical)
    yield from (mark.label for mark in page.facts.timeline.marks)
    if page.sheets > 1:
        yield from (row.text for row in page.facts.medicine_changes)
        yield from (note.text for note in page.notes)


def missing_letters(texts: Iterable[str]) -> list[str]:
    """Return the letters that cannot be painted, each once, in Unicode's order."""
    seen = frozenset().union(*(frozenset(text) for text in texts))
    return sorted(letter for letter in seen if ord(letter) > 126 and not _has(letter))


@lru_cache(maxsize=4_000)
def _has(letter: str) -> bool:
    if unicodedata.category(letter) in UNSEEN:
        return True
    layout = QTextLayout(letter, font_of(BODY))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    glyphs = [index for run in layout.glyphRuns() for index in run.glyphIndexes()]
    return bool(glyphs) and 0 not in glyphs


def _named(letter: str) -> str:
    name = unicodedata.name(letter, "").partition("-")[0].lower()
    return f"U+{ord(letter):04X} ({name})" if name else f"U+{ord(letter):04X}"
