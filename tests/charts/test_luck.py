from dataclasses import replace

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from tests.insight.series.test_luck import DIARY, ON, PERIOD
from twitchlog.charts.cards import LUCK
from twitchlog.charts.marks import Marks
from twitchlog.charts.palette import DARK, LIGHT, Palette
from twitchlog.domain.diary import Diary
from twitchlog.insight.series.luck import LuckSeries, series

FOUND = series(DIARY, PERIOD, ON, 3)


def drawn(found: LuckSeries, palette: Palette, scale: float, width: float) -> tuple[list[Text], Marks]:
    figure = Figure(figsize=(width / 96, LUCK.height(found, width, scale) / 96), dpi=96)
    FigureCanvasAgg(figure)
    marks = LUCK.draw(figure, found, palette, scale)
    figure.canvas.draw()
    texts = [text for text in figure.findobj(Text) if isinstance(text, Text) and text.get_text()]
    for text in texts:
        box = text.get_window_extent()
        assert box.x0 >= -1, text
        assert box.x1 <= figure.bbox.x1 + 1, text
    return texts, marks


@pytest.mark.parametrize(
    ("palette", "scale", "width"), [(LIGHT, 1.0, 820), (DARK, 1.0, 600), (LIGHT, 1.5, 780)]
)
def test_five_charts_beside_each_other_or_in_two_rows(palette: Palette, scale: float, width: float) -> None:
    texts, marks = drawn(FOUND, palette, scale, width)
    assert [mark.key for mark in marks.marks] == ["A", "B", "C", "D", "E"]
    assert len({round(mark.top, 3) for mark in marks.marks}) == (1 if width / scale >= 680 else 2)
    assert min(float(text.get_fontsize()) for text in texts) >= 8.25


def test_the_real_one_is_shown_only_when_revealed() -> None:
    before, _ = drawn(FOUND, LIGHT, 1.0, 820)
    after, _ = drawn(replace(FOUND, revealed=True), LIGHT, 1.0, 820)
    assert not any("yours" in text.get_text() for text in before)
    assert [text.get_text() for text in after if "yours" in text.get_text()] == [f"{FOUND.real}, yours"]


def test_a_click_finds_the_chart_under_it() -> None:
    _, marks = drawn(FOUND, LIGHT, 1.0, 820)
    for mark in marks.marks:
        assert marks.at((mark.left + mark.right) / 2, (mark.top + mark.bottom) / 2) == mark
        assert "Exercise" in mark.words


def test_nothing_to_shuffle_is_said() -> None:
    texts, marks = drawn(series(Diary(), PERIOD, ON), LIGHT, 1.0, 820)
    assert [text.get_text() for text in texts] == ["Nothing to shuffle"]
    assert marks == Marks()
