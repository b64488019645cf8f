"""The one place that opens diary files, and how: durable saves, no surprises from a prepared file.

Nothing else in the program opens a live diary by any means: closing it again would drop SQLite's own locks.
"""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from twitchlog.store.errors import StoreError

if TYPE_CHECKING:
    from sqlite_utils import Database

__all__ = ["StoreError", "connect", "connect_copy", "connect_memory", "pragma", "tables", "transaction"]

APPLICATION_ID = 0x74776C67
"""``twlg``: what the header of every diary says."""
OLDEST_SQLITE = (3, 37, 0)
"""The first with STRICT tables."""
LONGEST_CELL = 1_000_000

PRAGMAS: dict[str, tuple[str, int | str]] = {
    "journal_mode": ("DELETE", "delete"),
    "synchronous": ("EXTRA", 3),
    "fullfsync": ("ON", 1),
    "foreign_keys": ("ON", 1),
    "cell_size_check": ("ON", 1),
    "secure_delete": ("ON", 1),
    "trusted_schema": ("OFF", 0),
    "temp_store": ("MEMORY", 2),
    "mmap_size": ("0", 0),
    "cache_size": ("-16000", -16000),
}
"""Each with what is set and what must be read back; a misspelt one would be ignored in silence."""
READ_ONLY = ("foreign_keys", "cell_size_check", "trusted_schema", "temp_store", "mmap_size", "cache_size")
IN_MEMORY = ("foreign_keys", "trusted_schema", "temp_store")

_DENIED = {
    getattr(sqlite3, name)
    for name in dir(sqlite3)
    if name.startswith(("SQLITE_CREATE_", "SQLITE_DROP_", "SQLITE_ALTER_"))
} | {sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH, sqlite3.SQLITE_REINDEX}


def connect(path: Path, *, wait_s: float, reading: bool = False) -> sqlite3.Connection:
    """Return a connection to a diary that is there, every setting read back.

    Waits up to ``wait_s`` seconds wherever another program writes. ``reading``: it cannot write.

    Raises:
        sqlite3.Error: it cannot be opened; ``SQLITE_BUSY`` if another program holds it in another journal mode.
        StoreError: this computer's SQLite is too old, or ignores a setting.
    """
    _check_version()
    conn = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=wait_s
    )
    try:
        return _prepared(conn, tuple(PRAGMAS), reading=reading)
    except BaseException:
        conn.close()
        raise


def connect_copy(path: Path) -> sqlite3.Connection:
    """Return a connection that only reads a file nobody writes, such as a backup; nothing in it can act.

    Raises:
        sqlite3.Error: it is not an SQLite file.
    """
    _check_version()
    conn = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=1)
    try:
        return _prepared(conn, READ_ONLY, reading=True)
    except BaseException:
        conn.close()
        raise


def connect_memory() -> sqlite3.Connection:
    """Return a connection to an empty database that is gone when it is closed."""
    _check_version()
    return _prepared(sqlite3.connect(":memory:", isolation_level=None), IN_MEMORY, reading=False)


def _check_version() -> None:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise StoreError(
            f"This Python comes with SQLite {sqlite3.sqlite_version}; twitchlog needs 3.37 or newer. "
            "Please install a newer Python."
        )


def _prepared(conn: sqlite3.Connection, names: tuple[str, ...], *, reading: bool) -> sqlite3.Connection:
    conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_CELL)
    setconfig = getattr(conn, "setconfig", None)  # Python 3.12 and newer
    if setconfig is not None:
        setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)  # type: ignore[attr-defined,unused-ignore] # noqa: FBT003
    try:
        for name in names:
            given, meant = PRAGMAS[name]
            _set(conn, name, given, meant)
    except UnicodeDecodeError:  # SQLite's own words about a broken schema, with the broken name in them
        error = sqlite3.DatabaseError("database disk image is malformed")
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error from None
    if reading:
        _set(conn, "query_only", "ON", 1)
    conn.set_authorizer(_deny_schema_changes)
    return conn


def _set(conn: sqlite3.Connection, name: str, given: str, meant: int | str) -> None:
    conn.execute(f"PRAGMA {name} = {given}").fetchall()
    found = pragma(conn, name)
    if found != meant and not (name == "mmap_size" and found is None):
        raise StoreError(
            f"This computer's SQLite does not take the setting {name}; the diary was not opened."
        )


def pragma(conn: sqlite3.Connection, name: str) -> Any:
    """Return what a pragma says, ``None`` if it says nothing."""
    row = conn.execute(f"PRAGMA {name}").fetchone()
    return row[0] if row else None


def _deny_schema_changes(action: int, *_: str | None) -> int:
    return sqlite3.SQLITE_DENY if action in _DENIED else sqlite3.SQLITE_OK


@contextmanager
def schema_changes_allowed(conn: sqlite3.Connection) -> Iterator[None]:
    """Lift the guard that keeps everything but a migration from changing tables."""
    conn.set_authorizer(None)
    try:
        yield
    finally:
        conn.set_authorizer(_deny_schema_changes)


@contextmanager
def transaction(conn: sqlite3.Connection, kind: str = "IMMEDIATE") -> Iterator[None]:
    """Do what is inside whole or not at all; ``DEFERRED`` for what only reads and must see one state.

    Raises:
        sqlite3.Error: nothing was changed, and the connection is out of the transaction.
    """
    conn.execute(f"BEGIN {kind}")
    try:
        yield
        conn.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            if conn.in_transaction:
                conn.execute("ROLLBACK")
        raise


def tables(conn: sqlite3.Connection) -> "Database":
    """Return the connection as sqlite-utils sees it; imported here, because that takes longer than a save.

    An installed pysqlite3 would be taken instead of the module the connection is from, with other exceptions.
    """
    if "sqlite_utils" not in sys.modules:
        sys.modules["pysqlite3"] = sqlite3
        sys.modules["pysqlite3.dbapi2"] = sqlite3.dbapi2
    from sqlite_utils import Database

    return Database(conn, recursive_triggers=False, execute_plugins=False)
