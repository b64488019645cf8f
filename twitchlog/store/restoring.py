"""Going back to a backup: rehearsed on a private copy, and so that what was there is kept."""

import shutil
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

from twitchlog.domain import words
from twitchlog.store.backups import BEFORE_RESTORE
from twitchlog.store.connection import APPLICATION_ID, connect, connect_copy, pragma, transaction
from twitchlog.store.copies import PATIENCE_S, STAMP, Backup, giving_up, verified_copy
from twitchlog.store.errors import NEWER, Reason, StoreError, damaged, explained, primary_code
from twitchlog.store.migrations import migrate, newest_schema, released_schema, schema_of
from twitchlog.store.places import backups_folder
from twitchlog.store.private_files import make_private_folder, move_into_place, narrow
from twitchlog.store.reading import newest_onset, settings_text
from twitchlog.store.rows import SHAPES
from twitchlog.store.soundness import Facts, facts, problems

LARGEST = 500_000_000
UNREADABLE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: what the diary holds now, and where the one from before is.

    ``before`` is the backup of it, or ``None`` if it could not be read; then ``aside`` is the damaged file, or
    ``None`` if there was no file at all.
    """

    episodes: int
    newest: str
    before: Backup | None
    aside: Path | None


@dataclass(frozen=True, slots=True)
class Held:
    """What a diary holds: episodes, other records, and the newest onset in ISO 8601, empty if there is none."""

    episodes: int
    others: int
    newest: str


@dataclass(frozen=True, slots=True)
class Change:
    """What going back to a backup would do, in records of all kinds.

    ``now`` is ``None`` when there is no diary or it cannot be read. ``back`` records are only in the backup, ``gone``
    only in the diary, ``other`` read differently in the two. ``settings`` says whether those of the diary differ.
    """

    now: Held | None
    then: Held
    back: int
    gone: int
    other: int
    settings: bool = False


def rehearsed(path: Path, backup_path: Path) -> Change:
    """Return what a restore would change; nothing is changed, and what would be refused then is refused now.

    Raises:
        StoreError: this file cannot be restored.
    """
    with _private_copy(path, backup_path) as private, closing(connect_copy(private)) as conn:
        then, its_rows, its_settings = _held(conn), _rows(conn), settings_text(conn)
        if not path.exists() or (_unreadable(path) and _unreadable(path)):
            return Change(None, then, back=len(its_rows), gone=0, other=0)
        with closing(connect(path, wait_s=PATIENCE_S, reading=True)) as live, transaction(live, "DEFERRED"):
            now, rows, settings = _held(live), _rows(live), settings_text(live)
    shared = its_rows.keys() & rows.keys()
    return Change(
        now,
        then,
        back=len(its_rows) - len(shared),
        gone=len(rows) - len(shared),
        other=sum(its_rows[key] != rows[key] for key in shared),
        settings=settings != its_settings,
    )


def change_words(change: Change) -> str:
    """Return what going back would do: both sides, and what comes back, goes, and reads otherwise."""
    sides = [f"The backup: {_held_words(change.then)}."]
    sides.append(f"Now: {_held_words(change.now)}." if change.now else "Now: the diary cannot be read.")
    if change.settings:
        sides.append("Settings of the diary, such as the start of the day, would be as then.")
    if not (change.back or change.gone or change.other):
        return "\n".join([*sides, "Both hold the same entries."])
    what = [
        f"{words.count(number, 'entry', 'entries')} {does}"
        for number, does in (
            (change.back, "would come back"),
            (change.gone, "would go"),
            (change.other, "would read as then"),
        )
        if number
    ]
    return "\n".join([*sides, f"{words.listed(what)}."])


def _held_words(held: Held) -> str:
    twitches = words.count(held.episodes, "twitch", "twitches")
    others = words.count(held.others, "other entry", "other entries")
    newest = f", newest twitch {words.day(date.fromisoformat(held.newest[:10]))}" if held.newest else ""
    return f"{twitches}, {others}{newest}"


def _held(conn: sqlite3.Connection) -> Held:
    counts = facts(conn).counts
    episodes = counts["episodes"]
    return Held(episodes, sum(counts.values()) - episodes, newest_onset(conn))


def _rows(conn: sqlite3.Connection) -> dict[tuple[str, str], str]:
    """Return what every record says by table and key, whenever it was written."""
    found: dict[tuple[str, str], str] = {}
    for table, shape in SHAPES.items():
        at = shape.read.index(shape.key)
        found |= {(table, row[at]): repr(row) for row in conn.execute(shape.selecting(shape.read))}
    return found


def restore(path: Path, backup_path: Path, now: datetime) -> Restored:
    """Bring a diary back to a backup; what is there now is backed up first, or kept aside if it is damaged.

    The backup is rehearsed on a private copy, which is checked and brought to the newest format; a window that has
    the diary open sees the change.

    Raises:
        StoreError: nothing was changed.
    """
    with _private_copy(path, backup_path) as private:
        with closing(connect_copy(private)) as conn:
            held = facts(conn)
            newest = conn.execute("SELECT coalesce(max(onset_utc), '') FROM episodes").fetchone()[0]
        before, aside = _put_back(path, private, held, now)
    return Restored(held.counts["episodes"], newest, before, aside)


@contextmanager
def _private_copy(path: Path, backup_path: Path) -> Iterator[Path]:
    """A copy of a backup that nobody else knows, checked and brought to the newest format; gone afterwards.

    Raises:
        StoreError: the backup is none, or the disk refuses what is done with the copy.
    """
    folder = backups_folder(path)
    private = folder / f".restore-{uuid4().hex}.partial"
    try:
        make_private_folder(folder)
        narrow(folder)
        _take_in(path, backup_path, private)
        with closing(connect(private, wait_s=0)) as conn:
            migrate(conn)
        yield private
    except sqlite3.Error as error:
        raise explained(error, path, saving=True) from error
    except OSError as error:
        raise StoreError(
            f"Nothing was restored: {error.strerror or 'the disk refused it'}.", Reason.DISK
        ) from error
    finally:
        for leftover in (private, private.with_name(f"{private.name}-journal")):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)


def _take_in(path: Path, backup_path: Path, private: Path) -> None:
    """Copy a file that may come from anywhere, and let it in only if it is a sound diary of a known format.

    Its schema must be a released one, letter for letter, before anything else in it is looked at: so it has no
    view, trigger or generated column that could act.
    """
    try:
        found = backup_path.stat()
    except OSError:
        raise StoreError(f"There is no file {backup_path}.", Reason.MISSING) from None
    if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
        raise StoreError(f"{backup_path} is not a backup of a diary.", Reason.NOT_A_DIARY)
    if path.exists() and path.samefile(backup_path):
        raise StoreError(f"{backup_path} is the diary itself. Choose one of its backups.")
    journal = backup_path.with_name(f"{backup_path.name}-journal")
    if journal.exists() and journal.stat().st_size:
        raise StoreError(
            f"{backup_path} was not closed properly. Open it with twitchlog once, then restore it."
        )
    private.touch(mode=0o600, exist_ok=False)
    with backup_path.open("rb") as source, private.open("wb") as copy:
        shutil.copyfileobj(source, copy)
    try:
        with closing(connect_copy(private)) as conn:
            _let_in(conn, backup_path)
    except sqlite3.Error as error:
        raise StoreError(
            f"{backup_path} is not a backup of a diary, or it is damaged. Choose another one."
        ) from error


def _let_in(conn: sqlite3.Connection, backup_path: Path) -> None:
    schema = pragma(conn, "user_version")
    if pragma(conn, "application_id") != APPLICATION_ID or not schema:
        raise StoreError(f"{backup_path} is not a backup of a diary.", Reason.NOT_A_DIARY)
    if schema > newest_schema():
        raise StoreError(NEWER, Reason.NEWER)
    if schema_of(conn) != released_schema(schema):
        raise StoreError(
            f"{backup_path} was made by another program. Choose another one.", Reason.NOT_A_DIARY
        )
    if problems(conn):
        raise StoreError(f"{backup_path} is damaged. Choose another one.", Reason.DAMAGED)


def _put_back(path: Path, private: Path, held: Facts, now: datetime) -> tuple[Backup | None, Path | None]:
    if not path.exists():
        _seal_as_new(private, held.writes)
        move_into_place(private, path)
        return None, None
    if _unreadable(path) and _unreadable(path):  # one failed read may say so of a file that is well
        _seal_as_new(private, held.writes)
        return None, _put_aside(path, private, now)
    for _ in range(5):
        before, present = verified_copy(path, BEFORE_RESTORE, now)
        _seal_as_new(private, max(held.writes, present.writes))
        if _overwritten(path, private, present, held):
            return before, None
    raise StoreError(
        "Another twitchlog keeps writing to the diary. Close it, then restore again.", Reason.BUSY
    )


def _unreadable(path: Path) -> bool:
    """Whether what is there is no longer a sound diary.

    Raises:
        StoreError: it is sound but not this program's to overwrite.
        sqlite3.Error: it cannot be told, because it is locked or protected.
    """
    if path.stat().st_size == 0:
        return True
    try:
        with closing(connect(path, wait_s=PATIENCE_S, reading=True)) as conn:
            if pragma(conn, "application_id") != APPLICATION_ID:
                raise StoreError(
                    f"{path} is not a diary of twitchlog; it was left alone.", Reason.NOT_A_DIARY
                )
            if pragma(conn, "user_version") > newest_schema():
                raise StoreError(NEWER, Reason.NEWER)
            return bool(problems(conn))
    except sqlite3.Error as error:
        if primary_code(error) in UNREADABLE:
            return True
        raise


def _seal_as_new(private: Path, writes: int) -> None:
    with closing(connect(private, wait_s=0)) as conn, transaction(conn):
        conn.execute("UPDATE meta SET epoch = lower(hex(randomblob(16))), writes = ?", (writes + 1,))


def _overwritten(path: Path, private: Path, present: Facts, held: Facts) -> bool:
    """Overwrite the live diary, unless it was written to since ``present``; return whether it was done."""
    with closing(connect(path, wait_s=PATIENCE_S)) as live, closing(connect_copy(private)) as copy:
        if facts(live) != present:
            return False
        copy.backup(live, pages=-1, progress=giving_up())
        if facts(live).counts != held.counts or problems(live):
            raise damaged(path)
    return True


def _put_aside(path: Path, private: Path, now: datetime) -> Path:
    """Rename a diary that cannot be read, and its journal, and put the copy in its place."""
    stamp = f"{now.astimezone(UTC):{STAMP}}"
    aside = path.with_name(f"damaged-{stamp}-{uuid4().hex[:4]}-{path.name}")
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists():
        journal.rename(aside.with_name(f"{aside.name}-journal"))
    path.rename(aside)
    move_into_place(private, path)
    return aside
