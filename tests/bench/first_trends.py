"""Says how many seconds of processor time the first page of charts takes in a process that has matplotlib not loaded yet.

``python -m tests.bench.first_trends own DIARY|bare PICKLE``
"""

import gc
import pickle
import sys
from importlib import import_module
from pathlib import Path
from time import process_time

from tests.bench.diaries import read_diary
from twitchlog.ui.kept_for_good import kept_for_good
from twitchlog.ui.warm_up import chart_modules


def own(path: Path) -> float:
    """Load what the window loads, as it does, and draw the page from a diary that is in memory."""
    diary = read_diary(path)
    gc.freeze()  # as the window does with what it has read
    begin = process_time()
    with kept_for_good():
        for name in chart_modules():
            import_module(name)
        from tests.bench.charts import YEAR, TrendsPage
    TrendsPage(diary).show(YEAR)
    return process_time() - begin


def bare(path: Path) -> float:
    """Draw figures that were made elsewhere."""
    begin = process_time()
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    for figure in pickle.loads(path.read_bytes()):
        # A figure out of a pickle has a canvas whose draw does nothing.
        FigureCanvasAgg(figure)
        figure.canvas.draw()
    return process_time() - begin


if __name__ == "__main__":
    print({"own": own, "bare": bare}[sys.argv[1]](Path(sys.argv[2])))
