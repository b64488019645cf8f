"""The second page, on request: four weeks hour by hour, every change of a medicine, the notes that were ticked."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from twitchlog.report.block import Piece, Row, Rows, and_more
from twitchlog.report.ink import BODY, SMALL
from twitchlog.report.page import Page
from twitchlog.report.paint_head import Foot
from twitchlog.report.paint_raster import Raster
from twitchlog.report.text import text_of

GAP = 14.0
RASTER_SHARE, MOST_RASTER = 0.62, 470.0
NOTE_LINES, MOST_CHANGES = 3, 12


def paint_second(painter: QPainter, page: Page, room: QRectF, missing: str) -> None:
    """Paint the second page into a rectangle."""
    foot = Foot(page, room.width(), 2, missing)
    y, bottom = room.top(), room.bottom() - foot.height - GAP
    if page.choices.include_raster:
        high = min(room.height() * RASTER_SHARE, MOST_RASTER) if _has_more(page) else MOST_RASTER
        Raster(page, room.width(), high).draw(painter, room.left(), y)
        y += high + GAP
    for rows in (_changes(page, room.width()), notes_fitting(page, room.width(), 0)):
        fitting = rows if rows.heading != "Notes" else notes_fitting(page, room.width(), bottom - y)
        fitting.draw(painter, room.left(), y)
        y += fitting.height + (GAP if fitting.height else 0)
    foot.draw(painter, room.left(), room.bottom() - foot.height)


def _has_more(page: Page) -> bool:
    return bool(page.notes) or bool(page.choices.include_medicines and page.facts.medicine_changes)


def _changes(page: Page, width: float) -> Rows:
    """Return the changes of medicines in two columns, the newest first."""
    if not page.choices.include_medicines:
        return Rows("Medicines", (), width)
    found = page.facts.medicine_changes
    half = (width - 20) / 2
    texts = [text_of(f"{row.when}: {row.text}", BODY, half) for row in found[:MOST_CHANGES]]
    pairs = [texts[n : n + 2] for n in range(0, len(texts), 2)]
    rows = [Row([Piece(text, n * (half + 20)) for n, text in enumerate(pair)]) for pair in pairs]
    return Rows(
        "Medicines", [*rows, *and_more(len(found) - MOST_CHANGES, width)], width, "every change noted"
    )


def notes_fitting(page: Page, width: float, height: float) -> Rows:
    """Return as many of the ticked notes as a height holds, at least one, and how many more there are."""
    beside = 150.0
    rows: list[Row] = []
    used = 32.0
    for note in page.notes:
        text = text_of(note.text, BODY, width - beside, NOTE_LINES)
        row = Row([Piece(text_of(note.when, SMALL, beside - 8), 0), Piece(text, beside)], gap=3, ruled=True)
        if rows and used + row.height > height:
            break
        used += row.height
        rows.append(row)
    return Rows(
        "Notes", [*rows, *and_more(len(page.notes) - len(rows), width)], width, "in the person's own words"
    )
