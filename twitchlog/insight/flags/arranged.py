"""Which flags stand beside each other: the ones that say less give way, and a normal examination lowers some."""

from datetime import date, timedelta

from twitchlog.insight.flags.discussed import LISTED, judged, linked_regions, links_back
from twitchlog.insight.flags.findings import normal_examination
from twitchlog.insight.flags.flag import Flag
from twitchlog.insight.flags.levels import SEE_A_DOCTOR
from twitchlog.insight.flags.recent import Recent
from twitchlog.insight.flags.rules import RULES

COVERED = ("persistent", "several_places", "comes_and_goes")
"""Said by ``persistent_with_more`` already."""

CALMING = ("only_symptom_after_exercise", "common")
"""Left out beside anything for a doctor to see."""

LOWERED = ("persistent", "too_often", "several_places", "rising")
LISTED_DAYS = 28
"""Days for which a normal examination is recalled for its own sake."""


def arranged(found: dict[str, Flag], recent: Recent) -> dict[str, Flag]:
    """Return the flags of a day, by rule, as they stand beside each other."""
    flags = dict(found)
    if "persistent_with_more" in flags:
        flags = _without(flags, COVERED)
    flags = _lowered(flags, recent)
    if any(flag.level >= SEE_A_DOCTOR for flag in flags.values()):
        flags = _without(flags, CALMING)
    return flags


def _without(flags: dict[str, Flag], rules: tuple[str, ...]) -> dict[str, Flag]:
    return {rule: flag for rule, flag in flags.items() if rule not in rules}


def _lowered(flags: dict[str, Flag], recent: Recent) -> dict[str, Flag]:
    """Lower what links back to a normal examination; without any, an old examination is not listed."""
    exam = normal_examination(recent)
    if exam is None:
        return flags
    lower = {
        rule: flag
        for rule in LOWERED
        if rule in flags
        and _links(flags[rule], recent, exam.date)
        and (flag := judged(rule, recent.lowered_by(exam.date)))
    }
    if not lower and exam.date <= recent.on - timedelta(days=LISTED_DAYS):
        flags = _without(flags, ("examined_normal",))
    return flags | lower


def _links(flag: Flag, recent: Recent, exam: date) -> bool:
    """Return whether a state links back to the day of an examination; every listed region must.

    Regions left out because they were discussed need no exception: one that links back to the talk links to a
    later examination too, and one that does not links to no earlier examination.
    """
    if flag.rule in LISTED:
        return LISTED[flag.rule](recent).keys() <= linked_regions(flag.rule, recent, exam)
    return links_back(recent.on, exam, lambda day: RULES[flag.rule](recent.at(day)) is not None)
