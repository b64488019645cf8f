"""Every sample line typed into the window, and the diary it makes taken out and in again."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import MakeWindow
from tests.ui.hands import today, type_line
from twitchlog.domain.record import TABLES
from twitchlog.domain.texts import texts_of
from twitchlog.files import package
from twitchlog.store.store import Store
from twitchlog.ui.main_window import MainWindow

LINES = (
    (Path(__file__).parent.parent / "fixtures" / "typed-lines.txt").read_text(encoding="utf-8").splitlines()
)
MOST_ANSWERS = 4


def entered(window: MainWindow, line: str) -> bool:
    """Type a line, answer what it asks with the first answer; false if nothing could save it."""
    page = today(window)
    before = window.journal.undo_stack.count()
    type_line(window, line)
    for _ in range(MOST_ANSWERS):
        if window.journal.undo_stack.count() > before:
            return True
        assert page.quick.field.text(), "the text was lost"
        answer = window.focusWidget()
        if answer is None or not answer.objectName().startswith("ask_"):
            break
        QTest.keyClick(answer, Qt.Key.Key_Space)
        QTest.keyClick(page.quick.field, Qt.Key.Key_Return)
    saved = window.journal.undo_stack.count() > before
    if not saved:
        page.drafting.clear()
    return saved


def test_every_sample_line_is_saved_or_refused_in_words_and_the_package_brings_all_of_it_back(
    qtbot: QtBot, make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window()
    window.activateWindow()
    refused = [line for line in LINES if not entered(window, line)]
    assert refused == ["left calf at 25:00", "left calf 5 min tomorrow"]
    diary = window.journal.saver.store.diary()
    written = package.write(tmp_path / "diary.zip", diary)
    assert dict(written.written) == dict(written.read_back)
    fresh = Store.open(tmp_path / "fresh.db")
    fresh.add_new(package.read(tmp_path / "diary.zip").records)
    back = fresh.diary()
    for table, kind in TABLES.items():
        mine = [texts_of(table, record) for record in diary.every(kind)]
        assert [texts_of(table, record) for record in back.every(kind)] == mine
    fresh.close()
