"""The person's own chart among four that are luck: which one is yours?"""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QScrollArea, QVBoxLayout, QWidget

from twitchlog.charts.cards import LUCK
from twitchlog.charts.marks import Mark
from twitchlog.insight.series.luck import LETTERS, LuckSeries, answer
from twitchlog.ui.aside import Aside
from twitchlog.ui.charts.chart_view import ChartView
from twitchlog.ui.charts.legend import legend
from twitchlog.ui.look.plain import Card, PlainLabel
from twitchlog.ui.look.segments import Choice, Segments
from twitchlog.ui.look.theme import Theme
from twitchlog.ui.message_bar import announce

WIDE, HIGH, MARGIN = 860, 560, 60


class LuckDialog(QDialog):
    """Five charts to pick from."""

    def __init__(self, make: Callable[[int], LuckSeries], seed: int, theme: Theme, parent: QWidget) -> None:
        """Make the dialog; ``make`` returns the charts for a seed and is called on a thread of its own."""
        super().__init__(parent)
        self.setObjectName("luck_dialog")
        self.setWindowTitle("What luck looks like")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._make, self._seed, self._theme = make, seed, theme
        self.series: LuckSeries | None = None
        self.view = ChartView(LUCK, theme)
        self._explanation = PlainLabel("Shuffling the days…", wrap=True, name="luck_explanation")
        self.choice = Segments(
            "luck_choice", "Which one is yours?", [Choice(each, f"Chart {each}") for each in LETTERS], theme
        )
        self.answer = PlainLabel("", wrap=True, name="luck_answer")
        self.answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.again = QPushButton("Shuffle again")
        self.again.setObjectName("luck_again")
        self._build(parent)
        self.choice.chosen.connect(self._pick)
        self.view.opened.connect(self._pick_mark)
        self.view.stale.connect(self._draw)
        self.again.clicked.connect(self.shuffle)
        self._aside: Aside[LuckSeries] = Aside(self)
        self._aside.answered.connect(self._show)
        self.shuffle()

    def shuffle(self) -> None:
        """Make five new charts; it takes longer than a turn of the event loop may."""
        for widget in (self.choice, self.again):
            widget.setEnabled(False)
        self._seed += 1
        seed = self._seed
        self._aside.ask(lambda: self._make(seed))

    def done(self, result: int) -> None:
        """Close, once the shuffling under way has ended."""
        self._aside.leave()
        super().done(result)

    def _build(self, parent: QWidget) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(10)
        column.addWidget(PlainLabel("What luck looks like", "title"))
        column.addWidget(self._explanation)
        card = Card("luck_card")
        self._legend = QVBoxLayout()
        card.column.addLayout(self._legend)
        card.column.addWidget(self.view)
        column.addWidget(card)
        column.addWidget(PlainLabel("Which one is yours?", "field"))
        column.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.answer)
        column.addStretch(1)
        area = self._area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(body)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.again, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(18, 16, 18, 14)
        outer.addWidget(area, 1)
        outer.addWidget(buttons)
        room = parent.size()
        self.resize(
            min(self._theme.px(WIDE), room.width() - MARGIN),
            min(self._theme.px(HIGH), room.height() - MARGIN),
        )

    def _show(self, series: object) -> None:
        self.series = cast(LuckSeries, series)
        self._explanation.setText(self.series.explanation)
        if not self._legend.count():
            self._legend.addWidget(legend(self.series.legend, self._theme))
        self.answer.setText("")
        self.choice.take("")
        for widget in (self.choice, self.again):
            widget.setEnabled(True)
        self.view.show_series(self.series)
        self._draw()

    def _draw(self) -> None:
        self.view.compose()
        self.view.render_composed()

    def _pick_mark(self, mark: Mark) -> None:
        if mark.key is not None:
            self.choice.take(mark.key)
            self._pick(mark.key)

    def _pick(self, letter: str) -> None:
        if self.series is None or not letter:
            return
        self.series = replace(self.series, revealed=True)
        words = answer(self.series, letter)
        self.answer.setText(words)
        announce(self, words)
        self.view.show_series(self.series)
        self._draw()
        # Once the layout knows how high the answer is.
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.answer, 0, 20))
