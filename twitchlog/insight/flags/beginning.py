"""The first fortnight of a diary."""

from twitchlog.domain import words as say
from twitchlog.domain.sites import Site
from twitchlog.insight.flags.flag import Flag, Words, evidence_of, flag_of
from twitchlog.insight.flags.levels import NOTICED
from twitchlog.insight.flags.phrases import few, why
from twitchlog.insight.flags.recent import Recent
from twitchlog.insight.flags.thresholds import Mark

FORTNIGHT = 14
USUAL = frozenset(
    {Site.EYELID, Site.FINGERS, Site.TOES, Site.ARCH, Site.CALF, Site.THIGH_FRONT, Site.THIGH_BACK}
)
"""The usual places (claim A3)."""


def common(recent: Recent) -> Flag | None:
    """Say that twitches are common while the diary's first counted one is less than 14 days ago."""
    first = recent.gathered.first_counted
    if first is None or recent.day_of(first) not in recent.days(FORTNIGHT):
        return None
    noted = {row.site for row in recent.counted(FORTNIGHT)} & USUAL
    names = [say.SITES[site] for site in Site if site in noted]
    usual = f" Among the usual places: {few(names)}." if names else ""
    words = Words(
        "Twitches are common",
        f"Nearly everyone has twitches now and then. Most are harmless and pass by themselves.{usual}",
        why("The first 14 days of a diary.", Mark.ARTICLE),
    )
    return flag_of("common", NOTICED, evidence_of(recent, [first]), words)
