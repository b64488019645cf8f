"""Starting twitchlog: gives the command line the window and the painter, which it must not import itself."""

import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from twitchlog.cli import Doors, run

if TYPE_CHECKING:
    from twitchlog.domain.diary import Diary
    from twitchlog.domain.period import Period


def _open_window(diary: Path) -> int:
    from twitchlog.ui.kept_for_good import kept_for_good

    with kept_for_good():
        from twitchlog.app import open_window

    return open_window(diary)


def _paint_page(diary: "Diary", period: "Period | None", now: datetime, path: Path) -> str:
    if sys.platform.startswith("linux"):
        # Painting a file needs no display, and must not fail where there is none or it is another user's.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from twitchlog.report.file_of_page import write_page

    return write_page(diary, period, now, path)


def main() -> int:
    """Run what was asked for; return 0 done, 1 could not be done, 2 wrong usage."""
    return run(Doors(open_window=_open_window, paint_page=_paint_page))


if __name__ == "__main__":
    sys.exit(main())
