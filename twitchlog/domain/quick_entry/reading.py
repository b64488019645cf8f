"""A line while it is being read: which words are taken, and what is known so far."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from twitchlog.domain.quick_entry.tokens import Kind, Token
from twitchlog.domain.quick_entry.understood import Ask, Chip, Offer

T = TypeVar("T")

SPACES = re.compile(r"\s+")
COMMAS = re.compile(r" ?,[ ,]*")
STOP_WORDS = frozenset(
    ["and", "with", "the", "my", "it", "is", "was", "a", "in", "on", "of", "for", "felt", "/", "-"]
)


@dataclass(slots=True)
class Reading:
    """A line being read, token by token.

    Every token is free until a family of words takes it; ``words`` has the texts of the free ones, "" for the others. ``kept`` holds the ranges of tokens that go into the note
    exactly as typed, stop words included.
    """

    line: str
    tokens: tuple[Token, ...]
    owners: list[str] = field(init=False)
    words: list[str] = field(init=False)
    kept: dict[int, int] = field(default_factory=dict)
    asks: dict[str, Ask] = field(default_factory=dict)
    offers: list[Offer] = field(default_factory=list)
    chips: list[Chip] = field(default_factory=list)
    problem: str = ""

    def __post_init__(self) -> None:
        self.owners = [""] * len(self.tokens)
        self.words = [token.text for token in self.tokens]

    def __len__(self) -> int:
        return len(self.tokens)

    def free(self, i: int) -> bool:
        """Whether there is a token at ``i`` that nothing has taken."""
        return 0 <= i < len(self.tokens) and not self.owners[i]

    def word(self, i: int) -> str:
        """Return the lower-case text of a free token; empty if it is taken or there is none."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    def raw(self, i: int) -> str:
        """Return the lower-case text of a token, taken or not; empty outside the line."""
        return self.tokens[i].text if 0 <= i < len(self.tokens) else ""

    def number(self, i: int) -> float | None:
        """Return the value of a free number."""
        return self.tokens[i].number if self.free(i) else None

    def is_kind(self, i: int, kind: Kind) -> bool:
        """Whether a free token is of a kind."""
        return self.free(i) and self.tokens[i].kind is kind

    def joined(self, i: int, j: int) -> bool:
        """Whether two tokens exist and stand in the same clause."""
        inside = 0 <= i < len(self.tokens) and 0 <= j < len(self.tokens)
        return inside and self.tokens[i].clause == self.tokens[j].clause

    def matches(self, i: int, words: tuple[str, ...]) -> bool:
        """Whether these words stand at ``i``, all free and in one clause."""
        end = i + len(words)
        return tuple(self.words[i:end]) == words and self.joined(i, end - 1)

    def take(self, start: int, end: int, owner: str) -> None:
        """Give the tokens from ``start`` to before ``end`` to a family."""
        self.owners[start:end] = [owner] * (end - start)
        self.words[start:end] = ["" if owner else token.text for token in self.tokens[start:end]]

    def keep(self, start: int, end: int) -> None:
        """Keep a range for the note, exactly as typed."""
        self.take(start, end, "note")
        self.kept[start] = end

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the characters that a range of tokens covers."""
        return (self.tokens[start].start, self.tokens[end - 1].end)

    def typed(self, start: int, end: int) -> str:
        """Return a range of tokens as typed."""
        first, last = self.span(start, end)
        return self.line[first:last]

    def chip(self, words: str, kind: str, start: int, end: int) -> None:
        """Show something understood."""
        self.chips.append(Chip(words=words, kind=kind, span=self.span(start, end)))

    def ask(self, what: str, make: Callable[[], Ask]) -> None:
        """Raise a question about a field, made only if it is the first of that field."""
        if what not in self.asks:
            self.asks[what] = make()

    def offer(self, what: str, words: str, line: str) -> None:
        """Offer a completion once."""
        offer = Offer(field=what, words=words, line=line)
        if offer not in self.offers:
            self.offers.append(offer)

    def refuse(self, problem: str) -> None:
        """Say why the line cannot be used; the first reason is kept."""
        self.problem = self.problem or problem

    def edited(self, edits: Iterable[tuple[int, int, str]]) -> str:
        """Return the line with ranges of tokens replaced; an empty range puts its text before that token."""
        pieces, done = [], 0
        for start, end, text in sorted(edits):
            first = self.tokens[start].start if start < len(self.tokens) else len(self.line)
            pieces += [self.line[done:first], text]
            done = max(done, self.tokens[end - 1].end if end > start else first)
        return tidy(" ".join([*pieces, self.line[done:]]))

    def appended(self, words: str) -> str:
        """Return the line with a clause more."""
        return tidy(f"{self.line}, {words}")


def tidy(line: str) -> str:
    """Return a line with single spaces and single commas."""
    return COMMAS.sub(", ", SPACES.sub(" ", line)).strip(" ,")


class Phrases(Generic[T]):
    """Phrases and what each means; at any word the longest one that fits is found."""

    def __init__(self, meanings: Mapping[str, T]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, meaning in sorted(meanings.items(), key=lambda each: -len(each[0].split())):
            words = tuple(phrase.split())
            self._by_first.setdefault(words[0], []).append((words, meaning))

    def at(self, reading: Reading, i: int) -> tuple[T, int] | None:
        """Return what the phrase at ``i`` means and where it ends, or ``None``."""
        for words, meaning in self._by_first.get(reading.word(i), ()):
            if reading.matches(i, words):
                return meaning, i + len(words)
        return None


def meanings(table: Mapping[T, str], separator: str = ",") -> dict[str, T]:
    """Return phrase to meaning from a table of meaning to phrases, as vocabularies are easiest to read."""
    return {
        phrase.strip(): meaning for meaning, phrases in table.items() for phrase in phrases.split(separator)
    }
