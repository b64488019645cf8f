"""The figure without a mouse: by keys, and as a screen reader meets it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QKeyEvent
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.figure import (
    ARROWS,
    CTRL,
    LEFT_CALF,
    PLAIN,
    RIGHT_CALF,
    SHIFT,
    area,
    ask,
    buttons,
    changes,
    focused,
    here,
    press,
    shown_figure,
    spell,
)
from twitchlog.charts.body.layout import AREAS, SPOTS
from twitchlog.domain.sites import Side, Site
from twitchlog.domain.words import place
from twitchlog.ui.figure.body_buttons import SpotButton
from twitchlog.ui.figure.body_keys import jump, neighbour, on_side
from twitchlog.ui.figure.body_map import BodyMap


@pytest.fixture
def body(qtbot: QtBot) -> Iterator[BodyMap]:
    """A figure between two fields, on screen."""
    yield from shown_figure(qtbot)


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


def test_focus_set_by_a_screen_reader_moves_the_outline(body: BodyMap) -> None:
    ask(
        next(each for each in buttons(body) if each.spot == LEFT_CALF),
        QAccessibleActionInterface.setFocusAction(),
    )
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
