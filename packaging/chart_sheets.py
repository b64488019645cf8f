"""Contact sheets: every chart with its words and its legend on one picture, for diaries from empty to large.

The cards are those of the window. They are drawn even where the window would still wait for two weeks of check-ins:
whatever a diary holds, no drawing may fail or look wrong.
"""

from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from shown_diaries import LAST, large, one, one_day, year
from twitchlog.charts.cards import CARDS, LUCK, Page
from twitchlog.charts.palette import BAND, Palette
from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.domain.record import Record
from twitchlog.insight.series.series import Series
from twitchlog.insight.tally import tallies
from twitchlog.ui.charts.chart_card import ChartCard
from twitchlog.ui.charts.heat_card import HeatCard
from twitchlog.ui.look.plain import Card, PlainLabel
from twitchlog.ui.look.theme import Theme
from twitchlog.ui.pages.trends import place_cards

TRENDS_WIDTH, PLACES_WIDTH, MARGIN = 951, 600, 18
COLOURS = 80


@dataclass(frozen=True)
class Sheet:
    """All charts of a diary: its records, and how many days of it are shown."""

    name: str
    title: str
    records: Callable[[], list[Record]] = list
    days: int = 90


SHEETS = (
    Sheet("charts-empty", "An empty diary"),
    Sheet("charts-one-entry", "One entry", one),
    Sheet("charts-one-day", "1,000 twitches in one day", one_day),
    Sheet("charts-year", "A year", year, 365),
    Sheet("charts-100000", "100,000 twitches in ten years", large, 3_650),
)


def take_sheet(sheet: Sheet, folder: Path) -> list[str]:
    """Save a sheet in both themes; return the names of the files."""
    diary, period = Diary.of(sheet.records()), Period.of_days(LAST, sheet.days)
    # Drawn whether or not there are enough days: that is what the sheets are for.
    every = [(chart, replace(chart.series(diary, period, LAST), enough=True)) for chart in (*CARDS, LUCK)]
    found, _ = tallies(diary, period)
    names = []
    for choice, ending in (("light", ""), ("dark", "-dark")):
        theme = Theme(choice)
        theme.apply()
        heat = HeatCard(theme)
        heat.show_tallies(found)
        cards = {chart.name: (ChartCard(chart, theme), series) for chart, series in every}
        shown = _widget(sheet.title, {name: card for name, (card, _) in cards.items()}, heat)
        _draw(shown, list(cards.values()))
        names.append(f"{sheet.name}{ending}.png")
        _save(shown, folder / names[-1], theme.palette)
        shown.close()
        shown.deleteLater()
    return names


def _widget(title: str, cards: dict[str, ChartCard], heat: HeatCard) -> QWidget:
    """Return a widget with the cards of Trends at the left and those of Places and the line-up at the right."""
    trends, places = QWidget(), QWidget()
    trends.setFixedWidth(TRENDS_WIDTH)
    places.setFixedWidth(PLACES_WIDTH)
    grid = QGridLayout(trends)
    grid.setSpacing(13)
    place_cards(grid, [card for card in cards.values() if card.chart.page is Page.TRENDS], two_columns=True)
    column = QVBoxLayout(places)
    column.setSpacing(13)
    for widget in (heat, *(card for card in cards.values() if card.chart.page is not Page.TRENDS)):
        column.addWidget(widget)
    column.addStretch(1)
    grid.setRowStretch(grid.rowCount(), 1)
    whole = QWidget()
    row = QHBoxLayout()
    row.setSpacing(13)
    for side, layout in ((trends, grid), (places, column)):
        layout.setContentsMargins(0, 0, 0, 0)
        row.addWidget(side)
    outer = QVBoxLayout(whole)
    outer.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
    outer.addWidget(PlainLabel(title, "page_title"))
    outer.addLayout(row, 1)
    return whole


def _draw(shown: QWidget, cards: list[tuple[ChartCard, Series]]) -> None:
    """Show the cards and draw them at the width they get."""
    for card, series in cards:
        card.take(series)
    shown.show()
    for _ in range(2):
        # The first time a chart finds its height, the second time its picture.
        for card, _series in cards:
            for step in card.drawing():
                step()
        QApplication.processEvents()


def _save(shown: QWidget, path: Path, palette: Palette) -> None:
    """Save a picture of all cards, small enough for a repository."""
    lowest = max(card.mapTo(shown, card.rect().bottomLeft()).y() for card in shown.findChildren(Card))
    picture = shown.grab(QRect(0, 0, shown.width(), lowest + MARGIN)).toImage()
    in_few_colours(picture.convertToFormat(QImage.Format.Format_RGB32), palette).save(str(path), quality=0)


def in_few_colours(picture: QImage, palette: Palette) -> QImage:
    """Return a picture in the colours of its theme, as they are, and the most frequent others."""
    wide, high = picture.width(), picture.height()
    pixels = np.frombuffer(picture.constBits(), dtype=np.uint32).reshape(high, wide)
    found, at, often = np.unique(pixels, return_inverse=True, return_counts=True)
    own = [QColor(colour).rgb() for value in astuple(palette) for colour in _colours(value)]
    own += [_band(palette, name) for name in ("twitch", "control")]
    kept = list(dict.fromkeys([*own, *found[np.argsort(-often)].tolist()]))[:COLOURS]
    there = _parts(np.array(kept, dtype=np.uint32))
    nearest = [int(((there - each) ** 2).sum(axis=1).argmin()) for each in _parts(found)]
    indices = np.array(nearest, dtype=np.uint8)[at].tobytes()
    indexed = QImage(indices, wide, high, wide, QImage.Format.Format_Indexed8)
    indexed.setColorTable(kept)
    return indexed.copy()


def _band(palette: Palette, name: str) -> int:
    """Return the colour of a band on a card."""
    over, under = QColor(palette.colour(name)), QColor(palette.surface)
    red, green, blue = (
        round(BAND * one + (1 - BAND) * other)
        for one, other in (
            (over.red(), under.red()),
            (over.green(), under.green()),
            (over.blue(), under.blue()),
        )
    )
    return QColor(red, green, blue).rgb()


def _parts(colours: npt.NDArray[np.uint32]) -> npt.NDArray[np.int32]:
    """Return blue, green, red and opacity of colours, a row each."""
    return colours.view(np.uint8).reshape(-1, 4).astype(np.int32)


def _colours(value: object) -> Iterator[str]:
    """Return the colours in a value of a palette."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        yield from value
