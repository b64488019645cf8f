"""Writing down again what was written down before."""

from collections import Counter
from datetime import date, datetime
from uuid import uuid4

from twitchlog.domain import words
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode
from twitchlog.domain.period import Period

MOST_USED_DAYS = 60
OFFERED = 3


def most_used(diary: Diary, day: date) -> list[Episode]:
    """Return what to offer again: the last episode, then the most used spots of two months, in a stable order."""
    recent = list(diary.within(Episode, Period.of_days(day, MOST_USED_DAYS)))
    if not recent:
        return []
    last = recent[-1]
    counts = Counter((each.site, each.side) for each in recent)
    newest = {(each.site, each.side): each for each in recent}
    order = sorted(counts, key=lambda spot: (-counts[spot], spot))
    return [last, *(newest[spot] for spot in order if spot != (last.site, last.side))][:OFFERED]


def repeated(episode: Episode, onset: datetime, zone: str, recorded_at: datetime) -> Episode:
    """Return the same place, side, strength and length at another time; never symptoms or the note."""
    return Episode(
        id=str(uuid4()),
        onset=onset,
        zone=zone,
        site=episode.site,
        side=episode.side,
        intensity=episode.intensity,
        duration_s=episode.duration_s,
        recorded_at=recorded_at,
    )


def again_words(episode: Episode) -> str:
    """Return what would be repeated: "Left calf, mild, 5 min"."""
    parts = [words.place(episode.site, episode.side)]
    if episode.intensity:
        parts.append(words.STRENGTHS[episode.intensity])
    if episode.duration_s:
        parts.append(words.length(episode.duration_s))
    return ", ".join(parts)
