"""Charts as a person meets them: shown, waited for, pointed at."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from tests.charts.sample import a_year
from tests.helpers import TODAY
from twitchlog.charts.cards import CARDS
from twitchlog.charts.marks import Mark
from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.domain.record import Record
from twitchlog.ui.charts.chart_card import ChartCard
from twitchlog.ui.charts.chart_view import ChartView
from twitchlog.ui.look.theme import Theme
from twitchlog.ui.main_window import MainWindow
from twitchlog.ui.pages.places import PlacesPage
from twitchlog.ui.pages.trends import TrendsPage

QUARTER = Period.of_days(TODAY, 90)


def records(diary: Diary) -> Iterator[Record]:
    """All records of a diary."""
    for month in diary.months.values():
        for rows in month.rows.values():
            yield from rows


A_QUARTER = a_year(90)
WRITTEN = tuple(records(A_QUARTER))


def card(qtbot: QtBot, theme: Theme, name: str, width: int = 840) -> ChartCard:
    """A card of its own on screen, with a quarter's numbers, drawn."""
    made = ChartCard(next(each for each in CARDS if each.name == name), theme)
    qtbot.addWidget(made)
    made.resize(width, 500)
    made.show()
    draw(made)
    return made


def draw(shown: ChartCard, diary: Diary = A_QUARTER, period: Period = QUARTER) -> None:
    """Give a card numbers and draw them, as the queue would."""
    for step in (*shown.numbers(diary, period, TODAY), *shown.drawing()):
        step()


def middle(view: ChartView, mark: Mark) -> QPoint:
    """The point of a mark in the view."""
    return QPoint(
        round((mark.left + mark.right) / 2 * view.width()),
        round((mark.top + mark.bottom) / 2 * view.height()),
    )


def trends(window: MainWindow, qtbot: QtBot) -> TrendsPage:
    """Go to Trends and wait until everything is drawn."""
    page = window.show_page("trends")
    assert isinstance(page, TrendsPage)
    qtbot.waitUntil(lambda: page.queue.idle, timeout=20_000)
    return page


def places(window: MainWindow, qtbot: QtBot) -> PlacesPage:
    """Go to Places and wait until everything is drawn."""
    page = window.show_page("places")
    assert isinstance(page, PlacesPage)
    qtbot.waitUntil(lambda: page.queue.idle, timeout=20_000)
    return page


def of(page: TrendsPage | PlacesPage, name: str) -> ChartCard:
    """The card of a chart."""
    return next(each for each in page.cards if each.chart.name == name)
