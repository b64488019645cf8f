"""One write under way: what it makes, over one attempt or two."""

import sqlite3
from dataclasses import dataclass, field

from twitchlog.domain.record import Edit


@dataclass
class Step:
    """What one write makes, and the first and last of the numbers each attempt took for it."""

    edits: list[Edit] = field(default_factory=list)
    numbers: list[tuple[int, int]] = field(default_factory=list)

    def take_numbers(self, conn: sqlite3.Connection) -> int:
        """Add the rows to the diary's count of writes, and return the first of their numbers."""
        count = len(self.edits) or 1
        counting = "UPDATE meta SET writes = writes + ? RETURNING writes"
        last = int(conn.execute(counting, (count,)).fetchone()[0])
        self.numbers.append((last - count + 1, last))
        return last - count + 1
