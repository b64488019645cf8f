"""Both soles as the prints they leave: left on the left, big toes towards each other."""

from twitchlog.charts.body.curves import blob, moved, stroke
from twitchlog.charts.body.outline import Half, View, both_halves, halves
from twitchlog.domain.sites import Side, Site

SOLE = blob(
    "-17.4,29 -17.6,35 -15.4,43 -12,53 -10,62 -10,72 -11.4,81 -12,89 -9.4,96.6 -2.6,100.6 4.6,100 10.4,95.4 12.6,87 12.8,76"
    " 14.2,64 17,51 19.8,39 19.8,29.6 16.4,23.8 10.6,20.6 4,18.4 -3,17.4 -10,17.6 -15.2,21.4"
)
ARCH = blob(
    "-14.6,45.6! -8,47.4 0,46.6 8,49 11,57 9.4,67 6,76.4 -1.6,80.4 -11.2,79.6! -10.1,71 -10.1,62 -12,53"
)
TOES = (
    blob("-17,12 -16.6,4.4 -12.4,0.4 -7.6,2 -6,8 -7.4,14.2 -11.6,16.6 -15.6,15.6"),
    blob("-4.6,10 -4,4.2 -1,2.2 1.8,4.6 2,10 0.6,15 -2.4,15.8 -4.4,13.8"),
    blob("3.6,11.4 4.4,6.4 7,4.6 9.4,7.2 9.4,12.2 7.8,16.6 5,16.8 3.6,14.8"),
    blob("10.8,14 11.6,9.6 14,8.4 16,11 15.6,15.6 14,19.2 11.6,19 10.6,17"),
    blob("16.8,18.2 17.8,14.6 20,14 21.4,16.6 20.8,20.8 19.2,23.6 17.2,22.8 16.6,20.6"),
)
_OFF = 25.0
_LINES = (
    stroke("-14.4,37.6 -8,40.6 0,40 8,41.4 14.6,45"),
    stroke("-7.4,85 0,83 7.4,85"),
)


_DRAWN = (
    Half(Site.FOOT, moved(SOLE, 1.0, 1.0, _OFF), (_OFF, 31.0)),
    Half(Site.ARCH, moved(ARCH, 1.0, 1.0, _OFF)),
    Half(
        Site.TOES,
        moved(tuple(command for toe in TOES for command in toe), 1.0, 1.0, _OFF),
        (_OFF - 11.4, 8.6),
    ),
)

SOLES = View(
    name="soles",
    title="Soles",
    box=(-48.0, -1.0, 48.0, 102.0),
    viewers_left=Side.LEFT,
    areas=tuple(halves("soles", _DRAWN, viewers_left=Side.LEFT)),
    details=both_halves(tuple(moved(path, 1.0, 1.0, _OFF) for path in _LINES)),
)
