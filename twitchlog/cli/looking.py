"""Commands that say what the diary shows: ``flags`` and ``triggers``."""

from datetime import date, timedelta

import click

from twitchlog.cli.clock import now
from twitchlog.cli.wiring import (
    day_option,
    diary_option,
    diary_path,
    period_of,
    period_options,
    print_json,
)
from twitchlog.domain.moments import local_day
from twitchlog.domain.words import count
from twitchlog.domain.words import day as day_words
from twitchlog.insight.flags import Flag, flags
from twitchlog.insight.flags.gathered import LONGEST_WINDOW
from twitchlog.insight.flags.levels import LEVELS

FLAGS_READ = timedelta(days=LONGEST_WINDOW + 5)
"""What the flags look at, and a few days for the offsets of clocks."""


@click.command("flags")
@day_option("--on", of="As of another day than today.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@diary_option
def flags_command(on: date | None, *, as_json: bool) -> None:
    """Show what the sidebar shows: what the diary points out, and why."""
    from twitchlog.cli.stores import recent_diary

    moment = now()
    diary = recent_diary(diary_path(), (on or moment.date()) - FLAGS_READ)
    on = on or local_day(moment, diary.settings.day_start)
    raised = flags(diary, on)
    if as_json:
        shown, quiet = [flag.row() for flag in raised.shown], [flag.row() for flag in raised.quiet]
        print_json({"on": on.isoformat(), "flags": shown, "quiet": quiet})
        return
    for flag in raised.shown:
        click.echo(f"{_flag_words(flag)}\n")
    for flag in raised.quiet:
        click.echo(f"{flag.title} - {_why_quiet(flag)}")
    if not raised.shown and not raised.quiet:
        click.echo("Nothing to point out.")


def _flag_words(flag: Flag) -> str:
    return f"{LEVELS[flag.level]}: {flag.title}\n  {flag.text}\n  {flag.why}"


def _why_quiet(flag: Flag) -> str:
    if flag.discussed_on:
        return f"discussed on {day_words(flag.discussed_on)}."
    return f"hidden until {day_words(flag.hidden_until)}." if flag.hidden_until else ""


@click.command("triggers")
@period_options
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@diary_option
def triggers_command(first: date | None, until: date | None, *, as_json: bool) -> None:
    """Show what goes with what: exercise, caffeine, stress, sitting, short sleep."""
    from twitchlog.cli.stores import whole_diary
    from twitchlog.insight.triggers import triggers
    from twitchlog.insight.triggers.words import NAMES, long_text

    period_of(first, until)
    found = triggers(whole_diary(diary_path()), first, until)
    if as_json:
        print_json(found.row())
        return
    days, twitches = count(found.complete_days, "complete day"), count(found.onsets, "twitch", "twitches")
    click.echo(f"{twitches} in the waking hours of {days}.\n")
    for row in found.rows:
        click.echo(f"{NAMES[row.exposure]}: {long_text(row)}\n")
