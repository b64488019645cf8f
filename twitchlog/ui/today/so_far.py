"""The day's exercise, coffee, stress and sitting, and the ways to add them."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from twitchlog.domain.record import Exposure
from twitchlog.ui.look.flow import FlowLayout, wrapping
from twitchlog.ui.look.one_stop import OneStop
from twitchlog.ui.look.plain import button_text, tooltip
from twitchlog.ui.look.theme import Theme
from twitchlog.ui.today.day_strip import StripDay
from twitchlog.ui.today.exposure_words import exposure_words

ADD = {"exercise": "Exercise", "caffeine": "Coffee, tea", "stress": "Stress", "sitting": "Sitting"}
ICONS = {"exercise": "exercise", "caffeine": "coffee", "stress": "stress", "sitting": "sitting"}


class SoFar(QWidget):
    """Chips of what is written down, and buttons to add; ``add_requested`` carries a table, ``edit_requested`` a record."""

    add_requested = Signal(str)
    edit_requested = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("so_far")
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setSizePolicy(wrapping())
        self._flow = FlowLayout(holder, 6)
        row.addWidget(holder, 1)
        self._buttons: dict[str, QPushButton] = {}
        self._records: list[Exposure] | None = None
        for table, text in ADD.items():
            button = QPushButton(text)
            button.setObjectName(f"add_{table}")
            button.setAccessibleName(f"Add {text.lower()}")
            button.clicked.connect(partial(self.add_requested.emit, table))
            self._buttons[table] = button
        self._stop = OneStop(self)
        theme.changed.connect(self._dress)
        self._dress()

    def show_day(self, day: StripDay) -> None:
        """Show what a day has so far; chips that say the same stay."""
        records: list[Exposure] = [*day.exercise, *day.caffeine, *day.stress, *day.sitting]
        if records == self._records:
            return
        self._records = records
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, QPushButton) and widget in self._buttons.values():
                continue
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        chips: list[QWidget] = []
        for record in sorted(records, key=lambda each: each.when):
            text = exposure_words(record)
            chip = QPushButton(button_text(text))
            chip.setProperty("kind", "chip")
            chip.setToolTip(tooltip(f"{text}. Click to change."))
            chip.clicked.connect(partial(self.edit_requested.emit, record))
            self._flow.addWidget(chip)
            chips.append(chip)
        for button in self._buttons.values():
            self._flow.addWidget(button)
        self._stop.hold([*chips, *self._buttons.values()])

    def _dress(self) -> None:
        for table, button in self._buttons.items():
            button.setIcon(self._theme.icon(ICONS[table], "text2", 18))
