"""The package out and in, against csv and sqlite3 doing the least that the same rows ask for."""

import csv
import io
from operator import attrgetter
from pathlib import Path
from zipfile import ZipFile

from tests.bench.diaries import Diaries
from tests.bench.measure import alternating, printed, timed
from tests.bench.raw_sqlite import raw_connection
from tests.bench.table import Row
from twitchlog.domain.diary import Diary
from twitchlog.domain.fields import FIELDS
from twitchlog.domain.record import TABLES
from twitchlog.files import package

MOST_MB = 60


def rows(diaries: Diaries) -> list[Row]:
    """Measure an export of a diary in memory, and the way back into an empty file."""
    diary, folder = diaries.value(diaries.large), diaries.folder
    ours, floor = alternating(
        diaries.rounds(),
        timed(lambda: package.write(folder / "export.zip", diary)),
        timed(lambda: _plain_csv(folder, diary)),
    )
    return [
        Row(
            work=f"package of {diaries.large:,} episodes",
            result=ours.median,
            floor=floor.median,
            floor_is="csv.writer of the records' values",
            budget="<= 2x",
            most=2 * floor.median,
        ),
        _memory(diaries),
        _way_back(diaries, diary),
    ]


def _plain_csv(folder: Path, diary: Diary) -> None:
    """Write the values as csv.writer puts them: no texts of our own, no zip, nothing read back."""
    for table, kind in TABLES.items():
        values = attrgetter(*(each.name for each in FIELDS[table]))
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(map(values, diary.every(kind)))


def _memory(diaries: Diaries) -> Row:
    work, budget = "memory that the package takes on top", f"<= {MOST_MB} MB"
    (line,) = printed("-m", "tests.bench.export_memory", str(diaries.file(diaries.large)))
    return Row(work=work, unit="MB", result=float(line), budget=budget, most=float(MOST_MB))


def _way_back(diaries: Diaries, diary: Diary) -> Row:
    work, budget = f"import of a package of {diaries.large:,} episodes", "<= 2.5x"
    zipped = diaries.folder / "import.zip"
    package.write(zipped, diary)
    stored = _stored(diaries.file(diaries.large))
    ours, floor = alternating(
        diaries.rounds(),
        timed(lambda: diaries.imported(zipped)),
        timed(lambda: _raw_import(diaries.copy(0, "raw-import"), zipped, stored)),
    )
    return Row(
        work=work,
        result=ours.median,
        floor=floor.median,
        floor_is="csv.reader, executemany into the same tables",
        budget=budget,
        most=2.5 * floor.median,
    )


def _stored(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows of a diary file as they lie in it."""
    conn = raw_connection(path)
    rows = {table: conn.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}
    conn.close()
    return rows


def _raw_import(path: Path, zipped: Path, stored: dict[str, list[tuple[object, ...]]]) -> None:
    """Read a package's cells, and write what they come to into an empty diary in one transaction."""
    conn = raw_connection(path)
    with ZipFile(zipped) as archive:
        conn.execute("BEGIN IMMEDIATE")
        for table, rows in stored.items():
            with archive.open(f"{table}.csv") as file:
                cells = list(csv.reader(io.TextIOWrapper(file, "utf-8", newline="")))
            if len(cells) != len(rows) + 1:
                raise RuntimeError(
                    f"{table} has {len(cells) - 1} rows in the package, {len(rows)} in the file"
                )
            if rows:
                conn.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
        conn.execute("COMMIT")
    conn.close()
