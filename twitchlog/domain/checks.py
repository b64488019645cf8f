"""The checks every record shares."""

import re

from twitchlog.domain.errors import RecordError

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def check_id(key: str) -> None:
    """Refuse an id that is not a lower-case UUID.

    Raises:
        RecordError: names the field.
    """
    if not UUID.fullmatch(key):
        raise RecordError("id", "must be a lower-case UUID")


def check_range(field: str, value: float | None, low: float, high: float) -> None:
    """Refuse a number outside ``low`` to ``high``, both allowed; ``None`` is not given and passes.

    Raises:
        RecordError: names the field.
    """
    if value is not None and not low <= value <= high:
        raise RecordError(field, f"must lie between {low:,} and {high:,}")


def check_text(field: str, text: str, longest: int) -> None:
    """Refuse a text that is too long.

    Raises:
        RecordError: names the field.
    """
    if len(text) > longest:
        raise RecordError(field, f"is longer than {longest:,} characters")
