"""Commands that write into the diary: ``add`` and ``today``."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import click

from twitchlog.cli.clock import now
from twitchlog.cli.sentences import record_line, what_is_missing
from twitchlog.cli.wiring import (
    RefusedError,
    day_option,
    diary_option,
    diary_path,
    moment_option,
    print_json,
)
from twitchlog.domain import words
from twitchlog.domain.clock_doubt import clock_doubt
from twitchlog.domain.day import CheckIn, Day
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode
from twitchlog.domain.exposures import Exercise
from twitchlog.domain.moments import local_day
from twitchlog.domain.period import Period
from twitchlog.domain.quick_entry.understood import Understood, choices_json
from twitchlog.domain.record import Record, table_of
from twitchlog.domain.texts import given
from twitchlog.store.here import zone_name

CHECK_INS = {"none": CheckIn.NONE, "all": CheckIn.ALL_LOGGED, "some": CheckIn.SOME_LOGGED}
LOOK_BACK = timedelta(days=60)
"""How far ``add`` reads: the last twitch for "again", exercise of the last hours, the days a line can mean."""
ADDED = ("episodes", "exercise", "caffeine", "stress", "sitting")


@click.command("add")
@click.argument("line", nargs=-1, required=True)
@moment_option("--at", of="What “now” means, like 2026-11-22T14:32.")
@click.option("--dry-run", is_flag=True, help="Show what would be saved; save nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@diary_option
def add_command(line: tuple[str, ...], at: datetime | None, *, dry_run: bool, as_json: bool) -> None:
    """Log from a typed line, like: twitchlog add "left calf 5 min mild after run, 2 coffees"."""
    from twitchlog.cli.stores import opened, recent_diary_if_any

    moment = at or now()
    diary = recent_diary_if_any(diary_path(), (moment - LOOK_BACK).date())
    understood = _understood(" ".join(line), diary, moment)
    saved = understood.complete and not dry_run
    if saved:
        with opened(diary_path(), create=True) as store:
            doubt = clock_doubt(now(), store.newest_written())
            store.put([*understood.records, *no_longer_none(diary, understood.records)])
        if doubt:
            click.echo(doubt, err=True)
    if as_json:
        print_json(_document(understood, saved=saved))
    elif understood.complete:
        click.echo("Saved:" if saved else "This would be saved:")
        click.echo("\n".join(f"  {record_line(record)}" for record in understood.records))
    if not understood.complete:
        raise RefusedError(what_is_missing(understood))


def _understood(line: str, diary: Diary, moment: datetime) -> Understood:
    from uuid import uuid4

    from twitchlog.domain.quick_entry import understand, vocabulary_of

    day_start = diary.settings.day_start
    return understand(
        line,
        now=moment,
        new_id=lambda: str(uuid4()),
        zone=zone_name(),
        last=next(diary.newest_first(Episode), None),
        exercise=tuple(diary.every(Exercise)),
        day=diary.day(local_day(moment, day_start)),
        day_start=day_start,
        known=vocabulary_of(diary.settings),
    )


def no_longer_none(diary: Diary, records: Iterable[Record]) -> list[Day]:
    """Return the days that were closed as without twitches and now have one: their check-in is taken back."""
    records = list(records)
    twitched = {diary.day_of(record) for record in records if isinstance(record, Episode) and record.counted}
    said = {record.date for record in records if isinstance(record, Day)}
    days = [diary.day(day) for day in sorted(twitched - said)]
    return [replace(day, check_in=None) for day in days if day is not None and day.check_in is CheckIn.NONE]


def _document(understood: Understood, *, saved: bool) -> dict[str, Any]:
    """Return the contract's JSON of ``add``; ``problem`` is there only for a line that no answer can mend."""
    rows: dict[str, list[dict[str, Any]]] = {table: [] for table in ADDED}
    for record in understood.records:
        if not isinstance(record, Day):
            rows[table_of(record)].append(given(table_of(record), record))
    day = given("days", understood.day) if understood.day else None
    problem = {"problem": understood.problem} if understood.problem else {}
    return {"saved": saved, **rows, "day": day, **choices_json(understood.asks), **problem}


@click.command("today")
@click.argument("twitches", type=click.Choice(tuple(CHECK_INS)))
@day_option("--date", "day", of="Another day than today.")
@diary_option
def today_command(twitches: str, day: date | None) -> None:
    """Close the day: no twitches, all of them written down, or some not."""
    from twitchlog.cli.stores import opened

    moment = now()
    with opened(diary_path(), create=True) as store:
        diary = store.recent_diary(min(day or moment.date(), moment.date()) - timedelta(days=1))
        day = day or local_day(moment, diary.settings.day_start)
        known = diary.day(day) or Day(date=day, recorded_at=moment)
        if twitches == "none":
            _check_none(diary, day)
        store.put([replace(known, check_in=CHECK_INS[twitches])])
    click.echo(f"{words.long_day(day)}: {words.CHECK_INS[CHECK_INS[twitches]]}.")


def _check_none(diary: Diary, day: date) -> None:
    """Refuse to close a day as without twitches that has some.

    Raises:
        RefusedError: says how many.
    """
    found = [each for each in diary.within(Episode, Period.of_days(day, 1)) if each.counted]
    if found:
        number = words.count(len(found), "twitch is", "twitches are")
        raise RefusedError(
            f"Not saved: {number} written down on {words.day(day)}. Say all or some, or delete what is wrong first."
        )
