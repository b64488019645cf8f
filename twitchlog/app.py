"""The window put together: the diary file, the journal, the theme, and the one window of this diary."""

import locale
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QStyleFactory

from twitchlog.domain.clock_doubt import clock_doubt
from twitchlog.domain.words import count
from twitchlog.store.backups import backup, backup_before_many, backups, due
from twitchlog.store.errors import Reason, StoreError
from twitchlog.store.here import zone_name
from twitchlog.store.places import settings_file
from twitchlog.store.preferences import Preferences, read_preferences, write_preferences
from twitchlog.store.preferences import Theme as ThemeChoice
from twitchlog.store.restoring import restore
from twitchlog.store.second_folder import copied_to_second
from twitchlog.store.store import Store
from twitchlog.ui.choosing.choices import Choices
from twitchlog.ui.crash_bar import CrashBar
from twitchlog.ui.journal import Journal
from twitchlog.ui.kept_for_good import kept_for_good
from twitchlog.ui.look.resources import resources
from twitchlog.ui.look.theme import Theme
from twitchlog.ui.main_window import MainWindow
from twitchlog.ui.one_window import OneWindow
from twitchlog.ui.reminder import Reminder, Tray
from twitchlog.ui.saver import Saver

LOOK_AROUND_MS = 30 * 60 * 1000
WAIT_S = 0.05
"""The window never waits longer for a busy file; it asks again by timer."""
ELSEWHERE = (
    "This diary can only be read: the computer {computer} has it open. Close it there. If it is not open there, "
    "delete the file {lock} and start twitchlog again."
)


def now() -> datetime:
    """Return the time, with the computer's offset."""
    return datetime.now().astimezone()  # noqa: TID251 - app and cli read the clock


def open_window(diary: Path) -> int:
    """Open the window of a diary and return when it is closed.

    A second start brings the first window to the front. Returns the exit code: 0 closed, 1 the diary could not be
    opened, which a dialog said.
    """
    keep_private()
    app = application()
    only = OneWindow(diary)
    if not (only.first or only.elsewhere):
        only.raise_first()
        return 0
    store = _opened(app, diary, reading=not only.first)
    if store is None:
        return 1
    if only.elsewhere:
        store.read_only = ELSEWHERE.format(computer=only.elsewhere, lock=only.lock)
    file = settings_file()
    preferences = read_preferences(file)
    with kept_for_good():
        window = assembled(store, preferences, partial(_keep, file))
    only.wanted.connect(lambda: _bring_forward(window))
    CrashBar(window.bar).watch()
    window.show()
    _remind(window)
    QTimer.singleShot(0, window.journal.start_reading)
    hourly = QTimer(window, interval=LOOK_AROUND_MS)
    hourly.timeout.connect(lambda: _look_after(window))
    hourly.start()
    window.journal.read.connect(lambda: _look_first(window), Qt.ConnectionType.SingleShotConnection)
    code = app.exec()
    window.leave()
    _close(store, only, file, _kept(window))
    return code


def application() -> QApplication:
    """Return the application in our style, with our icon and name."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError("another kind of application runs already")
    _speak_english()
    app.setApplicationName("twitchlog")
    app.setApplicationDisplayName("twitchlog")
    app.setDesktopFileName("twitchlog")
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setWindowIcon(QIcon(str(resources() / "icons" / "twitchlog.svg")))
    return app


def _speak_english() -> None:
    """Name months and write numbers as the rest of the window does; Qt takes over the computer's language."""
    for what in (locale.LC_TIME, locale.LC_NUMERIC):
        locale.setlocale(what, "C")
    QLocale.setDefault(QLocale.c())


def assembled(
    store: Store, preferences: Preferences, keep: Callable[[Preferences], None] = lambda _: None
) -> MainWindow:
    """Return the window of a store, not shown yet; ``keep`` writes preferences that the person changes in it."""
    theme = Theme(preferences.theme, preferences.text_size)
    theme.apply()
    QGuiApplication.styleHints().colorSchemeChanged.connect(theme.apply)
    journal = Journal(Saver(store), lambda store, records: backup_before_many(store, records, now()))
    window = MainWindow(journal, theme, now, zone_name(), Choices(preferences, keep))
    window.restore_geometry(preferences.geometry)
    window.desk.offer_draft(store.draft())
    if store.read_only:
        window.bar.stand(store.read_only)
    return window


def _keep(file: Path, preferences: Preferences) -> None:
    try:
        write_preferences(file, preferences)
    except OSError:
        # Written again when the window closes; until then they hold in this window.
        return


def _kept(window: MainWindow) -> Preferences:
    theme = window.theme
    size = round(theme.scale * 100)
    return replace(
        window.choices.kept,
        geometry=window.geometry_text(),
        theme=cast(ThemeChoice, theme.choice),
        text_size=size,
    )


def _remind(window: MainWindow) -> None:
    """Put our icon into the tray, where there is one, and let it remind in the evening if that was chosen."""
    tray = Tray(window, window.windowIcon())
    tray.opened.connect(lambda: _bring_forward(window))
    tray.no_twitches.connect(window.desk.no_twitches)
    tray.repeated.connect(window.desk.repeat)
    Reminder(window, window.journal, window.choices, now).due.connect(tray.remind)


def _bring_forward(window: MainWindow) -> None:
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()
    if not window.curtain.drawn:
        window.desk.focus_line()


def _opened(app: QApplication, diary: Path, *, reading: bool = False) -> Store | None:
    """Return the diary's store; a damaged file offers the ways back first. ``None`` when the person leaves."""
    while True:
        try:
            return Store.open(diary, wait_s=WAIT_S, reading=reading)
        except StoreError as error:
            if error.reason is not Reason.DAMAGED or reading:  # another computer may be in the middle of it
                _say_and_leave(app, str(error))
                return None
            if not _mended(app, diary, str(error)):
                return None


def _mended(app: QApplication, diary: Path, sentence: str) -> bool:
    from twitchlog.store.rescue import rescue
    from twitchlog.ui.damaged_file import DamagedFile

    def saved() -> str:
        done = rescue(diary, now())
        return f"{count(done.counts['episodes'], 'twitch', 'twitches')} could be read: {done.path}"

    theme = Theme(read_preferences(settings_file()).theme)
    theme.apply()
    dialog = DamagedFile(
        f"{sentence.partition('. ')[0]}.",
        backups(diary),
        lambda chosen: restore(diary, chosen.path, now()),
        saved,
        str(diary.parent),
    )
    dialog.finished.connect(app.exit)
    dialog.open()
    return app.exec() == QDialog.DialogCode.Accepted


def _say_and_leave(app: QApplication, sentence: str) -> None:
    Theme(read_preferences(settings_file()).theme).apply()
    box = QMessageBox(QMessageBox.Icon.NoIcon, "twitchlog", "")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    box.open()
    box.finished.connect(lambda _: app.exit(1))
    app.exec()


def keep_private() -> None:
    """Let nothing this process writes be read by others, and leave no picture of its memory behind."""
    os.umask(0o077)
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        # A system's own collector of crashes is not bound by the limit; so there is nothing in what it gets. Not
        # PR_SET_DUMPABLE: the desktop's portals refuse such a process its file dialogs and its theme.
        with suppress(OSError):
            Path("/proc/self/coredump_filter").write_text("0", encoding="ascii")


def _look_first(window: MainWindow) -> None:
    """Look at the clock once, then after the diary."""
    with suppress(StoreError):  # busy: the clock is looked at again at the next start
        doubt = clock_doubt(now(), window.journal.saver.store.newest_written())
        if doubt:
            window.bar.say(doubt)
    _look_after(window)


def _look_after(window: MainWindow) -> None:
    """Empty what was deleted over 30 days ago, and make the backup that is due."""
    store = window.journal.saver.store
    if store.read_only:
        return
    try:
        store.purge(now())
        if due(store, now()):
            _back_up(store, "timer", window.choices.kept)
    except StoreError as error:
        window.bar.say(str(error))


def _back_up(store: Store, reason: str, preferences: Preferences) -> None:
    made = backup(store, reason, now())
    if preferences.second_folder:
        copied_to_second(store.path, made, Path(preferences.second_folder), now())


def _close(store: Store, only: OneWindow, file: Path, preferences: Preferences) -> None:
    """Leave in order; a backup or a setting that cannot be written is told on standard error, the diary is safe."""
    try:
        if not store.read_only and due(store, now(), closing_down=True):
            _back_up(store, "closing", preferences)
    except StoreError as error:
        sys.stderr.write(f"{error}\n")
    try:
        write_preferences(file, preferences)
    except OSError:
        sys.stderr.write("The settings could not be written.\n")
    store.close()
    only.close()
