"""Closing the day: one click for the twitches, then one question for exercise, coffee and stress."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from twitchlog.domain.day import CheckIn, Day
from twitchlog.ui.plain import PlainLabel


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
    down, ``add_requested`` that something must be added first, ``more_requested`` the wish to note sleep and worry.
    """

    answered = Signal(object)
    exposures_answered = Signal(bool)
    add_requested = Signal()
    more_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("check_in")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._asked_later = False
        self._day: Day | None = None
        self._twitches = 0

    def show_day(self, day: Day | None, twitches: int, *, today: bool) -> None:
        """Show what can be said about a day now; ``twitches`` counts only counted episodes."""
        if day is None or self._day is None or day.date != self._day.date:
            self._asked_later = False
        self._day, self._twitches = day, twitches
        self._clear()
        if day is None or day.check_in is None:
            self._ask_twitches(twitches, today=today)
            return
        self._label(state_words(day, twitches))
        if day.exposures_complete or self._asked_later:
            self._button("check_in_change", "Change", lambda: self.answered.emit(None), kind="link")
            self._button("day_more", "Sleep, waking, worry…", self.more_requested.emit, kind="link")
            return
        self._label("Exercise, coffee and stress written down too?")
        self._button("exposures_yes", "Yes, all of it", lambda: self.exposures_answered.emit(True))  # noqa: FBT003
        self._button("exposures_add", "Add something…", self.add_requested.emit)
        self._button("exposures_later", "Not now", self._later, kind="link")

    def _ask_twitches(self, twitches: int, *, today: bool) -> None:
        if not twitches:
            words = "No twitches today" if today else "No twitches that day"
            self._button("check_in_none", words, lambda: self.answered.emit(CheckIn.NONE))
            return
        self._label(f"{twitches} written down. Was that all?")
        self._button("check_in_all", "That was all", lambda: self.answered.emit(CheckIn.ALL_LOGGED))
        self._button("check_in_some", "There were more", lambda: self.answered.emit(CheckIn.SOME_LOGGED))

    def _later(self) -> None:
        self._asked_later = True
        self.show_day(self._day, self._twitches, today=True)

    def _label(self, text: str) -> None:
        label = PlainLabel(text, "quiet")
        self._row.addWidget(label)
        label.show()

    def _button(self, name: str, text: str, act: Callable[[], None], kind: str = "") -> None:
        button = QPushButton(text)
        button.setObjectName(name)
        if kind:
            button.setProperty("kind", kind)
        button.clicked.connect(lambda _: act())
        self._row.addWidget(button)
        button.show()

    def _clear(self) -> None:
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
