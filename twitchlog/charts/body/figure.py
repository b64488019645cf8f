"""The standing adult from the front and from behind."""

from twitchlog.charts.body import silhouette as edge
from twitchlog.charts.body.curves import Segment, loop, straight, whole
from twitchlog.charts.body.muscle_lines import BACK_LINES, EAR, FRONT_LINES, contours
from twitchlog.charts.body.outline import SOFT, Area, Half, View, both_halves, halves
from twitchlog.domain.sites import Side, Site

BOX = (-94.0, -2.0, 94.0, 447.5)

_Edge = tuple[Segment, ...]


def _down(start: float, end: float) -> _Edge:
    return straight((0.0, start), (0.0, end))


def _arm() -> list[Half]:
    return [
        Half(
            Site.UPPER_ARM,
            loop(
                edge.ARM_OUT.piece("deltoid", "elbow"),
                edge.ELBOW.segments,
                edge.ARM_IN.piece("elbow", "armpit"),
                edge.DELTOID_LOW.piece("in", "out"),
            ),
        ),
        Half(
            Site.FOREARM,
            loop(
                edge.ARM_OUT.piece("elbow", "wrist"),
                edge.WRIST.segments,
                edge.ARM_IN.piece("wrist", "elbow"),
                edge.ELBOW.piece("in", "out"),
            ),
        ),
        Half(
            Site.HAND,
            loop(
                edge.HAND_OUT.segments,
                edge.FINGERTIPS.segments,
                edge.HAND_IN.segments,
                edge.WRIST.piece("in", "out"),
            ),
        ),
    ]


def _front() -> list[Half]:
    return [
        Half(
            Site.NECK,
            loop(
                edge.HEAD.piece("jaw", "chin"),
                _down(58.7, 84.5),
                edge.CLAVICLE.piece("in", "out"),
                edge.NECK.piece("trap", "jaw"),
            ),
        ),
        Half(
            Site.SHOULDER,
            loop(
                edge.ARM_OUT.piece("trap", "deltoid"),
                edge.DELTOID_LOW.segments,
                edge.DELTOID_FRONT.piece("in", "out"),
            ),
        ),
        *_arm(),
        Half(
            Site.CHEST,
            loop(
                edge.CLAVICLE.segments,
                _down(84.5, 138.5),
                edge.PECTORAL.piece("in", "out"),
                edge.SIDE.piece("chest", "armpit"),
                edge.DELTOID_FRONT.piece("in", "out"),
            ),
        ),
        Half(
            Site.ABDOMEN,
            loop(
                edge.PECTORAL.segments,
                _down(138.5, 232),
                edge.GROIN.piece("in", "out"),
                edge.SIDE.piece("crest", "chest"),
            ),
        ),
        Half(
            Site.HIP,
            loop(
                edge.GROIN.segments,
                _down(232, 234.5),
                edge.THIGH_TOP.piece("in", "out"),
                edge.SIDE.piece("hip", "crest"),
            ),
        ),
        Half(
            Site.THIGH_FRONT,
            loop(
                edge.THIGH_TOP.segments,
                edge.INSEAM.piece("crotch", "knee"),
                edge.KNEE_TOP.piece("in", "out"),
                edge.SIDE.piece("knee", "hip"),
            ),
        ),
        Half(
            Site.KNEE,
            loop(
                edge.KNEE_TOP.segments,
                edge.INSEAM.piece("knee", "shin"),
                edge.KNEE_LOW.piece("in", "out"),
                edge.SIDE.piece("shin", "knee"),
            ),
        ),
        Half(
            Site.SHIN,
            loop(
                edge.KNEE_LOW.segments,
                edge.INSEAM.piece("shin", "ankle"),
                edge.ANKLE_TOP.piece("in", "out"),
                edge.SIDE.piece("ankle", "shin"),
            ),
        ),
        Half(
            Site.ANKLE,
            loop(
                edge.ANKLE_TOP.segments,
                edge.INSEAM.piece("ankle", "foot"),
                edge.ANKLE_LOW.piece("in", "out"),
                edge.SIDE.piece("foot", "ankle"),
            ),
        ),
        Half(Site.FOOT, loop(edge.ANKLE_LOW.piece("in", "out"), edge.FOOT.segments)),
        Half(
            Site.CHEEK,
            loop(
                edge.BROW.piece("nose", "out"),
                edge.HEAD.piece("brow", "cheek"),
                edge.JAWLINE.piece("out", "nose"),
                edge.NOSE.piece("jaw", "top"),
            ),
            (11.6, 39.0),
        ),
        Half(Site.EYELID, edge.EYE),
    ]


def _front_middle() -> list[Half]:
    return [
        Half(Site.SCALP, whole(edge.HEAD.piece("crown", "hair"), edge.HAIRLINE.segments)),
        Half(
            Site.FOREHEAD,
            whole(edge.HAIRLINE.piece("in", "out"), edge.HEAD.piece("hair", "brow"), edge.BROW.segments),
        ),
        Half(Site.JAW, whole(edge.JAWLINE.piece("in", "out"), edge.HEAD.piece("cheek", "chin")), (0.0, 55.2)),
        Half(Site.LIPS, edge.LIPS, (0.0, 46.9)),
    ]


def _back() -> list[Half]:
    return [
        Half(
            Site.NECK,
            loop(
                edge.NAPE.piece("in", "out"),
                edge.NECK.piece("ear", "trap"),
                edge.SHOULDER_BACK.segments,
                _down(87, 56.4),
            ),
        ),
        Half(
            Site.SHOULDER,
            loop(
                edge.ARM_OUT.piece("trap", "deltoid"),
                edge.DELTOID_LOW.segments,
                edge.DELTOID_BACK.piece("in", "out"),
            ),
        ),
        *_arm(),
        Half(
            Site.BACK_UPPER,
            loop(
                edge.SHOULDER_BACK.segments,
                _down(87, 159.4),
                edge.LOIN.piece("in", "out"),
                edge.SIDE.piece("ribs", "armpit"),
                edge.DELTOID_BACK.piece("in", "out"),
            ),
        ),
        Half(
            Site.BACK_LOWER,
            loop(
                edge.LOIN.segments,
                _down(159.4, 214),
                edge.SACRUM.piece("in", "out"),
                edge.SIDE.piece("flank", "ribs"),
            ),
        ),
        Half(
            Site.GLUTE,
            loop(
                edge.SACRUM.segments,
                _down(214, 234.5),
                edge.INSEAM.piece("crotch", "fold"),
                edge.GLUTEAL_FOLD.piece("in", "out"),
                edge.SIDE.piece("fold", "flank"),
            ),
        ),
        Half(
            Site.THIGH_BACK,
            loop(
                edge.GLUTEAL_FOLD.segments,
                edge.INSEAM.piece("fold", "knee"),
                edge.POPLITEAL_TOP.piece("in", "out"),
                edge.SIDE.piece("knee", "fold"),
            ),
        ),
        Half(
            Site.KNEE,
            loop(
                edge.POPLITEAL_TOP.segments,
                edge.INSEAM.piece("knee", "shin"),
                edge.POPLITEAL_LOW.piece("in", "out"),
                edge.SIDE.piece("shin", "knee"),
            ),
        ),
        Half(
            Site.CALF,
            loop(
                edge.POPLITEAL_LOW.segments,
                edge.INSEAM.piece("shin", "calf"),
                edge.ACHILLES_TOP.piece("in", "out"),
                edge.SIDE.piece("calf", "shin"),
            ),
        ),
        Half(
            Site.ANKLE,
            loop(
                edge.ACHILLES_TOP.segments,
                edge.INSEAM.piece("calf", "foot"),
                edge.ANKLE_LOW.piece("in", "out"),
                edge.SIDE.piece("foot", "calf"),
            ),
        ),
        Half(Site.FOOT, loop(edge.ANKLE_LOW.piece("in", "out"), edge.HEEL.segments)),
    ]


def _back_middle() -> list[Half]:
    return [
        Half(
            Site.SCALP,
            whole(edge.HEAD.piece("crown", "jaw"), edge.NECK.piece("jaw", "ear"), edge.NAPE.segments),
        )
    ]


def _whole(name: str, half: Half) -> Area:
    return Area(
        view=name,
        site=half.site,
        side=Side.MIDDLE,
        path=half.path,
        mark=half.mark,
        exact=False,
        soft=half.site in SOFT,
    )


def _areas(name: str, viewers_left: Side, drawn: list[Half], middles: list[Half]) -> tuple[Area, ...]:
    wholes = [_whole(name, half) for half in middles]
    return (*wholes[:3], *halves(name, drawn, viewers_left=viewers_left, exact=False), *wholes[3:])


FRONT = View(
    name="front",
    title="Front",
    box=BOX,
    viewers_left=Side.RIGHT,
    areas=_areas("front", Side.RIGHT, _front(), _front_middle()),
    ground=(*both_halves((EAR,)), whole(edge.HEAD.segments)),
    contours=both_halves(contours(edge.FOOT)),
    details=both_halves(FRONT_LINES),
)
BACK = View(
    name="back",
    title="Back",
    box=BOX,
    viewers_left=Side.LEFT,
    areas=_areas("back", Side.LEFT, _back(), _back_middle()),
    ground=both_halves((EAR,)),
    contours=both_halves(contours(edge.HEEL)),
    details=both_halves(BACK_LINES),
)
