"""``kill -9`` while a person types: what was typed two seconds before is offered again."""

import contextlib
import os
import subprocess
import sys
import time
from pathlib import Path

from tests.faults.row import Row, Run
from twitchlog.store.store import Store

TEXT = "left calf 5 min mild after run, 2 coffees, in the kitchen while standing " * 8
LETTER_MS = 40
LOST_AT_MOST_S = 2.0
TYPING = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
import twitchlog.app as app
from twitchlog.store.preferences import Preferences
from twitchlog.store.store import Store
from twitchlog.ui.today import drafting
path, text, letter_ms, keep_ms = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
drafting.KEEP_DRAFT_MS = keep_ms
given = app.application()
window = app.assembled(Store.open(path), Preferences())
window.show()
window.journal.start_reading()
field, typed = window.pages["today"].quick.field, 0
def letter():
    global typed
    if typed < len(text):
        QTest.keyClick(field, text[typed])
        typed += 1
        print(typed, time.monotonic(), flush=True)
timer = QTimer(interval=letter_ms)
timer.timeout.connect(letter)
timer.start()
sys.exit(given.exec())
"""


def typing(run: Run) -> Row:
    """A kill loses at most the last two seconds of typing."""
    if sys.platform == "win32":
        return Row(not_run="a process cannot be killed so")
    count, controls = run.times(2, 60), run.times(1, 5)
    chance = run.chance
    losses = [
        f"kill {number}: {lost}"
        for number in range(count)
        if (lost := _lost(run.place(f"typing-{number}"), chance.uniform(2.5, 5.0), keep_ms=1_000))
    ]
    noticed = sum(
        bool(_lost(run.place(f"control-{number}"), 3.0, keep_ms=600_000)) for number in range(controls)
    )
    return Row(count, tuple(losses), noticed, controls, "control: kept every ten minutes")


def _lost(folder: Path, after_s: float, *, keep_ms: int) -> str:
    """Type, kill, and return what is lost that should not be; empty if nothing."""
    diary = folder / "diary.db"
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(folder)}
    words = [sys.executable, "-c", TYPING, str(diary), TEXT, str(LETTER_MS), str(keep_ms)]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=env
    ) as person:
        assert person.stdout is not None
        typed = [_said(person.stdout.readline())]
        end = time.monotonic() + after_s
        while time.monotonic() < end:
            typed.append(_said(person.stdout.readline()))
        killed = time.monotonic()
        person.kill()
        rest = person.stdout.read()
    typed += [_said(line) for line in rest.splitlines(keepends=True) if line.endswith("\n")]
    sure = max((letters for letters, at in typed if at < killed - LOST_AT_MOST_S), default=0)
    with contextlib.closing(Store.open(diary)) as store:
        kept = store.draft()
    if not TEXT.startswith(kept):
        return f"another text: {kept[-40:]}"
    return "" if len(kept) >= sure else f"{len(kept)} letters kept of {sure}"


def _said(line: str) -> tuple[int, float]:
    letters, at = line.split()
    return int(letters), float(at)
