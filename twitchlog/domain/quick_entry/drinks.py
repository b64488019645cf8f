"""Drinks with caffeine by their everyday names, and how many of them."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from twitchlog.domain.quick_entry.amounts import number_at
from twitchlog.domain.quick_entry.reading import Phrases, Reading, meanings
from twitchlog.domain.quick_entry.tokens import Kind, tokens_of

PRESETS: Mapping[str, float] = MappingProxyType(
    {"coffee": 90, "espresso": 80, "tea": 50, "green tea": 29, "cola": 40, "energy drink": 80}
)
"""Milligrams of caffeine in one serving (EFSA Journal 2015;13(5):4102; green tea: Mayo Clinic's table)."""

MORE: Mapping[str, float] = MappingProxyType({"decaf coffee": 1})
"""Drinks that need no preset of the person's own (Mayo Clinic's table)."""

ALSO = meanings(
    {
        "coffee": "filter coffee,black coffee,cups coffee",
        "espresso": "expresso",
        "tea": "black tea",
        "cola": "coke,diet coke,pepsi,coca cola",
        "energy drink": "red bull,energy drinks",
        "latte": "latte,cafe latte",
        "cappuccino": "cappuccino",
        "iced tea": "iced tea,ice tea",
        "iced coffee": "iced coffee",
        "decaf coffee": "decaf coffee,decaf",
        "caffeine": "caffeine",
    }
)
"""Other names; one that stands for no drink of the list is kept with an unknown amount of caffeine."""

WITHOUT = {"herbal", "peppermint", "chamomile", "fruit", "rooibos", "ginger", "mint"}
NOT_AFTER = {"machine", "table", "maker", "shop"}
CUPS = {"cup", "cups", "mug", "mugs", "can", "cans", "glass", "glasses", "bottle", "bottles", "shot", "shots"}
SEVERAL = {"cups", "mugs", "cans", "glasses", "bottles", "shots"}
DOUBLE = {"double": 2.0, "triple": 3.0}


@lru_cache(maxsize=8)
def _names(drinks: frozenset[str]) -> Phrases[tuple[str, bool]]:
    known: dict[str, tuple[str, bool]] = {}
    for phrase, drink in [*ALSO.items(), *((name, name) for name in drinks)]:
        words = " ".join(token.text for token in tokens_of(phrase))
        if words:
            known[words] = (drink, False)
            known.setdefault(words if words.endswith("s") else f"{words}s", (drink, True))
    return Phrases(known)


def drink_at(reading: Reading, i: int, drinks: Iterable[str]) -> tuple[str, bool, int] | None:
    """Return the drink at ``i``, whether it is said in the plural, and where it ends."""
    found = _names(frozenset(drinks)).at(reading, i)
    if not found or reading.raw(found[1]) in NOT_AFTER or reading.raw(i - 1) in WITHOUT:
        return None
    return (*found[0], found[1])


def servings_before(reading: Reading, i: int, *, plural: bool) -> tuple[float | None, int]:
    """Return how many of the drink at ``i`` are said, and where saying it begins; ``None`` for "cups of tea"."""
    start = i
    start -= reading.word(start - 1) == "of" and reading.joined(start - 1, i)
    several, times = plural, 1.0
    if reading.word(start - 1) in CUPS and reading.joined(start - 1, i):
        start -= 1
        several = reading.word(start) in SEVERAL
    elif start < i:
        start = i
    if reading.word(start - 1) in DOUBLE and reading.joined(start - 1, i):
        start -= 1
        times = DOUBLE[reading.word(start)]
    count, start = _count_before(reading, start)
    if count is None:
        return (None if several else times), start
    return count * times, start


def _count_before(reading: Reading, i: int) -> tuple[float | None, int]:
    j = i - (reading.word(i - 1) in {"a", "an", "x"} and reading.joined(i - 1, i))
    if not reading.joined(j - 1, i):
        return None, j
    if reading.word(j - 1) == "half":
        return 0.5, j - 1
    if reading.is_kind(j - 1, Kind.FRACTION) and reading.word(j - 1) == "1/2":
        return 0.5, j - 1
    number = number_at(reading, j - 1)
    if number and reading.word(j - 1) == "½" and reading.number(j - 2) and reading.joined(j - 2, i):
        return number[0] + (reading.number(j - 2) or 0), j - 2
    return (number[0], j - 1) if number and number[0] > 0 else (None, j)


def milligrams_beside(reading: Reading, start: int, end: int) -> tuple[float | None, int, int]:
    """Return the mg said right before or after a drink, and the range with it."""
    after = reading.number(end)
    if after is not None and reading.word(end + 1) == "mg" and reading.joined(start, end + 1):
        return after, start, end + 2
    j = start - (reading.word(start - 1) == "of")
    before = reading.number(j - 2)
    if before is not None and reading.word(j - 1) == "mg" and reading.joined(j - 2, start):
        return before, j - 2, end
    return None, start, end
