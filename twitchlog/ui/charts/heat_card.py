"""The figure as a heat map, with the number of twitches of each of its steps below it."""

from collections.abc import Iterable

from twitchlog.insight.series.series import Key, Sign
from twitchlog.insight.tally import Tally
from twitchlog.ui.charts.legend import legend
from twitchlog.ui.figure.body_map import BodyMap
from twitchlog.ui.look.plain import Card, PlainLabel
from twitchlog.ui.look.theme import Theme


class HeatCard(Card):
    """Where on the body it twitched; ``map`` tells which place was opened."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("figure_card")
        self._theme = theme
        self.map = BodyMap()
        self.map.setObjectName("heat_map")
        self._legend = legend((), theme)
        self.column.addWidget(PlainLabel("On the body", "title"))
        self.column.addWidget(self.map, 1)
        self.column.addWidget(self._legend)
        self.dress()

    def dress(self) -> None:
        """Take the present look and text size."""
        self.map.set_palette_tokens(self._theme.palette)
        self.map.set_scale(self._theme.scale)

    def show_tallies(self, tallies: Iterable[Tally]) -> None:
        """Show how often each place twitched, and the least and the most twitches of each step."""
        self.map.set_counts({(each.site, each.side): each.twitches for each in tallies})
        keys = [
            Key(Sign.SQUARE, f"step{step}", f"{low:,}" if low == high else f"{low:,} to {high:,}")
            for step, (low, high) in enumerate(self.map.step_bounds(), 1)
        ]
        fresh = legend(keys, self._theme, after=_unit(self.map.step_bounds()))
        fresh.setObjectName("heat_legend")
        self.column.replaceWidget(self._legend, fresh)
        self._legend.hide()
        self._legend.deleteLater()
        self._legend = fresh


def _unit(bounds: list[tuple[int, int]]) -> str:
    if not bounds:
        return "No twitches in this period."
    return "twitch" if bounds == [(1, 1)] else "twitches"
