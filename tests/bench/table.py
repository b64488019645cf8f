"""The table of budgets: what was measured, its floor, what the budget allows, and whether it holds."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line: ``result``, ``floor`` and ``most`` in ``unit``; ``most`` is what the budget allows in this run.

    ``result`` is ``None`` where nothing could be measured, and ``why_not`` says why; ``floor`` is ``None`` where the
    budget has none.
    """

    work: str
    budget: str
    unit: str = "ms"
    result: float | None = None
    floor: float | None = None
    floor_is: str = ""
    most: float | None = None
    why_not: str = ""

    @property
    def ratio(self) -> float | None:
        """The result in floors."""
        return self.result / self.floor if self.result is not None and self.floor else None

    @property
    def verdict(self) -> str:
        """Whether the budget holds."""
        if self.result is None:
            return f"not measured: {self.why_not}"
        if self.most is None:
            return "no budget"
        return "holds" if self.result <= self.most else "OVER"


def not_measured(work: str, budget: str, why_not: str) -> Row:
    """Return the row of something that could not be measured."""
    return Row(work=work, budget=budget, why_not=why_not)


HEAD = ("work", "result", "floor", "ratio", "budget", "allowed", "verdict")


def as_text(rows: Sequence[Row]) -> str:
    """Return the table as lines of text, one per row, with columns of even width."""
    lines = [HEAD, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEAD) - 1)]
    return "\n".join(
        "  ".join(
            [*(cell.ljust(width) for cell, width in zip(line, widths, strict=False)), line[-1]]
        ).rstrip()
        for line in lines
    )


def _cells(row: Row) -> tuple[str, ...]:
    floor = f"{_number(row.floor)} {row.floor_is}".strip() if row.floor is not None else ""
    return (
        row.work,
        f"{_number(row.result)} {row.unit}" if row.result is not None else "-",
        floor,
        f"{row.ratio:.2f}x" if row.ratio is not None else "",
        row.budget,
        _number(row.most),
        row.verdict,
    )


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.2f}"


def as_json(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Return the table for a program: each row's fields with its ratio and verdict."""
    return [{**asdict(row), "ratio": row.ratio, "verdict": row.verdict} for row in rows]
