"""What a person writes beside a twitch."""

from random import Random

SHARE = 0.12
NOTES = (
    "watching TV",
    "on the sofa",
    "just before falling asleep",
    "woke me up",
    "like a small fish under the skin",
    "J. could see it too",
    "stopped when I stood up",
    "stopped when I stretched",
    "same spot as yesterday",
    "at my desk",
    "in the meeting, hard to ignore",
    "long day",
    "slept badly",
    "after the stairs",
    "in bed, lights off",
    "only when I sit still",
    "three short ones, then nothing",
    "went on and off while reading",
    "lasted longer than usual",
    "barely worth writing down",
    "filmed it on the phone",
    "drank too little today",
    "back from the long drive, on the couch",
    "new shoes",
    "didn't notice until it stopped",
    "again",
)


def note(chance: Random) -> str:
    """Return a note, or mostly none."""
    return chance.choice(NOTES) if chance.random() < SHARE else ""
