"""Contact sheets of states: what the window shows when something is asked, saved, refused, wrong or hidden.

Each state is brought about in the real window on a diary file of its own, at the smallest size the window has.
"""

import sys
import tempfile
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from unittest import mock

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from chart_sheets import in_few_colours
from shown_diaries import LAST, NOW, an_episode, lasting, one
from twitchlog.domain.clock_doubt import clock_doubt
from twitchlog.domain.day import CheckIn, Day
from twitchlog.domain.record import Record
from twitchlog.store.backups import backup
from twitchlog.store.connection import connect
from twitchlog.store.errors import PROTECTED, SAVING, Reason, StoreError
from twitchlog.store.preferences import Preferences
from twitchlog.store.store import Store
from twitchlog.ui.choosing.choices import Choices
from twitchlog.ui.crash_bar import CrashBar
from twitchlog.ui.damaged_file import DamagedFile
from twitchlog.ui.file_commands import FileCommands
from twitchlog.ui.journal import Journal
from twitchlog.ui.keeping_commands import KeepingCommands
from twitchlog.ui.look.theme import Theme
from twitchlog.ui.main_window import MainWindow
from twitchlog.ui.pages.today import TodayPage
from twitchlog.ui.saver import Saver

SIZE, COLUMNS, GAP, TITLE = (900, 600), 3, 14, 26
LINE = "left calf 5 min mild after run, 2 coffees"


@dataclass(frozen=True)
class State:
    """A state: its name, what the diary holds, and what is done in the window to come there."""

    name: str
    do: Callable[[MainWindow], object]
    records: Callable[[], list[Record]] = one
    size: tuple[int, int] = SIZE


def _today(window: MainWindow) -> TodayPage:
    page = window.show_page("today")
    if not isinstance(page, TodayPage):
        raise TypeError("another page is called today")
    return page


def _typed(line: str, *, log: bool = False) -> Callable[[MainWindow], None]:
    def do(window: MainWindow) -> None:
        page = _today(window)
        page.quick.set_line(line)
        if log:
            page.save()

    return do


def _press(name: str, page: str = "today") -> Callable[[MainWindow], None]:
    def do(window: MainWindow) -> None:
        shown = window.show_page(page)
        next(each for each in shown.findChildren(QPushButton) if each.objectName() == name).click()

    return do


def _refused(reason: Reason, sentence: str) -> Callable[[MainWindow], None]:
    def do(window: MainWindow) -> None:
        mock.patch.object(Store, "put", side_effect=StoreError(sentence, reason)).start()
        _typed(LINE, log=True)(window)

    return do


def _gone(window: MainWindow) -> None:
    window.journal.saver.store.path.unlink()
    _typed(LINE, log=True)(window)


def _read_only(window: MainWindow) -> None:
    window.journal.saver.store.read_only = PROTECTED
    _typed(LINE, log=True)(window)


def _newer(window: MainWindow) -> None:
    path = window.journal.saver.store.path.with_name("newer.db")
    Store.open(path).close()
    with closing(connect(path, wait_s=0)) as conn:
        conn.execute("PRAGMA user_version = 99")
    with closing(Store.open(path)) as store:
        window.bar.say(store.read_only)


def _clock(window: MainWindow) -> None:
    window.bar.say(clock_doubt(NOW, NOW + timedelta(days=2)))


def _crash(window: MainWindow) -> None:
    with mock.patch.object(sys, "excepthook"), mock.patch.object(threading, "excepthook"):
        CrashBar(window.bar).watch()
        sys.excepthook(ZeroDivisionError, ZeroDivisionError(), None)


def _damaged(window: MainWindow) -> None:
    store = window.journal.saver.store
    made = backup(store, "asked", NOW)
    dialog = DamagedFile(
        "The diary file is damaged.", [made], lambda _: None, lambda: "", str(store.path.parent)
    )
    dialog.setParent(window, Qt.WindowType.Dialog)
    dialog.open()


def _wrong_package(window: MainWindow) -> None:
    path = window.journal.saver.store.path.with_name("holiday.zip")
    path.write_bytes(b"no zip")
    FileCommands(window.desk).preview(path)


def _no_folder(window: MainWindow) -> None:
    FileCommands(window.desk).write_table(Path("/no such folder/twitches.csv"))


def _backups(window: MainWindow) -> None:
    store = window.journal.saver.store
    backup(store, "timer", NOW - timedelta(days=1))
    store.put([an_episode(77, 1)])
    KeepingCommands(window.desk).ask_backup()
    dialog = window.findChild(QDialog, "restore_dialog")
    dialog.list.setCurrentRow(0)  # type: ignore[union-attr]


def _failing_chart(window: MainWindow) -> None:
    mock.patch("twitchlog.charts.year.draw", side_effect=ZeroDivisionError).start()
    window.show_page("trends")


def _once_a_day(window: MainWindow) -> None:
    window.choices.take(once_a_day=True, hide_numbers=True)
    _today(window)


def _past_day(window: MainWindow) -> None:
    window.desk.step_day(-2)
    _typed("left calf 5 min")(window)


def paused() -> list[Record]:
    """Three weeks of writing, a pause of four, and three weeks more."""
    days = [*range(22), *range(50, 72)]
    check_ins = [
        Day(date=LAST - timedelta(days=n), check_in=CheckIn.ALL_LOGGED, recorded_at=NOW) for n in days
    ]
    return [*(an_episode(n + 1, n) for n in days), *check_ins]


def travelled() -> list[Record]:
    """A twitch in New York this morning, written down there."""
    there = datetime.fromisoformat("2026-11-22T06:10:00-05:00")
    return [*one(), replace(an_episode(3, 0), onset=there, recorded_at=there, zone="America/New_York")]


STATES = (
    State("First run", lambda _: None, list),
    State("One twitch", lambda _: None),
    State("Nothing said where", _typed("5 min mild", log=True)),
    State("A side must be asked", _typed("lower back 2 min after squats", log=True)),
    State("A time that may be yesterday's", _typed("left calf at 18:00")),
    State("A time that no clock shows", _typed("left calf at 25:00", log=True)),
    State("Longer than a day", _typed("left calf 2 days")),
    State("Saved", _typed(LINE, log=True)),
    State("The disk is full", _refused(*SAVING[13])),
    State("Another twitchlog is writing", _refused(*SAVING[5])),
    State("The file was moved away", _gone),
    State("Only to be read", _read_only),
    State("Written by a newer program", _newer),
    State("Damaged", _damaged),
    State("A clock that cannot be right", _clock),
    State("A bug", _crash),
    State("Not a package", _wrong_package),
    State("No place to write to", _no_folder),
    State("No twitches today", _press("check_in_none"), list),
    State("Another day", _past_day, lasting),
    State("Once a day, no numbers", _once_a_day),
    State("Written in another zone", lambda _: None, travelled, (900, 1250)),
    State("Trends before two weeks", lambda window: window.show_page("trends")),
    State("Places before two weeks", lambda window: window.show_page("places")),
    State("A chart that fails", _failing_chart, paused),
    State("A pause is a pause", lambda window: window.show_page("trends"), paused, (1100, 900)),
    State("Backups", _backups),
    State("Hidden", lambda window: window.curtain.draw()),
    State("Exercise", lambda window: window.desk.ask("exercise")),
    State("The whole diary", lambda window: KeepingCommands(window.desk).ask_erase()),
)


def take_states(
    folder: Path, wait: Callable[[QApplication, MainWindow], None], app: QApplication
) -> list[str]:
    """Save a sheet of all states in each theme; ``wait`` waits until a window is drawn. Return the names."""
    names = []
    for choice in ("light", "dark"):
        pictures = [(state.name, _picture(state, choice, wait, app)) for state in STATES]
        names.append(f"states-{choice}.png")
        sheet = _sheet(pictures).toImage().convertToFormat(QImage.Format.Format_RGB32)
        in_few_colours(sheet, Theme(choice).palette).save(str(folder / names[-1]), quality=0)
    return names


def _picture(
    state: State, choice: str, wait: Callable[[QApplication, MainWindow], None], app: QApplication
) -> QPixmap:
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "diary.db")
        store.add_new(state.records())
        theme = Theme(choice)
        theme.apply()
        window = MainWindow(
            Journal(Saver(store)), theme, lambda: NOW, "Europe/Berlin", Choices(Preferences())
        )
        window.resize(*state.size)
        window.show()
        window.journal.start_reading()
        wait(app, window)
        state.do(window)
        wait(app, window)
        picture = _with_dialogs(window)
        mock.patch.stopall()
        window.curtain.lift()
        for dialog in window.findChildren(QDialog):
            dialog.reject()
        window.close()
        window.deleteLater()
        store.close()
    return picture


def _with_dialogs(window: MainWindow) -> QPixmap:
    """Return the window with its open dialogs in the middle, as a desktop would show them."""
    picture = window.grab()
    painter = QPainter(picture)
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            box = QRect(0, 0, dialog.width(), dialog.height())
            box.moveCenter(window.rect().center())
            painter.drawPixmap(box, dialog.grab())
            painter.setPen(Qt.GlobalColor.gray)
            painter.drawRect(box)
    painter.end()
    return picture


def _sheet(pictures: list[tuple[str, QPixmap]]) -> QPixmap:
    """Return the pictures under their names, each fitted into the same frame."""
    wide, high = SIZE
    rows = -(-len(pictures) // COLUMNS)
    sheet = QPixmap(COLUMNS * (wide + GAP) + GAP, rows * (high + TITLE + GAP) + GAP)
    sheet.fill(Qt.GlobalColor.gray)
    painter = QPainter(sheet)
    painter.setFont(QFont("DejaVu Sans", 11))
    painter.setPen(Qt.GlobalColor.white)
    for number, (name, picture) in enumerate(pictures):
        x = GAP + number % COLUMNS * (wide + GAP)
        y = GAP + number // COLUMNS * (high + TITLE + GAP)
        painter.drawText(x, y + 17, name)
        fitted = picture.scaled(
            wide, high, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter.drawPixmap(x, y + TITLE, fitted)
    painter.end()
    return sheet
