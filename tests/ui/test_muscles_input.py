"""Which muscles worked is chosen in words, and what an import wrote there is never lost."""

import pytest
from pytestqt.qtbot import QtBot

from twitchlog.ui.forms.muscles_input import MusclesInput


@pytest.fixture
def muscles(qtbot: QtBot) -> MusclesInput:
    made = MusclesInput()
    qtbot.addWidget(made)
    return made


def test_the_parts_of_the_body_are_buttons_in_words(muscles: MusclesInput) -> None:
    assert [button.text() for button in muscles.buttons.values()] == [
        "Left leg",
        "Right leg",
        "Left arm",
        "Right arm",
        "Trunk",
    ]
    muscles.buttons["left_leg"].click()
    muscles.buttons["trunk"].click()
    assert muscles.value() == "left_leg, trunk"


@pytest.mark.parametrize("text", ["", "calf,left_leg", "left_leg, right_leg", "core & <b>", "calf,,calf"])
def test_what_is_not_touched_comes_back_letter_for_letter(muscles: MusclesInput, text: str) -> None:
    muscles.show_value(text)
    assert muscles.value() == text


def test_a_site_that_was_written_down_is_a_button_too(muscles: MusclesInput) -> None:
    muscles.show_value("calf")
    assert muscles.buttons["calf"].text() == "Calf"
    muscles.buttons["left_leg"].click()
    assert muscles.value() == "left_leg, calf"
    muscles.show_value("")
    assert muscles.value() == ""
