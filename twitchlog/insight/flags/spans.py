"""Stretches of time joined into one set, so that asking "was it within any of them?" is one look-up."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Spans:
    """Joined stretches in whole seconds, both ends included, in order and apart from each other."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, stretches: Iterable[tuple[int, int]]) -> "Spans":
        """Return the union of stretches in any order; one that ends before it starts holds nothing."""
        joined: list[list[int]] = []
        for start, end in sorted(stretches):
            if end < start:
                continue
            if joined and start <= joined[-1][1]:
                joined[-1][1] = max(joined[-1][1], end)
            else:
                joined.append([start, end])
        return cls(tuple(start for start, _ in joined), tuple(end for _, end in joined))

    def __contains__(self, moment: object) -> bool:
        if not self.starts or not isinstance(moment, datetime):
            return False
        instant = int(moment.timestamp())
        place = bisect_right(self.starts, instant) - 1
        return place >= 0 and instant <= self.ends[place]
