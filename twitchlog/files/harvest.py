"""What a file yields: the records in it, the rows that cannot be taken, and what was left aside."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from uuid import UUID, uuid5

from twitchlog.domain.record import Record

TWITCHLOG = UUID("3f6f1c0a-7f0e-5f0b-9c55-0d1c1f6f6a21")
"""The namespace of every id that is derived from a row; changing it would make each import add again."""

NOTHING: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that cannot be taken: its table, its row as a spreadsheet counts (the header is 1), and why.

    ``row`` 0 means the table as a whole.
    """

    table: str
    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class Harvest:
    """What was read from a file; ``ignored`` counts what was left aside, by its name."""

    records: tuple[Record, ...] = ()
    refused: tuple[Refusal, ...] = ()
    ignored: Mapping[str, int] = field(default_factory=lambda: NOTHING)


def derived_id(form: str, table: str, key: str) -> str:
    """Return the id of a row that has none: the same for the same row, whenever it is read."""
    return str(uuid5(TWITCHLOG, f"{form}|{table}|{key}"))
