"""What luck looks like: the real answer among four made by shuffling whole days, for the reader to find."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from twitchlog.domain.diary import Diary
from twitchlog.insight.triggers.analysis import answers
from twitchlog.insight.triggers.bins import grid
from twitchlog.insight.triggers.result import Trigger

SHUFFLED = 4


@dataclass(frozen=True, slots=True)
class Lineup:
    """Five answers of five rows each, in an order that the seed decides; ``real`` is the number of the real one.

    The others have the same twitches and the same days' exposures, but each complete day got the exposures of
    another, so that what they show is luck.
    """

    answers: tuple[tuple[Trigger, ...], ...]
    real: int


def lineup(diary: Diary, seed: int, first: date | None = None, until: date | None = None) -> Lineup | None:
    """Return the real answer among four shuffled ones, the same for the same seed; ``None`` without a bin at risk."""
    found = grid(diary, first, until)
    if found is None:
        return None
    draw = np.random.default_rng(seed)
    real = int(draw.integers(SHUFFLED + 1))
    shown = []
    for number in range(SHUFFLED + 1):
        if number == real:
            shown.append(answers(found.bins()))
            continue
        day = draw.permutation(len(found.days.ordinals))
        shuffled = replace(found, exposed=found.exposed[:, day], known=found.known[:, day])
        shown.append(answers(shuffled.bins()))
    return Lineup(tuple(shown), real)
