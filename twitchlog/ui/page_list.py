"""The pages in the order of the navigation; each is loaded and built when it is first shown.

Only Today is loaded with the window: the others bring numpy and the charts, and typing must not wait for them.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from twitchlog.ui.desk import Desk
from twitchlog.ui.file_commands import FileCommands
from twitchlog.ui.keeping_commands import KeepingCommands
from twitchlog.ui.navigation import Place
from twitchlog.ui.pages.today import TodayPage

if TYPE_CHECKING:
    from twitchlog.ui.charts.charts_page import ChartsPage

PLACES = (
    Place("today", "Today", "today", "Alt+1"),
    Place("history", "History", "history", "Alt+2"),
    Place("trends", "Trends", "trends", "Alt+3"),
    Place("places", "Places", "places", "Alt+4"),
    Place("report", "Report", "report", "Alt+5"),
)
FOOT = Place("settings", "Settings", "settings", "Ctrl+,")


def _today(desk: Desk) -> QWidget:
    page = TodayPage(desk.journal, desk.theme, desk.clock, desk.zone, desk.choices)
    page.dialog_requested.connect(desk.ask)
    page.day_changed.connect(desk.day_changed)
    page.report_requested.connect(lambda: desk.show_page("report"))
    page.said.connect(desk.bar.say)
    return page


def _history(desk: Desk) -> QWidget:
    from twitchlog.ui.pages.history import HistoryPage

    page = HistoryPage(desk.journal, desk.theme)
    page.dialog_requested.connect(desk.ask)
    page.day_opened.connect(desk.open_day)
    return page


def _trends(desk: Desk) -> QWidget:
    from twitchlog.ui.pages.trends import TrendsPage

    page = TrendsPage(desk.journal, desk.theme, desk.trends_clock)
    desk.choices.changed.connect(page.show_diary)
    _wire_charts(page, desk)
    return page


def _wire_charts(page: "ChartsPage", desk: Desk) -> None:
    page.day_opened.connect(desk.open_history_day)
    page.example_requested.connect(desk.show_example)
    page.said.connect(desk.bar.say)
    page.done.connect(desk.bar.tell)
    page.written.connect(FileCommands(desk).say_saved)


def _places(desk: Desk) -> QWidget:
    from twitchlog.ui.pages.places import PlacesPage

    page = PlacesPage(desk.journal, desk.theme, desk.clock)
    page.words_sought.connect(desk.open_history_words)
    _wire_charts(page, desk)
    return page


def _report(desk: Desk) -> QWidget:
    from twitchlog.ui.pages.report import ReportPage

    page = ReportPage(desk.journal, desk.theme, desk.clock)
    page.said.connect(desk.bar.say)
    page.written.connect(FileCommands(desk).say_saved)
    for rule in desk.reported:
        page.add_flag(rule)
    desk.rule_reported.connect(page.add_flag)
    return page


def _settings(desk: Desk) -> QWidget:
    from twitchlog.ui.pages.settings import SettingsPage

    page = SettingsPage(desk.journal, desk.theme, desk.clock, desk.choices)
    keeping = KeepingCommands(desk)
    page.backup_requested.connect(keeping.back_up)
    page.restore_requested.connect(keeping.ask_backup)
    page.erase_requested.connect(keeping.ask_erase)
    return page


PAGES: dict[str, Callable[[Desk], QWidget]] = {
    "today": _today,
    "history": _history,
    "trends": _trends,
    "places": _places,
    "report": _report,
    "settings": _settings,
}
