"""What SQLite alone takes for the same durability: the floor of every save."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

SETTINGS = (
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    "fullfsync = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "mmap_size = 0",
    "cache_size = -16000",
)


def raw_connection(path: Path) -> sqlite3.Connection:
    """Return a connection with the journal settings of a diary, and nothing else of one."""
    conn = sqlite3.connect(path, isolation_level=None)
    for setting in SETTINGS:
        conn.execute(f"PRAGMA {setting}")
    return conn


def raw_insert(path: Path) -> Callable[[], None]:
    """Return what writes one more episode like the newest into a copy of a diary file, durably, with a new id."""
    conn = raw_connection(path)
    shown = conn.execute("SELECT * FROM episodes ORDER BY seq DESC LIMIT 1")
    names = [column[0] for column in shown.description]
    newest = dict(zip(names, shown.fetchone(), strict=True))
    statement = f"INSERT INTO episodes ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"

    def insert() -> None:
        newest["seq"] += 1
        newest["id"] = str(uuid4())
        conn.execute("BEGIN IMMEDIATE")
        conn.execute(statement, tuple(newest.values()))
        conn.execute("COMMIT")

    return insert
