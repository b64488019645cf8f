"""Inputs for a date, and for a date with a time."""

from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QDate, QDateTime, Qt, QTime
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QDateTimeEdit

from twitchlog.ui.forms.local_time import lived


class _DateInput(QDateTimeEdit):
    """What both have: a calendar, and keys and wheel that do what a person expects."""

    def __init__(self, shown_as: str) -> None:
        super().__init__()
        # No weekday: Qt takes it for the day, and digits typed there are ignored without a sign.
        self.setDisplayFormat(shown_as)
        self.setCalendarPopup(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read a date typed as it is shown, over the whole of the old one too.

        Qt swallows what is typed over several parts at once. It goes on to the next part by itself after a whole
        month or year, and would go on once more with the space typed after it.
        """
        typed, chosen = event.text(), self.lineEdit().selectedText()
        if typed.isprintable() and typed and chosen == self.text():
            self.setSelectedSection(self.sectionAt(0))
        elif typed == " " and chosen == self.sectionText(self.currentSection()):
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page while the field has no focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class MomentInput(_DateInput):
    """A date and a wall-clock time; left untouched, the moment comes back exactly as it was."""

    def __init__(self) -> None:
        super().__init__("d MMM yyyy  HH:mm")
        self._shown: datetime | None = None
        self.zone = ""

    @property
    def touched(self) -> bool:
        """Whether the person changed it."""
        return self._shown is None or self._wall() != self._shown.replace(tzinfo=None, second=0)

    def show_value(self, value: Any) -> None:
        """Show a moment on its own wall clock."""
        self._shown = value
        self.setDateTime(
            QDateTime(QDate(value.year, value.month, value.day), QTime(value.hour, value.minute))
        )

    def value(self) -> datetime:
        """Return the moment, with the offset of that date."""
        return lived(self._wall(), self.zone) if self.touched or self._shown is None else self._shown

    def _wall(self) -> datetime:
        day, clock = self.date(), self.time()
        return datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute())  # noqa: DTZ001 - a wall clock


class DayInput(_DateInput):
    """A date."""

    def __init__(self) -> None:
        super().__init__("d MMM yyyy")

    def show_value(self, value: Any) -> None:
        """Show a date."""
        self.setDate(QDate(value.year, value.month, value.day))

    def value(self) -> date:
        """Return the date."""
        day = self.date()
        return date(day.year(), day.month(), day.day())
