"""Settings: the look, the day, the numbers behind Insights, backups, and what was deleted lately."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from twitchlog.domain.moments import local_day
from twitchlog.domain.record import Record, table_of
from twitchlog.domain.settings import DiarySettings
from twitchlog.store.errors import StoreError
from twitchlog.ui.choosing.backup_card import BackupCard
from twitchlog.ui.choosing.choices import Choices
from twitchlog.ui.choosing.curtain_card import CurtainCard
from twitchlog.ui.choosing.own_words_card import OwnWordsCard
from twitchlog.ui.choosing.quiet_card import QuietCard
from twitchlog.ui.choosing.templates_card import TemplatesCard
from twitchlog.ui.choosing.thresholds_form import ThresholdsForm
from twitchlog.ui.forms.dialogs import TITLES
from twitchlog.ui.journal import Journal
from twitchlog.ui.look.plain import Card, PlainLabel
from twitchlog.ui.look.scrolled import ScrolledPage
from twitchlog.ui.look.segments import Choice, Segments
from twitchlog.ui.look.theme import Theme

THEMES = (Choice("system", "System"), Choice("light", "Light"), Choice("dark", "Dark"))
SIZES = tuple(Choice(str(size), f"{size} %") for size in (100, 115, 130, 150))
DAY_STARTS = tuple(Choice(str(hour), f"{hour:02d}:00") for hour in (0, 2, 3, 4, 5, 6))
WEEK_STARTS = (Choice("0", "Monday"), Choice("5", "Saturday"), Choice("6", "Sunday"))
MOST_DELETED = 20


class SettingsPage(ScrolledPage):
    """Every change holds at once.

    ``backup_requested`` is the wish for a backup now, ``restore_requested`` to go back to one, ``erase_requested`` to
    delete the whole diary.
    """

    backup_requested = Signal()
    restore_requested = Signal()
    erase_requested = Signal()

    def __init__(
        self, journal: Journal, theme: Theme, clock: Callable[[], datetime], choices: Choices
    ) -> None:
        super().__init__()
        self.setObjectName("settings_page")
        self._journal, self._theme, self._clock = journal, theme, clock
        self._choices = choices
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 24)
        column.setSpacing(13)
        column.addWidget(PlainLabel("Settings", "page_title"))
        column.addWidget(self._look_card())
        column.addWidget(self._day_card())
        self._quiet = QuietCard(choices, theme)
        column.addWidget(self._quiet)
        column.addWidget(TemplatesCard(choices))
        self._own_words = OwnWordsCard(theme, journal.change_settings)
        column.addWidget(self._own_words)
        column.addWidget(CurtainCard(choices, theme))
        self._backups = BackupCard(journal.saver.store.path, choices, clock)
        self._backups.backup_requested.connect(self.backup_requested)
        self._backups.restore_requested.connect(self.restore_requested)
        self._backups.erase_requested.connect(self.erase_requested)
        column.addWidget(self._backups)
        self._deleted = Card("deleted_card")
        column.addWidget(self._deleted)
        self._numbers = ThresholdsForm(theme)
        self._numbers.changed.connect(self._keep_threshold)
        column.addWidget(self._numbers)
        column.addStretch(1)
        journal.changed.connect(lambda _: self.show_diary())

    def show_diary(self) -> None:
        """Show the settings in force."""
        settings = self._journal.diary.settings
        self._look.take(self._theme.choice)
        self._size.take(str(round(self._theme.scale * 100)))
        self._start.take(str(settings.day_start))
        self._week.take(str(self._choices.kept.first_weekday))
        self._quiet.show_day(local_day(self._clock(), settings.day_start))
        self._numbers.show_settings(settings)
        self._own_words.show_settings(settings)
        self._backups.show_state()
        if self.isVisible() or not self._deleted.column.count():
            self._show_deleted()

    def _look_card(self) -> Card:
        card = Card("look_card")
        card.column.addWidget(PlainLabel("Look", "title"))
        self._look = Segments("theme", "Theme", THEMES, self._theme, always=True)
        self._size = Segments("text_size", "Text size", SIZES, self._theme, always=True)
        for label, bar in (("Theme", self._look), ("Text size", self._size)):
            card.column.addLayout(_row(label, bar))
            bar.chosen.connect(lambda _: self._theme.choose(self._look.code(), int(self._size.code())))
        return card

    def _day_card(self) -> Card:
        card = Card("day_start_card")
        card.column.addWidget(PlainLabel("The day", "title"))
        self._start = Segments("day_start", "A day starts at", DAY_STARTS, self._theme, always=True)
        self._start.chosen.connect(self._keep_day_start)
        card.column.addLayout(_row("A day starts at", self._start))
        self._week = Segments("first_weekday", "A week starts on", WEEK_STARTS, self._theme, always=True)
        self._week.chosen.connect(lambda day: self._choices.take(first_weekday=int(day)))
        card.column.addLayout(_row("A week starts on", self._week))
        note = (
            "What happens before this hour belongs to the day before. It groups only; no stored time changes."
        )
        card.column.addWidget(PlainLabel(note, "quiet", wrap=True))
        return card

    def _show_deleted(self) -> None:
        column = self._deleted.column
        while (item := column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        column.addWidget(PlainLabel("Deleted in the last 30 days", "title"))
        try:
            found = self._journal.saver.store.deleted(MOST_DELETED)
        except StoreError as error:
            column.addWidget(PlainLabel(str(error), "quiet", wrap=True))
            return
        if not found:
            column.addWidget(PlainLabel("Nothing.", "quiet"))
        for deleted, record in found:
            column.addWidget(self._deleted_row(deleted, record))

    def _deleted_row(self, deleted: datetime, record: Record) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        text = f"{TITLES[table_of(record)]} of {record.when:%d %b %Y}, deleted {deleted:%d %b}"
        row.addWidget(PlainLabel(text), 1)
        back = QPushButton("Put back")
        back.setObjectName("put_back")
        back.setProperty("kind", "link")
        back.clicked.connect(partial(self._journal.put_back, record.id))
        row.addWidget(back)
        return holder

    def _keep_day_start(self, hour: str) -> None:
        self._journal.change_settings(lambda settings: replace(settings, day_start=int(hour)))

    def _keep_threshold(self, name: str, value: float | None) -> None:
        def change(settings: DiarySettings) -> DiarySettings:
            kept = {key: number for key, number in settings.thresholds.items() if key != name}
            return replace(settings, thresholds=kept if value is None else {**kept, name: value})

        self._journal.change_settings(change)


def _row(label: str, bar: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    title = PlainLabel(label, "field")
    title.setMinimumWidth(140)
    row.addWidget(title)
    row.addWidget(bar)
    row.addStretch(1)
    return row
