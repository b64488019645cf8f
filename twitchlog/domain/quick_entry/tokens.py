"""A typed line cut into words, numbers, clock times and clauses."""

import re
from dataclasses import dataclass
from enum import Enum

LONGEST_NUMBER = 1e9


class Kind(Enum):
    """What a token is."""

    WORD = "word"
    NUMBER = "number"
    CLOCK = "clock"
    FRACTION = "fraction"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Token:
    """One word or number: lower-case ``text``, where it stands in the line, and the clause it belongs to.

    ``number`` is its value, ``None`` for what is not a number. ``doubt`` when a question mark follows.
    """

    text: str
    start: int
    end: int
    kind: Kind
    clause: int
    number: float | None = None
    doubt: bool = False


# One pass, no nested repetition: the time is linear in the length of the line.
SCAN = re.compile(
    r"""
      (?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2}
        (?:[Tt][0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})?)?(?![0-9]))
    | (?P<clock>[0-9]{1,2}:[0-9]{2}(?![0-9]))
    | (?P<fraction>[0-9]{1,2}/[0-9]{1,2}(?![0-9/]))
    | (?P<number>[0-9]+(?:[.,][0-9]+)?)
    | (?P<half>½)
    | (?P<word>[^\W\d_]+(?:['\u2019][^\W\d_]+)*)
    | (?P<dash>(?<=[0-9\s])[-\u2013\u2014](?=\s?[0-9]))
    | (?P<stop>[,;.!?()\n])
    | (?P<sign>[&+/~\u2248\u00d7])
    """,
    re.VERBOSE,
)
SIGNS = {"&": "and", "+": "and", "/": "/", "~": "about", "\u2248": "about", "\u00d7": "x"}
KINDS = {"date": Kind.DATE, "clock": Kind.CLOCK, "fraction": Kind.FRACTION, "number": Kind.NUMBER}


def tokens_of(line: str) -> tuple[Token, ...]:
    """Return the tokens of a line; comma, semicolon, "but" and the end of a sentence begin a new clause."""
    tokens: list[Token] = []
    clause = 0
    for match in SCAN.finditer(line):
        group, text = match.lastgroup or "", match.group().lower().replace("\u2019", "'")
        if group == "stop" or text == "but":
            if text == "?" and tokens:
                tokens[-1] = _doubted(tokens[-1])
            clause += not (text == "." and _abbreviates(tokens))
            continue
        tokens.append(_token(group, text, match.span(), clause))
    return tuple(tokens)


def _token(group: str, text: str, span: tuple[int, int], clause: int) -> Token:
    number = _number(group, text)
    kind = KINDS.get(group, Kind.WORD) if number is not None or group != "number" else Kind.WORD
    if group == "half":
        kind = Kind.NUMBER
    words = {"sign": SIGNS.get(text, text), "dash": "-"}
    return Token(words.get(group, text), *span, kind, clause, number)


def _number(group: str, text: str) -> float | None:
    if group == "half":
        return 0.5
    if group != "number":
        return None
    number = float(text.replace(",", "."))
    return number if number < LONGEST_NUMBER else None


def _abbreviates(tokens: list[Token]) -> bool:
    return bool(tokens) and (len(tokens[-1].text) <= 3 or tokens[-1].text == "approx")


def _doubted(token: Token) -> Token:
    return Token(token.text, token.start, token.end, token.kind, token.clause, token.number, doubt=True)
