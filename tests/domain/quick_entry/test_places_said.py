"""Where it was: always the person's own side, never a side nobody said."""

import pytest

from tests.domain.quick_entry.told import read, told
from twitchlog.domain.quick_entry.places import spot_typed
from twitchlog.domain.sites import Side, Site, sides_of
from twitchlog.domain.words import SITES

WHOLE = {Site.SCALP, Site.FOREHEAD, Site.LIPS, Site.JAW, Site.TONGUE, Site.MANY}
SPOTS = [(site, side) for site in Site for side in sides_of(site)]


@pytest.mark.parametrize(("site", "side"), SPOTS)
def test_every_spot_can_be_typed_in_its_own_words(site: Site, side: Side) -> None:
    assert told(spot_typed(site, side)) == f"{site}.{side}"


@pytest.mark.parametrize("site", Site)
def test_only_whole_sites_mean_the_middle_when_no_side_is_said(site: Site) -> None:
    sides = " ".join(sides_of(site))
    assert told(SITES[site]) == (f"{site}.middle" if site in WHOLE else f"asks side: {sides}")


@pytest.mark.parametrize(
    ("line", "given"),
    {
        "left and right calf": "calf.both",
        "left calf and right calf": "calf.both",
        "l/r calf": "calf.both",
        "calf left and right 5 min": "calf.both, dur 300",
        "left calf and right": "calf.both",
        "both of my calves": "calf.both",
        "calf on the left": "calf.left",
        "calf on the left side 2 min": "calf.left, dur 120",
        "left, calf 5 min": "calf.left, dur 300",
        "calf 2 min left": "calf.left, dur 120",
        "the left hand side of my chest": "chest.left",
        "front of left thigh": "thigh_front.left",
        "back of the right hand": "hand.right",
        "left middle finger": 'fingers.left, note "middle"',
        "left big toe": 'toes.left, note "big"',
        "corner of mouth": 'lips.middle, note "corner"',
        "left calf right": "asks side: left right both",
        "left calf and shin": "asks side: left right both",
        "middle eyelid": "asks side: left right both",
        "left inner thigh": "asks site: thigh_front thigh_back",
        "face": "asks site: forehead eyelid cheek lips jaw",
        "left arm": "asks site: shoulder upper_arm forearm hand",
        "back": "asks site: back_upper back_lower",
        "left": "asks site:",
        "back from town, left calf": 'calf.left, note "back from town"',
        "left calf 1 min and right calf 20 s": "calf.left, dur 60 + calf.right, dur 20",
        "1 min left calf and 20 s right eyelid": "calf.left, dur 60 + eyelid.right, dur 20",
        "left calf mild and right eyelid strong": "calf.left, int 2 + eyelid.right, int 4",
        "left calf cramp and right eyelid 20 s": "calf.left, cramp + eyelid.right, dur 20",
        "left calf and right eyelid, cramp": "calf.left, cramp + eyelid.right, cramp",
        "left calf mild and right eyelid mild, 5 min": "calf.left, dur 300, int 2 + eyelid.right, dur 300, int 2",
        "left calf mild to moderate": "asks strength: 2 3",
        "left calf 1 min, 20 s": "asks length: 60 20",
        "left calf 5 min 3": "asks strength: intensity",
        "left calf 30": "asks length: 30 1800",
        "left calf 3 spots": 'calf.left, note "3 spots"',
        "left calf 3/10": "asks strength: 1 2 3 4 5",
        "left calf 3 out of 5": "calf.left, int 3",
        "left calf hard to see": 'calf.left, note "hard to see"',
    }.items(),
)
def test_places_are_read_or_asked(line: str, given: str) -> None:
    assert told(line) == given


def test_an_unknown_place_chosen_as_other_keeps_its_words() -> None:
    asks = read("left ear 1 min").asks
    assert asks is not None
    assert told(asks.choices[0].line) == 'other.left, dur 60, note "ear"'


def test_places_chosen_on_the_figure_stand_for_those_of_the_line() -> None:
    spots = [(Site.THUMB, Side.RIGHT)]
    assert told("", spots=spots) == "thumb.right"
    assert told("5 min mild", spots=spots) == "thumb.right, dur 300, int 2"


def test_again_without_a_twitch_before_says_what_to_do() -> None:
    assert read("again").problem == "There is no twitch to repeat yet. Type the place, for example left calf."
