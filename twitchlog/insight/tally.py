"""How often each place twitched in a period, and on how many of its checked days."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from twitchlog.domain.day import Day
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode
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
    checked = {day.date for day in diary.within(Day, period) if day.checked}
    counts: Counter[tuple[Site, Side]] = Counter()
    days: dict[tuple[Site, Side], set[date]] = {}
    last: dict[tuple[Site, Side], date] = {}
    for episode in diary.within(Episode, period):
        if episode.counted:
            spot, day = (episode.site, episode.side), diary.day_of(episode)
            counts[spot] += 1
            days.setdefault(spot, set()).add(day)
            last[spot] = max(day, last.get(spot, day))
    order = sorted(counts, key=lambda spot: (-counts[spot], spot))
    return [Tally(*spot, counts[spot], len(days[spot] & checked), last[spot]) for spot in order], len(checked)
