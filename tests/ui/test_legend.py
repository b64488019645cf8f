"""A sign of the legend looks like the mark in the chart."""

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from twitchlog.charts.caption import draw_sign
from twitchlog.charts.palette import BAND
from twitchlog.charts.sheet import sheet
from twitchlog.charts.signs import HIGH, sign_width
from twitchlog.insight.columns import Ints
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


@THEMES
@pytest.mark.parametrize("sign", list(Sign))
def test_a_sign_in_a_saved_chart_is_most_like_the_same_sign_in_the_window(
    qtbot: QtBot, theme: Theme, look: str, sign: Sign
) -> None:
    theme.choose(look, 150)
    saved = drawn(theme, sign)
    unlike = {
        other: np.abs(shown - saved).sum()
        for other in Sign
        if (shown := pixels(painted(qtbot, theme, other, "step3"))).shape == saved.shape
    }
    assert min(unlike, key=lambda other: unlike[other]) is sign


def pixels(image: QImage) -> Ints:
    rows = [[image.pixelColor(x, y) for x in range(image.width())] for y in range(image.height())]
    return np.array([[(each.red(), each.green(), each.blue()) for each in row] for row in rows])


def drawn(theme: Theme, sign: Sign) -> Ints:
    """The pixels of a sign as a saved chart has it."""
    wide, high = (theme.px(round(each)) for each in (sign_width(sign), HIGH))
    figure = Figure(figsize=(wide / 96, high / 96), dpi=96)
    canvas = FigureCanvasAgg(figure)
    on = sheet(figure, theme.palette, theme.scale)
    figure.set_facecolor(theme.palette.bg)
    draw_sign(on, Key(sign, "step3", ""), (wide / 2, high / 2))
    figure.canvas.draw()
    return np.asarray(canvas.buffer_rgba())[:, :, :3].astype(int)  # type: ignore[no-untyped-call] # matplotlib has no type here
