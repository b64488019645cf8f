"""History shows what is on the disk, finds it, changes it, deletes it."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.helpers import NOON, TODAY, a_caffeine, a_day, an_episode
from tests.ui.conftest import MakeWindow
from tests.ui.hands import in_diary, press, today, type_line
from twitchlog.domain.episode import Episode
from twitchlog.domain.record import Edit, Record
from twitchlog.domain.sites import Side, Site
from twitchlog.ui import history_table
from twitchlog.ui.forms.dialogs import RecordDialog
from twitchlog.ui.history_table import HistoryTable
from twitchlog.ui.main_window import MainWindow
from twitchlog.ui.pages.history import HistoryPage


def history(window: MainWindow) -> HistoryPage:
    """The page, shown."""
    page = window.show_page("history")
    assert isinstance(page, HistoryPage)
    return page


def column(model: HistoryTable, number: int) -> list[str]:
    """A column as a person reads it, from the top."""
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def choose(page: HistoryPage, *rows: int) -> None:
    """Select rows."""
    flags = QItemSelectionModel.SelectionFlag
    for row in rows:
        page.table.selectionModel().select(page.model.index(row, 0), flags.Select | flags.Rows)
    page.table.setCurrentIndex(page.model.index(rows[0], 0)) if len(rows) == 1 else None


SPREAD: list[Record] = [
    an_episode(onset=NOON - timedelta(days=n), site=site, intensity=1 + n)
    for n, site in enumerate((Site.CALF, Site.EYELID, Site.ARCH))
]


def test_the_newest_stands_first_whatever_order_they_came_in(qtbot: QtBot, make_window: MakeWindow) -> None:
    page = history(make_window(*reversed(SPREAD)))
    assert column(page.model, 0) == ["2026-11-22", "2026-11-21", "2026-11-20"]


def test_a_column_sorts_by_value_not_by_text(qtbot: QtBot, make_window: MakeWindow) -> None:
    lengths = [
        an_episode(onset=NOON - timedelta(days=n), duration_s=s) for n, s in enumerate((60, 7200, 300))
    ]
    page = history(make_window(*lengths))
    page.table.sortByColumn(4, Qt.SortOrder.AscendingOrder)
    assert column(page.model, 4) == ["1 min", "5 min", "2 h"]


def test_words_find_places_and_notes(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(*SPREAD, an_episode(onset=NOON - timedelta(days=9), note="On the Train"))
    page = history(window)
    page.filter.setText("train")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert page._count.text() == "1 of 4 twitches"
    page.filter.setText("left eyelid")
    qtbot.waitUntil(lambda: column(page.model, 2) == ["Left eyelid"])


def test_what_is_found_comes_by_and_by_in_order(
    qtbot: QtBot, make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_table, "AT_ONCE", 2)
    window = make_window(*(an_episode(onset=NOON - timedelta(days=n)) for n in range(5)), *SPREAD)
    page = history(window)
    page.model.filter_by("calf", None)
    page._count_rows()
    assert column(page.model, 0) == ["2026-11-22", "2026-11-22"]
    assert page._count.text() == "2 so far of 8 twitches"
    qtbot.waitUntil(lambda: not page.model.looking)
    days = column(page.model, 0)
    assert len(days) == 6
    assert days == sorted(days, reverse=True)
    assert page._count.text() == "6 of 8 twitches"


def test_a_save_while_words_are_looked_for_stands_in_its_place(
    qtbot: QtBot, make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_table, "AT_ONCE", 2)
    window = make_window(*(an_episode(onset=NOON - timedelta(days=n)) for n in range(5)))
    page = history(window)
    page.model.filter_by("calf", None)
    window.journal.put("one", an_episode(onset=NOON - timedelta(days=3, hours=1), side=Side.RIGHT))
    qtbot.waitUntil(lambda: not page.model.looking)
    assert column(page.model, 2).index("Right calf") == 4
    assert page.model.rowCount() == 6


def test_a_save_adds_one_row_in_its_place(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(*SPREAD)
    page = history(window)
    tester = QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert tester.model() is page.model
    with qtbot.waitSignal(page.model.rowsInserted):
        window.journal.put("one", an_episode(onset=NOON - timedelta(hours=30), side=Side.RIGHT))
    assert column(page.model, 0) == ["2026-11-22", "2026-11-21", "2026-11-21", "2026-11-20"]
    assert column(page.model, 2)[2] == "Right calf"


def test_rows_follow_edits_and_deletes(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(*SPREAD)
    page = history(window)
    first = SPREAD[0]
    assert isinstance(first, Episode)
    window.journal.replace("edit", [Edit(first, an_episode(id=first.id, site=Site.JAW, side=Side.MIDDLE))])
    assert column(page.model, 2)[0] == "Jaw"
    window.journal.undo_stack.undo()
    assert column(page.model, 2)[0] == "Left calf"


def test_several_are_deleted_with_one_undo(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(*SPREAD)
    page = history(window)
    window.activateWindow()
    page.table.setFocus()
    choose(page, 0, 1)
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert len(in_diary(window, Episode)) == 1
    assert page.model.rowCount() == 1
    assert "Deleted: 2 twitches" in window.toast.text.text()
    window.journal.undo_stack.undo()
    assert len(in_diary(window, Episode)) == 3


def test_an_entry_is_changed_in_its_form_and_kept_otherwise(qtbot: QtBot, make_window: MakeWindow) -> None:
    before = an_episode(note="line one\nline two", zone="Europe/Berlin", duration_s=75)
    window = make_window(before)
    page = history(window)
    window.activateWindow()
    page.table.setFocus()
    choose(page, 0)
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    dialog = window.findChild(RecordDialog)
    assert dialog is not None
    dialog.form.inputs["intensity"].show_value(4)
    dialog.accept()
    (after,) = in_diary(window, Episode)
    assert isinstance(after, Episode)
    assert after == an_episode(id=before.id, note=before.note, zone=before.zone, duration_s=75, intensity=4)


def test_other_kinds_have_their_own_columns(qtbot: QtBot, make_window: MakeWindow) -> None:
    page = history(make_window(a_caffeine(mg=80.0), a_day(sleep_hours=7.5)))
    page._kind.setCurrentIndex(2)
    assert column(page.model, 4) == ["80 mg"]
    page._kind.setCurrentIndex(5)
    assert column(page.model, 3) == ["7.5 h"]
    assert page._count.text() == "1 day"


def test_a_day_of_the_calendar_opens_for_writing(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(*SPREAD)
    page = history(window)
    choose(page, 1)
    press(window, "open_day")
    assert window.calendar._day == TODAY - timedelta(days=1)


def test_history_follows_what_is_typed_on_today(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window()
    page = history(window)
    window.show_page("today")
    type_line(window, "left calf")
    assert page.model.rowCount() == 1


def test_a_time_is_shown_as_it_was_lived_and_the_tooltip_names_the_zone(make_window: MakeWindow) -> None:
    there = datetime.fromisoformat("2026-11-22T06:10:00-05:00")
    window = make_window(an_episode(onset=there, zone="America/New_York"))
    cell = history(window).model.index(0, 1)
    assert cell.data() == "06:10"
    assert "Time of America/New York, UTC-05:00" in cell.data(Qt.ItemDataRole.ToolTipRole)
    rows = today(window).day_card.rows.findChildren(QLabel)
    (label,) = [each for each in rows if each.text() == "06:10"]
    assert "Time of America/New York, UTC-05:00" in label.toolTip()
