import numpy as np
import pytest

from tests.helpers import TODAY, a_medicine, an_exam
from tests.insight.series.diaries import SOME, ago, checked, counts, twitches, year
from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.domain.record import Record
from twitchlog.insight.columns import Bools, Floats, Ints
from twitchlog.insight.series.block_band import block_band, box_sum
from twitchlog.insight.series.change import change
from twitchlog.insight.series.rate import RateSeries, means, series


def lived(rate: float, spread: float, days: int, seed: int) -> tuple[Ints, Bools, Floats]:
    """Twitches by day, which days count, and the true rate, which drifts; days clump by ``spread``."""
    chance = np.random.default_rng(seed)
    drift = rate * np.exp(0.4 * np.sin(np.arange(days) / 20))
    lifted, now = np.empty(days), 0.0
    for n in range(days):
        now = 0.5 * now + np.sqrt(0.75) * chance.normal()
        lifted[n] = now
    found = chance.poisson(drift * np.exp(spread * lifted - spread**2 / 2))
    return found.astype(np.int64), chance.random(days) > 0.1, drift


def test_the_mean_is_over_counted_days_only() -> None:
    found = series(counts([7, 7, None, 0, None, 7, 7, 0, 0]), year(), TODAY)
    assert found.mean[3] == pytest.approx(28 / 5)
    assert found.counted[3] == 5


def test_fewer_than_three_counted_days_of_seven_are_a_gap() -> None:
    found = series(counts([1] * 10 + [None] * 8 + [1] * 10), year(), TODAY)
    assert [n for n, mean in enumerate(found.mean) if mean is None] == [11, 12, 13, 14, 15, 16]
    assert found.mean[0] == 1
    assert all(
        (mean is None) == (low is None) == (high is None)
        for mean, low, high in zip(found.mean, found.low, found.high, strict=True)
    )


def test_a_mean_does_not_depend_on_the_period_shown() -> None:
    diary = counts([n % 5 for n in range(120)])
    assert series(diary, Period.of_days(TODAY, 30), TODAY).mean == series(diary, year(), TODAY).mean[-30:]


def test_days_with_forgotten_twitches_are_left_out_and_that_is_said() -> None:
    rows = [
        row
        for n in range(40)
        for row in (*twitches(ago(n), 2), checked(ago(n), SOME if n % 10 == 5 else None))
    ]
    found = series(Diary.of(rows), year(), TODAY)
    assert "on 36 counted days of 40 days (40 checked)" in found.explanation
    assert "4 days with more twitches than were written down are left out." in found.explanation
    assert set(found.mean) == {2.0}


def test_without_a_day_that_counts_nothing_is_claimed() -> None:
    rows = [row for n in range(20) for row in (*twitches(ago(n), 2), checked(ago(n), SOME))]
    found = series(Diary.of(rows), year(), TODAY)
    assert not found.enough
    assert found.title == "Twitches a day: cannot tell yet, no day has all its twitches written down"
    assert found.explanation.startswith("Mean of 7 days on 0 counted days of 20 days (20 checked).")


def test_the_legend_names_a_gap_only_where_there_is_one() -> None:
    for numbers, gaps in (([1] * 20, False), ([1] * 20 + [None] * 9, True)):
        words = [key.words for key in series(counts(numbers), year(), TODAY).legend]
        assert ("too few counted days" in words) is gaps


def test_the_band_holds_the_mean_and_is_the_same_each_time() -> None:
    diary = counts([(n * 7919) % 6 for n in range(100)])
    first, again = series(diary, year(), TODAY), series(diary, year(), TODAY)
    assert first == again
    for low, mean, high in zip(first.low, first.mean, first.high, strict=True):
        assert low is not None
        assert mean is not None
        assert high is not None
        assert 0 <= low <= mean <= high


@pytest.mark.parametrize(("rate", "spread"), [(1.0, 0.5), (4.0, 0.5), (4.0, 1.0)])
def test_the_band_covers_the_true_mean_of_clumped_days(rate: float, spread: float) -> None:
    covered = []
    for seed in range(12):
        found, counted, drift = lived(rate, spread, 365, seed)
        _, low, high, seen = means(found, counted)
        truth = box_sum(drift, 7) / box_sum(np.ones(365), 7)
        covered.append(((low <= truth) & (truth <= high))[seen >= 3].mean())
    assert 0.88 < np.mean(covered) < 0.98


def test_chance_alone_is_seldom_called_more_or_less() -> None:
    wrong = 0
    for seed in range(150):
        chance = np.random.default_rng(seed)
        lifted = np.exp(0.7 * np.repeat(chance.normal(size=60), 2)[:119])
        found = change(chance.poisson(2 * lifted).astype(np.int64), chance.random(119) > 0.1)
        assert found is not None
        wrong += not found.low <= 1 <= found.high
    assert wrong <= 14


def test_more_is_said_only_when_the_range_says_so() -> None:
    steady = [2, 3, 1, 4, 2, 2, 3] * 12
    assert series(counts(steady + [8, 9, 7, 8, 6, 9, 8] * 4), year(), TODAY).title == (
        "More in the last four weeks: about 8 a day, before 2.4"
    )
    assert series(counts([6, 9, 7, 8] * 21 + [1, 0, 1, 0] * 7), year(), TODAY).title.startswith(
        "Less in the last"
    )
    assert series(counts(steady + steady), year(), TODAY).title == "About 2.4 a day, no clear change"


def test_a_month_is_too_short_to_say_more_or_less() -> None:
    assert (
        series(counts([1] * 10 + [9] * 20), year(), TODAY).title
        == "About 6 a day, too few days to say more or less"
    )


def test_quiet_weeks_are_said_as_counted_days_without_twitches() -> None:
    assert series(counts([0] * 20), year(), TODAY).title == "No twitches on 20 counted days"


def test_exams_and_medicines_are_marks_in_order() -> None:
    medical: list[Record] = [
        a_medicine(date=ago(3)),
        an_exam(date=ago(8)),
        a_medicine(date=ago(400), name="Old"),
    ]
    diary = Diary.of([*medical, *(checked(ago(n)) for n in range(20))])
    found = series(diary, year(), TODAY)
    assert [mark.label for mark in found.marks] == ["Exam", "Examplin started"]
    assert [row[5] for row in found.table.rows if row[5]] == [
        "neurological examination, normal",
        "Examplin started",
    ]


def test_the_table_has_the_numbers_of_the_line() -> None:
    found: RateSeries = series(counts([n % 3 for n in range(30)]), year(), TODAY)
    for n, row in enumerate(found.table.rows):
        mean = found.mean[n]
        assert mean is not None
        assert row[1] == round(mean, 2)
        assert row[4] == found.counted[n]


def test_a_hundred_years_of_gaps_and_a_thousand_twitches_in_a_day_do_no_harm() -> None:
    first = TODAY.replace(year=1926)
    diary = Diary.of([*twitches(first, 1), checked(first), *twitches(TODAY, 1000), checked(TODAY)])
    found = series(diary, Period(first, ago(-1)), TODAY)
    assert set(found.mean) == {None}
    assert not found.enough


@pytest.mark.parametrize("at_once", [1, 3_001])
def test_a_range_is_the_same_however_many_days_are_worked_on_together(
    monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    chance = np.random.default_rng(3)
    counted = chance.random(400) < 0.8
    values = np.where(counted, chance.poisson(3, 400), 0).astype(float)
    whole = block_band(values, counted, 7)
    monkeypatch.setattr("twitchlog.insight.series.block_band.AT_ONCE", at_once)
    parts = block_band(values, counted, 7)
    assert all(np.array_equal(one, other) for one, other in zip(whole, parts, strict=True))
    assert (whole[0] < 0).any()


def test_a_box_is_summed_along_each_row_and_is_smaller_at_the_ends() -> None:
    rows = np.array([[1.0, 2, 3, 4], [0, 0, 1, 0]])
    assert box_sum(rows, 3).tolist() == [[3, 6, 9, 7], [0, 1, 1, 1]]
    assert box_sum(rows[0], 3).tolist() == [3, 6, 9, 7]
