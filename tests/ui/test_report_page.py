"""The page for the doctor in the window: chosen, seen, saved, printed."""

import csv
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QListWidget, QPushButton, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers import NOON, TODAY, a_day, a_medicine, an_episode, at
from tests.report.pages import second_reader, sheets_in
from tests.ui.conftest import MakeWindow
from twitchlog.domain.day import CheckIn
from twitchlog.domain.episode import Symptom, Vibration
from twitchlog.domain.record import Record
from twitchlog.report.choices import Paper
from twitchlog.report.facts import facts_of
from twitchlog.report.pdf import paint_sheets
from twitchlog.ui.forms.dialogs import FileQuestion
from twitchlog.ui.forms.table_dialog import NOTHING_CHOSEN, TableDialog
from twitchlog.ui.main_window import MainWindow
from twitchlog.ui.pages.report import WRONG_WAY_ROUND, ReportPage
from twitchlog.ui.sheet import report_print


def some_weeks() -> list[Record]:
    rows: list[Record] = []
    for n in range(60):
        onset = at(TODAY - timedelta(days=n), "10:00")
        signs = frozenset({Symptom.NUMBNESS}) if n == 2 else frozenset()
        rows.append(an_episode(onset=onset, symptoms=signs, duration_s=90, note=f"note {n}" if n < 5 else ""))
        rows.append(a_day(date=onset.date(), check_in=CheckIn.ALL_LOGGED))
    rows.append(an_episode(onset=NOON - timedelta(hours=1), vibration=Vibration.VEHICLE))
    rows.append(a_medicine(name="<b>Examplin</b>"))
    return rows


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    """A window whose diary has two months."""
    return make_window(*some_weeks())


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> ReportPage:
    """The page, painted."""
    shown = window.show_page("report")
    assert isinstance(shown, ReportPage)
    qtbot.waitUntil(lambda: bool(shown.preview._sheets))
    return shown


def part(page: QWidget, kind: type[QWidget], name: str) -> QWidget:
    found = page.findChildren(kind, name)
    assert len(found) == 1, f"{len(found)} widgets called {name}"
    widget: QWidget = found[0]
    return widget


def box(page: ReportPage, name: str) -> QCheckBox:
    found = part(page, QCheckBox, name)
    assert isinstance(found, QCheckBox)
    return found


def points(page: ReportPage) -> list[str]:
    assert page.page is not None
    return [point.rule for point in page.page.points]


def test_every_choice_has_its_name(page: ReportPage) -> None:
    names = [
        "report_from",
        "report_until",
        "report_name",
        "report_born",
        "question_1",
        "question_2",
        "question_3",
    ]
    names += ["include_notes", "include_medicines", "include_labs", "include_exams", "include_triggers"]
    names += ["include_raster", "preview", "save_pdf", "save_csv", "print", "report_paper"]
    for name in names:
        widget = part(page, QWidget, name)
        assert isinstance(widget, QPushButton | QCheckBox) or widget.accessibleName()


def test_the_keys_of_the_pages_and_of_printing_lead_to_it(window: MainWindow) -> None:
    for keys in (Qt.Key.Key_5, Qt.Key.Key_P):
        window.show_page("today")
        modifier = (
            Qt.KeyboardModifier.AltModifier if keys is Qt.Key.Key_5 else Qt.KeyboardModifier.ControlModifier
        )
        QTest.keyClick(window, keys, modifier)
        assert window.pages["report"].isVisible()


def test_it_shows_the_last_eight_weeks_of_the_diary(page: ReportPage, window: MainWindow) -> None:
    assert page.page is not None
    assert page.page.facts == facts_of(window.journal.diary, None, TODAY)
    assert page.page.facts.numbers.twitches == 56


def test_what_is_typed_is_seen_a_moment_later(page: ReportPage, qtbot: QtBot) -> None:
    before = page.preview._sheets[0].toImage()
    QTest.keyClicks(page.options._questions[0], "Do I need any test?")
    qtbot.waitUntil(lambda: page.preview._sheets[0].toImage() != before)
    assert page.page is not None
    assert page.page.questions == ("Do I need any test?",)
    assert "Do I need any test?" in page.preview.accessibleDescription()


def test_a_twitch_written_down_meanwhile_is_on_the_page(page: ReportPage, window: MainWindow) -> None:
    window.journal.put("Saved", an_episode(onset=NOON - timedelta(minutes=5)))
    assert page.page is not None
    assert page.page.facts.numbers.twitches == 57


def test_other_days_are_other_numbers(page: ReportPage) -> None:
    page.options._first.setDate(QDate(2026, 11, 20))
    assert page.page is not None
    assert page.page.facts.numbers.twitches == 3


def test_days_the_wrong_way_round_are_said_and_nothing_can_be_saved(page: ReportPage) -> None:
    page.options._last.setDate(QDate(2026, 1, 1))
    assert page.page is None
    assert page._wrong.text() == WRONG_WAY_ROUND
    assert page._wrong.isVisible()
    assert not part(page, QPushButton, "save_pdf").isEnabled()
    page.options._last.setDate(QDate(2026, 11, 22))
    assert part(page, QPushButton, "save_pdf").isEnabled()
    assert not page._wrong.isVisible()


def test_a_second_sheet_appears_when_asked_for(page: ReportPage, qtbot: QtBot) -> None:
    high = page.preview.heightForWidth(500)
    box(page, "include_raster").click()
    qtbot.waitUntil(lambda: len(page.preview._sheets) == 2)
    assert page.preview.heightForWidth(500) > 1.9 * high


def test_only_ticked_notes_are_on_the_page(page: ReportPage) -> None:
    notes = part(page, QListWidget, "notes_list")
    assert isinstance(notes, QListWidget)
    assert not notes.isVisible()
    box(page, "include_notes").click()
    assert notes.isVisible()
    assert page.page is not None
    assert (notes.count(), page.page.notes, page.page.sheets) == (5, (), 1)
    notes.item(1).setCheckState(Qt.CheckState.Checked)
    assert [note.text for note in page.page.notes] == ["note 1"]
    assert page.page.sheets == 2


def test_a_card_added_in_insights_stands_on_the_page_and_can_be_taken_off(
    window: MainWindow, page: ReportPage
) -> None:
    assert "numbness" in points(page)
    assert "vibration" not in points(page)
    window.insights.cards.reported.emit("vibration")
    assert "vibration" in points(page)
    assert box(page, "point_vibration").isChecked()
    assert "Added" in window.bar.text.text()
    box(page, "point_vibration").click()
    box(page, "point_numbness").click()
    assert not {"vibration", "numbness"} & set(points(page))


def test_a_card_added_before_the_page_was_ever_seen_is_there(window: MainWindow) -> None:
    window.insights.cards.reported.emit("vibration")
    shown = window.show_page("report")
    assert isinstance(shown, ReportPage)
    assert "vibration" in points(shown)


def test_saving_asks_where_and_says_what_was_saved(
    window: MainWindow, page: ReportPage, qtbot: QtBot, tmp_path: Path
) -> None:
    part(page, QPushButton, "save_pdf").click()  # type: ignore[attr-defined]
    question = page.findChild(FileQuestion, "save_question")
    assert question is not None
    question.reject()
    path = tmp_path / "page.pdf"
    page.write(path)
    assert sheets_in(path.read_bytes()) == 1
    assert window.bar.text.text() == f"Saved: 1 page, 56 twitches, 28 Sep to 22 Nov 2026. {path}"
    found = second_reader(path.read_bytes(), tmp_path)
    assert found is None or "<b>Examplin</b> started" in found


def test_a_place_that_cannot_be_written_is_said(window: MainWindow, page: ReportPage, tmp_path: Path) -> None:
    page.write(tmp_path / "no" / "page.pdf")
    assert window.bar.text.text().startswith("Not saved: ")


def test_the_paper_chosen_is_the_paper_written(page: ReportPage, tmp_path: Path) -> None:
    for paper in Paper:
        page.options._paper.take(paper.name)
        page.write(tmp_path / "page.pdf")
        assert f"{round(paper.width)}.0".encode() in (tmp_path / "page.pdf").read_bytes()


def open_table(page: ReportPage) -> TableDialog:
    part(page, QPushButton, "save_csv").click()  # type: ignore[attr-defined]
    dialog = page.findChild(TableDialog)
    assert dialog is not None
    return dialog


def test_the_table_shows_its_newest_rows_and_columns_before_it_is_written(
    page: ReportPage, tmp_path: Path
) -> None:
    dialog = open_table(page)
    preview = dialog.findChild(QTableWidget, "table_preview")
    assert preview is not None
    assert (preview.rowCount(), preview.columnCount()) == (6, 18)
    assert "57 rows, 56 counted as twitches, 28 Sep to 22 Nov 2026" in str(
        dialog.findChildren(QWidget, "table_words")[0].property("text")
    )
    for n in range(18):
        dialog._columns.item(n).setCheckState(
            Qt.CheckState.Checked if n in {0, 6} else Qt.CheckState.Unchecked
        )
    dialog._decimal.segments["comma"].click()
    assert preview.columnCount() == 2
    assert dialog.choice.delimiter == ";"
    page.write_table(tmp_path / "t.csv", dialog.choice)
    with (tmp_path / "t.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert rows[0] == ["Date", "Length (min)"]
    assert rows[1] == ["2026-09-28", "1,5"]
    assert len(rows) == 58
    dialog.reject()


def test_a_table_without_a_column_cannot_be_saved(page: ReportPage) -> None:
    dialog = open_table(page)
    for n in range(18):
        dialog._columns.item(n).setCheckState(Qt.CheckState.Unchecked)
    assert dialog._wrong.text() == NOTHING_CHOSEN
    assert not dialog._save.isEnabled()
    dialog.accept()
    assert dialog.isVisible()
    dialog.reject()


def test_an_empty_diary_says_so_on_page_and_table(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window()
    page = window.show_page("report")
    assert isinstance(page, ReportPage)
    page.write(tmp_path / "page.pdf")
    assert "nothing is written down" in window.bar.text.text()
    dialog = open_table(page)
    assert "its heads only" in str(dialog.findChildren(QWidget, "table_words")[0].property("text"))
    dialog.reject()


def test_printing_asks_the_system_and_paints_the_same_page(
    page: ReportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Paper] = []
    monkeypatch.setattr(report_print, "ask_printer", lambda _, __, paper, ___: asked.append(paper))
    part(page, QPushButton, "print").click()  # type: ignore[attr-defined]
    assert asked == [page.options.paper]
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setFullPage(True)
    assert page.page is not None
    box(page, "include_raster").click()
    paint_sheets(printer, page.page, Paper.A4, printer.resolution())
    assert sheets_in((tmp_path / "printed.pdf").read_bytes()) == 2


def test_nothing_typed_for_the_page_reaches_the_disk(
    page: ReportPage, window: MainWindow, tmp_path: Path
) -> None:
    page.options._name.setText("Secret Name")
    page.options._questions[0].setText("Secret question")
    page.options._born.setText("Secret day")
    window.close()
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or b"Secret" not in path.read_bytes()


@pytest.mark.parametrize("size", [(1440, 900), (900, 600)])
def test_nothing_is_wider_than_the_window(
    page: ReportPage, window: MainWindow, size: tuple[int, int]
) -> None:
    window.resize(*size)
    window.theme.choose("light", 150)
    area = page.parentWidget()
    assert area is not None
    assert page.minimumSizeHint().width() <= area.width()
    for name in ("save_pdf", "print", "save_csv"):
        button = part(page, QPushButton, name)
        right = button.mapTo(page, button.rect().topRight()).x()
        assert right <= page.width()
