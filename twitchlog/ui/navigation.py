"""The pages' names on the left, the month, and the promise at the foot."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from twitchlog.ui.look.one_stop import OneStop
from twitchlog.ui.look.plain import PlainLabel, dress, tooltip
from twitchlog.ui.look.theme import Theme
from twitchlog.ui.month_calendar import MonthCalendar

WIDE, NARROW = 214, 64


@dataclass(frozen=True, slots=True)
class Place:
    """One page to go to: its name in code, its word, its icon, its key."""

    name: str
    word: str
    icon: str
    key: str


class Navigation(QWidget):
    """The list of pages; ``asked`` carries the name of the page the person wants."""

    asked = Signal(str)

    def __init__(self, places: Sequence[Place], foot: Place, calendar: MonthCalendar, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("nav")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._calendar = calendar
        self._buttons = {place.name: self._button(place) for place in (*places, foot)}
        self._places = {place.name: place for place in (*places, foot)}
        self._column = QVBoxLayout(self)
        self._brand = PlainLabel("twitchlog", "brand")
        self._brand.setContentsMargins(12, 4, 0, 8)
        self._column.addWidget(self._brand)
        for place in places:
            self._column.addWidget(self._buttons[place.name])
        self._column.addSpacing(14)
        self._column.addWidget(calendar)
        self._column.addStretch(1)
        self._column.addWidget(self._buttons[foot.name])
        self._promise = PlainLabel("Everything stays on this computer.", "quiet", wrap=True)
        self._promise.setContentsMargins(12, 0, 4, 4)
        self._column.addWidget(self._promise)
        group = QButtonGroup(self)
        for button in self._buttons.values():
            group.addButton(button)
        self._stop = OneStop(self, list(self._buttons.values()))
        self._narrow = False
        theme.changed.connect(self._dress)
        self._dress()

    def show_page(self, name: str) -> None:
        """Mark the page that is shown."""
        with QSignalBlocker(self._buttons[name]):
            self._buttons[name].setChecked(True)
        self._stop.stand_on(self._buttons[name])
        self._dress_icons()

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - a state
        """Show icons only, without the month, where the window is small."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._dress()

    def tab_parts(self) -> tuple[QWidget, ...]:
        """Return what Tab reaches: the pages, then the month."""
        return (*self._buttons.values(), self._calendar)

    def _button(self, place: Place) -> QPushButton:
        button = QPushButton(place.word)
        button.setObjectName(f"nav_{place.name}")
        button.setAccessibleName(place.word)
        button.setCheckable(True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.toggled.connect(lambda on: self.asked.emit(place.name) if on else None)
        return button

    def _dress(self) -> None:
        theme = self._theme
        self.setFixedWidth(theme.px(NARROW if self._narrow else WIDE))
        side = 8 if self._narrow else 12
        self._column.setContentsMargins(side, 14, side, 12)
        self._column.setSpacing(3)
        for widget in (self._brand, self._calendar, self._promise):
            widget.setVisible(not self._narrow)
        for name, button in self._buttons.items():
            place = self._places[name]
            button.setText("" if self._narrow else f"  {place.word}")
            button.setToolTip(tooltip(f"{place.word} ({place.key})") if self._narrow else "")
            button.setIconSize(QSize(theme.px(20), theme.px(20)))
            dress(button, kind="narrow_nav" if self._narrow else "nav")
        self._dress_icons()

    def _dress_icons(self) -> None:
        for name, button in self._buttons.items():
            shade = "accent_text" if button.isChecked() else "text"
            button.setIcon(self._theme.icon(self._places[name].icon, shade))
