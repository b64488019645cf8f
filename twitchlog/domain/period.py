"""A span of local days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Period:
    """The local days from ``first`` to before ``after``: half-open, so that periods join without overlap."""

    first: date
    after: date

    @classmethod
    def of_days(cls, last: date, count: int) -> "Period":
        """Return the ``count`` days that end with ``last``, which is included."""
        return cls(last - timedelta(days=count - 1), last + timedelta(days=1))

    @property
    def last(self) -> date:
        """The last day in it."""
        return self.after - timedelta(days=1)

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day < self.after

    def __len__(self) -> int:
        return max((self.after - self.first).days, 0)

    def __iter__(self) -> Iterator[date]:
        return (self.first + timedelta(days=n) for n in range(len(self)))
