"""Fine lines that make the figure readable and mean no place: tendons, muscle edges, fingers, toes."""

from twitchlog.charts.body.curves import Curve, Path, blob, line, stroke
from twitchlog.charts.body.silhouette import (
    ARM_IN,
    ARM_OUT,
    FINGERTIPS,
    HAND_IN,
    HAND_OUT,
    HEAD,
    INSEAM,
    NECK,
    SIDE,
)

EAR = blob("19.2,26.6! 21.8,25 22.8,28.4 21.8,33.4 19.8,36.8 18.6,36!")


def contours(foot: Curve) -> tuple[Path, ...]:
    """Return the outer edge of the right half, from the jaw around hand and foot to the crotch, and the head."""
    around = (
        *NECK.piece("jaw", "trap"),
        *ARM_OUT.segments,
        *HAND_OUT.segments,
        *FINGERTIPS.segments,
        *HAND_IN.segments,
        *ARM_IN.piece("wrist", "armpit"),
        *SIDE.segments,
        *foot.segments,
        *INSEAM.piece("foot", "crotch"),
    )
    return (line(around), line(HEAD.segments))


HAND_LINES = (
    stroke("88.7,268 88.2,264.6 87.2,261"),
    stroke("84.5,272 84.2,266 83.4,261.6"),
    stroke("79.9,274 79.8,268 79.4,262.8"),
    stroke("74.4,259.6 75,256 76.4,252.6"),
)
FRONT_LINES = (
    *HAND_LINES,
    stroke("2.2,84 5,76.6 9.4,66 11.4,58.6"),
    stroke("29.4,82.6 24,84.6 17,84.6 9,85.4"),
    stroke("14.6,146.8 15.6,158 15.6,172 13.4,190 9,208 5,221"),
    stroke("1.4,154.6 8,153.6 14.4,155.4"),
    stroke("1.4,168.6 8,168 14.6,169.6"),
    stroke("0,183 1.2,184.8 0,187.4"),
    stroke("37.4,147 33.8,149.6 31.4,153.8"),
    stroke("36.4,155 32.8,157.4 30.4,161.4"),
    stroke("61.2,134.6 58.4,142 58.8,152 62,163.4"),
    stroke("47.4,131 49.6,140 53.8,150"),
    stroke("66.6,177.8 71.6,188 75.6,202 79.4,222"),
    stroke("60.6,182 65,193 69.4,205"),
    stroke("39.6,240.6 33.4,256 23.4,275 14.2,291"),
    stroke("37.4,252 36.4,272 33,292 30.6,304"),
    stroke("24.4,275.6 25.4,290 24.8,303"),
    stroke("12.2,288 11.6,298 14,304.8 18,306.4"),
    stroke("34.4,293 33.6,301 30,306"),
    stroke("17.4,320.4 18,316 22.2,314 26.4,316 27.2,320.4 26,327 22.4,330 18.8,327 17.4,320.4"),
    stroke("25.2,344.6 27.4,358 25.8,378 22.8,396 21.4,407"),
    stroke("12.4,345 14.4,358 16.2,374 18,391"),
    stroke("35,441.8 34.4,440 33.2,438.8"),
    stroke("30.8,442.8 30.4,441 29.4,439.4"),
    stroke("26,443.6 25.6,441.4 24.8,440"),
    stroke("21,444.2 20.6,441.6 20.2,440.2"),
    stroke("3.2,38.6 2.6,40.6 0,41.2"),
    stroke("4.2,30 8.8,31 13.4,29.8"),
    stroke("-5.6,46.1 -2,46.9 0,46.7 2,46.9 5.6,46.1"),
)
BACK_LINES = (
    *HAND_LINES,
    stroke("5.6,89.6 12,99 22,105.4 36,102.6"),
    stroke("14.6,102.6 12.6,113 15.6,126 22.4,135.4 29,127.4 34.6,115"),
    stroke("1.2,171 9,157 19,145.6 30,136"),
    stroke("7.2,162 8.6,177 8,193"),
    stroke("10,199.4 8.4,201.2 9.4,203.2"),
    stroke("61.6,134.6 59,142 59.6,152 63.4,164"),
    stroke("52.6,136 53.4,146 57,157"),
    stroke("61,180.6 67.6,194 73.6,212 78.6,228"),
    stroke("69,177.4 74.4,190 77,204"),
    stroke("22.4,268 22.8,284 22.4,300"),
    stroke("22.4,294 18,303 14.6,312"),
    stroke("22.4,294 27,303 30,312"),
    stroke("22.2,343 22.4,362 22,392"),
    stroke("19.8,402 20.6,413 20,424"),
    stroke("25.6,400 24.8,413 25.4,424"),
    stroke("29.4,429.6 30.6,434.4 29.6,439.6 26.6,443"),
    stroke("10,56.8 8.8,63 6,68"),
)
