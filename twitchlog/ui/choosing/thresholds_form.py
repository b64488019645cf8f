"""Every number behind Insights, with its source, its default, and a way back to it."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton

from twitchlog.domain.errors import RecordError
from twitchlog.domain.settings import DiarySettings
from twitchlog.insight.flags.thresholds import TABLE, Mark, Threshold, checked_threshold, value
from twitchlog.ui.forms.inputs import mark
from twitchlog.ui.look.plain import Card, PlainLabel
from twitchlog.ui.look.theme import Theme

SOURCES = {
    Mark.ARTICLE: "One of the articles",
    Mark.GUIDANCE: "Public guidance",
    Mark.OURS: "Our choice",
}
ABOUT = (
    "Most of these numbers are our choice: no source names them. Change one and the cards are looked at again at once. "
    "Public guidance (the NHS page on twitching): over two weeks, in more than one place, weak or stiff, a prescribed "
    "medicine. Those numbers stay as they are."
)


@dataclass(frozen=True, slots=True)
class Row:
    """The widgets of one number."""

    field: QLineEdit
    back: QPushButton


class ThresholdsForm(Card):
    """``changed`` carries a threshold's name and its new value, ``None`` for the default."""

    changed = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__("thresholds_card")
        self.column.addWidget(PlainLabel("The numbers behind Insights", "title"))
        self.column.addWidget(PlainLabel(ABOUT, "quiet", wrap=True))
        self._wrong = PlainLabel("", "wrong", wrap=True, name="threshold_error")
        self._wrong.hide()
        self.column.addWidget(self._wrong)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(0, 1)
        self.rows = {each.name: self._row(grid, line, each, theme) for line, each in enumerate(TABLE)}
        self.column.addLayout(grid)

    def show_settings(self, settings: DiarySettings) -> None:
        """Show the numbers in force."""
        for threshold in TABLE:
            row = self.rows[threshold.name]
            if not row.field.hasFocus():
                row.field.setText(f"{value(settings, threshold.name):g}")
            row.back.setVisible(threshold.name in settings.thresholds)

    def _row(self, grid: QGridLayout, line: int, threshold: Threshold, theme: Theme) -> Row:
        grid.addWidget(PlainLabel(threshold.meaning, wrap=True), line, 0)
        field = QLineEdit()
        field.setObjectName(threshold.name)
        field.setAccessibleName(threshold.meaning)
        field.setFixedWidth(theme.px(76))
        field.setReadOnly(not threshold.adjustable)
        field.setEnabled(threshold.adjustable)
        field.editingFinished.connect(partial(self._typed, threshold))
        grid.addWidget(field, line, 1)
        source = SOURCES[threshold.mark]
        words = f"{threshold.unit}, {source[0].lower()}{source[1:]}" if threshold.unit else source
        grid.addWidget(PlainLabel(words, "quiet"), line, 2)
        back = QPushButton(f"Back to {threshold.default:g}")
        back.setObjectName(f"{threshold.name}_default")
        back.setProperty("kind", "link")
        back.clicked.connect(partial(self._to_default, threshold))
        grid.addWidget(back, line, 3)
        back.hide()
        return Row(field, back)

    def _typed(self, threshold: Threshold) -> None:
        field = self.rows[threshold.name].field
        text = field.text().strip().replace(",", ".")
        try:
            number = checked_threshold(threshold.name, _number(text))
        except RecordError as error:
            mark(field, wrong=True)
            self._wrong.setText(f"{threshold.meaning} This {error.reason}.")
            self._wrong.show()
            return
        mark(field, wrong=False)
        self._wrong.hide()
        if field.isModified():
            field.setModified(False)
            self.changed.emit(threshold.name, None if number == threshold.default else number)

    def _to_default(self, threshold: Threshold) -> None:
        field = self.rows[threshold.name].field
        field.setText(f"{threshold.default:g}")
        mark(field, wrong=False)
        self._wrong.hide()
        self.changed.emit(threshold.name, None)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return float("nan")
