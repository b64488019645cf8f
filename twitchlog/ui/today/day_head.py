"""The head of Today: which day is written for, the ways to another day, and the day's check-in."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from twitchlog.domain import words
from twitchlog.ui.look.flow import FlowLayout, wrapping
from twitchlog.ui.look.plain import PlainLabel
from twitchlog.ui.look.theme import Theme
from twitchlog.ui.today.check_in import CheckInBar


class DayHead(QWidget):
    """``day_wanted`` carries the date to go to; one past today is today."""

    day_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._day = date.min
        self.title = PlainLabel("", "page_title", name="day_title")
        self.back = self._arrow("day_prev", "Day before", -1)
        self.forward = self._arrow("day_next", "Day after", 1)
        self.to_today = QPushButton("Back to today")
        self.to_today.setObjectName("day_today")
        self.to_today.setProperty("kind", "link")
        self.to_today.clicked.connect(lambda: self.day_wanted.emit(date.max))
        self.check_in = CheckInBar()
        title = QWidget()
        row = QHBoxLayout(title)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self.title, self.back, self.forward, self.to_today):
            row.addWidget(widget)
        flow = FlowLayout(self, 10, ends=True)
        flow.addWidget(title)
        flow.addWidget(self.check_in)
        self.setSizePolicy(wrapping())
        theme.changed.connect(self._dress)
        self._dress()

    def show_day(self, day: date, *, today: bool) -> None:
        """Say which day is written for."""
        self._day = day
        self.title.setText(
            f"Today, {words.long_day(day)}" if today else f"Writing for {day:%a} {words.day(day)}"
        )
        self.to_today.setVisible(not today)
        self.forward.setEnabled(not today)

    def tab_parts(self) -> tuple[QWidget, ...]:
        """Return what Tab reaches: the check-in before the days."""
        return self.check_in, self.back, self.forward, self.to_today

    def _arrow(self, name: str, label: str, step: int) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setProperty("kind", "icon")
        button.setAccessibleName(label)
        button.clicked.connect(lambda: self.day_wanted.emit(self._day + timedelta(days=step)))
        return button

    def _dress(self) -> None:
        mirrored = self.isRightToLeft()
        self.back.setIcon(self._theme.icon("right" if mirrored else "left", "text2"))
        self.forward.setIcon(self._theme.icon("left" if mirrored else "right", "text2"))
