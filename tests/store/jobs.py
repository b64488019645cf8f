"""What the other processes of the store's tests do; apart, so that they start without pytest and hypothesis."""

import os
from multiprocessing.connection import Connection
from pathlib import Path

from tests.helpers import an_episode, an_id
from twitchlog.domain.episode import Episode
from twitchlog.store.connection import transaction
from twitchlog.store.errors import StoreError
from twitchlog.store.store import Store


def pair(round_: int, number: int) -> list[Episode]:
    """Two entries of one step."""
    return [an_episode(id=an_id(round_, number, half), note=f"{number}") for half in ("one", "two")]


def saving(answers: Connection, path: Path, round_: int) -> None:
    """Save without end, and say so after each save."""
    store = Store.open(path)
    number = 0
    while True:
        store.put(pair(round_, number))
        answers.send(number)
        number += 1


def saving_too_quick_to_say_so(answers: Connection, path: Path, round_: int) -> None:
    """The control: says "saved" before it is."""
    store = Store.open(path)
    number = 0
    while True:
        with transaction(store._connected()):
            store._connected().execute(
                "INSERT INTO draft (one, text) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET text = excluded.text",
                (f"{round_}:{number}",),
            )
            answers.send(number)
        number += 1


def making(answers: Connection, path: Path) -> None:
    """Make a diary."""
    answers.send("now")
    Store.open(path)
    answers.send("made")
    answers.recv()


def reading_and_trying(answers: Connection, user: int, path: Path) -> None:
    """Become a user who may not write, and send what the diary says to that."""
    if user != os.geteuid():
        os.setuid(user)
    store = Store.open(path)
    try:
        store.put([an_episode(id=an_id("new"))])
    except StoreError as error:
        answers.send((len(store.diary()), store.read_only, str(error)))
