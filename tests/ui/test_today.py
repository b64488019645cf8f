"""Logging as a person does it: type, click, press."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.helpers import NOON, TODAY, a_day, a_sitting, an_episode, at
from tests.ui.conftest import Clock, MakeWindow
from tests.ui.hands import button, chips, in_diary, press, today, type_line
from twitchlog.domain.day import CheckIn, Day
from twitchlog.domain.episode import Episode, Symptom
from twitchlog.domain.exposures import Caffeine, Exercise
from twitchlog.domain.medical import Discussion
from twitchlog.domain.record import Record
from twitchlog.domain.sites import Side, Site
from twitchlog.store.errors import Reason, StoreError
from twitchlog.store.store import Store
from twitchlog.ui.insights.follow_up import FollowUp


def test_a_line_and_enter_write_down_everything_it_says(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    type_line(window, "left calf 5 min mild after run, 2 coffees")
    (episode,) = in_diary(window, Episode)
    assert isinstance(episode, Episode)
    assert (episode.site, episode.side, episode.duration_s, episode.intensity) == (
        Site.CALF,
        Side.LEFT,
        300,
        2,
    )
    assert len(in_diary(window, Exercise)) == 1
    (coffees,) = in_diary(window, Caffeine)
    assert isinstance(coffees, Caffeine)
    assert coffees.mg == 180
    assert today(window).quick.field.text() == ""
    assert "Left calf" in window.toast.text.text()


def test_the_row_is_there_at_once(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    type_line(window, "r eyelid 30 s")
    rows = today(window).day_card.rows._rows
    assert [episode.site for episode in rows] == [Site.EYELID]


def test_chips_say_what_will_be_saved_while_typing(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    QTest.keyClicks(today(window).quick.field, "left calf 5 min mild after run, 2 coffees")
    assert chips(window) == [
        "Will save:",
        "Left calf",
        "5 min",
        "mild",
        "now",
        "run just before",
        "2 coffees",
    ]


def test_the_form_and_the_figure_show_what_is_typed(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    page = today(window)
    QTest.keyClicks(page.quick.field, "left calf 5 min mild")
    assert page.form.length.code() == "300"
    assert page.form.strength.code() == "2"
    assert page.map.chosen() == {(Site.CALF, Side.LEFT)}


def test_a_line_without_a_side_asks_and_keeps_the_text(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    type_line(window, "calves 5 min")
    assert in_diary(window, Episode) == []
    assert today(window).quick.field.text() == "calves 5 min"
    assert chips(window)[:4] == ["Still needed: which side?", "Left calf", "Right calf", "Both calves"]
    press(window, "ask_both")
    assert in_diary(window, Episode) == []
    assert today(window).quick.field.selectedText() == ""
    QTest.keyClick(today(window).quick.field, Qt.Key.Key_Return)
    (episode,) = in_diary(window, Episode)
    assert isinstance(episode, Episode)
    assert episode.side is Side.BOTH


def test_enter_on_a_question_goes_to_its_first_answer(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    type_line(window, "calves 5 min")
    assert window.focusWidget() is not None
    assert window.focusWidget().objectName() == "ask_left"


def test_without_a_place_nothing_is_saved_and_it_says_why(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    type_line(window, "5 min mild")
    assert in_diary(window, Episode) == []
    assert today(window).quick.field.text() == "5 min mild"
    assert (today(window).form.length.code(), today(window).form.strength.code()) == ("300", "2")
    assert chips(window)[0].startswith("Still needed: where?")


def test_the_figure_and_the_form_alone_make_an_entry(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    page = today(window)
    page.map.choose([(Site.CALF, Side.LEFT)])
    page.map.chosen_changed.emit()
    for bar, code in ((page.form.length, "60"), (page.form.strength, "2")):
        QTest.mouseClick(bar.segments[code], Qt.MouseButton.LeftButton)
    press(window, "save")
    (episode,) = in_diary(window, Episode)
    assert isinstance(episode, Episode)
    assert (episode.site, episode.duration_s, episode.intensity) == (Site.CALF, 60, 2)
    assert page.map.chosen() == frozenset()


def test_a_place_on_the_figure_completes_a_line_without_one(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    page = today(window)
    QTest.keyClicks(page.quick.field, "5 min mild")
    page.map.choose([(Site.CALF, Side.RIGHT)])
    page.map.chosen_changed.emit()
    QTest.keyClick(page.quick.field, Qt.Key.Key_Return)
    (episode,) = in_diary(window, Episode)
    assert isinstance(episode, Episode)
    assert (episode.side, episode.duration_s, episode.intensity) == (Side.RIGHT, 300, 2)


def test_two_places_make_two_twitches_and_one_undo(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    page = today(window)
    page.map.choose([(Site.ARCH, Side.LEFT), (Site.THUMB, Side.RIGHT)])
    page.map.chosen_changed.emit()
    assert button(window, "save").text() == "Save 2 twitches"
    press(window, "save")
    assert len(in_diary(window, Episode)) == 2
    window.journal.undo_stack.undo()
    assert in_diary(window, Episode) == []


def test_left_and_right_on_the_figure_are_one_twitch_on_both_sides(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window()
    page = today(window)
    page.map.choose([(Site.CALF, Side.LEFT), (Site.CALF, Side.RIGHT)])
    page.map.chosen_changed.emit()
    press(window, "save")
    (episode,) = in_diary(window, Episode)
    assert isinstance(episode, Episode)
    assert episode.side is Side.BOTH


def test_control_z_in_the_empty_line_undoes_the_entry_not_the_typing(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window()
    window.activateWindow()
    type_line(window, "left calf")
    field = today(window).quick.field
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert in_diary(window, Episode) == []
    assert field.text() == ""
    QTest.keyClick(
        field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert len(in_diary(window, Episode)) == 1


def test_an_entry_survives_a_restart(qtbot: QtBot, make_window: MakeWindow, store: Store) -> None:
    window = make_window()
    type_line(window, "left calf 5 min")
    reopened = Store.open(store.path)
    assert len(reopened.diary()) == 1
    reopened.close()


def test_a_full_disk_changes_nothing_keeps_the_text_and_says_so(
    qtbot: QtBot, make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()

    def full(*_: object, **__: object) -> None:
        raise StoreError("Not saved: the disk is full.", Reason.FULL)

    monkeypatch.setattr(Store, "put", full)
    type_line(window, "left calf 5 min")
    assert window.bar.text.text() == "Not saved: the disk is full."
    assert today(window).quick.field.text() == "left calf 5 min"
    assert window.journal.undo_stack.count() == 0
    monkeypatch.undo()
    QTest.keyClick(today(window).quick.field, Qt.Key.Key_Return)
    assert len(in_diary(window, Episode)) == 1
    assert not window.bar.isVisible()


def test_saving_again_after_an_error_uses_the_same_id(
    qtbot: QtBot, make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()
    tried: list[str] = []
    real = Store.put

    def once(self: Store, records: list[Record], **kwargs: object) -> object:
        tried.append(records[0].id)
        if len(tried) == 1:
            raise StoreError("Not saved.", Reason.DISK)
        return real(self, records)

    monkeypatch.setattr(Store, "put", once)
    type_line(window, "left calf")
    QTest.keyClick(today(window).quick.field, Qt.Key.Key_Return)
    assert tried[0] == tried[1]


def test_a_busy_file_is_asked_again_and_typing_goes_on(
    qtbot: QtBot, make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()
    left = [3]
    real = Store.put

    def busy(self: Store, records: list[Record], **kwargs: object) -> object:
        if left[0]:
            left[0] -= 1
            raise StoreError("Another twitchlog is writing.", Reason.BUSY)
        return real(self, records)

    monkeypatch.setattr(Store, "put", busy)
    with qtbot.waitSignal(window.journal.saved):
        type_line(window, "left calf")
    assert len(in_diary(window, Episode)) == 1


def test_no_twitches_today_is_one_click_and_one_undo(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    press(window, "check_in_none")
    (day,) = in_diary(window, Day)
    assert isinstance(day, Day)
    assert (day.date, day.check_in) == (TODAY, CheckIn.NONE)
    press(window, "exposures_yes")
    (day,) = in_diary(window, Day)
    assert isinstance(day, Day)
    assert day.complete
    window.journal.undo_stack.undo()
    window.journal.undo_stack.undo()
    assert in_diary(window, Day) == []


def test_a_twitch_takes_no_twitches_back_and_one_undo_restores_both(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window(a_day(check_in=CheckIn.NONE, sleep_hours=7.0))
    type_line(window, "left calf")
    (day,) = in_diary(window, Day)
    assert isinstance(day, Day)
    assert (day.check_in, day.sleep_hours) == (None, 7.0)
    window.journal.undo_stack.undo()
    (day,) = in_diary(window, Day)
    assert isinstance(day, Day)
    assert day.check_in is CheckIn.NONE
    assert in_diary(window, Episode) == []


def test_with_twitches_the_day_asks_whether_that_was_all(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(an_episode())
    press(window, "check_in_some")
    (day,) = in_diary(window, Day)
    assert isinstance(day, Day)
    assert day.check_in is CheckIn.SOME_LOGGED


def test_repeating_copies_place_strength_and_length_and_nothing_else(
    qtbot: QtBot, make_window: MakeWindow, clock: Clock
) -> None:
    before = an_episode(
        onset=at(TODAY, "08:00"), intensity=3, duration_s=60, symptoms=frozenset({Symptom.PAIN}), note="odd"
    )
    window = make_window(before)
    press(window, "again_1")
    _, same = in_diary(window, Episode)
    assert isinstance(same, Episode)
    assert (same.onset, same.intensity, same.duration_s) == (NOON, 3, 60)
    assert (same.symptoms, same.note) == (frozenset(), "")


def test_an_open_twitch_is_stopped_in_one_click(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(an_episode(onset=at(TODAY, "11:30"), ongoing=True))
    press(window, "stopped")
    (episode,) = in_diary(window, Episode)
    assert isinstance(episode, Episode)
    assert (episode.ongoing, episode.duration_s) == (False, 1800)


def test_writing_for_another_day_does_not_invent_a_time(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    press(window, "day_prev")
    type_line(window, "left calf 5 min")
    assert in_diary(window, Episode) == []
    assert "now" not in chips(window)
    press(window, "ask_20:00")
    QTest.keyClick(today(window).quick.field, Qt.Key.Key_Return)
    (episode,) = in_diary(window, Episode)
    assert isinstance(episode, Episode)
    assert (episode.onset, episode.onset_about) == (at(TODAY.replace(day=21), "20:00"), True)


def test_symptoms_stay_closed_until_asked_for(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    assert not window.findChildren(QPushButton, "sym_numbness")[0].isVisible()
    press(window, "with_it")
    assert button(window, "sym_numbness").isVisible()


def test_what_was_typed_and_not_saved_is_kept(qtbot: QtBot, make_window: MakeWindow, store: Store) -> None:
    window = make_window()
    QTest.keyClicks(today(window).quick.field, "left calf 5")
    qtbot.waitUntil(lambda: store.draft() == "left calf 5", timeout=3000)
    today(window).drafting.clear()
    type_line(window, "left calf")
    assert store.draft() == ""


def test_another_length_or_time_is_not_asked_for_the_next_twitch(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window()
    form = today(window).form
    type_line(window, "forehead 20 s at 11:00")
    assert (form.length.code(), form.when.bar.code()) == ("", "0")
    assert not form.minutes.isVisible()
    assert not form.when.moment.isVisible()
    QTest.mouseClick(form.length.segments["other"], Qt.MouseButton.LeftButton)
    assert form.minutes.isVisible()
    QTest.keyClicks(form.minutes, "2,5")
    type_line(window, "jaw")
    assert form.length.code() == ""
    jaw = in_diary(window, Episode)[-1]
    assert isinstance(jaw, Episode)
    assert jaw.duration_s == 150


def test_typing_on_answers_no_question_about_symptoms(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    type_line(window, "left hand numb")
    type_line(window, "right hand numb")
    (question,) = window.findChildren(FollowUp)
    assert not question.isModal()
    QTest.keyClick(question, Qt.Key.Key_Return)
    assert in_diary(window, Discussion) == []
    assert len(in_diary(window, Episode)) == 2


def test_the_strip_says_what_lies_under_the_pointer(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(
        an_episode(onset=at(TODAY, "08:00"), intensity=2), a_sitting(start=at(TODAY, "09:00"))
    )
    strip = today(window).day_card.strip
    twitch = QPointF(strip._x(at(TODAY, "08:00")), strip._y(0))
    assert strip.words_at(twitch) == "08:00 Left calf, mild"
    assert strip.words_at(QPointF(strip._x(at(TODAY, "10:30")), strip._y(4))) == "09:00 sat 2 h"
    assert strip.words_at(QPointF(strip._x(at(TODAY, "16:00")), strip._y(0))) == ""


@pytest.mark.parametrize("by_key", [True, False])
def test_a_day_with_twitches_cannot_be_closed_as_one_without(
    qtbot: QtBot, make_window: MakeWindow, by_key: bool
) -> None:
    window = make_window(an_episode())
    if by_key:
        window.desk.no_twitches()
    else:
        type_line(window, "no twitches today")
    assert in_diary(window, Day) == []
    assert window.bar.text.text().startswith("Twitches are written down for this day.")


def test_the_word_about_a_save_goes_with_the_save(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    type_line(window, "left calf")
    assert window.toast.isVisible()
    window.journal.undo_stack.undo()
    assert window.toast.text.text() == "Undone: Left calf"
    assert not window.toast.findChild(QPushButton, "toast_undo").isVisible()  # type: ignore[union-attr]
    window.journal.undo_stack.redo()
    assert window.toast.text.text() == "Done again: Left calf"
