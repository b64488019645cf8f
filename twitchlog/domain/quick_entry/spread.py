"""Which of several places a length, strength or symptom belongs to."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar


class Standing(Protocol):
    """Something that stands somewhere in the line."""

    start: int


V = TypeVar("V", bound=Standing)


def spread(
    values: Sequence[V], places: Sequence[Standing], shares: Callable[[V], bool] = lambda _: True
) -> list[list[V]]:
    """Return the values of every place, places and values being in the order of the line.

    A value between two places is the first one's ("calf 1 min and eyelid 20 s"), or the second one's where the line
    begins with a value ("1 min calf and 20 s eyelid"). A value before or after all places is that of every place
    without one of its own, or of the nearest place alone if it does not ``shares``.
    """
    own: list[list[V]] = [[] for _ in places]
    shared: list[V] = []
    before = [sum(place.start < value.start for place in places) for value in values]
    between = [count for count in before if 0 < count < len(places)]
    leads = 0 in before and bool(between)
    for value, count in zip(values, before, strict=True):
        if 0 < count < len(places):
            own[count if leads else count - 1].append(value)
        elif shares(value):
            shared.append(value)
        else:
            own[-1 if count else 0].append(value)
    return [mine or list(shared) for mine in own]
