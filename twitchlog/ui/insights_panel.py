"""Insights: what the diary shows, calmly, beside the pages; computed after a save, never while typing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from twitchlog.domain import words
from twitchlog.insight.flags import Flag, Raised
from twitchlog.insight.flags.levels import HELP_TODAY
from twitchlog.insight.flags.signs import SIGNS, SIGNS_SOURCE, SIGNS_TITLE
from twitchlog.ui.flag_card import FlagCard
from twitchlog.ui.plain import Card, PlainLabel
from twitchlog.ui.theme import Theme

MOST_CARDS = 3
WIDTH = 312


@dataclass(frozen=True, slots=True)
class Insights:
    """What the panel shows; ``triggers`` are sentences, five or none; ``episodes`` is how many the diary holds."""

    raised: Raised = field(default_factory=Raised)
    reasons: tuple[str, ...] = ()
    triggers: tuple[tuple[str, str], ...] = ()
    week: str = ""
    episodes: int = 0


class InsightsPanel(QScrollArea):
    """The cards; what a person does with one is passed on as a signal."""

    discussed = Signal(str)
    hidden = Signal(str)
    reported = Signal(str)
    day_opened = Signal(object)
    report_requested = Signal()
    thresholds_requested = Signal()
    chart_requested = Signal()
    earlier_requested = Signal()
    signs_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("insights")
        self.setAccessibleName("Insights")
        self._theme = theme
        self.shown = Insights()
        self._all = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = QWidget()
        self._body.setObjectName("page_body")
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(16, 18, 16, 16)
        self._column.setSpacing(11)
        self.setWidget(self._body)
        theme.changed.connect(self._fill)
        self._fill()

    def show_insights(self, shown: Insights) -> None:
        """Show what was found."""
        if shown != self.shown:
            self.shown = shown
            self._fill()

    def _fill(self) -> None:
        self.setFixedWidth(self._theme.px(WIDTH))
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._column.addWidget(PlainLabel("Insights", "title"))
        self._add_flags(self.shown.raised.shown)
        if not self.shown.episodes:
            self._column.addWidget(
                self._box("Nothing to show yet", ["The first entries will tell."], "nothing")
            )
            self._column.addWidget(self._signs_box())
        elif self.shown.episodes == 1:
            self._column.addWidget(
                self._box("One so far", ["One so far. Too little to say anything yet."], "one_so_far")
            )
        self._add_triggers()
        if self.shown.week:
            self._column.addWidget(self._box("This week", [self.shown.week], "week_card"))
        self._add_quiet(self.shown.raised.quiet)
        self._link("when_not_to_wait", SIGNS_TITLE, self.signs_requested.emit)
        if self.shown.episodes:
            self._link("earlier", "Cards that have cleared", self.earlier_requested.emit)
        self._column.addStretch(1)

    def _add_flags(self, flags: Sequence[Flag]) -> None:
        urgent = sum(1 for flag in flags if flag.level == HELP_TODAY)
        most = len(flags) if self._all else max(MOST_CARDS, urgent)
        reasons = {flag.rule: reason for flag, reason in zip(flags, self.shown.reasons, strict=False)}
        for number, flag in enumerate(flags[:most], start=1):
            card = FlagCard(flag, number, reasons.get(flag.rule, ""), self._theme)
            card.discussed.connect(self.discussed)
            card.hidden.connect(self.hidden)
            card.reported.connect(self.reported)
            card.day_opened.connect(self.day_opened)
            card.report_requested.connect(self.report_requested)
            card.thresholds_requested.connect(self.thresholds_requested)
            self._column.addWidget(card)
        hidden = len(flags) - most
        if hidden > 0:
            self._link("more_flags", f"and {hidden} more", partial(self._show_all, every=True))
        elif self._all and len(flags) > MOST_CARDS:
            self._link("fewer_flags", "Show fewer", partial(self._show_all, every=False))

    def _show_all(self, *, every: bool) -> None:
        self._all = every
        self._fill()

    def _add_triggers(self) -> None:
        if not self.shown.triggers:
            return
        card = Card("trigger_card", padding=14, spacing=6)
        card.column.addWidget(PlainLabel("What goes with what", "title"))
        for name, sentence in self.shown.triggers:
            card.column.addWidget(PlainLabel(name, "field"))
            card.column.addWidget(PlainLabel(sentence, "quiet", wrap=True))
        show = QPushButton("Show the chart")
        show.setObjectName("show_chart")
        show.setProperty("kind", "link")
        show.clicked.connect(self.chart_requested)
        card.column.addWidget(show)
        self._column.addWidget(card)

    def _add_quiet(self, quiet: Sequence[Flag]) -> None:
        if not quiet:
            return
        lines = [_quiet_words(flag) for flag in quiet]
        self._column.addWidget(self._box(f"Discussed or hidden: {len(quiet)}", lines, "quiet_list"))

    def _signs_box(self) -> Card:
        return self._box(
            "When not to wait for a diary", [*(f"• {sign}" for sign in SIGNS), SIGNS_SOURCE], "signs_box"
        )

    def _box(self, title: str, lines: Sequence[str], name: str) -> Card:
        card = Card(name, padding=14, spacing=5)
        card.column.addWidget(PlainLabel(title, "title", wrap=True))
        for line in lines:
            card.column.addWidget(PlainLabel(line, "quiet", wrap=True))
        return card

    def _link(self, name: str, text: str, act: Callable[[], None]) -> None:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setProperty("kind", "link")
        button.clicked.connect(lambda _: act())
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


def _quiet_words(flag: Flag) -> str:
    if flag.discussed_on is not None:
        return f"{flag.title}: discussed on {words.day(flag.discussed_on)}"
    return f"{flag.title}: hidden until {words.day(flag.hidden_until)}" if flag.hidden_until else flag.title
