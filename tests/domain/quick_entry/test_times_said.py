"""When it was: read off the person's own clock, asked where two readings are left, never in the future."""

from datetime import date, datetime, timedelta

import pytest

from tests.domain.quick_entry.told import NOW, read, told
from tests.helpers import at

NIGHT = at(date(2026, 11, 22), "02:00", 60)
"""Sunday, 02:00: still Saturday's local day."""

SPRING = at(date(2026, 3, 29), "12:00", 120)
AUTUMN = at(date(2026, 10, 25), "12:00", 60)
BERLIN = "Europe/Berlin"


@pytest.mark.parametrize(
    ("words", "given"),
    {
        "now": "calf.left",
        "just now": "calf.left",
        "15 min ago": "calf.left, onset 14:17",
        "an hour ago": "calf.left, onset 13:32",
        "about an hour ago": "calf.left, onset 13:32, onset_about",
        "a few minutes ago": 'calf.left, onset_about, note "a few minutes ago"',
        "for the last 2 h": "calf.left, onset 12:32, ongoing",
        "for the past hour": "calf.left, onset 13:32, ongoing",
        "since this morning": "calf.left, onset 08:00, onset_about, ongoing",
        "this morning": "calf.left, onset 08:00, onset_about",
        "this morning at 8": "calf.left, onset 08:00",
        "last night at 2": "calf.left, onset 02:00",
        "last night at 11": "calf.left, onset Sat 21 23:00",
        "yesterday evening": "calf.left, onset Sat 21 20:00, onset_about",
        "on Tuesday evening": "calf.left, onset Tue 17 20:00, onset_about",
        "sat 18:00": "calf.left, onset Sat 21 18:00",
        "9 Nov 21:00": "calf.left, onset Mon 09 21:00",
        "Nov 9 at 9pm": "calf.left, onset Mon 09 21:00",
        "2026-11-20 08:15": "calf.left, onset Fri 20 08:15",
        "2026-11-20T08:15:00+01:00": "calf.left, onset Fri 20 08:15",
        "at 9pm yesterday": "calf.left, onset Sat 21 21:00",
        "at 12:30": "calf.left, onset 12:30",
        "at noon": "calf.left, onset 12:00",
        "at 9.30": "calf.left, onset 09:30",
        "half past nine": "calf.left, onset 09:30",
        "quarter to 1": "calf.left, onset 12:45",
        "9 a.m.": "calf.left, onset 09:00",
        "around Sat 20:00": "calf.left, onset Sat 21 20:00, onset_about",
        "all day": 'calf.left, onset_about, note "all day"',
        "2 days, still going": "calf.left, onset Fri 20 14:32, onset_about, ongoing",
        "2 days continuous": "calf.left, onset Fri 20 14:32, onset_about, dur 172800, pattern continuous",
        "Sunday 18:00": "calf.left, onset Sun 15 18:00",
        "at 2:15": "asks time: 02:15 14:15",
        "at 12": "asks time: 00:00 12:00",
        "at 14:40": "asks time: Sat 14:40",
        "this evening": "asks time: Sat 20:00",
        "today": "asks time: 08:00 14:32",
        "yesterday at 9": "asks time: Sat 09:00 Sat 21:00",
        "yesterday 2am": "asks time: Sat 02:00 02:00",
        "2 days ago": "asks time: Fri 08:00 Fri 15:00 Fri 20:00 Fri 22:00",
        "Sunday 08:00": "asks time: 08:00 2026-11-15 08:00",
        "at 9 and right eyelid at 10": "asks time: 09:00 10:00",
    }.items(),
)
def test_a_time_is_read_or_asked(words: str, given: str) -> None:
    assert told(f"left calf {words}") == given


def test_a_day_and_a_clock_time_apart_are_one_time() -> None:
    assert told("yesterday left calf at 9pm") == "calf.left, onset Sat 21 21:00"


@pytest.mark.parametrize(
    "words",
    [
        "tomorrow",
        "next week",
        "2027-01-01 10:00",
        "2026-11-22 18:00",
        "at 24:00",
        "at 9:75",
        "at 25",
        "31 Nov",
        "2026-02-30",
        "last week",
    ],
)
def test_a_time_that_cannot_be_is_refused_in_a_sentence(words: str) -> None:
    given = read(f"left calf {words}")
    assert given.problem.endswith(".")
    assert not given.complete


@pytest.mark.parametrize(
    ("words", "codes"),
    {
        "yesterday 9pm": ["Sat 21:00", "Fri 21:00"],
        "last night": ["Sat 22:00", "Fri 22:00"],
        "at 1": ["Sat 13:00", "01:00"],
        "at 11": ["Sat 11:00", "Sat 23:00"],
    }.items(),
)
def test_before_the_day_starts_both_days_are_asked(words: str, codes: list[str]) -> None:
    asks = read(f"left calf {words}", now=NIGHT).asks
    assert asks is not None
    assert [choice.code for choice in asks.choices] == codes


def test_a_time_with_one_reading_in_the_local_day_is_taken_before_the_day_starts() -> None:
    assert read("left calf at 23:10", now=NIGHT).episodes[0].onset == at(date(2026, 11, 21), "23:10", 60)


def test_a_later_part_of_the_day_that_has_begun_is_about_now() -> None:
    evening = at(date(2026, 11, 22), "18:30", 60)
    (episode,) = read("left calf this evening", now=evening).episodes
    assert (episode.onset, episode.onset_about) == (evening, True)


def test_the_offset_is_that_of_the_date_where_the_zone_is_known() -> None:
    now = at(date(2026, 11, 22), "14:32", 60)
    (summer,) = read("left calf 2026-07-01 09:00", now=now, zone=BERLIN).episodes
    assert summer.onset == at(date(2026, 7, 1), "09:00", 120)
    assert summer.onset.utcoffset() == timedelta(hours=2)
    assert summer.zone == BERLIN


def test_without_a_zone_the_offset_is_that_of_now() -> None:
    (summer,) = read("left calf 2026-07-01 09:00").episodes
    assert summer.onset.utcoffset() == timedelta(hours=1)
    assert summer.zone == ""


@pytest.mark.parametrize("zone", ["Nowhere/Land", "../etc/passwd", "Europe", "x" * 500, "\0", "Asia/Tokyo"])
def test_a_zone_that_is_unknown_or_disagrees_with_now_is_not_used(zone: str) -> None:
    (episode,) = read("left calf 2026-07-01 09:00", zone=zone).episodes
    assert episode.onset.utcoffset() == timedelta(hours=1)
    assert episode.zone == ""


def test_a_skipped_hour_moves_forward_and_says_so() -> None:
    given = read("left calf at 02:30", now=SPRING, zone=BERLIN)
    assert given.episodes[0].onset == at(date(2026, 3, 29), "03:30", 120)
    assert "03:30, as the clock skipped 02:30" in [chip.words for chip in given.chips]


def test_of_a_doubled_hour_the_first_is_taken_and_the_second_offered() -> None:
    given = read("left calf at 02:30", now=AUTUMN, zone=BERLIN)
    assert given.episodes[0].onset == at(date(2026, 10, 25), "02:30", 120)
    (offer,) = given.offers
    assert offer.words == "the second 02:30"
    second = read(offer.line, now=AUTUMN, zone=BERLIN).episodes[0].onset
    assert second == at(date(2026, 10, 25), "02:30", 60)


def test_ago_counts_real_hours_over_a_clock_change() -> None:
    (episode,) = read("left calf 12 h ago", now=SPRING, zone=BERLIN).episodes
    assert episode.onset == datetime.fromisoformat("2026-03-28T23:00:00+01:00")
    assert episode.onset.utcoffset() == timedelta(hours=1)


def test_a_moved_day_start_moves_the_day_of_sleep() -> None:
    day = read("slept 6 h", now=NIGHT).day
    assert day is not None
    assert day.date == date(2026, 11, 21)
    late = read("slept 6 h", now=NIGHT, day_start=0).day
    assert late is not None
    assert late.date == date(2026, 11, 22)


def test_now_is_shown_as_assumed_and_a_typed_time_is_not() -> None:
    assert [chip.words for chip in read("left calf mild").chips if chip.assumed] == ["now"]
    assert [chip.words for chip in read("left calf at 9").chips if chip.assumed] == []
    assert read("left calf").episodes[0].recorded_at == NOW
