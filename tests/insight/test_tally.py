from collections import Counter
from datetime import timedelta

from tests.charts.sample import a_year
from tests.helpers import TODAY, a_day, an_episode, at
from twitchlog.domain.day import CheckIn, Day
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode
from twitchlog.domain.period import Period
from twitchlog.domain.record import Record
from twitchlog.domain.sites import Side, Site
from twitchlog.insight.tally import Tally, tallies

YEAR = Period.of_days(TODAY, 365)


def test_places_are_counted_as_one_would_by_hand() -> None:
    diary = a_year()
    found, checked = tallies(diary, YEAR)
    days = {day.date for day in diary.within(Day, YEAR) if day.checked}
    counted = [row for row in diary.within(Episode, YEAR) if row.counted]
    by_hand = Counter((row.site, row.side) for row in counted)
    assert checked == len(days)
    assert {(each.site, each.side): each.twitches for each in found} == dict(by_hand)
    assert [each.twitches for each in found] == sorted(by_hand.values(), reverse=True)
    for each in found:
        here = {diary.day_of(row) for row in counted if (row.site, row.side) == (each.site, each.side)}
        assert (each.days, each.last) == (len(here & days), max(here))


def test_days_without_a_check_in_and_what_was_no_twitch_are_not_counted() -> None:
    yesterday = TODAY - timedelta(days=1)
    rows: list[Record] = [
        an_episode(onset=at(yesterday)),
        an_episode(onset=at(TODAY)),
        an_episode(onset=at(TODAY, "13:00"), pulse=True),
        a_day(check_in=CheckIn.ALL_LOGGED),
    ]
    assert tallies(Diary.of(rows), YEAR) == ([Tally(Site.CALF, Side.LEFT, 2, 1, TODAY)], 1)


def test_a_small_hour_belongs_to_the_evening_before() -> None:
    found, _ = tallies(Diary.of([an_episode(onset=at(TODAY, "03:30"))]), YEAR)
    assert found[0].last == TODAY - timedelta(days=1)


def test_an_empty_diary_has_no_places() -> None:
    assert tallies(Diary(), YEAR) == ([], 0)
