"""The standing adult from the front and from behind."""

from twitchlog.charts.body import silhouette as edge
from twitchlog.charts.body.curves import Curve, Segment, loop, straight, whole
from twitchlog.charts.body.muscle_lines import BACK_LINES, EAR, FRONT_LINES, contours
from twitchlog.charts.body.outline import SOFT, Area, Half, View, both_halves, halves
from twitchlog.domain.sites import Side, Site

BOX = (-94.0, -2.0, 94.0, 447.5)


def _down(start: Curve, end: Curve) -> tuple[Segment, ...]:
    """Return the middle line between the inner ends of two edges."""
    return straight(start.segments[-1][-1], end.segments[-1][-1])


def _shoulder(line: Curve) -> Half:
    """Return the shoulder out from the line that parts it from the trunk."""
    return Half(
        Site.SHOULDER,
        loop(edge.ARM_OUT.piece("trap", "deltoid"), edge.DELTOID_LOW.segments, line.piece("in", "out")),
    )


def _trunk_slice(site: Site, upper: Curve, lower: Curve, top: str, bottom: str) -> Half:
    """Return the trunk between two dividing lines; ``top`` and ``bottom`` name their ends on the outer edge."""
    return Half(
        site,
        loop(
            upper.segments,
            _down(upper, lower),
            lower.piece("in", "out"),
            edge.SIDE.piece(bottom, top),
        ),
    )


def _leg_slice(site: Site, upper: Curve, lower: Curve, top: str, bottom: str) -> Half:
    """Return the leg between two dividing lines; ``top`` and ``bottom`` name their ends on both of its edges."""
    return Half(
        site,
        loop(
            upper.segments,
            edge.INSEAM.piece(top, bottom),
            lower.piece("in", "out"),
            edge.SIDE.piece(bottom, top),
        ),
    )


_ARM = (
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
)

_FRONT_NECK = Half(
    Site.NECK,
    loop(
        edge.HEAD.piece("jaw", "chin"),
        _down(edge.HEAD, edge.CLAVICLE),
        edge.CLAVICLE.piece("in", "out"),
        edge.NECK.piece("trap", "jaw"),
    ),
)
_FRONT_TRUNK = (
    Half(
        Site.CHEST,
        loop(
            edge.CLAVICLE.segments,
            _down(edge.CLAVICLE, edge.PECTORAL),
            edge.PECTORAL.piece("in", "out"),
            edge.SIDE.piece("chest", "armpit"),
            edge.DELTOID_FRONT.piece("in", "out"),
        ),
    ),
    _trunk_slice(Site.ABDOMEN, edge.PECTORAL, edge.GROIN, "chest", "crest"),
    _trunk_slice(Site.HIP, edge.GROIN, edge.THIGH_TOP, "crest", "hip"),
)
_FRONT_LEG = (
    Half(
        Site.THIGH_FRONT,
        loop(
            edge.THIGH_TOP.segments,
            edge.INSEAM.piece("crotch", "knee"),
            edge.KNEE_TOP.piece("in", "out"),
            edge.SIDE.piece("knee", "hip"),
        ),
    ),
    _leg_slice(Site.KNEE, edge.KNEE_TOP, edge.KNEE_LOW, "knee", "shin"),
    _leg_slice(Site.SHIN, edge.KNEE_LOW, edge.ANKLE_TOP, "shin", "ankle"),
    _leg_slice(Site.ANKLE, edge.ANKLE_TOP, edge.ANKLE_LOW, "ankle", "foot"),
    Half(Site.FOOT, loop(edge.ANKLE_LOW.piece("in", "out"), edge.FOOT.segments)),
)
_FACE = (
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
)
_FRONT_HALVES = (
    _FRONT_NECK,
    _shoulder(edge.DELTOID_FRONT),
    *_ARM,
    *_FRONT_TRUNK,
    *_FRONT_LEG,
    *_FACE,
)
_FRONT_MIDDLE = (
    Half(Site.SCALP, whole(edge.HEAD.piece("crown", "hair"), edge.HAIRLINE.segments)),
    Half(
        Site.FOREHEAD,
        whole(edge.HAIRLINE.piece("in", "out"), edge.HEAD.piece("hair", "brow"), edge.BROW.segments),
    ),
    Half(Site.JAW, whole(edge.JAWLINE.piece("in", "out"), edge.HEAD.piece("cheek", "chin")), (0.0, 55.2)),
    Half(Site.LIPS, edge.LIPS, (0.0, 46.9)),
)

_BACK_NECK = Half(
    Site.NECK,
    loop(
        edge.NAPE.piece("in", "out"),
        edge.NECK.piece("ear", "trap"),
        edge.SHOULDER_BACK.segments,
        _down(edge.SHOULDER_BACK, edge.NAPE),
    ),
)
_BACK_TRUNK = (
    Half(
        Site.BACK_UPPER,
        loop(
            edge.SHOULDER_BACK.segments,
            _down(edge.SHOULDER_BACK, edge.LOIN),
            edge.LOIN.piece("in", "out"),
            edge.SIDE.piece("ribs", "armpit"),
            edge.DELTOID_BACK.piece("in", "out"),
        ),
    ),
    _trunk_slice(Site.BACK_LOWER, edge.LOIN, edge.SACRUM, "ribs", "flank"),
    Half(
        Site.GLUTE,
        loop(
            edge.SACRUM.segments,
            _down(edge.SACRUM, edge.THIGH_TOP),
            edge.INSEAM.piece("crotch", "fold"),
            edge.GLUTEAL_FOLD.piece("in", "out"),
            edge.SIDE.piece("fold", "flank"),
        ),
    ),
)
_BACK_LEG = (
    _leg_slice(Site.THIGH_BACK, edge.GLUTEAL_FOLD, edge.POPLITEAL_TOP, "fold", "knee"),
    _leg_slice(Site.KNEE, edge.POPLITEAL_TOP, edge.POPLITEAL_LOW, "knee", "shin"),
    _leg_slice(Site.CALF, edge.POPLITEAL_LOW, edge.ACHILLES_TOP, "shin", "calf"),
    _leg_slice(Site.ANKLE, edge.ACHILLES_TOP, edge.ANKLE_LOW, "calf", "foot"),
    Half(Site.FOOT, loop(edge.ANKLE_LOW.piece("in", "out"), edge.HEEL.segments)),
)
_BACK_HALVES = (_BACK_NECK, _shoulder(edge.DELTOID_BACK), *_ARM, *_BACK_TRUNK, *_BACK_LEG)
_BACK_MIDDLE = (
    Half(
        Site.SCALP,
        whole(edge.HEAD.piece("crown", "jaw"), edge.NECK.piece("jaw", "ear"), edge.NAPE.segments),
    ),
)


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


def _areas(
    name: str, viewers_left: Side, drawn: tuple[Half, ...], middles: tuple[Half, ...]
) -> tuple[Area, ...]:
    wholes = [_whole(name, half) for half in middles]
    return (*wholes[:3], *halves(name, drawn, viewers_left=viewers_left, exact=False), *wholes[3:])


FRONT = View(
    name="front",
    title="Front",
    box=BOX,
    viewers_left=Side.RIGHT,
    areas=_areas("front", Side.RIGHT, _FRONT_HALVES, _FRONT_MIDDLE),
    ground=(*both_halves((EAR,)), whole(edge.HEAD.segments)),
    contours=both_halves(contours(edge.FOOT)),
    details=both_halves(FRONT_LINES),
)
BACK = View(
    name="back",
    title="Back",
    box=BOX,
    viewers_left=Side.LEFT,
    areas=_areas("back", Side.LEFT, _BACK_HALVES, _BACK_MIDDLE),
    ground=both_halves((EAR,)),
    contours=both_halves(contours(edge.HEEL)),
    details=both_halves(BACK_LINES),
)
