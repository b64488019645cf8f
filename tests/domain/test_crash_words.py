"""A bug is told without a word of the diary."""

import sqlite3
from contextlib import closing

from twitchlog.domain.crash_words import crash_words
from twitchlog.domain.moments import whole_seconds
from twitchlog.domain.texts import record_from

CANARY = "canary-my-left-calf"


def caught(act: object, *arguments: object) -> BaseException:
    """What was raised."""
    try:
        act(*arguments)  # type: ignore[operator]
    except (ValueError, KeyError, OSError, sqlite3.Error) as error:
        return error
    raise AssertionError("nothing was raised")


def test_no_message_argument_or_value_is_told() -> None:
    for act, argument in ((int, CANARY), (dict[str, str]().__getitem__, CANARY), (open, CANARY)):
        assert CANARY not in crash_words(caught(act, argument))


def test_our_own_files_and_lines_are_told_the_innermost_last() -> None:
    told = crash_words(caught(record_from, "episodes", {"id": CANARY})).splitlines()
    assert told[0] == "RecordError"
    assert told[-1].startswith("  twitchlog/domain/texts.py:")
    assert CANARY not in "".join(told)


def test_a_database_error_tells_its_number() -> None:
    with closing(sqlite3.connect(":memory:")) as conn:
        error = caught(conn.execute, f"select {CANARY!r} from nowhere")
    assert crash_words(error).splitlines()[0] == "OperationalError 1"


def test_an_error_without_our_files_is_one_line() -> None:
    assert crash_words(ValueError(CANARY)) == "ValueError"
    assert whole_seconds.__name__ not in crash_words(ValueError(CANARY))
