"""Settings that change how the program looks and feels, never what the diary means; one small file."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date, time
from pathlib import Path
from typing import Any, Literal, TypeAlias

from twitchlog.store.private_files import write_whole

Theme: TypeAlias = Literal["system", "light", "dark"]
TEXT_SIZES = (100, 115, 130, 150)
HIDE_AFTER = (0, 1, 5, 15)
LARGEST = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """How the window looks on this computer.

    ``text_size`` in percent. ``first_weekday`` as in ``date.weekday``: 0 is Monday, 6 Sunday. ``geometry`` and
    ``layout`` are the window's own bytes in hex, empty before it was ever moved. ``templates`` are the twitches kept for one click. ``once_a_day``
    asks for one summary in the evening in place of single entries, ``weekly_trends`` draws only whole weeks,
    ``hide_numbers`` leaves the counts of Today away. ``reminder`` is the hour of the evening's only reminder ("20:00",
    empty: none), ``course_start`` the ISO date on which eight weeks of writing began (empty: none), ``offered`` the
    offers that were made once and are not made again. ``second_folder`` is the path of a folder that gets a copy of
    every backup (empty: none). ``hide_after`` is the pause in minutes after which the window is covered (0: never),
    ``hide_minimised`` covers it when it is minimised.
    """

    theme: Theme = "system"
    text_size: int = 100
    first_weekday: int = 0
    geometry: str = ""
    layout: str = ""
    templates: tuple[Mapping[str, Any], ...] = ()
    once_a_day: bool = False
    weekly_trends: bool = False
    hide_numbers: bool = False
    reminder: str = ""
    course_start: str = ""
    offered: tuple[str, ...] = ()
    second_folder: str = ""
    hide_after: int = 0
    hide_minimised: bool = False


def read_preferences(path: Path) -> Preferences:
    """Return the preferences of a file; the usual ones where it is missing or a value makes no sense.

    A file that cannot be understood at all is renamed, so that the next write does not take it away.
    """
    try:
        text = path.read_bytes()[: LARGEST + 1]
    except OSError:
        return Preferences()
    given = _understood(text)
    if given is None:
        _put_aside(path)
        return Preferences()
    return _sensible(given)


def write_preferences(path: Path, preferences: Preferences) -> None:
    """Write the preferences in one step, for their owner only.

    Raises:
        OSError: they could not be written; the file is as it was.
    """
    text = json.dumps(asdict(preferences), indent=1, ensure_ascii=False, sort_keys=True)
    write_whole(path, f"{text}\n".encode())


def _understood(text: bytes) -> dict[str, Any] | None:
    try:
        given = json.loads(text) if len(text) <= LARGEST else None
    except (ValueError, RecursionError):
        return None
    return given if isinstance(given, dict) else None


def _put_aside(path: Path) -> None:
    number = 1
    while (aside := path.with_name(f"{path.name}.broken-{number}")).exists():
        number += 1
    try:
        path.rename(aside)
    except OSError:
        return


def _sensible(given: dict[str, Any]) -> Preferences:
    kept = {
        each.name: given[each.name]
        for each in fields(Preferences)
        if each.name in given and _fits(each.name, given[each.name])
    }
    for name in ("templates", "offered"):
        if name in kept:
            kept[name] = tuple(kept[name])
    return Preferences(**kept)


def _fits(name: str, value: Any) -> bool:
    return FITS[name](value)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _reads_as(text: str, read: Callable[[str], object]) -> bool:
    try:
        return not text or bool(read(text))
    except ValueError:
        return False


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def _holds(kind: type) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, list) and all(isinstance(each, kind) for each in value)


def _text(read: Callable[[str], object]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and _reads_as(value, read)


FITS: Mapping[str, Callable[[Any], bool]] = {
    "theme": lambda value: isinstance(value, str) and value in {"system", "light", "dark"},
    "text_size": lambda value: _is_whole(value) and value in TEXT_SIZES,
    "first_weekday": lambda value: _is_whole(value) and 0 <= value <= 6,
    "geometry": _text(bytes.fromhex),
    "layout": _text(bytes.fromhex),
    "templates": _holds(dict),
    "once_a_day": _is_flag,
    "weekly_trends": _is_flag,
    "hide_numbers": _is_flag,
    "reminder": _text(time.fromisoformat),
    "course_start": _text(date.fromisoformat),
    "offered": _holds(str),
    "hide_after": lambda value: _is_whole(value) and value in HIDE_AFTER,
    "hide_minimised": _is_flag,
    "second_folder": lambda value: isinstance(value, str) and (not value or Path(value).is_absolute()),
}
"""What each value must be to be taken from the file."""
