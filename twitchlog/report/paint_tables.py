"""The tables of the page: places, signs, what goes together, points, examinations and the like."""

from collections.abc import Sequence

from twitchlog.domain.words import count, listed
from twitchlog.report.block import Piece, Row, Rows, and_more
from twitchlog.report.ink import BODY, LABEL, SMALL, STRONG, width_of
from twitchlog.report.medical import Kind, MedicalRow
from twitchlog.report.numbers import percent
from twitchlog.report.page import Page
from twitchlog.report.places import PlaceRow
from twitchlog.report.symptoms import SymptomRow
from twitchlog.report.text import text_of

NAME_ROOM = 112.0
KIND_ROOM, WHEN_ROOM = 48.0, 48.0


def places_table(page: Page, width: float, most: int) -> Rows:
    """Return the most frequent places with twitches, share, days and weeks."""
    places = page.facts.places
    if not places.rows:
        return Rows("Where", [Row([Piece(text_of("No twitch written down.", BODY, width), 0)])], width)
    ends = (width - 124, width - 92, width - 48, width)
    heads = ("twitches", "share", f"of {places.checked} days", f"of {count(places.weeks, 'week')}")
    header = Row(
        [Piece(text_of(head, SMALL, 60), end, 1.0) for head, end in zip(heads, ends, strict=True)],
        gap=2.5,
        ruled=True,
    )
    shown = places.rows[: _all_but_one(len(places.rows), most)]
    rows = [_place(row, places.twitches, ends) for row in shown]
    left_out = places.rows[len(shown) :]
    rest = [_other_places(left_out, places.twitches, ends)] if left_out else []
    return Rows("Places", [header, *rows, *rest], width, "days: checked days with it")


def _all_but_one(number: int, most: int) -> int:
    """Return how many of a list stand on the page: a last one takes no more room than the words "and 1 more"."""
    return number if number <= most + 1 else most


def _place(row: PlaceRow, twitches: int, ends: Sequence[float]) -> Row:
    cells = (f"{row.twitches:,}", percent(row.twitches, twitches), f"{row.days}", f"{row.weeks}")
    numbers = [Piece(text_of(cell, BODY, 50), end, 1.0) for cell, end in zip(cells, ends, strict=True)]
    return Row([Piece(text_of(row.name, BODY, ends[0] - 34), 0), *numbers], gap=1.2)


def _other_places(rows: Sequence[PlaceRow], twitches: int, ends: Sequence[float]) -> Row:
    number = sum(row.twitches for row in rows)
    name = f"and {len(rows)} more places"
    cells = (f"{number:,}", percent(number, twitches))
    numbers = [Piece(text_of(cell, SMALL, 50), end, 1.0) for cell, end in zip(cells, ends, strict=False)]
    return Row([Piece(text_of(name, SMALL, ends[0] - 34), 0), *numbers], gap=1.2)


def symptoms_table(page: Page, width: float, lines: int) -> Rows:
    """Return every sign with its days, or that there was none; and what else was noted."""
    rows = [_symptom(row, width, lines) for row in page.facts.symptoms]
    below = [text_of("; ".join(page.details), SMALL, width, 2)] if page.details else []
    return Rows("Noted along with it", [*rows, *(Row([Piece(text, 0)], gap=1.5) for text in below)], width)


def _symptom(row: SymptomRow, width: float, lines: int) -> Row:
    name = Piece(text_of(row.name, STRONG if row.days else BODY, NAME_ROOM), 0)
    if not row.days:
        return Row([name, Piece(text_of(row.said, BODY, width - NAME_ROOM), NAME_ROOM)], ruled=True, gap=2.2)
    beside = width_of(row.said, STRONG) + 5
    detail = text_of(row.detail, SMALL, width - NAME_ROOM - beside, lines)
    pieces = [name, Piece(text_of(row.said, STRONG, beside), NAME_ROOM), Piece(detail, NAME_ROOM + beside)]
    return Row(pieces, ruled=True, gap=2.2)


def points_table(page: Page, width: float, most: int) -> Rows:
    """Return what the diary points out, in neutral words."""
    points = page.points
    rows = [
        Row([Piece(text_of(f"{point.title}: {point.detail}", BODY, width, 2), 0)]) for point in points[:most]
    ]
    return Rows(
        "What the diary points out",
        [*rows, *and_more(len(points) - most, width)],
        width,
        "counting rules, not findings",
    )


def medical_table(page: Page, width: float, most: int) -> Rows:
    """Return examinations, lab values and medicines; a kind with nothing in it says so."""
    rows: list[Row] = []
    for kind in page.medical_kinds:
        rows += _medical(kind, [row for row in page.medical if row.kind is kind], width, most)
    heading = listed([kind.value for kind in page.medical_kinds]).capitalize()
    return Rows(heading, rows, width)


def _medical(kind: Kind, rows: Sequence[MedicalRow], width: float, most: int) -> list[Row]:
    left = KIND_ROOM + WHEN_ROOM
    room = width - left
    label = Piece(text_of(kind.value, LABEL, KIND_ROOM - 4), 0)
    if not rows:
        return [Row([label, Piece(text_of("none noted", BODY, room), KIND_ROOM)], gap=1.2)]
    number = _all_but_one(len(rows), most)
    shown = [
        [
            Piece(text_of(row.when, SMALL, WHEN_ROOM), left - 6, 1.0),
            Piece(text_of(row.text, BODY, room, 2 if most > 1 else 1), left),
        ]
        for row in rows[:number]
    ]
    shown[0].insert(0, label)
    if len(rows) > number:
        shown.append([Piece(text_of(f"and {len(rows) - number:,} more", SMALL, room), left)])
    return [Row(pieces, gap=1.2) for pieces in shown]
