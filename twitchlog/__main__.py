"""Starting twitchlog: gives the command line the window, which it must not import itself."""

import sys
from pathlib import Path

from twitchlog.cli import Doors, run


def _open_window(diary: Path) -> int:
    from twitchlog.app import open_window

    return open_window(diary)


def main() -> int:
    """Run what was asked for; return 0 done, 1 could not be done, 2 wrong usage."""
    return run(Doors(open_window=_open_window))


if __name__ == "__main__":
    sys.exit(main())
