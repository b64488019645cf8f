"""The last week in numbers, beside what is usual for this person."""

from dataclasses import dataclass
from datetime import date
from statistics import quantiles

from twitchlog.domain.day import Day
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode
from twitchlog.domain.period import Period

WEEKS_BEFORE = 12
DAYS_FOR_USUAL = 5
WEEKS_FOR_USUAL = 6


@dataclass(frozen=True, slots=True)
class Week:
    """Counted twitches on the fully logged days of a week of ``days`` such days.

    ``usual`` is the middle 80 % of the twelve weeks before, of those with five such days or more; ``None`` with
    fewer than six such weeks.
    """

    twitches: int
    days: int
    usual: tuple[int, int] | None


def week(diary: Diary, on: date) -> Week:
    """Return the seven local days that end with ``on``."""
    weeks = _weeks(diary, on)
    twitches, days = weeks[0]
    totals = [number for number, logged in weeks[1:] if logged >= DAYS_FOR_USUAL]
    if len(totals) < WEEKS_FOR_USUAL:
        return Week(twitches, days, None)
    tenths = quantiles(totals, n=10, method="inclusive")
    return Week(twitches, days, (round(tenths[0]), round(tenths[-1])))


def week_words(this: Week) -> str:
    """Return a week in one or two sentences."""
    if not this.days:
        return "No checked day in the last seven days."
    day_word = "day" if this.days == 1 else "days"
    twitch_word = "twitch" if this.twitches == 1 else "twitches"
    sentence = f"{this.twitches} {twitch_word} on {this.days} checked {day_word}"
    return f"{sentence}; usually {this.usual[0]} to {this.usual[1]} a week." if this.usual else f"{sentence}."


def _weeks(diary: Diary, last: date) -> list[tuple[int, int]]:
    """Twitches and fully logged days of each week, the newest first."""
    period = Period.of_days(last, 7 * (WEEKS_BEFORE + 1))
    logged = {day.date for day in diary.within(Day, period) if day.fully_logged}
    weeks = [[0, 0] for _ in range(WEEKS_BEFORE + 1)]
    for day in logged:
        weeks[(last - day).days // 7][1] += 1
    for episode in diary.within(Episode, period):
        day = diary.day_of(episode)
        if episode.counted and day in logged:
            weeks[(last - day).days // 7][0] += 1
    return [(twitches, days) for twitches, days in weeks]
