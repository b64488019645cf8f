"""Every command of the menus, with its key, in one table."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow


@dataclass(frozen=True, slots=True)
class Command:
    """One entry of a menu; an empty word is a line between two groups."""

    menu: str
    words: str = ""
    act: Callable[[], object] = lambda: None
    keys: str = ""


def build_menus(window: QMainWindow, commands: list[Command]) -> dict[str, QAction]:
    """Put the commands into the window's menus; return the actions by their words."""
    actions: dict[str, QAction] = {}
    menus = {}
    for command in commands:
        if command.menu not in menus:
            menus[command.menu] = window.menuBar().addMenu(command.menu)
        menu = menus[command.menu]
        if not command.words:
            menu.addSeparator()
            continue
        action = QAction(command.words, window)
        action.triggered.connect(lambda _, act=command.act: act())
        if command.keys:
            action.setShortcut(QKeySequence(command.keys))
        menu.addAction(action)
        actions[command.words] = action
    return actions


def keys_help(commands: list[Command]) -> list[tuple[str, str]]:
    """Return the keys and what they do, in the order of the menus."""
    return [(command.keys, command.words) for command in commands if command.keys]
