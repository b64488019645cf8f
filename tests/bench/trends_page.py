"""Says how long Trends keeps the window's thread: ``python -m tests.bench.trends_page FILE``, a JSON object of ms."""

import json
import sys
from pathlib import Path

from tests.bench.pages import PERIODS, WIDTHS
from tests.bench.shown import HIGH, LongestTurn, drawn, ms_of, shown, trends
from tests.bench.when_ready import say
from twitchlog.ui.main_window import MainWindow
from twitchlog.ui.pages.trends import TrendsPage

TIMES = 3
STEPS, PIXELS = 40, 3


def longest_turns(window: MainWindow, page: TrendsPage) -> dict[str, list[float]]:
    """Return for each period the longest turn of the event loop while it is chosen and drawn."""
    turn = LongestTurn(window)
    found: dict[str, list[float]] = {code: [] for code in PERIODS}
    for _ in range(TIMES):
        for code, longest in found.items():
            page._head.period.take(code)
            turn.begin()
            page.show_diary()
            drawn(page)
            longest.append(turn.ms)
    return found


def dragged(window: MainWindow, page: TrendsPage) -> dict[str, list[float]]:
    """Return for each width what the steps took in which the window's edge was drawn, outwards from the narrowest."""
    found: dict[str, list[float]] = {}
    for width in WIDTHS:
        window.resize(width, HIGH)
        drawn(page)
        way = PIXELS if width == min(WIDTHS) else -PIXELS
        found[str(width)] = [
            ms_of(lambda to=width + step * way: window.resize(to, HIGH))  # type: ignore[misc] # mypy wants no default
            for step in range(1, STEPS + 1)
        ]
        if window.width() == width:
            raise RuntimeError("the window kept its width")
        drawn(page)
    return found


def main() -> None:
    """Measure both."""
    window = shown(Path(sys.argv[1]))
    page = trends(window)
    say(json.dumps({**dragged(window, page), **longest_turns(window, page)}))


if __name__ == "__main__":
    main()
