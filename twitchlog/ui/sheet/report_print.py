"""Printing the page: the system's own dialog, then the same painting as the PDF."""

from collections.abc import Callable

from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from twitchlog.report.choices import Paper
from twitchlog.report.page import Page
from twitchlog.report.pdf import SIZES, paint_sheets


def ask_printer(parent: QWidget, page: Page, paper: Paper, done: Callable[[str], None]) -> QPrintDialog:
    """Ask for a printer, and print the page there; ``done`` gets the name of the printer."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(SIZES[paper]))
    printer.setFullPage(True)
    printer.setDocName(page.file_name)
    dialog = QPrintDialog(printer, parent)
    dialog.setObjectName("print_dialog")

    def print_it() -> None:
        paint_sheets(printer, page, paper, printer.resolution())
        done(printer.printerName() or printer.outputFileName())

    dialog.accepted.connect(print_it)
    # QPrintDialog hides the plain open() behind one that wants a receiver.
    QDialog.open(dialog)
    return dialog
