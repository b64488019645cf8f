"""What leaves the diary: no socket, no file that others may read, no word of the person's where it does not belong."""

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.faults.power_cuts import NO_STRACE
from tests.faults.row import Row, Run

CANARY = "kanarienvogel"
TOUR = (
    ("add", f"left calf 5 min mild after run {CANARY}", "--json"),
    ("add", f"left calf 5 min mild; note {CANARY}"),
    ("add", f"calf {CANARY}"),
    ("today", "some"),
    ("flags", "--json"),
    ("triggers",),
    ("check",),
    ("backup",),
    ("export", "{home}/out.zip"),
    ("export", "{home}/out.csv"),
    ("import", "{home}/out.zip"),
    ("import", "{home}/none.zip"),
    ("check", "--rescue", "{diary}"),
    ("restore", "{home}/none.db"),
    ("demo", "{home}/demo/demo.db", "--days", "30", "--no-window"),
)
OUTSIDE = ("AF_INET", "AF_INET6", "AF_NETLINK", "AF_PACKET")
WINDOW = """
import sys
import threading
from pathlib import Path
from PySide6.QtCore import QTimer
import twitchlog.app as app
given = app.application()
def leave():  # all that is loaded after the start is loaded: that must open nothing either
    if len(threading.enumerate()) == 1:
        given.closeAllWindows()
look = QTimer(interval=500)
look.timeout.connect(leave)
look.start()
sys.exit(app.open_window(Path(sys.argv[1])))
"""
ASKED_FOR = ("out.zip", "out.csv")


def privacy(run: Run) -> Row:
    """A tour of the commands and of the window opens no socket to outside and leaves no file others may read."""
    if shutil.which("strace") is None:
        return Row(not_run=NO_STRACE)
    home = run.place("home")
    home.chmod(0o700)
    diary = home / "data" / "diary.db"
    losses: list[str] = []
    steps = [[sys.executable, "-m", "twitchlog", *_words(words, home, diary)] for words in TOUR]
    steps.append([sys.executable, "-c", WINDOW, str(diary)])
    for step in steps:
        done, sockets = _watched(step, home, diary)
        losses += [f"{_told(step)}: {line}" for line in sockets]
        if done.returncode not in {0, 1} or (step[1] == "-c" and done.returncode):
            losses.append(f"{_told(step)} ended with {done.returncode}: {done.stderr[-300:]}")
        if CANARY in done.stderr or "Traceback" in done.stderr:
            losses.append(f"{_told(step)} says on standard error: {done.stderr[-300:]}")
    losses += _too_open(home) + _with_canary(home, diary)
    controls = _controls(home, diary)
    return Row(
        len(steps),
        tuple(losses),
        sum(controls),
        len(controls),
        "control: a socket, a file for all, a logged word",
    )


def _told(step: Sequence[str]) -> str:
    return "the window" if step[1] == "-c" else " ".join(step[3:5])


def _words(words: Sequence[str], home: Path, diary: Path) -> list[str]:
    return [word.format(home=home, diary=diary) if "{" in word else word for word in words]


def _watched(
    step: Sequence[str], home: Path, diary: Path
) -> tuple["subprocess.CompletedProcess[str]", list[str]]:
    log = home.with_name("sockets.log")
    keep = {
        name: os.environ[name]
        for name in ("PATH", "LANG", "MPLCONFIGDIR", "PYTHONPATH")
        if name in os.environ
    }
    env = {
        **keep,
        "HOME": str(home),
        "TWITCHLOG_DIARY": str(diary),
        "QT_QPA_PLATFORM": "offscreen",
        "TMPDIR": str(home),
    }
    command = ["strace", "-f", "--seccomp-bpf", "-o", str(log), "-e", "trace=socket,connect", *step]
    done = subprocess.run(
        ["sh", "-c", 'umask 022 && exec "$@"', "sh", *command],
        env=env, cwd=Path.cwd(), capture_output=True, text=True, check=False, timeout=100,
    )  # fmt: skip
    lines = [line for line in log.read_text().splitlines() if any(f"({kind}," in line for kind in OUTSIDE)]
    return done, lines


def _too_open(home: Path) -> list[str]:
    """Return what others may read or enter below a home folder; what was asked for by name counts too."""
    return [
        f"{each.relative_to(home)} has mode {stat.S_IMODE(each.lstat().st_mode):o}"
        for each in sorted(home.rglob("*"))
        if not each.is_symlink()
        and each.lstat().st_mode & 0o077
        and not any(part in {".cache", "matplotlib", "fontconfig", ".fontconfig"} for part in each.parts)
    ]


def _with_canary(home: Path, diary: Path) -> list[str]:
    """Return the files with a word of the person's that are neither the diary, nor a copy of it, nor asked for."""
    known = {diary.name, *ASKED_FOR}
    return [
        f"{each.relative_to(home)} holds a word of the person's"
        for each in sorted(home.rglob("*"))
        if each.is_file()
        and each.name not in known
        and "backups" not in each.parent.name
        and not each.name.startswith("rescued-")
        and CANARY.encode() in each.read_bytes()
    ]


def _controls(home: Path, diary: Path) -> list[bool]:
    outward = "import socket; socket.socket(socket.AF_INET, socket.SOCK_STREAM).close()"
    _, sockets = _watched([sys.executable, "-c", outward], home, diary)
    log = home / "app.log"
    log.write_text(f"could not understand '{CANARY}'")
    log.chmod(0o644)
    controls = [bool(sockets), bool(_too_open(home)), bool(_with_canary(home, diary))]
    log.unlink()
    return controls
