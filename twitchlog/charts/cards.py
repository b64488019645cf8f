"""The list of all charts; a new one is a line here, its numbers in insight/series and its drawing beside this file.

Nothing here loads numpy or matplotlib: a card fetches its two modules by its name when first used.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from importlib import import_module
from typing import TYPE_CHECKING, cast

from twitchlog.charts.marks import Marks
from twitchlog.charts.palette import Palette
from twitchlog.charts.year_grid import year_grid
from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.insight.series.series import Series

DOSES_IN_ONE_ROW_FROM = 790
"""Logical pixels at text size 1 from which the four amounts fit beside each other."""

LUCK_IN_ONE_ROW_FROM = 680
"""The same for the five charts of which one is the person's own."""

TRIGGERS_WIDE_FROM = 640
"""From here the counts of an exposure fit in one line beside its range."""

if TYPE_CHECKING:
    from matplotlib.figure import Figure


class Page(Enum):
    """Where a card stands."""

    TRENDS = "trends"
    PLACES = "places"
    LUCK = "luck"


def _fixed(pixels: int) -> Callable[[Series, float, float], int]:
    return lambda _series, _width, scale: round(pixels * scale)


def _year(series: Series, width: float, scale: float) -> int:
    rows = series.table.rows
    first = date.fromisoformat(str(rows[0][0])) if rows else date(2000, 1, 1)
    return year_grid(first, len(rows), width, scale).height


def _places(series: Series, _width: float, scale: float) -> int:
    return round((42 + 46 * max(len({row[0] for row in series.table.rows}), 1)) * scale)


def _dose(_series: Series, width: float, scale: float) -> int:
    return round((210 if width / scale >= DOSES_IN_ONE_ROW_FROM else 400) * scale)


def _luck(series: Series, width: float, scale: float) -> int:
    if not series.table.rows:
        return round(60 * scale)
    return round((196 if width / scale >= LUCK_IN_ONE_ROW_FROM else 392) * scale)


def _triggers(_series: Series, width: float, scale: float) -> int:
    return round((272 if width / scale >= TRIGGERS_WIDE_FROM else 350) * scale)


@dataclass(frozen=True, slots=True)
class Card:
    """One chart: ``name`` is that of its two modules, ``half`` says that two such cards fit beside each other.

    ``facts`` says that it draws what was written down and estimates nothing, so that any number of days will do.
    """

    name: str
    page: Page
    height: Callable[[Series, float, float], int]
    half: bool = False
    facts: bool = False

    @property
    def modules(self) -> tuple[str, str]:
        """The names of the module that computes the card and of the one that draws it."""
        return f"twitchlog.insight.series.{self.name}", f"twitchlog.charts.{self.name}"

    def series(self, diary: Diary, period: Period, on: date) -> Series:
        """Return the card's numbers and words for a period, as of the local day ``on``."""
        module = import_module(self.modules[0])
        return cast(Series, module.series(diary, period, on))

    def draw(self, figure: "Figure", series: Series, palette: Palette, scale: float) -> Marks:
        """Draw the card's numbers on a figure that has its size already; loads matplotlib."""
        module = import_module(self.modules[1])
        return cast(Marks, module.draw(figure, series, palette, scale))


CARDS = (
    Card("year", Page.TRENDS, _year, facts=True),
    Card("rate", Page.TRENDS, _fixed(230), half=True),
    Card("hours", Page.TRENDS, _fixed(230), half=True),
    Card("triggers", Page.TRENDS, _triggers),
    Card("profile", Page.TRENDS, _fixed(230), half=True),
    Card("lags", Page.TRENDS, _fixed(230), half=True),
    Card("dose", Page.TRENDS, _dose),
    Card("raster", Page.TRENDS, _fixed(450), facts=True),
    Card("places", Page.PLACES, _places),
    Card("hotspots", Page.PLACES, _fixed(250)),
)

LUCK = Card("luck", Page.LUCK, _luck)
