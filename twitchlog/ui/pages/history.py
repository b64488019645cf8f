"""History: everything written down, by kind; found, changed and deleted here."""

from datetime import date, timedelta

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from twitchlog.domain import words
from twitchlog.domain.period import Period
from twitchlog.domain.record import Record
from twitchlog.ui.forms.date_inputs import DayInput
from twitchlog.ui.history_columns import COLUMNS
from twitchlog.ui.history_table import HistoryTable
from twitchlog.ui.journal import Journal
from twitchlog.ui.look.plain import Card, PlainLabel
from twitchlog.ui.look.row_table import RowTable
from twitchlog.ui.look.theme import Theme

KINDS = {
    "episodes": ("Twitches", "twitch", "twitches"),
    "exercise": ("Exercise", "exercise", "exercises"),
    "caffeine": ("Caffeine", "drink", "drinks"),
    "stress": ("Stress", "rating", "ratings"),
    "sitting": ("Sitting", "spell", "spells"),
    "days": ("Days", "day", "days"),
    "medicines": ("Medicines", "change", "changes"),
    "labs": ("Lab results", "result", "results"),
    "exams": ("Exams", "exam", "exams"),
    "discussions": ("Discussed", "entry", "entries"),
}
FILTER_MS = 120
NARROWEST, ONE_ROW = 420, 900


class HistoryPage(QWidget):
    """``dialog_requested`` carries a table to add to, or a record to change; ``day_opened`` a date."""

    dialog_requested = Signal(object)
    day_opened = Signal(object)

    def __init__(self, journal: Journal, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("history_page")
        self._journal, self._theme = journal, theme
        self.model = HistoryTable(journal)
        self._dated = False
        self._build()
        self._wire()
        self._fresh_table()

    def show_diary(self) -> None:
        """Show the journal's diary, with the days it spans."""
        span = self._journal.diary.span()
        if span is not None and not self._dated:
            self._set_days(span)
        self.model.reload()
        self._count_rows()

    def show_day(self, day: date) -> None:
        """Show all twitches of one day, whatever was sought before."""
        self._kind.setCurrentIndex(list(KINDS).index("episodes"))
        self.filter.clear()
        self._limit(Period.of_days(day, 1))

    def show_words(self, sought: str, period: Period) -> None:
        """Show the twitches of a period with these words."""
        self._kind.setCurrentIndex(list(KINDS).index("episodes"))
        self.filter.setText(sought)
        self._limit(period)

    def focus_filter(self) -> None:
        """Put the cursor into the filter, over all days: what is sought is rarely on the day looked at before."""
        if self._dated:
            self._forget_days()
        self.filter.setFocus()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 24)
        column.setSpacing(13)
        head = QHBoxLayout()
        head.addWidget(PlainLabel("History", "page_title"))
        self._count = PlainLabel("", "quiet", name="count")
        head.addWidget(self._count)
        head.addStretch(1)
        column.addLayout(head)
        card = Card("history_card")
        card.column.addLayout(self._tools())
        self.table = self._view()
        card.column.addWidget(self.table, 1)
        column.addWidget(card, 1)

    def _tools(self) -> QBoxLayout:
        self._kind = QComboBox()
        self._kind.setObjectName("kind")
        self._kind.setAccessibleName("What to show")
        for table, (title, *_) in KINDS.items():
            self._kind.addItem(title, table)
        self.filter = QLineEdit()
        self.filter.setObjectName("filter")
        self.filter.setAccessibleName("Words to find")
        self.filter.setPlaceholderText("Find words, places, symptoms")
        self.filter.setClearButtonEnabled(True)
        self._from, self._until = self._date("from", "From"), self._date("until", "Until")
        self._all_days = self._button("all_days", "All days")
        self._all_days.setProperty("kind", "link")
        self._open_day = self._button("open_day", "Open the day")
        self._open_day.setProperty("kind", "link")
        self._add = self._button("add", "Add…")
        sought, days = QHBoxLayout(), QHBoxLayout()
        sought.addWidget(self._kind)
        sought.addWidget(self.filter, 1)
        sought.addWidget(self._add)
        for widget in (self._from, self._until, self._all_days, self._open_day):
            days.addWidget(widget)
        days.addStretch(1)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.addLayout(sought, 1)
        row.addLayout(days)
        self._tool_row = row
        return row

    def minimumSizeHint(self) -> QSize:
        """Return the width at which the tools stand in two rows: it must be let become so narrow first."""
        return QSize(self._theme.px(NARROWEST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the tools into two rows where one is too narrow."""
        super().resizeEvent(event)
        beside = self.width() >= self._theme.px(ONE_ROW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._tool_row.setDirection(across if beside else down)

    def _view(self) -> RowTable:
        view = RowTable(self.model)
        view.setObjectName("table")
        view.setAccessibleName("What is written down")
        view.setSortingEnabled(True)
        header = view.horizontalHeader()
        header.setSortIndicator(0, Qt.SortOrder.DescendingOrder)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return view

    def _wire(self) -> None:
        self._typing = QTimer(self, singleShot=True, interval=FILTER_MS)
        self._typing.timeout.connect(self._filter)
        self.filter.textChanged.connect(lambda _: self._typing.start())
        self._kind.currentIndexChanged.connect(self._fresh_table)
        self._from.dateChanged.connect(self._days_chosen)
        self._until.dateChanged.connect(self._days_chosen)
        self._all_days.clicked.connect(self._forget_days)
        self._add.clicked.connect(lambda: self.dialog_requested.emit(self.model.table))
        self._open_day.clicked.connect(self._open_chosen_day)
        self.table.doubleClicked.connect(
            lambda index: self.dialog_requested.emit(self.model.record(index.row()))
        )
        self._journal.changed.connect(self._take_edits)
        self.model.grown.connect(self._count_rows)
        for key, act in (("F2", self._edit), ("Return", self._edit), ("Delete", self._delete)):
            shortcut = QShortcut(QKeySequence(key), self.table, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
        self._theme.changed.connect(self._fit_columns)

    def _chosen(self) -> list[Record]:
        return [self.model.record(index.row()) for index in self.table.selectionModel().selectedRows()]

    def _edit(self) -> None:
        for record in self._chosen()[:1]:
            self.dialog_requested.emit(record)

    def _delete(self) -> None:
        chosen = self._chosen()
        if chosen:
            _, one, many = KINDS[self.model.table]
            self._journal.remove(f"Deleted: {words.count(len(chosen), one, many)}", *chosen)

    def _open_chosen_day(self) -> None:
        for record in self._chosen()[:1]:
            self.day_opened.emit(self._journal.diary.day_of(record))

    def _take_edits(self, edits: object) -> None:
        kept = [record.id for record in self._chosen()]
        self.model.take_edits(edits)  # type: ignore[arg-type]
        self._choose(kept)
        self._count_rows()

    def _choose(self, keys: list[str]) -> None:
        flags = QItemSelectionModel.SelectionFlag
        for key in keys:
            row = self.model.row_of(key)
            if row >= 0:
                self.table.selectionModel().select(self.model.index(row, 0), flags.Select | flags.Rows)

    def _fresh_table(self) -> None:
        self.model.show_table(str(self._kind.currentData() or "episodes"))
        self.table.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
        self._fit_columns()
        self._count_rows()

    def _fit_columns(self) -> None:
        header = self.table.horizontalHeader()
        wide = self.table.fontMetrics().averageCharWidth() * self._theme.scale
        for number, column in enumerate(COLUMNS[self.model.table]):
            header.resizeSection(number, round(wide * (column.width + 2)))
        header.setStretchLastSection(True)
        self.table.verticalHeader().setDefaultSectionSize(self._theme.px(32))
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _limit(self, period: Period) -> None:
        self._set_days(period)
        self._days_chosen()

    def _set_days(self, period: Period) -> None:
        for field, day in ((self._from, period.first), (self._until, period.last)):
            with QSignalBlocker(field):
                field.show_value(day)

    def _days_chosen(self) -> None:
        self._dated = True
        self._filter()

    def _forget_days(self) -> None:
        self._dated = False
        self.filter.clear()
        self._filter()
        self.show_diary()

    def _filter(self) -> None:
        self.model.filter_by(self.filter.text(), self._period() if self._dated else None)
        self._count_rows()

    def _period(self) -> Period:
        return Period(self._from.value(), self._until.value() + timedelta(days=1))

    def _count_rows(self) -> None:
        _, one, many = KINDS[self.model.table]
        shown, total = self.model.rowCount(), self.model.total
        text = words.count(total, one, many)
        so_far = " so far" if self.model.looking else ""
        self._count.setText(text if shown == total else f"{shown:,}{so_far} of {text}")

    def _date(self, name: str, label: str) -> DayInput:
        field = DayInput()
        field.setObjectName(name)
        field.setAccessibleName(label)
        return field

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        return button
