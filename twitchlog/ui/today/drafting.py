"""The draft as a person fills it: by the typed line, the figure and the form, which all show it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from twitchlog.ui.message_bar import announce
from twitchlog.ui.today.draft import (
    OTHER_PLACE,
    Circumstances,
    Draft,
    Drafted,
    drafted,
    form_only,
    retyped,
)
from twitchlog.ui.today.episode_form import EpisodeForm
from twitchlog.ui.today.kept_draft import kept_text
from twitchlog.ui.today.quick_line import QuickLine
from twitchlog.ui.today.where_card import WhereCard

KEEP_DRAFT_MS = 1_000
WHERE = "Where? Type a place or click the figure."


class Drafting(QObject):
    """Holds the draft and shows it in its three places.

    ``ready`` carries what is to be saved (a ``Drafted``) when the person saves and nothing is missing; ``kept`` the
    draft as a text now and then, so that a crash does not lose it.
    """

    ready = Signal(object)
    kept = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        quick: QuickLine,
        where: WhereCard,
        form: EpisodeForm,
        around: Callable[[], Circumstances],
    ) -> None:
        super().__init__(parent)
        self._quick, self._where, self._form, self._around = quick, where, form, around
        self.draft = Draft()
        self._made = self._trying = Drafted()
        self._tried = Draft()
        self._leaving = False
        self.hints: Callable[[], None] = lambda: None
        """Shows what an empty line offers."""
        self._keep = QTimer(self, singleShot=True, interval=KEEP_DRAFT_MS)
        self._keep.timeout.connect(lambda: self.kept.emit(self.text))
        quick.typed.connect(self._typed)
        quick.submitted.connect(self.save)
        where.chosen.connect(self._placed)
        where.other_wanted.connect(self._ask_other)
        form.hand.connect(self._chosen)
        form.ago.connect(self._chosen_ago)
        form.saved.connect(self.save)
        form.cleared.connect(self.clear)

    @property
    def text(self) -> str:
        """What is given so far and not saved, as it is kept."""
        around = self._around()
        return kept_text(self.draft, around.now, around.past_day)

    def take(self, draft: Draft) -> None:
        """Take another draft in place of this one."""
        self._draft_is(draft)
        self._form.forget()
        if self._quick.field.text() != draft.line:
            self._quick.field.setText(draft.line)
        self.show()

    def forget_ago(self) -> None:
        """Forget "15 min ago" when another day is written for: it was counted back from now."""
        self._draft_is(replace(self.draft, minutes_ago=None))

    def clear(self) -> None:
        """Throw the draft away."""
        self._quick.field.setFocus()
        self.take(Draft())

    def save(self) -> None:
        """Hand over what is to be saved; what cannot be stays on screen and says why."""
        self._made = drafted(self.draft, self._around())
        if not self._made.ready:
            self.show()
            if not self._quick.focus_question():
                self._say_problem()
            return
        if self.draft != self._tried:
            self._tried, self._trying = self.draft, self._made
        self._leaving = True
        self.ready.emit(self._trying)
        self._leaving = False

    def saved(self, draft: Draft) -> None:
        """Empty the draft that is on the disk now, unless more was typed since."""
        self._leaving = False
        self._tried = Draft()
        if self.draft == draft:
            self._quick.field.setFocus()
        self.take(Draft())

    def show(self) -> None:
        """Understand the draft and show it, unless it is just being saved and shown empty at once."""
        if self._leaving:
            return
        around = self._around()
        self._made = drafted(self.draft, around)
        if self.draft.empty:
            self.hints()
        else:
            self._quick.show_understood(self._made)
        chosen = [(each.site, each.side) for each in self._made.episodes] or list(self.draft.spots)
        self._where.show_spots(chosen)
        shown = self._made.first or form_only(self.draft, around)
        self._form.show_episode(shown, self.draft.minutes_ago, around.now)
        self._form.show_count(len(self._made.episodes))

    def _typed(self, line: str) -> None:
        if line == self.draft.line:
            return
        self._draft_is(retyped(self.draft, line, self._around()))
        self.show()

    def _placed(self, spots: Any) -> None:
        self._draft_is(replace(self.draft, spots=spots))
        self.show()

    def _chosen(self, name: str, value: object) -> None:
        draft = replace(self.draft, minutes_ago=None) if name == "onset" else self.draft
        self._draft_is(draft.with_hand(**{name: value}))
        self.show()

    def _chosen_ago(self, minutes: int) -> None:
        draft = self.draft.with_hand(onset=None, onset_about=None)
        self._draft_is(replace(draft, minutes_ago=minutes if minutes > 0 else None))
        self.show()

    def _draft_is(self, draft: Draft) -> None:
        self.draft = draft
        if not self._keep.isActive():
            self._keep.start()

    def _ask_other(self) -> None:
        self._placed((OTHER_PLACE,))
        self._form.note.setFocus()

    def _say_problem(self) -> None:
        problem = self._made.problem or WHERE
        self._quick.show_understood(replace(self._made, problem=problem))
        announce(self._quick.field, problem)
        self._quick.field.setFocus()
