"""The package: a zip with one CSV per table and a datapackage.json that describes every field.

What is written comes back equal: an empty diary that takes a package is the diary it was made from.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import BinaryIO, TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from twitchlog.domain.diary import Diary
from twitchlog.domain.errors import RecordError
from twitchlog.domain.fields import FIELDS
from twitchlog.domain.period import Period
from twitchlog.domain.record import TABLES, Record
from twitchlog.files.csv_rows import RowReader, rows_of
from twitchlog.files.harvest import Harvest, Refusal
from twitchlog.files.package_description import description
from twitchlog.files.safe_open import DAMAGE, FileError, opened_zip
from twitchlog.files.written import Written, compared, replacing, to_disk

FORMAT = "twitchlog-package"
DESCRIPTION = "datapackage.json"
LITTER = ("__MACOSX/", ".DS_Store")
"""What one system puts into every zip it makes; never opened."""
QUICKEST = 1
"""Of zlib's levels: under half the time of the usual one for a seventh more bytes (measured on 100,000 rows)."""
BATCH = 500
Sums: TypeAlias = dict[str, tuple[int, int]]

MOST_ROWS = 1_000_000
MOST_REFUSALS = 1_000


def member(table: str) -> str:
    """Return the name of a table's file in the zip."""
    return f"{table}.csv"


def write(path: Path, diary: Diary, period: Period | None = None) -> Written:
    """Write all records of the diary, or those of a period, each table in the order of time.

    The same records give the same bytes. The file is read back before it takes its place.

    Raises:
        FileError: the disk refuses, or the file did not read back as written.
    """
    with replacing(path) as file:
        written: dict[str, int] = {}
        with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=QUICKEST) as archive:
            for table, kind in TABLES.items():
                records = diary.every(kind) if period is None else diary.within(kind, period)
                written[table] = _write_table(archive, table, records)
            archive.writestr(ZipInfo(DESCRIPTION), description(written), ZIP_DEFLATED)
        to_disk(file)
        read_back, same = _read_back(file, _sums(archive))
        return compared(path, written, read_back, same=same)


def _write_table(archive: ZipFile, table: str, records: Iterator[Record]) -> int:
    """Write one table in batches, so that no table is ever in memory as text; return its rows."""
    count = 0
    rows = rows_of(table, records)
    batch = [[field.name for field in FIELDS[table]]]
    with archive.open(member(table), "w") as file:
        while batch:
            text = io.StringIO(newline="")
            csv.writer(text).writerows(batch)
            file.write(text.getvalue().encode())
            count += len(batch)
            batch = list(islice(rows, BATCH))
    return count - 1


def _read_back(file: BinaryIO, sums: Sums) -> tuple[dict[str, int], bool]:
    """Return the rows of each table in the file, and whether all of it reads as it was written."""
    try:
        with ZipFile(file) as archive:
            return {table: _rows_in(archive, table) for table in TABLES}, _sums(archive) == sums
    except (*DAMAGE, csv.Error, UnicodeDecodeError):
        return {}, False


def _rows_in(archive: ZipFile, table: str) -> int:
    """Return how many rows a table in the file has; zipfile checks its sum on the way."""
    with archive.open(member(table)) as file, io.TextIOWrapper(file, "utf-8", newline="") as text:
        return sum(1 for _ in csv.reader(text, strict=True)) - 1


def _sums(archive: ZipFile) -> Sums:
    """Return the size and the checksum of every file in the zip."""
    return {info.filename: (info.file_size, info.CRC) for info in archive.infolist()}


def looks_like(path: Path) -> bool:
    """Return whether a file is a package: a zip that has the description, or nothing but the package's tables.

    Raises:
        FileError: it cannot be opened, or is a zip that is not to be read.
    """
    with opened_zip(path) as archive:
        return _is_package(archive)


def _is_package(archive: ZipFile) -> bool:
    names = set(archive.namelist())
    return DESCRIPTION in names or bool(names & {member(table) for table in TABLES})


def read(path: Path) -> Harvest:
    """Return the records of a package, and every row that cannot be one with the reason.

    A table that is not there has no rows. Rows without an id get one from what they say, so that reading twice
    gives the same. Reading stops after 1,000 refused rows.

    Raises:
        FileError: it is no package, or is damaged, too large or not as a package is made.
    """
    records: list[Record] = []
    refused: list[Refusal] = []
    with opened_zip(path) as archive:
        ignored = _others(archive, path)
        for table in TABLES:
            if member(table) in archive.namelist():
                for taken in _read_table(archive, table):
                    if isinstance(taken, Refusal):
                        refused.append(taken)
                    else:
                        records.append(taken)
                    if len(refused) >= MOST_REFUSALS:
                        return Harvest((), tuple(refused), ignored)
    return Harvest(tuple(records), tuple(refused), ignored)


def _others(archive: ZipFile, path: Path) -> Mapping[str, int]:
    """Return what is left aside, by name.

    Raises:
        FileError: a name is there that a package does not have.
    """
    if not _is_package(archive):
        raise FileError(f"{path} is not a package made by twitchlog export.")
    known = {DESCRIPTION, *(member(table) for table in TABLES)}
    others = [name for name in archive.namelist() if name not in known]
    for name in others:
        if not name.startswith(LITTER):
            raise FileError(f"{path} was not read: “{name[:60]}” does not belong into a package.")
    return dict.fromkeys(others, 1)


def _read_table(archive: ZipFile, table: str) -> Iterator[Record | Refusal]:
    row = 1
    with archive.open(member(table)) as file:
        text = io.TextIOWrapper(file, "utf-8-sig", errors="surrogateescape", newline="")
        rows = csv.reader(text, strict=True)
        try:
            reader = RowReader(FORMAT, table, next(rows, []))
            for row, cells in enumerate(rows, 2):
                if row > MOST_ROWS:
                    yield Refusal(table, row, f"is one row too many: {MOST_ROWS:,} are read")
                    return
                if cells:
                    yield _taken(reader, cells, table, row)
        except RecordError as error:
            yield Refusal(table, row, str(error))
        except csv.Error as error:
            yield Refusal(table, row + 1, f"is not readable as CSV from here on ({error})")


def _taken(reader: RowReader, cells: list[str], table: str, row: int) -> Record | Refusal:
    try:
        return reader.record(cells, row)
    except RecordError as error:
        return Refusal(table, row, str(error))
