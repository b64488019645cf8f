"""How it went and what the body was doing: pattern, still going, pulse, shaking from outside, posture, seen."""

from dataclasses import dataclass

from twitchlog.domain.episode import Pattern, Posture, Vibration
from twitchlog.domain.quick_entry.reading import Phrases, Reading, meanings
from twitchlog.domain.words import PATTERNS, POSTURES, VIBRATIONS

PATTERN = Phrases(
    meanings(
        {
            Pattern.SINGLE: "once,single,just once,only once",
            Pattern.ON_AND_OFF: "on and off,off and on,on off,comes and goes,coming and going,came and went,"
            "intermittent,intermittently",
            Pattern.CONTINUOUS: "continuous,continuously,constant,constantly,without a pause,without pause,"
            "without a break,without stopping,non stop,nonstop",
        }
    )
)
ONGOING = Phrases(
    dict.fromkeys(
        ["still going", "still going on", "still twitching", "still there", "still ongoing", "ongoing"],
        "still going",
    )
)
POSTURE = Phrases(
    meanings(
        {
            Posture.LYING: "lying,lying down,laying down,laying",
            Posture.SITTING: "sitting,sitting down,seated",
            Posture.STANDING: "standing,standing up,standing still",
            Posture.WALKING: "walking",
        }
    )
)
VISIBLE = Phrases(
    dict.fromkeys(
        ["can see it", "could see it", "can be seen", "could be seen", "visible", "visibly", "saw it"], "seen"
    )
)
WHILE = {"while", "when", "whilst"}
WITH_PULSE = {
    "in",
    "time",
    "sync",
    "rhythm",
    "with",
    "to",
    "my",
    "the",
    "pulsing",
    "pulsating",
    "beating",
    "throbbing",
    "same",
    "as",
}
PULSES = Phrases(dict.fromkeys(["pulse", "heartbeat", "heart beat", "heart"], "pulse"))
PULSE_LINKS = {"with", "to", "as"}

SHAKING = {"vibration", "vibrations", "vibrating", "vibrates", "vibrated"}
SOURCES = Phrases(
    meanings(
        {
            Vibration.VEHICLE: "bus,car,train,tram,truck,lorry,plane,motorbike,motorcycle,van,subway,metro,boat,"
            "ferry,tractor,scooter,vehicle",
            Vibration.MUSIC: "music,bass,speaker,speakers,subwoofer,loudspeaker,concert",
            Vibration.MACHINE: "washing machine,coffee machine,sewing machine,machine,washer,dryer,dishwasher,drill,"
            "mower,lawn mower,massage gun,engine,motor,generator,compressor,fan",
            Vibration.OTHER: "phone,floor,outside,bed,chair",
        }
    )
)
ENGINES = {"engine", "motor"}


@dataclass(slots=True)
class Circumstances:
    """What holds for every twitch of the line; ``None`` is not given."""

    pattern: Pattern | None = None
    ongoing: bool = False
    posture: Posture | None = None
    visible: bool | None = None
    pulse: bool | None = None
    vibration: Vibration | None = None


def find_patterns(reading: Reading, found: Circumstances) -> None:
    """Take the pattern and "still going"; done before negations, for "without a pause" denies nothing."""
    for i in range(len(reading)):
        pattern, ongoing = PATTERN.at(reading, i), ONGOING.at(reading, i)
        if pattern:
            found.pattern = found.pattern or pattern[0]
            reading.take(i, pattern[1], "pattern")
            reading.chip(PATTERNS[pattern[0]], "pattern", i, pattern[1])
        elif ongoing:
            found.ongoing = True
            reading.take(i, ongoing[1], "pattern")
            reading.chip("still going", "pattern", i, ongoing[1])


def find_circumstances(reading: Reading, found: Circumstances) -> None:
    """Take pulse, shaking, posture and whether it could be seen."""
    for i in range(len(reading)):
        _pulse(reading, found, i)
        _vibration(reading, found, i)
        _posture(reading, found, i)
        seen = VISIBLE.at(reading, i)
        if seen:
            found.visible = True
            reading.take(i, seen[1], "visible")
            reading.chip("can be seen", "visible", i, seen[1])


def _pulse(reading: Reading, found: Circumstances, i: int) -> None:
    pulse = PULSES.at(reading, i)
    if pulse is None:
        return
    start = i
    while reading.joined(start - 1, i) and reading.word(start - 1) in WITH_PULSE:
        start -= 1
    if any(reading.word(j) in PULSE_LINKS for j in range(start, i)):
        found.pulse = True
        reading.take(start, pulse[1], "pulse")
        reading.chip("in time with my pulse", "pulse", start, pulse[1])


def _vibration(reading: Reading, found: Circumstances, i: int) -> None:
    """Shaking counts only with what shook: "my calf is vibrating" is the twitch itself."""
    if reading.word(i) not in SHAKING:
        return
    clause = reading.tokens[i].clause
    sources = [(j, *at) for j in range(len(reading)) if (at := SOURCES.at(reading, j))]
    here = [each for each in sources if reading.tokens[each[0]].clause == clause]
    if not (here or sources):
        return
    start, vibration, end = (here or sources)[0]
    if reading.word(start) in ENGINES:
        vibration = next((kind for _, kind, _ in sources if kind is Vibration.VEHICLE), vibration)
    found.vibration = vibration
    reading.chip(f"shaken by: {VIBRATIONS[vibration]}", "vibration", i, i + 1)
    reading.take(i, i + 1, "vibration")
    if here:
        reading.take(start, end, "vibration")


def _posture(reading: Reading, found: Circumstances, i: int) -> None:
    posture = POSTURE.at(reading, i)
    if posture is None:
        return
    start = i - (reading.word(i - 1) in WHILE and reading.joined(i - 1, i))
    found.posture = found.posture or posture[0]
    reading.take(start, posture[1], "posture")
    reading.chip(POSTURES[posture[0]], "posture", start, posture[1])
