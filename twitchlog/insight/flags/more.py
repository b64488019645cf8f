"""Twitching that has lasted, together with something more: the one way in which persistence asks for a doctor."""

from enum import StrEnum

from twitchlog.domain.episode import Episode, Symptom
from twitchlog.insight.flags.flag import Flag, Words, evidence_of, flag_of
from twitchlog.insight.flags.levels import SEE_A_DOCTOR
from twitchlog.insight.flags.persistence import (
    Stretches,
    in_fortnights,
    in_stretches,
    lasting,
    long_text,
    only,
    returning,
    stretch_text,
)
from twitchlog.insight.flags.phrases import few, why
from twitchlog.insight.flags.places import in_several
from twitchlog.insight.flags.recent import Recent
from twitchlog.insight.flags.symptoms import cramping, is_weakness
from twitchlog.insight.flags.thresholds import Mark

MORE_WINDOW = 28


class More(StrEnum):
    """What else there was, in the words of the card and in its order."""

    PLACES = "twitching in more than one place"
    WEAKNESS = "weakness"
    THINNER = "a muscle that looks thinner"
    CRAMPS = "cramps or stiffness"


def persistent_with_more(recent: Recent) -> Flag | None:
    """Ask for an appointment when twitching has lasted and there is more with it (claim A17: both, not one)."""
    stretches = lasting(recent)
    long = {} if stretches else {region: each for region, each in returning(recent).items() if each.long}
    more = more_of(recent)
    found = stretches or long
    if not found or not more:
        return None
    rows = in_fortnights(recent, long) if long else in_stretches(recent, stretches)
    rows += [row for entries in more.values() for row in entries]
    return flag_of(
        "persistent_with_more",
        SEE_A_DOCTOR,
        evidence_of(recent, rows, only(found)),
        _words(long_text(recent, long) if long else _lasted(stretches, recent), list(more)),
    )


def more_of(recent: Recent) -> dict[More, list[Episode]]:
    """Return each kind of *more* that there is, with its entries; weakness like tiredness is none."""
    entries = recent.entries(MORE_WINDOW)
    cramps = cramping(recent, MORE_WINDOW)
    days = {recent.day_of(row) for row in cramps}
    found = {
        More.PLACES: in_several(recent),
        More.WEAKNESS: [row for row in entries if is_weakness(row)],
        More.THINNER: [row for row in entries if Symptom.THINNING in row.symptoms],
        More.CRAMPS: cramps if len(days) >= recent.value("more_cramp_days") else [],
    }
    return {kind: rows for kind, rows in found.items() if rows}


def _lasted(stretches: Stretches, recent: Recent) -> str:
    return stretch_text(stretches, recent.on)


def _words(lasted: str, more: list[More]) -> Words:
    return Words(
        "Twitching that has lasted, and more with it",
        f"{lasted}. You also noted: {few([kind.value for kind in more])}. Please make an appointment with a doctor "
        "and take the report along. It does not have to be today.",
        why("It has lasted, and there was more with it.", Mark.ARTICLE),
    )
