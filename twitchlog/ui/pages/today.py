"""Today: one draft with three ways to fill it, the day's check-in, and what the day holds so far."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import uuid4

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from twitchlog.domain import words
from twitchlog.domain.day import CheckIn, Day
from twitchlog.domain.episode import Episode
from twitchlog.domain.exposures import Exercise
from twitchlog.domain.moments import local_day, whole_seconds
from twitchlog.domain.period import Period
from twitchlog.domain.record import Record
from twitchlog.domain.sites import Side, Site
from twitchlog.ui.again import again_words, most_used, repeated
from twitchlog.ui.body_map import BodyMap, spots
from twitchlog.ui.check_in import CheckInBar, checked, with_exposures
from twitchlog.ui.day_card import DayCard
from twitchlog.ui.day_rows import stopped
from twitchlog.ui.day_strip import StripDay, strip_day
from twitchlog.ui.draft import Circumstances, Draft, Drafted, Spot, drafted, retyped
from twitchlog.ui.episode_form import EpisodeForm
from twitchlog.ui.flow import FlowLayout, wrapping
from twitchlog.ui.journal import Journal
from twitchlog.ui.local_time import lived
from twitchlog.ui.message_bar import announce
from twitchlog.ui.plain import Card, PlainLabel
from twitchlog.ui.quick_line import QuickLine
from twitchlog.ui.theme import Theme

REMEMBERED = timedelta(hours=12)
KEEP_DRAFT_MS = 1_000
OTHER_PLACE: Spot = (Site.OTHER, Side.MIDDLE)


class TodayPage(QWidget):
    """Logs; ``dialog_requested`` carries a table to add to, or a record to change."""

    dialog_requested = Signal(object)
    day_changed = Signal(object)

    def __init__(self, journal: Journal, theme: Theme, clock: Callable[[], datetime], zone: str) -> None:
        super().__init__()
        self.setObjectName("today_page")
        self._journal, self._theme, self._clock, self._zone = journal, theme, clock, zone
        self._past_day: date | None = None
        self._draft = Draft()
        self._made = Drafted()
        self._tried, self._trying = Draft(), self._made.records
        self._keep = QTimer(self, singleShot=True, interval=KEEP_DRAFT_MS)
        self._keep.timeout.connect(lambda: journal.keep_draft(self._draft.line))
        self._again: list[Episode] = []
        self._places = 0
        self._build()
        self._wire()
        self._minute = QTimer(self, interval=30_000)
        self._minute.timeout.connect(self._show_day)
        self._minute.start()

    @property
    def day(self) -> date:
        """The local day the page writes for."""
        return self._past_day or local_day(self._clock(), self._journal.diary.settings.day_start)

    def open_day(self, day: date) -> None:
        """Write for another day; the draft stays."""
        today = local_day(self._clock(), self._journal.diary.settings.day_start)
        self._past_day = None if day >= today else day
        self.show_diary()
        self.day_changed.emit(self.day)

    def focus_line(self) -> None:
        """Put the cursor into the typed line."""
        self.quick.field.setFocus()

    def repeat(self, number: int = 0) -> None:
        """Write down again: 0 the last twitch, then the most used; place, side, strength and length, now."""
        if number < len(self._again):
            self._again_now(self._again[number])

    def clear_draft(self) -> None:
        """Throw the draft away."""
        self._draft = Draft()
        self.quick.field.setText("")
        self._understand()
        self.focus_line()

    def check_in(self, answer: CheckIn | None) -> None:
        """Close the day, or take that back."""
        now = self._now()
        day = self._journal.diary.day(self.day)
        said = {CheckIn.NONE: "No twitches", CheckIn.ALL_LOGGED: "That was all", None: "Check-in taken back"}
        self._journal.put(
            f"Saved: {said.get(answer, 'There were more')}", checked(day, self.day, answer, now)
        )

    def save(self) -> None:
        """Write the draft down; what cannot be saved stays on screen and says why."""
        self._understand()
        if not self._made.ready:
            if not self.quick.focus_question():
                self._say_problem()
            return
        saving = self._draft
        if saving != self._tried:
            self._tried, self._trying = saving, self._made.records
        records = self._trying
        self._journal.put(
            f"Saved: {self._saved_words()}",
            *records,
            *self._no_longer_none(records),
            done=lambda: self._saved(saving),
        )

    def show_diary(self) -> None:
        """Show the journal's diary."""
        self._again = most_used(self._journal.diary, self.day)
        self._show_day()
        self._understand()

    @property
    def line(self) -> str:
        """What is typed and not saved yet."""
        return self._draft.line

    def offer_line(self, line: str) -> None:
        """Put a text back that was typed before and never saved."""
        self.quick.set_line(line)

    def _build(self) -> None:
        theme = self._theme
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 24)
        column.setSpacing(13)
        self._title = PlainLabel("", "page_title", name="day_title")
        self._back = self._arrow("day_prev", "left", "Day before", -1)
        self._forward = self._arrow("day_next", "right", "Day after", 1)
        self._to_today = QPushButton("Back to today")
        self._to_today.setObjectName("day_today")
        self._to_today.setProperty("kind", "link")
        self._check_in = CheckInBar()
        column.addWidget(self._head())
        self.quick = QuickLine(theme)
        column.addWidget(self.quick)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(13)
        self._columns.addWidget(self._where_card(), 10)
        self.form = EpisodeForm(theme)
        self._columns.addWidget(self.form, 9)
        column.addLayout(self._columns)
        self._day_card = DayCard(theme)
        column.addWidget(self._day_card)
        column.addStretch(1)

    def _head(self) -> QWidget:
        head, title = QWidget(), QWidget()
        row = QHBoxLayout(title)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self._title, self._back, self._forward, self._to_today):
            row.addWidget(widget)
        flow = FlowLayout(head, 10, ends=True)
        flow.addWidget(title)
        flow.addWidget(self._check_in)
        head.setSizePolicy(wrapping())
        return head

    def _where_card(self) -> Card:
        card = Card("where_card")
        head = QHBoxLayout()
        head.addWidget(PlainLabel("Where", "title"))
        head.addStretch(1)
        self._where = PlainLabel("Click a place, or type it above", "quiet", name="where")
        head.addWidget(self._where)
        card.column.addLayout(head)
        self.map = BodyMap()
        self.map.setObjectName("map")
        card.column.addWidget(self.map)
        card.column.addStretch(1)
        return card

    def _arrow(self, name: str, icon: str, label: str, step: int) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setProperty("kind", "icon")
        button.setAccessibleName(label)
        button.setIcon(self._theme.icon(icon, "text2"))
        button.clicked.connect(lambda: self.open_day(self.day + timedelta(days=step)))
        return button

    def _wire(self) -> None:
        self.quick.typed.connect(self._typed)
        self.quick.submitted.connect(self.save)
        self.quick.again_requested.connect(self.repeat)
        self.map.chosen_changed.connect(self._clicked)
        self.map.other_requested.connect(self._ask_other)
        self.form.hand.connect(self._chosen)
        self.form.ago.connect(self._chosen_ago)
        self.form.saved.connect(self.save)
        self.form.cleared.connect(self.clear_draft)
        self._to_today.clicked.connect(lambda: self.open_day(date.max))
        self._check_in.answered.connect(self.check_in)
        self._check_in.exposures_answered.connect(self._exposures)
        self._check_in.add_requested.connect(lambda: self.dialog_requested.emit("exercise"))
        self._check_in.more_requested.connect(self._ask_day)
        self._day_card.asked.connect(self.dialog_requested)
        self.form.so_far.add_requested.connect(self.dialog_requested.emit)
        self.form.so_far.edit_requested.connect(self.dialog_requested)
        self._day_card.rows.again_requested.connect(self._again_now)
        self._day_card.rows.stopped_requested.connect(self._stopped)
        self._day_card.rows.delete_requested.connect(self._delete)
        self._journal.changed.connect(lambda _: self.show_diary())
        self._theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.map.set_palette_tokens(self._theme.palette)
        self.map.set_scale(self._theme.scale)
        self._back.setIcon(self._theme.icon("left", "text2"))
        self._forward.setIcon(self._theme.icon("right", "text2"))

    def _saved(self, draft: Draft) -> None:
        """Empty the draft that is on the disk now, unless more was typed since."""
        self._tried = Draft()
        if self._draft == draft:
            self._draft = Draft()
            self.quick.field.setText("")
            self._understand()
        self.focus_line()

    def _typed(self, line: str) -> None:
        self._draft = retyped(self._draft, line, self._around())
        self._understand()
        if line and not self._keep.isActive():
            self._keep.start()

    def _clicked(self) -> None:
        self._draft = replace(self._draft, spots=tuple(spots(self.map.chosen())))
        self._understand()

    def _chosen(self, name: str, value: object) -> None:
        if name == "onset":
            self._draft = replace(self._draft, minutes_ago=None)
        self._draft = self._draft.with_hand(**{name: value})
        self._understand()

    def _chosen_ago(self, minutes: int) -> None:
        draft = self._draft.with_hand(onset=None, onset_about=None)
        self._draft = replace(draft, minutes_ago=minutes if minutes > 0 else None)
        self._understand()

    def _ask_other(self) -> None:
        self._draft = replace(self._draft, spots=(OTHER_PLACE,))
        self._understand()
        self.form.note.setFocus()

    def _now(self) -> datetime:
        return whole_seconds(self._clock())

    def _around(self) -> Circumstances:
        diary, now = self._journal.diary, self._now()
        if self._past_day is not None:
            evening = datetime.combine(self._past_day, time(23, 59))
            now = lived(evening, self._zone)
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

    def _understand(self) -> None:
        around = self._around()
        self._made = drafted(self._draft, around)
        if self._draft.empty:
            self.quick.show_hints([again_words(each) for each in self._again])
        else:
            self.quick.show_understood(self._made)
        chosen = [(each.site, each.side) for each in self._made.episodes] or list(self._draft.spots)
        self.map.choose(chosen)
        self._where.setText(_where_words(chosen))
        shown = self._made.first or _form_only(self._draft, around)
        self.form.show_episode(shown, self._draft.minutes_ago, around.now)
        self.form.show_count(len(self._made.episodes))

    def _say_problem(self) -> None:
        problem = self._made.problem or "Where? Type a place or click the figure."
        self.quick.show_understood(replace(self._made, problem=problem))
        announce(self.quick.field, problem)
        self.focus_line()

    def _saved_words(self) -> str:
        places = [words.place(each.site, each.side) for each in self._made.episodes]
        others = len(self._made.records) - len(places)
        if not places:
            return words.count(others, "entry", "entries")
        return words.listed(places) + (f" and {words.count(others, 'entry', 'entries')}" if others else "")

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

    def _stopped(self, episode: Episode) -> None:
        self._journal.put("Saved: stopped now", replace(episode, **stopped(episode, self._now())))  # type: ignore[arg-type]

    def _delete(self, episode: Episode) -> None:
        self._journal.remove(f"Deleted: {words.place(episode.site, episode.side)}", episode)

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
        shown = strip_day(diary, self.day, None if self._past_day else now)
        self._show_head(shown)
        counted = sum(1 for each in shown.episodes if each.counted)
        self._check_in.show_day(diary.day(self.day), counted, today=self._past_day is None)
        self.form.so_far.show_day(shown)
        self._day_card.show_day(shown, self._empty_words(shown), today=self._past_day is None)

    def _show_head(self, shown: StripDay) -> None:
        past = self._past_day
        self._title.setText(
            f"Writing for {past:%a} {past.day} {past:%b}" if past else f"Today, {words.long_day(shown.day)}"
        )
        self._to_today.setVisible(past is not None)
        self._forward.setEnabled(past is not None)

    def _empty_words(self, shown: StripDay) -> str:
        if not len(self._journal.diary):
            return "Nothing is written down yet. On a quiet day, press “No twitches today”: that is worth as much."
        day = self._journal.diary.day(shown.day)
        return (
            "Checked: no twitches."
            if day and day.check_in is CheckIn.NONE
            else "No twitch is written down for this day."
        )


def _where_words(chosen: list[Spot]) -> str:
    if not chosen:
        return "Click a place, or type it above"
    return words.listed([words.place(*spot) for spot in chosen])


def _form_only(draft: Draft, around: Circumstances) -> Episode | None:
    """The form's own values while a place is still missing, on a stand-in that is never saved."""
    if not draft.by_hand and draft.minutes_ago is None:
        return None
    stand_in = replace(draft, line="", spots=(OTHER_PLACE,))
    return drafted(stand_in, around).first
