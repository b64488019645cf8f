"""Charts of diaries with little in them or very much: in words where there is nothing, and never cut off."""

from dataclasses import replace
from math import inf

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from tests.charts.sample import EMPTY, ONE_DAY, ONE_TWITCH, a_year
from tests.charts.test_cards import BY_NAME, DEMO, YEAR, drawn
from tests.helpers import TODAY, a_stress, at
from tests.insight.series.diaries import checked, counts, twitches
from twitchlog.charts.cards import CARDS, Card
from twitchlog.charts.palette import LIGHT
from twitchlog.charts.year_grid import year_grid
from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.insight.series.lags import LagsSeries
from twitchlog.insight.series.series import Series, Sign
from twitchlog.insight.series.triggers import TriggersSeries

CARD = {card.name: card for card in CARDS}


def texts(figure: Figure) -> dict[str, Text]:
    """What is written in a figure."""
    found = (text for text in figure.findobj(Text) if isinstance(text, Text))
    return {text.get_text(): text for text in found if text.get_text()}


def numbers_of_levels(figure: Figure) -> list[str]:
    """What is written at the left of the level lines."""
    return [words for words, text in texts(figure).items() if text.get_horizontalalignment() == "right"]


def redrawn(card: Card, series: Series, width: float = 848) -> Figure:
    """A figure with these numbers instead."""
    figure = Figure(figsize=(width / 96, card.height(series, width, 1.0) / 96), dpi=96)
    FigureCanvasAgg(figure)
    card.draw(figure, series, LIGHT, 1.0)
    figure.canvas.draw()
    return figure


@BY_NAME
@pytest.mark.parametrize("diary", [EMPTY, ONE_TWITCH, ONE_DAY], ids=["empty", "one twitch", "one day"])
def test_with_too_few_days_a_title_says_what_it_shows_and_what_is_missing(card: Card, diary: Diary) -> None:
    what, _, missing = card.series(diary, YEAR, TODAY).title.partition(": ")
    assert what
    assert missing in {"0 of about 14 checked days so far", "1 of about 14 checked days so far"}


def test_each_title_names_another_chart() -> None:
    titles = [card.series(EMPTY, YEAR, TODAY).title for card in CARDS]
    assert len(set(titles)) == len(CARDS)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("year", "Nothing written down in this period"),
        ("rate", "Nothing written down in this period"),
        ("profile", "Too few days awake at every hour"),
        ("raster", "before the diary began"),
        ("places", "No twitches on a counted day in this period"),
        ("hotspots", "No hotspot in this period"),
    ],
)
def test_where_there_is_nothing_to_draw_words_say_so(name: str, words: str) -> None:
    figure, _, _ = drawn(CARD[name], EMPTY)
    assert words in texts(figure)


@pytest.mark.parametrize("name", ["rate", "profile", "dose"])
def test_a_scale_has_no_numbers_where_nothing_is_drawn_on_it(name: str) -> None:
    figure, _, _ = drawn(CARD[name], ONE_DAY)
    assert numbers_of_levels(figure) == []


def test_a_scale_has_its_numbers_where_something_is_drawn_on_it() -> None:
    figure, _, _ = drawn(CARD["profile"], DEMO)
    assert numbers_of_levels(figure)[:2] == ["0", "1"]


@pytest.mark.parametrize("name", ["lags", "dose"])
@pytest.mark.parametrize("diary", [ONE_DAY, a_year(3_000)], ids=["one day", "eight years"])
def test_a_cross_is_in_the_legend_only_where_one_is_drawn(name: str, diary: Diary) -> None:
    series = CARD[name].series(diary, Period.of_days(TODAY, 3_000), TODAY)
    unknown = any(None in row for row in series.table.rows)
    assert (Sign.CROSS in {key.sign for key in series.legend}) is unknown


def test_a_share_that_is_not_known_has_no_scale() -> None:
    figure, _, _ = drawn(CARD["places"], ONE_DAY)
    assert "0%" not in texts(figure)
    assert "1 day, 100%" in texts(figure)


def test_an_hour_without_a_twitch_is_an_outline_not_a_shade() -> None:
    figure, _, _ = drawn(CARD["hours"], counts([0] * 60))
    squares = figure.artists[0]
    assert isinstance(squares, PathCollection)
    assert len(squares.get_facecolor()) == 0
    assert np.asarray(squares.get_offsets()).shape == (7 * 16, 2)


def test_counts_of_many_years_are_written_whole() -> None:
    series = CARD["triggers"].series(DEMO, YEAR, TODAY)
    assert isinstance(series, TriggersSeries)
    counts_ = "118,945 in 116,977 h, otherwise about 119,035"
    rows = tuple(replace(row, counts=counts_) for row in series.rows)
    figure = redrawn(CARD["triggers"], replace(series, rows=rows))
    assert texts(figure)[counts_].get_window_extent().x1 <= figure.bbox.x1


def test_a_day_of_thousands_of_twitches_leaves_room_for_its_stress() -> None:
    diary = Diary.of([*twitches(TODAY, 1_234), a_stress(at=at(TODAY, "07:30"), level=5)])
    figure, _, _ = drawn(CARD["raster"], diary)
    found = texts(figure)
    words = found["1,234, no check-in"].get_window_extent()
    assert words.x1 < found["stress"].get_window_extent().x0


def test_a_range_that_goes_on_beyond_the_scale_ends_in_an_arrow() -> None:
    card = CARD["lags"]
    series = card.series(DEMO, YEAR, TODAY)
    assert isinstance(series, LagsSeries)
    curve = series.curves[0]

    def artists(low: float, high: float) -> int:
        points = tuple(replace(point, ratio=1.0, low=low, high=high) for point in curve.points)
        figure = redrawn(card, replace(series, curves=(replace(curve, points=points),)))
        return len(figure.artists)

    assert artists(0.1, 4) == artists(0.5, inf) == artists(0.5, 4) + 1
    assert artists(0, inf) == artists(0.5, 4) + 2


def test_the_last_weeks_of_a_year_are_named_where_they_begin() -> None:
    first = TODAY.replace(year=TODAY.year - 9)
    days = len(Period(first, TODAY))
    top = next(label for label in year_grid(first, days, 848, 1.0).labels if label.heavy)
    named = [label.words for label in year_grid(first, days, 848, 1.0).labels if label.y == top.y]
    assert named == ["Nov", str(first.year)]


def test_a_long_time_has_a_thin_line() -> None:
    first = TODAY.replace(year=TODAY.year - 9)
    rows = [checked(first), *twitches(TODAY, 1), *(checked(day) for day in Period.of_days(TODAY, 90))]
    widths = []
    for period in (Period.of_days(TODAY, 90), Period(first, TODAY)):
        figure, _, _ = drawn(CARD["rate"], Diary.of(rows), period)
        (line,) = (artist for artist in figure.artists if isinstance(artist, Line2D))
        widths.append(line.get_linewidth())
    assert widths[1] < widths[0] / 2
