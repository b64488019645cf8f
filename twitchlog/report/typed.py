"""The person's own words on the page: one line, and fenced off so that their direction stays theirs."""

ISOLATE, POP = "\u2068", "\u2069"
"""Unicode's first-strong isolate and its end: an Arabic name does not turn the English around it."""


def one_line(text: str) -> str:
    """Return a text with every run of blanks and line ends as one blank."""
    return " ".join(text.split())


def isolated(text: str) -> str:
    """Return a person's text to stand inside a sentence; empty stays empty."""
    line = one_line(text)
    return f"{ISOLATE}{line}{POP}" if line else ""
