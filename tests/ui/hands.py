"""What a person does with the window, and what they see."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from twitchlog.domain.record import Record
from twitchlog.ui.main_window import MainWindow
from twitchlog.ui.pages.today import TodayPage


def today(window: MainWindow) -> TodayPage:
    """The page that is shown first."""
    page = window.pages["today"]
    assert isinstance(page, TodayPage)
    return page


def type_line(window: MainWindow, line: str) -> None:
    """Type into the line and press Enter."""
    field = today(window).quick.field
    QTest.keyClicks(field, line)
    QTest.keyClick(field, Qt.Key.Key_Return)


def button(window: MainWindow, name: str) -> QPushButton:
    """The button a person would press, by its name."""
    found = [each for each in window.findChildren(QPushButton, name) if each.isVisible()]
    assert len(found) == 1, f"{len(found)} buttons called {name}"
    return found[0]


def press(window: MainWindow, name: str) -> None:
    """Click a button by its name."""
    QTest.mouseClick(button(window, name), Qt.MouseButton.LeftButton)


def chips(window: MainWindow) -> list[str]:
    """What the row of chips says."""
    flow = today(window).quick._flow
    return [str(item.widget().text()) for n in range(flow.count()) if (item := flow.itemAt(n))]  # type: ignore[union-attr]


def in_diary(window: MainWindow, kind: type[Record]) -> list[Record]:
    """What is on the disk, not only in memory."""
    return list(window.journal.saver.store.diary().every(kind))
