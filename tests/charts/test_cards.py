import re
import subprocess
import sys
from datetime import date

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from tests.charts.sample import EMPTY, ONE_DAY, ONE_TWITCH, a_year
from tests.helpers import TODAY, an_episode
from tests.insight.series.diaries import ago, checked, twitches
from twitchlog.charts.cards import CARDS, Card
from twitchlog.charts.marks import Marks
from twitchlog.charts.palette import DARK, LIGHT, Palette
from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.insight.series.series import Key, Series

YEAR = Period.of_days(TODAY, 365)
DEMO = a_year()
BY_NAME = pytest.mark.parametrize("card", CARDS, ids=lambda card: card.name)
BANNED = re.compile(
    r"\b(episodes?|severity|severe|red flag|alert|warning|alarm|danger\w*|risk\w*|abnormal|score|streak|missed"
    r"|caused by|due to|disease|disorder|site|intensity|flags?|critical)\b|!",
    re.IGNORECASE,
)


def drawn(
    card: Card,
    diary: Diary,
    period: Period = YEAR,
    palette: Palette = LIGHT,
    scale: float = 1.0,
    width: float = 848,
) -> tuple[Figure, Series, Marks]:
    """Draw a card as a window would, and everything in it down to the pixels."""
    series = card.series(diary, period, TODAY)
    figure = Figure(figsize=(width / 96, card.height(series, width, scale) / 96), dpi=96)
    FigureCanvasAgg(figure)
    marks = card.draw(figure, series, palette, scale)
    figure.canvas.draw()
    return figure, series, marks


def pixels(figure: Figure) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    canvas = figure.canvas
    assert isinstance(canvas, FigureCanvasAgg)
    return np.asarray(canvas.buffer_rgba()).copy()  # type: ignore[no-untyped-call] # matplotlib has no type here


@BY_NAME
@pytest.mark.parametrize(
    "diary", [EMPTY, ONE_TWITCH, ONE_DAY, DEMO], ids=["empty", "one twitch", "one day", "a year"]
)
def test_every_chart_draws_whatever_the_diary_holds(card: Card, diary: Diary) -> None:
    _, series, marks = drawn(card, diary)
    assert series.enough == (diary is DEMO)
    assert series.title
    assert isinstance(marks, Marks)


@BY_NAME
@pytest.mark.parametrize("days", [1, 30, 90])
def test_every_chart_draws_every_period(card: Card, days: int) -> None:
    drawn(card, DEMO, Period.of_days(TODAY, days), DARK, 1.5, 600)


@BY_NAME
def test_every_chart_bears_years_of_gaps_and_a_thousand_twitches_in_a_day(card: Card) -> None:
    first = date(1995, 2, 28)
    rows = [
        *twitches(first, 1),
        checked(first),
        *twitches(TODAY, 800),
        checked(TODAY),
        checked(date(2024, 2, 29)),
    ]
    drawn(card, Diary.of(rows), Period(first, ago(-1)))


@BY_NAME
def test_the_same_numbers_give_the_same_picture(card: Card) -> None:
    first, _, _ = drawn(card, DEMO)
    again, _, _ = drawn(card, DEMO)
    assert np.array_equal(pixels(first), pixels(again))


def _years(card: Card) -> tuple[Figure, Marks]:
    first = TODAY.replace(year=TODAY.year - 6)
    figure, _, marks = drawn(card, Diary.of([checked(first), *twitches(TODAY, 2)]), Period(first, ago(-1)))
    return figure, marks


def test_many_years_are_a_block_each_and_named() -> None:
    figure, marks = _years(next(card for card in CARDS if card.name == "year"))
    texts = [text for text in figure.findobj(Text) if isinstance(text, Text)]
    named = [text for text in texts if text.get_text().isdigit()]
    assert [text.get_text() for text in named] == [str(year) for year in range(2020, 2027)]
    assert all(text.get_window_extent().x0 >= 0 for text in named)
    assert len(marks) == 6 * 365 + 2


@BY_NAME
def test_a_figure_drawn_again_holds_only_the_new_chart(card: Card) -> None:
    figure, series, _ = drawn(card, DEMO)
    before = pixels(figure)
    card.draw(figure, series, DARK, 1.0)
    card.draw(figure, series, LIGHT, 1.0)
    figure.canvas.draw()
    assert np.array_equal(before, pixels(figure))


@BY_NAME
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_text_is_cut_off(card: Card, scale: float) -> None:
    width = 412.0 if card.half and scale == 1.0 else 848.0
    figure, _, _ = drawn(card, DEMO, scale=scale, width=width)
    frame = figure.bbox
    for text in figure.findobj(Text):
        assert isinstance(text, Text)
        if text.get_text() and text.get_visible():
            box = text.get_window_extent()
            inside = box.x0 >= -1 and box.y0 >= -1 and box.x1 <= frame.x1 + 1 and box.y1 <= frame.y1 + 1
            assert inside, f"{text.get_text()!r} at {box}"


@BY_NAME
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_text_lies_on_another(card: Card, scale: float) -> None:
    width = 412.0 if card.half and scale == 1.0 else 848.0
    figure, _, _ = drawn(card, DEMO, scale=scale, width=width)
    texts = [text for text in figure.findobj(Text) if isinstance(text, Text) and text.get_text().strip()]
    boxes = [(text.get_text(), text.get_window_extent()) for text in texts if text.get_visible()]
    for n, (words, box) in enumerate(boxes):
        for other, there in boxes[:n]:
            wide = min(box.x1, there.x1) - max(box.x0, there.x0)
            high = min(box.y1, there.y1) - max(box.y0, there.y0)
            assert wide <= 1 or high <= 3, f"{words!r} on {other!r}"


@BY_NAME
def test_type_is_never_below_its_least_size(card: Card) -> None:
    figure, _, _ = drawn(card, DEMO)
    texts = [text for text in figure.findobj(Text) if isinstance(text, Text) and text.get_text()]
    assert min(float(text.get_fontsize()) for text in texts) >= 8.25


@BY_NAME
def test_marks_lie_in_the_figure_and_say_what_they_are(card: Card) -> None:
    _, _, marks = drawn(card, DEMO)
    assert len(marks)
    for mark in marks.marks:
        assert mark.left < mark.right
        assert mark.top < mark.bottom
        assert mark.left >= -0.02
        assert mark.right <= 1.02
        assert mark.words
        assert "None" not in mark.words
        assert "nan" not in mark.words


@BY_NAME
def test_words_are_calm_and_explain_the_denominator(card: Card) -> None:
    series, marks = drawn(card, DEMO)[1:]
    cells = [str(cell) for row in series.table.rows for cell in row if isinstance(cell, str)]
    said = [
        series.title,
        series.explanation,
        *(key.words for key in series.legend),
        *series.table.header,
        *cells,
    ]
    for words in (*said, *(mark.words for mark in marks.marks)):
        assert not BANNED.search(words), words
    assert "day" in series.explanation


@BY_NAME
def test_the_legend_uses_colours_that_exist(card: Card) -> None:
    for key in card.series(DEMO, YEAR, TODAY).legend:
        assert isinstance(key, Key)
        assert LIGHT.colour(key.colour).startswith("#")
        assert DARK.colour(key.colour).startswith("#")


@BY_NAME
def test_every_row_of_a_table_fits_its_header(card: Card) -> None:
    table = card.series(DEMO, YEAR, TODAY).table
    assert table.rows
    assert {len(row) for row in table.rows} == {len(table.header)}


def test_a_name_with_dollars_or_foreign_letters_is_drawn_as_words() -> None:
    card = next(card for card in CARDS if card.name == "rate")
    figure, _, marks = drawn(card, DEMO)
    labels = {text.get_text() for text in figure.findobj(Text) if isinstance(text, Text)}
    assert "Medicine" in labels
    assert any("$x^2$" in mark.words for mark in marks.marks)


@BY_NAME
def test_no_text_is_ever_read_as_a_formula(card: Card) -> None:
    figure, _, _ = drawn(card, DEMO)
    assert not any(text.get_parse_math() for text in figure.findobj(Text) if isinstance(text, Text))


def test_the_smallest_mark_under_the_pointer_is_found() -> None:
    card = next(card for card in CARDS if card.name == "raster")
    episode = an_episode()
    _, _, marks = drawn(card, Diary.of([episode, checked(TODAY)]))
    mark = next(mark for mark in marks.marks if mark.key == episode.id)
    x, y = (mark.left + mark.right) / 2, (mark.top + mark.bottom) / 2
    assert marks.at(x, y) == mark
    found = marks.at(0.5, mark.bottom + 0.01)
    assert found is not None
    assert found.day == ago(1)
    assert marks.at(-1, -1) is None


def test_marks_hold_on_a_screen_with_more_pixels() -> None:
    card = next(card for card in CARDS if card.name == "year")
    series = card.series(DEMO, YEAR, TODAY)
    marks = []
    for dpi in (96, 192):
        figure = Figure(figsize=(8, 1.4), dpi=dpi)
        FigureCanvasAgg(figure)
        marks.append(card.draw(figure, series, LIGHT, 1.0))
    assert marks[0] == marks[1]


def test_the_three_kinds_of_day_differ_without_colour() -> None:
    """In greyscale, with every step of the same colour, the squares still have different shapes."""
    card = next(card for card in CARDS if card.name == "year")
    looks = set()
    for rows in (
        [checked(TODAY)],
        twitches(TODAY, 3),
        [checked(ago(1))],
        [*twitches(TODAY, 3), checked(TODAY)],
    ):
        figure, series, marks = drawn(card, Diary.of([*rows, checked(ago(2))]))
        mark = marks.marks[-1]
        picture = pixels(figure)
        high, wide = picture.shape[:2]
        cell = picture[
            round(mark.top * high) : round(mark.bottom * high),
            round(mark.left * wide) : round(mark.right * wide),
        ]
        looks.add((cell[..., :3].min(axis=2) < 240).tobytes())
        assert series.table.rows
    assert len(looks) == 4
    assert all(b"\x01" in look for look in looks)


def test_the_list_of_charts_loads_neither_numpy_nor_matplotlib() -> None:
    code = "import sys, twitchlog.charts.cards; print(sorted({'numpy', 'matplotlib'} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
