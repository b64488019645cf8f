"""The card in place of charts while there are too few checked days."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from twitchlog.insight.series.series import ENOUGH_DAYS
from twitchlog.ui.plain import Card, PlainLabel

WHY = (
    "With fewer days, ups and downs are mostly chance. A quiet day counts as much as a busy one: "
    "press “No twitches today” in the evening."
)


class ChartsSoon(Card):
    """Says why there is nothing yet and how far it is; ``example_requested`` is the wish to see a made-up diary."""

    example_requested = Signal()

    def __init__(self) -> None:
        super().__init__("charts_soon", padding=24)
        self.column.addWidget(
            PlainLabel("Charts appear after about two weeks of check-ins", "title", wrap=True)
        )
        self.column.addWidget(PlainLabel(WHY, wrap=True))
        self._so_far = PlainLabel("", "field", name="days_so_far")
        self.column.addWidget(self._so_far)
        example = QPushButton("See an example")
        example.setObjectName("see_example")
        example.clicked.connect(self.example_requested)
        row = QHBoxLayout()
        row.addWidget(example)
        row.addStretch(1)
        self.column.addLayout(row)

    def show_days(self, checked: int) -> None:
        """Say how many of the needed days are there."""
        self._so_far.setText(f"{checked} of about {ENOUGH_DAYS} days")
