"""What was discussed or put away stays quiet, until something is new."""

from datetime import date, timedelta

import pytest

from tests.helpers import TODAY, a_discussion, at
from tests.insight.flags.vectors import diary_of, summary
from twitchlog.domain.settings import DiarySettings
from twitchlog.domain.sites import Region
from twitchlog.insight.flags import Flag, flags
from twitchlog.insight.flags.discussed import judged, links_back
from twitchlog.insight.flags.gathered import gathered
from twitchlog.insight.flags.recent import Recent

DIFFERENT = "00000000-0000-4000-8000-000000000001"


def raised(text: str, **hidden: date) -> str:
    return summary(flags(diary_of(text, DiarySettings(hidden=hidden)), TODAY))


def the(rule: str, text: str, **hidden: date) -> Flag:
    found = flags(diary_of(text, DiarySettings(hidden=hidden)), TODAY)
    return next(flag for flag in found.shown + found.quiet if flag.rule == rule)


def test_what_is_dated_on_the_day_of_the_talk_was_discussed() -> None:
    assert raised("e 1116 +pain; talk 1116 pain") == "- / quiet pain 2"
    assert raised("e 1117 +pain; talk 1116 pain") == "pain 2"


def test_a_new_event_is_shown_without_the_ones_discussed() -> None:
    diary = "e 1114 +weakness; e 1118 +weakness weakness_kind=heavy; talk 1116 weakness"
    flag = the("weakness", diary)
    assert (flag.level, flag.days, flag.quiet) == (1, (date(2026, 11, 18),), False)
    assert "on 18 Nov." in flag.text


def test_a_talk_after_the_day_asked_is_not_known_yet() -> None:
    assert raised("e 1116 +pain; talk 1123 pain") == "pain 2"


def test_the_latest_talk_counts() -> None:
    assert the("pain", "e 1114 +pain; talk 1118 pain; talk 1115 pain").discussed_on == date(2026, 11, 18)


def test_a_talk_about_one_rule_says_nothing_of_another() -> None:
    assert raised("e 1114 +pain,numbness; talk 1116 pain") == "numbness 2 / quiet pain 2"


def test_a_mineral_is_shown_again_with_a_newer_low_result() -> None:
    low = "lab 1101 potassium 3.4 low=3.5"
    assert raised(f"{low}; talk 1102 mineral") == "- / quiet mineral 2"
    assert raised(f"{low}; talk 1102 mineral; lab 1103 potassium 3.3 low=3.5") == "mineral 2"


def test_a_medicine_is_shown_again_when_another_one_was_begun() -> None:
    assert raised("e 1120; med 1110 started; talk 1121 medicine") == "common 0 / quiet medicine 1"
    assert raised("e 1120; med 1110 started; talk 1110 medicine") == "common 0 / quiet medicine 1"
    begun = "e 1120; med 1110 started; talk 1112 medicine; med 1113 started"
    assert raised(begun) == "medicine 1, common 0"


def test_a_state_that_was_off_for_14_days_in_a_row_is_new() -> None:
    # Four days of worry hold for three days more, while they are within the last seven.
    assert raised("worry 1102-1105,1119-1122 5; talk 1106 attention") == "- / quiet attention 0"
    assert raised("worry 1101-1104,1119-1122 5; talk 1106 attention") == "attention 0"


@pytest.mark.parametrize(
    ("held", "linked"),
    [
        pytest.param([14], True, id="14 days before"),
        pytest.param([15], False, id="15 days before"),
        pytest.param([14, 28], True, id="by steps of 14"),
        pytest.param([13, 28], False, id="a step of 15"),
        pytest.param([1, 2, 3, 14, 20], True, id="the furthest step is what counts"),
        pytest.param([], False, id="never"),
    ],
)
def test_a_state_links_back_by_days_on_which_it_held(held: list[int], linked: bool) -> None:
    days = {TODAY - timedelta(days=back) for back in held}
    to = TODAY - timedelta(days=max([*held, 14]))
    assert links_back(TODAY, to, days.__contains__) is linked


def test_an_old_talk_is_taken_as_80_days_ago_and_holding_then() -> None:
    days = {TODAY - timedelta(days=back) for back in range(67)}
    assert links_back(TODAY, TODAY - timedelta(days=81), days.__contains__)
    assert not links_back(TODAY, TODAY - timedelta(days=80), days.__contains__)
    assert not links_back(
        TODAY, TODAY - timedelta(days=81), (days - {TODAY - timedelta(days=66)}).__contains__
    )
    assert not links_back(
        TODAY, TODAY - timedelta(days=80), (days - {TODAY - timedelta(days=66)}).__contains__
    )


def test_no_day_further_back_than_94_is_asked() -> None:
    asked: list[date] = []

    def holds(day: date) -> bool:
        asked.append(day)
        return (TODAY - day).days % 20 == 0 or day > TODAY - timedelta(days=80)

    for back in (79, 80, 81, 200):
        links_back(TODAY, TODAY - timedelta(days=back), holds)
    assert min(asked) >= TODAY - timedelta(days=94)


def test_of_two_lasting_regions_the_new_one_is_listed_alone() -> None:
    diary = diary_of("e 1001-1122 cheek.left; e 1108-1122 chest.left; talk 1020 persistent")
    flag = judged("persistent", Recent(TODAY, gathered(diary, TODAY)))
    assert flag is not None
    assert (flag.region, flag.quiet, flag.since) == (Region.TRUNK, False, date(2026, 11, 8))


def test_a_quiet_flag_lists_all_regions() -> None:
    diary = diary_of("e 1001-1122 cheek.left; e 1001-1122 chest.left; talk 1020 persistent")
    flag = judged("persistent", Recent(TODAY, gathered(diary, TODAY)))
    assert flag is not None
    assert (flag.region, flag.quiet) == (None, True)
    assert flag.sites == ("cheek.left", "chest.left")


def test_a_region_that_begins_to_come_and_go_is_new_beside_a_discussed_one() -> None:
    old = "all 0801-1122; e 0806-1122/7 cheek.left; talk 1101 comes_and_goes"
    assert raised(old) == "- / quiet comes_and_goes 1"
    assert raised(f"{old}; e 1105-1119/14 chest.left") == "comes_and_goes 0"


def test_hiding_lasts_30_days() -> None:
    worry = "worry 1019-1122 5"
    first, last = TODAY - timedelta(days=29), TODAY - timedelta(days=30)
    assert raised(worry, attention=first) == "- / quiet attention 0"
    assert raised(worry, attention=last) == "attention 0"
    assert raised(worry, attention=TODAY) == "- / quiet attention 0"
    assert the("attention", worry, attention=first).hidden_until == TODAY + timedelta(days=1)


def test_hiding_does_not_hide_what_is_new() -> None:
    assert raised("e 1118 +pain", pain=date(2026, 11, 17)) == "pain 2"
    assert raised("e 1118 +pain", pain=date(2026, 11, 18)) == "- / quiet pain 2"


def test_the_highest_level_cannot_be_hidden() -> None:
    assert raised("talk 1122 urgent_yes", urgent=TODAY) == "urgent 3"


def test_a_hiding_still_to_come_hides_nothing() -> None:
    assert raised("worry 1119-1122 5", attention=TODAY + timedelta(days=1)) == "attention 0"


def test_the_later_of_talk_and_hiding_is_what_a_quiet_flag_names() -> None:
    flag = the("attention", "worry 1110-1122 5; talk 1119 attention", attention=date(2026, 11, 20))
    assert (flag.discussed_on, flag.hidden_until) == (None, date(2026, 12, 20))
    flag = the("attention", "worry 1110-1122 5; talk 1120 attention", attention=date(2026, 11, 20))
    assert (flag.discussed_on, flag.hidden_until) == (date(2026, 11, 20), None)


def test_a_normal_examination_is_quiet_once_talked_over_on_its_day() -> None:
    assert raised("exam 1120 normal; talk 1120 examined_normal") == "- / quiet examined_normal 0"
    assert raised("exam 1120 normal; talk 1119 examined_normal") == "examined_normal 0"


def test_more_of_a_kind_that_was_there_before_is_nothing_new() -> None:
    lasting = "e 1020-1122; e 1110,1111,1118,1119 +cramp; talk 1112 persistent_with_more; talk 1122 cramps"
    assert raised(lasting) == "too_often 1 / quiet persistent_with_more 2, cramps 1"


def test_more_that_was_talked_over_before_twitching_had_lasted_is_shown_once_it_has() -> None:
    early = "e 1101-1122; e 1102,1103,1118 +cramp; talk 1110 persistent_with_more"
    assert raised(early) == "persistent_with_more 2, too_often 1"


def test_an_examination_lowers_a_quiet_flag_too_and_keeps_its_day() -> None:
    found = flags(diary_of("e 1101-1122; exam 1120 normal; talk 1121 persistent"), TODAY)
    assert summary(found) == "too_often 0, examined_normal 0 / quiet persistent 0"
    assert found.quiet[0].discussed_on == date(2026, 11, 21)
    assert "Your examination on 20 Nov was normal" in found.quiet[0].text


def test_a_row_written_twice_is_one_talk() -> None:
    diary = diary_of("e 1114 +pain; talk 1116 pain").apply(
        None, a_discussion(rule="pain", date=date(2026, 11, 16), recorded_at=at(TODAY), id=DIFFERENT)
    )
    assert summary(flags(diary, TODAY)) == "- / quiet pain 2"
