"""The one way a person's text enters the diary."""

import unicodedata

KEPT_CONTROLS = {"\n", "\t"}
BYTE_ORDER_MARK = "\ufeff"


def clean_text(text: str) -> str:
    """Return a text with LF line ends, without control characters, lone surrogates or byte order marks before it.

    A text that was cleaned once is not changed again.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return "".join(c for c in whole if c in KEPT_CONTROLS or unicodedata.category(c) != "Cc").lstrip(
        BYTE_ORDER_MARK
    )
