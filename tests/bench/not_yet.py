"""The budgets that nothing measures yet, so that the table shows every one."""

from tests.bench.diaries import Diaries
from tests.bench.table import Row, not_measured

WHY = "no measurement is written yet"
BUDGETS = (
    ("History: a letter typed into the filter", "<= 60 ms"),
    ("History: a frame while scrolling", "<= 16 ms"),
    ("dragging the window edge on Trends", "<= 16 ms a step"),
    ("resident memory, Trends open", "<= 1.5x"),
    ("resident memory, 500 redraws of Trends", "<= 5 MB"),
)


def rows(_: Diaries) -> list[Row]:
    """Name them."""
    return [not_measured(work, budget, WHY) for work, budget in BUDGETS]
