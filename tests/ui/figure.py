"""What the tests of the figure share: a figure on screen, and hands for it."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLayout, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from twitchlog.charts.body.layout import AREAS
from twitchlog.charts.body.outline import Spot
from twitchlog.domain.sites import Side, Site
from twitchlog.ui.figure.body_buttons import SpotButton
from twitchlog.ui.figure.body_keys import Direction
from twitchlog.ui.figure.body_map import BodyMap

ARROWS: tuple[Direction, ...] = ((1, 0), (-1, 0), (0, 1), (0, -1))
LEFT_CALF: Spot = (Site.CALF, Side.LEFT)
RIGHT_CALF: Spot = (Site.CALF, Side.RIGHT)
PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def shown_figure(qtbot: QtBot) -> Iterator[BodyMap]:
    """A figure between two fields, on screen, as long as the test runs."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    figure = BodyMap()
    for name, each in (("before", QLineEdit()), ("map", figure), ("after", QLineEdit())):
        each.setObjectName(name)
        column.addWidget(each)
    window.resize(480, 540)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield figure
    window.close()


def area(view: str, site: Site, side: Side) -> int:
    return next(i for i, a in enumerate(AREAS) if (a.view, a.site, a.side) == (view, site, side))


def point_of(body: BodyMap, index: int) -> QPoint:
    return body._laid_out().shapes[index].mark.toPoint()


def click(
    body: BodyMap,
    spot: Spot,
    modifier: Qt.KeyboardModifier = PLAIN,
    view: str | None = None,
) -> None:
    index = next(i for i, a in enumerate(AREAS) if a.spot == spot and view in {None, a.view})
    QTest.mouseClick(body, Qt.MouseButton.LeftButton, modifier, point_of(body, index))


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.keyClick(focused(), key, modifier)


def spell(letters: str) -> None:
    for letter in letters:
        QTest.keyClick(focused(), Qt.Key(ord(letter.upper())))


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def here() -> Spot:
    button = focused()
    assert isinstance(button, SpotButton)
    return button.spot


def buttons(body: BodyMap) -> list[SpotButton]:
    return body.findChildren(SpotButton)


def colour_at(body: BodyMap, index: int, beside: QPointF) -> str:
    image = body.grab().toImage()
    return image.pixelColor((body._laid_out().shapes[index].mark + beside).toPoint()).name().upper()


def changes(body: BodyMap) -> list[frozenset[Spot]]:
    seen: list[frozenset[Spot]] = []
    body.chosen_changed.connect(lambda: seen.append(body.chosen()))
    return seen


def count(image: QImage, colour: str) -> int:
    wanted = QColor(colour).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def ask(button: SpotButton, action: str) -> None:
    QAccessible.queryAccessibleInterface(button).actionInterface().doAction(action)
    QApplication.processEvents()
