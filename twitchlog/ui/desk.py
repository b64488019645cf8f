"""What the window's commands do, and how pages, dialogs and the journal answer each other."""

import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, TypeAlias, cast

from PySide6.QtCore import QObject, QPoint, QProcess, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMessageBox, QWidget

from twitchlog.domain.day import CheckIn
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode
from twitchlog.domain.moments import local_day, whole_seconds
from twitchlog.domain.period import Period
from twitchlog.domain.record import Edit, Record
from twitchlog.insight.flags.signs import SIGNS_TITLE, follow_up_due
from twitchlog.store.errors import Reason
from twitchlog.ui import help as texts
from twitchlog.ui.actions import Command, keys_help
from twitchlog.ui.choosing.choices import Choices
from twitchlog.ui.forms.dialogs import TextDialog
from twitchlog.ui.forms.record_dialogs import ask_record
from twitchlog.ui.insights.follow_up import FollowUp
from twitchlog.ui.journal import Journal
from twitchlog.ui.look.theme import Theme
from twitchlog.ui.message_bar import MessageBar
from twitchlog.ui.pages.today import TodayPage
from twitchlog.ui.today.templates import MOST as TEMPLATES

if TYPE_CHECKING:
    from twitchlog.ui.pages.history import HistoryPage
    from twitchlog.ui.pages.trends import TrendsPage

MARGIN = 24
NEARLY_FULL = "Saved, but the disk is full. Free some space soon: the next entry may not fit."


WaysOut: TypeAlias = Mapping[Reason, Sequence[tuple[str, Callable[[], None]]]]


class Desk(QObject):
    """The person's desk: everything a command can reach.

    ``show_page`` shows a page by its name and returns it; ``ask`` opens the dialog for a table or a record.
    ``day_changed`` carries the day that Today writes for; ``insights_toggled`` the wish to see Insights or not.
    ``on_today`` says whether Today is shown, ``past_day`` which day it writes for if not today. ``ways_out`` are the buttons beside a refusal, by its reason. ``rule_reported`` carries the rule of a card that is to stand on the page for the doctor; ``reported`` holds them all.
    """

    day_changed = Signal(object)
    insights_toggled = Signal()
    rule_reported = Signal(str)

    def __init__(  # noqa: PLR0913 - the parts of the window it works on
        self,
        window: QWidget,
        journal: Journal,
        theme: Theme,
        bar: MessageBar,
        *,
        clock: Callable[[], datetime],
        zone: str,
        show_page: Callable[[str], QWidget],
        choices: Choices,
    ) -> None:
        super().__init__(window)
        self.window, self.journal, self.theme, self.bar = window, journal, theme, bar
        self.clock, self.zone, self.show_page, self.choices = clock, zone, show_page, choices
        self.reported: list[str] = []
        self.on_today = True
        self.past_day: date | None = None
        self.day_changed.connect(self._take_day)
        self.ways_out: WaysOut = {}
        for number in range(TEMPLATES):
            QShortcut(QKeySequence(f"Ctrl+{number + 1}"), window, partial(self.use_template, number))

    @property
    def today(self) -> date:
        """The local day of now."""
        return local_day(self.clock(), self.journal.diary.settings.day_start)

    def trends_clock(self) -> datetime:
        """Return the time up to which Trends are drawn: now, or the end of the last whole week if that was chosen."""
        now = self.clock()
        if not self.choices.kept.weekly_trends:
            return now
        return now - timedelta(days=(self.today.weekday() - self.choices.kept.first_weekday) % 7 + 1)

    def ask(self, wanted: str | Record) -> None:
        """Open the dialog for a new record of a table, or to change a record."""
        day = self.past_day if self.on_today else None
        ask_record(self.window, wanted, self.journal, self.theme, self.clock, self.zone, day=day)

    def open_day(self, day: date) -> None:
        """Write for a day."""
        self._today().open_day(day)

    def step_day(self, days: int) -> None:
        """Write for the day before or after the one shown."""
        page = self._today()
        page.open_day(page.day + timedelta(days=days))
        page.focus_line()

    def focus_line(self) -> None:
        """Go to the typed line."""
        self._today().focus_line()

    def focus_figure(self) -> None:
        """Go to the figure."""
        self._today().map.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def typed(self) -> str:
        """Return what is typed and chosen and not saved."""
        return self._today().draft_text

    def offer_draft(self, text: str) -> None:
        """Put back what was typed and chosen last time and never saved."""
        if text and not self._today().draft_text:
            self._today().offer_draft(text)

    def save_draft(self) -> None:
        """Save what is typed and chosen."""
        self._today().save()

    def repeat(self) -> None:
        """Write the last twitch down again, now."""
        self._today().repeat()

    def use_template(self, number: int) -> None:
        """Write down what was kept as a template; the first is 0."""
        self._today().use_template(number)

    def no_twitches(self) -> None:
        """Close today as a day without twitches."""
        page = self._today()
        page.open_day(self.today)
        page.check_in(CheckIn.NONE)

    def find(self) -> None:
        """Go to History's filter."""
        page = self.show_page("history")
        cast("HistoryPage", page).focus_filter()

    def toggle_insights(self) -> None:
        """Show or hide Insights."""
        self.insights_toggled.emit()

    def open_history_day(self, day: date) -> None:
        """Show what was written down on a day."""
        page = self.show_page("history")
        cast("HistoryPage", page).show_day(day)

    def open_history_words(self, sought: str, period: Period) -> None:
        """Show what was written down with these words in a period."""
        page = self.show_page("history")
        cast("HistoryPage", page).show_words(sought, period)

    def show_chart(self, name: str) -> None:
        """Go to a chart of Trends."""
        page = self.show_page("trends")
        cast("TrendsPage", page).show_card(name)

    def follow_up(self, edits: Sequence[Edit]) -> None:
        """Ask the one question after numbness or weakness was written down, unless it was answered this week."""
        if self.window.findChild(FollowUp) is not None:
            return
        for edit in edits:
            episode = edit.after
            if edit.before is None and isinstance(episode, Episode) and self._asks_for(episode):
                asked = FollowUp(self.window, self.journal, self.today, whole_seconds(self.clock()))
                asked.show()
                # In a corner: in the middle it would cover the line that is being typed.
                corner = self.window.mapToGlobal(self.window.rect().bottomRight())
                asked.move(corner - asked.rect().bottomRight() - QPoint(MARGIN, MARGIN))
                return

    def add_to_report(self, rule: str) -> None:
        """Let what a card says stand on the page for the doctor, until the program ends."""
        if rule not in self.reported:
            self.reported.append(rule)
        self.rule_reported.emit(rule)
        self.bar.tell("Added to the page for the doctor.", [("Show the page", self.show_report)])

    def show_report(self) -> None:
        """Go to the page for the doctor."""
        self.show_page("report")

    def saved(self, _: str) -> None:
        """Take the last message away; a disk that had no room but for the reserve is told at once."""
        self.bar.clear()
        if self.journal.saver.store.nearly_full:
            self.bar.say(NEARLY_FULL)

    def refused(self, sentence: str) -> None:
        """Say why nothing was changed, with the ways out; what was typed stays where it is."""
        self.bar.say(sentence, self.ways_out.get(self.journal.saver.reason, ()))

    def show_signs(self) -> None:
        """Show the list that is always the same."""
        TextDialog("signs_dialog", SIGNS_TITLE, texts.signs(), self.window).open()

    def show_about_twitching(self) -> None:
        """Show what twitching is."""
        TextDialog("about_dialog", "About twitching", texts.about_twitching(), self.window).open()

    def show_keys(self, commands: list[Command]) -> None:
        """Show the keys."""
        TextDialog("keys_dialog", "Keys", texts.keys(keys_help(commands)), self.window).open()

    def show_earlier(self) -> None:
        """Show the cards that have cleared."""
        diary: Diary = self.journal.diary
        TextDialog(
            "earlier_dialog", "Cards that have cleared", texts.earlier_cards(diary, self.today), self.window
        ).open()

    def show_example(self) -> None:
        """Open a made-up year in a window of its own; the person's diary is not touched."""
        QProcess.startDetached(sys.executable, ["-m", "twitchlog", "demo"])

    def about(self) -> None:
        """Say what this program is."""
        box = QMessageBox(self.window)
        box.setObjectName("about_box")
        box.setWindowTitle("twitchlog")
        box.setText("twitchlog: a private diary for muscle twitches. It records; it does not diagnose.")
        box.open()

    def _take_day(self, day: date) -> None:
        self.past_day = day if day < self.today else None
        self.bar.clear()

    def _today(self) -> TodayPage:
        return cast(TodayPage, self.show_page("today"))

    def _asks_for(self, episode: Episode) -> bool:
        return follow_up_due(self.journal.diary, episode, self.today)
