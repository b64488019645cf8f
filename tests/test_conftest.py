"""The net under all other tests holds."""

from pathlib import Path

import platformdirs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from tests.conftest import WAITS_FOR_A_PERSON


@pytest.mark.parametrize(
    ("kind", "name"), [(kind, name) for kind, names in WAITS_FOR_A_PERSON.items() for name in names]
)
def test_nothing_can_wait_for_a_person(qtbot: QtBot, kind: str, name: str) -> None:
    from PySide6 import QtWidgets

    with pytest.raises(AssertionError, match="waits for a person"):
        getattr(getattr(QtWidgets, kind), name)()


def test_a_message_box_of_our_own_cannot_wait_either(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox()
    qtbot.addWidget(box)
    with pytest.raises(AssertionError, match="waits for a person"):
        box.exec()


@pytest.mark.parametrize(
    "folder", [platformdirs.user_data_path, platformdirs.user_config_path, platformdirs.user_cache_path]
)
def test_the_persons_folders_are_those_of_the_test(home: Path, folder: object) -> None:
    assert callable(folder)
    assert folder("twitchlog").is_relative_to(home)


@given(st.integers())
def test_properties_get_along_with_the_shared_fixtures(number: int) -> None:
    assert number == int(str(number))
