"""What stands below the chart of what goes with what: days still needed, and the way to see what luck looks like."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from twitchlog.insight.series.triggers import TriggersSeries
from twitchlog.insight.triggers.words import HELP_LINE
from twitchlog.ui.charts.days_needed import DaysNeeded
from twitchlog.ui.look.plain import PlainLabel


class TriggersMore(QWidget):
    """While nothing can be compared, how many days it takes; later a help line and the link ``luck``."""

    luck_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("triggers_more")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._needed = DaysNeeded()
        self._help = PlainLabel(HELP_LINE, "quiet", wrap=True, name="help_line")
        self.luck = QPushButton("What luck looks like")
        self.luck.setObjectName("luck")
        self.luck.setProperty("kind", "link")
        self.luck.clicked.connect(self.luck_requested)
        row = QHBoxLayout()
        row.addWidget(self.luck)
        row.addStretch(1)
        for widget in (self._needed, self._help):
            column.addWidget(widget)
        column.addLayout(row)

    def take(self, series: object) -> None:
        """Follow what the chart shows."""
        compared = isinstance(series, TriggersSeries) and any(row.range for row in series.rows)
        self._needed.setVisible(not compared)
        self._help.setVisible(compared)
        self.luck.setVisible(compared)
