from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from twitchlog.charts.labels import Flagged, in_rows
from twitchlog.charts.scales import date_ticks, round_ticks
from twitchlog.charts.sheet import drawable, shortened, text_width
from twitchlog.charts.year_grid import year_grid

DAYS = st.dates(date(1990, 1, 1), date(2040, 1, 1))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 800), st.floats(10, 200)), max_size=12), st.integers(1, 3))
def test_no_label_covers_another_or_the_line_of_another(points: list[tuple[float, float]], rows: int) -> None:
    flagged = [Flagged(x, width) for x, width in points]
    places = in_rows(flagged, rows, 800, gap=6)
    boxes = [
        (place.row, place.left, place.left + point.width, point.x)
        for place, point in zip(places, flagged, strict=True)
        if place
    ]
    for n, (row, left, right, x) in enumerate(boxes):
        assert left >= 0
        assert right <= 800
        for other_row, other_left, other_right, other_x in boxes[:n]:
            if row == other_row:
                assert right <= other_left or other_right <= left
            if other_row > row:
                assert not left < other_x < right
            if row > other_row:
                assert not other_left < x < other_right


def test_one_label_always_finds_room() -> None:
    assert in_rows([Flagged(795, 60)], 1, 800, gap=6) == in_rows([Flagged(795, 60)], 2, 800, gap=6)
    assert in_rows([Flagged(795, 60)], 1, 800, gap=6)[0] is not None


def test_two_visits_on_days_next_to_each_other_are_both_named() -> None:
    places = in_rows([Flagged(401, 60), Flagged(408, 40)], 2, 430, gap=6)
    assert None not in places


@settings(max_examples=60, deadline=None)
@given(DAYS, st.integers(1, 3000), st.sampled_from([400.0, 848.0, 1400.0]), st.sampled_from([1.0, 1.5]))
def test_squares_never_overlap_and_lie_in_the_figure(
    first: date, days: int, width: float, scale: float
) -> None:
    grid = year_grid(first, days, width, scale)
    assert len(set(grid.centres)) == len(grid.centres)
    for x, y in grid.centres:
        assert grid.cell / 2 <= x <= width
        assert y + grid.cell / 2 <= grid.height
    assert len(grid.centres) == days or days > 15 * 365


@given(DAYS, st.integers(1, 12_000), st.integers(2, 10))
@settings(max_examples=60, deadline=None)
def test_dates_along_an_axis_lie_in_it_and_are_few(first: date, days: int, most: int) -> None:
    after = first + timedelta(days=days)
    ticks = date_ticks(first, after, most)
    assert all(first <= when < after for when, _ in ticks)
    assert len(ticks) <= 2 * most + 2
    assert [when for when, _ in ticks] == sorted(when for when, _ in ticks)


@given(st.floats(0.01, 1e5), st.integers(2, 6))
def test_round_numbers_reach_the_highest(highest: float, most: int) -> None:
    ticks = round_ticks(highest, most)
    assert ticks[0] == 0
    assert ticks[-1] >= highest * 0.999
    assert len(ticks) <= most + 2


def test_a_name_is_drawn_only_if_the_font_can() -> None:
    assert drawable("Magnésium 5 mg", "Medicine") == "Magnésium 5 mg"
    assert drawable("Магний", "Medicine") == "Магний"
    assert drawable("药", "Medicine") == "Medicine"
    assert drawable("دواء", "Medicine") == "Medicine"


def test_a_long_name_ends_in_an_ellipsis_that_fits() -> None:
    short = shortened("a very long name of a medicine", 8.25, 90)
    assert short.endswith("…")
    assert text_width(short, 8.25) <= 90
    assert shortened("short", 8.25, 90) == "short"
