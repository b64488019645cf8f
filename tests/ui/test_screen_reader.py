"""The real program on a real display, used by a real client of the accessibility bus."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from twitchlog.domain.episode import Episode
from twitchlog.domain.sites import Side, Site
from twitchlog.store.store import Store

NEEDED = ("dbus-run-session", "xvfb-run")
SYSTEM_PYTHON = "/usr/bin/python3"
MISSING = 77


@pytest.mark.skipif(sys.platform != "linux", reason="the accessibility bus is Linux's")
@pytest.mark.timeout(90)
def test_a_screen_reader_logs_by_the_names_of_controls(tmp_path: Path) -> None:
    tools = [tool for tool in (*NEEDED, SYSTEM_PYTHON) if shutil.which(tool) is None]
    if tools:
        pytest.skip(f"no {', '.join(tools)} here")
    script = Path(__file__).with_name("screen_reader.py")
    diary = tmp_path / "diary.db"
    home = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    command = [
        "xvfb-run",
        "-a",
        "dbus-run-session",
        "--",
        SYSTEM_PYTHON,
        str(script),
        sys.executable,
        str(diary),
    ]
    run = subprocess.run(command, env=kept | home, capture_output=True, text=True, timeout=80, check=False)
    if run.returncode == MISSING:
        pytest.skip("no bindings for the accessibility bus here")
    assert run.returncode == 0, run.stdout + run.stderr
    assert "typed: Saved: Left calf" in run.stdout
    assert "pointed: Saved: Right eyelid" in run.stdout
    store = Store.open(diary)
    logged = [
        (each.site, each.side, each.intensity, each.duration_s) for each in store.diary().every(Episode)
    ]
    store.close()
    assert sorted(logged) == [(Site.CALF, Side.LEFT, 2, 300), (Site.EYELID, Side.RIGHT, 3, None)]
