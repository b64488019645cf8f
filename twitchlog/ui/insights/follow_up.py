"""The one question after numbness or weakness: the list of signs that cannot wait, asked once a week at most."""

from datetime import date, datetime
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from twitchlog.domain.medical import Discussion
from twitchlog.insight.flags.signs import FOLLOW_UP_QUESTION, NO, SIGNS, SIGNS_SOURCE, YES
from twitchlog.ui.journal import Journal
from twitchlog.ui.look.plain import PlainLabel


class FollowUp(QDialog):
    """Yes or no; closing it without an answer leaves the question open."""

    def __init__(self, window: QWidget, journal: Journal, today: date, now: datetime) -> None:
        super().__init__(window)
        self.setObjectName("follow_up")
        self.setWindowTitle(FOLLOW_UP_QUESTION)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # It waits beside the window, so that whoever types on loses nothing and answers nothing unread.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._journal, self._today, self._now = journal, today, now
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(9)
        column.addWidget(PlainLabel(FOLLOW_UP_QUESTION, "title"))
        for sign in SIGNS:
            column.addWidget(PlainLabel(f"• {sign}", wrap=True))
        column.addWidget(PlainLabel(SIGNS_SOURCE, "quiet", wrap=True))
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        for name, text, rule in (("follow_up_no", "No, none of these", NO), ("follow_up_yes", "Yes", YES)):
            button = QPushButton(text)
            button.setObjectName(name)
            # The Enter of the next line must never answer this.
            button.setAutoDefault(False)
            button.clicked.connect(lambda _, rule=rule: self._answer(rule))
            row.addWidget(button)
        column.addLayout(row)
        self.setMinimumWidth(460)

    def _answer(self, rule: str) -> None:
        answer = Discussion(id=str(uuid4()), rule=rule, date=self._today, recorded_at=self._now)
        self._journal.put("Saved: your answer", answer)
        self.accept()
