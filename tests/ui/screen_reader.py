"""Logs a twitch as a screen reader does: finds controls by their names and acts on them.

Run by the system's Python inside a private bus, because the bindings for the accessibility bus come with the system:
``dbus-run-session -- python3 screen_reader.py PYTHON DIARY``. Prints what it found, one finding a line; exits with 77
where the bindings or the bus are missing.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

try:
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi
except (ImportError, ValueError):
    sys.exit(77)

PATIENCE_S = 25.0
BUTTON = ("push button", "button")
"""What the bus calls a button, before and since its version 2.53."""


def everything(under: Any) -> Iterator[Any]:
    """Yield a node and all below it."""
    yield under
    for number in range(under.get_child_count()):
        child = under.get_child_at_index(number)
        if child is not None:
            yield from everything(child)


def until(found: Callable[[], Any], what: str) -> Any:
    """Return what is found within the patience; the window answers in its own time."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        try:
            thing = found()
        except gi.repository.GLib.Error:  # a control went while it was looked at
            thing = None
        if thing is not None:
            return thing
        time.sleep(0.1)  # noqa: TID251 - another process is waited for, and it sends nothing
    sys.exit(f"not found: {what}")


def the_window() -> Any:
    """Return the program on the bus, once it is there."""
    desktop = Atspi.get_desktop(0)
    for number in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(number)
        if program is not None and program.get_name() == "twitchlog" and program.get_child_count():
            return program
    return None


def named(program: Any, name: str, role: str | tuple[str, ...]) -> Any:
    """Return the control that is called so and has this role."""

    roles = (role,) if isinstance(role, str) else role

    def look() -> Any:
        for node in everything(program):
            if node.get_role_name() in roles and node.get_name() == name:
                return node
        return None

    return until(look, f"{roles[0]} “{name}”")


def act(node: Any, action: str) -> None:
    """Do one of the actions a control offers."""
    for number in range(node.get_n_actions()):
        if node.get_action_name(number).lower() == action.lower():
            node.do_action(number)
            return
    offered = [node.get_action_name(number) for number in range(node.get_n_actions())]
    sys.exit(f"{node.get_name()} offers {offered}, not {action}")


def log_by_typing(program: Any) -> None:
    """Fill the typed line, press Log it, find the row."""
    line = named(program, "Type what happened", "text")
    line.set_text_contents("left calf 5 min mild")
    act(named(program, "Log it", BUTTON), "Press")
    toast = named(program, "Saved: Left calf", "label")
    print("typed:", toast.get_name())  # noqa: T201 - a script that says what it found
    row = until(
        lambda: next(
            (n for n in everything(program) if "Left calf mild 5 min" in (n.get_name() or "")), None
        ),
        "the row",
    )
    print("row:", row.get_name())  # noqa: T201


def log_by_pointing(program: Any) -> None:
    """Toggle a place of the figure, take a strength, save."""
    place = named(program, "Right eyelid", "check box")
    act(place, "Toggle")
    until(
        lambda: place if place.get_state_set().contains(Atspi.StateType.CHECKED) else None,
        "the checked place",
    )
    act(named(program, "3 moderate", "check box"), "Toggle")
    act(named(program, "Save", BUTTON), "Press")
    toast = named(program, "Saved: Right eyelid", "label")
    print("pointed:", toast.get_name())  # noqa: T201


def main() -> None:
    """Start the program, log twice, close it."""
    python, diary = sys.argv[1:]
    if Atspi.init() not in (0, 1):
        sys.exit(77)
    environment = os.environ | {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"}
    program = subprocess.Popen([python, "-m", "twitchlog", "--diary", diary], env=environment)
    try:
        window = until(the_window, "the program on the bus")
        log_by_typing(window)
        log_by_pointing(window)
    finally:
        program.terminate()
        program.wait()


if __name__ == "__main__":
    main()
