"""The period that charts are drawn for."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.ui.forms.date_inputs import DayInput
from twitchlog.ui.look.plain import PlainLabel
from twitchlog.ui.look.segments import Choice, Segments
from twitchlog.ui.look.theme import Theme

CHOICES = (
    Choice("30", "30 days"),
    Choice("90", "90 days"),
    Choice("365", "1 year"),
    Choice("all", "All"),
    Choice("dates", "Dates…"),
)


class PeriodBar(QWidget):
    """30 days, 90 days, 1 year, all, or from one date until another; ``chosen`` says that another was taken.

    ``dates`` is a row of its own, for whoever shows the bar to put below it.
    """

    chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.choices = Segments("period", "Period", CHOICES, theme, always=True)
        self.choices.take("90")
        self.first, self.until = self._field("period_from", "From"), self._field("period_until", "Until")
        self.dates = QWidget()
        row = QHBoxLayout(self.dates)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addStretch(1)
        for words, field in (("From", self.first), ("until", self.until)):
            row.addWidget(PlainLabel(words, "quiet"))
            row.addWidget(field)
        self.dates.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.choices)
        self.choices.chosen.connect(self._choose)
        self.first.dateChanged.connect(lambda _: self._keep_order(self.until))
        self.until.dateChanged.connect(lambda _: self._keep_order(self.first))

    def take(self, code: str) -> None:
        """Show a choice as taken."""
        self.choices.take(code)
        self.dates.setVisible(code == "dates")

    def period(self, diary: Diary, today: date) -> Period:
        """Return the chosen days; all means from the first day with an entry to today.

        The date fields follow the other choices, so that they begin at what is seen.
        """
        code = self.choices.code()
        if code == "dates":
            return Period(self.first.value(), self.until.value() + timedelta(days=1))
        if code == "all":
            span = diary.span()
            period = Period(min(span.first if span else today, today), today + timedelta(days=1))
        else:
            period = Period.of_days(today, int(code))
        self._set_dates(period.first, today)
        return period

    def _choose(self, code: str) -> None:
        self.dates.setVisible(code == "dates")
        if code == "dates":
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit()

    def _keep_order(self, other: DayInput) -> None:
        """Move the other date along where the two would change places."""
        if self.first.date() > self.until.date():
            with QSignalBlocker(other):
                other.setDate(self.first.date() if other is self.until else self.until.date())
        self.chosen.emit()

    def _set_dates(self, first: date, last: date) -> None:
        for field, day in ((self.first, first), (self.until, last)):
            with QSignalBlocker(field):
                field.setMaximumDate(QDate(last.year, last.month, last.day))
                field.setDate(QDate(day.year, day.month, day.day))

    def _field(self, name: str, label: str) -> DayInput:
        field = DayInput()
        field.setObjectName(name)
        field.setAccessibleName(label)
        # Each key of a typed year would be a year of its own to draw.
        field.setKeyboardTracking(False)
        return field
