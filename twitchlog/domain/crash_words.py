"""What may be told of a bug: its kind, its code, our files and lines; never its message, which can hold a person's words."""

from pathlib import PurePath
from traceback import walk_tb

DEEPEST = 6


def crash_words(error: BaseException) -> str:
    """Return a bug in a few lines without any text of the diary.

    The first line is the kind of the error and, where it has one, its number; then our own files with their lines,
    the innermost last, at most six.
    """
    number = getattr(error, "sqlite_errorcode", None) or getattr(error, "errno", None)
    head = type(error).__name__ + (f" {number}" if isinstance(number, int) else "")
    places = [
        f"  {_ours(frame.f_code.co_filename)}:{line} {frame.f_code.co_name}"
        for frame, line in walk_tb(error.__traceback__)
        if _ours(frame.f_code.co_filename)
    ]
    return "\n".join([head, *places[-DEEPEST:]])


def _ours(file: str) -> str:
    parts = PurePath(file).parts
    return "/".join(parts[parts.index("twitchlog") :]) if "twitchlog" in parts else ""
