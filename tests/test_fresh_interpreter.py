"""What is loaded, and when: asked of an interpreter of its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("PySide6", "matplotlib", "numpy", "sqlite_utils")

WHAT_IS_LOADED = "import json, sys; print(json.dumps([name for name in {names} if name in sys.modules]))"

AFTER_THE_FIRST_PAINT = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow
from twitchlog.app import open_window

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow):
            print("painted", *sorted(sys.modules), sep="\\n", flush=True)
            QApplication.exit()
        return False

real_exec = QApplication.exec

def watched_exec(*_):
    watcher = FirstPaint()
    QApplication.instance().installEventFilter(watcher)
    return real_exec()

QApplication.exec = watched_exec
open_window(Path(sys.argv[1]))
"""

SLOTS_AND_NONE = """
import sys
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

app = QCoreApplication([])

class Speaker(QObject):
    said = Signal(object)

speaker, heard = Speaker(), []
speaker.said.connect(heard.append)

def a_call() -> None:
    speaker.setProperty("x", None)
    speaker.property("x")
    speaker.parent()
    speaker.setParent(None)
    speaker.setObjectName("speaker")
    speaker.said.emit(None)
    app.processEvents()
    heard.clear()

for _ in range(100):
    a_call()
before = sys.getrefcount(None)
for _ in range(1_000):
    a_call()
print(sys.getrefcount(None) - before)
"""


def run(program: str, *arguments: str) -> str:
    """Return what a program prints; a failing one fails the test with its own words."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program, *arguments],
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def loaded_by(module: str) -> list[str]:
    """Return what of the heavy libraries importing a module loads."""
    loaded: list[str] = json.loads(run(f"import {module}; " + WHAT_IS_LOADED.format(names=HEAVY)))
    return loaded


def test_the_question_itself_can_be_answered_with_yes() -> None:
    assert loaded_by("numpy") == ["numpy"]


def test_the_command_line_loads_nothing_heavy() -> None:
    assert loaded_by("twitchlog.cli") == []


@pytest.mark.parametrize("module", ["twitchlog.domain.diary", "twitchlog.domain.fields"])
def test_the_domain_loads_nothing_heavy(module: str) -> None:
    assert loaded_by(module) == []


def test_after_the_first_paint_there_is_no_matplotlib_yet(tmp_path: Path) -> None:
    painted, *modules = run(AFTER_THE_FIRST_PAINT, str(tmp_path / "diary.db")).splitlines()
    assert painted == "painted"
    assert "twitchlog.app" in modules
    assert not {"matplotlib", "numpy", "sqlite_utils"} & set(modules)


def test_qt_calls_lose_no_references_to_none() -> None:
    """PySide6 6.12.0 on Python 3.11 loses some with each call and aborts when none is left."""
    lost = -int(run(SLOTS_AND_NONE))
    assert lost < 10
