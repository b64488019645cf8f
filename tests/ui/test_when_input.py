"""When it was: on another day there is no now, only parts of that day and a time of its own."""

from datetime import timedelta

from PySide6.QtTest import QTest

from tests.helpers import NOON, TODAY
from tests.ui.conftest import MakeWindow
from tests.ui.hands import in_diary, press, today, type_line
from twitchlog.domain.episode import Episode
from twitchlog.domain.exposures import Caffeine
from twitchlog.domain.moments import local_day
from twitchlog.store.store import Store


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


def test_another_time_begins_at_now_not_at_the_beginning_of_the_century(make_window: MakeWindow) -> None:
    window = make_window()
    page = today(window)
    QTest.keyClicks(page.quick.field, "left calf")
    page.form.when.bar.segments["other"].click()
    assert page.form.when.moment.dateTime().toPython() == NOON.replace(tzinfo=None)
    page.open_day(TODAY - timedelta(days=2))
    page.form.when.parts.segments["other"].click()
    assert page.form.when.moment.date().toPython() == TODAY - timedelta(days=2)


def test_what_is_written_for_another_day_says_when_it_was_written_down(make_window: MakeWindow) -> None:
    window = make_window()
    page = today(window)
    page.open_day(TODAY - timedelta(days=5))
    type_line(window, "left calf 5 min at 15:15, 2 coffees at 14:00")
    (twitch,), (coffee,) = in_diary(window, Episode), in_diary(window, Caffeine)
    assert twitch.recorded_at == coffee.recorded_at == NOON
    assert f"{coffee.when:%d %H:%M}" == "17 14:00"


def test_a_time_after_midnight_belongs_to_the_night_of_the_day_written_for(make_window: MakeWindow) -> None:
    window = make_window()
    page = today(window)
    day = TODAY - timedelta(days=5)
    page.open_day(day)
    type_line(window, "right calf at 01:30")
    (saved,) = in_diary(window, Episode)
    assert isinstance(saved, Episode)
    assert f"{saved.onset:%d %H:%M}" == "18 01:30"
    assert local_day(saved.onset) == day


def test_what_was_counted_back_from_now_is_forgotten_on_another_day(make_window: MakeWindow) -> None:
    window = make_window()
    page = today(window)
    QTest.keyClicks(page.quick.field, "left calf")
    page.form.when.bar.segments["15"].click()
    page.open_day(TODAY - timedelta(days=1))
    press(window, "ask_08:00")
    page.save()
    (saved,) = in_diary(window, Episode)
    assert isinstance(saved, Episode)
    assert f"{saved.onset:%d %H:%M}" == "21 08:00"


def test_exposures_with_times_of_their_own_ask_for_none_on_another_day(make_window: MakeWindow) -> None:
    window = make_window()
    today(window).open_day(TODAY - timedelta(days=1))
    type_line(window, "2 coffees")
    assert in_diary(window, Caffeine) == []
    press(window, "ask_20:00")
    today(window).save()
    (coffee,) = in_diary(window, Caffeine)
    assert f"{coffee.when:%d %H:%M}" == "21 20:00"


def test_a_draft_for_another_day_is_offered_for_that_day_again(make_window: MakeWindow, store: Store) -> None:
    window = make_window()
    page = today(window)
    page.open_day(TODAY - timedelta(days=2))
    QTest.keyClicks(page.quick.field, "left calf at 13:15")
    kept = page.draft_text
    page.drafting.clear()
    page.open_day(TODAY)
    window.desk.offer_draft(kept)
    assert page.day == TODAY - timedelta(days=2)
    page.save()
    (saved,) = in_diary(window, Episode)
    assert f"{saved.when:%d %H:%M}" == "20 13:15"
