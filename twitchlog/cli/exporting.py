"""The command ``export``: the package, the doctor's table, the doctor's page."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

import click

from twitchlog.cli.clock import now
from twitchlog.cli.wiring import (
    RefusedError,
    diary_option,
    diary_path,
    doors,
    period_of,
    period_options,
)
from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.domain.words import count

ENDINGS = ".zip (everything), .csv or .xlsx (the doctor's table) or .pdf (the doctor's page)"
NOT_YET = "The doctor's page cannot be made yet. A file ending in .csv gets the doctor's table instead."

Export: TypeAlias = Callable[[Diary, Period | None, Path], str]
"""Writes the file and returns what to say."""


@click.command("export")
@click.argument("path", type=click.Path(path_type=Path))
@period_options
@click.option("--delimiter", default=",", metavar="SIGN", help="Between the cells of the doctor's table.")
@click.option("--decimal", default=".", type=click.Choice([".", ","]), help="In the doctor's table.")
@diary_option
def export_command(path: Path, first: date | None, until: date | None, delimiter: str, decimal: str) -> None:
    """Write a file, by its ending: .zip everything, .csv or .xlsx the doctor's table, .pdf the doctor's page."""
    from twitchlog.cli.stores import whole_diary
    from twitchlog.files.safe_open import FileError

    period = period_of(first, until)
    _check_delimiter(delimiter)
    write = _export_for(path, delimiter, decimal)
    source = diary_path()
    if path.exists() and source.exists() and path.samefile(source):
        raise RefusedError(f"{path} is the diary itself. Choose another file.")
    diary = whole_diary(source)
    try:
        click.echo(write(diary, period, path))
    except FileError as error:
        raise RefusedError(str(error)) from error


def _check_delimiter(delimiter: str) -> None:
    if len(delimiter) != 1 or delimiter.isalnum() or delimiter in "\"'.-+\r\n\0":
        raise click.UsageError("--delimiter must be one sign, like ; or a tab.")


def _export_for(path: Path, delimiter: str, decimal: str) -> Export:
    match path.suffix.lower():
        case ".zip":
            return _package
        case ".csv":
            return lambda diary, period, to: _doctor_table(diary, period, to, delimiter, decimal)
        case ".xlsx":
            return _doctor_workbook
        case ".pdf":
            return _doctor_page
        case _:
            raise click.UsageError(f"The file must end in {ENDINGS}.")


def _package(diary: Diary, period: Period | None, path: Path) -> str:
    from twitchlog.files import package

    done = package.write(path, diary, period)
    others = sum(done.written.values()) - done.written["episodes"]
    others_back = sum(done.read_back.values()) - done.read_back["episodes"]
    return (
        f"{path}: {_counts(done.written['episodes'], done.read_back['episodes'])}; "
        f"{count(others, 'other entry', 'other entries')} written, {others_back:,} read back."
    )


def _doctor_table(diary: Diary, period: Period | None, path: Path, delimiter: str, decimal: str) -> str:
    from twitchlog.files import doctor_table

    done = doctor_table.write(path, doctor_table.rows(diary, period), delimiter, decimal)
    return f"{path}: {_counts(done.written[doctor_table.TABLE], done.read_back[doctor_table.TABLE])}."


def _doctor_workbook(diary: Diary, period: Period | None, path: Path) -> str:
    from twitchlog.files import doctor_table, doctor_workbook

    done = doctor_workbook.write(path, doctor_table.rows(diary, period))
    return f"{path}: {_counts(done.written[doctor_table.TABLE], done.read_back[doctor_table.TABLE])}."


def _counts(written: int, read_back: int) -> str:
    return f"{count(written, 'twitch', 'twitches')} written, {read_back:,} read back"


def _doctor_page(diary: Diary, period: Period | None, path: Path) -> str:
    paint = doors().paint_page
    if paint is None:
        raise RefusedError(NOT_YET)
    return f"{path}: {paint(diary, period, now(), path)}"
