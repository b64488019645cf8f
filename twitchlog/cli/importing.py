"""The command ``import``: each file is taken whole or not at all."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from twitchlog.cli.clock import now
from twitchlog.cli.wiring import RefusedError, diary_option, diary_path, print_json
from twitchlog.domain.record import Record, table_of
from twitchlog.domain.words import count, listed
from twitchlog.files.harvest import Refusal

SHOWN_REFUSALS = 10
WHAT_IS_READ = "So far packages are taken in, as made by: twitchlog export diary.zip"


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one file: counts by table, refused rows; ``problem`` if it could not be read or saved."""

    path: Path
    form: str | None = None
    added: dict[str, int] = field(default_factory=dict)
    present: dict[str, int] = field(default_factory=dict)
    refused: tuple[Refusal, ...] = ()
    problem: str = ""
    done: bool = False

    def row(self) -> dict[str, Any]:
        """Return the contract's JSON; ``problem`` is there only if there is one."""
        problem = {"problem": self.problem} if self.problem else {}
        return {
            "path": str(self.path),
            "format": self.form,
            "added": self.added,
            "present": self.present,
            "refused": [
                {"table": each.table, "row": each.row, "reason": each.reason} for each in self.refused
            ],
            "done": self.done,
            **problem,
        }


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option("--dry-run", is_flag=True, help="Show what would be added; add nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@diary_option
def import_command(paths: tuple[Path, ...], *, dry_run: bool, as_json: bool) -> None:
    """Take in files; a file with a row that cannot be read adds nothing at all."""
    results = [_imported(path, dry_run=dry_run) for path in paths]
    if as_json:
        print_json({"files": [result.row() for result in results]})
    else:
        for result in results:
            if not result.problem and not result.refused:
                click.echo(_imported_words(result, dry_run=dry_run))
    failed = [_refused_words(result) for result in results if result.problem or result.refused]
    if failed:
        raise RefusedError("\n".join(failed))


def _imported(path: Path, *, dry_run: bool) -> Imported:
    from twitchlog.files import package
    from twitchlog.files.safe_open import FileError

    try:
        harvest = package.read(path)
    except FileError as error:
        return Imported(path, problem=f"{error} {WHAT_IS_READ}")
    if harvest.refused:
        return Imported(path, package.FORMAT, refused=harvest.refused)
    try:
        added = _would_add(harvest.records) if dry_run else _added(harvest.records)
    except RefusedError as error:
        return Imported(path, package.FORMAT, problem=error.message)
    tables = Counter(map(table_of, harvest.records))
    present = {table: number - added[table] for table, number in tables.items() if number > added[table]}
    return Imported(
        path, package.FORMAT, {table: added[table] for table in tables}, present, done=not dry_run
    )


def _added(records: Sequence[Record]) -> Counter[str]:
    """Add what is new, after a backup of what is there; return how many by table."""
    from twitchlog.cli.stores import opened
    from twitchlog.store.backups import backup

    with opened(diary_path(), create=True) as store:
        if records and store.writes():
            backup(store, "before-import", now())
        edits, _ = store.add_new(records)
    return Counter(table_of(edit.after) for edit in edits if edit.before is None and edit.after is not None)


def _would_add(records: Sequence[Record]) -> Counter[str]:
    """Return how many are new, without writing; what lies in the trash counts as there."""
    from twitchlog.cli.stores import opened

    path = diary_path()
    if not path.exists():
        return Counter(map(table_of, records))
    with opened(path, reading=True) as store:
        diary, deleted = store.diary(), store.deleted()
    there = {(type(record), record.id) for _, record in deleted}
    for month in diary.months.values():
        there.update((type(row), row.id) for rows in month.rows.values() for row in rows)
    return Counter(table_of(record) for record in records if (type(record), record.id) not in there)


def _imported_words(result: Imported, *, dry_run: bool) -> str:
    verb = "would be added" if dry_run else "added"
    new = listed([f"{table} {number:,}" for table, number in result.added.items() if number]) or "nothing"
    old = listed([f"{table} {number:,}" for table, number in result.present.items()])
    already = f" Already there: {old}." if old else ""
    return f"{result.path}: {verb}: {new}.{already}"


def _refused_words(result: Imported) -> str:
    if result.problem:
        return result.problem
    shown = [f"  {each.table}.csv, row {each.row}: {each.reason}" for each in result.refused[:SHOWN_REFUSALS]]
    if len(result.refused) > SHOWN_REFUSALS:
        shown.append(f"  and {len(result.refused) - SHOWN_REFUSALS:,} more")
    rows = count(len(result.refused), "row")
    return "\n".join(
        [f"{result.path}: nothing was added; {rows} cannot be read. Please correct and try again:", *shown]
    )
