"""Where: sites by their everyday names, and the person's own sides."""

from dataclasses import dataclass, field
from functools import partial

from twitchlog.domain.quick_entry.reading import Reading, meanings
from twitchlog.domain.quick_entry.understood import Ask, Chip, Choice
from twitchlog.domain.sites import Side, Site, sides_of
from twitchlog.domain.words import SITES, place

NAMES: dict[Site, str] = {
    Site.SCALP: "scalp",
    Site.FOREHEAD: "forehead",
    Site.EYELID: "eyelid,eyelids,eye lid,eye lids,eye,eyes,lid,lids",
    Site.CHEEK: "cheek,cheeks",
    Site.LIPS: "lips,lip,mouth",
    Site.JAW: "jaw,jaws,chin",
    Site.TONGUE: "tongue",
    Site.NECK: "neck,back neck",
    Site.SHOULDER: "shoulder,shoulders",
    Site.UPPER_ARM: "upper arm,upper arms,biceps,bicep,triceps,tricep",
    Site.FOREARM: "forearm,forearms,lower arm,lower arms,wrist,wrists,elbow,elbows",
    Site.HAND: "hand,hands,palm,palms,back hand",
    Site.THUMB: "thumb,thumbs",
    Site.FINGERS: "fingers,finger,pinky,pinkie",
    Site.CHEST: "chest,pec,pecs",
    Site.ABDOMEN: "abdomen,belly,stomach,abs,tummy",
    Site.BACK_UPPER: "upper back,shoulder blade,shoulder blades",
    Site.BACK_LOWER: "lower back,low back",
    Site.GLUTE: "glute,glutes,butt,butts,buttock,buttocks,bum,butt cheek,butt cheeks,gluteus",
    Site.GLUTE_MAX: "glute max,glutes max,glute maximus,gluteus max,gluteus maximus,glutei maximi",
    Site.GLUTE_MED: "glute med,glutes med,glute medius,gluteus med,gluteus medius",
    Site.GLUTE_MIN: "glute min,glutes min,glute minimus,gluteus min,gluteus minimus",
    Site.HIP: "hip,hips",
    Site.THIGH_FRONT: "front thigh,fronts thighs,front thighs,thigh front,quad,quads,quadriceps",
    Site.THIGH_BACK: "back thigh,backs thighs,back thighs,thigh back,hamstring,hamstrings",
    Site.KNEE: "knee,knees,back knee,back knees",
    Site.SHIN: "shin,shins",
    Site.CALF: "calf,calves,calfs,calf muscle,calf muscles",
    Site.ANKLE: "ankle,ankles,achilles,achilles tendon",
    Site.FOOT: "foot,feet,heel,heels",
    Site.ARCH: "arch,arches,arch foot,arches feet,foot arch,foot arches,sole,soles,sole foot,foot sole,instep",
    Site.TOES: "toes,toe",
    Site.MANY: "many places,all over,all over body,everywhere,whole body",
    Site.OTHER: "other place",
}
VAGUE: dict[tuple[Site, ...], str] = {
    (Site.FOREHEAD, Site.EYELID, Site.CHEEK, Site.LIPS, Site.JAW): "face",
    (Site.SCALP, Site.FOREHEAD, Site.NECK): "head,back head",
    (Site.SHOULDER, Site.UPPER_ARM, Site.FOREARM, Site.HAND): "arm,arms",
    (Site.BACK_UPPER, Site.BACK_LOWER): "back",
    (
        Site.THIGH_FRONT,
        Site.THIGH_BACK,
        Site.KNEE,
        Site.SHIN,
        Site.CALF,
        Site.FOOT,
        Site.ARCH,
    ): "leg,legs",
    (Site.THIGH_FRONT, Site.THIGH_BACK): "thigh,thighs,upper leg,upper legs",
    (Site.THIGH_BACK, Site.CALF): "back leg",
    (Site.THIGH_FRONT, Site.SHIN): "front leg",
    (Site.SHIN, Site.CALF): "lower leg,lower legs",
}
SIDES = {
    word: side
    for side, words in {
        Side.LEFT: "left l lt",
        Side.RIGHT: "right r rt",
        Side.BOTH: "both",
        Side.MIDDLE: "middle centre center",
    }.items()
    for word in words.split()
}
WHOLE = frozenset({Site.SCALP, Site.FOREHEAD, Site.LIPS, Site.JAW, Site.TONGUE, Site.MANY})
"""Sites that mean the middle when no side is said (the figure draws them whole)."""

INSIDE = {"of", "the", "my"}
BEFORE = {"of", "the", "my", "side"}
WHICH = {
    "ring",
    "index",
    "middle",
    "little",
    "small",
    "big",
    "second",
    "fourth",
    "lower",
    "upper",
    "inner",
    "outer",
    "top",
    "side",
    "whole",
    "entire",
}
"""Words that may stand between a side and its place; they stay in the note."""
AFTER = {"on", "the", "my", "side"}
AND = {"and", "/"}
NOT_SIDE_BEFORE = {"after", "now", "away", "before"}
MIDDLE_ONES = {"finger", "fingers", "toe", "toes"}
NOT_BACK_BEFORE, NOT_BACK_AFTER = {"from", "again", "to"}, {"came", "come", "went", "going", "got"}

Sites = tuple[Site, ...]
PHRASES: dict[str, Sites] = meanings({(site,): names for site, names in NAMES.items()}) | meanings(VAGUE)


def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], Sites]]]:
    table: dict[str, list[tuple[tuple[str, ...], Sites]]] = {}
    for phrase, sites in sorted(PHRASES.items(), key=lambda each: -len(each[0].split())):
        words = tuple(phrase.split())
        table.setdefault(words[0], []).append((words, sites))
    return table


BY_FIRST_WORD = _by_first_word()
BEFORE_THE_LINE = -1


@dataclass(slots=True, eq=False)
class Place:
    """A place in the line, over the tokens ``start`` to before ``end``.

    ``sites`` has one site, or those it may mean. ``sides`` are the sides said beside it or inside it. ``stray`` is the
    token of another side that contradicts them.
    """

    sites: Sites
    start: int
    end: int
    sides: set[Side] = field(default_factory=set)
    stray: int | None = None

    @property
    def site(self) -> Site | None:
        """The site, once it is known."""
        return self.sites[0] if len(self.sites) == 1 else None

    @property
    def side(self) -> Side | None:
        """The side, once it is known and the site has it."""
        if self.stray is not None:
            return None
        said = Side.BOTH if {Side.LEFT, Side.RIGHT} <= self.sides or Side.BOTH in self.sides else None
        side = said or (next(iter(self.sides)) if len(self.sides) == 1 else None)
        if not self.sides and self.site in WHOLE:
            side = Side.MIDDLE
        return side if self.site and side in sides_of(self.site) else None


def chosen_place(site: Site, side: Side) -> Place:
    """Return a place that was chosen on a figure: it stands before the line, so that all of it is about it."""
    return Place((site,), BEFORE_THE_LINE, BEFORE_THE_LINE, {side})


def place_at(reading: Reading, i: int) -> Place | None:
    """Return the place named at ``i``; a side may stand inside it, as in "front of left thigh"."""
    for words, sites in BY_FIRST_WORD.get(reading.word(i), ()):
        found = _along(reading, i, words)
        if found and reading.raw(found[0]) == "side" and words == ("hand",):
            return None
        if found and not _is_no_back(reading, words, i, found[0]):
            return Place(sites, i, *found)
    return None


def _along(reading: Reading, i: int, words: tuple[str, ...]) -> tuple[int, set[Side]] | None:
    end, sides = i + 1, set[Side]()
    for word in words[1:]:
        j = end
        while (
            j - end < 3
            and reading.word(j) != word
            and (reading.word(j) in INSIDE or reading.word(j) in SIDES)
        ):
            if reading.word(j) in SIDES:
                sides.add(SIDES[reading.word(j)])
            j += 1
        if reading.word(j) != word or not reading.joined(i, j):
            return None
        end = j + 1
    return end, sides


def _is_no_back(reading: Reading, words: tuple[str, ...], i: int, end: int) -> bool:
    """Coming back from a run is no place."""
    return words == ("back",) and (
        reading.raw(end) in NOT_BACK_BEFORE or reading.raw(i - 1) in NOT_BACK_AFTER
    )


def side_at(reading: Reading, i: int) -> Side | None:
    """Return the side said at ``i``; "right after" and "middle finger" say none."""
    side, after = SIDES.get(reading.word(i)), reading.raw(i + 1)
    if after in NOT_SIDE_BEFORE or (side is Side.MIDDLE and after in MIDDLE_ONES):
        return None
    return side


def find_places(reading: Reading) -> list[Place]:
    """Take every place and the sides that belong to it."""
    _between(reading)
    found: list[Place] = []
    for i in range(len(reading)):
        here = place_at(reading, i)
        if here:
            reading.take(i, here.end, "place")
            found.append(here)
    for here in found:
        _side_before(reading, here)
    for here in found:
        _side_after(reading, here)
    _lone_side(reading, found)
    return found


def _between(reading: Reading) -> None:
    """A spot between two places is one spot, at the first name; the note keeps both."""
    for i in range(len(reading)):
        if reading.word(i) != "between":
            continue
        joint = next(
            (j for j in range(i, len(reading)) if reading.word(j) == "and" and reading.joined(i, j)), None
        )
        second = joint + 1 if joint is not None else len(reading)
        while reading.joined(i, second) and reading.word(second) in INSIDE:
            second += 1
        if joint is not None and reading.joined(i, second):
            here = place_at(reading, second)
            end = here.end if here else second + 1
            reading.take(i, i + 1, "note")
            reading.take(joint, end, "note")
            reading.kept[i] = end


def _side_before(reading: Reading, here: Place) -> None:
    i = here.start - 1
    while reading.joined(i, here.start) and _stands_before(reading, i):
        i -= 1
    if not reading.joined(i, here.start):
        return
    side = side_at(reading, i)
    if side is None:
        return
    first = i
    other = side_at(reading, i - 2) if reading.raw(i - 1) in AND and reading.joined(i - 2, i) else None
    if other:
        here.sides.add(other)
        first = i - 2
    here.sides.add(side)
    which = any(reading.word(j) in WHICH - BEFORE for j in range(i + 1, here.start))
    reading.take(first, i + 1 if which else here.start, "place")
    here.start = here.start if which else first


def _stands_before(reading: Reading, i: int) -> bool:
    word = reading.word(i)
    return (word in BEFORE | WHICH and side_at(reading, i) is None) or (
        word == "hand" and reading.raw(i + 1) == "side"
    )


def _side_after(reading: Reading, here: Place) -> None:
    """Calf left, calf on the left, calf left and right, left calf and right."""
    i = here.end
    while reading.joined(i, here.start) and (
        reading.word(i) in AFTER or (here.sides and reading.word(i) in AND)
    ):
        i += 1
    side = side_at(reading, i) if reading.joined(i, here.start) else None
    if side is None or (here.sides and reading.raw(i - 1) not in AND):
        return
    here.sides.add(side)
    end = i + 1
    other = side_at(reading, i + 2) if reading.word(i + 1) in AND and reading.joined(i, i + 2) else None
    if other:
        here.sides.add(other)
        end = i + 3
    end += reading.word(end) == "side" and reading.joined(end, here.start)
    reading.take(here.end, end, "place")
    here.end = end


def _lone_side(reading: Reading, found: list[Place]) -> None:
    """Give the only side of a line to its only place: "left, calf 5 min"; two sides that disagree are asked."""
    lone = [i for i in range(len(reading)) if side_at(reading, i)]
    if len(found) != 1 or len(lone) != 1:
        return
    i, here = lone[0], found[0]
    side = side_at(reading, i)
    named = reading.joined(i, i + 1) and reading.word(i + 1) and reading.word(i + 1) not in AFTER | AND
    if side is None or named:
        return
    if here.sides and side not in here.sides:
        here.stray = i
    here.sides.add(side)
    reading.take(i, i + 1, "place")


def ask_places(reading: Reading, found: list[Place]) -> None:
    """Show the places, and ask for the site and side that are not certain."""
    for here in found:
        if here.start == BEFORE_THE_LINE and here.site and here.side:
            reading.chips.append(Chip(words=place(here.site, here.side), kind="place"))
            continue
        words = (
            place(here.site, here.side) if here.site and here.side else reading.typed(here.start, here.end)
        )
        reading.chip(words, "place", here.start, here.end)
        if here.site is None:
            reading.ask("site", partial(_site_ask, reading, here))
        elif here.side is None:
            reading.ask("side", partial(_side_ask, reading, here, here.site))


def _site_ask(reading: Reading, here: Place) -> Ask:
    inside = any(reading.raw(i) in SIDES for i in range(here.start, here.end))
    side = Side.BOTH if {Side.LEFT, Side.RIGHT} <= here.sides else next(iter(here.sides), None)
    before = f"{side} " if side and inside else ""
    choices = [
        Choice(
            code=site.value,
            words=SITES[site],
            line=reading.edited([(here.start, here.end, before + SITES[site])]),
        )
        for site in here.sites
    ]
    return Ask(field="site", choices=tuple(choices))


def spot_typed(site: Site, side: Side) -> str:
    """Return a spot in words that the line understands: "left calf", "both calves"."""
    several = place(site, side).removeprefix("Both ")
    known = " ".join(word for word in several.split() if word not in INSIDE) in PHRASES
    return f"{side} {several if side is Side.BOTH and known else SITES[site]}"


def _side_ask(reading: Reading, here: Place, site: Site) -> Ask:
    stray = [] if here.stray is None else [(here.stray, here.stray + 1, "")]
    choices = [
        Choice(
            code=side.value,
            words=place(site, side) if side is not Side.MIDDLE else f"Middle of {SITES[site]}",
            line=reading.edited([(here.start, here.end, spot_typed(site, side)), *stray]),
        )
        for side in sides_of(site)
    ]
    return Ask(field="side", choices=tuple(choices))


def ask_unnamed(reading: Reading, *, unknown: bool) -> None:
    """Ask where, when no place was named; ``unknown`` words, which may name one, can stand as "other place"."""
    if not unknown:
        reading.ask("site", partial(Ask, field="site"))
        return
    sides = [i for i in range(len(reading)) if side_at(reading, i)]
    start = sides[0] + 1 if sides else 0
    line = reading.edited([(start, start, SITES[Site.OTHER])])
    other = Choice(code=Site.OTHER.value, words=SITES[Site.OTHER], line=line)
    reading.ask("site", partial(Ask, field="site", choices=(other,)))
