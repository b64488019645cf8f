"""The commands of the menus, in order."""

from functools import partial

from PySide6.QtWidgets import QWidget

from twitchlog.store.errors import Reason
from twitchlog.ui.actions import Command
from twitchlog.ui.desk import Desk
from twitchlog.ui.file_commands import FileCommands
from twitchlog.ui.keeping_commands import KeepingCommands
from twitchlog.ui.page_list import FOOT, PLACES

LOG_MENU = (
    ("Exercise…", "exercise", "Ctrl+Shift+E"),
    ("Coffee, tea…", "caffeine", "Ctrl+Shift+C"),
    ("Stress…", "stress", "Ctrl+Shift+S"),
    ("Sitting…", "sitting", "Ctrl+Shift+I"),
    ("Sleep and waking…", "days", ""),
    ("", "", ""),
    ("Medicine…", "medicines", ""),
    ("Lab result…", "labs", ""),
    ("Exam or test…", "exams", ""),
)


def commands(window: QWidget, desk: Desk) -> list[Command]:
    """Return every command of the window with its key."""
    files, keeping = FileCommands(desk), KeepingCommands(desk)
    all_out = ("Save all as a package…", files.ask_package)
    back = ("Go back to a backup…", keeping.ask_backup)
    desk.ways_out = {Reason.MOVED: (all_out, back), Reason.DAMAGED: (back, all_out), Reason.DISK: (all_out,)}
    stack = desk.journal.undo_stack
    listed = [
        Command("&File", "Table for the doctor…", files.ask_table, "Ctrl+E"),
        Command("&File", "Page for the doctor", partial(desk.show_page, "report"), "Ctrl+P"),
        Command("&File", "Whole diary as a package…", files.ask_package),
        Command("&File", "Import a package…", files.ask_import),
        Command("&File"),
        Command("&File", "Back up now", keeping.back_up),
        Command("&File", "Go back to a backup…", keeping.ask_backup),
        Command("&File"),
        Command("&File", "Settings", partial(desk.show_page, FOOT.name), "Ctrl+,"),
        Command("&File", "Quit", lambda: _close(window), "Ctrl+Q"),
        Command("&Edit", "Undo", stack.undo, "Ctrl+Z"),
        Command("&Edit", "Redo", stack.redo, "Ctrl+Shift+Z"),
        Command("&Edit"),
        Command("&Edit", "Find in History", desk.find, "Ctrl+F"),
        Command("&Log", "Type a line", desk.focus_line, "Ctrl+N"),
        Command("&Log", "Save the draft", desk.save_draft, "Ctrl+Return"),
        Command("&Log", "Same again", desk.repeat, "Ctrl+R"),
        Command("&Log", "Templates (Ctrl+1 to Ctrl+9)…", partial(desk.show_page, FOOT.name)),
        Command("&Log", "No twitches today", desk.no_twitches, "Ctrl+0"),
        Command("&Log", "Go to the figure", desk.focus_figure, "Ctrl+B"),
        Command("&Log"),
    ]
    listed += [Command("&Log", text, partial(desk.ask, table), keys) for text, table, keys in LOG_MENU]
    listed += [
        Command("&View", place.word, partial(desk.show_page, place.name), place.key) for place in PLACES
    ]
    listed += [
        Command("&View"),
        Command("&View", "Day before", partial(desk.step_day, -1), "Alt+Left"),
        Command("&View", "Day after", partial(desk.step_day, 1), "Alt+Right"),
        Command("&View", "Back to today", lambda: desk.open_day(desk.today), "Ctrl+T"),
        Command("&View", "Insights", desk.toggle_insights, "F9"),
        Command("&Help", "Keys", lambda: desk.show_keys(listed), "F1"),
        Command("&Help", "About twitching", desk.show_about_twitching),
        Command("&Help", "When not to wait for a diary", desk.show_signs),
        Command("&Help"),
        Command("&Help", "About twitchlog", desk.about),
    ]
    return listed


def _close(window: QWidget) -> None:
    window.close()
