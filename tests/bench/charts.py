"""The charts of Trends, against matplotlib with the same artists: made from a pickle, and drawn."""

import gc
import json
import pickle
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from statistics import median
from time import process_time

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from tests.bench.diaries import LAST_DAY, Diaries
from tests.bench.measure import Measured, Times, alternating, computed, printed
from tests.bench.table import Row
from twitchlog.charts.cards import CARDS, Card, Page
from twitchlog.charts.palette import LIGHT
from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period

DPI = 96
WIDTH, HALF_WIDTH = 840.0, 410.0
YEAR, QUARTER = (Period(LAST_DAY - timedelta(days=days), LAST_DAY + timedelta(days=1)) for days in (364, 89))
CPU = "ms CPU"
MADE = "the same artists made and drawn"
TRENDS = tuple(card for card in CARDS if card.page is Page.TRENDS)


@dataclass(frozen=True)
class TrendsPage:
    """The figures of the page for one diary, drawn in memory; ``taken`` is how long each card took, in ms."""

    diary: Diary
    figures: dict[str, Figure] = field(default_factory=lambda: {card.name: _figure() for card in TRENDS})
    taken: dict[str, list[float]] = field(default_factory=lambda: {card.name: [] for card in TRENDS})

    def show(self, period: Period) -> None:
        """Draw every card for a period."""
        for card in TRENDS:
            begin = process_time()
            self._show(card, period)
            self.taken[card.name].append((process_time() - begin) * 1000)

    def _show(self, card: Card, period: Period) -> None:
        figure = self.figures[card.name]
        series = card.series(self.diary, period, LAST_DAY)
        width = HALF_WIDTH if card.half else WIDTH
        figure.set_size_inches(width / DPI, card.height(series, width, 1.0) / DPI)
        card.draw(figure, series, LIGHT, 1.0)
        figure.canvas.draw()

    def pickled(self) -> bytes:
        """Return the figures with all their artists, to be made again without asking anything of a diary."""
        return pickle.dumps(list(self.figures.values()))


def draw(artists: bytes) -> list[Figure]:
    """Make figures, draw them and return them."""
    figures: list[Figure] = pickle.loads(artists)
    for figure in figures:
        # A figure out of a pickle has a canvas whose draw does nothing.
        FigureCanvasAgg(figure)
        figure.canvas.draw()
    return figures


def rows(diaries: Diaries) -> list[Row]:
    """Measure a change of the period, and the first time in a new process."""
    year, large = TrendsPage(diaries.value(diaries.year)), TrendsPage(diaries.value(diaries.large))
    year.show(YEAR)
    artists = year.pickled()
    of_year, of_large, floor = alternating(
        diaries.rounds(), _changing(year), _changing(large), _swept(lambda: draw(artists)), warm_up=2
    )
    work = f"Trends, period changed, {diaries.year:,} episodes"
    cards = {name: median(taken) for name, taken in large.taken.items()}
    slowest = max(cards, key=lambda name: cards[name])
    return [
        _ratio(work, of_year, floor, MADE),
        _ratio(f"the same, {diaries.large:,} episodes", of_large, of_year, f"{diaries.year:,} episodes"),
        Row(
            work=f"the slowest card of them: {slowest}",
            unit=CPU,
            result=cards[slowest],
            budget="<= 100 ms at a stretch",
            most=100.0,
        ),
        _first_time(diaries, artists),
    ]


def _figure() -> Figure:
    figure = Figure(dpi=DPI)
    FigureCanvasAgg(figure)
    return figure


def _changing(page: TrendsPage) -> Measured:
    """Return what shows 90 days, which does not count, and then a year."""

    def run() -> float:
        page.show(QUARTER)
        return _swept(lambda: page.show(YEAR))()

    return run


def _swept(work: Callable[[], object]) -> Measured:
    """Return a work that begins without the rubbish of the one before, which would be swept up in one of many turns.

    The window sweeps after every page, in a turn of its own; what the work itself leaves is swept in it as ever.
    """

    def run() -> float:
        gc.collect()
        return computed(work)()

    return run


def _ratio(work: str, result: Times, floor: Times, floor_is: str) -> Row:
    return Row(
        work=work,
        unit=CPU,
        result=result.median,
        floor=floor.median,
        floor_is=floor_is,
        budget="<= 1.3x",
        most=1.3 * floor.median,
    )


def _first_time(diaries: Diaries, artists: bytes) -> Row:
    """Let new processes draw the page, and draw a pickle of its figures; only what follows their start counts."""
    drawn = diaries.folder / "figures.pickle"
    drawn.write_bytes(artists)
    file = str(diaries.file(diaries.year))
    ours, floor = alternating(diaries.rounds(), _told("own", file), _told("bare", str(drawn)))
    return _ratio("Trends, first time", ours, floor, f"import matplotlib, {MADE}")


def _told(*arguments: str) -> Measured:
    def run() -> float:
        (line,) = printed("-m", "tests.bench.first_trends", *arguments)
        seconds: float = json.loads(line)
        return seconds

    return run
