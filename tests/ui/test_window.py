"""The window as a whole: places, keys, sizes, looks, and that nothing is read before it must be."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.helpers import TODAY, a_day, an_episode
from tests.ui.charts import WRITTEN
from tests.ui.conftest import MakeWindow
from tests.ui.hands import chips, in_diary, press, today, type_line
from twitchlog.domain.day import CheckIn, Day
from twitchlog.domain.episode import Episode
from twitchlog.store.store import Store
from twitchlog.ui.charts.charts_page import ChartsPage
from twitchlog.ui.look.plain import Card
from twitchlog.ui.look.theme import Theme
from twitchlog.ui.main_window import MainWindow
from twitchlog.ui.one_window import OneWindow


def action(window: MainWindow, words: str) -> QAction:
    """A command of the menu bar."""
    bar = {each.menu() for each in window.menuBar().actions()}
    (found,) = [
        each
        for each in window.findChildren(QAction)
        if each.text() == words and any(menu in bar for menu in each.associatedObjects())
    ]
    return found


def test_the_cursor_waits_in_the_typed_line(qtbot: QtBot, make_window: MakeWindow) -> None:
    assert make_window().focusWidget().objectName() == "quick"


@pytest.mark.parametrize("name", ["today", "history", "trends", "places", "settings"])
def test_every_page_opens_empty(qtbot: QtBot, make_window: MakeWindow, name: str) -> None:
    window = make_window()
    assert window.show_page(name).isVisible()
    assert window.findChild(QPushButton, f"nav_{name}").isChecked()  # type: ignore[union-attr]


def test_a_page_is_built_when_it_is_first_shown(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    assert list(window.pages) == ["today"]


def test_every_command_has_its_own_key(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    keys = [
        each.shortcut().toString() for each in window.findChildren(QAction) if not each.shortcut().isEmpty()
    ]
    assert sorted(keys) == sorted(set(keys))


def test_no_twitches_today_has_a_command(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    action(window, "No twitches today").trigger()
    (day,) = in_diary(window, Day)
    assert isinstance(day, Day)
    assert day.check_in is CheckIn.NONE


def test_same_again_has_a_command(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(an_episode(onset=an_episode().onset.replace(hour=8)))
    action(window, "Same again").trigger()
    assert len(in_diary(window, Episode)) == 2


@pytest.mark.parametrize(
    "words", ["Keys", "About twitching", "When not to wait for a diary", "About twitchlog"]
)
def test_help_opens_without_waiting(qtbot: QtBot, make_window: MakeWindow, words: str) -> None:
    window = make_window()
    action(window, words).trigger()
    (dialog,) = [each for each in window.findChildren(QDialog) if each.isVisible()]
    dialog.close()


def test_a_narrow_window_shows_icons_and_a_button_for_insights(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(size=(900, 600))
    assert not window.calendar.isVisible()
    assert window.findChild(QPushButton, "nav_today").text() == ""  # type: ignore[union-attr]
    assert not window.insights.isVisible()
    press(window, "insights_button")
    assert window.insights.isVisible()


def test_the_look_changes_at_once(qtbot: QtBot, make_window: MakeWindow, theme: Theme) -> None:
    window = make_window(an_episode())
    theme.choose("dark", 130)
    assert window.palette().window().color().name().upper() == theme.palette.bg
    assert today(window).font().pointSizeF() == pytest.approx(9.75 * 1.3, abs=0.1)
    theme.choose("light", 100)


def test_the_calendar_marks_three_kinds_of_day(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(an_episode(), a_day(date=TODAY.replace(day=20), check_in=CheckIn.NONE))
    window.show_calendar(TODAY)
    assert window.calendar.day_words(TODAY) == "Sunday 22 November: 1 twitch, no check-in"
    assert window.calendar.day_words(TODAY.replace(day=20)) == "Friday 20 November: checked, none"
    assert window.calendar.day_words(TODAY.replace(day=19)) == "Thursday 19 November: not recorded"


def test_what_another_program_writes_appears(qtbot: QtBot, make_window: MakeWindow, store: Store) -> None:
    window = make_window()
    other = Store.open(store.path)
    other.put([an_episode(onset=an_episode().onset.replace(hour=9))])
    other.close()
    qtbot.waitUntil(lambda: any(chip.startswith("Left calf") for chip in chips(window)))


def test_a_read_only_diary_says_so_when_something_is_saved(
    qtbot: QtBot, make_window: MakeWindow, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()
    store.read_only = "This diary can only be read: its file or folder is write-protected."
    type_line(window, "left calf")
    assert window.bar.text.text() == store.read_only
    assert today(window).quick.field.text() == "left calf"


def test_a_second_start_calls_the_first_window(qtbot: QtBot, tmp_path: Path) -> None:
    first = OneWindow(tmp_path / "diary.db")
    assert first.first
    second = OneWindow(tmp_path / "diary.db")
    assert not second.first
    with qtbot.waitSignal(first.wanted):
        second.raise_first()
    first.close()
    third = OneWindow(tmp_path / "diary.db")
    assert third.first
    third.close()


def test_a_window_on_another_computer_is_not_the_first_of_this_one(tmp_path: Path) -> None:
    lock = tmp_path / "diary.db.window"
    lock.write_text("4242\ntwitchlog\nthe-laptop\n\n")
    here = OneWindow(tmp_path / "diary.db")
    assert (here.first, here.elsewhere, here.lock) == (False, "the-laptop", lock)
    here.close()
    assert lock.exists()


def test_what_was_typed_last_time_is_offered_again(
    qtbot: QtBot, make_window: MakeWindow, store: Store
) -> None:
    store.put_draft("left calf 5 min")
    window = make_window()
    window.desk.offer_draft(store.draft())
    assert today(window).quick.field.text() == "left calf 5 min"
    window.close()
    assert store.draft() == "left calf 5 min"


@pytest.mark.parametrize("name", ["places", "trends", "settings"])
@pytest.mark.parametrize(("size", "text"), [((1024, 700), 150), ((1440, 900), 100)])
def test_a_page_ends_below_its_last_card(
    make_window: MakeWindow, qtbot: QtBot, theme: Theme, name: str, size: tuple[int, int], text: int
) -> None:
    theme.choose("light", text)
    window = make_window(*WRITTEN, size=size)
    page = window.show_page(name)
    if isinstance(page, ChartsPage):
        qtbot.waitUntil(lambda: page.queue.idle, timeout=20_000)

    def below() -> int:
        cards = [card for card in page.findChildren(Card) if card.isVisible()]
        return page.height() - max(card.mapTo(page, card.rect().bottomLeft()).y() for card in cards)

    qtbot.waitUntil(lambda: below() <= theme.px(40))
    assert below() >= 0
    assert page.height() > size[1]
