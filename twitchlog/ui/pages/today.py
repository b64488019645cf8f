"""Today: one draft with three ways to fill it, the day's check-in, and what the day holds so far."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import uuid4

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from twitchlog.domain import words
from twitchlog.domain.day import CheckIn, Day
from twitchlog.domain.episode import Episode
from twitchlog.domain.exposures import Exercise
from twitchlog.domain.moments import local_day, whole_seconds
from twitchlog.domain.period import Period
from twitchlog.domain.quick_entry import vocabulary_of
from twitchlog.domain.record import Record
from twitchlog.insight.offers import LESS, Offer, offer
from twitchlog.ui.choosing.choices import Choices
from twitchlog.ui.focus_ring import bring_into_view
from twitchlog.ui.forms.local_time import lived
from twitchlog.ui.journal import Journal
from twitchlog.ui.look.scrolled import ScrolledPage
from twitchlog.ui.look.theme import Theme
from twitchlog.ui.message_bar import announce
from twitchlog.ui.today.again import again_words, most_used, repeated
from twitchlog.ui.today.check_in import checked
from twitchlog.ui.today.closing import CONTRADICTION, Closing, contradicts, summary_of_day
from twitchlog.ui.today.day_card import DayCard
from twitchlog.ui.today.day_head import DayHead
from twitchlog.ui.today.day_more import DayMore
from twitchlog.ui.today.day_rows import stopped
from twitchlog.ui.today.day_strip import StripDay, strip_day
from twitchlog.ui.today.draft import Circumstances, Draft, Drafted, saved_words
from twitchlog.ui.today.drafting import Drafting
from twitchlog.ui.today.episode_form import EpisodeForm
from twitchlog.ui.today.kept_draft import draft_from
from twitchlog.ui.today.offer_card import OfferCard
from twitchlog.ui.today.quick_line import QuickLine
from twitchlog.ui.today.templates import from_template, template_of, with_template
from twitchlog.ui.today.where_card import WhereCard

REMEMBERED = timedelta(hours=12)
SIDE_BY_SIDE = 720
"""The width from which figure and form stand side by side, at 100 %."""
NARROWEST = 420


class TodayPage(ScrolledPage):
    """Logs; ``dialog_requested`` carries a table to add to, or a record to change; ``said`` a sentence."""

    dialog_requested = Signal(object)
    day_changed = Signal(object)
    report_requested = Signal()
    said = Signal(str)

    def __init__(
        self,
        journal: Journal,
        theme: Theme,
        clock: Callable[[], datetime],
        zone: str,
        choices: Choices | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("today_page")
        self._journal, self._theme, self._clock, self._zone = journal, theme, clock, zone
        self.choices = choices or Choices()
        self._past_day: date | None = None
        self._again: list[Episode] = []
        self.head = DayHead(theme)
        self.quick = QuickLine(theme)
        self.where = WhereCard(theme)
        self.map = self.where.map
        self.form = EpisodeForm(theme)
        self.day_card = DayCard(theme, clock)
        self.offer = OfferCard()
        more = DayMore(theme, clock)
        self.closing = Closing(self, journal, self.head.check_in, more, clock)
        self._parts = (self.head, more, self.quick)
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
        if day != self.day:
            self.drafting.forget_ago()
        self._past_day = None if day >= self._today() else day
        self.show_diary()
        self.day_changed.emit(self.day)

    def focus_line(self) -> None:
        """Put the cursor into the typed line, and the line into view: it may have the focus and be out of sight."""
        self.quick.field.setFocus()
        # The head says which day is written for.
        bring_into_view(self.head)
        bring_into_view(self.quick.field)

    def repeat(self, number: int = 0) -> None:
        """Write down again: 0 the last twitch, then the most used; place, side, strength and length, now."""
        if number < len(self._again):
            self._again_now(self._again[number])

    def use_template(self, number: int) -> None:
        """Write down, now, what was kept as a template; the first is 0."""
        kept = self.choices.kept.templates
        made = (
            from_template(kept[number], self._around().now, self._zone, self._now())
            if number < len(kept)
            else None
        )
        if made is not None and self._past_day is not None:
            self._draft_like(made)
        elif made is not None:
            self._put_twitch(made)

    def check_in(self, answer: CheckIn | None) -> None:
        """Close the day, or take that back."""
        self.closing.check_in(answer)

    def save(self) -> None:
        """Write the draft down; what cannot be saved stays on screen and says why."""
        self.drafting.save()

    def show_diary(self) -> None:
        """Show the journal's diary."""
        self._again = most_used(self._journal.diary, self.day)
        self._show_day()
        self.drafting.show()

    @property
    def draft_text(self) -> str:
        """What is typed and chosen and not saved yet, as it is kept."""
        return self.drafting.text

    def offer_draft(self, text: str) -> None:
        """Put back what was typed and chosen before and never saved."""
        draft, day = draft_from(text)
        if day is not None:
            self.open_day(day)
        self.drafting.take(draft)
        self.focus_line()

    def tab_parts(self) -> tuple[QWidget, ...]:
        """Return what Tab reaches: the typed line first, then the check-in above it."""
        head, more, quick = self._parts
        return quick, head, more, self.where, self.form, self.offer, self.day_card

    def minimumSizeHint(self) -> QSize:
        """Return the width at which all of it stands below each other: it must be let become so narrow first."""
        return QSize(self._theme.px(NARROWEST), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Throw the draft away with Esc; without one, Esc is the window's. What no other part takes is for the line."""
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
        if event.key() == Qt.Key.Key_Escape and not self.drafting.draft.empty:
            self.drafting.clear()
        elif plain and event.text().strip() and event.text().isprintable():
            self.focus_line()
            self.quick.field.insert(event.text())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the form below the figure where there is no room beside it."""
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        # Room to scroll the last row above the toast.
        column.setContentsMargins(24, 18, 24, 84)
        column.setSpacing(13)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(13)
        self._columns.addWidget(self.where, 10)
        self._columns.addWidget(self.form, 9)
        for widget in self._parts:
            column.addWidget(widget)
        column.addLayout(self._columns)
        column.addWidget(self.offer)
        column.addWidget(self.day_card)
        column.addStretch(1)

    def _fit(self) -> None:
        beside = self.width() >= self._theme.px(SIDE_BY_SIDE)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(across if beside else down)

    def _wire(self) -> None:
        self.drafting.hints = self._show_hints
        self.quick.template_requested.connect(self.use_template)
        self.drafting.ready.connect(self._save)
        self.drafting.kept.connect(self._journal.keep_draft)
        self.quick.again_requested.connect(self.repeat)
        self.head.day_wanted.connect(self.open_day)
        self.closing.add_wanted.connect(self.dialog_requested.emit)
        self.closing.refused.connect(self.said)
        self.offer.taken.connect(self._take_offer)
        self.offer.left.connect(self.choices.offered)
        self.choices.changed.connect(self.show_diary)
        card = self.day_card
        card.so_far.add_requested.connect(self.dialog_requested.emit)
        card.so_far.edit_requested.connect(self.dialog_requested)
        card.rows.asked.connect(self._do)
        card.rows.changed.connect(self._put_twitch)
        self._journal.changed.connect(lambda _: self.show_diary())
        self._theme.changed.connect(self._fit)

    def _show_hints(self) -> None:
        names = [str(each.get("name", "")) for each in self.choices.kept.templates]
        self.quick.show_hints([again_words(each) for each in self._again], names)

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
            written=self._now(),
            zone=self._zone,
            last=next((each for each in diary.newest_first(Episode) if each.onset <= now), None),
            exercise=recent,
            day=diary.day(self.day),
            day_start=diary.settings.day_start,
            known=vocabulary_of(diary.settings),
            past_day=self._past_day,
        )

    def _save(self, made: Drafted) -> None:
        if contradicts(made.records, self._journal.diary):
            self.said.emit(CONTRADICTION)
            return
        saving = self.drafting.draft
        records: Sequence[Record] = made.records
        if self.choices.kept.once_a_day:
            day = self._journal.diary.day(self.day)
            records = summary_of_day(records, day, self.day, self._around().now)
        self._journal.put(
            f"Saved: {saved_words(made)}{self._of_day()}",
            *records,
            *self._no_longer_none(records),
            done=lambda: self.drafting.saved(saving),
        )

    def _of_day(self) -> str:
        """The words for a day that is not today."""
        return f", {words.day(self._past_day)}" if self._past_day is not None else ""

    def _no_longer_none(self, records: Sequence[Record]) -> list[Record]:
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
        if self._past_day is not None:
            self._draft_like(episode)
            return
        same = repeated(episode, self._around().now, self._zone, self._now())
        self._put_twitch(same)

    def _draft_like(self, episode: Episode) -> None:
        """On another day there is no now: the same twitch becomes a draft that asks for its time."""
        known = {"intensity": episode.intensity, "duration_s": episode.duration_s}
        self.drafting.take(replace(Draft().with_hand(**known), spots=((episode.site, episode.side),)))
        self.save()

    def _put_twitch(self, episode: Episode) -> None:
        place = words.place(episode.site, episode.side)
        self._journal.put(f"Saved: {place}", episode, *self._no_longer_none((episode,)))

    def _do(self, code: str, episode: Episode) -> None:
        """Do what the menu of a row says."""
        match code:
            case "again":
                self._again_now(episode)
            case "another":
                self.another_with(episode)
            case "template":
                kept = with_template(self.choices.kept.templates, template_of(episode))
                self.choices.take(templates=kept)
                announce(self, "Kept as a template")
            case "stopped":
                self._stopped(episode)
            case "delete":
                self._journal.remove(f"Deleted: {words.place(episode.site, episode.side)}", episode)

    def another_with(self, episode: Episode) -> None:
        """Begin a draft at the time of a twitch that is written down."""
        draft = Draft().with_hand(onset=episode.onset, onset_about=episode.onset_about)
        self.drafting.take(draft)
        self.focus_line()

    def _stopped(self, episode: Episode) -> None:
        self._journal.put("Saved: stopped now", replace(episode, **stopped(episode, self._now())))  # type: ignore[arg-type]

    def _take_offer(self, code: str) -> None:
        self.choices.offered(code)
        if code == LESS:
            self.choices.take(once_a_day=True)
        else:
            self.report_requested.emit()

    def _show_day(self) -> None:
        self.form.show_times(not self.choices.kept.once_a_day)
        self.form.show_live(self._past_day is None)
        self.quick.show_once(self.choices.kept.once_a_day)
        diary, now = self._journal.diary, self._now()
        today = self._past_day is None
        shown = strip_day(diary, self.day, now if today else None)
        counted = sum(1 for each in shown.episodes if each.counted)
        self.head.show_day(shown.day, today=today)
        numbers = not self.choices.kept.hide_numbers
        self.closing.show_day(self.day, counted, today=today, numbers=numbers)
        self.day_card.show_day(shown, self._empty_words(shown), today=today, numbers=numbers)
        self.offer.show_offer(self._offer())

    def _offer(self) -> Offer | None:
        diary, kept = self._journal.diary, self.choices.kept
        if not diary.whole:
            return None
        start = date.fromisoformat(kept.course_start) if kept.course_start else None
        return offer(diary, self._today(), start, kept.offered, once_a_day=kept.once_a_day)

    def _empty_words(self, shown: StripDay) -> str:
        if not len(self._journal.diary):
            return "Nothing is written down yet. On a quiet day, press “No twitches today”: that is worth as much."
        day = self._journal.diary.day(shown.day)
        none = day is not None and day.check_in is CheckIn.NONE
        return "Checked: no twitches." if none else "No twitch is written down for this day."
