"""Measures every budget and prints the table: ``python -m tests.bench [--quick] [--only WORD] [--json]``."""

import json
import os
import platform
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from tests.bench import charts, command, package, pages, saving, start, triggers
from tests.bench.diaries import Diaries
from tests.bench.table import Row, as_json, as_text

FAMILIES = {
    "start": start.rows,
    "saving": saving.rows,
    "charts": charts.rows,
    "triggers": triggers.rows,
    "command": command.rows,
    "package": package.rows,
    "pages": pages.rows,
}


@click.command()
@click.option(
    "--quick", is_flag=True, help="18,000 episodes where the budgets say 100,000, and fewer rounds."
)
@click.option("--only", type=click.Choice(list(FAMILIES)), multiple=True, help="Measure this family only.")
@click.option("--json", "for_programs", is_flag=True, help="Print one JSON document instead of the table.")
def main(*, quick: bool, only: tuple[str, ...], for_programs: bool) -> None:
    """Measure twitchlog against its floors, in turn, on this machine, now."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    rows: list[Row] = []
    with TemporaryDirectory(prefix="twitchlog-bench-") as folder:
        os.environ.update(HOME=folder, XDG_CACHE_HOME=f"{folder}/cache", MPLCONFIGDIR=f"{folder}/matplotlib")
        diaries = Diaries(Path(folder), quick=quick)
        for name in only or FAMILIES:
            click.echo(f"measuring: {name}", err=True)
            rows += FAMILIES[name](diaries)
    machine = (
        f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores, load {_load()}"
    )
    if for_programs:
        click.echo(json.dumps({"machine": machine, "quick": quick, "rows": as_json(rows)}, indent=1))
    else:
        click.echo(f"{machine}{', quick' if quick else ''}\n\n{as_text(rows)}")


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


if __name__ == "__main__":
    sys.exit(main())
