"""What every command shares: the diary it works on, the doors to window and page, dates, sentences, JSON."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

import click

from twitchlog.cli.clock import by_local_clock
from twitchlog.domain.diary import Diary
from twitchlog.domain.errors import RecordError
from twitchlog.domain.fields import Field, Kind
from twitchlog.domain.moments import FIRST_YEAR, LAST_YEAR, check_date, check_moment
from twitchlog.domain.period import Period
from twitchlog.domain.texts import moment_from, value_from

OpenWindow: TypeAlias = Callable[[Path], int]
"""Takes the diary's path; returns the exit code."""
PaintPage: TypeAlias = Callable[[Diary, Period | None, datetime, Path], str]
"""Takes the diary, the days chosen, now and where to; returns what was written; raises FileError."""

WAIT_S = 10.0
"""How long a command waits for another program that writes to the diary."""
CHOSEN = "twitchlog.diary"
A_DAY = Field(name="date", kind=Kind.DATE, description="A day.", required=True)

MOMENT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2})(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?", re.ASCII
)

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Doors:
    """What the command line cannot do itself; ``paint_page`` is ``None`` while there is no painter."""

    open_window: OpenWindow
    paint_page: PaintPage | None = None


class RefusedError(click.ClickException):
    """It could not be done; the sentence says what to do."""

    def show(self, file: Any = None) -> None:
        """Print the sentence as it is."""
        click.echo(self.format_message(), file=file, err=file is None)


def doors() -> Doors:
    """Return the doors this run was given."""
    given: Doors = click.get_current_context().obj
    return given


def diary_option(command: F) -> F:
    """Add ``--diary``: it may stand before the command or after it, and the nearer one counts."""
    option = click.option(
        "--diary",
        type=click.Path(dir_okay=False),
        metavar="FILE",
        expose_value=False,
        is_eager=True,
        callback=_choose,
        help="The diary to use, instead of your own.",
    )
    return option(command)


def _choose(context: click.Context, _: click.Parameter, value: str | None) -> None:
    if value:
        context.meta[CHOSEN] = value


def chosen() -> str | None:
    """Return the diary given with ``--diary``, as it was typed."""
    found: str | None = click.get_current_context().meta.get(CHOSEN)
    return found


def diary_path() -> Path:
    """Return the diary to work on: ``--diary``, else ``TWITCHLOG_DIARY``, else the person's own."""
    from twitchlog.store.places import diary_file

    return diary_file(chosen())


def open_window() -> None:
    """Open the window of the diary chosen, and end with its exit code."""
    click.get_current_context().exit(doors().open_window(diary_path()))


def print_json(document: object) -> None:
    """Print one JSON document; letters beyond ASCII are escaped, so that no terminal can spoil them."""
    click.echo(json.dumps(document, indent=1))


def day_option(*names: str, of: str) -> Callable[[F], F]:
    """Return an option that takes a date like 2026-11-22."""
    return click.option(*names, metavar="DATE", callback=_day, help=of)


def _day(context: click.Context, parameter: click.Parameter, text: str | None) -> date | None:
    if text is None:
        return None
    try:
        day: date = value_from(A_DAY, text)
        check_date("date", day)
    except RecordError as error:
        raise click.BadParameter(f"{error.reason}.", context, parameter) from error
    return day


def moment_option(*names: str, of: str) -> Callable[[F], F]:
    """Return an option that takes a time like 2026-11-22T14:32, with or without seconds and offset."""
    return click.option(*names, metavar="ISO", callback=_moment, help=of)


def _moment(context: click.Context, parameter: click.Parameter, text: str | None) -> datetime | None:
    if text is None:
        return None
    match = MOMENT.fullmatch(text.strip())
    if match is None:
        raise click.BadParameter(f"“{text[:40]}” is not a time like 2026-11-22T14:32.", context, parameter)
    day, clock, seconds, offset = match.groups()
    try:
        moment = moment_from("time", f"{day}T{clock}{seconds or ':00'}{offset or 'Z'}")
        moment = moment if offset else by_local_clock(moment.replace(tzinfo=None))
        check_moment("time", moment)
    except RecordError as error:
        raise click.BadParameter(f"{error.reason}.", context, parameter) from error
    return moment


def period_options(command: F) -> F:
    """Add ``--from`` and ``--until``, both days included."""
    until = day_option("--until", of="The last day, included.")
    first = day_option("--from", "first", of="The first day.")
    return first(until(command))


def period_of(first: date | None, until: date | None) -> Period | None:
    """Return the days chosen, ``None`` for all.

    Raises:
        click.UsageError: they are the wrong way round.
    """
    if first is None and until is None:
        return None
    if first and until and until < first:
        raise click.UsageError("--until is before --from.")
    last = until or date(LAST_YEAR - 1, 12, 30)
    return Period(first or date(FIRST_YEAR + 1, 1, 2), last + timedelta(days=1))
