"""One card of Insights: level in words and icon, title, text, what it rests on, and what can be done."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from twitchlog.domain import words
from twitchlog.insight.flags import Flag
from twitchlog.insight.flags.claim_words import claims_in_words
from twitchlog.insight.flags.levels import HELP_TODAY, LEVELS, NOTICED, SEE_A_DOCTOR
from twitchlog.ui.look.flow import row_of
from twitchlog.ui.look.one_stop import OneStop
from twitchlog.ui.look.plain import PlainLabel, dress
from twitchlog.ui.look.theme import Theme

TOKENS = ("note", "mention", "see", "urgent")
ICONS = ("noticed", "mention", "see", "urgent")
DAYS_SHOWN = 8


class FlagCard(QFrame):
    """A flag; everything that can be done with it is a signal.

    ``discussed``, ``hidden`` and ``reported`` carry the rule's code, ``day_opened`` a date, ``report_requested`` and
    ``thresholds_requested`` nothing. What it rests on is built when it is first asked for.
    """

    discussed = Signal(str)
    hidden = Signal(str)
    reported = Signal(str)
    day_opened = Signal(object)
    report_requested = Signal()
    thresholds_requested = Signal()

    def __init__(self, flag: Flag, theme: Theme) -> None:
        super().__init__()
        self.flag = flag
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 11, 14, 10)
        self._column.setSpacing(6)
        self._column.addWidget(self._head())
        self._title = PlainLabel(flag.title, "title", wrap=True, name="flag_title")
        self._text = PlainLabel(flag.text, wrap=True, name="flag_text")
        self._column.addWidget(self._title)
        self._column.addWidget(self._text)
        self._column.addWidget(self._actions())
        self._why_body: QWidget | None = None
        dress(self, level=TOKENS[flag.level])

    def show_flag(self, flag: Flag, number: int) -> None:
        """Show a flag of the same rule and level."""
        self.setObjectName(f"flag_card_{number}")
        self.setAccessibleName(f"{LEVELS[flag.level]}: {flag.title}")
        if flag == self.flag:
            return
        self.flag = flag
        self._title.setText(flag.title)
        self._text.setText(flag.text)
        if self._why_body is not None:
            opened = self._why_body.isVisible()
            self._drop_why()
            if opened:
                self.toggle_why()

    def toggle_why(self) -> None:
        """Unfold the rule with its numbers, its days and its source, or fold it again."""
        if self._why_body is None:
            self._why_body = self._rests_on()
            self._column.addWidget(self._why_body)
            self._why_body.show()
        else:
            self._drop_why()

    def _head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        picture = QLabel()
        picture.setPixmap(self._theme.pixmap(ICONS[self.flag.level], f"{TOKENS[self.flag.level]}_fg", 18))
        row.addWidget(picture)
        row.addWidget(PlainLabel(LEVELS[self.flag.level], "field", name="flag_level"))
        row.addStretch(1)
        return head

    def _actions(self) -> QWidget:
        rule = self.flag.rule
        buttons = [
            self._link("why", "Why this?", self.toggle_why),
            self._link("add_to_report", "Add to report", partial(self.reported.emit, rule)),
        ]
        if self.flag.level >= SEE_A_DOCTOR:
            buttons.append(self._link("make_report", "Make the page", self.report_requested.emit))
        if self.flag.level > NOTICED:
            discussed = partial(self.discussed.emit, rule)
            buttons.append(self._link("discussed", "I have discussed this with a doctor", discussed))
        if self.flag.level < HELP_TODAY:
            buttons.append(self._link("hide", "Hide for 30 days", partial(self.hidden.emit, rule)))
        OneStop(self, buttons)
        return row_of(*buttons, gap=10, lines=0)

    def _rests_on(self) -> QWidget:
        body = QWidget()
        body.setObjectName("why_body")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        goes_away = f"Goes away: {_lower(self.flag.clears)}"
        for text in (self.flag.why, *claims_in_words(self.flag.source), goes_away):
            column.addWidget(PlainLabel(text, "card_small", wrap=True))
        shown = self.flag.days[-DAYS_SHOWN:]
        if len(shown) < len(self.flag.days):
            column.addWidget(
                PlainLabel(f"The last {len(shown)} of {len(self.flag.days)} days:", "card_small")
            )
        days = [self._link(f"day_{day}", words.day(day), partial(self.day_opened.emit, day)) for day in shown]
        OneStop(body, days)
        column.addWidget(row_of(*days, gap=6))
        column.addWidget(
            self._link("thresholds", "Change the numbers behind this", self.thresholds_requested.emit)
        )
        return body

    def _drop_why(self) -> None:
        if self._why_body is not None:
            self._column.removeWidget(self._why_body)
            self._why_body.hide()
            self._why_body.deleteLater()
            self._why_body = None

    def _link(self, name: str, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setProperty("kind", "card_link")
        button.clicked.connect(lambda _: act())
        return button


def _lower(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]
