"""Texts that a spreadsheet would run as a formula, and how they are kept from it."""

import re

RUN = re.compile(r"'*[=+\-@\t\r]")
GUARDED = re.compile(r"'+[=+\-@\t\r]")
RUN_SOMEWHERE = re.compile(r"\s*'*[=+\-@|%\uff1d\uff0b\uff0d\uff20\uff5c\uff05\t\r]")
"""What any spreadsheet was seen to run, the full-width signs and leading blanks included."""


def guarded(text: str) -> str:
    """Return a text of the package with one ``'`` more if it, or what follows its ``'``, starts a formula."""
    return f"'{text}" if RUN.match(text) else text


def unguarded(text: str) -> str:
    """Return the text that ``guarded`` was given."""
    return text[1:] if GUARDED.match(text) else text


def inert(text: str) -> str:
    """Return a text that no spreadsheet runs; made to be read, so there is no way back."""
    return f"'{text}" if RUN_SOMEWHERE.match(text) else text
