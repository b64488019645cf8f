"""Entries that stay in the diary but are not counted as twitches."""

from twitchlog.insight.flags.flag import Flag, Words, evidence_of, flag_of
from twitchlog.insight.flags.levels import NOTICED
from twitchlog.insight.flags.phrases import why
from twitchlog.insight.flags.recent import Recent
from twitchlog.insight.flags.thresholds import Mark

WEEK = 7


def vibration(recent: Recent) -> Flag | None:
    """Notice entries that name a vibration from outside."""
    entries = recent.entries(WEEK)
    rows = [row for row in entries if row.vibration is not None]
    if not rows:
        return None
    words = Words(
        "Not counted: vibration from outside",
        f"{len(rows)} of {len(entries)} entries in the last 7 days name a vehicle, music, a machine or another "
        "vibration. They stay in the diary.",
        why("A vibration was noted.", Mark.ARTICLE),
    )
    return flag_of("vibration", NOTICED, evidence_of(recent, rows), words)


def pulse(recent: Recent) -> Flag | None:
    """Notice entries that went in time with the pulse."""
    entries = recent.entries(WEEK)
    rows = [row for row in entries if row.pulse]
    if not rows:
        return None
    words = Words(
        "Not counted: in time with the pulse",
        f"{len(rows)} of {len(entries)} entries in the last 7 days went in time with the pulse, which usually is blood "
        "flow. They stay in the diary.",
        why("In time with the pulse.", Mark.ARTICLE),
    )
    return flag_of("pulse", NOTICED, evidence_of(recent, rows), words)
