"""The command ``window``, which is also what happens without a command."""

import click

from twitchlog.cli.wiring import diary_option, open_window


@click.command("window")
@diary_option
def window_command() -> None:
    """Open the window; a second start brings the first to the front."""
    open_window()
