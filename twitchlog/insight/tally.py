"""How often each place twitched in a period, and on how many of its checked days."""

from dataclasses import dataclass
from datetime import date

from twitchlog.domain.day import Day
from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.domain.sites import Side, Site


@dataclass(frozen=True, slots=True)
class Tally:
    """One spot: its counted twitches, on how many of the checked days, and the last day."""

    site: Site
    side: Side
    twitches: int
    days: int
    last: date


def tallies(diary: Diary, period: Period) -> tuple[list[Tally], int]:
    """Return the spots of a period, the most frequent first, and the number of checked days.

    ``days`` counts checked days only, so that it can be read as "of the checked days".
    """
    # Only now: the window's list of pages imports this module before the first paint, when numpy must not load.
    import numpy as np

    from twitchlog.insight.series.onsets import onsets
    from twitchlog.insight.series.spots import spot_of

    checked = [day.date.toordinal() for day in diary.within(Day, period) if day.checked]
    began = onsets(diary, period)
    found = []
    for number in np.unique(began.spot).tolist():
        here = began.day[began.spot == number]
        days = int(np.isin(np.unique(here), checked).sum())
        found.append(Tally(*spot_of(number), len(here), days, date.fromordinal(int(here.max()))))
    return sorted(found, key=lambda each: (-each.twitches, each.site, each.side)), len(checked)
