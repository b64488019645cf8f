"""Whatever is typed: no exception, no impossible record, no second reading of the same line."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.quick_entry.test_page_table import TABLE
from tests.domain.quick_entry.test_sample_lines import LINES
from tests.domain.quick_entry.told import read
from tests.helpers import an_episode
from twitchlog.domain.quick_entry import Understood
from twitchlog.domain.quick_entry.understood import ASK_ORDER
from twitchlog.domain.text import clean_text

WORDS = sorted({word for line in (*TABLE, *LINES) for word in line.split()})
ODD = [
    "½",
    "1½",
    "99999999999",
    "0",
    "0/5",
    "9/5",
    "00:00",
    "24:00",
    "29 Feb",
    "2026-13-01",
    "\u2019",
    "\ud800",
    "\0",
]
ODD += [
    "ago",
    "since",
    "between",
    "and",
    "not",
    "no",
    "or",
    "but",
    "?",
    ".",
    "\n",
    "half",
    "of",
    "x",
    "tomorrow",
    "100 years",
]
SOUP = st.lists(st.sampled_from([*WORDS, *ODD]), max_size=25).map(" ".join)
ANY = (
    st.text(max_size=80) | SOUP | st.lists(st.sampled_from([*TABLE, *LINES, *ODD]), max_size=4).map(", ".join)
)


def check(line: str, given: Understood) -> None:
    """What holds for every line."""
    assert given.complete == (bool(given.records) and not given.problem and given.asks is None)
    assert given.records or given.asks or given.problem, f"{line!r} gives nothing and says nothing"
    if given.asks:
        assert given.asks.field in ASK_ORDER
    for chip in given.chips:
        first, last = chip.span or (0, 0)
        assert 0 <= first <= last <= len(clean_text(line))
    for choice in given.asks.choices if given.asks else ():
        assert choice.line == choice.line.strip()


@given(ANY)
@settings(max_examples=250, deadline=None)
def test_no_line_breaks_it(line: str) -> None:
    given = read(line, zone="Europe/Berlin", last=an_episode())
    check(line, given)


@given(SOUP)
@settings(max_examples=100, deadline=None)
def test_answers_and_offers_can_be_read_as_well(line: str) -> None:
    given = read(line)
    lines = [choice.line for choice in given.asks.choices] if given.asks else []
    for each in [*lines, *(offer.line for offer in given.offers)]:
        check(each, read(each))


@given(ANY)
@settings(max_examples=100, deadline=None)
def test_the_same_line_gives_the_same(line: str) -> None:
    assert read(line) == read(line)


@given(st.sampled_from(LINES), st.sampled_from(["  ", "\t", " "]))
@settings(max_examples=60, deadline=None)
def test_spaces_and_capitals_change_nothing_but_the_note(line: str, space: str) -> None:
    plain, other = read(line), read(line.upper().replace(" ", space))
    assert [type(record) for record in plain.records] == [type(record) for record in other.records]
    assert [(e.site, e.side, e.onset, e.duration_s, e.intensity, e.symptoms) for e in plain.episodes] == [
        (e.site, e.side, e.onset, e.duration_s, e.intensity, e.symptoms) for e in other.episodes
    ]


def test_an_empty_line_and_one_too_long_say_so() -> None:
    for line in ("", "  ", ", ,", "…"):
        assert read(line).problem.startswith("Type what twitched")
    assert "1,000 characters" in read("left calf " * 101).problem


def test_a_line_of_a_thousand_characters_is_read_whole() -> None:
    line = ("left calf 5 min " + "so " * 400)[:990] + " mild"
    assert read(line).episodes[0].intensity == 2
