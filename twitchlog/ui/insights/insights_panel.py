"""Insights: what the diary shows, calmly, beside the pages; computed after a save, never while typing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from twitchlog.domain import words
from twitchlog.insight.flags import Flag, Raised
from twitchlog.insight.flags.signs import SIGNS, SIGNS_SOURCE, SIGNS_TITLE
from twitchlog.ui.insights.flag_cards import FlagCards
from twitchlog.ui.look.plain import Card, PlainLabel
from twitchlog.ui.look.theme import Theme

WIDTH = 312
OVER = "Over the whole diary; the chart shows the period chosen there."
FIRST_LINE = "The first entries will tell."
ONE_LINE = "One so far. Too little to say anything yet."


@dataclass(frozen=True, slots=True)
class Insights:
    """What the panel shows.

    ``triggers`` are names with sentences, five or none; ``week`` is a sentence; ``episodes`` is how many the diary
    holds.
    """

    raised: Raised = field(default_factory=Raised)
    triggers: tuple[tuple[str, str], ...] = ()
    week: str = ""
    episodes: int = 0


class InsightsPanel(QScrollArea):
    """The cards of the flags, which say themselves what a person does with one, above boxes of plain lines."""

    chart_requested = Signal()
    earlier_requested = Signal()
    signs_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("insights")
        self.setAccessibleName("Insights")
        self._theme = theme
        self.shown = Insights()
        self.numbers = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cards = FlagCards(theme)
        self._triggers, self._rest = Boxes(), Boxes()
        self.setWidget(self._build())
        theme.changed.connect(self._dress)
        self._triggers.link_pressed.connect(self.chart_requested)
        self._dress()

    def show_insights(self, shown: Insights) -> None:
        """Show what was found; what did not change stays as it is."""
        self.shown = shown
        self.cards.show_flags(shown.raised.shown)
        self._triggers.show_boxes(self._trigger_boxes())
        self._rest.show_boxes(self._other_boxes())
        self._earlier.setVisible(bool(shown.episodes))

    def _build(self) -> QWidget:
        body = QWidget()
        body.setObjectName("page_body")
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 18, 16, 16)
        column.setSpacing(11)
        column.addWidget(PlainLabel("Insights", "title"))
        for widget in (self.cards, self._triggers, self._rest):
            column.addWidget(widget)
        self._link(column, "when_not_to_wait", SIGNS_TITLE, self.signs_requested.emit)
        self._earlier = self._link(column, "earlier", "Cards that have cleared", self.earlier_requested.emit)
        column.addStretch(1)
        return body

    def _dress(self) -> None:
        self.setFixedWidth(self._theme.px(WIDTH))
        self.show_insights(self.shown)

    def _trigger_boxes(self) -> list["Box"]:
        if not self.shown.triggers:
            return []
        lines = tuple(
            line for name, sentence in self.shown.triggers for line in ((name, "field"), (sentence, "quiet"))
        )
        lines = ((OVER, "quiet"), *lines)
        return [Box("trigger_card", "What goes with what", lines, ("show_chart", "Show the chart"))]

    def _other_boxes(self) -> list["Box"]:
        shown = self.shown
        boxes = []
        if not shown.episodes:
            signs = tuple((f"• {sign}", "quiet") for sign in SIGNS)
            boxes.append(Box("nothing", "Nothing to show yet", ((FIRST_LINE, "quiet"),)))
            boxes.append(Box("signs_box", SIGNS_TITLE, (*signs, (SIGNS_SOURCE, "quiet"))))
        elif shown.episodes == 1:
            boxes.append(Box("one_so_far", "One so far", ((ONE_LINE, "quiet"),)))
        if shown.week and self.numbers:
            boxes.append(Box("week_card", "This week", ((shown.week, "quiet"),)))
        if shown.raised.quiet:
            lines = tuple((_quiet_words(flag), "quiet") for flag in shown.raised.quiet)
            boxes.append(Box("quiet_list", f"Discussed or hidden: {len(lines)}", lines))
        return boxes

    def _link(self, column: QVBoxLayout, name: str, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setProperty("kind", "link")
        button.clicked.connect(lambda _: act())
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button


@dataclass(frozen=True, slots=True)
class Box:
    """A card of plain lines, each with the kind of its look, and at most one link."""

    name: str
    title: str
    lines: tuple[tuple[str, str], ...]
    link: tuple[str, str] | None = None


class Boxes(QWidget):
    """Cards of plain lines; made again only when their words change."""

    link_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(11)
        self._shown: list[Box] = []
        self.hide()

    def show_boxes(self, boxes: Sequence[Box]) -> None:
        """Show these cards."""
        if list(boxes) == self._shown:
            return
        self._shown = list(boxes)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for box in boxes:
            card = self._card(box)
            self._column.addWidget(card)
            card.show()
        self.setVisible(bool(boxes))

    def _card(self, box: Box) -> Card:
        card = Card(box.name, padding=14, spacing=5)
        card.column.addWidget(PlainLabel(box.title, "title", wrap=True))
        for text, kind in box.lines:
            card.column.addWidget(PlainLabel(text, kind, wrap=True))
        if box.link is not None:
            name, text = box.link
            button = QPushButton(text)
            button.setObjectName(name)
            button.setProperty("kind", "link")
            button.clicked.connect(self.link_pressed)
            card.column.addWidget(button)
        return card


def _quiet_words(flag: Flag) -> str:
    if flag.discussed_on is not None:
        return f"{flag.title}: discussed on {words.day(flag.discussed_on)}"
    return f"{flag.title}: hidden until {words.day(flag.hidden_until)}" if flag.hidden_until else flag.title
