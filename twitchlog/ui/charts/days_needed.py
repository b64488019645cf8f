"""How many days it takes before an effect of a size can show: said before there is anything to show."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from twitchlog.ui.look.plain import PlainLabel

OFTEN = {0.3: "2 twitches a week", 1.0: "1 a day", 3.0: "3 a day"}
WHAT = (
    "Complete days until something done on about four days in ten, like exercise, shows in four diaries out of"
    " five. A complete day has its check-in, and exercise, coffee and stress written down too."
)


class DaysNeeded(QWidget):
    """A small table: how often one twitches, against how many times as often it gets."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("days_needed")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        column.addWidget(PlainLabel("How many days it takes to see what goes with what", "field", wrap=True))
        column.addWidget(PlainLabel(WHAT, "quiet", wrap=True))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(4)
        column.addLayout(self._grid)
        column.addWidget(PlainLabel(self._fill(), "quiet", wrap=True))

    def _fill(self) -> str:
        """Fill the table; return the line of help below it."""
        from twitchlog.insight.days_needed import RATIOS, days_needed_table
        from twitchlog.insight.triggers.words import HELP_LINE

        for at, ratio in enumerate(RATIOS, 1):
            self._put(0, at, f"{ratio:g} times as often", "quiet")
        for row, (per_day, days) in enumerate(days_needed_table(), 1):
            self._put(row, 0, OFTEN[per_day], "quiet")
            for at, (ratio, number) in enumerate(zip(RATIOS, days, strict=True), 1):
                label = self._put(row, at, f"{number:,} days", "")
                label.setAccessibleName(f"{OFTEN[per_day]}, {ratio:g} times as often: {number:,} days")
        self._grid.setColumnStretch(len(RATIOS) + 1, 1)
        return HELP_LINE

    def _put(self, row: int, at: int, words: str, kind: str) -> PlainLabel:
        label = PlainLabel(words, kind, wrap=row == 0)
        self._grid.addWidget(label, row, at, Qt.AlignmentFlag.AlignLeft)
        return label
