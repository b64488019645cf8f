"""The answer of the triggers, as values and as the contract's JSON."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import isfinite

from twitchlog.insight.triggers.verdict import Verdict


class Method(StrEnum):
    """How a ratio was found; none if there is too little to compare."""

    CONDITIONAL_POISSON = "conditional-poisson"
    EXACT = "exact"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Side:
    """Onsets in so many waking hours; the unexposed side's are standardised, so not whole numbers."""

    onsets: float
    hours: float

    @property
    def rate(self) -> float:
        """Onsets per hour, 0 without an hour."""
        return self.onsets / self.hours if self.hours else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """One exposure's row: ``ratio`` of rates with its 95 % interval ``low`` to ``high``, 0 and infinity possible.

    ``None`` where there is too little data. ``window_h``: hours after the exposure that count, ``None``: the rest
    of the day, or the whole day. ``more_days`` only with the verdict cannot-tell; 184 means more than half a year.
    """

    exposure: str
    window_h: int | None
    exposed: Side
    unexposed: Side
    ratio: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None
    p_holm: float | None = None
    method: Method = Method.NONE
    verdict: Verdict = Verdict.CANNOT_TELL
    more_days: int | None = None

    def row(self) -> dict[str, object]:
        """Return the row as in the contract's JSON."""
        return {
            "exposure": self.exposure,
            "window_h": self.window_h,
            "exposed": {"onsets": round(self.exposed.onsets), "hours": round(float(self.exposed.hours), 1)},
            "unexposed": {
                "onsets": round(float(self.unexposed.onsets), 1),
                "hours": round(float(self.unexposed.hours), 1),
            },
            "ratio": _rounded(self.ratio, 4),
            "low": _rounded(self.low, 4),
            "high": _rounded(self.high, 4),
            "p": _rounded(self.p, 6),
            "p_holm": _rounded(self.p_holm, 6),
            "method": str(self.method),
            "verdict": str(self.verdict),
            "more_days": self.more_days,
        }


@dataclass(frozen=True, slots=True)
class Triggers:
    """What goes with what from ``first`` to ``until``: always five rows, in the order of the exposures.

    ``complete_days`` are those looked at, ``onsets`` the counted ones in their waking hours. The dates are ``None``
    if none was asked for and there is no complete day.
    """

    first: date | None
    until: date | None
    complete_days: int
    onsets: int
    rows: tuple[Trigger, ...]

    def row(self) -> dict[str, object]:
        """Return the contract's JSON of ``triggers``."""
        return {
            "from": self.first.isoformat() if self.first else None,
            "until": self.until.isoformat() if self.until else None,
            "complete_days": self.complete_days,
            "onsets": self.onsets,
            "triggers": [each.row() for each in self.rows],
        }


def _rounded(value: float | None, digits: int) -> float | None:
    return round(value, digits) if value is not None and isfinite(value) else None
