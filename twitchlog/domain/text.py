"""The one way a person's text enters the diary."""

import unicodedata

KEPT_CONTROLS = {"\n", "\t"}


def clean_text(text: str) -> str:
    """Return a text with LF line ends, without control characters, lone surrogates or a byte order mark."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").removeprefix("\ufeff")
    return "".join(c for c in text if c in KEPT_CONTROLS or unicodedata.category(c) != "Cc")
