"""The made-up diary as a whole."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time
from random import Random

from twitchlog.domain.day import CheckIn, Day
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode
from twitchlog.domain.moments import local_day
from twitchlog.domain.record import TABLES, Exposure, Record
from twitchlog.files.made_up.berlin import at
from twitchlog.files.made_up.check_ups import check_ups
from twitchlog.files.made_up.days import PlannedDay, planned_days
from twitchlog.files.made_up.exposures import Doing
from twitchlog.files.made_up.ids import NewId, ids_for
from twitchlog.files.made_up.moments import hard_run, moments
from twitchlog.files.made_up.twitches import Bouts, episode

A_DAY = 3
"""Twitches, if no number is asked for."""
CHECKED_SHARE, ALL_SHARE, COMPLETE_SHARE = 0.9, 0.94, 0.93
WORRIES = (None, None, None, 1, 1, 2, 2, 3)


def made_up(seed: int, days: int, episodes: int | None, last: date) -> list[Record]:
    """Return the records of a made-up diary, table by table, each in the order of time.

    ``days`` end with ``last``; nothing in it is later than 04:00 of the next morning. ``episodes`` is their exact
    number unless no day can hold one, three a day if ``None``. The same arguments give the same records on every
    machine: all is drawn from one seeded generator and made with plain arithmetic.
    """
    count = days * A_DAY if episodes is None else episodes
    chance = Random(seed)  # noqa: S311 - made up on purpose, and the same each time
    new_id = ids_for(f"{seed}|{days}|{count}|{last}")
    plan = planned_days(chance, days, last)
    by_ago = {day.ago: day for day in plan}
    exposures = list(_exposures(chance, new_id, plan))
    exposures += hard_run(new_id, by_ago)
    told = list(moments(chance, new_id, by_ago, count))
    drawn = Bouts.of(plan, exposures).drawn(chance, count - len(told))
    twitches = [*told, *(episode(chance, new_id, *each) for each in drawn)]
    records = [*twitches, *exposures, *_day_records(chance, plan, twitches), *check_ups(new_id, days, last)]
    return _in_order(records)


def _exposures(chance: Random, new_id: NewId, plan: Sequence[PlannedDay]) -> Iterator[Exposure]:
    for day in plan:
        if day.recorded:
            yield from Doing(chance, new_id, day).all()


def _day_records(chance: Random, plan: Sequence[PlannedDay], twitches: Iterable[Episode]) -> Iterator[Day]:
    twitched = Counter(local_day(each.onset) for each in twitches if each.counted)
    for day in plan:
        if day.recorded:
            yield _day_record(chance, day, twitched[day.date])


def _day_record(chance: Random, day: PlannedDay, twitches: int) -> Day:
    check_in = None
    if chance.random() < CHECKED_SHARE:
        some = CheckIn.ALL_LOGGED if chance.random() < ALL_SHARE else CheckIn.SOME_LOGGED
        check_in = some if twitches else CheckIn.NONE
    return Day(
        date=day.date,
        recorded_at=at(day.date, day.awake_to - chance.randrange(2, 45)),
        check_in=check_in,
        exposures_complete=check_in is not None and chance.random() < COMPLETE_SHARE,
        awake_from=_clock(day.awake_from),
        awake_to=_clock(day.awake_to),
        sleep_hours=day.sleep_hours,
        sleep_position_odd=chance.random() < 0.03,
        worry=chance.choice(WORRIES),
    )


def _clock(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)


def _in_order(records: list[Record]) -> list[Record]:
    diary = Diary.of(records)
    return [record for kind in TABLES.values() for record in diary.every(kind)]
