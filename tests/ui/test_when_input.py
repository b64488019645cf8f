"""When it was: on another day there is no now, only parts of that day and a time of its own."""

from datetime import timedelta

from PySide6.QtTest import QTest

from tests.helpers import TODAY
from tests.ui.conftest import MakeWindow
from tests.ui.hands import in_diary, today
from twitchlog.domain.episode import Episode


def test_on_another_day_a_part_of_it_is_chosen_in_place_of_now(make_window: MakeWindow) -> None:
    window = make_window()
    page = today(window)
    page.open_day(TODAY - timedelta(days=2))
    when = page.form.when
    assert (when.bar.isVisible(), when.parts.isVisible(), when.parts.code()) == (False, True, "")
    QTest.keyClicks(page.quick.field, "left calf 5 min")
    when.parts.segments["20:00"].click()
    assert not page.form.when.moment.isVisible()
    page.save()
    (saved,) = in_diary(window, Episode)
    assert isinstance(saved, Episode)
    assert (saved.onset.date(), f"{saved.onset:%H:%M}", saved.onset_about) == (
        TODAY - timedelta(days=2),
        "20:00",
        True,
    )
    page.open_day(TODAY)
    assert (when.bar.isVisible(), when.bar.code(), when.parts.isVisible()) == (True, "0", False)


def test_a_time_typed_for_another_day_is_shown_in_the_form(make_window: MakeWindow) -> None:
    window = make_window()
    page = today(window)
    page.open_day(TODAY - timedelta(days=2))
    QTest.keyClicks(page.quick.field, "left calf at 15:15")
    assert page.form.when.parts.code() == "other"
    assert page.form.when.moment.isVisible()
