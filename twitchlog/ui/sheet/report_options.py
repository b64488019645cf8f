"""What the person chooses for the page: days, whose it is, questions, what stands on it."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from twitchlog.domain.period import Period
from twitchlog.domain.text import clean_text
from twitchlog.report.choices import MOST_QUESTIONS, Choices, Paper
from twitchlog.report.dates import USUAL_DAYS
from twitchlog.report.facts import Facts
from twitchlog.report.notes import Note
from twitchlog.report.points import Point
from twitchlog.ui.forms.date_inputs import DayInput
from twitchlog.ui.look.flow import FlowLayout, wrapping
from twitchlog.ui.look.plain import Card, PlainLabel, button_text
from twitchlog.ui.look.segments import Choice, Segments
from twitchlog.ui.look.theme import Theme

LONGEST_QUESTION, LONGEST_NAME = 300, 80
ON_PAGE = (
    ("include_exams", "Exams and tests"),
    ("include_labs", "Lab values"),
    ("include_medicines", "Medicines"),
    ("include_triggers", "What goes together"),
)
ON_PAGE_2 = (("include_raster", "Four weeks, hour by hour"), ("include_notes", "Notes that I tick"))
PAPERS = (Choice("A4", "A4"), Choice("LETTER", "Letter"))
SHORTEST = 120
"""Letters of a note in the list; the page has room for more."""


class ReportOptions(QWidget):
    """The choices; nothing typed here is kept when the program ends.

    ``changed`` says that something else is wanted on the page, ``period_changed`` that other days are.
    """

    changed = Signal()
    period_changed = Signal()

    def __init__(self, theme: Theme, today: date, paper: Paper) -> None:
        super().__init__()
        self.setObjectName("report_options")
        self._ticked: dict[str, bool] = {}
        self._points: tuple[Point, ...] = ()
        self._point_boxes: dict[str, QCheckBox] = {}
        self._notes: tuple[Note, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(11)
        column.addWidget(self._days_card(theme, paper))
        column.addWidget(self._person_card())
        column.addWidget(self._content_card())
        self._points_card = Card("points_card", padding=14, spacing=6)
        column.addWidget(self._points_card)
        column.addStretch(1)
        self.show_days(Period.of_days(today, USUAL_DAYS))

    @property
    def days(self) -> Period | None:
        """The days chosen; ``None`` if they are the wrong way round."""
        first, last = self._first.value(), self._last.value()
        return Period(first, last + timedelta(days=1)) if first <= last else None

    def show_days(self, period: Period) -> None:
        """Show other days."""
        for field, day in ((self._first, period.first), (self._last, period.last)):
            field.blockSignals(True)  # noqa: FBT003 - Qt's own
            field.show_value(day)
            field.blockSignals(False)  # noqa: FBT003 - Qt's own

    @property
    def paper(self) -> Paper:
        """The paper chosen."""
        return Paper[self._paper.code()]

    @property
    def choices(self) -> Choices:
        """Everything chosen, as the page wants it."""
        on = {name: box.isChecked() for name, box in self._boxes.items()}
        return Choices(
            include_exams=on["include_exams"],
            include_labs=on["include_labs"],
            include_medicines=on["include_medicines"],
            include_triggers=on["include_triggers"],
            include_notes=on["include_notes"],
            include_raster=on["include_raster"],
            name=clean_text(self._name.text()),
            born=clean_text(self._born.text()),
            questions=tuple(clean_text(field.text()) for field in self._questions),
            rules=frozenset(point.rule for point in self._points if self._on_page(point)),
            notes=frozenset(self._ticked_notes()),
        )

    def add_rule(self, rule: str) -> None:
        """Put a point of the diary on the page."""
        self._ticked[rule] = True
        if rule in self._point_boxes:
            self._point_boxes[rule].setChecked(True)

    def show_facts(self, facts: Facts) -> None:
        """Offer the points and the notes of the days chosen; what was ticked stays ticked."""
        if facts.points != self._points:
            self._points = facts.points
            self._fill_points()
        if facts.notes != self._notes:
            kept = self._ticked_notes()
            self._notes = facts.notes
            self._fill_notes(kept)

    def _on_page(self, point: Point) -> bool:
        return self._ticked.get(point.rule, point.usual)

    def _ticked_notes(self) -> set[str]:
        items = [self._note_list.item(row) for row in range(self._note_list.count())]
        return {
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        }

    def _days_card(self, theme: Theme, paper: Paper) -> Card:
        card = Card("days_card", padding=14, spacing=8)
        card.column.addWidget(PlainLabel("Days and paper", "title"))
        self._first, self._last = DayInput(), DayInput()
        form = _form()
        for name, label, field in (
            ("report_from", "From", self._first),
            ("report_until", "Until", self._last),
        ):
            field.setObjectName(name)
            field.setAccessibleName(label)
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            field.dateChanged.connect(lambda _: self.period_changed.emit())
            form.addRow(_label(label), field)
        self._paper = Segments("report_paper", "Paper", PAPERS, theme, always=True)
        self._paper.take(paper.name)
        self._paper.chosen.connect(lambda _: self.changed.emit())
        form.addRow(_label("Paper"), self._paper)
        card.column.addLayout(form)
        return card

    def _person_card(self) -> Card:
        card = Card("person_card", padding=14, spacing=8)
        card.column.addWidget(PlainLabel("What I would like to ask", "title"))
        self._questions = [QLineEdit() for _ in range(MOST_QUESTIONS)]
        for number, field in enumerate(self._questions, 1):
            field.setObjectName(f"question_{number}")
            field.setAccessibleName(f"Question {number}")
            field.setPlaceholderText(f"Question {number}")
            field.setMaxLength(LONGEST_QUESTION)
            card.column.addWidget(field)
        self._name, self._born = QLineEdit(), QLineEdit()
        form = _form()
        for name, label, field in (("report_name", "Name", self._name), ("report_born", "Born", self._born)):
            field.setObjectName(name)
            field.setAccessibleName(label)
            field.setMaxLength(LONGEST_NAME)
            form.addRow(_label(label), field)
        card.column.addLayout(form)
        card.column.addWidget(PlainLabel("On the page only: these are not kept.", "quiet", wrap=True))
        for field in (*self._questions, self._name, self._born):
            field.textChanged.connect(lambda _: self.changed.emit())
        return card

    def _content_card(self) -> Card:
        card = Card("content_card", padding=14, spacing=4)
        self._boxes: dict[str, QCheckBox] = {}
        usual = Choices()
        for heading, boxes in (("On the page", ON_PAGE), ("On a second page", ON_PAGE_2)):
            card.column.addWidget(PlainLabel(heading, "title"))
            for name, label in boxes:
                box = QCheckBox(label)
                box.setObjectName(name)
                box.setChecked(getattr(usual, name))
                box.toggled.connect(lambda _: self._boxes_changed())
                self._boxes[name] = box
                card.column.addWidget(box)
        self._note_list = QListWidget()
        self._note_list.setObjectName("notes_list")
        self._note_list.setAccessibleName("Notes to tick")
        self._note_list.setFixedHeight(150)
        self._note_list.itemChanged.connect(lambda _: self.changed.emit())
        self._no_notes = PlainLabel("No notes in these days.", "quiet")
        card.column.addWidget(self._note_list)
        card.column.addWidget(self._no_notes)
        self._show_note_list()
        return card

    def _boxes_changed(self) -> None:
        self._show_note_list()
        self.changed.emit()

    def _show_note_list(self) -> None:
        wanted = self._boxes["include_notes"].isChecked()
        self._note_list.setVisible(wanted and bool(self._notes))
        self._no_notes.setVisible(wanted and not self._notes)

    def _fill_notes(self, ticked: set[str]) -> None:
        self._note_list.blockSignals(True)  # noqa: FBT003 - Qt's own
        self._note_list.clear()
        for note in self._notes:
            item = QListWidgetItem(f"{note.when}: {note.text[:SHORTEST]}")
            item.setData(Qt.ItemDataRole.UserRole, note.key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if note.key in ticked else Qt.CheckState.Unchecked)
            self._note_list.addItem(item)
        self._note_list.blockSignals(False)  # noqa: FBT003 - Qt's own
        self._show_note_list()

    def _fill_points(self) -> None:
        column = self._points_card.column
        while (item := column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        column.addWidget(PlainLabel("What the diary points out", "title"))
        self._point_boxes = {point.rule: self._point_box(point) for point in self._points}
        for box in self._point_boxes.values():
            column.addWidget(box)
        if not self._points:
            column.addWidget(PlainLabel("Nothing on the last of these days.", "quiet", wrap=True))

    def _point_box(self, point: Point) -> QCheckBox:
        box = QCheckBox(button_text(point.title))
        box.setObjectName(f"point_{point.rule}")
        box.setChecked(self._on_page(point))
        box.toggled.connect(lambda on: self._tick(point.rule, on))
        return box

    def _tick(self, rule: str, on: bool) -> None:  # noqa: FBT001 - a signal's value
        self._ticked[rule] = on
        self.changed.emit()


class ReportActions(QWidget):
    """Save, print, and the table behind the page; in rows where one is too long."""

    def __init__(self) -> None:
        super().__init__()
        row = FlowLayout(self, 8)
        self.setSizePolicy(wrapping())
        self.pdf = QPushButton("Save PDF…")
        self.pdf.setObjectName("save_pdf")
        self.pdf.setProperty("kind", "primary")
        self.paper = QPushButton("Print…")
        self.paper.setObjectName("print")
        self.table = QPushButton("Save table…")
        self.table.setObjectName("save_csv")
        for button in (self.pdf, self.paper, self.table):
            row.addWidget(button)


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(10)
    form.setVerticalSpacing(6)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    return form


def _label(words: str) -> PlainLabel:
    """Return a label that stands level with the field beside it."""
    label = PlainLabel(words, "quiet")
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
    return label
