"""Questions: the first one in a fixed order, each answered by a whole line that settles it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.quick_entry.test_page_table import TABLE
from tests.domain.quick_entry.test_sample_lines import LINES
from tests.domain.quick_entry.told import read, told
from twitchlog.domain.quick_entry import Ask, choices_json

ASKING = [line for line in (*TABLE, *LINES) if (asks := read(line).asks) and asks.choices]

PLACES = [
    "calf",
    "left calf",
    "lower back",
    "left leg",
    "back",
    "both eyelids",
    "left ear",
    "tongue",
    "thighs",
]
TIMES = [
    "",
    "at 2",
    "at 18:00",
    "yesterday",
    "yesterday at 9",
    "since 2",
    "around 2",
    "Sunday 8:00",
    "all evening",
]
AMOUNTS = [
    "",
    "5 min",
    "2 days",
    "3 weeks",
    "3",
    "30",
    "3/10",
    "1 min, 20 s",
    "mild, strong",
    "mild to moderate",
]
MORE = [
    "",
    "after run 5 min",
    "after run at 8",
    "stressed",
    "no pain and weak",
    "sitting 2 h",
    ", 5 min after run",
]
LINES_THAT_ASK = st.builds(
    lambda *parts: " ".join(part for part in parts if part),
    *(st.sampled_from(parts) for parts in (PLACES, AMOUNTS, TIMES, MORE)),
)


def questions(line: str) -> list[str]:
    """The fields asked when every question is answered with its first choice."""
    asked: list[str] = []
    while (asks := read(line).asks) and asks.choices:
        asked.append(asks.field)
        line = asks.choices[0].line
        assert len(asked) < 12, f"{line} goes on asking: {asked}"
    return asked


def codes(asks: Ask | None) -> tuple[str, list[str]]:
    """What tells one question from another."""
    return (asks.field, [choice.code for choice in asks.choices]) if asks else ("", [])


@given(LINES_THAT_ASK)
@settings(max_examples=200, deadline=None)
def test_any_answer_settles_its_question(line: str) -> None:
    asks = read(line).asks
    for choice in asks.choices if asks else ():
        after = read(choice.line)
        assert not after.problem
        assert codes(after.asks) != codes(asks)


@given(LINES_THAT_ASK)
@settings(max_examples=80, deadline=None)
def test_answering_comes_to_an_end(line: str) -> None:
    questions(line)


@given(LINES_THAT_ASK)
@settings(max_examples=80, deadline=None)
def test_an_answer_loses_no_place_and_adds_no_record(line: str) -> None:
    asks = read(line).asks
    for choice in asks.choices if asks else ():
        before, after = read(line), read(choice.line)
        assert len(after.caffeine) == len(before.caffeine)
        assert len(after.exercise) == len(before.exercise)


@pytest.mark.parametrize("line", ASKING)
def test_each_answer_of_the_known_lines_settles_it(line: str) -> None:
    asks = read(line).asks
    assert asks is not None
    for choice in asks.choices:
        after = read(choice.line).asks
        assert after is None or after.field != asks.field


@pytest.mark.parametrize(
    ("line", "answers"),
    {
        "calves 5 min": ["calf.left, dur 300", "calf.right, dur 300", "calf.both, dur 300"],
        "left thigh 3 min": ["thigh_front.left, dur 180", "thigh_back.left, dur 180"],
        "left calf after run 5 min": [
            "calf.left, dur 300 + exercise run 14:32",
            "calf.left + exercise run 14:27, 5 min",
        ],
        "left calf, 5 min after run": [
            "calf.left, dur 300 + exercise run 14:32",
            "calf.left + exercise run 14:27",
        ],
        "2 h after gym, left calf": [
            "calf.left, dur 7200 + exercise gym 14:32",
            "calf.left + exercise gym 12:32",
        ],
        "left calf after run at 8": [
            "calf.left, onset 08:00 + exercise run 08:00",
            "calf.left + exercise run 08:00",
        ],
        "left calf sitting 2 h": [
            "calf.left, dur 7200, posture sitting",
            "calf.left + sitting 12:32, 120 min",
        ],
        "left calf at 2": ["calf.left, onset 02:00", "calf.left, onset 14:00"],
        "left calf at 18:00": ["calf.left, onset Sat 21 18:00"],
        "left calf yesterday 2am": ["calf.left, onset Sat 21 02:00", "calf.left, onset 02:00"],
        "left calf yesterday": [
            f"calf.left, onset Sat 21 {hour}:00, onset_about" for hour in ("08", "15", "20", "22")
        ],
        "left calf since 2": ["calf.left, onset 02:00, ongoing", "calf.left, onset 14:00, ongoing"],
        "both calves on and off all evening": [
            'calf.both, onset Sat 21 20:00, onset_about, pattern on_and_off, note "all Sat evening"'
        ],
        "left calf 3": ["calf.left, int 3", "calf.left, dur 180"],
        "left calf 2 days": [
            "calf.left, onset Fri 20 14:32, onset_about, dur 172800, pattern continuous",
            "calf.left, onset Fri 20 14:32, onset_about, dur 172800, pattern on_and_off",
            "asks time: Fri 08:00 Fri 15:00 Fri 20:00 Fri 22:00",
        ],
        "left calf 3 weeks": [
            "calf.left, onset Sun 01 14:32, onset_about, pattern continuous, ongoing",
            "calf.left, onset Sun 01 14:32, onset_about, pattern on_and_off, ongoing",
            "asks time: 2026-11-01 08:00 2026-11-01 15:00 2026-11-01 20:00 2026-11-01 22:00",
        ],
        "stressed": [f"stress {level}, 14:32" for level in range(1, 6)],
        "lower back 2 min after squats": [
            f"back_lower.{side}, dur 120 + exercise weights 14:32"
            for side in ("left", "right", "both", "middle")
        ],
    }.items(),
)
def test_answers_give_what_they_say(line: str, answers: list[str]) -> None:
    asks = read(line).asks
    assert asks is not None
    assert [told(choice.line) for choice in asks.choices] == answers


def test_questions_come_in_their_order() -> None:
    assert questions("leg 3 at 2, no pain and weak, stressed") == [
        "site",
        "side",
        "time",
        "strength",
        "symptom",
        "level",
    ]
    assert questions("calf and left thigh") == ["site", "side"]
    assert questions("calf 2 days at 18:00") == ["side", "time", "length"]


def test_an_answer_is_a_line_a_person_could_have_typed() -> None:
    asks = read("left calf, after run 5 min left hand ,  mild").asks
    assert asks is not None
    assert [choice.line for choice in asks.choices] == [
        "left calf, after run, 5 min left hand, mild",
        "left calf, after run 5 min, left hand, mild",
    ]


def test_nothing_is_complete_while_something_is_asked() -> None:
    for line in ASKING:
        assert not read(line).complete


def test_a_question_keeps_what_is_certain_for_the_other_ways_to_fill_the_draft() -> None:
    given = read("left calf 3")
    assert [(each.site, each.intensity, each.duration_s) for each in given.episodes] == [("calf", None, None)]


def test_a_question_is_printed_as_the_contract_says() -> None:
    assert choices_json(read("calves 5 min").asks) == {"asks": "side", "choices": ["left", "right", "both"]}
    assert choices_json(Ask(field="site")) == {"asks": "site", "choices": []}
    assert choices_json(None) == {"asks": None}
