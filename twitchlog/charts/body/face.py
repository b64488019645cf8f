"""The face from the front, eyes closed, so that there are lids to point at."""

from twitchlog.charts.body.curves import Path, Point, blob, curve, line, loop, stroke, whole
from twitchlog.charts.body.outline import SOFT, Area, Half, View, both_halves, halves
from twitchlog.domain.sites import Side, Site

HEAD = curve(
    "crown@0,-2 10,-0.4 21,5.4 30,15.4 hair@35.2,29.5 36.6,39 temple@36.6,46.5 36,56 jaw@34,68 30.6,80 25,90.4 17,98.6"
    " 8,103.4 chin@0,104.6"
)
HAIRLINE = curve("out@35.2,29.5 31.4,21 24,15.6 12,13.8 in@0,15.4")
BROWS = curve("out@36.6,46.5 30,40.6 20,38.8 10,41 nose@5.4,44.6 in@0,46")
NOSE = curve("top@5.4,44.6 4.4,52 5,60 8.4,67 9.8,71.4 13.8,75.6 mouth@18.4,81.6 20.2,86.6 jaw@19.6,91.4")
JAW = curve("out@34,68 30.4,76.4 25.6,84.6 nose@19.6,91.4 10,93.4 in@0,93")
EYELID = blob("6.4,53.4! 9.4,48.8 15.4,46.4 22,47.8 27,53! 23.2,57.4 16.4,59.4 10,57.4")
LIPS = blob("-14.6,82.8! -9,80 -3.6,78.4 0,79.6 3.6,78.4 9,80 14.6,82.8! 9,88 4,90 0,90.4 -4,90 -9,88")
EYEBROW = blob("5.8,42.2! 12,38 20,36.2 29,39.4! 20,38.4 12,40.6")
EAR = blob("35.8,44! 39.6,41.6 42,46 41,54 38.6,61.6 36.4,65.6 34.6,63!")

_LINES = (
    stroke("7.4,53.6 11.4,55.8 16.6,56.6 22,55.4 26.4,52.8"),
    stroke("9.6,50.6 15.4,48.6 21.4,49.8"),
    stroke("9.6,69 9.8,72.4 7,74 4.6,73.4"),
    stroke("4.6,73.4 2.4,75.4 0,75.8"),
    stroke("38.6,45.4 40,49 38.6,55.6"),
)
_MOUTH = stroke("-13.6,82.9 -7,84.2 -3,83.6 0,84.2 3,83.6 7,84.2 13.6,82.9")
_CHIN = stroke("-4.6,99 0,98 4.6,99")


_CHEEK = loop(
    BROWS.piece("nose", "out"),
    HEAD.piece("temple", "jaw"),
    JAW.piece("out", "nose"),
    NOSE.piece("jaw", "top"),
)
_FOREHEAD = whole(HAIRLINE.piece("in", "out"), HEAD.piece("hair", "temple"), BROWS.segments)
_JAW = whole(JAW.piece("in", "out"), HEAD.piece("jaw", "chin"))


def _whole(site: Site, path: Path = (), mark: Point | None = None) -> Area:
    return Area(view="face", site=site, side=Side.MIDDLE, path=path, mark=mark, soft=site in SOFT)


_AREAS = (
    _whole(Site.FOREHEAD, _FOREHEAD),
    _whole(Site.JAW, _JAW, (0.0, 98.4)),
    *halves(
        "face",
        (Half(Site.CHEEK, _CHEEK, (22.6, 70.0)), Half(Site.EYELID, EYELID)),
        viewers_left=Side.RIGHT,
    ),
    _whole(Site.LIPS, LIPS, (0.0, 85.0)),
    _whole(Site.TONGUE),
)

FACE = View(
    name="face",
    title="Face",
    box=(-43.0, -3.0, 43.0, 105.6),
    viewers_left=Side.RIGHT,
    areas=_AREAS,
    ground=(*both_halves((EAR,)), whole(HEAD.segments)),
    contours=both_halves((line(HEAD.segments),)),
    details=(*both_halves(_LINES), _MOUTH, _CHIN),
    solids=both_halves((EYEBROW,)),
)
