"""Every rule's kind and the claims it rests on, in the order in which flags of one level are shown.

A claim id is a letter for the article, A or B, and the number of the statement in it. A rule without a claim
rests on public guidance or keeps the diary itself honest.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What kind of flag a rule raises."""

    RED_FLAG = "red_flag"
    PERSISTENCE = "persistence"
    BENIGN = "benign"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Basis:
    """What a rule rests on; an ``event`` rule speaks of single records, the others of a state of the diary."""

    kind: Kind
    claims: tuple[str, ...] = ()
    event: bool = False


BASES: dict[str, Basis] = {
    "urgent": Basis(Kind.RED_FLAG),
    "persistent_with_more": Basis(Kind.RED_FLAG, ("A17",)),
    "weakness": Basis(Kind.RED_FLAG, ("B11",), event=True),
    "numbness": Basis(Kind.RED_FLAG, ("B11",), event=True),
    "pain": Basis(Kind.RED_FLAG, ("B11", "B14"), event=True),
    "continuous": Basis(Kind.RED_FLAG, ("B11",), event=True),
    "mineral": Basis(Kind.RED_FLAG, ("A11", "B12"), event=True),
    "persistent": Basis(Kind.PERSISTENCE, ("A17",)),
    "too_often": Basis(Kind.PERSISTENCE, ("A9", "B14")),
    "several_places": Basis(Kind.PERSISTENCE, ("A17",)),
    "rising": Basis(Kind.PERSISTENCE, ("B14",)),
    "comes_and_goes": Basis(Kind.PERSISTENCE, ("A17", "B10")),
    "cramps": Basis(Kind.PERSISTENCE, ("A17",)),
    "medicine": Basis(Kind.NOTE, event=True),
    "attention": Basis(Kind.NOTE, ("A11", "A18")),
    "gaps": Basis(Kind.NOTE),
    "examined_normal": Basis(Kind.BENIGN, ("A19",)),
    "only_symptom_after_exercise": Basis(Kind.BENIGN, ("A12", "A18", "B3")),
    "at_rest_after_exercise": Basis(Kind.BENIGN, ("A13", "A14", "B4")),
    "after_moving": Basis(Kind.BENIGN, ("B6",)),
    "caffeine_or_stress_before": Basis(Kind.BENIGN, ("A11", "B5")),
    "long_sitting": Basis(Kind.BENIGN, ("B3", "B8")),
    "vibration": Basis(Kind.BENIGN, ("B9",)),
    "pulse": Basis(Kind.BENIGN, ("B7",)),
    "common": Basis(Kind.BENIGN, ("A3", "A8", "A9", "B1", "B10")),
}

ORDER = {rule: place for place, rule in enumerate(BASES)}
