"""The one reminder of an evening, and the icon in the tray, where the desktop has one."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from twitchlog.domain.moments import local_day
from twitchlog.ui.choosing.choices import Choices
from twitchlog.ui.journal import Journal

LOOK_MS = 60_000
TITLE = "twitchlog"
WORDS = "How was the day? One click closes it, also a day without twitches."


def reminder_due(now: datetime, at: str, *, checked: bool, reminded: date | None, day_start: int) -> bool:
    """Return whether to remind now: once an evening, from ``at`` ("20:00", empty: never) to the end of the day.

    ``checked`` says that the day of now is checked already, ``reminded`` is the day of the last reminder. The hours
    after midnight belong to the evening before.
    """
    if not at or checked:
        return False
    day = local_day(now, day_start)
    begins = datetime.combine(day, time.fromisoformat(at), now.tzinfo)
    if begins.hour < day_start:
        begins += timedelta(days=1)
    return now >= begins and reminded != day


class Reminder(QObject):
    """Looks once a minute; ``due`` says that it is time and the day is still open."""

    due = Signal()

    def __init__(
        self, parent: QObject, journal: Journal, choices: Choices, clock: Callable[[], datetime]
    ) -> None:
        super().__init__(parent)
        self._journal, self._choices, self._clock = journal, choices, clock
        self._reminded: date | None = None
        self._minute = QTimer(self, interval=LOOK_MS)
        self._minute.timeout.connect(self.look)
        self._minute.start()

    def look(self) -> None:
        """Remind if it is time."""
        diary, now = self._journal.diary, self._clock()
        if not diary.whole:
            return
        start = diary.settings.day_start
        today = local_day(now, start)
        day = diary.day(today)
        checked = day is not None and day.checked
        at = self._choices.kept.reminder
        if reminder_due(now, at, checked=checked, reminded=self._reminded, day_start=start):
            self._reminded = today
            self.due.emit()


class Tray(QObject):
    """The icon: a click brings the window, its menu holds what is done most; nothing where there is no tray.

    ``opened`` is the wish to see the window, ``no_twitches`` and ``repeated`` what the menu offers.
    """

    opened = Signal()
    no_twitches = Signal()
    repeated = Signal()

    def __init__(self, window: QWidget, icon: QIcon) -> None:
        super().__init__(window)
        self._icon: QSystemTrayIcon | None = None
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        self._menu = QMenu(window)
        self._menu.addAction("Type a line", self.opened.emit)
        self._menu.addAction("Same again", self.repeated.emit)
        self._menu.addAction("No twitches today", self.no_twitches.emit)
        self._menu.addSeparator()
        self._menu.addAction("Quit", window.close)
        self._icon = QSystemTrayIcon(icon, self)
        self._icon.setToolTip(TITLE)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self.opened)
        self._icon.show()

    def remind(self) -> None:
        """Say the reminder, without a sound, where there is a tray to say it."""
        if self._icon is not None:
            self._icon.showMessage(TITLE, WORDS, QSystemTrayIcon.MessageIcon.NoIcon)

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.opened.emit()
