"""What was discussed with a doctor or put away is quiet until something is new.

An event is new when it is dated after the talk. A state is not new while it links back to the talk: going back over
the days on which it held, never more than 14 days apart, one comes to a day on or before it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from twitchlog.domain.sites import Region
from twitchlog.insight.flags.claims import BASES
from twitchlog.insight.flags.findings import normal_examination
from twitchlog.insight.flags.flag import Flag
from twitchlog.insight.flags.more import more_of
from twitchlog.insight.flags.persistence import Stretches, lasting, returning
from twitchlog.insight.flags.recent import Recent
from twitchlog.insight.flags.rules import RULES

LONGEST_LINK = 14
"""Days from one day that holds to the next; with as many days off in a row between them the link breaks."""

OLDEST_TALK = 80
"""Days: an older talk is taken as this old, and the state as holding then, so that no window starts too far back."""

HIDDEN_DAYS = 30

LISTED: dict[str, Callable[[Recent], Stretches]] = {"persistent": lasting, "comes_and_goes": returning}
"""The rules that are discussed region by region."""


@dataclass(frozen=True, slots=True)
class Talk:
    """When a rule was last discussed, or hidden until a day."""

    day: date
    hidden_until: date | None = None

    def quieted(self, flag: Flag | None) -> Flag | None:
        """Return the flag as quiet because of this."""
        if flag is None:
            return None
        return flag.quieted(None, self.hidden_until) if self.hidden_until else flag.quieted(self.day)


def talk_of(recent: Recent, rule: str) -> Talk | None:
    """Return the latest talk about a rule, or that it was hidden, whichever came later; ``None`` if neither."""
    talks = [Talk(row.date) for row in recent.dated(recent.gathered.discussions) if row.rule == rule]
    hidden = recent.gathered.settings.hidden.get(rule)
    if hidden is not None and hidden <= recent.on < hidden + timedelta(days=HIDDEN_DAYS):
        talks.insert(0, Talk(hidden, hidden + timedelta(days=HIDDEN_DAYS)))
    return max(reversed(talks), key=lambda talk: talk.day, default=None)


def judged(rule: str, recent: Recent) -> Flag | None:
    """Return a rule's flag for the day: shown where something is new since the last talk, else quiet."""
    talk = None if rule == "urgent" else talk_of(recent, rule)
    if talk is None:
        return RULES[rule](recent)
    if BASES[rule].event:
        return RULES[rule](recent.since(talk.day)) or talk.quieted(RULES[rule](recent))
    if rule in LISTED:
        aside = recent.without(linked_regions(rule, recent, talk.day))
        return RULES[rule](aside) or talk.quieted(RULES[rule](recent))
    flag = RULES[rule](recent)
    return talk.quieted(flag) if flag and _is_known(rule, recent, talk.day) else flag


def _is_known(rule: str, recent: Recent, talked: date) -> bool:
    if rule == "examined_normal":
        exam = normal_examination(recent)
        return exam is not None and talked >= exam.date
    if rule == "persistent_with_more":
        then = recent.at(max(talked, recent.on - timedelta(days=OLDEST_TALK)))
        if not more_of(recent).keys() <= more_of(then).keys():
            return False
    return links_back(recent.on, talked, lambda day: RULES[rule](recent.at(day)) is not None)


def linked_regions(rule: str, recent: Recent, to: date) -> frozenset[Region]:
    """Return the regions a rule lists that link back to a day."""
    held = cache(lambda day: LISTED[rule](recent.at(day)).keys())

    def is_linked(region: Region) -> bool:
        return links_back(recent.on, to, lambda day: region in held(day))

    return frozenset(region for region in LISTED[rule](recent) if is_linked(region))


def links_back(on: date, to: date, holds: Callable[[date], bool]) -> bool:
    """Return whether a state that holds on ``on`` links back to a day on or before ``to``.

    The oldest day in reach is taken each time: no other choice can reach further.
    """
    oldest = on - timedelta(days=OLDEST_TALK)
    day = on
    while day > to:
        reach = day - timedelta(days=LONGEST_LINK)
        if to < oldest and reach <= oldest:
            return True
        earlier = (reach + timedelta(days=later) for later in range(LONGEST_LINK))
        found = next((each for each in earlier if holds(each)), None)
        if found is None:
            return False
        day = found
    return True
