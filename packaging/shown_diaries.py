"""The diaries in the pictures: the clock stands still and all is seeded, so that they change only with the program."""

from datetime import date, datetime, timedelta, timezone
from uuid import UUID

from twitchlog.domain.episode import Episode, Posture, Symptom, Vibration
from twitchlog.domain.medical import Discussion
from twitchlog.domain.record import Record
from twitchlog.domain.sites import Side, Site
from twitchlog.files.made_up.year import made_up

LAST = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 14, 32, tzinfo=timezone(timedelta(hours=1)))
SEED = 1
BUSY_SEED = 3
"""The first whose only day has twitches and exposures of every kind."""


def year() -> list[Record]:
    """The made-up year up to the present moment."""
    return _until_now(made_up(SEED, 365, None, LAST))


def one_day() -> list[Record]:
    """A thousand twitches in one checked day, yesterday."""
    return made_up(BUSY_SEED, 1, 1_000, LAST - timedelta(days=1))


def large() -> list[Record]:
    """100,000 twitches in ten years."""
    return _until_now(made_up(SEED, 3_650, 100_000, LAST))


def _until_now(records: list[Record]) -> list[Record]:
    return [record for record in records if not _later(record)]


def _later(record: Record) -> bool:
    when = record.when
    return when > NOW if isinstance(when, datetime) else when >= LAST


def an_episode(number: int, days_ago: int, **known: object) -> Episode:
    """An entry some days ago."""
    onset = NOW - timedelta(days=days_ago, minutes=20)
    values = {"site": Site.CALF, "side": Side.LEFT} | known
    return Episode(id=str(UUID(int=number)), onset=onset, recorded_at=onset, **values)  # type: ignore[arg-type]


def one() -> list[Record]:
    """A single entry."""
    return [an_episode(1, 0, intensity=2, duration_s=300)]


def urgent() -> list[Record]:
    """Numbness, and the question answered with yes."""
    yes = Discussion(id=str(UUID(int=9)), rule="urgent_yes", date=LAST, recorded_at=NOW)
    return [an_episode(1, 0, symptoms=frozenset({Symptom.NUMBNESS})), yes]


def ordinary() -> list[Record]:
    """Entries that only give reasons: moving, the pulse, a bus."""
    return [
        an_episode(1, 0, posture=Posture.WALKING),
        an_episode(2, 1, site=Site.GLUTE, pulse=True),
        an_episode(3, 2, vibration=Vibration.VEHICLE),
    ]


def lasting() -> list[Record]:
    """Twitching in one place on most days of three weeks, and nothing more."""
    return [an_episode(number, number) for number in range(22)]
