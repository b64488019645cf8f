from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers import NOON, a_caffeine, a_sitting, a_stress, an_episode, an_exercise, at
from twitchlog.domain.diary import Diary
from twitchlog.domain.exposures import Caffeine, Exercise, Sitting
from twitchlog.domain.record import Record
from twitchlog.insight.context import Context, context, contexts

H, MIN = timedelta(hours=1), timedelta(minutes=1)


def before(*rows: Record, **episode: object) -> Context:
    twitch = an_episode(**episode)
    return context(Diary.of([twitch, *rows]), twitch)


def test_nothing_logged_is_not_zero() -> None:
    assert before() == Context((), None, 0, None, None)


@pytest.mark.parametrize(
    ("start", "minutes", "hours"),
    [
        pytest.param(NOON - 3 * H, 60, 2.0, id="ended 2 h before"),
        pytest.param(NOON - 48 * H, None, 48.0, id="48 h before, without a length"),
        pytest.param(NOON - 49 * H, 60, 48.0, id="ended just 48 h before"),
        pytest.param(NOON - 71 * H, 1_440, 47.0, id="a whole day of it"),
        pytest.param(NOON, None, 0.0, id="just ended"),
        pytest.param(NOON - H, 61, None, id="still going on"),
    ],
)
def test_exercise_in_the_48_hours_before(start: object, minutes: int | None, hours: float | None) -> None:
    (effort,) = before(an_exercise(start=start, duration_min=minutes)).exercise
    assert effort.hours == hours


@pytest.mark.parametrize(
    ("start", "minutes"),
    [
        pytest.param(NOON - 48 * H - MIN, None, id="too long ago"),
        pytest.param(NOON + MIN, 30, id="afterwards"),
        pytest.param(NOON - 50 * H, 60, id="ended too long ago"),
    ],
)
def test_other_exercise_is_left_out(start: object, minutes: int | None) -> None:
    assert before(an_exercise(start=start, duration_min=minutes)).exercise == ()


def test_the_nearest_exercise_comes_first() -> None:
    far, near = an_exercise(start=NOON - 30 * H), an_exercise(start=NOON - 5 * H)
    assert [each.exercise for each in before(far, near).exercise] == [near, far]


def test_caffeine_of_twelve_hours_is_added_up_and_unknown_amounts_are_counted() -> None:
    found = before(
        a_caffeine(at=NOON - 12 * H, mg=90.0),
        a_caffeine(at=NOON, mg=40.0),
        a_caffeine(at=NOON - 2 * H),
        a_caffeine(at=NOON - 12 * H - MIN, mg=500.0),
        a_caffeine(at=NOON + MIN, mg=500.0),
    )
    assert (found.caffeine_mg, found.caffeine_unknown) == (130.0, 1)


def test_stress_is_the_latest_of_the_local_day_which_starts_at_four() -> None:
    night = at(clock="01:30") + timedelta(days=1)
    ratings = [a_stress(at=at(clock="09:00"), level=2), a_stress(at=at(clock="20:00"), level=5)]
    assert before(*ratings, onset=night).stress == 5
    assert before(*ratings, onset=night + 3 * H).stress is None


def test_sitting_is_the_longest_spell_that_ended_at_most_four_hours_before() -> None:
    spells = [
        a_sitting(start=NOON - 6 * H, duration_min=120),
        a_sitting(start=NOON - 3 * H, duration_min=90),
        a_sitting(start=NOON - 9 * H, duration_min=299),
        a_sitting(start=NOON - H, duration_min=None),
    ]
    assert before(*spells).sitting_min == 120
    assert before(a_sitting(start=NOON - 30 * MIN, duration_min=600)).sitting_min == 30


minutes_before = st.integers(-200, 5_000).map(lambda minutes: NOON - timedelta(minutes=minutes))
exposures = st.one_of(
    st.builds(
        lambda start, length: an_exercise(start=start, duration_min=length),
        minutes_before,
        st.integers(1, 1_440),
    ),
    st.builds(lambda when, mg: a_caffeine(at=when, mg=mg), minutes_before, st.sampled_from((None, 50.0))),
    st.builds(lambda when, level: a_stress(at=when, level=level), minutes_before, st.integers(1, 5)),
    st.builds(
        lambda start, length: a_sitting(start=start, duration_min=length), minutes_before, st.integers(1, 400)
    ),
)


@given(
    st.lists(exposures, max_size=12, unique_by=lambda row: row.id),
    st.lists(minutes_before, min_size=1, max_size=4),
)
@settings(max_examples=60, deadline=None)
def test_one_or_all_at_once_and_a_look_at_every_pair_say_the_same(
    rows: list[Record], onsets: list[object]
) -> None:
    episodes = [an_episode(onset=onset) for onset in onsets]
    diary = Diary.of([*episodes, *rows])
    for episode, found in zip(episodes, contexts(diary, episodes), strict=True):
        assert found == context(diary, episode)
        onset = episode.onset
        efforts = {
            row.id
            for row in rows
            if isinstance(row, Exercise) and row.start <= onset and onset - row.end <= 48 * H
        }
        assert {each.exercise.id for each in found.exercise} == efforts
        drinks = [
            row.mg
            for row in rows
            if isinstance(row, Caffeine) and timedelta(0) <= onset - row.at <= 12 * H and row.mg
        ]
        assert (found.caffeine_mg or 0) == sum(drinks)
        spells = [
            min(row.duration_min or 0, (onset - row.start) // MIN)
            for row in rows
            if isinstance(row, Sitting) and row.start <= onset and onset - row.end <= 4 * H
        ]
        assert found.sitting_min == max(spells, default=None)
