from datetime import date, datetime

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers import NOON, TODAY
from twitchlog.ui.forms.date_inputs import DayInput, MomentInput


@pytest.mark.parametrize(
    "typed", ["20 Nov 2025", "20 nov 2025"], ids=["as it is shown", "without a capital letter"]
)
def test_a_date_can_be_typed_over_the_one_that_is_all_selected(qtbot: QtBot, typed: str) -> None:
    field = DayInput()
    qtbot.addWidget(field)
    field.show_value(TODAY)
    field.show()
    field.setFocus()
    QTest.keySequence(field, "Ctrl+A")
    QTest.keyClicks(field, typed)
    assert field.value() == date(2025, 11, 20)


@pytest.mark.parametrize("typed", ["3 Feb 2026 07:45", "3 Feb 2026  7:45"])
def test_a_time_too(qtbot: QtBot, typed: str) -> None:
    field = MomentInput()
    qtbot.addWidget(field)
    field.show_value(NOON)
    field.show()
    field.setFocus()
    field.lineEdit().selectAll()
    QTest.keyClicks(field, typed)
    assert field.value().replace(tzinfo=None) == datetime(2026, 2, 3, 7, 45)  # noqa: DTZ001 - a wall clock


def test_one_part_that_is_selected_is_the_part_typed_over(qtbot: QtBot) -> None:
    field = DayInput()
    qtbot.addWidget(field)
    field.show_value(TODAY)
    field.show()
    field.setSelectedSection(DayInput.Section.YearSection)
    QTest.keyClicks(field, "2024")
    assert field.value() == TODAY.replace(year=2024)
