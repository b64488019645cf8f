from datetime import timedelta

from tests.helpers import TODAY, a_caffeine, a_sitting, a_stress, an_episode, an_exercise, at
from tests.insight.series.diaries import NONE, SOME, ago, checked, counts, twitches, year
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode
from twitchlog.domain.period import Period
from twitchlog.domain.record import Record
from twitchlog.insight.series.raster import ROWS, series


def test_there_are_always_four_weeks_the_newest_first() -> None:
    found = series(counts([1] * 3), year(), TODAY)
    assert len(found.days) == ROWS
    assert found.days[0].date == TODAY
    assert [day.kind is None for day in found.days] == [False] * 3 + [True] * 25
    assert found.explanation.endswith("3 of 3 days checked.")


def test_each_kind_of_day_has_its_words() -> None:
    rows = [
        checked(TODAY, NONE),
        *twitches(ago(1), 2),
        checked(ago(1), SOME),
        *twitches(ago(3), 1),
        checked(ago(4)),
    ]
    found = series(Diary.of(rows), year(), TODAY)
    assert [day.words for day in found.days[:6]] == [
        "none",
        "2, and more",
        "not recorded",
        "1, no check-in",
        "none",
        "",
    ]


def test_a_run_over_the_day_start_is_on_both_days() -> None:
    run = an_exercise(start=at(TODAY, "03:30"), duration_min=60)
    found = series(Diary.of([run]), year(), TODAY)
    assert [(each.start, each.end) for each in found.days[1].exercise] == [(1410, 1440)]
    assert [(each.start, each.end) for each in found.days[0].exercise] == [(0, 30)]


def test_the_highest_stress_of_the_day_is_shown_and_none_is_not_calm() -> None:
    rows = [
        a_stress(at=at(TODAY, "09:00"), level=4),
        a_stress(at=at(TODAY, "20:00"), level=2),
        checked(ago(1)),
    ]
    found = series(Diary.of(rows), year(), TODAY)
    assert [day.stress for day in found.days[:2]] == [4, None]
    assert found.table.rows[0][7] == "4 high"


def test_each_thing_says_what_it_is() -> None:
    rows: list[Record] = [
        an_episode(onset=at(TODAY, "09:15"), intensity=2, duration_s=60),
        a_caffeine(at=at(TODAY, "08:00"), servings=2, mg=180),
        a_sitting(start=at(TODAY, "10:00")),
    ]
    diary = Diary.of(rows)
    day = series(diary, year(), TODAY).days[0]
    assert day.twitches[0].words == "Sun 22 Nov 2026, 09:15: Left calf, mild, 1 min"
    assert day.caffeine[0].words == "Sun 22 Nov 2026, 08:00: 2 coffees, 180 mg"
    assert day.sitting[0].words == "Sun 22 Nov 2026, 10:00: sitting, 2 h"
    assert day.twitches[0].key == next(diary.every(Episode)).id
    assert day.twitches[0].strength == 2


def test_what_shook_from_outside_is_not_drawn_as_a_twitch() -> None:
    assert series(Diary.of([an_episode(pulse=True)]), year(), TODAY).days[0].twitches == ()


def test_an_earlier_period_says_which_four_weeks() -> None:
    before = Period.of_days(ago(30), 30)
    assert series(counts([1] * 90), before, TODAY).title == "Four weeks to Fri 23 Oct 2026, hour by hour"


def test_a_thousand_twitches_in_a_day_are_all_there() -> None:
    rows = [an_episode(onset=at(TODAY, "05:00") + timedelta(minutes=n)) for n in range(1000)]
    assert series(Diary.of(rows), year(), TODAY).days[0].words == "1,000, no check-in"
