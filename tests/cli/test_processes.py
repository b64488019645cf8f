import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.said import diary_at, keep
from tests.helpers import a_day


@pytest.fixture
def env(own: Path) -> dict[str, str]:
    return {**os.environ, "TWITCHLOG_DIARY": str(own), "PYTHONIOENCODING": "ascii", "TZ": "Asia/Kathmandu"}


def test_a_whole_visit(env: dict[str, str], own: Path, tmp_path: Path) -> None:
    def twitchlog_(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "twitchlog", *words],
            env=env,
            capture_output=True,
            text=True,
            timeout=50,
            check=False,
        )

    added = twitchlog_("add", "left calf mild, höre 🦵", "--json")
    assert added.returncode == 0, added.stderr
    (episode,) = json.loads(added.stdout)["episodes"]
    assert episode["zone"] == "Asia/Kathmandu"
    assert episode["onset"].endswith("+05:45")
    assert twitchlog_("export", str(tmp_path / "d.zip")).returncode == 0
    assert twitchlog_("flags", "--json").returncode == 0
    assert twitchlog_("add", "calf").returncode == 1
    assert twitchlog_("frob").returncode == 2
    assert len(diary_at(own)) == 1


@pytest.mark.parametrize(
    "words",
    [
        ("--help",),
        ("add", "left calf"),
        ("today", "some"),
        ("flags", "--json"),
        ("add", "left calf", "--json"),
    ],
)
def test_what_must_be_quick_loads_nothing_heavy(
    env: dict[str, str], own: Path, words: tuple[str, ...]
) -> None:
    keep(own, a_day())
    program = (
        "import sys\nfrom twitchlog.__main__ import main\n"
        f"sys.argv[1:] = {list(words)!r}\ncode = main()\n"
        "heavy = {'PySide6', 'matplotlib', 'numpy', 'sqlite_utils', 'zipfile', 'tempfile'} & set(sys.modules)\n"
        "assert (code, heavy) == (0, set()), (code, heavy)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env=env, capture_output=True, text=True, timeout=50, check=False
    )
    assert done.returncode == 0, done.stderr
