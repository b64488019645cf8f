"""Where it twitched: the figure, the chosen places in words, and the side of a place that lies in the middle."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from twitchlog.domain import words
from twitchlog.domain.sites import Side, Site, sides_of
from twitchlog.ui.figure.body_map import BodyMap, spots
from twitchlog.ui.look.plain import Card, PlainLabel
from twitchlog.ui.look.segments import Choice, Segments
from twitchlog.ui.look.theme import Theme
from twitchlog.ui.today.draft import OTHER_PLACE, Spot

SIDES = tuple(Choice(side.value, side.value.capitalize()) for side in (Side.LEFT, Side.MIDDLE, Side.RIGHT))
NOWHERE = "Click a place, or type it above"


class WhereCard(Card):
    """``chosen`` carries the places the person took, with ``other_wanted`` for one the figure does not have."""

    chosen = Signal(object)
    other_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("where_card")
        self._theme = theme
        self._shown: Sequence[Spot] = ()
        head = QHBoxLayout()
        head.addWidget(PlainLabel("Where", "title"))
        self.where = PlainLabel(NOWHERE, "quiet", wrap=True, name="where")
        head.addWidget(self.where, 1)
        self.sides = Segments("which_side", "Which part of it", SIDES, theme, always=True)
        self.sides.chosen.connect(self._side_chosen)
        head.addWidget(self.sides)
        self.column.addLayout(head)
        self.map = BodyMap()
        self.map.setObjectName("map")
        self.map.chosen_changed.connect(lambda: self.chosen.emit(tuple(spots(self.map.chosen()))))
        self.map.other_requested.connect(self.other_wanted)
        self.column.addWidget(self.map)
        self.column.addStretch(1)
        theme.changed.connect(self._dress)
        self._dress()
        self.show_spots(())

    def show_spots(self, chosen: Sequence[Spot]) -> None:
        """Show the places of the draft."""
        self._shown = chosen
        self.map.choose(chosen)
        self.where.setText(words.listed([words.place(*spot) for spot in chosen]) if chosen else NOWHERE)
        asks = len(chosen) == 1 and _lies_in_the_middle(chosen[0][0])
        self.sides.setVisible(asks)
        if asks:
            self.sides.take(chosen[0][1].value)

    def _side_chosen(self, code: str) -> None:
        self.chosen.emit(((self._shown[0][0], Side(code)),))

    def _dress(self) -> None:
        self.map.set_palette_tokens(self._theme.palette)
        self.map.set_scale(self._theme.scale)


def _lies_in_the_middle(site: Site) -> bool:
    return site not in {Site.MANY, OTHER_PLACE[0]} and Side.MIDDLE in sides_of(site)
