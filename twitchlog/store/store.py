"""The diary file as the program uses it: reads give values of the domain, writes happen whole or not at all."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeAlias, TypeVar

from twitchlog.domain.day import Day
from twitchlog.domain.diary import Diary, Month, MonthKey
from twitchlog.domain.record import Edit, Record
from twitchlog.domain.settings import DiarySettings
from twitchlog.store import reading, writing
from twitchlog.store.connection import connect_memory, pragma, transaction
from twitchlog.store.errors import MOVED, NEWER, Reason, StoreError, damaged, explained, primary_code
from twitchlog.store.foreign import Seen, foreign_edits, seen_now
from twitchlog.store.migrations import migrate, newest_schema
from twitchlog.store.opening import Opened, identity, opened, opened_anew
from twitchlog.store.reserve import given_up, set_aside
from twitchlog.store.soundness import counts, problems
from twitchlog.store.step import Step

T = TypeVar("T")
Plan: TypeAlias = Callable[[sqlite3.Connection], list[Edit]]
Also: TypeAlias = Callable[[sqlite3.Connection], None]

ONCE_MORE = {
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
}
"""Errors that one reopening may cure: a passing fault of the disk says "damaged" too."""
UNREADABLE = (ValueError, KeyError, TypeError, RecursionError)
"""What decoding a row raises that no twitchlog wrote."""
IN_MEMORY = Path(":memory:")


class Store:
    """An open diary.

    ``path`` is where it is. ``read_only`` is empty, or the sentence why it can only be read. ``nearly_full`` says that
    a save had to use the reserve because the disk is full; the next may find no room. Every method raises
    ``StoreError`` with a sentence for the person when it cannot do its work, and then nothing was changed.
    """

    def __init__(self, path: Path, found: Opened, *, wait_s: float, reading: bool) -> None:
        self.path = path
        self.read_only = found.read_only
        self.on_disk = path != IN_MEMORY
        self.nearly_full = False
        self._conn: sqlite3.Connection | None = found.conn
        self._identity = found.identity
        self._wait_s = wait_s
        self._reading = reading
        self._closed = False
        self._seen = Seen(epoch="", settings="", writes=0, data_version=-1)
        try:
            self._seen = self._read(seen_now)
        except StoreError:
            self._let_go()
            raise

    @classmethod
    def open(cls, path: Path, *, create: bool = True, wait_s: float = 10.0, reading: bool = False) -> "Store":
        """Return the diary at a path; a new one if there is none and never was.

        Waits up to ``wait_s`` seconds, here and in every call, while another program writes. ``reading`` never
        creates and cannot write. A file of an older format is brought to this one, after a verified backup; one
        of a newer format can only be read.

        Raises:
            StoreError: it is missing, damaged, no diary, or in use.
        """
        path = Path(path).absolute()
        store = cls(
            path, opened(path, create=create, wait_s=wait_s, reading=reading), wait_s=wait_s, reading=reading
        )
        if not reading and not store.read_only:
            set_aside(path)
        return store

    @classmethod
    def in_memory(cls) -> "Store":
        """Return an empty diary that is gone when it is closed."""
        conn = connect_memory()
        migrate(conn)
        return cls(IN_MEMORY, Opened(conn, "", None), wait_s=0, reading=False)

    def close(self) -> None:
        """Let go of the file; closing twice does no harm."""
        self._closed = True
        self._let_go()

    @property
    def schema(self) -> int:
        """The number of the file's format."""
        return self._read(lambda conn: int(pragma(conn, "user_version")))

    def month_keys(self) -> list[MonthKey]:
        """Return the months that have records, the newest first."""
        return self._read(reading.month_keys)

    def month(self, key: MonthKey) -> Month:
        """Return the records of one month."""
        rows = self._read(lambda conn: reading.fetched_month(conn, key))
        return self._decoded(lambda: reading.months_from(rows).get(key, Month()))

    def diary(self) -> Diary:
        """Return the whole diary with its settings, as it was at one moment."""
        rows, settings = self._read(
            lambda conn: (reading.fetched(conn, *reading.EVER), reading.settings_text(conn))
        )
        return self._decoded(lambda: reading.diary_from(rows, reading.settings_from(settings), whole=True))

    def recent_diary(self, since: date) -> Diary:
        """Return what rules over the days from ``since`` on need to know; ``whole`` is false.

        That is everything since three days before, all medicines, labs, examinations and discussions, and what
        tells when the diary began.
        """
        rows, settings = self._read(
            lambda conn: (reading.fetched_recent(conn, since), reading.settings_text(conn))
        )
        return self._decoded(lambda: reading.diary_from(rows, reading.settings_from(settings), whole=False))

    def day(self, day: date) -> Day | None:
        """Return what is known of a day, or ``None``."""
        return self._read(lambda conn: reading.day_of(conn, day))

    def put(self, records: Sequence[Record], *, draft: str | None = None) -> list[Edit]:
        """Write records down, each over the one with its id if there is one; return what that changed, in order.

        ``draft`` is what is left of the draft then: written in the same step, so that a crash cannot offer again
        what was saved.
        """
        records = list(records)
        also = None if draft is None else lambda conn: writing.keep_draft(conn, draft)
        return self._write(lambda conn: writing.planned_puts(conn, records), also)

    def remove(self, records: Sequence[Record]) -> list[Edit]:
        """Delete records as they read by now; they are kept 30 days. Those that are gone already are left out."""
        records = list(records)
        return self._write(lambda conn: writing.planned_removals(conn, records))

    def make(self, edits: Sequence[Edit]) -> list[Edit]:
        """Make edits, or take them back; all of them, or none if one record is not as its ``before`` says.

        Raises:
            StoreError: also when an entry was changed elsewhere; its reason is ``CHANGED``.
        """
        edits = list(edits)
        return self._write(lambda conn: writing.checked_edits(conn, edits))

    def add_new(self, records: Iterable[Record]) -> tuple[list[Edit], int]:
        """Add records whose ids are new, in one step; return what that changed, and how many were there already.

        What was deleted and is still kept counts as there. A day that is there only gets what it lacks.
        """
        records = list(records)
        present = 0

        def plan(conn: sqlite3.Connection) -> list[Edit]:
            nonlocal present
            edits, present = writing.planned_additions(conn, records)
            return edits

        return self._write(plan), present

    def changes(self, known: Diary | None = None) -> list[Edit] | None:
        """Return what other processes wrote since this was last asked, or since the diary was opened.

        ``known`` is the diary in memory; with it every edit says truly what stood before, without it a changed
        record gives ``None``. ``None`` means that everything must be read again: the diary was restored or
        replaced, or its settings changed.

        Raises:
            StoreError: also when the file is no longer where it was.
        """
        if self._look_for_replacement():
            return None
        if (
            not self.on_disk
            or self._read(lambda conn: pragma(conn, "data_version")) == self._seen.data_version
        ):
            return []
        version, now, edits = self._read(lambda conn: self._compared(conn, known))
        before, self._seen = self._seen, now
        if version > newest_schema():
            self.read_only = NEWER
            return None
        return edits if (before.epoch, before.settings) == (now.epoch, now.settings) else None

    def settings(self) -> DiarySettings:
        """Return the settings that change what the diary means."""
        text = self._read(reading.settings_text)
        return self._decoded(lambda: reading.settings_from(text))

    def put_settings(self, settings: DiarySettings) -> None:
        """Keep the settings that change what the diary means."""
        text = reading.text_of_settings(settings)
        self._write(_nothing, lambda conn: writing.keep_settings(conn, text))
        self._seen.settings = text

    def draft(self) -> str:
        """Return what was typed and not yet saved; empty if nothing."""
        row = self._read(lambda conn: conn.execute("SELECT text FROM draft").fetchone())
        return str(row[0]) if row else ""

    def put_draft(self, text: str) -> None:
        """Keep what is typed, so that a crash does not lose it; an empty text keeps nothing."""
        if text != self.draft():
            self._write(_nothing, lambda conn: writing.keep_draft(conn, text))

    def counts(self) -> dict[str, int]:
        """Return the number of records by table."""
        return self._read(counts)

    def newest(self) -> str:
        """Return the newest onset in ISO 8601 with its offset; empty if there is no episode."""
        return self._read(reading.newest_onset)

    def writes(self) -> int:
        """Return the number of writes the diary has seen in its life."""
        return self.state()[1]

    def state(self) -> tuple[str, int]:
        """Return what changes with every write: the epoch, new at each restore, and the number of writes."""
        epoch, writes = self._read(lambda conn: conn.execute("SELECT epoch, writes FROM meta").fetchone())
        return str(epoch), int(writes)

    def problems(self) -> list[str]:
        """Return what is wrong with the file, in plain words; empty if it is sound."""
        try:
            return problems(self._connected())
        except sqlite3.Error as error:
            return [str(explained(error, self.path, saving=False))]
        except UNREADABLE:
            return [str(damaged(self.path))]

    def deleted(self, most: int = -1) -> list[tuple[datetime, Record]]:
        """Return what was deleted and is still kept, with the instant it was; the latest first, at most so many."""
        rows = self._read(lambda conn: writing.trashed_records(conn, most))
        return [(datetime.fromisoformat(at).astimezone(UTC), record) for at, record in rows]

    def restore_deleted(self, ids: Sequence[str]) -> list[Edit]:
        """Bring deleted records back, and return the edits; ids that are not among them are left out."""
        wanted = set(ids)
        return self._write(
            lambda conn: [
                Edit(None, record) for _, record in writing.trashed_records(conn) if record.id in wanted
            ]
        )

    def purge(self, now: datetime) -> int:
        """Forget what was deleted 30 days ago or more, and return how many that were.

        Nothing is forgotten while the clock is 45 days past the newest entry: it may be wrong.
        """
        old = self._read(lambda conn: writing.forgettable(conn, now))
        if old:
            self._write(_nothing, lambda conn: writing.forget(conn, now))
        return old

    def erase(self, writes: int | None = None) -> None:
        """Delete every record for good, with bin, draft and settings; refused if the diary is not as at ``writes``."""
        self._write(_nothing, lambda conn: writing.erase_all(conn, writes))
        self._seen = self._read(seen_now)

    def newest_written(self) -> datetime | None:
        """Return the latest instant at which anything was written down, by the clock of then; ``None`` if never."""
        text = self._read(writing.newest_written)
        return datetime.fromisoformat(text) if text else None

    def _connected(self) -> sqlite3.Connection:
        if self._closed:
            raise StoreError("The diary is closed. Open it again.")
        if self._conn is not None:
            return self._conn
        found = opened_anew(self.path, wait_s=self._wait_s, reading=self._reading)
        if found.identity != self._identity:
            found.conn.close()
            raise StoreError(MOVED, Reason.MOVED)
        self._take(found)
        self._seen.data_version = -1  # another connection counts from anew
        return found.conn

    def _take(self, found: Opened) -> None:
        self._conn, self._identity, self.read_only = found.conn, found.identity, found.read_only

    def _let_go(self) -> None:
        if self._conn is not None:
            self._conn.close()
            self._conn = None

    def _read(self, job: Callable[[sqlite3.Connection], T]) -> T:
        """Run a job that only reads, on one state of the file."""
        for attempt in (1, 2):
            try:
                conn = self._connected()
                with transaction(conn, "DEFERRED"):
                    return job(conn)
            except UNREADABLE as error:
                raise damaged(self.path) from error
            except sqlite3.Error as error:
                if attempt == 2 or not self._worth_again(error):
                    raise explained(error, self.path, saving=False) from error
        raise AssertionError

    def _decoded(self, job: Callable[[], T]) -> T:
        try:
            return job()
        except UNREADABLE as error:
            raise damaged(self.path) from error

    def _write(self, plan: Plan, also: Also | None = None) -> list[Edit]:
        """Plan edits and make them in one transaction, once more if the disk stumbles; return them when durable.

        Edits that an attempt left behind although its last flush failed are not made twice, and the retry counts
        as a write, so that it is flushed for them. ``also`` is what else belongs to the step.
        """
        step = Step()
        for attempt in (1, 2):
            if self.read_only:
                raise StoreError(self.read_only, Reason.READ_ONLY)
            try:
                return self._transact(plan, also, step)
            except (UnicodeEncodeError, sqlite3.Error) as error:
                if attempt == 2 or not self._worth_again(error):
                    raise explained(error, self.path, saving=True) from error
            except UNREADABLE as error:
                raise damaged(self.path) from error
        raise AssertionError

    def _transact(self, plan: Plan, also: Also | None, step: Step) -> list[Edit]:
        conn = self._connected()
        self._check_place()
        with transaction(conn):
            if pragma(conn, "user_version") != newest_schema():
                self.read_only = NEWER
                raise StoreError(NEWER, Reason.NEWER)
            made = writing.landed(conn, step.edits)
            if not made:
                step.edits, step.numbers = plan(conn), []
            if not step.edits and also is None:
                return []
            first = step.take_numbers(conn)
            if not made:
                writing.make_edits(conn, step.edits, first)
            if also is not None:
                also(conn)
        self._check_place()
        for numbers in step.numbers:
            self._seen.wrote(*numbers)
        if self.nearly_full:
            self.nearly_full = not set_aside(self.path)
        return list(step.edits)

    def _worth_again(self, error: BaseException) -> bool:
        """Whether reopening may cure it; then the connection is closed."""
        if not self.on_disk or not (primary_code(error) in ONCE_MORE or self._has_made_room(error)):
            return False
        self._let_go()
        return True

    def _has_made_room(self, error: BaseException) -> bool:
        if primary_code(error) != sqlite3.SQLITE_FULL or not given_up(self.path):
            return False
        self.nearly_full = True
        return True

    def _check_place(self) -> None:
        if self.on_disk and identity(self.path) != self._identity:
            raise StoreError(MOVED, Reason.MOVED)

    def _look_for_replacement(self) -> bool:
        """Whether another file is in the diary's place; then that one is open from now on."""
        if not self.on_disk or (self._conn is not None and identity(self.path) == self._identity):
            return False
        if not os.path.lexists(self.path):
            raise StoreError(
                f"The diary file {self.path} is gone. Put it back, or restore a backup.", Reason.MOVED
            )
        self._let_go()
        self._take(opened_anew(self.path, wait_s=self._wait_s, reading=self._reading))
        self._seen = self._read(seen_now)
        return True

    def _compared(self, conn: sqlite3.Connection, known: Diary | None) -> tuple[int, Seen, list[Edit] | None]:
        version = int(pragma(conn, "user_version"))
        now = seen_now(conn)
        if version > newest_schema() or now.epoch != self._seen.epoch:
            return version, now, None
        return version, now, foreign_edits(conn, self._seen, known)


def _nothing(_: sqlite3.Connection) -> list[Edit]:
    return []
