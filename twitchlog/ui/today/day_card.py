"""What a day holds so far: its hours and its twitches."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout

from twitchlog.domain import words
from twitchlog.ui.look.plain import Card, PlainLabel
from twitchlog.ui.look.theme import Theme
from twitchlog.ui.today.day_rows import DayRows
from twitchlog.ui.today.day_strip import DayStrip, StripDay
from twitchlog.ui.today.so_far import SoFar


class DayCard(Card):
    """Shows a day's exercise, coffee, stress and sitting, its hours, and its twitches."""

    def __init__(self, theme: Theme, clock: Callable[[], datetime]) -> None:
        super().__init__("day_card")
        head = QHBoxLayout()
        self._title = PlainLabel("", "title")
        head.addWidget(self._title)
        head.addStretch(1)
        self._count = PlainLabel("", "quiet", name="day_count")
        head.addWidget(self._count)
        self.column.addLayout(head)
        self.strip = DayStrip(theme)
        self.rows = DayRows(theme, clock)
        self.so_far = SoFar(theme)
        for widget in (self.so_far, self.strip, self.rows):
            self.column.addWidget(widget)

    def show_day(self, shown: StripDay, empty: str, *, today: bool, numbers: bool = True) -> None:
        """Show a day; ``empty`` is said when it has no twitch, ``numbers`` whether twitches are counted."""
        self._title.setText("Today so far" if today else "That day so far")
        self._count.setVisible(numbers)
        self._count.setText(words.count(len(shown.episodes), "twitch", "twitches"))
        self.so_far.show_day(shown)
        self.strip.show_day(shown)
        self.rows.show_episodes(shown.episodes, empty)
