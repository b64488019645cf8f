"""Where a muscle twitches: sites, the person's own sides, and the regions derived from both."""

from enum import StrEnum


class Site(StrEnum):
    """A place on the body, in the order of the contract: head, arm, trunk, leg, then the two without a place."""

    SCALP = "scalp"
    FOREHEAD = "forehead"
    EYELID = "eyelid"
    CHEEK = "cheek"
    LIPS = "lips"
    JAW = "jaw"
    TONGUE = "tongue"
    NECK = "neck"
    SHOULDER = "shoulder"
    UPPER_ARM = "upper_arm"
    FOREARM = "forearm"
    HAND = "hand"
    THUMB = "thumb"
    FINGERS = "fingers"
    CHEST = "chest"
    ABDOMEN = "abdomen"
    BACK_UPPER = "back_upper"
    BACK_LOWER = "back_lower"
    GLUTE = "glute"
    GLUTE_MAX = "glute_max"
    GLUTE_MED = "glute_med"
    GLUTE_MIN = "glute_min"
    HIP = "hip"
    THIGH_FRONT = "thigh_front"
    THIGH_BACK = "thigh_back"
    KNEE = "knee"
    SHIN = "shin"
    CALF = "calf"
    ANKLE = "ankle"
    FOOT = "foot"
    ARCH = "arch"
    TOES = "toes"
    MANY = "many"
    OTHER = "other"


class Side(StrEnum):
    """The person's own side, never the viewer's."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    MIDDLE = "middle"


class Region(StrEnum):
    """A part of the body as the rules count it."""

    HEAD = "head"
    LEFT_ARM = "left_arm"
    RIGHT_ARM = "right_arm"
    TRUNK = "trunk"
    LEFT_LEG = "left_leg"
    RIGHT_LEG = "right_leg"


HEAD = frozenset(
    {
        Site.SCALP,
        Site.FOREHEAD,
        Site.EYELID,
        Site.CHEEK,
        Site.LIPS,
        Site.JAW,
        Site.TONGUE,
        Site.NECK,
    }
)
ARM = frozenset({Site.SHOULDER, Site.UPPER_ARM, Site.FOREARM, Site.HAND, Site.THUMB, Site.FINGERS})
TRUNK = frozenset({Site.CHEST, Site.ABDOMEN, Site.BACK_UPPER, Site.BACK_LOWER})
PLACELESS = frozenset({Site.MANY, Site.OTHER})
LEG = frozenset(Site) - HEAD - ARM - TRUNK - PLACELESS
WITH_MIDDLE = (HEAD - {Site.EYELID, Site.CHEEK}) | TRUNK | PLACELESS

REGION_NAMES = frozenset(region.value for region in Region)
SITE_NAMES = frozenset(site.value for site in Site)

PARENTS = {
    Site.GLUTE_MAX: Site.GLUTE,
    Site.GLUTE_MED: Site.GLUTE,
    Site.GLUTE_MIN: Site.GLUTE,
    Site.ARCH: Site.FOOT,
    Site.TOES: Site.FOOT,
    Site.THUMB: Site.HAND,
    Site.FINGERS: Site.HAND,
}


def sides_of(site: Site) -> tuple[Side, ...]:
    """Return the sides a site may have; ``middle`` comes last."""
    paired = (Side.LEFT, Side.RIGHT, Side.BOTH)
    return (*paired, Side.MIDDLE) if site in WITH_MIDDLE else paired


def regions_of(site: Site, side: Side) -> frozenset[Region]:
    """Return the regions a spot counts for: two for an arm or leg on both sides, none for many or other."""
    if site in HEAD:
        return frozenset({Region.HEAD})
    if site in TRUNK:
        return frozenset({Region.TRUNK})
    if site in PLACELESS or side is Side.MIDDLE:
        return frozenset()
    limb = "arm" if site in ARM else "leg"
    sides = ("left", "right") if side is Side.BOTH else (side.value,)
    return frozenset(Region(f"{each}_{limb}") for each in sides)


def regions_named(muscles: str) -> frozenset[Region]:
    """Return the regions of a ``muscles`` text: a region is itself, a site its region on both sides.

    Words that are neither match nothing, so that an odd import does no harm; empty gives none.
    """
    found: set[Region] = set()
    for word in muscles.split(","):
        name = word.strip()
        if name in REGION_NAMES:
            found.add(Region(name))
        elif name in SITE_NAMES:
            found |= regions_of(Site(name), Side.BOTH)
    return frozenset(found)
