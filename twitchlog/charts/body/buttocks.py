"""The gluteal muscles from behind: maximus, medius, and minimus dashed because it lies below medius."""

from twitchlog.charts.body.curves import blob, curve, stroke, whole
from twitchlog.charts.body.outline import Half, View, both_halves, halves
from twitchlog.domain.sites import Side, Site

_OUTSIDE = curve(
    "top@0,0 20,0 34.4,0! 35.6,7 39,17 44.6,29 49,42 51,55 50.6,68 48.6,80 low@47,90! 26,90 3,90! 2.6,84 cleft@0,76"
)
MAXIMUS = blob(
    "4.2,27! 9,22.4 15,20.6 21.6,24 29,32 37,40.4 44.6,47.4 48,55.4! 47.6,63 43.6,70.6 35,76 24,77.4 12.6,74.6 4.6,67.6 2,57"
    " 1.6,44 2.2,34"
)
MEDIUS = blob(
    "15,20.6! 18.6,13.6 26,9.2 34.4,9.6 41,15.6 45.4,25 48.4,36 48,46.6 44.6,47.4! 37,40.4 29,32 21.6,24"
)
MINIMUS = blob("26.6,17.6! 31.6,14.2 37,16.4 41,22.6 44,31 45.2,41.4! 40,36.6 34,30.6 29,24.6")
_LINES = (
    stroke("-9,22.4 -4,20.4 0,20 4,20.4 9,22.4"),
    stroke("2.4,0 2.6,10 2.2,18"),
    stroke("12.6,17 17,9.6 24,5.2 31,4.4 35.4,6.2"),
    stroke("8,27.6 17,37 29,47.6 42.6,57"),
    stroke("6,36.6 14,46.4 26,57 39.6,65.6"),
    stroke("5.6,47 12,56.6 21,65 31.4,71.6"),
    stroke("6.6,59.6 11,66 17,71.6"),
    stroke("22,16.6 27,24 33.6,32.6"),
    stroke("46.6,39 46.2,32 43.6,22"),
    stroke("5,81 14,83.6 26,83.4 36,80.6"),
)


_DRAWN = (
    Half(Site.GLUTE_MAX, MAXIMUS),
    Half(Site.GLUTE_MED, MEDIUS, (23.4, 18.0)),
    Half(Site.GLUTE_MIN, MINIMUS, dashed=True),
)

BUTTOCKS = View(
    name="buttocks",
    title="Buttocks",
    box=(-56.0, 0.0, 56.0, 90.0),
    viewers_left=Side.LEFT,
    areas=tuple(halves("buttocks", _DRAWN, viewers_left=Side.LEFT)),
    ground=(whole(_OUTSIDE.segments),),
    details=both_halves(_LINES),
)
