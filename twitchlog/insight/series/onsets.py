"""When and where the counted twitches of a period began, by local days."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.insight.columns import Ints, columns_of

DAY_S = 86_400


@dataclass(frozen=True, slots=True)
class Onsets:
    """Counted episodes, one entry each, in the order of instants.

    ``day`` is the ordinal of the local day, ``minute`` counts from its start on the wall clock, ``spot`` is the
    number of site and side in the diary's columns.
    """

    day: Ints
    minute: Ints
    spot: Ints


def onsets(diary: Diary, period: Period) -> Onsets:
    """Return the counted onsets on the local days of a period; the cost follows the period, not the diary."""
    months = [columns_of(diary.months[key]) for key in sorted(diary.months) if _may_hold(key, period)]
    start = diary.settings.day_start * 3600
    # Shifting the wall clock by the day's start makes local days whole days: no cases for the small hours.
    local = _joined([month.episode_at[month.episode_counted] for month in months]) - start
    spot = _joined([month.episode_spot[month.episode_counted] for month in months])
    mine = (local >= period.first.toordinal() * DAY_S) & (local < period.after.toordinal() * DAY_S)
    return Onsets(local[mine] // DAY_S, local[mine] % DAY_S // 60, spot[mine])


def _joined(parts: list[Ints]) -> Ints:
    return np.concatenate(parts) if parts else np.empty(0, dtype=np.int64)


def _may_hold(key: tuple[int, int], period: Period) -> bool:
    """Whether a UTC month can hold local days of the period: a month of slack covers every offset."""
    return _month(period.first) - 1 <= key[0] * 12 + key[1] <= _month(period.after) + 1


def _month(day: date) -> int:
    return day.year * 12 + day.month
