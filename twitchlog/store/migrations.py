"""How a diary file of an older format becomes one of this format: SQL texts, never today's classes."""

import sqlite3
from hashlib import blake2b

from twitchlog.store.connection import (
    APPLICATION_ID,
    connect_memory,
    pragma,
    schema_changes_allowed,
    transaction,
)
from twitchlog.store.schema_1 import SQL as SCHEMA_1

MIGRATIONS: tuple[str, ...] = (SCHEMA_1,)
"""Append only: number n leads from schema n to n + 1, and a new diary runs them all."""


MARKS = {1: "5ce2c033bf79e2351471da9ac87cd952"}
"""Digests of released schemas, so that opening need not build one to compare with; a test holds them to it."""


def newest_schema() -> int:
    """Return the number of this program's schema."""
    return len(MIGRATIONS)


def migrate(conn: sqlite3.Connection, until: int | None = None) -> int:
    """Bring a diary to a schema, the newest if not said, in one transaction; return the schema it had.

    Raises:
        sqlite3.Error: nothing was changed.
    """
    with schema_changes_allowed(conn), transaction(conn):
        had = int(pragma(conn, "user_version"))
        for text in MIGRATIONS[had:until]:
            for statement in statements(text):
                conn.execute(statement)
        conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        conn.execute(f"PRAGMA user_version = {newest_schema() if until is None else until}")
        if conn.execute("PRAGMA foreign_key_check").fetchall():
            raise sqlite3.IntegrityError("FOREIGN KEY constraint failed")
    return had


def statements(text: str) -> list[str]:
    """Return the statements of an SQL text; ``executescript`` would end the transaction."""
    found, current = [], ""
    for line in text.splitlines():
        current += f"{line}\n"
        if sqlite3.complete_statement(current):
            found.append(current.strip())
            current = ""
    return found


def schema_of(conn: sqlite3.Connection) -> list[tuple[str, ...]]:
    """Return every table, index, view and trigger with its SQL text, in an order that never changes."""
    return conn.execute(
        "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema "
        "WHERE name <> 'sqlite_stat1' ORDER BY type, name"
    ).fetchall()


def released_schema(number: int) -> list[tuple[str, ...]]:
    """Return what ``schema_of`` says of a diary of a released schema."""
    conn = connect_memory()
    try:
        migrate(conn, number)
        return schema_of(conn)
    finally:
        conn.close()


def is_as_released(conn: sqlite3.Connection) -> bool:
    """Whether a file's tables are letter for letter those of its schema's number, which this program must know.

    So there is no view, trigger or expression in it that could act or never end.
    """
    number = int(pragma(conn, "user_version"))
    found = schema_of(conn)
    return mark_of(found) == MARKS[number] if number in MARKS else found == released_schema(number)


def mark_of(schema: list[tuple[str, ...]]) -> str:
    """Return the digest of what ``schema_of`` says."""
    return blake2b(repr(schema).encode(), digest_size=16).hexdigest()


def has_views(conn: sqlite3.Connection) -> bool:
    """Whether a file of a schema that this program does not know has anything that is more than a table."""
    return bool(conn.execute("SELECT 1 FROM sqlite_schema WHERE type NOT IN ('table', 'index')").fetchone())
