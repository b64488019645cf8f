"""How often: on most days, and more than before."""

from datetime import date

from twitchlog.domain.record import Record
from twitchlog.insight.flags.flag import Flag, Words, evidence_of, flag_of
from twitchlog.insight.flags.levels import NOTICED, WORTH_MENTIONING
from twitchlog.insight.flags.phrases import dated, why
from twitchlog.insight.flags.recent import Recent
from twitchlog.insight.flags.thresholds import Mark
from twitchlog.insight.weekly_look import WEEKS, WeeklyLook, look_at


def too_often(recent: Recent) -> Flag | None:
    """Mention twitching on most days of each of the last two weeks; days count, not entries."""
    least = int(recent.value("too_often_days"))
    days = [recent.is_twitch_day(day) for day in recent.days(14)]
    if sum(days[7:]) < least or sum(days[:7]) < least:
        return None
    words = Words(
        "Twitching on most days",
        f"There was twitching on {sum(days)} of the last 14 days. No number says how often is too often; many harmless "
        "twitches come daily for a while. If it bothers you, mention it at your next appointment.",
        why(f"{least} days or more in each of two weeks.", Mark.OURS),
    )
    level = NOTICED if recent.examined else WORTH_MENTIONING
    rows = [row for day in recent.days(14) for row in _twitches_of(recent, day)]
    return flag_of("too_often", level, evidence_of(recent, rows), words)


def _twitches_of(recent: Recent, day: date) -> list[Record]:
    """Return what makes a day a twitch day: its counted episodes, or else its check-in."""
    episodes: list[Record] = [*recent.counted_on(day)]
    row = recent.day(day)
    return episodes or ([row] if row is not None and recent.is_twitch_day(day) else [])


def rising(recent: Recent) -> Flag | None:
    """Mention that the weekly look found more twitches than before, beyond what chance often does."""
    ratio = recent.value("rising_ratio")
    p = recent.value("rising_p")
    look = _look(recent)
    if not look.comparison.rising(ratio, p):
        return None
    more = "half as many again" if ratio == 1.5 else f"{ratio:g} times as many"
    words = Words(
        "More twitches than before",
        _rising_text(look, recent.on),
        why(f"At least {more}, p below {p:g}.", Mark.OURS),
    )
    level = NOTICED if recent.examined else WORTH_MENTIONING
    return flag_of("rising", level, evidence_of(recent, look.onsets), words)


def _look(recent: Recent) -> WeeklyLook:
    days = recent.days(7 * (WEEKS + 1) + 1)
    counted = {day: recent.counted_on(day) for day in days}
    complete = {day: (row := recent.day(day)) is not None and row.complete for day in days}
    return look_at(counted, complete, recent.on)


def _rising_text(look: WeeklyLook, on: date) -> str:
    two = look.comparison.recent
    expected = int((look.comparison.expected or 0) + 0.5)
    return (
        f"You logged {two.onsets} twitches on {two.days} complete days in the two weeks to {dated(look.on, on)}; at "
        f"the pace of the six weeks before it would have been about {expected}. It may be chance, a busy time, or "
        "looking more closely. If it keeps up, mention it at your next appointment."
    )
