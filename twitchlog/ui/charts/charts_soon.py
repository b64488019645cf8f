"""The card in place of charts while there are too few checked days."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from twitchlog.domain.day import Day
from twitchlog.domain.diary import Diary
from twitchlog.insight.series.series import ENOUGH_DAYS
from twitchlog.ui.charts.charts_head import ChartsHead
from twitchlog.ui.charts.days_needed import DaysNeeded
from twitchlog.ui.charts.when_loaded import WhenLoaded
from twitchlog.ui.look.plain import Card, PlainLabel

WHY = (
    "With fewer days, ups and downs are mostly chance. A quiet day counts as much as a busy one: "
    "press “No twitches today” in the evening."
)


class ChartsSoon(Card):
    """Says why there is nothing yet and how far it is; ``example_requested`` is the wish to see a made-up diary."""

    example_requested = Signal()

    def __init__(self, *, days_needed: bool = False) -> None:
        """Make the card; with ``days_needed`` it also says how many days it takes to see what goes with what."""
        super().__init__("charts_soon", padding=24)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.column.addWidget(
            PlainLabel("Charts appear after about two weeks of check-ins", "title", wrap=True)
        )
        self.column.addWidget(PlainLabel(WHY, wrap=True))
        self._so_far = PlainLabel("", "field", name="days_so_far")
        self.column.addWidget(self._so_far)
        example = QPushButton("See an example")
        example.setObjectName("see_example")
        example.setToolTip("A made-up year, in a window of its own")
        example.clicked.connect(self.example_requested)
        row = QHBoxLayout()
        row.addWidget(example)
        row.addStretch(1)
        self.column.addLayout(row)
        self._add_days_needed = WhenLoaded(self._days_needed, self)
        self._wanted = days_needed

    def stand_in(self, diary: Diary, head: ChartsHead, charts: QWidget) -> bool:
        """Show in place of the charts, or them in place of this; return whether there are too few days for them."""
        checked = sum(1 for day in diary.every(Day) if day.checked)
        too_few = checked < ENOUGH_DAYS
        self.setVisible(too_few)
        charts.setVisible(not too_few)
        if too_few:
            head.hide_period()
            self._show_days(checked)
        else:
            head.show_period()
        return too_few

    def _show_days(self, checked: int) -> None:
        self._so_far.setText(f"{checked} of about {ENOUGH_DAYS} days")
        if self._wanted:
            self._wanted = False
            self._add_days_needed()

    def _days_needed(self) -> None:
        self.column.addWidget(DaysNeeded())
