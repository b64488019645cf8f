"""Closing a day: the answers of the check-in, and its sleep, waking and worry, into the journal."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from twitchlog.domain import words
from twitchlog.domain.day import CheckIn, Day
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode
from twitchlog.domain.moments import whole_seconds
from twitchlog.domain.period import Period
from twitchlog.domain.record import Record
from twitchlog.ui.journal import Journal
from twitchlog.ui.today.check_in import CheckInBar, checked, with_exposures
from twitchlog.ui.today.day_more import DayMore

SAID = {
    CheckIn.NONE: "No twitches",
    CheckIn.ALL_LOGGED: "That was all",
    CheckIn.SOME_LOGGED: "There were more",
    None: "Check-in taken back",
}
CONTRADICTION = "Twitches are written down for this day. Delete them first, or say whether that was all."


def contradicts(records: Sequence[Record], diary: Diary) -> bool:
    """Return whether records close a day as one without twitches that has counted ones, in them or in the diary."""
    days = {each.date for each in records if isinstance(each, Day) and each.check_in is CheckIn.NONE}
    here = [each for each in records if isinstance(each, Episode)]
    return any(
        each.counted and diary.day_of(each) == day
        for day in days
        for each in (*here, *diary.within(Episode, Period(day, day + timedelta(days=1))))
    )


def summary_of_day(records: Sequence[Record], day: Day | None, of: date, now: datetime) -> list[Record]:
    """Return a draft as the one summary of a day: its places at about this time, and more twitches than these.

    What else the draft says stays; a day that the draft itself closes stays as it says.
    """
    summed = [
        replace(each, onset_about=True) if isinstance(each, Episode) and each.onset == now else each
        for each in records
    ]
    closed = any(isinstance(each, Day) for each in records)
    places = any(isinstance(each, Episode) for each in records)
    if places and not closed:
        summed.append(checked(day, of, CheckIn.SOME_LOGGED, now))
    return summed


class Closing(QObject):
    """Writes what the check-in answers for the day that the page writes for; ``add_wanted`` carries a table.

    ``refused`` carries a sentence: a day with twitches is no day without, whatever was pressed.
    """

    add_wanted = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        journal: Journal,
        bar: CheckInBar,
        more: DayMore,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(parent)
        self._journal, self._bar, self._more, self._clock = journal, bar, more, clock
        self._date, self._is_today = date.min, False
        self._twitches = 0
        bar.answered.connect(self.check_in)
        bar.exposures_answered.connect(self._exposures)
        bar.add_requested.connect(self.add_wanted)
        bar.more_requested.connect(self._toggle_more)
        more.saved.connect(self._save_more)
        more.closed.connect(self._close_more)

    def show_day(self, of: date, twitches: int, *, today: bool, numbers: bool) -> None:
        """Show what is known of a day; ``numbers`` says whether counts may be named."""
        other = of != self._date
        self._date, self._twitches = of, twitches
        self._is_today = today
        day = self._journal.diary.day(of)
        self._bar.show_day(day, twitches, today=today, numbers=numbers)
        if other or not self._more.isVisible():
            self._more.show_day(day, of)

    def check_in(self, answer: CheckIn | None) -> None:
        """Close the day, or take that back."""
        if answer is CheckIn.NONE and self._twitches:
            self.refused.emit(CONTRADICTION)
            return
        record = checked(self._known(), self._date, answer, whole_seconds(self._clock()))
        # Said with its day: a key closes today also while another day is looked at.
        of_today = " today" if answer is CheckIn.NONE else ""
        when = of_today if self._is_today else f", {words.day(self._date)}"
        self._journal.put(f"Saved: {SAID[answer]}{when}", record)

    def _exposures(self, complete: bool) -> None:  # noqa: FBT001 - a signal's value
        record = with_exposures(self._known(), self._date, whole_seconds(self._clock()), complete=complete)
        self._journal.put("Saved: all of it is written down", record)

    def _toggle_more(self) -> None:
        opened = self._more.isHidden()
        self._more.show_day(self._known(), self._date)
        self._more.setVisible(opened)
        if opened:
            self._more.first_field().setFocus(Qt.FocusReason.TabFocusReason)

    def _save_more(self, day: Day) -> None:
        self._journal.put("Saved: sleep, waking, worry", day)
        self._close_more()

    def _close_more(self) -> None:
        self._more.hide()
        self._bar.focus_more()

    def _known(self) -> Day | None:
        return self._journal.diary.day(self._date)
