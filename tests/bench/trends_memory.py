"""Says how many MB are resident with Trends open, and how many more after many redraws; or with one figure only.

``python -m tests.bench.trends_memory own FILE REDRAWS|bare``
"""

import os
import sys
from pathlib import Path

from tests.bench.when_ready import say


def resident_mb() -> float:
    """Return the memory of this process that is in the machine's own."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1024**2


def own(file: Path, redraws: int) -> None:
    """Open Trends on a diary; each card drawn counts as a redraw."""
    from tests.bench.shown import drawn, shown, trends

    page = trends(shown(file))
    say(str(resident_mb()))
    for _ in range(5):
        page.show_diary()
        drawn(page)
    before = resident_mb()
    for _ in range(redraws // len(page.cards) + 1):
        page.show_diary()
        drawn(page)
    say(str(resident_mb() - before))


def bare() -> None:
    """Open a window with one figure of matplotlib."""
    from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
    from matplotlib.figure import Figure
    from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

    app = QApplication([])
    window = QMainWindow()
    figure = Figure()
    figure.add_subplot().plot(range(100))
    canvas: QWidget = FigureCanvasQTAgg(figure)  # type: ignore[no-untyped-call] # matplotlib leaves it untyped
    window.setCentralWidget(canvas)
    window.resize(1440, 900)
    window.show()
    for _ in range(20):
        app.processEvents()
    say(str(resident_mb()))


if __name__ == "__main__":
    if sys.argv[1] == "own":
        own(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        bare()
