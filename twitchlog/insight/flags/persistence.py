"""Twitching that stays in one place, or keeps coming back to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from twitchlog.domain import words as say
from twitchlog.domain.episode import Episode
from twitchlog.domain.period import Period
from twitchlog.domain.sites import Region
from twitchlog.insight.flags.flag import Flag, Words, evidence_of, flag_of
from twitchlog.insight.flags.levels import NOTICED, WORTH_MENTIONING
from twitchlog.insight.flags.phrases import NUMBERS, at_least, dated, few, share, why
from twitchlog.insight.flags.recent import Recent
from twitchlog.insight.flags.thresholds import Mark

LASTING_WINDOW, RETURNING_WINDOW, FORTNIGHT = 21, 28, 14
CHECKED_DAYS, DAYS = "checked days", "days"


@dataclass(frozen=True, slots=True)
class Run:
    """The days from the first to the last twitch day of a region: how many, checked, with a twitch, and both."""

    first: date
    last: date
    days: int
    checked: int
    twitching: int
    both: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """How much of a run had twitching: ``part`` of ``whole`` days; ``long`` if it came back for months."""

    region: Region
    run: Run
    part: int
    whole: int
    unit: str
    long: bool = False


Stretches = Mapping[Region, Stretch]


def persistent(recent: Recent) -> Flag | None:
    """Mention twitching that stays in one place for over two weeks; alone it never asks for more than that."""
    found = _not_set_aside(recent, lasting(recent))
    if not found:
        return None
    advice = (
        f"Your examination on {dated(recent.examined, recent.on)} was normal, so nothing needs doing for this alone."
        if recent.examined
        else "Public guidance is to show a doctor a twitch that lasts more than two weeks; your next appointment is "
        "soon enough."
    )
    part, days = share(recent.value("persistent_share")), int(recent.value("persistent_days")) + 1
    words = Words(
        "Twitching in one place for over two weeks",
        f"{stretch_text(found, recent.on)}. Twitching that stays in one place for weeks is common and most often "
        f"harmless. {advice}",
        why(f"On at least {part} of {days} days or more.", Mark.GUIDANCE),
    )
    level = NOTICED if recent.examined else WORTH_MENTIONING
    return flag_of("persistent", level, evidence_of(recent, in_stretches(recent, found), only(found)), words)


def lasting(recent: Recent) -> Stretches:
    """Return the regions where twitching lasted over two weeks, on half of the days or more.

    Either the checked days speak for all, or the twitch days alone are half, whatever the other days held.
    """
    found = {}
    for region in Region:
        run = _run(recent, region, LASTING_WINDOW)
        if run is None:
            continue
        enough = recent.value("persistent_share")
        if _is_checked(recent, run) and at_least(run.both, enough, run.checked):
            found[region] = Stretch(region, run, run.both, run.checked, CHECKED_DAYS)
        elif at_least(run.twitching, enough, run.days):
            found[region] = Stretch(region, run, run.twitching, run.days, DAYS)
    return found


def comes_and_goes(recent: Recent) -> Flag | None:
    """Notice twitching that comes back to one place with quiet days between; after months, mention it."""
    found = _not_set_aside(recent, returning(recent))
    if not found:
        return None
    long = {region: stretch for region, stretch in found.items() if stretch.long}
    if long:
        return _long(recent, long)
    part, days = share(recent.value("persistent_share")), int(recent.value("persistent_days")) + 1
    words = Words(
        "Twitching that comes and goes",
        f"{stretch_text(found, recent.on)}, with quiet days between. That pattern is common and usually harmless. "
        "Nothing needs doing.",
        why(f"On under {part} of {days} checked days or more.", Mark.OURS),
    )
    return flag_of(
        "comes_and_goes", NOTICED, evidence_of(recent, in_stretches(recent, found), only(found)), words
    )


def _long(recent: Recent, found: Stretches) -> Flag:
    words = Words(
        "Twitching that comes and goes",
        f"{long_text(recent, found)}, with quiet days between. That pattern is common. Mention it at your next "
        "appointment if nobody has looked at it yet.",
        why(f"A day or more in each of {_fortnights(recent)}.", Mark.OURS),
    )
    evidence = evidence_of(recent, in_fortnights(recent, found), only(found))
    return flag_of("comes_and_goes", WORTH_MENTIONING, evidence, words)


def returning(recent: Recent) -> Stretches:
    """Return the regions where twitching comes and goes, on under half of the days, nearly all of them checked."""
    still = lasting(recent)
    found = {}
    for region in Region:
        run = None if region in still else _run(recent, region, RETURNING_WINDOW)
        if run is None or not _is_checked(recent, run):
            continue
        if not at_least(run.both, recent.value("persistent_share"), run.checked):
            long = _in_each_fortnight(recent, region)
            found[region] = Stretch(region, run, run.both, run.checked, CHECKED_DAYS, long)
    return found


def _run(recent: Recent, region: Region, window: int) -> Run | None:
    """Return the run of a region in the window, or ``None`` if it does not span over two weeks."""
    days = recent.region_days(region, window)
    if not days or (days[-1] - days[0]).days < recent.value("persistent_days"):
        return None
    checked = {day for day in Period.of_days(days[-1], (days[-1] - days[0]).days + 1) if recent.checked(day)}
    both = sum(day in checked for day in days)
    return Run(days[0], days[-1], (days[-1] - days[0]).days + 1, len(checked), len(days), both)


def _is_checked(recent: Recent, run: Run) -> bool:
    return at_least(run.checked, recent.value("persistent_checked"), run.days)


def _in_each_fortnight(recent: Recent, region: Region) -> bool:
    count = int(recent.value("fortnights"))
    days = set(recent.region_days(region, count * FORTNIGHT))
    return {(recent.on - day).days // FORTNIGHT for day in days} == set(range(count))


def _not_set_aside(recent: Recent, found: Stretches) -> Stretches:
    return {region: stretch for region, stretch in found.items() if region not in recent.set_aside}


def only(found: Stretches) -> Region | None:
    """Return the one listed region, or ``None`` if there are more."""
    return next(iter(found)) if len(found) == 1 else None


def in_stretches(recent: Recent, found: Stretches) -> list[Episode]:
    """Return the counted episodes of each region from its first to its last twitch day."""
    return [
        row
        for region, stretch in found.items()
        for row in recent.in_region(region, Period.of_days(stretch.run.last, stretch.run.days))
    ]


def in_fortnights(recent: Recent, found: Iterable[Region]) -> list[Episode]:
    """Return the counted episodes of the regions in all the fortnights of the long kind."""
    days = recent.days(int(recent.value("fortnights")) * FORTNIGHT)
    return [row for region in found for row in recent.in_region(region, days)]


def stretch_text(found: Stretches, on: date) -> str:
    """Return what was counted where it was most: "Twitching in your left leg was there on 8 of 15 days from ..."."""
    most = _most(found)
    first, last = dated(most.run.first, on), dated(most.run.last, on)
    return f"Twitching in your {_place(found)} was there on {most.part} of {most.whole} {most.unit} from {first} to {last}"


def long_text(recent: Recent, found: Stretches) -> str:
    """Return that it came back for months, in a sentence without its end."""
    return f"Twitching in your {_place(found)} came back in each of the last {_fortnights(recent)}"


def _fortnights(recent: Recent) -> str:
    return f"{NUMBERS[int(recent.value('fortnights'))]} fortnights"


def _most(found: Stretches) -> Stretch:
    return max(found.values(), key=lambda stretch: stretch.part / stretch.whole)


def _place(found: Stretches) -> str:
    most = _most(found).region
    others = [say.REGIONS[region] for region in found if region is not most]
    return f"{say.REGIONS[most]} (also {few(others)})" if others else say.REGIONS[most]
