"""What a person reads: both sides, a range, and never a promise."""

import re
from dataclasses import replace
from itertools import product
from math import inf

import pytest

from tests.insight.triggers.made_diary import made_records
from twitchlog.domain.diary import Diary
from twitchlog.insight.triggers import Method, Side, Trigger, Verdict, triggers, words
from twitchlog.insight.triggers.exposures import EXPOSURES
from twitchlog.insight.triggers.words import card_text, long_text, range_words, ratio_words, title

BANNED = re.compile(
    r"(?i)\b(episodes?|sites?|flags?|intensity|severity|severe|risk\w*|danger\w*|warning|alarm\w*|alert\w*"
    r"|abnormal\w*|critical|fatal|score|streak|missed|caused by|due to|proves?|disease|disorder|all clear"
    r"|significant|p-value|p_holm|avoid|stop)\b|!"
)

FOUND = Trigger(
    exposure="exercise",
    window_h=8,
    exposed=Side(12, 100),
    unexposed=Side(15.0, 300),
    ratio=2.3,
    low=1.2,
    high=4.4,
    p=0.004,
    p_holm=0.012,
    method=Method.CONDITIONAL_POISSON,
    verdict=Verdict.LIKELY_MORE,
)
OPEN = replace(FOUND, low=0.6, high=3.1, verdict=Verdict.CANNOT_TELL, more_days=30)
NOTHING = Trigger(exposure="stress", window_h=None, exposed=Side(0, 0), unexposed=Side(0, 0))


def test_likely_says_what_was_counted_on_both_sides() -> None:
    assert card_text(FOUND) == (
        "Likely linked, more. 12 twitches in 100 h after exercise, about 5 in 100 h otherwise "
        "at the same times of day: 2.3 times (1.2 to 4.4). Going together is not causing."
    )


@pytest.mark.parametrize(
    ("trigger", "expected"),
    [
        (replace(FOUND, verdict=Verdict.MAYBE_MORE), "Maybe linked; more days will tell."),
        (replace(FOUND, verdict=Verdict.MAYBE_LESS), "Maybe linked; more days will tell."),
        (
            replace(FOUND, low=0.7, high=1.6, verdict=Verdict.NO_BIG_EFFECT),
            "No big effect so far (range 0.7 to 1.6).",
        ),
        (OPEN, "Cannot tell yet: about 30 more complete days."),
        (replace(OPEN, more_days=1), "Cannot tell yet: about 1 more complete day."),
        (replace(OPEN, more_days=184), "Cannot tell yet: more than 6 months of complete days."),
        (replace(OPEN, more_days=None), "Cannot tell yet."),
        (NOTHING, "Cannot tell yet: no hours with and without it at the same times of day."),
    ],
)
def test_the_other_verdicts_are_short(trigger: Trigger, expected: str) -> None:
    assert card_text(trigger) == expected


def test_the_long_form_says_noticed_and_the_range() -> None:
    assert long_text(FOUND) == (
        "In the 8 h after exercise you noticed 12 twitches in 100 waking hours; at the same times of day "
        "without it about 5. That is about 2.3 times as often; your diary fits anything from 1.2 to 4.4 times. "
        "Likely linked. Going together does not show that one brings on the other."
    )


def test_the_long_form_of_an_open_question_says_what_would_help() -> None:
    assert long_text(OPEN).endswith("Cannot tell yet: about 30 more complete days would narrow it.")
    assert long_text(NOTHING) == (
        "Your complete days have no hours with and without it at the same times of day. Cannot tell yet."
    )


def test_an_infinite_ratio_is_said_by_its_lower_limit() -> None:
    only_after = replace(FOUND, unexposed=Side(0, 300), ratio=inf, low=2.6, high=inf, method=Method.EXACT)
    assert "about 0 in 100 h otherwise at the same times of day: 2.6 or more times." in card_text(only_after)
    assert "Your diary fits anything from 2.6 times up." in long_text(only_after)


def test_no_twitch_after_it_is_said_by_its_upper_limit() -> None:
    never = replace(FOUND, exposed=Side(0, 100), ratio=0.0, low=0.0, high=0.6142, verdict=Verdict.LIKELY_LESS)
    assert card_text(never).startswith("Likely linked, fewer. 0 twitches in 100 h after exercise, about 5 in")
    assert "up to 0.6 times." in card_text(never)
    assert "Your diary fits anything up to 0.6 times." in long_text(never)


@pytest.mark.parametrize(
    ("ratio", "expected"),
    [
        (2.34, "2.3"),
        (1.023, "1.02"),
        (0.97, "0.97"),
        (0.6, "0.6"),
        (0.04, "0.04"),
        (23.6, "24"),
        (0.0, "0.0"),
    ],
)
def test_a_ratio_near_one_shows_on_which_side_it_is(ratio: float, expected: str) -> None:
    assert ratio_words(ratio) == expected


def test_no_interval_has_no_words() -> None:
    assert range_words(None, None) == ""


def test_the_title_names_what_is_likely_linked_and_what_has_no_big_effect() -> None:
    rows = triggers(Diary.of(made_records())).rows
    assert title(rows) == "Exercise and high stress likely linked; no big effect of caffeine and short sleep"
    assert title([replace(FOUND, verdict=Verdict.MAYBE_MORE)]) == "Exercise maybe linked"
    assert title([OPEN, NOTHING]) == "Cannot tell yet what goes with what"


def test_no_text_uses_a_word_that_worries_or_a_p() -> None:
    texts = [
        words.HELP_LINE,
        words.NOT_CAUSING,
        words.NOT_SHOWN,
        *words.NAMES.values(),
        *words.VERDICTS.values(),
    ]
    for exposure, verdict, more in product(EXPOSURES, Verdict, (None, 30, 184)):
        each = replace(FOUND, exposure=exposure, verdict=verdict, more_days=more)
        texts += [card_text(each), long_text(each), card_text(replace(NOTHING, exposure=exposure))]
    assert [text for text in texts if BANNED.search(text)] == []
    assert [text for text in texts if len(text.split()) > 60] == []
    assert not any(str(number) in text for text in texts for number in (FOUND.p, FOUND.p_holm))
