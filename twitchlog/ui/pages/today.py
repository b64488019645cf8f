"""Today: one draft with three ways to fill it, the day's check-in, and what the day holds so far."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import uuid4

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from twitchlog.domain import words
from twitchlog.domain.day import CheckIn, Day
from twitchlog.domain.episode import Episode
from twitchlog.domain.exposures import Exercise
from twitchlog.domain.moments import local_day, whole_seconds
from twitchlog.domain.period import Period
from twitchlog.domain.record import Record
from twitchlog.ui.again import again_words, most_used, repeated
from twitchlog.ui.check_in import checked, with_exposures
from twitchlog.ui.day_card import DayCard
from twitchlog.ui.day_head import DayHead
from twitchlog.ui.day_rows import stopped
from twitchlog.ui.day_strip import StripDay, strip_day
from twitchlog.ui.draft import Circumstances, Draft, Drafted, saved_words
from twitchlog.ui.drafting import Drafting
from twitchlog.ui.episode_form import EpisodeForm
from twitchlog.ui.journal import Journal
from twitchlog.ui.local_time import lived
from twitchlog.ui.quick_line import QuickLine
from twitchlog.ui.theme import Theme
from twitchlog.ui.where_card import WhereCard

REMEMBERED = timedelta(hours=12)
SIDE_BY_SIDE = 700
"""The width from which figure and form stand side by side, at 100 %."""
NARROWEST = 420


class TodayPage(QWidget):
    """Logs; ``dialog_requested`` carries a table to add to, or a record to change."""

    dialog_requested = Signal(object)
    day_changed = Signal(object)

    def __init__(self, journal: Journal, theme: Theme, clock: Callable[[], datetime], zone: str) -> None:
        super().__init__()
        self.setObjectName("today_page")
        self._journal, self._theme, self._clock, self._zone = journal, theme, clock, zone
        self._past_day: date | None = None
        self._again: list[Episode] = []
        self.head = DayHead(theme)
        self.quick = QuickLine(theme)
        self.where = WhereCard(theme)
        self.map = self.where.map
        self.form = EpisodeForm(theme)
        self.day_card = DayCard(theme, clock)
        self.drafting = Drafting(self, self.quick, self.where, self.form, self._around)
        self._build()
        self._wire()
        self._minute = QTimer(self, interval=30_000)
        self._minute.timeout.connect(self._show_day)
        self._minute.start()

    @property
    def day(self) -> date:
        """The local day the page writes for."""
        return self._past_day or self._today()

    def open_day(self, day: date) -> None:
        """Write for another day; the draft stays."""
        self._past_day = None if day >= self._today() else day
        self.show_diary()
        self.day_changed.emit(self.day)

    def focus_line(self) -> None:
        """Put the cursor into the typed line."""
        self.quick.field.setFocus()

    def repeat(self, number: int = 0) -> None:
        """Write down again: 0 the last twitch, then the most used; place, side, strength and length, now."""
        if number < len(self._again):
            self._again_now(self._again[number])

    def check_in(self, answer: CheckIn | None) -> None:
        """Close the day, or take that back."""
        day = self._journal.diary.day(self.day)
        said = {CheckIn.NONE: "No twitches", CheckIn.ALL_LOGGED: "That was all", None: "Check-in taken back"}
        record = checked(day, self.day, answer, self._now())
        self._journal.put(f"Saved: {said.get(answer, 'There were more')}", record)

    def save(self) -> None:
        """Write the draft down; what cannot be saved stays on screen and says why."""
        self.drafting.save()

    def show_diary(self) -> None:
        """Show the journal's diary."""
        self._again = most_used(self._journal.diary, self.day)
        self._show_day()
        self.drafting.show()

    @property
    def line(self) -> str:
        """What is typed and not saved yet."""
        return self.drafting.draft.line

    def offer_line(self, line: str) -> None:
        """Put a text back that was typed before and never saved."""
        self.quick.set_line(line)

    def tab_parts(self) -> tuple[QWidget, ...]:
        """Return what Tab reaches: the typed line first, then the check-in above it."""
        return self.quick, self.head, self.where, self.form, self.day_card

    def minimumSizeHint(self) -> QSize:
        """Return the width at which all of it stands below each other: it must be let become so narrow first."""
        return QSize(self._theme.px(NARROWEST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the form below the figure where there is no room beside it."""
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 24)
        column.setSpacing(13)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(13)
        self._columns.addWidget(self.where, 10)
        self._columns.addWidget(self.form, 9)
        for widget in (self.head, self.quick):
            column.addWidget(widget)
        column.addLayout(self._columns)
        column.addWidget(self.day_card)
        column.addStretch(1)

    def _fit(self) -> None:
        beside = self.width() >= self._theme.px(SIDE_BY_SIDE)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(across if beside else down)

    def _wire(self) -> None:
        self.drafting.hints = lambda: self.quick.show_hints([again_words(each) for each in self._again])
        self.drafting.ready.connect(self._save)
        self.drafting.kept.connect(self._journal.keep_draft)
        self.quick.again_requested.connect(self.repeat)
        self.head.day_wanted.connect(self.open_day)
        check_in = self.head.check_in
        check_in.answered.connect(self.check_in)
        check_in.exposures_answered.connect(self._exposures)
        check_in.add_requested.connect(lambda: self.dialog_requested.emit("exercise"))
        check_in.more_requested.connect(self._ask_day)
        card = self.day_card
        card.so_far.add_requested.connect(self.dialog_requested.emit)
        card.so_far.edit_requested.connect(self.dialog_requested)
        card.rows.asked.connect(self._do)
        card.rows.changed.connect(self._changed)
        self._journal.changed.connect(lambda _: self.show_diary())
        self._theme.changed.connect(self._fit)

    def _today(self) -> date:
        return local_day(self._clock(), self._journal.diary.settings.day_start)

    def _now(self) -> datetime:
        return whole_seconds(self._clock())

    def _around(self) -> Circumstances:
        diary, now = self._journal.diary, self._now()
        if self._past_day is not None:
            now = lived(datetime.combine(self._past_day, time(23, 59)), self._zone)
        recent = [
            each
            for each in diary.within(Exercise, Period.of_days(self.day, 2))
            if now - each.end <= REMEMBERED
        ]
        return Circumstances(
            now=now,
            new_id=lambda: str(uuid4()),
            zone=self._zone,
            last=next((each for each in diary.newest_first(Episode) if each.onset <= now), None),
            exercise=recent,
            day=diary.day(self.day),
            day_start=diary.settings.day_start,
            past_day=self._past_day,
        )

    def _save(self, made: Drafted) -> None:
        saving = self.drafting.draft
        self._journal.put(
            f"Saved: {saved_words(made)}",
            *made.records,
            *self._no_longer_none(made.records),
            done=lambda: self.drafting.saved(saving),
        )

    def _no_longer_none(self, records: tuple[Record, ...]) -> list[Record]:
        """A counted twitch takes "no twitches" back, in the same step, so that one Undo restores both."""
        diary, now = self._journal.diary, self._now()
        days = {
            local_day(each.onset, diary.settings.day_start)
            for each in records
            if isinstance(each, Episode) and each.counted
        }
        written = {each.date for each in records if isinstance(each, Day)}
        known = [diary.day(day) for day in sorted(days - written)]
        return [
            checked(day, day.date, None, now)
            for day in known
            if day is not None and day.check_in is CheckIn.NONE
        ]

    def _again_now(self, episode: Episode) -> None:
        same = repeated(episode, self._around().now, self._zone, self._now())
        self._journal.put(f"Saved: {words.place(same.site, same.side)}", same, *self._no_longer_none((same,)))

    def _do(self, code: str, episode: Episode) -> None:
        """Do what the menu of a row says."""
        match code:
            case "again":
                self._again_now(episode)
            case "another":
                self.another_with(episode)
            case "stopped":
                self._stopped(episode)
            case "delete":
                self._journal.remove(f"Deleted: {words.place(episode.site, episode.side)}", episode)

    def another_with(self, episode: Episode) -> None:
        """Begin a draft at the time of a twitch that is written down."""
        draft = Draft().with_hand(onset=episode.onset, onset_about=episode.onset_about)
        self.drafting.take(draft)
        self.focus_line()

    def _changed(self, episode: Episode) -> None:
        place = words.place(episode.site, episode.side)
        self._journal.put(f"Saved: {place}", episode, *self._no_longer_none((episode,)))

    def _stopped(self, episode: Episode) -> None:
        self._journal.put("Saved: stopped now", replace(episode, **stopped(episode, self._now())))  # type: ignore[arg-type]

    def _exposures(self, complete: bool) -> None:  # noqa: FBT001 - a signal's value
        day = self._journal.diary.day(self.day)
        self._journal.put(
            "Saved: all of it is written down", with_exposures(day, self.day, self._now(), complete=complete)
        )

    def _ask_day(self) -> None:
        day = self._journal.diary.day(self.day)
        self.dialog_requested.emit(day if day is not None else "days")

    def _show_day(self) -> None:
        diary, now = self._journal.diary, self._now()
        today = self._past_day is None
        shown = strip_day(diary, self.day, now if today else None)
        counted = sum(1 for each in shown.episodes if each.counted)
        self.head.show_day(shown.day, today=today)
        self.head.check_in.show_day(diary.day(self.day), counted, today=today)
        self.day_card.show_day(shown, self._empty_words(shown), today=today)

    def _empty_words(self, shown: StripDay) -> str:
        if not len(self._journal.diary):
            return "Nothing is written down yet. On a quiet day, press “No twitches today”: that is worth as much."
        day = self._journal.diary.day(shown.day)
        none = day is not None and day.check_in is CheckIn.NONE
        return "Checked: no twitches." if none else "No twitch is written down for this day."
