"""What people new to the window stumbled over: each of these was seen before it was mended."""

from datetime import timedelta

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from tests.helpers import NOON, TODAY, an_episode
from tests.ui.conftest import MakeWindow
from tests.ui.hands import chips, in_diary, press, today, type_line
from twitchlog.domain.episode import Episode
from twitchlog.domain.settings import DiarySettings
from twitchlog.domain.sites import Side, Site
from twitchlog.store.store import Store
from twitchlog.ui.focus_ring import FocusRing
from twitchlog.ui.forms.date_inputs import MomentInput
from twitchlog.ui.forms.dialogs import RecordDialog
from twitchlog.ui.insights.follow_up import FollowUp
from twitchlog.ui.main_window import MADE_UP, MainWindow
from twitchlog.ui.pages.history import HistoryPage


def dialog(window: MainWindow) -> RecordDialog:
    found = window.findChild(RecordDialog)
    assert isinstance(found, RecordDialog)
    return found


def test_the_same_again_on_another_day_asks_for_its_time(make_window: MakeWindow) -> None:
    before = an_episode(onset=NOON - timedelta(days=2), recorded_at=NOON, intensity=2)
    window = make_window(before)
    today(window).open_day(TODAY - timedelta(days=2))
    window.desk.repeat()
    assert len(in_diary(window, Episode)) == 1
    assert "Still needed: when?" in chips(window)
    press(window, "ask_20:00")
    today(window).save()
    times = [f"{each.when:%d %H:%M}" for each in in_diary(window, Episode)]
    assert times == ["20 12:00", "20 20:00"]


def test_what_is_added_on_another_day_is_of_that_day(make_window: MakeWindow) -> None:
    window = make_window()
    today(window).open_day(TODAY - timedelta(days=2))
    window.desk.ask("stress")
    at = dialog(window).form.inputs["at"]
    assert isinstance(at, MomentInput)
    assert at.value().date() == TODAY - timedelta(days=2)
    dialog(window).reject()
    window.show_page("history")
    window.desk.past_day = TODAY - timedelta(days=2)
    assert not window.desk.on_today


def test_the_chips_say_what_was_chosen_in_the_form(make_window: MakeWindow) -> None:
    window = make_window()
    page = today(window)
    page.drafting._placed(((Site.CALF, Side.LEFT),))
    page.form.when.bar.segments["60"].click()
    page.form.length.segments["1800"].click()
    page.form.strength.segments["4"].click()
    assert chips(window) == ["Will save:", "Left calf", "1 h ago", "30 min", "strong"]


def test_the_line_comes_into_view_though_it_has_the_focus(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(size=(900, 600))
    page = today(window)
    page.quick.field.setFocus()
    area = next(each for each in window.findChildren(QScrollArea) if each.widget() is page)
    area.verticalScrollBar().setValue(10_000)
    assert page.quick.field.visibleRegion().isEmpty()
    window.desk.focus_line()
    assert not page.quick.field.visibleRegion().isEmpty()


def test_a_dialog_shows_where_the_keyboard_is(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    window.activateWindow()
    window.desk.ask("exercise")
    shown = dialog(window)
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    for _ in range(12):
        QTest.keyClick(shown.windowHandle(), Qt.Key.Key_Tab)
        if isinstance(shown.focusWidget(), QPushButton):
            break
    ring = shown.findChild(FocusRing)
    assert isinstance(ring, FocusRing)
    assert ring.isVisible()
    shown.reject()


def test_a_date_begins_at_the_day_not_at_the_weekday(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    window.desk.ask("stress")
    at = dialog(window).form.inputs["at"]
    assert isinstance(at, MomentInput)
    dialog(window).activateWindow()
    qtbot.waitUntil(dialog(window).isActiveWindow)
    at.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(at, "01")
    assert at.dateTime() == QDateTime.fromString("2026-11-01 12:00", "yyyy-MM-dd HH:mm")
    dialog(window).reject()


def test_looking_for_words_looks_at_all_days(make_window: MakeWindow) -> None:
    window = make_window(
        an_episode(), an_episode(onset=NOON - timedelta(days=9), recorded_at=NOON, note="thumb")
    )
    window.desk.open_history_day(TODAY)
    window.desk.find()
    page = window.pages["history"]
    assert isinstance(page, HistoryPage)
    assert page.model.rowCount() == 2


def test_the_one_question_does_not_cover_the_typed_line(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    type_line(window, "left calf numb")
    asked = window.findChild(FollowUp)
    assert isinstance(asked, FollowUp)
    line = today(window).quick.field
    top = line.mapToGlobal(line.rect().topLeft())
    assert not asked.geometry().intersects(line.rect().translated(top))


def test_a_made_up_diary_says_so(make_window: MakeWindow, store: Store) -> None:
    store.put_settings(DiarySettings(made_up=True))
    window = make_window(an_episode())
    assert window.bar.text.text() == MADE_UP
    assert window.windowTitle() == "twitchlog: a made-up diary"
