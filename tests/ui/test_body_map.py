"""The figure: choosing, clicking, heat, and that the picture shows what is chosen."""

from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.figure import (
    CTRL,
    LEFT_CALF,
    RIGHT_CALF,
    SHIFT,
    area,
    ask,
    buttons,
    changes,
    click,
    colour_at,
    count,
    point_of,
    press,
    shown_figure,
    spell,
)
from twitchlog.charts.body.layout import AREAS, SPOTS
from twitchlog.charts.body.outline import Spot
from twitchlog.charts.palette import DARK, LIGHT, Palette
from twitchlog.domain.sites import Side, Site
from twitchlog.report.body_painter import lit_parts, paint_body
from twitchlog.ui.figure.body_map import BodyMap, spots


@pytest.fixture
def body(qtbot: QtBot) -> Iterator[BodyMap]:
    """A figure between two fields, on screen."""
    yield from shown_figure(qtbot)


# Choosing from outside


def test_chosen_gives_back_what_was_chosen(body: BodyMap) -> None:
    wanted = {LEFT_CALF, (Site.NECK, Side.MIDDLE), (Site.SCALP, Side.LEFT), (Site.MANY, Side.MIDDLE)}
    body.choose(wanted)
    assert body.chosen() == wanted


def test_both_is_left_and_right_together(body: BodyMap) -> None:
    body.choose([(Site.CALF, Side.BOTH)])
    assert body.chosen() == {LEFT_CALF, RIGHT_CALF}


def test_choosing_from_outside_says_nothing(body: BodyMap) -> None:
    seen = changes(body)
    body.choose([LEFT_CALF])
    body.choose([LEFT_CALF])
    body.choose([])
    assert seen == []


def test_left_and_right_make_one_twitch_on_both_sides() -> None:
    chosen = {LEFT_CALF, RIGHT_CALF, (Site.EYELID, Side.LEFT), (Site.TONGUE, Side.MIDDLE)}
    assert spots(chosen) == [
        (Site.EYELID, Side.LEFT),
        (Site.TONGUE, Side.MIDDLE),
        (Site.CALF, Side.BOTH),
    ]


@settings(deadline=None, max_examples=50)
@given(chosen=st.frozensets(st.sampled_from(SPOTS)))
def test_spots_lose_nothing(chosen: frozenset[Spot]) -> None:
    def single(found: Iterable[tuple[Site, Side]]) -> set[Spot]:
        halves = (Side.LEFT, Side.RIGHT)
        return {(site, each) for site, side in found for each in (halves if side is Side.BOTH else (side,))}

    assert single(spots(chosen)) == chosen


# Mouse


@pytest.mark.parametrize(("width", "height", "scale"), [(470, 490, 1.0), (380, 420, 1.0), (700, 700, 1.5)])
def test_a_click_in_the_middle_of_an_area_hits_it(
    body: BodyMap, width: int, height: int, scale: float
) -> None:
    body.set_scale(scale)
    body.resize(width, height)
    shapes = body._laid_out()
    assert [shapes.hit(shape.mark) for shape in shapes.shapes] == list(range(len(AREAS)))


def test_a_click_selects_one_place_instead_of_the_last(body: BodyMap) -> None:
    seen = changes(body)
    click(body, LEFT_CALF)
    click(body, RIGHT_CALF)
    assert seen == [{LEFT_CALF}, {RIGHT_CALF}]


@pytest.mark.parametrize("modifier", [CTRL, SHIFT])
def test_a_click_with_ctrl_or_shift_adds(body: BodyMap, modifier: Qt.KeyboardModifier) -> None:
    click(body, LEFT_CALF)
    click(body, RIGHT_CALF, modifier)
    assert body.chosen() == {LEFT_CALF, RIGHT_CALF}


def test_a_click_on_a_selected_place_takes_it_away(body: BodyMap) -> None:
    body.choose([LEFT_CALF, RIGHT_CALF])
    click(body, LEFT_CALF)
    assert body.chosen() == {RIGHT_CALF}


def test_any_picture_of_a_place_will_do(body: BodyMap) -> None:
    click(body, (Site.HAND, Side.RIGHT), view="hands")
    click(body, (Site.HAND, Side.RIGHT), view="back")
    assert body.chosen() == frozenset()


def test_a_click_just_beside_the_body_still_counts_and_one_far_away_does_not(body: BodyMap) -> None:
    shapes = body._laid_out()
    shin = shapes.shapes[area("front", Site.SHIN, Side.LEFT)]
    edge = shin.bounds.right()
    while not shin.path.contains(QPointF(edge, shin.bounds.top() + 0.3 * shin.bounds.height())):
        edge -= 0.25
    y = shin.bounds.top() + 0.3 * shin.bounds.height()
    unit = shapes.layout.unit
    assert shapes.hit(QPointF(edge + 4 * unit, y)) == area("front", Site.SHIN, Side.LEFT)
    assert shapes.hit(QPointF(edge + 7 * unit, y)) is None


def test_another_place_is_asked_for_not_chosen(body: BodyMap, qtbot: QtBot) -> None:
    with qtbot.waitSignal(body.other_requested):
        click(body, (Site.OTHER, Side.MIDDLE))
    assert body.chosen() == frozenset()


def test_the_pointer_outlines_the_area_under_it(body: BodyMap) -> None:
    before = count(body.grab().toImage(), LIGHT.accent)
    QTest.mouseMove(body, point_of(body, area("front", Site.SHIN, Side.LEFT)))
    assert count(body.grab().toImage(), LIGHT.accent) > before + 20
    assert body.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(body, QPoint(1, 1))
    assert count(body.grab().toImage(), LIGHT.accent) == before


def test_the_tooltip_says_whose_left(body: BodyMap) -> None:
    assert body.words_at(point_of(body, area("front", Site.SHIN, Side.LEFT))) == "Left shin"
    assert body.words_at(QPoint(1, 1)) == ""


# Picture


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_a_chosen_place_wears_the_accent_and_a_tick(body: BodyMap, palette: Palette) -> None:
    body.set_palette_tokens(palette)
    index = area("back", Site.CALF, Side.LEFT)
    before = body.grab().toImage()
    body.choose([LEFT_CALF])
    after = body.grab().toImage()
    bounds = body._laid_out().shapes[index].bounds.toAlignedRect()
    seen = {
        after.pixelColor(x, y).name().upper()
        for x in range(bounds.left(), bounds.right())
        for y in range(bounds.top(), bounds.bottom())
    }
    assert palette.accent in seen
    assert palette.on_accent in seen
    twin = body._laid_out().shapes[area("back", Site.CALF, Side.RIGHT)].mark.toPoint()
    assert before.pixel(twin) == after.pixel(twin)


def test_a_place_drawn_twice_lights_twice(body: BodyMap) -> None:
    body.choose([(Site.HAND, Side.LEFT)])
    views = {a.view for a in AREAS if lit_parts(a, body.chosen())}
    assert views == {"front", "back", "hands"}


def test_the_left_of_a_whole_site_lights_its_left_half_and_the_middle_of_halves_a_band() -> None:
    scalp = AREAS[area("front", Site.SCALP, Side.MIDDLE)]
    chest = AREAS[area("front", Site.CHEST, Side.LEFT)]
    assert lit_parts(scalp, {(Site.SCALP, Side.LEFT)}) == [Side.LEFT]
    assert lit_parts(chest, {(Site.CHEST, Side.MIDDLE)}) == [Side.MIDDLE]
    assert lit_parts(chest, {(Site.CHEST, Side.RIGHT)}) == []


@pytest.mark.parametrize(("view", "lit_on_right"), [("front", True), ("back", False)])
def test_the_half_that_lights_is_the_persons_left(body: BodyMap, view: str, lit_on_right: bool) -> None:
    body.choose([(Site.SCALP, Side.LEFT)])
    shape = body._laid_out().shapes[area(view, Site.SCALP, Side.MIDDLE)]
    head, image = shape.bounds.toAlignedRect(), body.grab().toImage()
    middle = round(shape.at.dx)
    on_left = count(image.copy(head.left(), head.top(), middle - head.left(), head.height()), LIGHT.accent)
    on_right = count(image.copy(middle, head.top(), head.right() - middle, head.height()), LIGHT.accent)
    assert max(on_left, on_right) > 10
    assert min(on_left, on_right) == 0
    assert (on_right > on_left) is lit_on_right


def test_the_focus_outline_is_seen_in_both_tones(body: BodyMap) -> None:
    before = body.grab().toImage()
    body.setFocus()
    spell("calf")
    after = body.grab().toImage()
    assert count(after, LIGHT.focus) > count(before, LIGHT.focus) + 40
    assert count(after, LIGHT.surface) > count(before, LIGHT.surface)


def test_a_click_draws_no_focus_outline_until_a_key_is_pressed(body: BodyMap) -> None:
    click(body, LEFT_CALF)
    clicked = count(body.grab().toImage(), LIGHT.focus)
    press(Qt.Key.Key_Down)
    assert count(body.grab().toImage(), LIGHT.focus) > clicked + 20


def test_larger_text_takes_more_room(body: BodyMap) -> None:
    hint, unit = body.sizeHint(), body._laid_out().layout.unit
    body.set_scale(1.5)
    assert body.sizeHint().width() == 1.5 * hint.width()
    assert body._laid_out().layout.unit < unit


def test_the_page_draws_the_same_body_without_a_widget(qtbot: QtBot) -> None:
    image = QImage(300, 320, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    paint_body(painter, QRectF(0, 0, 300, 320), LIGHT, font=QFont(), counts={LEFT_CALF: 9})
    painter.end()
    assert count(image, LIGHT.steps[5]) > 100


# Heat


@pytest.fixture
def heat(body: BodyMap) -> BodyMap:
    """Mostly the left calf; a gluteal muscle and a toe."""
    body.set_counts(
        {
            LEFT_CALF: 220,
            (Site.GLUTE_MAX, Side.RIGHT): 30,
            (Site.TOES, Side.BOTH): 4,
            (Site.HIP, Side.LEFT): 1,
        }
    )
    return body


def test_the_steps_come_with_their_numbers(heat: BodyMap) -> None:
    bounds = heat.step_bounds()
    assert (bounds[0][0], bounds[-1][1], len(bounds)) == (1, 220, 5)


@pytest.mark.parametrize(
    ("view", "site", "side", "words"),
    [
        ("back", Site.CALF, Side.LEFT, "Left calf: 220 twitches"),
        ("back", Site.GLUTE, Side.RIGHT, "Right buttock: 30 twitches"),
        ("buttocks", Site.GLUTE_MAX, Side.RIGHT, "Right gluteus maximus: 30 twitches"),
        ("front", Site.FOOT, Side.LEFT, "Left foot: 4 twitches"),
        ("soles", Site.FOOT, Side.LEFT, "Left foot: no twitches"),
        ("front", Site.HIP, Side.LEFT, "Left hip: 1 twitch"),
    ],
)
def test_the_tooltip_gives_the_count_of_what_is_under_it(
    heat: BodyMap, view: str, site: Site, side: Side, words: str
) -> None:
    assert heat.words_at(point_of(heat, area(view, site, side))) == words


def test_the_colour_is_that_of_the_step(heat: BodyMap) -> None:
    calf, knee = area("back", Site.CALF, Side.LEFT), area("back", Site.KNEE, Side.LEFT)
    assert colour_at(heat, calf, QPointF(3, 0)) == LIGHT.steps[5]
    assert colour_at(heat, knee, QPointF(0, 0)) == LIGHT.body


def test_a_click_or_enter_on_the_heat_map_names_the_place(heat: BodyMap, qtbot: QtBot) -> None:
    with qtbot.waitSignal(heat.activated) as clicked:
        click(heat, LEFT_CALF)
    assert clicked.args == [*LEFT_CALF]
    with qtbot.waitSignal(heat.activated) as entered:
        press(Qt.Key.Key_Return)
    assert entered.args == [*LEFT_CALF]
    assert heat.chosen() == frozenset()


def test_a_screen_reader_hears_the_counts(heat: BodyMap) -> None:
    names = {button.accessibleName() for button in buttons(heat)}
    assert {"Left calf: 220 twitches", "Right calf: no twitches", "Right buttock: 30 twitches"} <= names
    assert not any(button.isCheckable() for button in buttons(heat))


def test_a_screen_reader_opens_a_place_of_the_heat_map(heat: BodyMap, qtbot: QtBot) -> None:
    button = next(each for each in buttons(heat) if each.spot == LEFT_CALF)
    with qtbot.waitSignal(heat.activated) as pressed:
        ask(button, "Press")
    assert pressed.args == [*LEFT_CALF]
