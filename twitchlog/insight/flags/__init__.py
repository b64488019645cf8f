"""What the diary points out: a pure function of the diary and a day, without numpy."""

from datetime import date

from twitchlog.domain.diary import Diary
from twitchlog.insight.flags.arranged import arranged
from twitchlog.insight.flags.discussed import judged
from twitchlog.insight.flags.flag import Flag, Raised
from twitchlog.insight.flags.gathered import gathered
from twitchlog.insight.flags.recent import Recent
from twitchlog.insight.flags.rules import RULES
from twitchlog.insight.flags.thresholds import THRESHOLDS

__all__ = ["RULES", "THRESHOLDS", "Flag", "Raised", "flags"]


def flags(diary: Diary, on: date) -> Raised:
    """Return what the diary points out on a local day, in the order it is shown.

    Rows dated after ``on`` are not seen and the order of rows does not matter. The last seven months, all medicines,
    labs, examinations and discussions, and the first counted episode and first checked day give the same flags as
    the whole diary.
    """
    recent = Recent(on, gathered(diary, on))
    found = {rule: flag for rule in RULES if (flag := judged(rule, recent))}
    ordered = sorted(arranged(found, recent).values(), key=lambda flag: flag.order)
    return Raised(
        tuple(flag for flag in ordered if not flag.quiet),
        tuple(flag for flag in ordered if flag.quiet),
    )
