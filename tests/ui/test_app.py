"""What the program does around its window: nothing of it is left behind, and a wrong clock is asked about."""

import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.helpers import NOON, an_episode
from tests.ui.conftest import MakeWindow
from tests.ui.hands import type_line
from twitchlog import app
from twitchlog.store.store import Store
from twitchlog.ui.main_window import MainWindow

SAY_WHAT_IS_LEFT = """
import os, resource
from pathlib import Path
from twitchlog.app import keep_private
keep_private()
print(oct(os.umask(0)), resource.getrlimit(resource.RLIMIT_CORE), Path("/proc/self/coredump_filter").read_text(), sep="|")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps pictures of a crash in this way")
def test_a_crash_leaves_no_picture_of_the_diary_behind() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SAY_WHAT_IS_LEFT], capture_output=True, text=True, check=True
    )
    umask, limits, kept = done.stdout.strip().split("|")
    assert (umask, limits, int(kept, 16)) == ("0o77", "(0, 0)", 0)


def test_a_clock_that_was_set_back_is_asked_about_and_nothing_is_refused(
    make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = NOON + timedelta(days=3)
    window = make_window(an_episode(onset=late, recorded_at=late))
    monkeypatch.setattr(app, "now", lambda: NOON)
    app._look_first(window)
    assert "but the newest entry was written on Wednesday 25 November" in window.bar.text.text()


def test_a_clock_that_can_be_right_is_not_mentioned(
    make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window(an_episode())
    monkeypatch.setattr(app, "now", lambda: NOON)
    app._look_first(window)
    assert window.bar.text.text() == ""


def test_a_diary_that_another_computer_has_open_can_be_read_and_says_so(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    diary = tmp_path / "diary.db"
    with closing(Store.open(diary)) as store:
        store.put([an_episode()])
    (tmp_path / "diary.db.window").write_text("4242\ntwitchlog\nthe-laptop\n\n")
    said: list[str] = []

    def look() -> None:
        window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
        type_line(window, "left calf")
        said.append(window.bar.text.text())
        window.close()

    QTimer.singleShot(300, look)
    assert app.open_window(diary) == 0
    assert said[0].startswith("This diary can only be read: the computer the-laptop has it open.")
    with closing(Store.open(diary)) as store:
        assert len(store.diary()) == 1
