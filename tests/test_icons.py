"""The drawings in resources/icons are of one kind and can be painted in any colour."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from pytestqt.qtbot import QtBot

ICONS = Path(__file__).parent.parent / "resources" / "icons"
LINE_ICONS = sorted(path for path in ICONS.glob("*.svg") if path.stem != "twitchlog")
NEEDED = [
    "today",
    "history",
    "trends",
    "places",
    "report",
    "settings",
    "insights",
    "noticed",
    "mention",
    "see",
    "urgent",
    "plus",
    "undo",
    "close",
    "edit",
    "delete",
    "left",
    "right",
    "down",
    "search",
    "exercise",
    "coffee",
    "stress",
    "sitting",
    "sleep",
    "check",
    "more",
    "export",
    "import",
    "print",
    "copy",
    "clock",
    "info",
]


def test_every_icon_that_the_window_needs_is_there() -> None:
    assert {path.stem for path in LINE_ICONS} >= set(NEEDED)


@pytest.mark.parametrize("icon", LINE_ICONS, ids=lambda path: path.stem)
def test_a_line_icon_is_drawn_like_the_others(icon: Path) -> None:
    drawing = ElementTree.parse(icon).getroot()
    style = {key: drawing.get(key) for key in ("viewBox", "fill", "stroke", "stroke-width", "stroke-linecap")}
    assert style == {
        "viewBox": "0 0 24 24",
        "fill": "none",
        "stroke": "currentColor",
        "stroke-width": "1.75",
        "stroke-linecap": "round",
    }
    colours = {value for part in drawing for key in ("fill", "stroke") if (value := part.get(key))}
    assert colours <= {"currentColor", "none"}


@pytest.mark.parametrize("icon", LINE_ICONS, ids=lambda path: path.stem)
def test_a_line_icon_takes_the_colour_it_is_given(qtbot: QtBot, icon: Path) -> None:
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QColor, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    drawing = icon.read_text(encoding="utf-8").replace("currentColor", "#17678a")
    image = QImage(48, 48, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter)
    painter.end()
    colours = {image.pixelColor(x, y).name() for x in range(48) for y in range(48)}
    assert "#17678a" in colours
    border = {image.pixelColor(x, y).name() for x in range(48) for y in (0, 47)}
    assert border == {"#ffffff"}


def test_the_programs_own_icon_is_painted_for_desktops(qtbot: QtBot) -> None:
    from PySide6.QtGui import QImage

    picture = QImage(str(ICONS / "twitchlog.png"))
    assert (picture.width(), picture.height()) == (256, 256)
    assert picture.pixelColor(0, 0).alpha() == 0
    assert picture.pixelColor(30, 128).name() == "#17678a"
