"""The promised number of keys and clicks, counted as the window receives them from the system."""

from collections import Counter
from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.helpers import NOON, an_episode, at
from tests.ui.conftest import MakeWindow
from tests.ui.figure import LEFT_CALF, area, point_of
from tests.ui.hands import button, in_diary, today
from twitchlog.domain.day import CheckIn, Day
from twitchlog.domain.episode import Episode
from twitchlog.domain.exposures import Caffeine, Exercise, Stress
from twitchlog.domain.record import Record
from twitchlog.domain.sites import Side, Site
from twitchlog.ui.main_window import MainWindow


class Counted:
    """Hands that touch the window as the system does, wherever its focus is, and count every key and click."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.of: Counter[str] = Counter()
        handle = window.windowHandle()
        assert isinstance(handle, QWindow)
        self._handle = handle
        window.activateWindow()

    def type_blindly(self, words: str) -> None:
        """Type without looking where the focus is."""
        for letter in words:
            self.of["keys"] += 1
            QTest.keyClick(self._handle, ord(letter))

    def key(self, key: Qt.Key, *, ctrl: bool = False) -> None:
        """Press a key; one that is held down with it is a key too."""
        self.of["keys"] += 2 if ctrl else 1
        held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self._handle, key, held)

    def click(self, widget: QWidget, point: QPoint | None = None) -> None:
        self.of["clicks"] += 1
        where = widget.mapTo(self._window, widget.rect().center() if point is None else point)
        self._shows(widget, where)
        QTest.mouseClick(self._handle, Qt.MouseButton.LeftButton, pos=where)

    def _shows(self, widget: QWidget, where: QPoint) -> None:
        """A click counts only on what can be seen and is not covered."""
        under = self._window.childAt(where)
        assert under is not None
        assert under is widget or widget.isAncestorOf(under) or under.isAncestorOf(widget)


def the_twitch(window: MainWindow) -> Episode:
    (episode,) = in_diary(window, Episode)
    assert isinstance(episode, Episode)
    return episode


def told(records: list[Record]) -> Record:
    (record,) = records
    return record


def test_a_mild_twitch_of_one_minute_now_is_fourteen_keys(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    hands = Counted(window)
    hands.type_blindly("l calf 2/5 1m")
    hands.key(Qt.Key.Key_Return)
    twitch = the_twitch(window)
    assert (twitch.site, twitch.side, twitch.intensity, twitch.duration_s) == (Site.CALF, Side.LEFT, 2, 60)
    assert twitch.onset == NOON
    assert hands.of == {"keys": 14}


def test_a_mild_twitch_of_one_minute_now_is_four_clicks(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    page = today(window)
    hands = Counted(window)
    hands.click(page.map, point_of(page.map, area("back", *LEFT_CALF)))
    hands.click(page.form.length.segments["60"])
    hands.click(page.form.strength.segments["2"])
    hands.click(button(window, "save"))
    twitch = the_twitch(window)
    assert (twitch.site, twitch.side, twitch.intensity, twitch.duration_s) == (Site.CALF, Side.LEFT, 2, 60)
    assert hands.of == {"clicks": 4}


def test_repeating_the_last_is_one_click_or_two_keys(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(an_episode(onset=NOON - timedelta(hours=2), intensity=2))
    hands = Counted(window)
    hands.click(button(window, "again_1"))
    assert hands.of == {"clicks": 1}
    hands.key(Qt.Key.Key_R, ctrl=True)
    assert hands.of == {"clicks": 1, "keys": 2}
    assert len(in_diary(window, Episode)) == 3


def test_no_twitches_today_is_one_click_or_two_keys(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    hands = Counted(window)
    hands.click(button(window, "check_in_none"))
    assert hands.of == {"clicks": 1}
    window.journal.undo_stack.undo()
    assert in_diary(window, Day) == []
    hands.key(Qt.Key.Key_0, ctrl=True)
    day = told(in_diary(window, Day))
    assert isinstance(day, Day)
    assert day.check_in is CheckIn.NONE
    assert hands.of == {"clicks": 1, "keys": 2}


def test_a_twitch_with_run_coffees_and_stress_is_at_most_forty_five_keys(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window(an_episode(onset=at(clock="08:00")))
    window.journal.undo_stack.undo()
    hands = Counted(window)
    hands.type_blindly("l calf 2/5 5m after run, 2 coffees, stress 4")
    hands.key(Qt.Key.Key_Return)
    run, coffees, stress = (told(in_diary(window, kind)) for kind in (Exercise, Caffeine, Stress))
    assert isinstance(run, Exercise)
    assert isinstance(coffees, Caffeine)
    assert isinstance(stress, Stress)
    assert (run.activity, coffees.mg, stress.level) == ("run", 180, 4)
    twitch = in_diary(window, Episode)[-1]
    assert isinstance(twitch, Episode)
    assert (twitch.duration_s, twitch.intensity) == (300, 2)
    assert hands.of["keys"] <= 45
