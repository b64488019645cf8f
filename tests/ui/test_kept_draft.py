"""What was typed, clicked and chosen survives a crash; what cannot be read back is not lost but shown as typed."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers import NOON
from tests.ui.conftest import MakeWindow
from tests.ui.hands import in_diary, press, today
from twitchlog.domain.episode import Episode, Pattern, Posture, Symptom, Vibration
from twitchlog.domain.sites import Side, Site
from twitchlog.domain.text import clean_text
from twitchlog.store.store import Store
from twitchlog.ui.today.draft import Draft
from twitchlog.ui.today.kept_draft import draft_from, kept_text

HAND = {
    "intensity": st.integers(1, 5),
    "duration_s": st.integers(1, 90_000),
    "ongoing": st.just(True),
    "pattern": st.sampled_from(Pattern),
    "posture": st.sampled_from(Posture),
    "vibration": st.sampled_from(Vibration),
    "symptoms": st.frozensets(st.sampled_from(Symptom), min_size=1),
    "note": st.text(min_size=1, max_size=60).map(clean_text).filter(bool),
    "pulse": st.booleans(),
    "onset": st.integers(-90_000, 0).map(lambda minutes: NOON + timedelta(minutes=minutes)),
}
DRAFTS = st.builds(
    lambda line, spots, hand: Draft(line=line, spots=tuple(spots)).with_hand(**hand),
    st.text(max_size=80).map(clean_text),
    st.lists(st.sampled_from([(Site.CALF, Side.LEFT), (Site.EYELID, Side.BOTH)]), max_size=2, unique=True),
    st.fixed_dictionaries({}, optional=HAND),
)


@given(draft=DRAFTS)
def test_a_draft_comes_back_as_it_was(draft: Draft) -> None:
    back, day = draft_from(kept_text(draft, NOON))
    assert back == draft or (draft.empty and back.empty)
    assert day is None


def test_fifteen_minutes_ago_stays_the_time_it_meant() -> None:
    kept = kept_text(Draft(line="left calf", minutes_ago=15), NOON)
    back, _ = draft_from(kept)
    assert back.minutes_ago is None
    assert back.by_hand["onset"] == NOON - timedelta(minutes=15)
    assert back.by_hand["onset_about"] is True


@pytest.mark.parametrize(
    "text",
    [
        "left calf",
        '{"line": ',
        '{"line": "left calf", "spots": [["nose", "left"]], "by_hand": {}}',
        '{"line": "left calf", "spots": 3, "by_hand": {}}',
        '{"line": "x", "day": "", "spots": [], "by_hand": {"intensity": "9 of 10"}}',
        '{"line": 5, "day": "", "spots": [], "by_hand": {}}',
        '{"line": "x", "day": 3, "spots": [], "by_hand": {}}',
        '{"line": "x", "day": "soon", "spots": [], "by_hand": {}}',
        '{"line": "x", "day": "", "spots": [], "by_hand": {"note": 3}}',
        '{"line": "x", "day": "", "spots": [], "by_hand": {"id": "1"}}',
        '{"line": "x", "day": "", "spots": [], "by_hand": []}',
        '{"line": "x", "spots": [], "by_hand": {"unheard_of": "1"}}',
    ],
)
def test_what_is_no_kept_draft_is_the_typed_line(text: str) -> None:
    assert draft_from(text) == (Draft(line=text), None)


def test_a_place_and_a_note_that_were_never_saved_are_there_again(
    qtbot: QtBot, make_window: MakeWindow, store: Store
) -> None:
    window = make_window()
    page = today(window)
    page.drafting._placed(((Site.CALF, Side.LEFT),))
    page.form.note.setFocus()
    QTest.keyClicks(page.form.note, "after the stairs")
    qtbot.waitUntil(lambda: "after the stairs" in store.draft())
    page.drafting.clear()
    assert store.draft() != ""
    window.desk.offer_draft(store.draft())
    assert list(page.map.chosen())
    assert page.form.note.value() == "after the stairs"
    press(window, "save")
    (saved,) = in_diary(window, Episode)
    assert isinstance(saved, Episode)
    assert (saved.site, saved.side, saved.note) == (Site.CALF, Side.LEFT, "after the stairs")
    assert store.draft() == ""


def test_a_draft_that_was_thrown_away_is_not_offered_again(
    qtbot: QtBot, make_window: MakeWindow, store: Store
) -> None:
    window = make_window()
    page = today(window)
    QTest.keyClicks(page.quick.field, "left calf")
    qtbot.waitUntil(lambda: store.draft() == "left calf")
    page.drafting.clear()
    qtbot.waitUntil(lambda: store.draft() == "")
