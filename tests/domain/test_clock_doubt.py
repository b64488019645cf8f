"""A clock that cannot be right is asked about, once an hour's difference can no longer be an accident."""

from datetime import timedelta

import pytest

from tests.helpers import NOON
from twitchlog.domain.clock_doubt import clock_doubt

HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)


def test_an_hour_behind_is_believed_and_a_second_more_is_not() -> None:
    assert clock_doubt(NOON, NOON + HOUR) == ""
    said = clock_doubt(NOON, NOON + HOUR + SECOND)
    assert "Sunday 22 November 2026, 12:00, but the newest entry was written on Sunday 22 November" in said


def test_a_clock_ahead_is_not_doubted_for_a_pause_in_writing() -> None:
    assert clock_doubt(NOON + timedelta(days=900), NOON) == ""
    assert clock_doubt(NOON, None) == ""


@pytest.mark.parametrize(("year", "doubted"), [(2019, True), (2020, False), (2100, False), (2101, True)])
def test_years_that_no_clock_should_show_are_doubted(year: int, *, doubted: bool) -> None:
    assert bool(clock_doubt(NOON.replace(year=year), None)) is doubted
