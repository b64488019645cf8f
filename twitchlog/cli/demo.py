"""The command ``demo``: a made-up diary to look around in."""

from datetime import date, timedelta
from pathlib import Path

import click

from twitchlog.cli.clock import now
from twitchlog.cli.wiring import RefusedError, day_option, diary_option, diary_path, doors
from twitchlog.domain.moments import local_day
from twitchlog.domain.words import count

NAME = "made-up.db"


@click.command("demo")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--seed", default=1, show_default=True, help="Another number, another diary.")
@click.option("--days", default=365, show_default=True, type=click.IntRange(1, 36_500))
@click.option(
    "--episodes", type=click.IntRange(0, 1_000_000), help="Twitches in all; three a day if not given."
)
@day_option("--last", of="The last day; yesterday if not given.")
@click.option("--no-window", is_flag=True, help="Only make it.")
@diary_option
def demo_command(
    path: Path | None, seed: int, days: int, episodes: int | None, last: date | None, *, no_window: bool
) -> None:
    """Make a diary of a made-up year and open it. The same seed and last day give the same diary."""
    import tempfile

    from twitchlog.cli.stores import opened
    from twitchlog.domain.settings import DiarySettings
    from twitchlog.files.made_up.year import made_up

    path = path or Path(tempfile.mkdtemp(prefix="twitchlog-demo-")) / NAME
    _keep_off_others(path)
    records = made_up(seed, days, episodes, last or local_day(now()) - timedelta(days=1))
    with opened(path, create=True) as store:
        store.add_new(records)
        store.put_settings(DiarySettings(made_up=True))
        twitches = store.counts()["episodes"]
    click.echo(
        f"{path}: a made-up diary with {count(twitches, 'twitch', 'twitches')} in {count(days, 'day')}."
    )
    if not no_window:
        click.get_current_context().exit(doors().open_window(path))


def _keep_off_others(path: Path) -> None:
    """Refuse to write where something is, or where the person's own diary would be."""
    if path.absolute() == diary_path().absolute():
        raise RefusedError(f"{path} is the place of your own diary. Choose another file for the made-up one.")
    if path.exists() or path.is_symlink():
        raise RefusedError(f"{path} is there already. Choose a new file for the made-up diary.")
