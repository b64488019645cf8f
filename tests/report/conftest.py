"""Diaries made once, and an application that has fonts."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.report.diaries import a_heavy_diary, a_made_up_year
from twitchlog.domain.diary import Diary


@pytest.fixture(scope="session")
def year() -> Diary:
    """The year that the command ``demo`` makes."""
    return a_made_up_year()


@pytest.fixture(scope="session")
def heavy() -> Diary:
    """Eight weeks with everything in abundance."""
    return a_heavy_diary()


@pytest.fixture
def fonts(qapp: QApplication) -> None:
    """Text can be measured and painted."""
