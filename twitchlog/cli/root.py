"""The command itself, and how it ends: 0 done, 1 could not be done, 2 wrong usage."""

import io
import sys
from collections.abc import Sequence
from importlib import import_module
from types import TracebackType

import click

from twitchlog.cli.wiring import Doors, diary_option, open_window
from twitchlog.domain.crash_words import crash_words

COMMANDS = {
    "window": "window",
    "add": "writing",
    "today": "writing",
    "import": "importing",
    "export": "exporting",
    "flags": "looking",
    "triggers": "looking",
    "check": "keeping",
    "backup": "keeping",
    "restore": "keeping",
    "demo": "demo",
}
"""Every command and its module, loaded when the command is asked for: ``add`` needs no flags, ``flags`` no zip."""


class Commands(click.Group):
    """The commands by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names in the order of the contract."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return a command, or ``None`` if there is none of this name."""
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: click.Command = getattr(import_module(f"twitchlog.cli.{module}"), f"{cmd_name}_command")
        return command


@click.group(
    cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(package_name="twitchlog")
@diary_option
@click.pass_context
def twitchlog(context: click.Context) -> None:
    """A private diary for people whose muscles twitch. Without a command it opens the window."""
    if context.invoked_subcommand is None:
        open_window()


def run(outside: Doors, arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; whatever stood in the way was said in one sentence on stderr."""
    sys.excepthook = _tell_a_bug
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


def _tell_a_bug(_: type[BaseException], error: BaseException, __: TracebackType | None) -> None:
    """Python would print messages and values, which can hold a person's words."""
    click.echo(f"Something went wrong here. The diary is safe. Details: {crash_words(error)}", err=True)


def _sentence(error: click.ClickException) -> str:
    said = (
        " ".join(error.format_message().split())
        if isinstance(error, click.UsageError)
        else error.format_message()
    )
    return f"{said} See: twitchlog --help" if isinstance(error, click.UsageError) else said
