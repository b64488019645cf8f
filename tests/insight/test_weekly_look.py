"""The weekly look, against the figures of the statistics page and plain binomial sums."""

from datetime import date, timedelta
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers import TODAY, a_day, an_episode, at
from twitchlog.domain.day import CheckIn
from twitchlog.domain.diary import Diary
from twitchlog.domain.record import Record
from twitchlog.domain.sites import Side
from twitchlog.insight import weekly_look as looks
from twitchlog.insight.weekly_look import Comparison, Week, comparison_of, last_sunday, onsets_of, weekly_look


def compared(days: str, onsets: str) -> Comparison:
    pairs = zip(days.split(), onsets.split(), strict=True)
    return comparison_of([Week(int(day), int(onset)) for day, onset in pairs])


@pytest.mark.parametrize(
    ("days", "onsets", "phi", "z", "rising"),
    [
        pytest.param("7 7 7 7 7 7 7 7", "9 9 3 4 3 3 4 3", 0.0667, 2.9564, True, id="2.7 times"),
        pytest.param("7 7 7 7 7 7 7 7", "5 6 2 2 2 2 2 2", 0.0152, 2.3357, False, id="could be chance"),
        pytest.param("7 7 7 7 7 7 7 7", "12 2 2 3 2 3 2 3", 1.2905, 2.3565, False, id="one week alone"),
        pytest.param("5 5 7 7 7 7 0 0", "6 6 2 2 2 2 0 0", 0.0, 3.1136, True, id="two weeks not recorded"),
    ],
)
def test_the_published_comparisons(days: str, onsets: str, phi: float, z: float, rising: bool) -> None:
    found = compared(days, onsets)
    assert found.phi == pytest.approx(phi, abs=5e-5)
    assert found.z == pytest.approx(z, abs=5e-5)
    assert found.rising() is rising


def test_ratios_are_of_onsets_per_complete_day() -> None:
    assert compared("7 7 7 7 7 7 7 7", "9 9 3 4 3 3 4 3").ratio == pytest.approx(2.7)
    assert compared("5 5 7 7 7 7 0 0", "6 6 2 2 2 2 0 0").ratio == pytest.approx(4.2)
    assert compared("7 7 7 7 7 7 7 7", "9 9 0 0 0 0 0 0").ratio == pytest.approx(18 / 14 / (0.5 / 42))


def test_a_week_with_next_to_nothing_expected_does_not_blow_up_the_spread() -> None:
    found = compared("7 7 7 7 7 7 7 7", "9 9 2 0 0 0 0 0")
    assert found.phi == pytest.approx(((2 - 1 / 3) ** 2 + 5 * (1 / 3) ** 2) / 0.5 / 6)


@pytest.mark.parametrize(
    ("days", "onsets", "enough"),
    [
        ("5 5 7 7 7 7 0 0", "4 4 0 0 0 0 0 0", True),
        ("5 4 7 7 7 7 0 0", "4 4 0 0 0 0 0 0", False),
        ("5 5 7 7 7 6 0 0", "4 4 0 0 0 0 0 0", False),
        ("5 5 7 7 7 7 0 0", "4 3 0 0 0 0 0 0", False),
    ],
)
def test_too_few_days_or_onsets_are_not_compared(days: str, onsets: str, enough: bool) -> None:
    found = compared(days, onsets)
    assert (found.z is not None) is enough
    assert found.rising() is enough


def test_a_rise_needs_both_its_size_and_its_certainty() -> None:
    many = compared("7 7 7 7 7 7 7 7", "700 700 500 500 500 500 500 500")
    assert many.z is not None
    assert many.z > 2.6
    assert not many.rising()
    assert many.rising(ratio=1.3)
    assert compared("7 7 7 7 7 7 7 7", "750 750 500 500 500 500 500 500").rising()
    assert not compared("7 7 7 7 7 7 7 7", "9 9 3 4 3 3 4 3").rising(p=0.003)


@given(st.integers(1, 400), st.floats(0.05, 0.95), st.data())
def test_the_tail_is_that_of_a_binomial(total: int, share: float, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, total))

    def point(k: int) -> float:
        return comb(total, k) * share**k * (1 - share) ** (total - k)

    exact = sum(point(k) for k in range(count + 1, total + 1)) + point(count) / 2
    assert looks._mid_p_above(count, total, share) == pytest.approx(exact, abs=1e-9)


def test_huge_counts_stay_finite() -> None:
    up = compared("7 7 7 7 7 7 7 7", "9000 9000 1 1 1 1 1 1")
    down = compared("7 7 7 7 7 7 7 7", "0 0 9000 9000 9000 9000 9000 9000")
    assert up.z is not None
    assert down.z is not None
    assert up.z > 2.6
    assert down.z < 0


def test_the_look_is_of_the_last_sunday() -> None:
    sunday = date(2026, 11, 22)
    assert [last_sunday(sunday + timedelta(days=days)) for days in range(7)] == [sunday] * 7
    assert last_sunday(sunday - timedelta(days=1)) == sunday - timedelta(days=7)


def test_a_double_entry_is_no_onset_but_moves_the_quarter_of_an_hour_on() -> None:
    clocks = ["12:00", "12:14", "12:28", "12:43", "12:44"]
    rows = [an_episode(onset=at(clock=clock)) for clock in clocks]
    other = an_episode(onset=at(clock="12:01"), side=Side.RIGHT)
    assert [row.onset for row in onsets_of([*reversed(rows), other])] == [
        rows[0].onset,
        other.onset,
        rows[3].onset,
    ]


def test_a_double_entry_over_the_start_of_the_eight_weeks_is_known() -> None:
    first = TODAY - timedelta(days=55)
    days: list[Record] = [a_day(date=first, check_in=CheckIn.ALL_LOGGED, exposures_complete=True)]
    just_after = an_episode(onset=at(first, "04:05"))
    assert weekly_look(Diary.of([*days, just_after]), TODAY).comparison.before == Week(1, 1)
    just_before = an_episode(onset=at(first, "03:55"))
    assert weekly_look(Diary.of([*days, just_after, just_before]), TODAY).comparison.before == Week(1, 0)


def test_only_complete_days_count() -> None:
    yesterday = TODAY - timedelta(days=1)
    diary = Diary.of(
        [
            a_day(check_in=CheckIn.SOME_LOGGED, exposures_complete=True),
            a_day(date=yesterday, check_in=CheckIn.ALL_LOGGED, exposures_complete=True),
            an_episode(),
            an_episode(onset=at(yesterday)),
            an_episode(onset=at(yesterday, "15:00"), pulse=True),
        ]
    )
    look = weekly_look(diary, TODAY)
    assert look.comparison.recent == Week(1, 1)
    assert [row.onset for row in look.onsets] == [at(yesterday)]


def test_the_made_diary_of_the_statistics_page() -> None:
    look = weekly_look(Diary.of(made_diary()), TODAY)
    found = look.comparison
    assert (found.recent, found.before) == (Week(13, 16), Week(39, 58))
    assert found.phi == pytest.approx(1.5109, abs=5e-5)
    assert found.z == pytest.approx(-0.5308, abs=5e-5)
    assert found.ratio == pytest.approx(0.8276, abs=5e-5)
    assert not found.rising()
    assert len(look.onsets) == 16


def made_diary() -> list[Record]:
    rows: list[Record] = []
    for k in range(90):
        day = date(2026, 8, 25) + timedelta(days=k)
        check_in = CheckIn.SOME_LOGGED if k % 13 == 6 else CheckIn.ALL_LOGGED
        rows.append(a_day(date=day, check_in=check_in, exposures_complete=True))
        for h in range(7, 25):
            weight = 4 + (9 if k % 3 == 0 and h >= 18 else 0)
            weight += (3 if k * k % 11 in {1, 3, 4} else 0) + (2 if h >= 18 else 0)
            if (53 * k + 29 * h + h * h * k) % 97 < weight:
                onset = at(day + timedelta(days=h // 24), f"{h % 24:02}:30", 60)
                rows.append(an_episode(onset=onset))
                if k % 8 == 0:
                    rows.append(an_episode(onset=onset + timedelta(minutes=10)))
    return rows


def test_the_made_diary_has_the_episodes_it_should() -> None:
    episodes = [row for row in made_diary() if type(row) is type(an_episode())]
    assert len(episodes) == 132
