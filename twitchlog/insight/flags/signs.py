"""When not to wait for a diary: signs that are always listed, always alike, and never driven by data.

Public guidance, not from the two articles.
"""

from datetime import date

from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode, Symptom
from twitchlog.domain.medical import Discussion
from twitchlog.domain.period import Period

SIGNS_TITLE = "When not to wait for a diary"
SIGNS = (
    "Numbness around the genitals, the back passage or the inner thighs",
    "New trouble with bladder or bowel",
    "Weakness in both legs",
    "Sudden weakness of the face or an arm, or trouble speaking",
    "Trouble breathing or swallowing",
    "An irregular heartbeat, or fainting",
)
SIGNS_SOURCE = "Public guidance, not from the two articles."
FOLLOW_UP_QUESTION = "Is any of these true now?"
YES, NO = "urgent_yes", "urgent_no"
"""The answers, as rule codes of the discussions they are stored as, dated the local day."""

ASKING = frozenset({Symptom.NUMBNESS, Symptom.WEAKNESS})
ASKED_DAYS = 7


def follow_up_due(diary: Diary, episode: Episode, on: date) -> bool:
    """Return whether to ask the question after an entry is saved on a local day.

    It is asked after numbness or weakness, unless it was answered in the seven days that end with ``on``.
    """
    if not episode.symptoms & ASKING:
        return False
    answers = diary.within(Discussion, Period.of_days(on, ASKED_DAYS))
    return not any(row.rule in {YES, NO} for row in answers)
