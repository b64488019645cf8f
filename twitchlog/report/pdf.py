"""The page as a PDF file: text that can be searched, drawings that stay sharp, fonts inside."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF
from PySide6.QtGui import QPagedPaintDevice, QPageSize, QPainter, QPdfWriter

from twitchlog.files.safe_open import FileError
from twitchlog.files.written import replacing, to_disk
from twitchlog.report.choices import Paper
from twitchlog.report.method import program
from twitchlog.report.page import Page
from twitchlog.report.paint import paint_page
from twitchlog.report.searchable import searchable

DPI = 1440
SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}
LETTER_IN = frozenset({"US", "CA", "MX", "PR", "PH", "CL", "CO", "CR", "GT", "NI", "PA", "SV", "VE", "DO"})
"""Countries whose printers hold Letter, by ISO 3166 (Unicode CLDR, paper sizes)."""


def usual_paper() -> Paper:
    """Return the paper of this computer's country."""
    country = QLocale.system().name().partition("_")[2]
    return Paper.LETTER if country in LETTER_IN else Paper.A4


def pdf_of(page: Page, paper: Paper) -> bytes:
    """Return the page as a PDF of exactly as many sheets as the page has."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(SIZES[paper]))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(DPI)
    writer.setTitle(f"{page.title}, {page.period_words}")
    writer.setCreator(program())
    paint_sheets(writer, page, paper, DPI)
    buffer.close()
    return searchable(bytes(buffer.data().data()))


def paint_sheets(device: QPagedPaintDevice, page: Page, paper: Paper, dpi: int) -> None:
    """Paint every sheet on a device of pages without margins; on other paper it is as large as it can be."""
    painter = QPainter(device)
    sheet = device.pageLayout().fullRectPixels(dpi)
    scale = min(sheet.width() / paper.width, sheet.height() / paper.height)
    painter.scale(scale, scale)
    for number in range(1, page.sheets + 1):
        if number > 1:
            device.newPage()
        paint_page(painter, page, paper, number)
    painter.end()


def write_pdf(path: Path, page: Page, paper: Paper) -> int:
    """Write the page beside its target, read it back, and put it in its place; return the number of sheets.

    Raises:
        FileError: the disk refuses, or the file did not read back as written.
    """
    made = pdf_of(page, paper)
    with replacing(path) as file:
        file.write(made)
        to_disk(file)
        file.seek(0)
        if file.read() != made:
            raise FileError(f"{path} did not read back as it was written, so it was not kept.")
    return page.sheets
