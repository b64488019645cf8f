"""A flag: what the diary points out, in words, with the rows it rests on and what makes it go away."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from twitchlog.domain.episode import Episode
from twitchlog.domain.record import Record, sort_key
from twitchlog.domain.sites import Region
from twitchlog.insight.flags.claims import BASES, ORDER, Kind
from twitchlog.insight.flags.recent import Recent

ENDS = "When it no longer holds."
ENDS_OR_DISCUSSED = "When it no longer holds, or when you note that you have discussed it."
EVENT_ENDS = "After 14 days without another, or when you note that you have discussed it."
NO_PLACES = {"attention", "gaps"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """One rule that holds.

    ``level`` is 0 to 3. ``region`` is given only where all of it lies in one. ``sites`` are sorted
    ``site.side`` codes, ``evidence`` the ids of the rows it rests on (a day's id is its date), ``days`` their local
    days, each once, and ``since`` the first of them. A quiet flag has either ``discussed_on`` or ``hidden_until``.
    """

    rule: str
    level: int
    kind: Kind
    region: Region | None
    sites: tuple[str, ...]
    since: date
    days: tuple[date, ...]
    evidence: tuple[str, ...]
    title: str
    text: str
    why: str
    source: tuple[str, ...]
    clears: str
    discussed_on: date | None = None
    hidden_until: date | None = None

    @property
    def quiet(self) -> bool:
        """Whether it was discussed or put away, and nothing is new since."""
        return self.discussed_on is not None or self.hidden_until is not None

    @property
    def order(self) -> tuple[int, int]:
        """What orders flags: the highest level first, then the order of the rules."""
        return (-self.level, ORDER[self.rule])

    def quieted(self, discussed_on: date | None, hidden_until: date | None = None) -> "Flag":
        """Return the flag as discussed on a day, or as hidden until one."""
        return replace(self, discussed_on=discussed_on, hidden_until=hidden_until)

    def row(self) -> dict[str, object]:
        """Return the flag as the contract's JSON."""
        row: dict[str, object] = {
            "rule": self.rule,
            "level": self.level,
            "kind": self.kind.value,
            "region": self.region.value if self.region else None,
            "sites": list(self.sites),
            "since": self.since.isoformat(),
            "days": [day.isoformat() for day in self.days],
            "evidence": list(self.evidence),
            "title": self.title,
            "text": self.text,
            "why": self.why,
            "source": list(self.source),
            "clears": self.clears,
        }
        if self.discussed_on:
            row["discussed_on"] = self.discussed_on.isoformat()
        elif self.hidden_until:
            row["hidden_until"] = self.hidden_until.isoformat()
        return row


@dataclass(frozen=True, slots=True)
class Raised:
    """The flags of a day in the order they are shown, and those that were discussed or hidden."""

    shown: tuple[Flag, ...] = ()
    quiet: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """What a person reads; ``clears`` only where the rule has an end of its own."""

    title: str
    text: str
    why: str
    clears: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The rows a flag rests on, their days, and the region if it is one; ``days`` sorted, not empty."""

    ids: tuple[str, ...]
    days: tuple[date, ...]
    sites: tuple[str, ...] = ()
    region: Region | None = None


def evidence_of(recent: Recent, rows: Iterable[Record], region: Region | None = None) -> Evidence:
    """Return the evidence of rows in any order, each once: episodes by onset, then the others by date."""
    each = {row.id: row for row in rows}.values()
    episodes = sorted((row for row in each if isinstance(row, Episode)), key=sort_key)
    others = sorted((row for row in each if not isinstance(row, Episode)), key=sort_key)
    ordered: list[Record] = [*episodes, *others]
    return Evidence(
        tuple(row.id for row in ordered),
        tuple(sorted({recent.day_of(row) for row in ordered})),
        tuple(sorted({f"{row.site}.{row.side}" for row in episodes})),
        region,
    )


def one_region(episodes: Sequence[Episode]) -> Region | None:
    """Return the region all episodes lie in, if it is one and they lie in no other."""
    regions = {row.regions for row in episodes}
    if len(regions) != 1:
        return None
    (only,) = regions
    return next(iter(only)) if len(only) == 1 else None


def flag_of(rule: str, level: int, evidence: Evidence, words: Words) -> Flag:
    """Return a rule's flag."""
    basis = BASES[rule]
    return Flag(
        rule=rule,
        level=level,
        kind=basis.kind,
        region=evidence.region,
        sites=() if rule in NO_PLACES else evidence.sites,
        since=evidence.days[0],
        days=evidence.days,
        evidence=evidence.ids,
        title=words.title,
        text=words.text,
        why=words.why,
        source=basis.claims,
        clears=words.clears or _clears(level, event=basis.event),
    )


def _clears(level: int, *, event: bool) -> str:
    if event:
        return EVENT_ENDS
    return ENDS_OR_DISCUSSED if level else ENDS
