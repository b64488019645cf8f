"""The first line of a page of charts: its name, what was counted, and the period."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from twitchlog.ui.charts.period_bar import PeriodBar
from twitchlog.ui.look.flow import FlowLayout, wrapping
from twitchlog.ui.look.plain import PlainLabel
from twitchlog.ui.look.theme import Theme


class ChartsHead(QWidget):
    """The period stands at the right, or below where there is no room beside the name."""

    def __init__(self, title: str, theme: Theme) -> None:
        super().__init__()
        self._count = PlainLabel("", "quiet", name="count")
        self.period = PeriodBar(theme)
        named = QWidget()
        row = QHBoxLayout(named)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(PlainLabel(title, "page_title"))
        row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        line = QWidget()
        flow = FlowLayout(line, 12, ends=True, lines=6)
        flow.addWidget(named)
        flow.addWidget(self.period)
        line.setSizePolicy(wrapping())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(line)
        column.addWidget(self.period.dates)

    def show_count(self, words: str) -> None:
        """Say what was counted."""
        self._count.setText(words)

    def show_period(self) -> None:
        """Let the period be chosen."""
        self._count.show()
        self.period.show()
        self.period.dates.setVisible(self.period.choices.code() == "dates")

    def hide_period(self) -> None:
        """Offer no period and no count: there are too few days for either."""
        self._count.hide()
        self.period.hide()
        self.period.dates.hide()
