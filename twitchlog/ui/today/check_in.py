"""Closing the day: one click for the twitches, then one question for exercise, coffee and stress."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

from twitchlog.domain.day import CheckIn, Day
from twitchlog.ui.look.flow import FlowLayout, wrapping
from twitchlog.ui.look.plain import PlainLabel
from twitchlog.ui.today.so_far import ADD


def checked(day: Day | None, of: date, check_in: CheckIn | None, now: datetime) -> Day:
    """Return a day's record with another check-in, keeping everything else it says."""
    return replace(day or Day(date=of, recorded_at=now), check_in=check_in)


def with_exposures(day: Day | None, of: date, now: datetime, *, complete: bool) -> Day:
    """Return a day's record with the answer to the exposures' question, keeping everything else it says."""
    return replace(day or Day(date=of, recorded_at=now), exposures_complete=complete)


def state_words(day: Day | None, twitches: int) -> str:
    """Return the header's words for a day that is checked; empty for one that is not."""
    match day.check_in if day else None:
        case CheckIn.NONE:
            return "Checked: no twitches."
        case CheckIn.ALL_LOGGED:
            return f"Checked: all {twitches} written down." if twitches > 1 else "Checked: all written down."
        case CheckIn.SOME_LOGGED:
            return "Checked: there were more."
        case _:
            return ""


class CheckInBar(QWidget):
    """The day's check-in in the header; every question can be left unanswered.

    ``answered`` carries a ``CheckIn`` or ``None`` to take it back, ``exposures_answered`` whether all is written
    down, ``add_requested`` the table of what must be added first, ``more_requested`` the wish to note sleep and worry.
    """

    answered = Signal(object)
    exposures_answered = Signal(bool)
    add_requested = Signal(str)
    more_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("check_in")
        self._row = FlowLayout(self, 8, lines=4)
        self.setSizePolicy(wrapping())
        self._asked_later = False
        self._held: list[QWidget] = []
        self._day: Day | None = None
        self._shown: tuple[Day | None, int, bool, bool] | None = None

    def show_day(self, day: Day | None, twitches: int, *, today: bool, numbers: bool = True) -> None:
        """Show what can be said about a day now; ``twitches`` counts only counted episodes.

        Without ``numbers`` nothing is said of how many.
        """
        shown = (day, twitches, today, numbers)
        if shown == self._shown:
            return
        self._shown = shown
        if day is None or self._day is None or day.date != self._day.date:
            self._asked_later = False
        self._day = day
        self._fill(twitches, today=today, numbers=numbers)

    def focus_more(self) -> None:
        """Go back to the link that opens sleep, waking and worry."""
        for widget in self._held:
            if widget.objectName() == "day_more":
                widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, twitches: int, *, today: bool, numbers: bool) -> None:
        day = self._day
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        self._clear()
        self._ask(day, twitches, today=today, numbers=numbers)
        first = next((each for each in self._held if isinstance(each, QPushButton)), None)
        if inside and first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, day: Day | None, twitches: int, *, today: bool, numbers: bool) -> None:
        if day is None or day.check_in is None:
            self._ask_twitches(twitches, today=today, numbers=numbers)
            self._more_link()
            return
        self._label(state_words(day, twitches if numbers else 0))
        if day.exposures_complete or self._asked_later:
            self._button("check_in_change", "Change", lambda: self.answered.emit(None), kind="link")
            self._more_link()
            return
        self._label("Exercise, coffee and stress written down too?")
        self._button("exposures_yes", "Yes, all of it", lambda: self.exposures_answered.emit(True))  # noqa: FBT003
        self._button("exposures_add", "Add something…", self._offer_tables)
        self._button("exposures_later", "Not now", self._later, kind="link")

    def _more_link(self) -> None:
        self._button("day_more", "Sleep, waking, worry…", self.more_requested.emit, kind="link")

    def _ask_twitches(self, twitches: int, *, today: bool, numbers: bool) -> None:
        if not twitches:
            words = "No twitches today" if today else "No twitches that day"
            self._button("check_in_none", words, lambda: self.answered.emit(CheckIn.NONE))
            return
        self._label(f"{twitches} written down. Was that all?" if numbers else "Was that all for today?")
        self._button("check_in_all", "That was all", lambda: self.answered.emit(CheckIn.ALL_LOGGED))
        self._button("check_in_some", "There were more", lambda: self.answered.emit(CheckIn.SOME_LOGGED))

    def _offer_tables(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("exposures_add_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for table, text in ADD.items():
            menu.addAction(text, partial(self.add_requested.emit, table))
        button = next(each for each in self._held if each.objectName() == "exposures_add")
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _later(self) -> None:
        self._asked_later = True
        if self._shown is not None:
            _, twitches, today, numbers = self._shown
            self._fill(twitches, today=today, numbers=numbers)

    def _label(self, text: str) -> None:
        label = PlainLabel(text, "quiet")
        self._hold(label)

    def _button(self, name: str, text: str, act: Callable[[], None], kind: str = "") -> None:
        button = QPushButton(text)
        button.setObjectName(name)
        if kind:
            button.setProperty("kind", kind)
        button.clicked.connect(lambda _: act())
        self._hold(button)

    def _hold(self, widget: QWidget) -> None:
        self._row.addWidget(widget)
        self._held.append(widget)
        widget.show()

    def _clear(self) -> None:
        for widget in self._held:
            self._row.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._held.clear()
