"""Writing less, being reminded, and what is kept for one press: nothing of it unless it was chosen."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from tests.helpers import NOON, TODAY, a_day, an_episode, at
from tests.ui.conftest import Clock, MakeWindow
from tests.ui.hands import chips, in_diary, press, today, type_line
from twitchlog.domain.day import CheckIn, Day
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode, Symptom
from twitchlog.domain.sites import Side, Site
from twitchlog.insight.offers import LESS, LESS_OFFER, PAGE, PAGE_OFFER, course_week, offer
from twitchlog.store.preferences import Preferences
from twitchlog.ui.choosing.choices import Choices
from twitchlog.ui.forms.inputs import TextInput
from twitchlog.ui.main_window import MainWindow
from twitchlog.ui.reminder import Reminder, reminder_due
from twitchlog.ui.today.templates import MOST, from_template, template_of, with_template

CTRL = Qt.KeyboardModifier.ControlModifier
FULL = an_episode(
    onset=at(clock="08:00"), intensity=3, duration_s=60, symptoms=frozenset({Symptom.PAIN}), note="odd"
)


def settle() -> None:
    """Let what was added to a page that is seen appear."""
    QApplication.processEvents()


def the_day(window: MainWindow) -> Day:
    (day,) = in_diary(window, Day)
    assert isinstance(day, Day)
    return day


def button_of(window: MainWindow, name: str) -> QPushButton:
    (found,) = [
        each
        for each in window.findChildren(QPushButton)
        if each.accessibleName() == name and each.isVisible()
    ]
    return found


def press_segment(window: MainWindow, name: str) -> None:
    (segment,) = window.findChildren(QRadioButton, name)
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)


def words_seen(window: MainWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def test_a_template_is_kept_from_a_row_and_written_down_with_its_key(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window(FULL)
    window.activateWindow()
    page = today(window)
    page.day_card.rows.asked.emit("template", FULL)
    page.day_card.rows.asked.emit("template", FULL)
    assert [each["name"] for each in window.choices.kept.templates] == ["Left calf, moderate, 1 min"]
    assert chips(window)[-1] == "1  Left calf, moderate, 1 min"
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_1, CTRL)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_2, CTRL)
    _, same = in_diary(window, Episode)
    assert isinstance(same, Episode)
    assert (same.site, same.side, same.intensity, same.duration_s) == (Site.CALF, Side.LEFT, 3, 60)
    assert (same.onset, same.symptoms, same.note) == (NOON, frozenset(), "")


def test_a_template_is_taken_away_and_moved_in_settings(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    kept = tuple(template_of(an_episode(site=site)) for site in (Site.CALF, Site.KNEE))
    window.choices.take(templates=kept)
    window.show_page("settings")
    settle()
    press(window, "template_up")
    assert window.choices.kept.templates == kept[::-1]
    settle()
    button_of(window, "Remove: Left calf").click()
    assert len(window.choices.kept.templates) == 1


@pytest.mark.parametrize(
    "broken", [{}, {"site": "calf"}, {"site": "calf", "side": "up"}, {"site": [], "side": "left"}]
)
def test_a_template_that_makes_no_sense_writes_nothing(broken: dict[str, object]) -> None:
    assert from_template(broken, NOON, "", NOON) is None


def test_there_are_as_many_templates_as_keys() -> None:
    kept: tuple[dict[str, object], ...] = tuple({"name": str(number)} for number in range(MOST))
    assert with_template(kept, {"name": "one more"}) == kept


def test_another_at_the_same_time_begins_with_that_time(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(FULL)
    today(window).day_card.rows.asked.emit("another", FULL)
    type_line(window, "r eyelid")
    eyelid = in_diary(window, Episode)[-1]
    assert isinstance(eyelid, Episode)
    assert (eyelid.site, eyelid.onset) == (Site.EYELID, FULL.onset)


def test_a_row_is_changed_in_its_place_by_keys(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(FULL)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    rows = today(window).day_card.rows
    _, row = rows._rows[FULL]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_F2)
    assert rows._editor is not None
    QTest.mouseClick(rows._editor.form.strength.segments["5"], Qt.MouseButton.LeftButton)
    QTest.keyClick(rows._editor.form.strength.segments["5"], Qt.Key.Key_Escape)
    assert in_diary(window, Episode) == [FULL]
    assert row.hasFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert rows._editor is not None
    rows._editor.place.side.segments["right"].click()
    QTest.mouseClick(rows._editor.form.strength.segments["5"], Qt.MouseButton.LeftButton)
    QTest.keyClick(rows._editor.form.strength.segments["5"], Qt.Key.Key_Return)
    (changed,) = in_diary(window, Episode)
    assert isinstance(changed, Episode)
    assert (changed.id, changed.side, changed.intensity, changed.onset) == (
        FULL.id,
        Side.RIGHT,
        5,
        FULL.onset,
    )
    assert (changed.symptoms, changed.note, changed.duration_s) == (FULL.symptoms, "odd", 60)
    window.journal.undo_stack.undo()
    assert in_diary(window, Episode) == [FULL]


def test_a_row_is_deleted_with_a_key_and_comes_back(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(FULL)
    _, row = today(window).day_card.rows._rows[FULL]
    QTest.keyClick(row, Qt.Key.Key_Delete)
    assert in_diary(window, Episode) == []
    window.journal.undo_stack.undo()
    assert in_diary(window, Episode) == [FULL]


def test_the_side_of_a_place_in_the_middle_is_chosen_beside_it(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    page = today(window)
    page.quick.set_line("jaw 1 min")
    assert page.where.sides.isVisible()
    assert page.where.sides.code() == "middle"
    QTest.mouseClick(page.where.sides.segments["left"], Qt.MouseButton.LeftButton)
    page.save()
    (jaw,) = in_diary(window, Episode)
    assert isinstance(jaw, Episode)
    assert (jaw.site, jaw.side, jaw.duration_s) == (Site.JAW, Side.LEFT, 60)
    page.quick.set_line("left calf")
    assert not page.where.sides.isVisible()


def test_a_quiet_evening_is_two_clicks_and_sleep_one_tab_away(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(window, "check_in_none")
    press(window, "exposures_yes")
    assert the_day(window).complete
    press(window, "day_more")
    page = today(window)
    for keys in ("7:00", "\t", "23:00", "\t", "6,5", "\t"):
        focused = window.focusWidget()
        assert focused is not None
        if keys == "\t":
            QTest.keyClick(focused, Qt.Key.Key_Tab)
        else:
            QTest.keyClicks(focused, keys)
    focused = window.focusWidget()
    assert focused is not None
    assert focused.objectName().startswith("worry")
    QTest.keyClick(focused, Qt.Key.Key_Return)
    day = the_day(window)
    assert (day.check_in, day.sleep_hours, day.worry) == (CheckIn.NONE, 6.5, None)
    assert day.awake_from is not None
    assert not page._parts[1].isVisible()


def test_what_cannot_be_is_said_at_its_field_and_nothing_is_saved(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window()
    press(window, "day_more")
    more = today(window)._parts[1]
    hours = more.inputs["sleep_hours"]
    assert isinstance(hours, TextInput)
    QTest.keyClicks(hours, "25")
    press(window, "day_more_save")
    assert in_diary(window, Day) == []
    assert "Hours slept: must lie between 0 and 24" in words_seen(window)
    assert hours.text() == "25"


def test_once_a_day_asks_neither_when_nor_how_long_and_says_there_were_more(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window(a_day(check_in=CheckIn.NONE, sleep_hours=7.0))
    window.choices.take(once_a_day=True)
    page = today(window)
    assert not page.form.when.isVisible()
    assert not page.form.length.isVisible()
    type_line(window, "left calf, right eyelid")
    places = in_diary(window, Episode)
    assert all(isinstance(each, Episode) and each.onset_about for each in places)
    assert len(places) == 2
    assert (the_day(window).check_in, the_day(window).sleep_hours) == (CheckIn.SOME_LOGGED, 7.0)
    window.journal.undo_stack.undo()
    assert in_diary(window, Episode) == []
    assert the_day(window).check_in is CheckIn.NONE


def test_no_numbers_on_today_leaves_every_count_away(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(FULL, an_episode(onset=at(clock="09:00")))
    window.watch.look()
    assert "2 twitches" in words_seen(window)
    window.choices.take(hide_numbers=True)
    seen = words_seen(window)
    assert "2 twitches" not in seen
    assert not any("2 written down" in words for words in seen)
    assert not any(words.startswith("This week") for words in seen)
    press(window, "check_in_all")
    assert any(words == "Checked: all written down." for words in words_seen(window))


def test_trends_week_by_week_end_with_the_last_whole_week(
    qtbot: QtBot, make_window: MakeWindow, clock: Clock
) -> None:
    window = make_window()
    assert window.desk.trends_clock() == clock()
    window.choices.take(weekly_trends=True)
    clock.now = NOON + timedelta(days=3)
    assert window.desk.trends_clock().date() == TODAY
    assert window.desk.trends_clock().weekday() == 6


MANY = Diary.of([an_episode(onset=NOON - timedelta(minutes=30 * number)) for number in range(106)])


@pytest.mark.parametrize(
    ("diary", "made", "once", "expected"),
    [
        (MANY, (), False, LESS_OFFER),
        (MANY, (LESS,), False, None),
        (MANY, (), True, None),
        (MANY.of(list(MANY.every(Episode))[1:]), (), False, None),
        (Diary(), (), False, None),
    ],
)
def test_looking_less_often_is_offered_once(
    diary: Diary, made: tuple[str, ...], once: bool, expected: object
) -> None:
    assert offer(diary, TODAY, None, made, once_a_day=once) == expected


def test_eight_weeks_count_from_the_course_or_from_the_first_twitch() -> None:
    begun = TODAY - timedelta(days=56)
    old = Diary.of([an_episode(onset=NOON - timedelta(days=56))])
    assert offer(Diary(), TODAY, begun, (), once_a_day=False) == PAGE_OFFER
    assert offer(Diary(), TODAY, begun + timedelta(days=1), (), once_a_day=False) is None
    assert offer(old, TODAY, None, (), once_a_day=False) == PAGE_OFFER
    assert offer(old, TODAY, begun + timedelta(days=30), (), once_a_day=False) is None
    assert offer(old, TODAY, None, (PAGE,), once_a_day=False) is None
    assert [course_week(begun, begun + timedelta(days=day)) for day in (0, 6, 7, 55, 56)] == [1, 1, 2, 8, 9]


def test_an_offer_waits_on_the_page_and_is_answered_once(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(an_episode(onset=NOON - timedelta(days=60)))
    assert "Eight weeks are written down" in " ".join(words_seen(window))
    press(window, "offer_leave")
    assert window.choices.kept.offered == (PAGE,)
    assert "Eight weeks" not in " ".join(words_seen(window))


def test_a_course_begins_and_ends_in_settings(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    window.show_page("settings")
    press(window, "course_button")
    assert window.choices.kept.course_start == TODAY.isoformat()
    assert any(words.startswith("Week 1 of 8") for words in words_seen(window))
    press(window, "course_button")
    assert window.choices.kept.course_start == ""


@pytest.mark.parametrize(
    ("clock", "at_hour", "checked", "reminded", "due"),
    [
        ("19:59", "20:00", False, None, False),
        ("20:00", "20:00", False, None, True),
        ("20:00", "", False, None, False),
        ("20:00", "20:00", True, None, False),
        ("23:00", "20:00", False, TODAY, False),
        ("23:00", "20:00", False, TODAY - timedelta(days=1), True),
    ],
)
def test_the_reminder_comes_once_an_evening_and_not_after_a_check_in(
    clock: str, at_hour: str, checked: bool, reminded: object, due: bool
) -> None:
    now = at(clock=clock)
    assert reminder_due(now, at_hour, checked=checked, reminded=reminded, day_start=4) is due  # type: ignore[arg-type]


def test_after_midnight_it_is_still_the_evening_before() -> None:
    late = at(TODAY + timedelta(days=1), "01:00")
    assert reminder_due(late, "20:00", checked=False, reminded=None, day_start=4)
    assert not reminder_due(late, "20:00", checked=False, reminded=TODAY, day_start=4)
    assert not reminder_due(late + timedelta(hours=4), "20:00", checked=False, reminded=TODAY, day_start=4)


def test_the_reminder_is_off_and_silent_once_the_day_is_closed(
    qtbot: QtBot, make_window: MakeWindow, clock: Clock
) -> None:
    window = make_window()
    said: list[datetime] = []
    reminder = Reminder(window, window.journal, window.choices, clock)
    reminder.due.connect(lambda: said.append(clock.now))
    clock.now = at(clock="21:00")
    reminder.look()
    assert said == []
    window.choices.take(reminder="20:00")
    reminder.look()
    reminder.look()
    assert said == [at(clock="21:00")]
    clock.now += timedelta(days=1)
    today(window).open_day(TODAY + timedelta(days=1))
    press(window, "check_in_none")
    reminder.look()
    assert len(said) == 1


def test_a_choice_is_kept_at_once() -> None:
    kept: list[Preferences] = []
    choices = Choices(Preferences(), kept.append)
    choices.take(hide_numbers=True)
    assert kept == [Preferences(hide_numbers=True)]


def test_the_week_begins_where_it_was_chosen_to(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    calendar = window.calendar
    boxes = {day.day: box for day, box in calendar._boxes()}
    assert boxes[22].x() == max(box.x() for box in boxes.values())
    window.show_page("settings")
    settle()
    press_segment(window, "first_weekday_6")
    boxes = {day.day: box for day, box in calendar._boxes()}
    assert boxes[22].x() == min(box.x() for box in boxes.values())


def test_from_right_to_left_the_month_and_its_keys_mirror(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    calendar = window.calendar
    boxes = {day.day: box for day, box in calendar._boxes()}
    assert boxes[16].x() > boxes[17].x()
    QTest.keyClick(calendar, Qt.Key.Key_Right)
    assert calendar._day == TODAY - timedelta(days=1)


def test_esc_throws_the_draft_away(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    field = today(window).quick.field
    QTest.keyClicks(field, "left calf")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert today(window).map.chosen() == frozenset()
    assert in_diary(window, Episode) == []
