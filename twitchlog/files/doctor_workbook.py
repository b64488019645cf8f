"""The doctor's table as a workbook (.xlsx): every text stays text, so no cell can run or turn into a date."""

import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from twitchlog.files.doctor_table import ALL_COLUMNS, HEADER, TABLE, Cell
from twitchlog.files.written import Written, compared, replacing

if TYPE_CHECKING:
    from xlsxwriter import Workbook

NARROW, WIDE, PER_LETTER = 9, 42, 1.1
SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ESCAPED = re.compile(r"_x([0-9A-F]{4})_")
TEXTS_ARE_TEXTS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def write(path: Path, table: Sequence[tuple[Cell, ...]], *, columns: Sequence[int] = ALL_COLUMNS) -> Written:
    """Write the table with its header; numbers are numbers in any language of the spreadsheet.

    ``columns`` are the numbers of those to write, 0 the first, at least one.

    Raises:
        FileError: the disk refuses, or the file did not read back as written.
    """
    rows = [tuple(row[number] for number in columns) for row in ((*HEADER,), *table)]
    with replacing(path) as file:
        file.write(_workbook(rows))
        file.flush()
        file.seek(0)
        found = list(_rows_in(io.BytesIO(file.read()), len(columns)))
        return compared(path, {TABLE: len(table)}, {TABLE: len(found) - 1}, same=found == rows)


def _workbook(rows: Sequence[tuple[Cell, ...]]) -> bytes:
    from xlsxwriter import Workbook

    out = io.BytesIO()
    with Workbook(out, TEXTS_ARE_TEXTS) as book:
        _fill(book, rows)
    return out.getvalue()


def _fill(book: "Workbook", rows: Sequence[tuple[Cell, ...]]) -> None:
    sheet = book.add_worksheet("Twitches")
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(y, x, cell, bold if y == 0 else None)
            else:
                sheet.write_number(y, x, cell)
    for x in range(len(rows[0])):
        longest = max(len(str(row[x])) for row in rows[1:]) if len(rows) > 1 else 0
        sheet.set_column(x, x, min(max(longest * PER_LETTER, NARROW), WIDE))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows) - 1, 1), len(rows[0]) - 1)


def _rows_in(file: io.BytesIO, width: int) -> Iterator[tuple[Cell, ...]]:
    with ZipFile(file) as archive:
        sheet = ET.fromstring(archive.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - as above
        shared = ET.fromstring(archive.read("xl/sharedStrings.xml"))  # noqa: S314 - as above
    texts = ["".join(part.text or "" for part in entry.iter(f"{SPACE}t")) for entry in shared]
    for row in sheet.iter(f"{SPACE}row"):
        cells: list[Cell] = [""] * width
        for cell in row:
            value = cell.findtext(f"{SPACE}v")
            if value is not None:
                text = texts[int(value)] if cell.get("t") == "s" else None
                cells[_column(cell.get("r", ""))] = float(value) if text is None else _plain(text)
        yield tuple(cells)


def _column(reference: str) -> int:
    number = 0
    for letter in reference.rstrip("0123456789"):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _plain(text: str) -> str:
    return ESCAPED.sub(lambda match: chr(int(match.group(1), 16)), text)
