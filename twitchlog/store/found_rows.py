"""The rows of a diary among bytes: only what its digest proves was written so, and of each the latest."""

import sqlite3
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from twitchlog.domain.record import TABLES
from twitchlog.store.connection import connect_memory
from twitchlog.store.migrations import migrate
from twitchlog.store.pages import Pages, Values
from twitchlog.store.rows import digest
from twitchlog.store.soundness import is_sealed

TRASH = "trash"
SEAL_LENGTH = 16


@dataclass(frozen=True)
class Layout:
    """A table of a released schema: its columns in the order of the file, and which of them hold fractions."""

    table: str
    columns: tuple[str, ...]
    fractions: frozenset[int]

    @cached_property
    def seal(self) -> int:
        """Where the digest stands."""
        return self.columns.index("digest")

    @cached_property
    def sealed_order(self) -> tuple[tuple[str, int], ...]:
        """The columns a digest is made of, by name."""
        return tuple(sorted((name, at) for at, name in enumerate(self.columns) if at != self.seal))

    @cached_property
    def insert(self) -> str:
        """Return the SQL that adds a row."""
        marks = ", ".join("?" * len(self.columns))
        return " ".join(("INSERT INTO", self.table, f"({', '.join(self.columns)}) VALUES ({marks})"))

    def whole(self, values: Values) -> Values:
        """Return a row with the columns that were added after it was written, and fractions as fractions."""
        longer = (*values, *[None] * (len(self.columns) - len(values)))
        return tuple(
            float(value) if at in self.fractions and isinstance(value, int) else value
            for at, value in enumerate(longer)
        )

    def fits(self, values: Values) -> bool:
        """Whether a row of ``whole`` is as its digest says."""
        seal = values[self.seal]
        if not isinstance(seal, str) or len(seal) != SEAL_LENGTH:
            return False
        if self.table != TRASH:
            given = {name: values[at] for name, at in self.sealed_order if values[at] is not None}
            return is_sealed(self.table, given, seal)
        table, key, text, since, mod, _ = values
        texts = all(isinstance(each, str) for each in (table, key, text, since))
        return texts and isinstance(mod, int) and digest(str(table), str(text)) == seal


@dataclass
class Found:
    """The rows of one schema that were accepted, each with its table; the latest of each key wins."""

    layouts: tuple[Layout, ...]
    rows: dict[tuple[str, str], tuple[Layout, Values]] = field(default_factory=dict)

    def take(self, values: Values) -> bool:
        """Take a row if it fits a table; return whether it does."""
        for layout in self.layouts:
            if not layout.seal < len(values) <= len(layout.columns):
                continue
            whole = layout.whole(values)
            if layout.fits(whole):
                self._keep(layout, whole)
                return True
        return False

    def _keep(self, layout: Layout, values: Values) -> None:
        # A deleted record stands for the place of the record itself: so the later of the two wins.
        place = (layout.table, values[0]) if layout.table != TRASH else (values[0], values[1])
        key = (str(place[0]), str(place[1]))
        if key not in self.rows or _mod(*self.rows[key]) < _mod(layout, values):
            self.rows[key] = (layout, values)

    @property
    def last_write(self) -> int:
        """The highest number of ``writes`` that a row has."""
        return max((_mod(*row) for row in self.rows.values()), default=0)

    def counts(self) -> dict[str, int]:
        """Return the number of records by table, with what was deleted under its own name."""
        number = Counter(layout.table for layout, _ in self.rows.values())
        return {table: number[table] for table in (*TABLES, TRASH)}

    def times(self) -> Counter[str]:
        """Return how often each instant and each date stands where the file has an index of them."""
        return Counter(
            str(values[_when(layout)]) for layout, values in self.rows.values() if layout.table != TRASH
        )


def _mod(layout: Layout, values: Values) -> int:
    number = values[layout.columns.index("mod")]
    return number if isinstance(number, int) else -1


def _when(layout: Layout) -> int:
    """Return the column of a record's own time: the first that is an instant, else its date."""
    instants = [
        at for at, name in enumerate(layout.columns) if name.endswith("_utc") and name != "recorded_utc"
    ]
    return instants[0] if instants else layout.columns.index("date")


def layouts_of(schema: int) -> tuple[Layout, ...]:
    """Return the tables of a released schema whose rows have a digest."""
    conn = connect_memory()
    try:
        migrate(conn, schema)
        return tuple(_layout(conn, table) for table in (*TABLES, TRASH))
    finally:
        conn.close()


def _layout(conn: sqlite3.Connection, table: str) -> Layout:
    rows = conn.execute("SELECT name, type FROM pragma_table_info(?) ORDER BY cid", (table,)).fetchall()
    fractions = frozenset(at for at, (_, kind) in enumerate(rows) if kind == "REAL")
    return Layout(table, tuple(name for name, _ in rows), fractions)


def found_in(pages: Pages, schema: int, journal: Pages) -> Found:
    """Return the rows of a file, and of the journal of a save that was cut short, that fit a released schema."""
    found = Found(layouts_of(schema))
    for page in range(pages.count):
        for _ in pages.rows(page, found.take):
            pass
    for _, values in journal.anywhere(0, len(journal.data)):
        found.take(values)
    return found
