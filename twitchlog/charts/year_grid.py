"""Where each day's square lies: rows of months for a short time, columns of weeks for a year, a block a year beyond."""

from dataclasses import dataclass
from datetime import date, timedelta

MONTH_ROWS_UP_TO, ONE_BLOCK_UP_TO = 93, 371
MOST_BLOCKS = 15
WEEKDAYS = ("Mon", "", "Wed", "", "Fri", "", "Sun")


@dataclass(frozen=True, slots=True)
class Label:
    """Words beside the squares: ``right`` says they end at x, else they begin there."""

    x: float
    y: float
    words: str
    right: bool = False
    heavy: bool = False


@dataclass(frozen=True, slots=True)
class YearGrid:
    """Centres of the days from ``first_shown`` on, in logical pixels from the upper left corner; ``cell`` is a side."""

    first_shown: date
    centres: tuple[tuple[float, float], ...]
    labels: tuple[Label, ...]
    cell: float
    pitch: float
    height: int


def year_grid(first: date, days: int, width: float, scale: float) -> YearGrid:
    """Return the squares of so many days from ``first`` on, as large as the width allows."""
    if days <= MONTH_ROWS_UP_TO:
        return _month_rows(first, days, width, scale)
    if days <= ONE_BLOCK_UP_TO:
        return _blocks([(first, days)], width, scale, named=False)
    last = first + timedelta(days=days - 1)
    years = range(max(first.year, last.year - MOST_BLOCKS + 1), last.year + 1)
    parts = []
    for year in years:
        start = max(first, date(year, 1, 1))
        parts.append((start, (min(last, date(year, 12, 31)) - start).days + 1))
    return _blocks(parts, width, scale, named=True)


def _month_rows(first: date, days: int, width: float, scale: float) -> YearGrid:
    left, top = 38 * scale, 20 * scale
    pitch = min((width - left - 2) / 31, 32 * scale)
    centres, labels = [], []
    for n in range(days):
        day = first + timedelta(days=n)
        row = (day.year - first.year) * 12 + day.month - first.month
        centres.append((left + (day.day - 0.5) * pitch, top + (row + 0.5) * pitch))
        if n == 0 or day.day == 1:
            labels.append(Label(left - 8 * scale, top + (row + 0.5) * pitch, f"{day:%b}", right=True))
    labels += [Label(left + (n - 1) * pitch + 2, top - 9 * scale, str(n)) for n in (1, 5, 10, 15, 20, 25, 30)]
    rows = 1 + max((round((y - top) / pitch - 0.5) for _, y in centres), default=0)
    height = round(top + rows * pitch + 6 * scale)
    return YearGrid(first, tuple(centres), tuple(labels), pitch - _gap(pitch), pitch, height)


def _blocks(parts: list[tuple[date, int]], width: float, scale: float, *, named: bool) -> YearGrid:
    left, header, below = 38 * scale, 20 * scale, 12 * scale
    columns = 54 if named else max(_column(parts[0][0], parts[0][0], parts[0][1] - 1) + 1, 20)
    pitch = min((width - left - 2) / columns, 24 * scale)
    centres: list[tuple[float, float]] = []
    labels: list[Label] = []
    # Words cost more than squares: many years have fewer of them each.
    many = len(parts) > 3
    for number, (first, days) in enumerate(parts):
        top = number * (header + 7 * pitch + below) + header
        origin = date(first.year, 1, 1) if named else first
        days_of = [first + timedelta(days=n) for n in range(days)]
        begun = [day for day in days_of if day.day == 1 and (not many or day.month % 3 == 1)]
        for n, day in enumerate(days_of):
            x = left + (_column(origin, first, n) + 0.5) * pitch
            centres.append((x, top + (day.weekday() + 0.5) * pitch))
            # Days without any such first, as the last weeks of a year, are named where they begin.
            if day in (begun or days_of[:1]):
                labels.append(Label(x - pitch / 2, top - 10 * scale, f"{day:%b}"))
        labels += [
            Label(left - 8 * scale, top + (row + 0.5) * pitch, name, right=True)
            for row, name in enumerate(WEEKDAYS)
            if name and (not many or row in {0, 6})
        ]
        if named:
            labels.append(Label(0, top - 10 * scale, str(first.year), heavy=True))
    height = round(len(parts) * (header + 7 * pitch + below) - below + 4 * scale)
    return YearGrid(parts[0][0], tuple(centres), tuple(labels), pitch - _gap(pitch), pitch, height)


def _column(origin: date, first: date, n: int) -> int:
    """Return the week of a day, counted from the week that holds ``origin``."""
    return ((first - origin).days + n + origin.weekday()) // 7


def _gap(pitch: float) -> float:
    return max(2.0, pitch * 0.14)
