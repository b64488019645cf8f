"""The contract's JSON, and what a flag rests on."""

from datetime import date, timedelta

from tests.helpers import TODAY, a_day, an_episode, at
from tests.insight.flags.vectors import diary_of
from twitchlog.domain.day import CheckIn
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Posture, Symptom
from twitchlog.domain.settings import DiarySettings
from twitchlog.domain.sites import Region, Side, Site
from twitchlog.insight.flags import RULES, Flag, flags
from twitchlog.insight.flags.claims import BASES

PAIN = frozenset({Symptom.PAIN})


def the(rule: str, diary: Diary) -> Flag:
    found = flags(diary, TODAY)
    return next(flag for flag in found.shown + found.quiet if flag.rule == rule)


def test_there_is_one_rule_per_code_in_the_order_of_the_cards() -> None:
    assert list(RULES) == list(BASES)
    assert len(RULES) == 25


def test_a_row_is_the_contracts_json() -> None:
    weak = an_episode(onset=at(date(2026, 11, 14)), symptoms=frozenset({Symptom.WEAKNESS}))
    assert the("weakness", Diary.of([weak])).row() == {
        "rule": "weakness",
        "level": 2,
        "kind": "red_flag",
        "region": "left_leg",
        "sites": ["calf.left"],
        "since": "2026-11-14",
        "days": ["2026-11-14"],
        "evidence": [weak.id],
        "title": "Weakness noted",
        "text": "You noted weakness together with twitching on 14 Nov. Many people who notice this turn out to be well; "
        "an examination is the way to find out. Please see a doctor and take the report along.",
        "why": "Weakness in the last 14 days. One of the articles names it.",
        "source": ["B11"],
        "clears": "After 14 days without another, or when you note that you have discussed it.",
    }


def test_a_quiet_row_says_when_it_was_discussed_or_how_long_it_is_hidden() -> None:
    discussed = the("pain", diary_of("e 1114 +pain; talk 1116 pain")).row()
    assert discussed["discussed_on"] == "2026-11-16"
    assert "hidden_until" not in discussed
    settings = DiarySettings(hidden={"pain": date(2026, 11, 20)})
    hidden = the("pain", diary_of("e 1114 +pain", settings)).row()
    assert hidden["hidden_until"] == "2026-12-20"
    assert "discussed_on" not in hidden


def test_a_region_is_named_only_if_all_evidence_lies_in_it() -> None:
    assert the("pain", diary_of("e 1121 foot.left +pain; e 1122 +pain")).region is Region.LEFT_LEG
    assert the("pain", diary_of("e 1121 foot.right +pain; e 1122 +pain")).region is None
    assert the("pain", diary_of("e 1122 calf.both +pain")).region is None
    assert the("pain", diary_of("e 1121 many.middle +pain; e 1122 +pain")).region is None
    assert the("persistent_with_more", diary_of("e 1108-1122 calf.both")).region is None
    assert the("persistent", diary_of("e 1108-1122 calf.left")).region is Region.LEFT_LEG
    assert the("cramps", diary_of("e 1120-1122 +cramp")).region is None


def test_evidence_is_in_order_of_onset_and_each_row_once() -> None:
    early, late = (
        an_episode(onset=at(clock="09:00"), symptoms=PAIN),
        an_episode(onset=at(clock="10:00"), symptoms=PAIN),
    )
    again = an_episode(onset=at(TODAY - timedelta(days=3)), site=Site.JAW, side=Side.MIDDLE, symptoms=PAIN)
    flag = the("pain", Diary.of([late, early, again]))
    assert flag.evidence == (again.id, early.id, late.id)
    assert flag.sites == ("calf.left", "jaw.middle")
    assert flag.days == (TODAY - timedelta(days=3), TODAY)


def test_lasting_and_more_rests_on_both() -> None:
    flag = the("persistent_with_more", diary_of("e 1108-1122; e 1030 hand.right +weakness"))
    assert flag.days[0] == date(2026, 10, 30)
    assert flag.sites == ("calf.left", "hand.right")
    assert flag.region is Region.LEFT_LEG


def test_a_day_known_only_by_its_check_in_is_evidence_by_its_date() -> None:
    days = [a_day(date=TODAY - timedelta(days=back), check_in=CheckIn.SOME_LOGGED) for back in range(14)]
    flag = the("too_often", Diary.of([*days, an_episode()]))
    assert len(flag.days) == 14
    assert flag.evidence[0] == an_episode().id
    assert flag.evidence[1] == "2026-11-09"


def test_most_days_rest_on_the_last_two_weeks() -> None:
    flag = the("too_often", diary_of("e 1101-1122"))
    assert (len(flag.evidence), flag.since) == (14, date(2026, 11, 9))
    checked = the("too_often", diary_of("all 1101-1122; e 1109-1113,1116-1120"))
    assert len(checked.evidence) == 10


def test_gaps_are_the_days_not_recorded() -> None:
    flag = the("gaps", diary_of("none 1101,1109-1117"))
    assert flag.days == tuple(date(2026, 11, day) for day in range(18, 23))
    assert (flag.evidence, flag.sites) == ((), ())


def test_much_worry_rests_on_days_and_many_entries_on_entries_and_neither_names_places() -> None:
    worried = the("attention", diary_of("worry 1119-1122 4"))
    assert worried.evidence == tuple(f"2026-11-{day}" for day in range(19, 23))
    busy = the("attention", diary_of("e 1120x9,1121x9,1122x9"))
    assert (len(busy.evidence), busy.sites, len(busy.days)) == (27, (), 3)


def test_a_medicine_is_the_evidence_and_the_first_day_its_day() -> None:
    flag = the("medicine", diary_of("e 1120; med 1106 started"))
    assert (len(flag.evidence), flag.days, flag.sites) == (1, (date(2026, 11, 20),), ())


def test_rising_rests_on_the_onsets_of_the_two_recent_weeks() -> None:
    double = "e 1110-1118/2 jaw.left 12:10"
    diary = f"none 0928-1122; e 0930-1104/7,1110-1118/2 cheek.left; e 1110-1118/2 jaw.left; {double}"
    flag = the("rising", diary_of(diary))
    assert len(flag.evidence) == 10
    assert flag.since == date(2026, 11, 10)


def test_a_day_changes_at_its_own_clock_on_both_sides_of_a_clock_change() -> None:
    summer, winter = 120, 60
    evening = an_episode(onset=at(date(2026, 10, 25), "03:59", summer), symptoms=PAIN)
    morning = an_episode(onset=at(date(2026, 10, 25), "04:00", winter), symptoms=PAIN)
    found = flags(Diary.of([evening, morning]), date(2026, 10, 25)).shown[0]
    assert found.days == (date(2026, 10, 24), date(2026, 10, 25))


def test_hours_between_are_lived_hours_over_a_clock_change() -> None:
    ex = "ex 1122 09:00 60 calf"
    assert "at_rest_after_exercise" in {
        f.rule for f in flags(diary_of(f"{ex}; e 1122 11:00 posture=sitting"), TODAY).shown
    }
    onset = at(TODAY, "11:00", 60)
    sitting = an_episode(onset=onset, posture=Posture.SITTING)
    exercise = next(iter(diary_of(ex).months.values()))
    diary = Diary({(2026, 11): exercise}).apply(None, sitting)
    assert "at_rest_after_exercise" not in {f.rule for f in flags(diary, TODAY).shown}


def test_a_day_that_starts_later_moves_the_windows() -> None:
    early = an_episode(onset=at(TODAY + timedelta(days=1), "05:30"))
    assert flags(Diary.of([early]), TODAY).shown == ()
    assert flags(Diary.of([early], DiarySettings(day_start=6)), TODAY).shown[0].days == (TODAY,)


def test_an_edit_is_seen_at_once() -> None:
    diary = diary_of("e 1122 +pain")
    assert {flag.rule for flag in flags(diary, TODAY).shown} == {"pain"}
    (pain,) = next(iter(diary.months.values())).of_kind(type(an_episode()))
    assert {flag.rule for flag in flags(diary.apply(pain, None), TODAY).shown} == set()
