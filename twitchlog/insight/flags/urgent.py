"""The one flag that no record raises: the follow-up question was answered with yes."""

from datetime import timedelta

from twitchlog.domain.medical import Discussion
from twitchlog.insight.flags.flag import Flag, Words, evidence_of, flag_of
from twitchlog.insight.flags.levels import HELP_TODAY
from twitchlog.insight.flags.phrases import dates, why
from twitchlog.insight.flags.recent import Recent
from twitchlog.insight.flags.signs import YES
from twitchlog.insight.flags.thresholds import Mark

KEPT_DAYS = 14


def urgent(recent: Recent) -> Flag | None:
    """Ask for help today after a yes, until it is noted that a doctor has checked it; then quiet for 14 days."""
    said = recent.dated(recent.gathered.discussions)
    yes = _last(said, YES)
    if yes is None:
        return None
    checked = _last(said, "urgent")
    if checked is None or checked.date < yes.date:
        return _flag(recent, yes)
    if yes.date > recent.on - timedelta(days=KEPT_DAYS):
        return _flag(recent, yes).quieted(checked.date)
    return None


def _last(said: list[Discussion], rule: str) -> Discussion | None:
    return next((row for row in reversed(said) if row.rule == rule), None)


def _flag(recent: Recent, yes: Discussion) -> Flag:
    when = dates((yes.date,), recent.on)
    words = Words(
        "Get medical help today",
        f"On {when} you answered yes to a question about signs that need looking at the same day. Please call your "
        "emergency number or go to an emergency department now. The diary can wait. When a doctor has checked it, "
        "note that here.",
        why("You answered yes to the follow-up question.", Mark.GUIDANCE),
        f"When you note that a doctor has checked it, dated {when} or later.",
    )
    return flag_of("urgent", HELP_TODAY, evidence_of(recent, [yes]), words)
