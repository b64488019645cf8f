"""Makes the pictures of the README from the real window and the made-up year: python packaging/screenshots.py [NAME ...].

Contact sheets of every chart for diaries from empty to large (`chart_sheets`) and of the window's states
(`state_sheets`) are among them.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["TZ"] = "Europe/Berlin"
os.environ["HOME"] = tempfile.mkdtemp()

from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea

from chart_sheets import SHEETS, take_sheet
from shown_diaries import NOW, lasting, one, ordinary, urgent, year
from state_sheets import take_states
from twitchlog import app as window_app
from twitchlog.domain.record import Record
from twitchlog.store.store import Store
from twitchlog.ui.journal import Journal
from twitchlog.ui.look.theme import Theme
from twitchlog.ui.main_window import MainWindow
from twitchlog.ui.saver import Saver

FOLDER = Path(__file__).parent.parent / "resources" / "screenshots"
WIDE = (1440, 900)
SETTLED_S = 1.2
"""Previews and rings are drawn a moment after the rest."""


@dataclass(frozen=True)
class Shot:
    """One picture: a page, a look, a size, what the diary holds, and what is done before it is taken."""

    name: str
    page: str = "today"
    theme: str = "light"
    text: int = 100
    size: tuple[int, int] = WIDE
    records: Callable[[], list[Record]] = list
    line: str = ""
    press: str = ""
    whole: bool = False


SHOTS = (
    *(Shot(f"{page}-{theme}", page, theme, records=year) for page in ("today", "history", "trends", "places", "report", "settings") for theme in ("light", "dark")),
    *(Shot(f"trends-whole-{theme}", "trends", theme, records=year, whole=True) for theme in ("light", "dark")),
    Shot("first-run"),
    Shot("first-run-dark", theme="dark"),
    Shot("typing", records=year, line="left calf 5 min mild after run, 2 coffees"),
    Shot("ask-side", records=year, line="lower back 2 min after squats"),
    Shot("one-entry", records=one),
    Shot("one-entry-dark", theme="dark", records=one),
    Shot("trends-empty", "trends", records=one),
    Shot("insights-light", records=lasting),
    Shot("insights-dark", theme="dark", records=lasting),
    *(Shot(f"insights-noticed-{theme}", theme=theme, records=ordinary) for theme in ("light", "dark")),
    *(Shot(f"insights-all-{theme}", theme=theme, records=year, press="more_flags", size=(1440, 1900)) for theme in ("light", "dark")),
    Shot("insights-urgent", records=urgent),
    Shot("insights-urgent-dark", theme="dark", records=urgent),
    Shot("small-window", size=(900, 600), records=year),
    Shot("text-150", text=150, records=year),
)  # fmt: skip


def take(shot: Shot, app: QApplication) -> None:
    """Open the window as a shot wants it, and save its picture."""
    store = Store.in_memory()
    store.add_new(shot.records())
    theme = Theme(shot.theme, shot.text)
    theme.apply()
    window = MainWindow(Journal(Saver(store)), theme, lambda: NOW, "Europe/Berlin")
    window.resize(*shot.size)
    window.show()
    done: list[bool] = []
    window.watch.triggers_shown.connect(lambda: done.append(True))
    window.journal.start_reading()
    _until(app, lambda: window.journal.diary.whole and (bool(done) or len(window.journal.diary) < 2))
    page = window.show_page(shot.page)
    if shot.line:
        window.desk.offer_draft(shot.line)
    if shot.press:
        next(each for each in window.findChildren(QPushButton) if each.objectName() == shot.press).click()
    _drawn(app, page)
    if shot.whole:
        area = next(each for each in window.findChildren(QScrollArea) if each.widget() is page)
        if area.height() < page.height():
            window.resize(shot.size[0], page.height() + window.height() - area.height())
            _drawn(app, page)
    window.grab().save(str(FOLDER / f"{shot.name}.png"))
    window.close()
    window.deleteLater()
    store.close()


def _ready(app: QApplication, window: MainWindow) -> None:
    _until(app, lambda: window.journal.diary.whole)
    for page in window.pages.values():
        _drawn(app, page)


def _drawn(app: QApplication, page: object) -> None:
    queue = getattr(page, "queue", None)
    _until(app, lambda: queue is None or queue.idle)
    settled = datetime.now(tz=UTC) + timedelta(seconds=SETTLED_S)  # noqa: TID251 - a limit, not a date
    _until(app, lambda: datetime.now(tz=UTC) > settled)  # noqa: TID251 - the same


def _until(app: QApplication, true: Callable[[], bool]) -> None:
    limit = datetime.now(tz=UTC) + timedelta(seconds=60)  # noqa: TID251 - a limit, not a date
    while not true():
        app.processEvents()
        if datetime.now(tz=UTC) > limit:  # noqa: TID251 - the same
            sys.exit("The window did not get ready within a minute.")


def main() -> None:
    """Take the pictures named on the command line, or all of them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    app = window_app.application()
    wanted = sys.argv[1:]
    for shot in SHOTS:
        if not wanted or shot.name in wanted:
            take(shot, app)
            print(f"{shot.name}.png")
    for sheet in SHEETS:
        if not wanted or sheet.name in wanted:
            print(*take_sheet(sheet, FOLDER), sep="\n")
    if not wanted or "states" in wanted:
        print(*take_states(FOLDER, _ready, app), sep="\n")


if __name__ == "__main__":
    main()
