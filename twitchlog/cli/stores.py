"""The diary file as commands use it: opened once, refusals said as sentences."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from twitchlog.cli.wiring import WAIT_S, RefusedError
from twitchlog.domain.diary import Diary
from twitchlog.store.errors import StoreError
from twitchlog.store.store import Store


@contextmanager
def opened(path: Path, *, create: bool = False, reading: bool = False) -> Iterator[Store]:
    """Open a diary and let go of it at the end; whatever the store refuses is said in its own sentence."""
    try:
        with closing(Store.open(path, create=create, wait_s=WAIT_S, reading=reading)) as store:
            yield store
    except StoreError as error:
        raise RefusedError(str(error)) from error


def recent_diary(path: Path, since: date) -> Diary:
    """Return what the diary holds from a day on."""
    with opened(path, reading=True) as store:
        return store.recent_diary(since)


def recent_diary_if_any(path: Path, since: date) -> Diary:
    """Return what the diary holds from a day on; nothing if there is no file yet, and none is made."""
    return recent_diary(path, since) if path.exists() else Diary()


def whole_diary(path: Path) -> Diary:
    """Return the whole diary."""
    with opened(path, reading=True) as store:
        return store.diary()
