"""The made diary of the statistics' reference figures: 90 days by arithmetic, nothing random."""

from collections.abc import Iterator
from datetime import date, timedelta

from tests.helpers import a_caffeine, a_day, a_sitting, a_stress, an_episode, an_exercise, an_id, at
from twitchlog.domain.day import CheckIn
from twitchlog.domain.record import Record

FIRST = date(2026, 8, 25)
DAYS = 90
OFFSET_MIN = 60


def made_records() -> list[Record]:
    """The records of the made diary."""
    return [record for k in range(DAYS) for record in _of_day(k)]


def without_late_mornings(records: list[Record]) -> list[Record]:
    """The same without the twitches of the hours 11 to 14 on odd days, so that none followed sitting."""
    left_out = {
        an_id("made", k, h, again)
        for k in range(1, DAYS, 2)
        for h in range(11, 15)
        for again in (False, True)
    }
    return [record for record in records if record.id not in left_out]


def _of_day(k: int) -> Iterator[Record]:
    day = FIRST + timedelta(days=k)
    exercised, stressed = k % 3 == 0, k * k % 11 in {1, 3, 4}
    long_evening = k % 10 == 0
    yield a_day(
        date=day,
        check_in=CheckIn.SOME_LOGGED if k % 13 == 6 else CheckIn.ALL_LOGGED,
        exposures_complete=True,
        awake_from=at(clock="09:00").time() if long_evening else None,
        awake_to=at(clock="01:00").time() if long_evening else None,
        sleep_hours=None if k % 9 == 4 else 5.5 if k % 7 in {2, 5} else 6,
    )
    if exercised:
        yield an_exercise(start=at(day, "17:00", OFFSET_MIN), duration_min=60)
    yield from _caffeine(k, day)
    rated = "12:10" if k % 6 == 0 else "07:00"
    yield a_stress(at=at(day, rated, OFFSET_MIN), level=4 if stressed else 2)
    if k % 2:
        yield a_sitting(start=at(day, "08:00", OFFSET_MIN), duration_min=150)
    for h in range(7, 25):
        likely = 4 + 9 * (exercised and h >= 18) + 3 * stressed + 2 * (h >= 18)
        if (53 * k + 29 * h + h * h * k) % 97 < likely:
            yield from _twitches(k, h, day)


def _caffeine(k: int, day: date) -> Iterator[Record]:
    if k % 5 != 4:
        yield a_caffeine(at=at(day, "08:00", OFFSET_MIN), mg=80)
    if k % 2 == 0:
        yield a_caffeine(at=at(day, "14:00", OFFSET_MIN))
    if k % 3 == 1:
        yield a_caffeine(at=at(day, "16:00", OFFSET_MIN), mg=20)


def _twitches(k: int, h: int, day: date) -> Iterator[Record]:
    onset = at(day, "00:30", OFFSET_MIN) + timedelta(hours=h)
    yield an_episode(id=an_id("made", k, h, False), onset=onset, duration_s=5400 if h % 5 == 0 else None)
    if k % 8 == 0:
        yield an_episode(id=an_id("made", k, h, True), onset=onset + timedelta(minutes=10))
