"""The person's own notes, of which they tick those that the doctor should read."""

from dataclasses import dataclass
from datetime import date

from twitchlog.domain import words
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode
from twitchlog.domain.period import Period
from twitchlog.insight.flags.phrases import dated
from twitchlog.report.typed import one_line


@dataclass(frozen=True, slots=True)
class Note:
    """One entry's note; ``key`` is the entry's id, ``when`` its day, time and place in words."""

    key: str
    date: date
    when: str
    text: str


def notes_of(diary: Diary, period: Period) -> tuple[Note, ...]:
    """Return the notes of a period, the newest first."""
    rows = [row for row in diary.within(Episode, period) if row.note.strip()]
    return tuple(
        Note(
            row.id,
            diary.day_of(row),
            f"{dated(row.onset.date(), period.last)}, {words.clock(row.onset)}, "
            f"{words.place(row.site, row.side).lower()}",
            one_line(row.note),
        )
        for row in reversed(rows)
    )
