"""``python -m tests.faults [--long] [--seed N] [--only WORD]``: prints the table of faults; 1 if a promise broke."""

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

from click import echo

from tests.faults.table import head, line, rows

SEED = 20261122


def main() -> int:
    """Run the harnesses and print a line for each."""
    asked = argparse.ArgumentParser(prog="python -m tests.faults")
    asked.add_argument("--long", action="store_true", help="try it as often as for a release")
    asked.add_argument("--seed", type=int, default=SEED)
    asked.add_argument("--only", default="", help="only the harnesses with this in their name")
    given = asked.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    folder = Path(tempfile.mkdtemp(prefix="faults-"))
    held = True
    try:
        echo(f"seed {given.seed}\n{head()}")
        for promise, name, row, took in rows(folder, long=given.long, seed=given.seed, only=given.only):
            echo(line(promise, name, row, took))
            for loss in row.losses[:10]:
                echo(f"{'':10}LOST: {loss}")
            held = held and row.holds and not (given.long and row.not_run)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    echo("every promise held" if held else "NOT every promise held")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
