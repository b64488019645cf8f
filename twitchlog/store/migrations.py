"""How a diary file of an older format becomes one of this format: SQL texts, never today's classes."""

import sqlite3

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
