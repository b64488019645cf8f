"""Keeps the Insights panel true: looks again after a save, on the next turn of the event loop."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from twitchlog.domain.diary import Month
from twitchlog.domain.medical import Discussion
from twitchlog.domain.moments import local_day, whole_seconds
from twitchlog.insight.flags import flags
from twitchlog.insight.summary import week, week_words
from twitchlog.ui.insights.insights_panel import Insights, InsightsPanel
from twitchlog.ui.journal import Journal

TRIGGERS_MS = 400
SOON_MS = 30
"""After the row that was saved is painted: what is read from the diary must not hold up what is written into it."""


class InsightsWatch(QObject):
    """``look`` computes flags at once and triggers a little later, when nothing else is to be done.

    ``triggers_shown`` says that the triggers are up to date too.
    """

    triggers_shown = Signal()

    def __init__(self, journal: Journal, panel: InsightsPanel, clock: Callable[[], datetime]) -> None:
        super().__init__(panel)  # or a timer would look after the panel is gone
        self._journal, self._panel, self._clock = journal, panel, clock
        self._shown = Insights()
        self._warm = False
        self._months: list[Month] = []
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._read_a_month)
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.look)
        self._later = QTimer(self, singleShot=True, interval=TRIGGERS_MS)
        self._later.timeout.connect(self._look_at_triggers)
        journal.changed.connect(lambda _: self._soon.start())
        journal.read.connect(self._soon.start)
        panel.cards.discussed.connect(self._discuss)
        panel.cards.hidden.connect(self._hide)

    @property
    def today(self) -> date:
        """The local day of now."""
        return local_day(self._clock(), self._journal.diary.settings.day_start)

    def look(self) -> None:
        """Show what the diary says today."""
        diary = self._journal.diary
        if not diary.whole:
            return
        on = self.today
        self._shown = replace(
            self._shown,
            raised=flags(diary, on),
            week=week_words(week(diary, on)) if len(diary) > 1 else "",
            episodes=len(diary),
        )
        self._panel.show_insights(self._shown)
        if self._warm:
            self._later.start()

    def warmed_up(self) -> None:
        """Look at the triggers too, now that numpy is loaded."""
        self._months = list(self._journal.diary.months.values())
        self._turn.start()

    def _read_a_month(self) -> None:
        """Make a month's columns, which are remembered: those of a long diary at once would stop the window."""
        from twitchlog.insight.columns import columns_of

        if self._months:
            columns_of(self._months.pop())
            self._turn.start()
            return
        self._warm = True
        self._later.start()

    def _look_at_triggers(self) -> None:
        from twitchlog.insight.triggers import triggers
        from twitchlog.insight.triggers.words import NAMES, card_text

        diary = self._journal.diary
        if not diary.whole:
            return
        rows = triggers(diary).rows if len(diary) > 1 else ()
        found = tuple((NAMES[each.exposure], card_text(each)) for each in rows)
        self._shown = replace(self._shown, triggers=found)
        self._panel.show_insights(self._shown)
        self.triggers_shown.emit()

    def _discuss(self, rule: str) -> None:
        now = whole_seconds(self._clock())
        self._journal.put(
            "Saved: discussed with a doctor",
            Discussion(id=str(uuid4()), rule=rule, date=self.today, recorded_at=now),
        )

    def _hide(self, rule: str) -> None:
        today = self.today
        self._journal.change_settings(
            lambda settings: replace(settings, hidden={**settings.hidden, rule: today})
        )
