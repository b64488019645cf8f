"""The page for the doctor: what is chosen on the left, the sheet as it will be on the right."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from twitchlog.domain.moments import local_day
from twitchlog.files import doctor_table, doctor_workbook
from twitchlog.files.safe_open import FileError
from twitchlog.report import dates
from twitchlog.report.facts import Facts, facts_of
from twitchlog.report.file_of_page import written_words
from twitchlog.report.page import Page
from twitchlog.report.pdf import usual_paper, write_pdf
from twitchlog.ui.forms.dialogs import ask_where_to_write
from twitchlog.ui.forms.table_dialog import TableChoice, TableDialog
from twitchlog.ui.journal import Journal
from twitchlog.ui.look.plain import PlainLabel
from twitchlog.ui.look.scrolled import ScrolledPage
from twitchlog.ui.look.theme import Theme
from twitchlog.ui.sheet.report_options import ReportActions, ReportOptions
from twitchlog.ui.sheet.report_preview import ReportPreview
from twitchlog.ui.sheet.written_words import TABLE_KIND
from twitchlog.ui.sheet.written_words import written_words as table_written

PDF_KIND = "Page for the doctor (*.pdf)"
OPTIONS_WIDTH, NARROW = 340, 700
WRONG_WAY_ROUND = "The first day is after the last: choose other days."


class ReportPage(ScrolledPage):
    """``said`` carries a sentence, ``written`` a sentence and the path of the file it speaks of."""

    said = Signal(str)
    written = Signal(str, object)

    def __init__(self, journal: Journal, theme: Theme, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.setObjectName("report_page")
        self._journal, self._theme, self._clock = journal, theme, clock
        self._stale = True
        self._facts: Facts | None = None
        self.options = ReportOptions(theme, self._today, usual_paper())
        self.preview = ReportPreview(theme)
        self.actions_row = ReportActions()
        self._build()
        self._wire()

    def show_diary(self) -> None:
        """Show the journal's diary, now if the page is seen, else when it will be."""
        self._stale = True
        if self.isVisible():
            self._show()

    def add_flag(self, rule: str) -> None:
        """Put what a card says on the page; it stands among the choices and can be taken off there."""
        self.options.add_rule(rule)

    @property
    def page(self) -> Page | None:
        """The page as it stands; ``None`` before the diary is read, or with days the wrong way round."""
        if self._facts is None or self.options.days is None:
            return None
        return Page(facts=self._facts, choices=self.options.choices, made_on=self._clock().date())

    def write(self, path: Path) -> None:
        """Write the page as PDF, and say how much is in it."""
        page = self.page
        if page is None:
            return
        try:
            write_pdf(path, page, self.options.paper)
        except FileError as error:
            self.said.emit(f"Not saved: {error}")
            return
        self.written.emit(f"Saved: {written_words(page)} {path}", path)

    def write_table(self, path: Path, choice: TableChoice) -> None:
        """Write the table of the same days, and say how many rows were written and read back."""
        try:
            if path.suffix.lower() == ".xlsx":
                done = doctor_workbook.write(path, self._rows(), columns=choice.columns)
            else:
                signs = choice.delimiter, choice.decimal
                done = doctor_table.write(path, self._rows(), *signs, columns=choice.columns)
        except FileError as error:
            self.said.emit(f"Not saved: {error}")
            return
        self.written.emit(table_written(path, done), path)

    def showEvent(self, event: QShowEvent) -> None:
        """Compute what is not up to date."""
        super().showEvent(event)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sheet below the choices where there is no room beside them."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(NARROW)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._body.setDirection(direction)
        self._head.setDirection(direction)
        self.options.setMaximumWidth(16_777_215 if narrow else self._theme.px(OPTIONS_WIDTH))
        self.options.setMinimumWidth(0 if narrow else self._theme.px(OPTIONS_WIDTH))

    @property
    def _today(self) -> date:
        return local_day(self._clock(), self._journal.diary.settings.day_start)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 24)
        column.setSpacing(13)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(PlainLabel("Page for the doctor", "page_title"), 1)
        self._head.addWidget(self.actions_row)
        column.addLayout(self._head)
        self._wrong = PlainLabel("", "wrong", wrap=True, name="report_wrong")
        self._wrong.hide()
        column.addWidget(self._wrong)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(16)
        self._body.addWidget(self.options, 0, Qt.AlignmentFlag.AlignTop)
        self._body.addWidget(self.preview, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._body)
        column.addStretch(1)

    def _wire(self) -> None:
        self._journal.changed.connect(lambda _: self.show_diary())
        self._theme.changed.connect(self.preview.update)
        self.options.changed.connect(self._show_page)
        self.options.period_changed.connect(self.show_diary)
        self.actions_row.pdf.clicked.connect(self._ask_pdf)
        self.actions_row.paper.clicked.connect(self._ask_printer)
        self.actions_row.table.clicked.connect(self._ask_table)

    def _show(self) -> None:
        diary, days = self._journal.diary, self.options.days
        if not self._stale or not diary.whole:
            return
        self._wrong.setText("" if days else WRONG_WAY_ROUND)
        self._wrong.setVisible(days is None)
        self.actions_row.setEnabled(days is not None)
        if days is None:
            return
        self._stale = False
        self._facts = facts_of(diary, days, self._today)
        self.options.show_facts(self._facts)
        self._show_page()

    def _show_page(self) -> None:
        page = self.page
        if page is not None:
            self.preview.show_page(page, self.options.paper, soon=True)

    def _ask_pdf(self) -> None:
        page = self.page
        if page is not None:
            ask_where_to_write(self, "Page for the doctor", PDF_KIND, f"{page.file_name}.pdf", self.write)

    def _ask_printer(self) -> None:
        from twitchlog.ui.sheet.report_print import ask_printer

        page = self.page
        if page is not None:
            ask_printer(self, page, self.options.paper, lambda name: self.said.emit(f"Sent to {name}."))

    def _ask_table(self) -> None:
        page = self.page
        if page is None:
            return

        def ask_path(choice: TableChoice) -> None:
            def write(path: Path) -> None:
                self.write_table(path, choice)

            ask_where_to_write(self, "Table for the doctor", TABLE_KIND, f"{page.file_name}.csv", write)

        TableDialog(self, self._theme, self._rows(), dates.span(page.facts.asked), ask_path).open()

    def _rows(self) -> list[tuple[doctor_table.Cell, ...]]:
        """Return the rows of the days that the page speaks of."""
        return doctor_table.rows(self._journal.diary, self._facts.asked if self._facts else None)
