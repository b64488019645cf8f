import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers import TODAY, an_episode, at
from tests.insight.series.diaries import ago, checked
from tests.ui.charts import WRITTEN, middle, of, places
from tests.ui.conftest import MakeWindow
from tests.ui.test_trends import sideways
from twitchlog.charts.body.layout import AREAS
from twitchlog.domain.record import Record
from twitchlog.domain.sites import Side, Site, sides_of
from twitchlog.ui.look.theme import Theme
from twitchlog.ui.pages.history import HistoryPage
from twitchlog.ui.pages.places import PlacesPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def on_days(days: int, *spots: tuple[Site, Side]) -> list[Record]:
    """So many checked days; one twitch of each place on the last of them."""
    rows: list[Record] = [checked(ago(n)) for n in range(days)]
    return [*rows, *(an_episode(onset=at(TODAY), site=site, side=side) for site, side in spots)]


def rows_of(page: PlacesPage) -> list[tuple[str, ...]]:
    table = page.table
    return [
        tuple(str(table.index(row, column).data()) for column in range(table.columnCount()))
        for row in range(table.rowCount())
    ]


def steps(page: PlacesPage) -> list[str]:
    """The words of the heat's steps, as they stand below the figure."""
    labels = [each for each in page._heat._legend.findChildren(QLabel) if each.isVisible()]
    return [each.text() for each in labels]


def words(page: QWidget, name: str) -> str:
    label = page.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def test_under_fourteen_days_there_is_no_map_and_no_count(make_window: MakeWindow, qtbot: QtBot) -> None:
    page = places(make_window(*on_days(13, (Site.CALF, Side.LEFT))), qtbot)
    assert words(page, "days_so_far") == "13 of about 14 days"
    assert not page._heat.map.isVisible()
    assert not page._head._count.isVisible()


def test_without_a_twitch_it_says_so(make_window: MakeWindow, qtbot: QtBot) -> None:
    page = places(make_window(*on_days(20)), qtbot)
    assert rows_of(page) == []
    assert words(page, "places_note") == "No twitches in this period."
    assert words(page, "count") == "0 places on 20 checked days"
    assert steps(page) == ["No twitches in this period."]
    assert not any(card.view.isVisible() for card in page.cards)


def test_one_place_has_one_row_and_one_step(make_window: MakeWindow, qtbot: QtBot) -> None:
    page = places(make_window(*on_days(20, (Site.CALF, Side.LEFT))), qtbot)
    assert rows_of(page) == [("Left calf", "1", "1 of 20", "22 Nov 2026")]
    assert steps(page) == ["1", "twitch"]


def test_both_sides_are_one_row_and_light_both_halves(make_window: MakeWindow, qtbot: QtBot) -> None:
    page = places(make_window(*on_days(20, (Site.CALF, Side.BOTH), (Site.CALF, Side.LEFT))), qtbot)
    assert [row[0] for row in rows_of(page)] == ["Both calves", "Left calf"]
    said = {page._heat.map._words(area) for area in AREAS if area.site is Site.CALF}
    assert said == {"Left calf: 2 twitches", "Right calf: 1 twitch"}


def test_thirty_places_are_all_in_the_list(make_window: MakeWindow, qtbot: QtBot) -> None:
    spots = [(site, sides_of(site)[0]) for site in Site][:30]
    page = places(make_window(*on_days(20, *spots)), qtbot)
    assert len(rows_of(page)) == 30
    page._view.scrollToBottom()
    last = page._view.visualRect(page.table.index(29, 0))
    assert page._view.viewport().rect().contains(last)


def test_arrows_and_enter_open_a_place_in_history(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(*WRITTEN)
    page = places(window, qtbot)
    second = rows_of(page)[1][0]
    page._view.setFocus()
    assert [index.row() for index in page._view.selectionModel().selectedRows()] == [0]
    QTest.keyClick(page._view, Qt.Key.Key_Down)
    QTest.keyClick(page._view, Qt.Key.Key_Return)
    history = window.pages["history"]
    assert isinstance(history, HistoryPage)
    assert history.isVisible()
    assert history.filter.text() == second


def test_a_double_click_opens_a_place_once(make_window: MakeWindow, qtbot: QtBot) -> None:
    page = places(make_window(*WRITTEN), qtbot)
    sought: list[str] = []
    page.words_sought.connect(lambda words, _: sought.append(words))
    spot = page._view.visualRect(page.table.index(0, 0)).center()
    QTest.mouseClick(page._view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseDClick(page._view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert sought == [rows_of(page)[0][0]]


def test_a_place_and_then_a_day_show_all_their_twitches_in_history(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(*WRITTEN)
    page = places(window, qtbot)
    name, twitches, *_ = rows_of(page)[0]
    day = next(mark.day for mark in of(page, "places").view.marks.marks if mark.day is not None)
    window.desk.open_history_day(day)
    history = window.pages["history"]
    assert isinstance(history, HistoryPage)
    of_day = history.model.rowCount()
    window.show_page("places")
    page._view.activated.emit(page.table.index(0, 0))
    assert history.filter.text() == name
    qtbot.waitUntil(lambda: not history.model.looking)
    assert history.model.rowCount() == int(twitches)
    window.desk.open_history_day(day)
    assert history.filter.text() == ""
    assert history.model.rowCount() == of_day


def test_a_bar_of_places_over_time_opens_its_days(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(*WRITTEN)
    view = of(places(window, qtbot), "places").view
    mark = next(mark for mark in view.marks.marks if mark.day is not None)
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(view, mark))
    assert window.pages["history"].isVisible()


@pytest.mark.parametrize(("size", "text"), [((900, 600), 150), ((1024, 700), 100), ((1440, 900), 130)])
def test_nothing_is_cut_at_the_side_at_any_size(
    make_window: MakeWindow, qtbot: QtBot, theme: Theme, size: tuple[int, int], text: int
) -> None:
    theme.choose("dark", text)
    page = places(make_window(*WRITTEN, size=size), qtbot)
    assert sideways(page) == 0
    view = page._view
    widths = [view.columnWidth(n) for n in range(4)]
    assert sum(widths) <= view.viewport().width(), (widths, page.width())
    assert widths[1] >= theme.px(60)
