import csv
import io
import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolTip
from pytestqt.qtbot import QtBot

from tests.helpers import TODAY, a_medicine
from tests.insight.series.diaries import ago, checked, twitches
from tests.ui.charts import A_QUARTER, QUARTER, card, draw, middle
from twitchlog.charts import rate as rate_drawing
from twitchlog.charts.cards import CARDS, Card
from twitchlog.charts.marks import Mark
from twitchlog.domain.diary import Diary
from twitchlog.insight.series.series import Table
from twitchlog.ui.charts.chart_card import NOT_COMPUTED, NOT_DRAWN
from twitchlog.ui.charts.chart_view import MARGIN
from twitchlog.ui.charts.numbers_table import cell_text, csv_text
from twitchlog.ui.look.theme import Theme

# Said by the screenless platform of any tooltip or menu.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

NAMES = [each.name for each in CARDS]
HOSTILE = "$x^2$ a--b <i>&amp; $\\frac{1}$"


def said_under_the_pointer() -> str:
    """The tooltip without the markup that keeps it plain."""
    return re.sub("<[^>]*>", "", QToolTip.text())


def test_hovering_names_the_day_and_clicking_opens_it(qtbot: QtBot, theme: Theme) -> None:
    shown = card(qtbot, theme, "year")
    view = shown.view
    mark = view.marks.marks[40]
    QTest.mouseMove(view, middle(view, mark))
    assert said_under_the_pointer() == mark.words
    assert view.cursor().shape() is Qt.CursorShape.PointingHandCursor
    with qtbot.waitSignal(view.opened) as opened:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(view, mark))
    assert opened.args == [mark]
    assert mark.day is not None


def test_hovering_a_twitch_names_it_and_opens_its_day(qtbot: QtBot, theme: Theme) -> None:
    shown = card(qtbot, theme, "raster")
    view = shown.view
    mark = next(each for each in view.marks.marks if each.key and "calf" in each.words.lower())
    QTest.mouseMove(view, middle(view, mark))
    found = view.marks.at((mark.left + mark.right) / 2, (mark.top + mark.bottom) / 2)
    assert found is not None
    assert said_under_the_pointer() == found.words
    with qtbot.waitSignal(view.opened) as opened:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(view, mark))
    assert opened.args is not None
    assert opened.args[0].day == mark.day


def test_every_mark_of_a_record_tells_its_day(qtbot: QtBot, theme: Theme) -> None:
    shown = card(qtbot, theme, "raster")
    marks = shown.view.marks.marks
    assert any(mark.key for mark in marks)
    assert all(mark.day is not None for mark in marks if mark.key)


def test_beside_the_marks_and_with_the_other_button_nothing_opens(qtbot: QtBot, theme: Theme) -> None:
    shown = card(qtbot, theme, "year")
    view = shown.view
    with qtbot.assertNotEmitted(view.opened):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(2, view.height() - 2))
        QTest.mouseClick(view, Qt.MouseButton.RightButton, pos=middle(view, view.marks.marks[40]))


def test_the_keys_step_through_the_days_and_enter_opens_one(qtbot: QtBot, theme: Theme) -> None:
    shown = card(qtbot, theme, "year")
    view = shown.view
    marks = view.marks.marks
    stood: list[Mark | None] = []
    for key in ("Right", "Right", "End", "Right", "Left", "Home"):
        QTest.keyClick(view, getattr(Qt.Key, f"Key_{key}"))
        stood.append(view.current)
    assert stood == [marks[0], marks[1], marks[-1], marks[-1], marks[-2], marks[0]]
    assert said_under_the_pointer() == marks[0].words
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [marks[0]]


def test_down_and_up_go_to_the_same_day_of_the_next_month(qtbot: QtBot, theme: Theme) -> None:
    shown = card(qtbot, theme, "year")
    view = shown.view
    september = next(n for n, mark in enumerate(view.marks.marks) if mark.day and mark.day.month == 9)
    view._current = september + 4
    before = view.current
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert before is not None
    assert before.day is not None
    assert view.current is not None
    assert view.current.day == before.day.replace(month=10)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.current == before


def test_enter_on_what_has_no_day_opens_nothing(qtbot: QtBot, theme: Theme) -> None:
    shown = card(qtbot, theme, "dose")
    view = shown.view
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.current is not None
    with qtbot.assertNotEmitted(view.opened):
        QTest.keyClick(view, Qt.Key.Key_Return)


@pytest.mark.parametrize("name", NAMES)
def test_the_table_holds_the_same_numbers_and_copies_as_csv(qtbot: QtBot, theme: Theme, name: str) -> None:
    shown = card(qtbot, theme, name)
    switch = shown.findChild(QPushButton, "table_switch")
    assert isinstance(switch, QPushButton)
    assert shown.view.isVisible()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert not shown.view.isVisible()
    assert shown.table is not None
    assert shown.table.isVisible()
    series = shown.chart.series(A_QUARTER, QUARTER, TODAY)
    model = shown.table.model()
    cells = [
        tuple(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]
    assert cells == [
        tuple(cell_text(cell, series.table.unknown) for cell in row) for row in series.table.rows
    ]
    shown.copy_table()
    copied = list(csv.reader(io.StringIO(QGuiApplication.clipboard().text())))
    assert copied[0] == list(series.table.header)
    assert len(copied) == len(series.table.rows) + 1
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert shown.view.isVisible()
    assert not shown.table.isVisible()


def test_a_number_that_there_is_not_is_words_on_screen_and_an_empty_cell_in_csv() -> None:
    table = Table(("Day", "Twitches"), (("x", None), ("y", 0), ("=1+1", 2.5)))
    assert [cell_text(row[1], table.unknown) for row in table.rows] == ["not recorded", "0", "2.5"]
    assert csv_text(table).splitlines() == ["Day,Twitches", "x,", "y,0", "'=1+1,2.5"]


def test_a_table_says_why_there_is_no_number(qtbot: QtBot, theme: Theme) -> None:
    for name, why in (("year", "not recorded"), ("dose", "too few days"), ("lags", "too little to compare")):
        series = card(qtbot, theme, name).chart.series(A_QUARTER, QUARTER, TODAY)
        assert any(None in row for row in series.table.rows), name
        assert series.table.unknown == why


@pytest.mark.parametrize("chart", CARDS, ids=lambda chart: chart.name)
def test_a_saved_chart_says_what_it_is_of_which_days_and_what_its_signs_mean(
    qtbot: QtBot, theme: Theme, tmp_path: Path, chart: Card
) -> None:
    shown = card(qtbot, theme, chart.name)
    shown.save(tmp_path / "chart.svg")
    # Letters are drawn as outlines; each line of text stands beside them as a comment.
    written = unescape(" ".join(re.findall(r"<!-- (.*?) -->", (tmp_path / "chart.svg").read_text("utf-8"))))
    series = chart.series(A_QUARTER, QUARTER, TODAY)
    for words in (series.title, series.explanation, *(key.words for key in series.legend)):
        assert words in written
    days = "26 Oct to 22 Nov 2026" if chart.name == "raster" else "25 Aug to 22 Nov 2026"
    assert days in written


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_a_saved_chart_reads_back(qtbot: QtBot, theme: Theme, tmp_path: Path, kind: str) -> None:
    shown = card(qtbot, theme, "rate")
    rows = [*(checked(ago(n)) for n in range(40)), *twitches(TODAY, 3), a_medicine(name=HOSTILE)]
    draw(shown, Diary.of(rows))
    path = tmp_path / f"chart.{kind.upper()}"
    with qtbot.waitSignal(shown.written) as written_:
        shown.save(path)
    assert written_.args == [f"Saved: {path}", path]
    written = path.read_bytes()
    if kind == "png":
        image = QImage.fromData(written)
        assert image.width() == pytest.approx((shown.view.width() + 2 * MARGIN) * 2, abs=2)
    elif kind == "svg":
        assert ElementTree.fromstring(written).tag.endswith("svg")
        # Formulas would be drawn without their dollars.
        assert b"$x^2$" in written
    else:
        assert written.startswith(b"%PDF")
        assert written.rstrip().endswith(b"%%EOF")
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_what_cannot_be_saved_is_said_and_leaves_nothing(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    shown = card(qtbot, theme, "year")
    said: list[str] = []
    shown.said.connect(said.append)
    shown.save(tmp_path / "chart.docx")
    shown.save(tmp_path / "nowhere" / "chart.png")
    assert said[0] == "Not saved: chart.docx does not end in .png, .svg or .pdf."
    assert said[1].startswith("Not saved: ")
    assert "cannot be written" in said[1]
    assert not list(tmp_path.iterdir())


def test_the_picture_on_the_clipboard_is_twice_as_fine(qtbot: QtBot, theme: Theme) -> None:
    shown = card(qtbot, theme, "hours")
    shown.copy_picture()
    image = QGuiApplication.clipboard().image()
    assert image.width() == pytest.approx((shown.view.width() + 2 * MARGIN) * 2, abs=2)
    assert image.height() > (shown.view.height() + 2 * MARGIN) * 2
    assert len({image.pixel(x, image.height() // 2) for x in range(image.width())}) > 5


def test_the_menu_copies_and_saves(qtbot: QtBot, theme: Theme) -> None:
    shown = card(qtbot, theme, "year")
    button = shown.findChild(QPushButton, "chart_menu")
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    menu = shown.findChild(QMenu, "chart_actions")
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == [
        "Copy picture",
        "Copy table as CSV",
        "Save as PNG…",
        "Save as SVG…",
        "Save as PDF…",
    ]
    copy: QAction = menu.actions()[1]
    with qtbot.waitSignal(shown.done):
        copy.trigger()
    menu.close()


def test_a_chart_that_cannot_be_drawn_shows_its_table(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = card(qtbot, theme, "rate")
    with monkeypatch.context() as broken:
        broken.setattr(rate_drawing, "draw", lambda *_: 1 / 0)
        with qtbot.waitSignal(shown.said) as said, pytest.raises(ZeroDivisionError):
            draw(shown)
    assert said.args == [NOT_DRAWN]
    assert not shown.view.isVisible()
    assert shown.table is not None
    assert shown.table.isVisible()
    assert shown.table.model().rowCount() == 90
    draw(shown)
    assert shown.view.isVisible()
    assert not shown.table.isVisible()


def test_numbers_that_cannot_be_computed_are_said(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = card(qtbot, theme, "rate")
    monkeypatch.setattr("twitchlog.insight.series.rate.means", lambda *_: 1 / 0)
    with qtbot.waitSignal(shown.said) as said, pytest.raises(ZeroDivisionError):
        draw(shown)
    assert said.args == [NOT_COMPUTED]


def test_too_few_days_draw_only_what_is_a_fact(qtbot: QtBot, theme: Theme) -> None:
    few = Diary.of([*twitches(TODAY, 3), checked(TODAY)])
    for name, drawn in (("year", True), ("raster", True), ("rate", False), ("triggers", False)):
        shown = card(qtbot, theme, name)
        draw(shown, few)
        assert shown.view.isVisible() is drawn, name


def test_a_screen_with_other_pixels_is_drawn_for(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = card(qtbot, theme, "hours")
    with qtbot.waitSignal(shown.stale):
        QApplication.sendEvent(shown.view, QEvent(QEvent.Type.DevicePixelRatioChange))
    coarse = shown.view._picture
    monkeypatch.setattr(type(shown.view), "devicePixelRatioF", lambda _: 2.0)
    for step in shown.drawing():
        step()
    fine = shown.view._picture
    assert (fine.width(), fine.devicePixelRatio()) == (coarse.width() * 2, 2.0)


def test_a_wider_card_asks_to_be_drawn_again_once_and_stretches_meanwhile(qtbot: QtBot, theme: Theme) -> None:
    shown = card(qtbot, theme, "rate")
    before = shown.view._picture.cacheKey()
    asked: list[bool] = []
    shown.stale.connect(lambda: asked.append(True))
    with qtbot.waitSignal(shown.stale):
        for width in range(850, 900, 10):
            shown.resize(width, 500)
            shown.grab()
    assert asked == [True]
    assert shown.view._picture.cacheKey() == before
    for step in shown.drawing():
        step()
    assert shown.view._picture.width() == shown.view.width()
