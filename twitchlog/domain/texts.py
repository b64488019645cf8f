"""Records as texts and back: the one way values cross into CSV, JSON and the command line."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone
from enum import StrEnum
from typing import Any

from twitchlog.domain.errors import RecordError
from twitchlog.domain.fields import FIELDS, Field, Kind
from twitchlog.domain.record import TABLES, Record

INTEGER = re.compile(r"-?[0-9]{1,15}", re.ASCII)
NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?", re.ASCII)
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
CLOCK = re.compile(r"[0-9]{2}:[0-9]{2}", re.ASCII)
MOMENT = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(Z|[+-][0-9]{2}:[0-9]{2})",
    re.ASCII,
)


def value_text(field: Field, value: Any) -> str:
    """Return a value as the package writes it; not given is the empty text."""
    if value is None:
        return ""
    match field.kind:
        case Kind.MOMENT:
            return moment_text(value)
        case Kind.DATE:
            return str(value.isoformat())
        case Kind.CLOCK:
            return f"{value:%H:%M}"
        case Kind.BOOLEAN:
            return "true" if value else "false"
        case Kind.NUMBER:
            return number_text(value)
        case Kind.CODES:
            return ";".join(sorted(code.value for code in value))
        case _:
            return str(value)


def value_from(field: Field, text: str) -> Any:
    """Return the value a text stands for; empty is not given.

    Raises:
        RecordError: the text cannot be read, or a needed one is empty; it names the field.
    """
    return READERS[field.kind](field, text) if text else _not_given(field)


def record_from(table: str, texts: dict[str, str]) -> Record:
    """Return the record a row of texts stands for.

    Raises:
        RecordError: a text cannot be read or a value is impossible; it names the field.
    """
    values = {field.name: value_from(field, texts.get(field.name, "")) for field in FIELDS[table]}
    record: Record = TABLES[table](**values)
    return record


def texts_of(table: str, record: Record) -> dict[str, str]:
    """Return a record as a row of texts by column; not given is the empty text."""
    return {field.name: value_text(field, getattr(record, field.name)) for field in FIELDS[table]}


def given(table: str, record: Record) -> dict[str, Any]:
    """Return the columns that have a value, as JSON shows them: numbers, booleans, texts, lists of codes."""
    row: dict[str, Any] = {}
    for field in FIELDS[table]:
        value = getattr(record, field.name)
        if field.required or value != empty_of(field):
            row[field.name] = _json_value(field, value)
    return row


def _json_value(field: Field, value: Any) -> Any:
    match field.kind:
        case Kind.INTEGER | Kind.BOOLEAN:
            return value
        case Kind.NUMBER:
            return int(value) if value == int(value) else value
        case _:
            return value_text(field, value)


def moment_text(moment: datetime) -> str:
    """Return a moment as ISO 8601 with offset, in seconds."""
    return moment.isoformat(timespec="seconds")


def number_text(value: float) -> str:
    """Return a number without a needless decimal part and without an exponent."""
    if value == int(value):
        return str(int(value))
    plain = repr(float(value))
    return plain if "e" not in plain else f"{value:.15f}".rstrip("0")


def moment_from(field: str, text: str) -> datetime:
    """Return the moment of an ISO 8601 text with offset and whole seconds.

    Raises:
        RecordError: it cannot be read; it names the field.
    """
    match = MOMENT.fullmatch(text)
    if match is None:
        raise RecordError(field, f"“{text[:40]}” is not a time like 2026-11-22T14:32:00+01:00")
    *digits, offset = match.groups()
    try:
        return datetime(*(int(each) for each in digits), tzinfo=_offset(offset))  # type: ignore[misc,arg-type]
    except ValueError:
        raise RecordError(field, f"“{text[:40]}” is a time that does not exist") from None


def _offset(text: str) -> timezone:
    if text == "Z":
        return timezone(timedelta(0))
    hours, minutes = int(text[1:3]), int(text[4:6])
    if hours > 14 or minutes > 59:
        raise ValueError(text)
    sign = -1 if text[0] == "-" else 1
    return timezone(sign * timedelta(hours=hours, minutes=minutes))


def _text(_: Field, text: str) -> str:
    return text


def _moment(field: Field, text: str) -> datetime:
    return moment_from(field.name, text)


def _integer(field: Field, text: str) -> int:
    if not INTEGER.fullmatch(text):
        raise RecordError(field.name, f"“{text[:40]}” is not a whole number")
    return int(text)


def _number(field: Field, text: str) -> float:
    if not NUMBER.fullmatch(text):
        raise RecordError(field.name, f"“{text[:40]}” is not a number")
    return float(text)


def _boolean(field: Field, text: str) -> bool:
    if text not in {"true", "false"}:
        raise RecordError(field.name, f"“{text[:40]}” is neither true nor false")
    return text == "true"


def _date(field: Field, text: str) -> date:
    if not DATE.fullmatch(text):
        raise RecordError(field.name, f"“{text[:40]}” is not a date like 2026-11-22")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise RecordError(field.name, f"“{text[:40]}” is a date that does not exist") from None


def _clock(field: Field, text: str) -> time:
    if not CLOCK.fullmatch(text):
        raise RecordError(field.name, f"“{text[:40]}” is not a time like 07:30")
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise RecordError(field.name, f"“{text[:40]}” is a time that does not exist") from None


def _code(field: Field, text: str) -> StrEnum:
    known = field.codes or StrEnum
    try:
        return known(text)
    except ValueError:
        raise RecordError(field.name, f"“{text[:40]}” is not one of {', '.join(known)}") from None


def _codes(field: Field, text: str) -> frozenset[StrEnum]:
    return frozenset(_code(field, word.strip()) for word in text.split(";"))


READERS: dict[Kind, Callable[[Field, str], Any]] = {
    Kind.ID: _text,
    Kind.MOMENT: _moment,
    Kind.DATE: _date,
    Kind.CLOCK: _clock,
    Kind.INTEGER: _integer,
    Kind.NUMBER: _number,
    Kind.BOOLEAN: _boolean,
    Kind.CODE: _code,
    Kind.CODES: _codes,
    Kind.TEXT: _text,
}
EMPTY: dict[Kind, Any] = {Kind.TEXT: "", Kind.CODES: frozenset(), Kind.BOOLEAN: False}


def _not_given(field: Field) -> Any:
    if field.required:
        raise RecordError(field.name, "is needed")
    return empty_of(field)


def empty_of(field: Field) -> Any:
    """Return the value that means "not given" in a field."""
    return None if field.tri else EMPTY.get(field.kind)
