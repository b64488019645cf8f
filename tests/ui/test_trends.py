from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from tests.helpers import TODAY, an_episode
from tests.insight.series.diaries import ago, checked, twitches
from tests.ui.charts import WRITTEN, middle, of, trends
from tests.ui.conftest import MakeWindow
from tests.ui.hands import press
from twitchlog.charts import rate as rate_drawing
from twitchlog.domain.record import Record
from twitchlog.insight.series.rate import RateSeries
from twitchlog.insight.series.year import YearSeries
from twitchlog.ui.charts.chart_card import NOT_DRAWN
from twitchlog.ui.charts.chart_view import ChartView
from twitchlog.ui.charts.luck_dialog import LuckDialog
from twitchlog.ui.look.theme import Theme
from twitchlog.ui.main_window import MainWindow
from twitchlog.ui.pages.history import HistoryPage
from twitchlog.ui.pages.trends import TrendsPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def few(days: int) -> list[Record]:
    return [*(checked(ago(n)) for n in range(days)), an_episode()]


def seen(page: QWidget, name: str) -> QWidget:
    """The one widget of a name that can be seen."""
    (found,) = [each for each in page.findChildren(QWidget, name) if each.isVisible()]
    return found


def words(page: QWidget, name: str) -> str:
    label = seen(page, name)
    assert isinstance(label, QLabel)
    return label.text()


def days_drawn(page: TrendsPage) -> tuple[object, object]:
    """The first and the last day of the year's squares."""
    series = of(page, "year")._series
    assert isinstance(series, YearSeries)
    return series.days[0].date, series.days[-1].date


def wait(page: TrendsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.queue.idle, timeout=20_000)


@pytest.mark.parametrize(("written", "so_far"), [([], 0), ([an_episode()], 0), (few(1), 1), (few(13), 13)])
def test_before_two_weeks_trends_says_how_far_it_is_and_how_many_days_it_takes(
    make_window: MakeWindow, qtbot: QtBot, written: list[Record], so_far: int
) -> None:
    page = trends(make_window(*written), qtbot)
    assert words(page, "days_so_far") == f"{so_far} of about 14 days"
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(QWidget, "days_needed")))
    said = [label.text() for label in seen(page, "days_needed").findChildren(QLabel)]
    assert {"1.5 times as often", "1 a day", "369 days", "52 days"} <= set(said)
    assert any("can rarely be told from chance" in each for each in said)
    assert not page._head.period.isVisible()
    assert not any(card.isVisible() for card in page.cards)
    # It would start a program of its own.
    page.example_requested.disconnect()
    with qtbot.waitSignal(page.example_requested):
        QTest.mouseClick(seen(page, "see_example"), Qt.MouseButton.LeftButton)


def test_from_the_fourteenth_day_on_there_are_charts_and_days_needed_below_the_triggers(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    page = trends(make_window(*few(14)), qtbot)
    assert words(page, "count") == "1 twitch, 14 checked days"
    assert all(card.isVisible() for card in page.cards)
    more = of(page, "triggers")
    assert seen(more, "days_needed").isVisible()
    luck = more.findChild(QPushButton, "luck")
    assert isinstance(luck, QPushButton)
    assert not luck.isVisible()


def test_a_quarter_is_drawn_at_its_size_with_its_count(make_window: MakeWindow, qtbot: QtBot) -> None:
    page = trends(make_window(*WRITTEN), qtbot)
    for card in page.cards:
        assert card.view._picture.size() == card.view.size(), card.chart.name
        assert len(card.view.marks), card.chart.name
        assert card.view.accessibleName()
    assert words(page, "count").endswith("checked days")
    assert words(page, "help_line").startswith("A ratio of 1.5")


def test_a_click_on_a_day_opens_it_in_history_and_enter_does_the_same(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(*WRITTEN)
    for go in (_click, _enter):
        view = of(trends(window, qtbot), "year").view
        number = len(view.marks) - 30
        go(view, number)
        history = window.pages["history"]
        assert isinstance(history, HistoryPage)
        qtbot.waitUntil(history.isVisible)
        day = view.marks.marks[number].day
        assert day is not None
        assert {history._from.date(), history._until.date()} == {QDate(day.year, day.month, day.day)}


def _click(view: ChartView, number: int) -> None:
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(view, view.marks.marks[number]))


def _enter(view: ChartView, number: int) -> None:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End)
    for _ in range(len(view.marks) - 1 - number):
        QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Return)


def test_the_period_follows_clicks_and_only_the_last_wish_counts(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(*WRITTEN)
    page = trends(window, qtbot)
    assert days_drawn(page) == (ago(89), TODAY)
    for code in ("period_365", "period_all", "period_30"):
        QTest.mouseClick(seen(page, code), Qt.MouseButton.LeftButton)
    wait(page, qtbot)
    assert days_drawn(page) == (ago(29), TODAY)
    rate = of(page, "rate")._series
    assert isinstance(rate, RateSeries)
    assert len(rate.mean) == 30


def test_any_dates_are_chosen_by_keys_alone(make_window: MakeWindow, qtbot: QtBot) -> None:
    page = trends(make_window(*WRITTEN), qtbot)
    bar = page._head.period
    bar.choices.segments["90"].setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space):
        QTest.keyClick(bar.choices.focusWidget(), key)
    assert bar.first.hasFocus()
    assert (bar.first.value(), bar.until.value()) == (ago(89), TODAY)
    first = TODAY - timedelta(days=20)
    bar.first.setDate(QDate(first.year, first.month, first.day))
    for _ in ("weekday", "day", "month", "year"):
        if not bar.until.hasFocus():
            QTest.keyClick(bar.first, Qt.Key.Key_Tab)
    assert bar.until.hasFocus()
    QTest.keyClick(bar.until, Qt.Key.Key_Down)
    wait(page, qtbot)
    assert days_drawn(page)[0] == first
    assert bar.until.value() < TODAY
    assert days_drawn(page)[1] == bar.until.value()


def test_dates_never_change_places(make_window: MakeWindow, qtbot: QtBot) -> None:
    page = trends(make_window(*WRITTEN), qtbot)
    bar = page._head.period
    bar.take("dates")
    early = ago(50)
    bar.until.setDate(QDate(early.year, early.month, early.day))
    late = ago(3)
    bar.first.setDate(QDate(late.year, late.month, late.day))
    assert (bar.first.value(), bar.until.value()) == (late, late)
    wait(page, qtbot)
    assert days_drawn(page) == (late, late)


def test_dates_before_the_diary_draw_nothing_and_say_so(make_window: MakeWindow, qtbot: QtBot) -> None:
    page = trends(make_window(*WRITTEN), qtbot)
    bar = page._head.period
    bar.take("dates")
    bar.first.setDate(QDate(2020, 1, 1))
    bar.until.setDate(QDate(2020, 2, 1))
    wait(page, qtbot)
    assert words(page, "count") == "0 twitches, 0 checked days"
    assert words(of(page, "rate"), "chart_title") == "Twitches a day: 0 of about 14 checked days so far"


def test_another_look_and_another_text_size_draw_everything_again(
    make_window: MakeWindow, qtbot: QtBot, theme: Theme
) -> None:
    page = trends(make_window(*WRITTEN), qtbot)
    views = [card.view for card in page.cards]
    light = [view._picture.toImage().pixelColor(1, 1).lightness() for view in views]
    theme.choose("dark", 100)
    wait(page, qtbot)
    dark = [view._picture.toImage().pixelColor(1, 1).lightness() for view in views]
    assert min(light) > 200
    assert max(dark) < 80
    theme.choose("dark", 130)
    wait(page, qtbot)
    qtbot.waitUntil(lambda: all(view._picture.size() == view.size() for view in views), timeout=10_000)


@pytest.mark.parametrize(("size", "text", "columns"), [((900, 600), 150, 1), ((1440, 900), 100, 2)])
def test_nothing_is_cut_at_the_side_at_any_size(
    make_window: MakeWindow, qtbot: QtBot, theme: Theme, size: tuple[int, int], text: int, columns: int
) -> None:
    theme.choose("light", text)
    window = make_window(*WRITTEN, size=size)
    page = trends(window, qtbot)
    assert sideways(page) == 0
    for card in page.cards:
        assert card.geometry().right() < page.width()
    halves = [of(page, name).x() for name in ("rate", "hours")]
    assert len(set(halves)) == columns


def sideways(page: QWidget) -> int:
    """How far the page can be scrolled to the side."""
    holder = page.parentWidget()
    area = holder.parentWidget() if holder is not None else None
    assert isinstance(area, QScrollArea)
    return area.horizontalScrollBar().maximum()


def test_a_card_can_be_asked_for_and_is_brought_into_view(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(*WRITTEN)
    page = window.show_page("trends")
    assert isinstance(page, TrendsPage)
    page.show_card("triggers")
    wait(page, qtbot)
    shown = of(page, "triggers")
    qtbot.waitUntil(lambda: not shown.view.visibleRegion().isEmpty())
    qtbot.waitUntil(shown.view.hasFocus)


def test_a_new_twitch_is_in_the_charts(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(*few(20))
    page = trends(window, qtbot)
    window.journal.put("Saved", *twitches(TODAY, 3))
    qtbot.waitUntil(lambda: words(page, "count") == "4 twitches, 20 checked days", timeout=10_000)
    wait(page, qtbot)


def test_a_chart_that_fails_is_a_table_and_the_bar_says_so(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window(*WRITTEN)
    monkeypatch.setattr(rate_drawing, "draw", _broken)
    with capture_exceptions() as raised:
        page = trends(window, qtbot)
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]
    assert window.bar.text.text() == NOT_DRAWN
    failed = of(page, "rate")
    assert failed.table is not None
    assert failed.table.isVisible()
    assert not failed.view.isVisible()
    assert all(card.view.isVisible() for card in page.cards if card is not failed)


def _broken(*_: object) -> None:
    raise ZeroDivisionError


def luck(window: MainWindow, qtbot: QtBot) -> LuckDialog:
    """Press the link below the triggers, and wait for the five charts."""
    trends(window, qtbot)
    press(window, "luck")
    dialog = window.findChild(LuckDialog)
    assert isinstance(dialog, LuckDialog)
    qtbot.waitUntil(lambda: dialog.series is not None, timeout=20_000)
    return dialog


Pick = Callable[[LuckDialog, str], None]


def by_click(dialog: LuckDialog, letter: str) -> None:
    mark = next(mark for mark in dialog.view.marks.marks if mark.key == letter)
    QTest.mouseClick(dialog.view, Qt.MouseButton.LeftButton, pos=middle(dialog.view, mark))


def by_button(dialog: LuckDialog, letter: str) -> None:
    dialog.choice.segments[letter].click()


def revealed(dialog: LuckDialog) -> bool:
    return dialog.series is not None and dialog.series.revealed


@pytest.mark.parametrize("pick", [by_click, by_button])
def test_what_luck_looks_like_asks_and_then_explains(
    make_window: MakeWindow, qtbot: QtBot, pick: Pick
) -> None:
    window = make_window(*WRITTEN)
    dialog = luck(window, qtbot)
    assert dialog.series is not None
    assert not revealed(dialog)
    assert dialog.answer.text() == ""
    pick(dialog, dialog.series.real)
    assert dialog.answer.text().startswith(f"Yes, {dialog.series.real} is yours.")
    assert dialog.choice.code() == dialog.series.real
    assert revealed(dialog)
    before = dialog.series.panels
    dialog.again.click()
    qtbot.waitUntil(lambda: dialog.answer.text() == "", timeout=20_000)
    assert dialog.series.panels != before
    dialog.reject()
