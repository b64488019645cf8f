"""How the diary is kept: with a lot of attention, or with too few days to say much."""

from datetime import timedelta

from twitchlog.domain.episode import Episode
from twitchlog.insight.flags.flag import Evidence, Flag, Words, evidence_of, flag_of
from twitchlog.insight.flags.levels import NOTICED
from twitchlog.insight.flags.phrases import at_least, why
from twitchlog.insight.flags.recent import Recent
from twitchlog.insight.flags.thresholds import Mark

WEEK, FORTNIGHT = 7, 14
MUCH_WORRY = 4


def attention(recent: Recent) -> Flag | None:
    """Suggest one entry a day where worry is high or entries are very many."""
    least_worry, least_days = int(recent.value("worry_days")), int(recent.value("many_entries_days"))
    most = int(recent.value("many_entries"))
    worried = [
        row for day in recent.days(WEEK) if (row := recent.day(day)) and (row.worry or 0) >= MUCH_WORRY
    ]
    busy = [rows for day in recent.days(WEEK) if len(rows := recent.gathered.of_kind(Episode, day)) > most]
    if len(worried) >= least_worry:
        evidence, what = evidence_of(recent, worried), "you rated your worry 4 or 5"
    elif len(busy) >= least_days:
        evidence = evidence_of(recent, (row for rows in busy for row in rows))
        what = f"there are more than {most} entries"
    else:
        return None
    words = Words(
        "A lot of attention on this",
        f"On {len(evidence.days)} of the last 7 days {what}. One short entry in the evening is enough for the diary; "
        "looking less often loses nothing. If worry gets in the way of your days, a doctor can help with that too.",
        why(f"Worry on {least_worry} days, or many entries on {least_days} days, of 7.", Mark.OURS),
    )
    return flag_of("attention", NOTICED, evidence, words)


def gaps(recent: Recent) -> Flag | None:
    """Say that most days are not recorded; an empty fortnight is a pause, and a pause is nobody's business."""
    first = recent.gathered.first_recorded
    if first is None or first > recent.on - timedelta(days=FORTNIGHT - 1):
        return None
    percent = recent.value("recorded_share")
    days = recent.days(FORTNIGHT)
    holes = tuple(day for day in days if not recent.is_recorded(day))
    recorded = len(days) - len(holes)
    if not recorded or at_least(recorded, percent, FORTNIGHT):
        return None
    words = Words(
        "Too few days to say much",
        f"{len(holes)} of the last 14 days have neither a check-in nor a twitch in the diary, so this page can say "
        "little about them. They are not taken as quiet days.",
        why(f"Under {percent:g} % of 14 days recorded.", Mark.OURS),
    )
    return flag_of("gaps", NOTICED, Evidence((), holes), words)
