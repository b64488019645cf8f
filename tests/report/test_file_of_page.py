"""``twitchlog export page.pdf``: no window, no display."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from tests.cli.said import keep
from tests.helpers import NOON, TODAY, a_day, an_episode
from tests.report.pages import second_reader, sheets_in
from twitchlog.domain.day import CheckIn
from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.report.file_of_page import write_page


def test_the_command_needs_no_display(tmp_path: Path) -> None:
    diary, path = tmp_path / "d.db", tmp_path / "page.pdf"
    keep(diary, an_episode(), an_episode(onset=NOON - timedelta(days=40)), a_day(check_in=CheckIn.ALL_LOGGED))
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    words = ["export", str(path), "--from", "2026-11-01", "--until", "2026-11-22"]
    done = subprocess.run(
        [sys.executable, "-m", "twitchlog", "--diary", str(diary), *words],
        env={name: value for name, value in os.environ.items() if name not in hidden},
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{path}: 1 page, 1 twitch, 1 to 22 Nov 2026.\n"
    made = path.read_bytes()
    assert sheets_in(made) == 1
    found = second_reader(made, tmp_path)
    assert found is None or "1 to 22 Nov 2026 (22 days)" in found


@pytest.mark.usefixtures("fonts")
def test_days_without_anything_are_said_to_be_so(tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    said = write_page(Diary(), Period.of_days(TODAY, 7), NOON, path)
    assert said == "1 page, but nothing is written down in the days 16 to 22 Nov 2026."
    assert sheets_in(path.read_bytes()) == 1


@pytest.mark.usefixtures("fonts")
def test_without_days_it_is_the_last_eight_weeks_by_the_clock_of_the_computer(tmp_path: Path) -> None:
    night = NOON.replace(hour=3)
    diary = Diary.of([an_episode(onset=night)])
    assert write_page(diary, None, night, tmp_path / "page.pdf") == "1 page, 1 twitch, 27 Sep to 21 Nov 2026."
