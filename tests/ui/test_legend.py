"""A sign of the legend looks like the mark in the chart."""

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from twitchlog.charts.palette import BAND
from twitchlog.insight.series.series import Key, Sign
from twitchlog.ui.charts.legend import SignView
from twitchlog.ui.look.theme import Theme

THEMES = pytest.mark.parametrize("look", ["light", "dark"])


def painted(qtbot: QtBot, theme: Theme, sign: Sign, colour: str) -> QImage:
    view = SignView(Key(sign, colour, ""), theme)
    qtbot.addWidget(view)
    image = QImage(view.size(), QImage.Format.Format_RGB32)
    view.render(image)
    return image


def middle(image: QImage) -> QColor:
    return image.pixelColor(image.width() // 2, image.height() // 2)


@THEMES
def test_the_plus_on_a_step_has_the_colour_it_has_in_the_year(qtbot: QtBot, theme: Theme, look: str) -> None:
    theme.choose(look, 100)
    sign = middle(painted(qtbot, theme, Sign.PLUS_SQUARE, "step2"))
    dark = QColor(theme.palette.on_step(2)).lightness() < 128
    step = QColor(theme.palette.steps[2]).lightness()
    assert (sign.lightness() < step) is dark


@THEMES
def test_a_band_is_as_strong_as_in_the_chart(qtbot: QtBot, theme: Theme, look: str) -> None:
    theme.choose(look, 100)
    found = middle(painted(qtbot, theme, Sign.BAND, "twitch"))
    over, under = theme.colour("twitch"), theme.colour("bg")
    for part in ("red", "green", "blue"):
        wanted = BAND * getattr(over, part)() + (1 - BAND) * getattr(under, part)()
        assert getattr(found, part)() == pytest.approx(wanted, abs=2)


@THEMES
def test_an_empty_square_is_an_outline(qtbot: QtBot, theme: Theme, look: str) -> None:
    theme.choose(look, 100)
    image = painted(qtbot, theme, Sign.EMPTY_SQUARE, "control")
    assert middle(image) == theme.colour("surface")
    seen = {image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}
    assert len(seen) > 1
