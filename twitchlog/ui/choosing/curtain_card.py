"""Hiding what is written from others in the room: off until the person turns it on."""

from PySide6.QtWidgets import QHBoxLayout

from twitchlog.store.preferences import HIDE_AFTER
from twitchlog.ui.choosing.choices import Choices
from twitchlog.ui.forms.inputs import CheckInput
from twitchlog.ui.look.plain import Card, PlainLabel
from twitchlog.ui.look.segments import Choice, Segments
from twitchlog.ui.look.theme import Theme

AFTER = tuple(Choice(str(minutes), f"{minutes} min" if minutes else "Never") for minutes in HIDE_AFTER)
ABOUT = (
    "The window is covered until you press Show. It keeps looks away; it is not a lock and encrypts nothing."
)


class CurtainCard(Card):
    """Shows and changes when the window is covered."""

    def __init__(self, choices: Choices, theme: Theme) -> None:
        super().__init__("curtain_card")
        self._choices = choices
        self.column.addWidget(PlainLabel("Others in the room", "title"))
        row = QHBoxLayout()
        row.addWidget(PlainLabel("Hide after a pause of", "field"))
        self._after = Segments("hide_after", "Hide after a pause of", AFTER, theme, always=True)
        self._after.chosen.connect(lambda minutes: choices.take(hide_after=int(minutes)))
        row.addWidget(self._after)
        row.addStretch(1)
        self.column.addLayout(row)
        self._minimised = CheckInput("Hide when the window is minimised")
        self._minimised.setObjectName("hide_minimised")
        self._minimised.toggled.connect(self._take_minimised)
        self.column.addWidget(self._minimised)
        self.column.addWidget(PlainLabel(ABOUT, "quiet", wrap=True))
        choices.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self._after.take(str(self._choices.kept.hide_after))
        self._minimised.setChecked(self._choices.kept.hide_minimised)

    def _take_minimised(self, on: bool) -> None:  # noqa: FBT001 - a signal's value
        if self._choices.kept.hide_minimised != on:
            self._choices.take(hide_minimised=on)
