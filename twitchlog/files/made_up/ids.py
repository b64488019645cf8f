"""Ids of made-up records: the same for the same wish, and never those of another made-up diary."""

from collections import Counter
from collections.abc import Callable
from typing import TypeAlias
from uuid import uuid5

from twitchlog.files.harvest import TWITCHLOG

NewId: TypeAlias = Callable[[str], str]
"""Takes a table, gives the next id in it."""


def ids_for(wish: str) -> NewId:
    """Return what gives one id after another."""
    family = uuid5(TWITCHLOG, f"made-up|{wish}")
    given: Counter[str] = Counter()

    def new_id(table: str) -> str:
        given[table] += 1
        return str(uuid5(family, f"{table}|{given[table]}"))

    return new_id
