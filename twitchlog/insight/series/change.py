"""Whether the last four weeks differ from the weeks before by more than such weeks differ anyway."""

from dataclasses import dataclass
from math import exp, log, sqrt
from statistics import NormalDist

import numpy as np

from twitchlog.insight.columns import Bools, Floats, Ints

RECENT_WEEKS = 4
LEAST_RECENT, LEAST_BEFORE = 2, 4
LEAST_DAYS = 3


@dataclass(frozen=True, slots=True)
class Change:
    """Twitches per counted day in the last four weeks and before, and the 95 % range of their ratio."""

    recent: float
    before: float
    low: float
    high: float


def change(twitches: Ints, counted: Bools) -> Change | None:
    """Return the ratio's range from whole weeks that end with the last day; ``None`` with too few weeks.

    A week needs 3 counted days; 2 recent and 4 earlier weeks are needed. Weeks scatter more than chance alone
    would let them: the range is widened by their own scatter, never narrowed, and by Student's t.
    """
    weeks = len(counted) // 7
    skip = len(counted) - weeks * 7
    days = counted[skip:].reshape(weeks, 7).sum(axis=1).astype(float)
    found = np.where(counted, twitches, 0)[skip:].reshape(weeks, 7).sum(axis=1).astype(float)
    usable = days >= LEAST_DAYS
    recent = np.arange(weeks) >= weeks - RECENT_WEEKS
    now, past = usable & recent, usable & ~recent
    if now.sum() < LEAST_RECENT or past.sum() < LEAST_BEFORE:
        return None
    return _range(found[now], days[now], found[past], days[past])


def _range(now: Floats, now_days: Floats, past: Floats, past_days: Floats) -> Change:
    rates = now.sum() / now_days.sum(), past.sum() / past_days.sum()
    expected = np.concatenate([now_days * rates[0], past_days * rates[1]])
    scatter = ((np.concatenate([now, past]) - expected) ** 2 / np.maximum(expected, 0.5)).sum()
    free = len(now) + len(past) - 2
    wider = max(1.0, scatter / free)
    a, b = now.sum() + 0.5, past.sum() + 0.5
    middle = log((a / now_days.sum()) / (b / past_days.sum()))
    half = _student(free) * sqrt(wider * (1 / a + 1 / b))
    return Change(float(rates[0]), float(rates[1]), exp(middle - half), exp(middle + half))


def _student(free: int) -> float:
    """Return the 97.5 % point of Student's t, by the series that the triggers page gives."""
    z, n = NormalDist().inv_cdf(0.975), free
    first = (z**3 + z) / (4 * n)
    second = (5 * z**5 + 16 * z**3 + 3 * z) / (96 * n**2)
    return z + first + second + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * n**3)
