"""Where this computer is, as far as it knows: the name of its time zone."""

import os
import re
from pathlib import Path

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_+\-]*(?:/[A-Za-z0-9_+\-]+){0,2}")
OTHER_TREES = re.compile(r"^(?:posix|right)/")
LOCALTIME, TIMEZONE = Path("/etc/localtime"), Path("/etc/timezone")
LONGEST = 64


def zone_name(localtime: Path = LOCALTIME, timezone: Path = TIMEZONE) -> str:
    """Return the IANA name of the computer's zone: from TZ, the link ``localtime`` or the text ``timezone``.

    Empty if none of them tells: a time has its offset in any case, and a guessed name would be worse than none.
    """
    setting = os.environ.get("TZ")
    if setting is not None:
        return _name(setting.removeprefix(":"))
    return _linked(localtime) or _written(timezone)


def _linked(path: Path) -> str:
    try:
        return _after_zoneinfo(str(path.resolve()))
    except (OSError, RuntimeError):
        return ""


def _written(path: Path) -> str:
    try:
        return _name(path.read_text(encoding="utf-8").strip())
    except (OSError, UnicodeDecodeError):
        return ""


def _name(text: str) -> str:
    if text.startswith("/"):
        return _after_zoneinfo(text)
    return text if len(text) <= LONGEST and NAME.fullmatch(text) and _is_zone(text) else ""


def _is_zone(text: str) -> bool:
    """A rule like CET-1 also fits the pattern; names without a slash are taken only where they are certain."""
    return "/" in text or text in {"UTC", "GMT"}


def _after_zoneinfo(path: str) -> str:
    _, found, name = path.rpartition("zoneinfo/")
    return _name(OTHER_TREES.sub("", name)) if found else ""
