"""The flags as cards: at most three, then "and n more"; a card whose words did not change stays as it is."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from twitchlog.insight.flags import Flag
from twitchlog.insight.flags.levels import HELP_TODAY
from twitchlog.ui.insights.flag_card import FlagCard
from twitchlog.ui.look.theme import Theme

MOST_CARDS = 3


class FlagCards(QWidget):
    """The cards in the order of the flags; the highest level is never folded away."""

    discussed = Signal(str)
    hidden = Signal(str)
    reported = Signal(str)
    day_opened = Signal(object)
    report_requested = Signal()
    thresholds_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._flags: tuple[Flag, ...] = ()
        self._cards: dict[tuple[str, int], FlagCard] = {}
        self._all = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(11)
        self._more = self._link("more_flags", every=True)
        self._fewer = self._link("fewer_flags", every=False)
        self._fewer.setText("Show fewer")
        theme.changed.connect(self._make_again)

    def show_flags(self, flags: Sequence[Flag]) -> None:
        """Show flags in their order."""
        self._flags = tuple(flags)
        urgent = sum(1 for flag in flags if flag.level == HELP_TODAY)
        wanted = self._flags if self._all else self._flags[: max(MOST_CARDS, urgent)]
        for key in set(self._cards) - {(flag.rule, flag.level) for flag in wanted}:
            self._drop(key)
        for place, flag in enumerate(wanted):
            self._show_card(place, flag)
        hidden = len(flags) - len(wanted)
        self._more.setText(f"and {hidden} more")
        self._more.setVisible(hidden > 0)
        self._fewer.setVisible(self._all and len(flags) > MOST_CARDS)
        self.setVisible(bool(flags))

    def _show_card(self, place: int, flag: Flag) -> None:
        key = (flag.rule, flag.level)
        if key not in self._cards:
            self._cards[key] = self._made(flag)
        card = self._cards[key]
        card.show_flag(flag, place + 1)
        if self._column.indexOf(card) != place:
            self._column.insertWidget(place, card)
        card.show()

    def _made(self, flag: Flag) -> FlagCard:
        card = FlagCard(flag, self._theme)
        card.discussed.connect(self.discussed)
        card.hidden.connect(self.hidden)
        card.reported.connect(self.reported)
        card.day_opened.connect(self.day_opened)
        card.report_requested.connect(self.report_requested)
        card.thresholds_requested.connect(self.thresholds_requested)
        return card

    def _drop(self, key: tuple[str, int]) -> None:
        card = self._cards.pop(key)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _make_again(self) -> None:
        for key in list(self._cards):
            self._drop(key)
        self.show_flags(self._flags)

    def _show_all(self, *, every: bool) -> None:
        self._all = every
        self.show_flags(self._flags)

    def _link(self, name: str, *, every: bool) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setProperty("kind", "link")
        button.clicked.connect(partial(self._show_all, every=every))
        button.hide()
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button
