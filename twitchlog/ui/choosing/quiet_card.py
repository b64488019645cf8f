"""Writing less, and being reminded: all of it off until the person turns it on."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from twitchlog.domain import words
from twitchlog.insight.offers import COURSE_DAYS, PAGE, course_week
from twitchlog.ui.choosing.choices import Choices
from twitchlog.ui.forms.inputs import CheckInput
from twitchlog.ui.look.plain import Card, PlainLabel
from twitchlog.ui.look.segments import Choice, Segments
from twitchlog.ui.look.theme import Theme

QUIET = {
    "once_a_day": ("Write once a day", "One summary in the evening in place of single twitches."),
    "weekly_trends": ("Trends week by week", "Nothing new in them until a week is over."),
    "hide_numbers": ("No numbers on Today", "Neither counts of the day nor of the week."),
}
REMINDERS = (Choice("", "Off"), *(Choice(f"{hour}:00", f"{hour}:00") for hour in (18, 19, 20, 21, 22)))
REMINDER_NOTE = "At most one an evening, while this window is open. Silent once the day is checked; it is never about a card of Insights."


class QuietCard(Card):
    """Shows and changes what is kept of these; ``show_day`` says which day is today."""

    def __init__(self, choices: Choices, theme: Theme) -> None:
        super().__init__("quiet_card")
        self._choices = choices
        self._today = date.min
        self.column.addWidget(PlainLabel("Writing less", "title"))
        self._checks = {name: self._check(name, *texts) for name, texts in QUIET.items()}
        self._course = PlainLabel("", wrap=True, name="course_text")
        self._begin = QPushButton()
        self._begin.setObjectName("course_button")
        self._begin.clicked.connect(self._turn_course)
        self.column.addWidget(self._course)
        line = QHBoxLayout()
        line.addWidget(self._begin)
        line.addStretch(1)
        self.column.addLayout(line)
        self.column.addWidget(PlainLabel("A reminder in the evening", "field"))
        self._reminder = Segments("reminder", "A reminder in the evening", REMINDERS, theme)
        self._reminder.chosen.connect(lambda at: choices.take(reminder=at))
        row = QHBoxLayout()
        row.addWidget(self._reminder)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(PlainLabel(REMINDER_NOTE, "quiet", wrap=True))
        choices.changed.connect(self._show)

    def show_day(self, today: date) -> None:
        """Show the choices in force on a day."""
        self._today = today
        self._show()

    def _show(self) -> None:
        kept = self._choices.kept
        for name, check in self._checks.items():
            check.setChecked(getattr(kept, name))
        self._reminder.take(kept.reminder)
        if not kept.course_start:
            self._course.setText(
                "A course with an end: write for eight weeks, then make the page for the doctor."
            )
            self._begin.setText("Begin eight weeks today")
            return
        start = date.fromisoformat(kept.course_start)
        week = course_week(start, self._today)
        weeks = COURSE_DAYS // 7
        state = f"Week {week} of {weeks}" if week <= weeks else f"The {weeks} weeks are over"
        self._course.setText(f"{state}; begun on {words.long_day(start)}.")
        self._begin.setText("End it")

    def _turn_course(self) -> None:
        if self._choices.kept.course_start:
            self._choices.take(course_start="")
            return
        left = tuple(code for code in self._choices.kept.offered if code != PAGE)
        self._choices.take(course_start=self._today.isoformat(), offered=left)

    def _check(self, name: str, text: str, meaning: str) -> CheckInput:
        check = CheckInput(text)
        check.setObjectName(name)
        check.toggled.connect(lambda on: self._take(name, on))
        check.setAccessibleDescription(meaning)
        self.column.addWidget(check)
        note = PlainLabel(meaning, "quiet", wrap=True)
        note.setIndent(24)
        self.column.addWidget(note)
        return check

    def _take(self, name: str, on: bool) -> None:  # noqa: FBT001 - a signal's value
        if getattr(self._choices.kept, name) != on:
            self._choices.take(**{name: on})
