"""Which day is written for is said, and what is typed goes where a person expects it."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from tests.helpers import TODAY, a_day, an_episode
from tests.ui.conftest import MakeWindow
from tests.ui.hands import in_diary, press, today, type_line
from twitchlog.domain.day import CheckIn, Day

# Said by the screenless platform of any menu.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_what_is_typed_while_a_button_has_the_focus_goes_into_the_line(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window(an_episode())
    press(window, "check_in_all")
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    QTest.keyClick(focused, Qt.Key.Key_L, Qt.KeyboardModifier.NoModifier)
    line = today(window).quick.field
    assert line.hasFocus()
    QTest.keyClicks(line, "eft calf")
    assert line.text() == "left calf"


@pytest.mark.parametrize(
    ("ago", "said"), [(0, "Saved: No twitches today"), (3, "Saved: No twitches, 19 Nov")]
)
def test_the_word_about_a_check_in_says_of_which_day(make_window: MakeWindow, ago: int, said: str) -> None:
    window = make_window()
    today(window).open_day(TODAY - timedelta(days=ago))
    press(window, "check_in_none")
    assert window.toast.text.text() == said


def test_the_key_for_today_says_today_also_while_another_day_is_shown(make_window: MakeWindow) -> None:
    window = make_window()
    today(window).open_day(TODAY - timedelta(days=3))
    window.desk.no_twitches()
    (day,) = in_diary(window, Day)
    assert isinstance(day, Day)
    assert day.date == TODAY
    assert window.toast.text.text() == "Saved: No twitches today"


def test_the_word_about_a_twitch_of_another_day_says_of_which(make_window: MakeWindow) -> None:
    window = make_window()
    today(window).open_day(TODAY - timedelta(days=3))
    type_line(window, "left calf 21:00")
    assert window.toast.text.text() == "Saved: Left calf, 19 Nov"


def test_what_was_forgotten_before_the_day_is_closed_is_chosen_from_all_four(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window(a_day(check_in=CheckIn.NONE))
    press(window, "exposures_add")
    menu = window.findChild(QMenu, "exposures_add_menu")
    assert isinstance(menu, QMenu)
    assert [each.text() for each in menu.actions()] == ["Exercise", "Coffee, tea", "Stress", "Sitting"]
    wanted: list[str] = []
    closing = today(window).closing
    closing.add_wanted.disconnect()
    closing.add_wanted.connect(wanted.append)
    menu.actions()[1].trigger()
    menu.close()
    assert wanted == ["caffeine"]


def test_after_a_step_to_another_day_the_line_has_the_focus_and_the_day_is_seen(
    make_window: MakeWindow,
) -> None:
    window = make_window(*(an_episode() for _ in range(20)), size=(900, 600))
    page = today(window)
    page.day_card.rows.setFocus()
    window.desk.step_day(-1)
    assert page.quick.field.hasFocus()
    assert page.head.visibleRegion().boundingRect().height() == page.head.height()


def test_a_length_of_ones_own_is_shown_with_its_unit(make_window: MakeWindow) -> None:
    window = make_window(an_episode(duration_s=750))
    form = today(window).form
    form._show_length(an_episode(duration_s=750))
    assert form.minutes.text() == "12.5 min"
    assert form.minutes.value() == 12.5
