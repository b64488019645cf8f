"""A window that stays open for days: what it does over and over must not pile up."""

import os
import subprocess
import sys

from tests.faults.row import Row, Run

MOST_MB, REDRAWS = 5.0, 500
"""What so many redraws of charts may add. The short run draws fewer, so it sees no more than a leak of each picture."""
SETTLING_MB = 8.0
"""What caches that still fill after the first rounds may take: seen 1.4 to 5.1 MB; the control adds 24 and more."""
CHARTS = 10
"""Charts that a round draws again."""
LEAKS = 4


def open_long(run: Run) -> Row:
    """Entries, undo and every page drawn again go on and on without growth, and nothing loses references."""
    if sys.platform != "linux":
        return Row(not_run="what is resident is read from /proc")
    rounds, grown, nones = _lived(run.times(8, 40), run.times(10, 1_000), "no")
    allowed = SETTLING_MB + MOST_MB * max(rounds * CHARTS, REDRAWS) / REDRAWS
    losses = [f"grew by {grown:.1f} MB in {rounds} rounds"] if grown > allowed else []
    losses += [f"None lost {-nones} references"] if nones < -rounds else []
    _, leaked, _ = _lived(1, LEAKS, "leak")
    note = f"{grown:+.1f} MB; control: each picture is kept"
    return Row(rounds, tuple(losses), int(leaked > allowed), 1, note)


def _lived(warm: int, rounds: int, leak: str) -> tuple[int, float, int]:
    words = [sys.executable, "-m", "tests.faults.living", str(warm), str(rounds), "0", leak]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(words, capture_output=True, text=True, env=env, check=True)
    rounds_done, grown, nones = done.stdout.split()
    return int(rounds_done), float(grown), int(nones)
