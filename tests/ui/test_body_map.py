"""The figure: clicking, keys, what a screen reader meets, heat, and that the picture shows what is chosen."""

from collections.abc import Iterable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QFont, QImage, QKeyEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLayout, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from twitchlog.charts.body.layout import AREAS, SPOTS
from twitchlog.charts.body.outline import Spot
from twitchlog.charts.palette import DARK, LIGHT, Palette
from twitchlog.domain.sites import Side, Site
from twitchlog.domain.words import place
from twitchlog.report.body_painter import lit_parts, paint_body
from twitchlog.ui.body_buttons import SpotButton
from twitchlog.ui.body_keys import Direction, jump, neighbour, on_side
from twitchlog.ui.body_map import BodyMap, spots

ARROWS: tuple[Direction, ...] = ((1, 0), (-1, 0), (0, 1), (0, -1))
LEFT_CALF: Spot = (Site.CALF, Side.LEFT)
RIGHT_CALF: Spot = (Site.CALF, Side.RIGHT)
PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def body(qtbot: QtBot) -> Iterator[BodyMap]:
    """A figure between two fields, on screen."""
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


# Keys


def test_the_figure_is_one_tab_stop(body: BodyMap) -> None:
    before = body.window().findChild(QLineEdit, "before")
    assert before is not None
    before.setFocus()
    press(Qt.Key.Key_Tab)
    assert here() == AREAS[0].spot
    press(Qt.Key.Key_Tab)
    assert focused().objectName() == "after"
    press(Qt.Key.Key_Backtab, SHIFT)
    assert here() == AREAS[0].spot


def test_tab_comes_back_to_where_one_was(body: BodyMap) -> None:
    body.setFocus()
    spell("calf")
    press(Qt.Key.Key_Tab)
    assert focused().objectName() == "after"
    press(Qt.Key.Key_Backtab, SHIFT)
    assert here()[0] is Site.CALF
    press(Qt.Key.Key_Backtab, SHIFT)
    assert focused().objectName() == "before"


def test_every_area_is_reached_by_arrows_from_every_other() -> None:
    everything = set(range(len(AREAS)))
    for start in everything:
        reached, edge = {start}, [start]
        while edge:
            index = edge.pop()
            new = {neighbour(index, arrow) for arrow in ARROWS} - reached
            reached |= new
            edge += new
        assert reached == everything


def test_arrows_go_where_one_looks(body: BodyMap) -> None:
    body.setFocus()
    spell("knee")
    press(Qt.Key.Key_L)
    body._forget_letters()
    press(Qt.Key.Key_L)
    assert here() == (Site.KNEE, Side.LEFT)
    press(Qt.Key.Key_Down)
    assert here() == (Site.SHIN, Side.LEFT)
    press(Qt.Key.Key_Left)
    assert here() == (Site.SHIN, Side.RIGHT)
    press(Qt.Key.Key_Up)
    assert here() == (Site.KNEE, Side.RIGHT)


def test_space_selects_and_shift_space_adds(body: BodyMap) -> None:
    body.setFocus()
    spell("calf")
    press(Qt.Key.Key_Space)
    first = here()
    spell_after_pause(body, "knee")
    press(Qt.Key.Key_Space, SHIFT)
    assert body.chosen() == {first, here()}
    press(Qt.Key.Key_Space)
    assert body.chosen() == {first}
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Space)
    assert body.chosen() == {here()}


def spell_after_pause(body: BodyMap, letters: str) -> None:
    body._forget_letters()
    spell(letters)


def test_l_and_r_change_the_side_and_take_the_choice_along(body: BodyMap) -> None:
    body.choose([LEFT_CALF, (Site.EYELID, Side.LEFT)])
    body.setFocus()
    spell("calf")
    body._forget_letters()
    press(Qt.Key.Key_R)
    assert here() == RIGHT_CALF
    assert body.chosen() == {RIGHT_CALF, (Site.EYELID, Side.LEFT)}
    press(Qt.Key.Key_L)
    assert body.chosen() == {LEFT_CALF, (Site.EYELID, Side.LEFT)}


def test_a_side_without_a_choice_only_moves(body: BodyMap) -> None:
    body.setFocus()
    spell("calf")
    body._forget_letters()
    press(Qt.Key.Key_R)
    press(Qt.Key.Key_L)
    assert here() == LEFT_CALF
    assert body.chosen() == frozenset()


def test_l_on_a_whole_site_changes_the_side_of_the_choice(body: BodyMap) -> None:
    body.choose([(Site.SCALP, Side.MIDDLE)])
    body.setFocus()
    press(Qt.Key.Key_L)
    assert body.chosen() == {(Site.SCALP, Side.LEFT)}
    assert here() == (Site.SCALP, Side.MIDDLE)


@pytest.mark.parametrize(
    ("letters", "site"),
    [
        ("eye", Site.EYELID),
        ("quad", Site.THIGH_FRONT),
        ("mouth", Site.LIPS),
        ("hamst", Site.THIGH_BACK),
        ("gluteus med", Site.GLUTE_MED),
        ("bu", Site.GLUTE),
        ("sole", Site.ARCH),
        ("calf", Site.CALF),
        ("fore", Site.FOREHEAD),
        ("forea", Site.FOREARM),
        ("wrist", Site.FOREARM),
        ("many", Site.MANY),
    ],
)
def test_letters_jump_by_name_or_everyday_word(letters: str, site: Site) -> None:
    found = jump(letters, 0)
    assert found is not None
    assert AREAS[found].site is site


def test_letters_keep_the_side_and_the_picture() -> None:
    from_left_sole = area("soles", Site.ARCH, Side.LEFT)
    from_right_back = area("back", Site.NECK, Side.RIGHT)
    assert jump("foot", from_left_sole) == area("soles", Site.FOOT, Side.LEFT)
    assert jump("foot", from_right_back) == area("back", Site.FOOT, Side.RIGHT)


def test_the_same_letter_again_goes_on_to_the_next_name() -> None:
    first = jump("c", 0)
    assert first is not None
    second = jump("cc", first)
    assert second is not None
    third = jump("ccc", second)
    assert third is not None
    assert [AREAS[i].site for i in (first, second, third)] == [Site.CHEEK, Site.CHEST, Site.CALF]


def test_letters_that_name_nothing_stay() -> None:
    assert jump("xyz", 0) is None


def test_letters_are_forgotten_after_a_pause(body: BodyMap) -> None:
    body.setFocus()
    spell("ca")
    assert here()[0] is Site.CALF
    body._letters_end.timeout.emit()
    spell("ch")
    assert here()[0] is Site.CHEEK
    assert body._letters_end.interval() == 900


def test_home_and_end_go_to_the_ends(body: BodyMap) -> None:
    body.setFocus()
    press(Qt.Key.Key_End)
    assert here() == (Site.OTHER, Side.MIDDLE)
    press(Qt.Key.Key_Home)
    assert here() == (Site.SCALP, Side.MIDDLE)


def test_enter_goes_on_and_escape_clears(body: BodyMap) -> None:
    body.choose([LEFT_CALF])
    seen = changes(body)
    body.setFocus()
    press(Qt.Key.Key_Escape)
    assert seen == [frozenset()]
    press(Qt.Key.Key_Return)
    assert focused().objectName() == "after"


def test_keys_that_are_the_windows_pass_through(body: BodyMap) -> None:
    for key, modifier in ((Qt.Key.Key_Escape, PLAIN), (Qt.Key.Key_R, CTRL), (Qt.Key.Key_F2, PLAIN)):
        event = QKeyEvent(QEvent.Type.KeyPress, key, modifier)
        body.keyPressEvent(event)
        assert not event.isAccepted()


def test_every_other_side_is_in_the_same_picture() -> None:
    for index, each in enumerate(AREAS):
        there = on_side(index, Side.LEFT)
        assert (there is None) is (each.side is Side.MIDDLE)
        assert there is None or AREAS[there].view == each.view


# Screen reader


def test_every_place_is_a_check_button_with_its_name_and_state(body: BodyMap) -> None:
    body.choose([LEFT_CALF])
    found = {}
    for button in buttons(body):
        interface = QAccessible.queryAccessibleInterface(button)
        assert interface.role() == QAccessible.Role.CheckBox
        state = interface.state()
        assert state.checkable
        assert state.focusable
        found[interface.text(QAccessible.Text.Name)] = bool(state.checked)
    assert found == {place(*spot): spot == LEFT_CALF for spot in SPOTS}
    assert {"Left calf", "Right eyelid", "Tongue", "Many places"} <= set(found)


@pytest.mark.parametrize("action", ["Toggle", "Press"])
def test_a_screen_reader_takes_a_place_in_and_out_and_leaves_the_others(
    body: BodyMap, qtbot: QtBot, action: str
) -> None:
    body.choose([RIGHT_CALF])
    seen = changes(body)
    button = next(each for each in buttons(body) if each.spot == LEFT_CALF)
    ask(button, action)
    qtbot.waitUntil(button.isChecked)
    ask(button, action)
    qtbot.waitUntil(lambda: not button.isChecked())
    assert seen == [{LEFT_CALF, RIGHT_CALF}, {RIGHT_CALF}]


def test_toggling_another_place_asks_and_stays_unchecked(body: BodyMap, qtbot: QtBot) -> None:
    button = next(each for each in buttons(body) if each.spot == (Site.OTHER, Side.MIDDLE))
    with qtbot.waitSignal(body.other_requested):
        ask(button, "Toggle")
    assert not button.isChecked()


def ask(button: SpotButton, action: str) -> None:
    QAccessible.queryAccessibleInterface(button).actionInterface().doAction(action)
    QApplication.processEvents()


def test_focus_set_by_a_screen_reader_moves_the_outline(body: BodyMap) -> None:
    ask(next(each for each in buttons(body) if each.spot == LEFT_CALF), "SetFocus")
    press(Qt.Key.Key_Down)
    assert here() == (Site.ANKLE, Side.LEFT)


def test_a_button_stands_where_its_place_is_drawn(body: BodyMap) -> None:
    body.setFocus()
    for index, each in enumerate(AREAS):
        body._walk_to(index)
        button = focused()
        assert isinstance(button, SpotButton)
        assert button.spot == each.spot
        inside = body._laid_out().shapes[index].mark.toPoint() - button.pos()
        assert button.mask().contains(inside)


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


def count(image: QImage, colour: str) -> int:
    wanted = QColor(colour).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


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
