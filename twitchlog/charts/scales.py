"""Round numbers and dates to write along an axis."""

from datetime import date, timedelta
from math import ceil, floor, log10

from twitchlog.domain.words import day


def round_ticks(highest: float, most: int = 4, whole: float = 0.0) -> list[float]:
    """Return round numbers from 0 to at least ``highest``, about ``most`` steps; none smaller than ``whole`` apart."""
    wanted = max(highest / most, whole, 1e-9)
    power = 10.0 ** floor(log10(wanted))
    step = next(power * each for each in (1, 2, 5, 10) if power * each >= wanted * 0.999)
    return (
        [round(step * n, 9) for n in range(ceil(highest / step - 1e-9) + 1)] if highest > 0 else [0.0, step]
    )


def date_ticks(first: date, after: date, most: int) -> list[tuple[date, str]]:
    """Return at most about ``most`` dates with short names: Mondays, firsts of months, or years."""
    days = (after - first).days
    if days <= 0:
        return []
    if days <= 10 * most and days <= 70:
        step = 7 * max(ceil(days / 7 / most), 1)
        monday = first + timedelta(days=-first.weekday() % 7)
        return [
            (when, day(when)) for n in range(0, days, step) if (when := monday + timedelta(days=n)) < after
        ]
    months = next((each for each in (1, 2, 3, 6, 12) if days / 30.4 / each <= most), 12)
    years = ceil(days / 365.25 / most) if months == 12 else 1
    return [
        (when, str(when.year) if months == 12 else f"{when:%b}")
        for number in range(first.year * 12, after.year * 12 + 12)
        if number % months == 0 and (months < 12 or number // 12 % years == 0)
        if first <= (when := date(number // 12, number % 12 + 1, 1)) < after
    ]


def clock_step(width: float, scale: float) -> int:
    """Return every how many hours a day's 24 hours, drawn so wide in logical pixels, are written below it."""
    return next((step for step in (4, 6, 8) if width * step / 24 >= 46 * scale), 12)
