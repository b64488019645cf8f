"""What a person reads."""

import re
from datetime import date
from pathlib import Path

import pytest

from tests.helpers import TODAY, a_lab, a_medicine, an_episode, at
from tests.insight.flags.vectors import diary_of, vectors
from twitchlog.domain.diary import Diary
from twitchlog.domain.record import Record
from twitchlog.domain.settings import DiarySettings
from twitchlog.domain.sites import Side, Site
from twitchlog.insight.flags import RULES, THRESHOLDS, Flag, flags
from twitchlog.insight.flags.banned import BANNED, banned_in
from twitchlog.insight.flags.claim_words import CLAIMS, claims_in_words
from twitchlog.insight.flags.claims import BASES
from twitchlog.insight.flags.levels import LEVELS
from twitchlog.insight.flags.phrases import dates, few, hours, minutes, share
from twitchlog.insight.flags.signs import FOLLOW_UP_QUESTION, SIGNS, SIGNS_SOURCE, SIGNS_TITLE

FIXTURES = Path(__file__).parents[2] / "fixtures"
DOCUMENTS = FIXTURES / "documents"
BUSY = (
    "all 0830-1122; e 0831-1122/2; e 1101-1122 eyelid.both; e 1110-1122 hand.both; e 1109-1122 chest.left; "
    "e 1110,1112,1114,1118,1120 calf.right +weakness,thinning,cramp,pain,numbness pattern=continuous duration_s=86400; "
    "med 1109 started; lab 1122 calcium 1.5 low=2.2; talk 1122 urgent_yes"
)
OTHERS = (
    "e 1122 +weakness weakness_kind=heavy",
    "e 1122 +thinning",
    "e 1119-1121 +cramp",
    "e 1101-1122; exam 1101 normal",
    "all 0831-1122; e 0906-1122/7; e 1122 +weakness",
    "all 0830-1122; e 0831-1122/14; e 0831-1122/14 hand.left; e 0831-1122/14 cheek.left; e 0831-1122/14 chest.left",
    "e 1120-1122; e 1120-1122 eyelid.left; e 1120-1122 toes.both; e 1120-1122 arch.both; e 1122 fingers.both",
)


def the(rule: str, text: str, **thresholds: float) -> Flag:
    found = flags(diary_of(text, DiarySettings(thresholds=thresholds)), TODAY)
    return next(flag for flag in found.shown + found.quiet if flag.rule == rule)


def every_flag() -> list[Flag]:
    diaries = [vector.diary for vector in vectors()] + [BUSY, *OTHERS]
    raised = [flags(diary_of(text), TODAY) for text in diaries]
    return [flag for found in raised for flag in found.shown + found.quiet]


def every_text() -> list[str]:
    texts = [text for flag in every_flag() for text in (flag.title, flag.text, flag.why, flag.clears)]
    texts += [threshold.meaning for threshold in THRESHOLDS.values()]
    return [*texts, *CLAIMS.values(), *SIGNS, SIGNS_TITLE, SIGNS_SOURCE, FOLLOW_UP_QUESTION, *LEVELS]


def test_the_texts_looked_at_here_are_of_all_rules() -> None:
    assert {flag.rule for flag in every_flag()} == set(RULES)


def test_every_claim_a_rule_rests_on_is_said_in_our_own_words() -> None:
    rested_on = {claim for basis in BASES.values() for claim in basis.claims}
    assert rested_on == set(CLAIMS)
    assert claims_in_words(("B11",))[0].startswith("Article B: Without a pause")


def test_no_text_is_longer_than_sixty_words() -> None:
    assert max(len(flag.text.split()) for flag in every_flag()) <= 60


def test_no_text_has_a_banned_word() -> None:
    assert [(text, banned_in(text)) for text in every_text() if banned_in(text)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A RISKY thing", ("risk*",)),
        ("Motor  neurone trouble", ("motor neurone",)),
        ("Well done!", ("well done", "!")),
        ("It improves; also false", ()),
        ("Websites, deflagrate, finals", ()),
        ("the sites", ("sites",)),
    ],
)
def test_banned_words_are_found_whole_and_in_any_case(text: str, found: tuple[str, ...]) -> None:
    assert banned_in(text) == found


def test_every_banned_word_finds_itself() -> None:
    assert [word for word in BANNED if word not in banned_in(f"so {word.rstrip('*')} it is")] == []


def test_no_text_shares_six_words_in_a_row_with_an_article() -> None:
    articles = " ".join(path.read_text(encoding="utf-8") for path in sorted(DOCUMENTS.glob("*.txt")))
    theirs = _runs(articles)
    assert "good idea to see a doctor" in theirs
    texts = [text for text in every_text() if text != LEVELS[2]]
    assert {run for text in texts for run in _runs(text)} & theirs == set()


def _runs(text: str) -> set[str]:
    words = re.findall(r"[a-z0-9']+", text.lower().replace("\u2019", "'"))
    return {" ".join(words[place : place + 6]) for place in range(len(words) - 5)}


def test_every_rule_says_what_was_written_for_it() -> None:
    written = _templates()
    said = every_flag()
    for flag in said:
        assert any(_says(template, flag) for template in written[flag.rule]), flag
    for rule, templates in written.items():
        for template in templates:
            assert any(_says(template, flag) for flag in said if flag.rule == rule), template


Template = tuple[re.Pattern[str], re.Pattern[str], str]
SOURCES = {
    "{L}": "One of the articles names it.",
    "{G}": "Public guidance; details in Settings.",
    "{D}": "Our choice; change it in Settings.",
}
NUMBERS = {"n", "m", "n1", "t1", "expected", "minutes"}


def _templates() -> dict[str, list[Template]]:
    found: dict[str, list[Template]] = {}
    for line in (FIXTURES / "flag_words.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            rule, title, text, why = line.split(" | ")
            for mark, source in SOURCES.items():
                why = why.replace(mark, source)
            found.setdefault(rule, []).append((_pattern(title), _pattern(text), why))
    return found


def _pattern(template: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", template)
    blanks = [r"\d+" if name in NUMBERS else ".*" for name in parts[1::2]]
    return re.compile(
        "".join(re.escape(fixed) + blank for fixed, blank in zip(parts[::2], [*blanks, ""], strict=True))
    )


def _says(template: Template, flag: Flag) -> bool:
    title, text, why = template
    return bool(title.fullmatch(flag.title) and text.fullmatch(flag.text)) and why == flag.why


@pytest.mark.parametrize(
    ("rule", "diary", "text"),
    [
        (
            "persistent",
            "e 1101-1122; exam 1121 normal",
            "Twitching in your left leg was there on 21 of 21 days from 2 Nov to 22 Nov. Twitching that stays in one place for weeks is common and most often harmless. Your examination on 21 Nov was normal, so nothing needs doing for this alone.",
        ),
        (
            "persistent",
            "all 1108-1122; e 1108-1122/2",
            (
                "Twitching in your left leg was there on 8 of 15 checked days from 8 Nov to 22 Nov. Twitching that stays in "
                "one place for weeks is common and most often harmless. Public guidance is to show a doctor a twitch that "
                "lasts more than two weeks; your next appointment is soon enough."
            ),
        ),
        (
            "attention",
            "worry 1119-1122 4",
            "On 4 of the last 7 days you rated your worry 4 or 5. One short entry in the evening is enough for the diary; looking less often loses nothing. If worry gets in the way of your days, a doctor can help with that too.",
        ),
        (
            "attention",
            "e 1120x9,1121x9,1122x9",
            "On 3 of the last 7 days there are more than 8 entries. One short entry in the evening is enough for the diary; looking less often loses nothing. If worry gets in the way of your days, a doctor can help with that too.",
        ),
        (
            "comes_and_goes",
            OTHERS[5],
            (
                "Twitching in your head or neck (also left arm, trunk and left leg) came back in each of the last six "
                "fortnights, with quiet days between. That pattern is common. Mention it at your next appointment if nobody "
                "has looked at it yet."
            ),
        ),
        (
            "persistent_with_more",
            "e 1108-1122; e 1120,1121 +cramp,weakness,thinning; e 1120,1121 hand.right",
            (
                "Twitching in your left leg was there on 15 of 15 days from 8 Nov to 22 Nov. You also noted: twitching in "
                "more than one place, weakness and 2 more. Please make an appointment with a doctor and take the report "
                "along. It does not have to be today."
            ),
        ),
        (
            "mineral",
            "lab 1101 magnesium 0.65 low=0.7; lab 1102 potassium 3 low=3.5",
            (
                "The magnesium result you entered for 1 Nov (0.65 mmol/l) is below the lower limit printed by your lab "
                "(0.7). Low minerals are a known reason for twitching and can be treated. Please ask the doctor who ordered "
                "the test."
            ),
        ),
        (
            "medicine",
            "e 1120; med 1118 started; med 1119 changed",
            (
                "Twitching shows up in the diary from 20 Nov, 1 day after you noted Examplin as changed. The two may have "
                "nothing to do with each other. Ask a pharmacist or doctor, and do not stop a prescribed medicine on your "
                "own."
            ),
        ),
        (
            "rising",
            vectors()[37].diary,
            (
                "You logged 10 twitches on 14 complete days in the two weeks to 22 Nov; at the pace of the six weeks before "
                "it would have been about 2. It may be chance, a busy time, or looking more closely. If it keeps up, mention "
                "it at your next appointment."
            ),
        ),
        (
            "common",
            OTHERS[6],
            (
                "Nearly everyone has twitches now and then. Most are harmless and pass by themselves. Among the usual "
                "places: eyelid, fingers and 3 more."
            ),
        ),
        (
            "several_places",
            OTHERS[6],
            (
                "In the last 14 days there was twitching on two days or more in each of these: head or neck, left leg and "
                "right leg. Twitches that move about are common. Mention it at your next appointment."
            ),
        ),
        (
            "continuous",
            "e 1121 pattern=continuous duration_s=5399; e 1122 pattern=continuous duration_s=3600",
            (
                "You logged twitching that went on without a pause for about 89 minutes, on 21 Nov and 22 Nov. Most "
                "twitching comes and goes, so please have a doctor look at this."
            ),
        ),
        (
            "gaps",
            "none 1101,1109-1117",
            (
                "5 of the last 14 days have neither a check-in nor a twitch in the diary, so this page can say little about "
                "them. They are not taken as quiet days."
            ),
        ),
        (
            "pain",
            "e 1112,1116,1118,1122 +pain",
            (
                "You noted pain together with twitching on 4 days from 12 Nov to 22 Nov. If it is more than the soreness you "
                "know from exercise, please have a doctor look at it."
            ),
        ),
    ],
)
def test_a_card_says_what_was_counted_of_how_many_since_when(rule: str, diary: str, text: str) -> None:
    assert the(rule, diary).text == text


def test_the_place_with_the_highest_share_is_named_first() -> None:
    diary = "all 1101-1122; e 1101-1122 chest.left; e 1108-1122/2 cheek.left"
    flag = the("persistent_with_more", diary)
    assert "in your trunk (also head or neck) was there on 21 of 21 checked days from 2 Nov" in flag.text


def test_a_date_of_another_year_has_its_year() -> None:
    days = [date(2025, 12, 31), date(2026, 1, 2)]
    assert dates(days, TODAY) == "31 Dec 2025 and 2 Jan"
    assert dates([*days, date(2026, 1, 3), date(2026, 1, 4)], TODAY) == "4 days from 31 Dec 2025 to 4 Jan"
    assert dates([*days, date(2026, 1, 3)], TODAY) == "31 Dec 2025, 2 Jan and 3 Jan"


def test_lists_over_three_end_in_a_number() -> None:
    assert [few(list("abcd")[:length]) for length in (1, 2, 3, 4)] == [
        "a",
        "a and b",
        "a, b and c",
        "a, b and 2 more",
    ]


def test_shares_and_times_are_said_as_people_say_them() -> None:
    assert [share(50), share(200 / 3), share(60)] == ["half", "two thirds", "60 %"]
    assert [hours(1), hours(48), minutes(120), minutes(60), minutes(90)] == [
        "1 hour",
        "48 hours",
        "2 hours",
        "1 hour",
        "90 minutes",
    ]


def test_a_long_name_does_not_make_a_long_card() -> None:
    records: list[Record] = [
        a_medicine(name="a " * 99, date=TODAY),
        an_episode(),
        a_lab(value=1.0, low=2.0, unit="u " * 99),
    ]
    raised = flags(Diary.of(records), TODAY)
    assert {"medicine", "mineral"} <= {flag.rule for flag in raised.shown}
    assert max(len(flag.text) for flag in raised.shown) < 400


def test_a_changed_threshold_changes_what_the_card_says() -> None:
    cases = {
        "cramps": (the("cramps", "e 1121,1122 +cramp", cramp_days=2), "2 days or more in 14 days."),
        "gaps": (the("gaps", "none 1101,1109-1119", recorded_share=90), "Under 90 % of 14 days recorded."),
        "continuous": (
            the("continuous", "e 1122 pattern=continuous duration_s=900", continuous_min=15),
            "No pause for 15 minutes or more, in the last 14 days.",
        ),
        "comes_and_goes": (
            the("comes_and_goes", "all 1026-1122; e 1026-1122/7", fortnights=2),
            "A day or more in each of two fortnights.",
        ),
        "mineral": (
            the("mineral", "lab 0801 calcium 1 low=2", mineral_days=120),
            "The newest result is below",
        ),
        "rising": (
            the("rising", vectors()[37].diary, rising_ratio=2, rising_p=0.05),
            "At least 2 times as many, p below 0.05.",
        ),
    }
    for flag, said in cases.values():
        assert flag.why.startswith(said)
    assert "after 120 days" in cases["mineral"][0].clears


def test_every_level_has_its_own_end() -> None:
    assert the("urgent", "talk 1120 urgent_yes").clears == (
        "When you note that a doctor has checked it, dated 20 Nov or later."
    )
    assert the("medicine", "e 1120; med 1106 started").clears.startswith("After 28 days, or")
    assert the("pain", "e 1122 +pain").clears == (
        "After 14 days without another, or when you note that you have discussed it."
    )
    lasting = "e 1108-1122"
    assert the("persistent", lasting).clears == (
        "When it no longer holds, or when you note that you have discussed it."
    )
    assert the("persistent", f"{lasting}; exam 1122 normal").clears == "When it no longer holds."


def test_both_sides_are_two_places_in_the_evidence_and_one_in_the_list() -> None:
    diary = Diary.of(
        [an_episode(onset=at(clock=f"1{n}:00"), site=Site.CALF, side=Side.BOTH) for n in range(3)]
    )
    assert flags(diary, TODAY).shown[0].sites == ("calf.both",)
