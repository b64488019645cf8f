"""A window on a diary in memory, with a clock that stands still."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers import NOON
from twitchlog.domain.record import Record
from twitchlog.store.store import Store
from twitchlog.ui.journal import Journal
from twitchlog.ui.look.theme import Theme
from twitchlog.ui.main_window import MainWindow
from twitchlog.ui.saver import Saver

MakeWindow = Callable[..., MainWindow]


class Clock:
    """The time of the tests; it moves only when told."""

    def __init__(self) -> None:
        # Like every clock it has more than whole seconds; what is stored has not.
        self.now = NOON.replace(microsecond=250_000)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    """A clock that stands at noon of a Sunday."""
    return Clock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty diary file."""
    made = Store.open(tmp_path / "diary.db")
    yield made
    made.close()


@pytest.fixture
def saver(store: Store) -> Saver:
    """The way to the store, asking a busy file again after a millisecond."""
    return Saver(store, retry_ms=1)


@pytest.fixture
def theme(qapp: object) -> Theme:
    """The light look at 100 %."""
    made = Theme("light", 100)
    made.apply()
    return made


@pytest.fixture
def journal(saver: Saver) -> Journal:
    """A journal on the empty diary."""
    return Journal(saver)


@pytest.fixture
def make_window(qtbot: QtBot, journal: Journal, theme: Theme, clock: Clock) -> MakeWindow:
    """Opens the window on a diary that holds the given records, and waits until it is read."""

    def make(*records: Record, size: tuple[int, int] = (1440, 900)) -> MainWindow:
        if records:
            journal.saver.store.add_new(records)
        window = MainWindow(journal, theme, clock, "")
        qtbot.addWidget(window, before_close_func=MainWindow.leave)
        journal.read.disconnect(window.warm_up.start)
        window.resize(*size)
        window.show()
        with qtbot.waitSignal(journal.read):
            journal.start_reading()
        return window

    return make
