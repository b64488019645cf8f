"""The command itself, and how it ends: 0 done, 1 could not be done, 2 wrong usage."""

import io
import sys
from collections.abc import Sequence

import click

from twitchlog.cli.demo import demo
from twitchlog.cli.exporting import export
from twitchlog.cli.importing import import_
from twitchlog.cli.keeping import backup, check, restore
from twitchlog.cli.looking import flags, triggers
from twitchlog.cli.wiring import Doors, diary_option, diary_path, doors
from twitchlog.cli.writing import add, today


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="twitchlog")
@diary_option
@click.pass_context
def twitchlog(context: click.Context) -> None:
    """A private diary for people whose muscles twitch. Without a command it opens the window."""
    if context.invoked_subcommand is None:
        context.invoke(window)


@twitchlog.command()
@diary_option
def window() -> None:
    """Open the window; a second start brings the first to the front."""
    click.get_current_context().exit(doors().open_window(diary_path()))


for command in (add, today, import_, export, flags, triggers, check, backup, restore, demo):
    twitchlog.add_command(command)


def run(outside: Doors, arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; whatever stood in the way was said in one sentence on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = twitchlog.main(arguments, prog_name="twitchlog", obj=outside, standalone_mode=False)
    except click.ClickException as error:
        click.echo(_sentence(error), err=True)
        return error.exit_code
    except click.Abort:
        click.echo("Stopped. What was already saved stays.", err=True)
        return 1
    return code if isinstance(code, int) else 0


def _sentence(error: click.ClickException) -> str:
    said = error.format_message()
    return f"{said} See: twitchlog --help" if isinstance(error, click.UsageError) else said
