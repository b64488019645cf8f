"""When it was: now, a while ago, a part of another day, or a time of its own."""

from datetime import date, datetime, time

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from twitchlog.domain.episode import Episode
from twitchlog.ui.forms.date_inputs import MomentInput
from twitchlog.ui.forms.inputs import CheckInput
from twitchlog.ui.forms.local_time import lived
from twitchlog.ui.look.plain import PlainLabel
from twitchlog.ui.look.segments import Choice, Segments
from twitchlog.ui.look.theme import Theme
from twitchlog.ui.today.draft import TIMES_OF_DAY

OTHER = Choice("other", "Other…")
AGO = (Choice("0", "Now"), Choice("15", "15 min ago"), Choice("60", "1 h ago"), OTHER)
PARTS = (*(Choice(clock, word) for clock, word, _ in TIMES_OF_DAY), OTHER)


class WhenInput(QWidget):
    """``hand`` carries a field's name and what the person chose; ``ago`` minutes before now, or -1 for another time."""

    hand = Signal(str, object)
    ago = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._live, self._day, self._wants_time = True, date.min, False
        self._now: datetime | None = None
        self.bar = Segments("when", "When", AGO, theme, always=True)
        self.bar.take("0")
        self.bar.chosen.connect(self._ago_chosen)
        self.parts = Segments("when_part", "When", PARTS, theme)
        self.parts.chosen.connect(self._part_chosen)
        self.moment = MomentInput()
        self.moment.setObjectName("when_other")
        self.moment.setAccessibleName("Another time")
        self.about = CheckInput("about")
        self._other = QWidget()
        row = QHBoxLayout(self._other)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.moment, 1)
        row.addWidget(self.about)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (PlainLabel("When", "field"), self.bar, self.parts, self._other):
            column.addWidget(widget)
        self._other.hide()
        self.parts.hide()
        self.moment.dateTimeChanged.connect(self._moment_chosen)
        self.about.toggled.connect(lambda: self.hand.emit("onset_about", self.about.isChecked()))

    def show_live(self, live: bool) -> None:  # noqa: FBT001 - a state
        """Ask from now backwards, or for a part of the day: on another day there is no now."""
        self._live = live
        self.bar.setVisible(live)
        self.parts.setVisible(not live)

    def forget(self) -> None:
        """Forget that another time was about to be given."""
        self._wants_time = False

    def show_onset(self, episode: Episode | None, minutes_ago: int | None, now: datetime) -> None:
        """Show the onset of a draft; ``now`` stands for no time given, on another day its end."""
        self._day, self._now = now.date(), now
        if self._wants_time and self.moment.hasFocus():
            return
        onset = episode.onset if episode else now
        if minutes_ago is not None:
            self.bar.take(str(minutes_ago))
        elif onset == now and not self._wants_time:
            self.bar.take("0")
            self.parts.take("")
        elif onset != now:
            self._show_given(onset, about=bool(episode and episode.onset_about))
        shown = self.bar if self._live else self.parts
        self._other.setVisible(shown.code() == OTHER.code)

    def _show_given(self, onset: datetime, *, about: bool) -> None:
        part = f"{onset:%H:%M}" if about and onset.date() == self._day else ""
        self.bar.take(OTHER.code)
        self.parts.take(part if part in self.parts.segments else OTHER.code)
        with QSignalBlocker(self.moment), QSignalBlocker(self.about):
            self.moment.show_value(onset)
            self.about.setChecked(about)

    def _ago_chosen(self, code: str) -> None:
        self._choose_other(code == OTHER.code)
        self.ago.emit(-1 if code == OTHER.code else int(code))

    def _part_chosen(self, code: str) -> None:
        self._choose_other(code == OTHER.code)
        if code == OTHER.code:
            return
        wall = datetime.combine(self._day, time.fromisoformat(code)) if code else None
        self.hand.emit("onset", lived(wall, self.moment.zone) if wall else None)
        self.hand.emit("onset_about", wall is not None)

    def _choose_other(self, other: bool) -> None:  # noqa: FBT001 - which of two
        self._wants_time = other
        self._other.setVisible(other)
        if not other:
            return
        if self._now is not None:
            with QSignalBlocker(self.moment):
                self.moment.show_value(self._now)
        self.moment.setFocus()

    def _moment_chosen(self) -> None:
        shown = self.bar if self._live else self.parts
        if shown.code() == OTHER.code:
            self.hand.emit("onset", self.moment.value())
