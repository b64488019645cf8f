"""The design page's table, every row: Sunday 14:32, nothing written down."""

import pytest

from tests.domain.quick_entry.told import NOW, told
from tests.helpers import an_episode

TABLE = {
    "left calf 5 min mild after run, 2 coffees": (
        "calf.left, dur 300, int 2 + exercise run 14:32 + caffeine coffee x2, 180 mg, 14:32"
    ),
    "l calf 2/5 1m": "calf.left, dur 60, int 2",
    "both calves 10 min moderate last night": "calf.both, onset Sat 21 22:00, onset_about, dur 600, int 3",
    "calves 5 min": "asks side: left right both",
    "left foot arch and right thumb 2 min": "arch.left, dur 120 + thumb.right, dur 120",
    "r eyelid faint 30 sec at 9:15": "eyelid.right, onset 09:15, dur 30, int 1",
    "quad l 1 min yesterday 9pm": "thigh_front.left, onset Sat 21 21:00, dur 60",
    "buttock left half an hour after zumba, three coffees": (
        "glute.left, dur 1800 + exercise dance 14:32 + caffeine coffee x3, 270 mg, 14:32"
    ),
    "left glute max 5 min after 90 min hike 3 h ago": (
        "glute_max.left, dur 300 + exercise hike 10:02, 90 min"
    ),
    "left calf after run, 5 min": "calf.left, dur 300 + exercise run 14:32",
    "left calf after run 5 min": "asks length: episode exercise",
    "left calf before run": 'calf.left, note "before run"',
    "left calf, no coffee": 'calf.left, note "no coffee"',
    "run 45 min hard": "exercise run 13:47, 45 min, hard",
    "2 coffees at 8": "caffeine coffee x2, 180 mg, 08:00",
    "stress 4": "stress 4, 14:32",
    "stressed": "asks level: 1 2 3 4 5",
    "left glute after sitting 2 h": "glute.left + sitting 12:32, 120 min",
    "slept 5,5 h": "day 2026-11-22: sleep_hours 5.5",
    "r calf while lying down, can see it": "calf.right, posture lying, visible True",
    "tongue mild": "tongue.middle, int 2",
    "all over, light": "many.middle, int 2",
    "lower back 2 min after squats": "asks side: left right both middle",
    "left leg 5 min": "asks site: thigh_front thigh_back knee shin calf foot arch",
    "left ear 1 min": "asks site: other",
    "5 min mild": "asks site:",
    "left calf 3": "asks strength: intensity duration_s",
    "left calf 6/10": "asks strength: 1 2 3 4 5",
    "left calf not strong": 'calf.left, note "not strong"',
    "left calf a few seconds": 'calf.left, note "a few seconds"',
    "left calf 2 days": "asks length: continuous on_and_off onset",
    "left calf at 2": "asks time: 02:00 14:00",
    "left calf around 9": "calf.left, onset 09:00, onset_about",
    "left calf at 18:00": "asks time: Sat 18:00",
    "left calf yesterday": "asks time: Sat 08:00 Sat 15:00 Sat 20:00 Sat 22:00",
    "left calf 2 h continuous, still going": "calf.left, onset 12:32, pattern continuous, ongoing",
    "r thumb on and off since 9:15": "thumb.right, onset 09:15, pattern on_and_off, ongoing",
    "left calf weak": "calf.left, weakness; offers weakness_kind",
    "left calf weak, heavy": "calf.left, weakness, weakness_kind heavy",
    "right hand weak, could not open a jar": (
        'hand.right, weakness, weakness_kind could_not, note "could not open a jar"'
    ),
    "left calf not weak": 'calf.left, note "not weak"',
    "left calf no pain or numbness": 'calf.left, note "no pain or numbness"',
    "left calf no pain but tingly": 'calf.left, tingling, note "no pain"',
    "left calf no pain and weak": "asks symptom: weakness",
    "worried left hand is weak": 'hand.left, note "worried weak"; offers symptom',
    "left quad sore": 'thigh_front.left, note "sore"; offers symptom',
    "calf l numb and cramping 10 min": "calf.left, dur 600, cramp, numbness",
    "left glute in time with my pulse": "glute.left, pulse True",
    "left glute, washing machine vibration": "glute.left, vibration machine",
    "left glute on the bus": 'glute.left, note "bus"',
    "again": "calf.left, dur 60, int 3",
    "no twitches today": "day 2026-11-22: check_in none",
}


@pytest.mark.parametrize("line", TABLE)
def test_a_line_gives_exactly_its_right_side(line: str) -> None:
    last = an_episode(onset=NOW, duration_s=60, intensity=3)
    assert told(line, last=last) == TABLE[line]
