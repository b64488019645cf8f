"""Own drinks and exercise in Settings: one place to say it, known to the line and the forms at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import MakeWindow
from tests.ui.hands import in_diary, press, today, type_line
from twitchlog.domain.exposures import Caffeine, Exercise
from twitchlog.domain.settings import DiarySettings
from twitchlog.store.errors import Reason, StoreError
from twitchlog.store.store import Store
from twitchlog.ui.forms.dialogs import RecordDialog
from twitchlog.ui.forms.inputs import ListInput
from twitchlog.ui.look.plain import PlainLabel
from twitchlog.ui.main_window import MainWindow


def field(window: MainWindow, name: str) -> QLineEdit:
    found = window.pages["settings"].findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def said(window: MainWindow) -> str:
    label = window.pages["settings"].findChild(PlainLabel, "own_words_error")
    assert isinstance(label, PlainLabel)
    return label.text() if label.isVisibleTo(window) else ""


def add_drink(window: MainWindow, name: str, mg: str) -> None:
    window.show_page("settings")
    QTest.keyClicks(field(window, "new_drink"), name)
    QTest.keyClicks(field(window, "new_mg"), mg)
    QTest.keyClick(field(window, "new_mg"), Qt.Key.Key_Return)


def test_a_drink_added_in_settings_is_known_to_the_typed_line(make_window: MakeWindow) -> None:
    window = make_window()
    add_drink(window, "Club Mate", "100")
    assert field(window, "new_drink").text() == ""
    window.show_page("today")
    type_line(window, "2 club mates")
    drunk = in_diary(window, Caffeine)
    assert [(each.drink, each.mg) for each in drunk if isinstance(each, Caffeine)] == [("Club Mate", 200)]


def test_a_drink_that_cannot_be_stays_typed_and_says_why(make_window: MakeWindow) -> None:
    window = make_window()
    add_drink(window, "mate", "lots")
    assert said(window) == "The caffeine must lie between 0 and 1,000 mg."
    assert (field(window, "new_drink").text(), field(window, "new_mg").text()) == ("mate", "lots")
    assert window.journal.saver.store.settings().drinks == {}


def test_the_caffeine_of_a_usual_drink_is_changed_and_goes_back(make_window: MakeWindow) -> None:
    window = make_window()
    window.show_page("settings")
    coffee = window.pages["settings"].findChildren(QLineEdit, "drink_mg")[0]
    assert coffee.accessibleName() == "Caffeine in one coffee, mg"
    coffee.selectAll()
    QTest.keyClicks(coffee, "120")
    QTest.keyClick(coffee, Qt.Key.Key_Return)
    assert window.journal.saver.store.settings().drinks == {"coffee": 120}
    back = [each for each in window.findChildren(QPushButton, "drink_remove") if each.isVisible()]
    assert [each.text() for each in back] == ["Back to 90"]
    press(window, "drink_remove")
    assert window.journal.saver.store.settings().drinks == {}


def test_an_exercise_added_in_settings_is_known_to_the_line_and_the_form(make_window: MakeWindow) -> None:
    window = make_window()
    window.show_page("settings")
    QTest.keyClicks(field(window, "new_activity"), "Padel")
    press(window, "add_activity")
    window.desk.ask("exercise")
    dialog = window.findChild(RecordDialog)
    assert isinstance(dialog, RecordDialog)
    activity = dialog.form.inputs["activity"]
    assert isinstance(activity, ListInput)
    assert activity.itemText(0) == "Padel"
    dialog.reject()
    window.show_page("today")
    type_line(window, "padel 90 min")
    assert [each.activity for each in in_diary(window, Exercise) if isinstance(each, Exercise)] == ["Padel"]
    window.show_page("settings")
    press(window, "activity_remove")
    window.show_page("today")
    QTest.keyClicks(today(window).quick.field, "padel 90 min")
    assert window.journal.saver.store.settings().activities == ()


def test_a_name_that_means_something_is_refused_in_words(make_window: MakeWindow) -> None:
    window = make_window()
    window.show_page("settings")
    QTest.keyClicks(field(window, "new_activity"), "calf")
    press(window, "add_activity")
    assert said(window) == "The name of an exercise “calf” has a meaning in the typed line already."


def test_tab_goes_on_from_an_amount_that_was_changed(make_window: MakeWindow) -> None:
    window = make_window()
    window.show_page("settings")
    coffee, espresso = window.pages["settings"].findChildren(QLineEdit, "drink_mg")[:2]
    coffee.setFocus()
    coffee.selectAll()
    QTest.keyClicks(coffee, "120")
    QTest.keyClick(coffee, Qt.Key.Key_Tab)
    assert window.focusWidget() is espresso
    assert window.journal.saver.store.settings().drinks == {"coffee": 120}


def test_a_drink_that_could_not_be_saved_stays_typed(
    make_window: MakeWindow, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()

    def refuse(_: object) -> None:
        raise StoreError("Not saved: the disk is full.")

    monkeypatch.setattr(store, "put_settings", refuse)
    add_drink(window, "mate", "60")
    assert (field(window, "new_drink").text(), field(window, "new_mg").text()) == ("mate", "60")
    assert window.bar.text.text() == "Not saved: the disk is full."


def test_two_drinks_added_while_the_file_is_busy_are_both_kept(
    qtbot: QtBot, make_window: MakeWindow, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()
    put, busy = store.put_settings, [StoreError("busy", Reason.BUSY)] * 2

    def busy_at_first(settings: DiarySettings) -> None:
        if busy:
            raise busy.pop()
        put(settings)

    monkeypatch.setattr(store, "put_settings", busy_at_first)
    add_drink(window, "mate", "60")
    field(window, "new_drink").clear()
    field(window, "new_mg").clear()
    add_drink(window, "kombucha", "15")
    qtbot.waitUntil(lambda: dict(store.settings().drinks) == {"mate": 60, "kombucha": 15})
