"""Charts in the narrowest card there is: half a page at 900 pixels, or a whole one at 150 % text."""

import pytest
from matplotlib.text import Text

from tests.charts.test_cards import DEMO, drawn
from tests.helpers import TODAY
from twitchlog.charts.cards import CARDS, Card
from twitchlog.domain.period import Period

QUARTER = Period.of_days(TODAY, 90)


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.name)
@pytest.mark.parametrize(("width", "scale"), [(340, 1.0), (760, 1.5), (690, 1.5)])
def test_texts_keep_clear_of_each_other_and_of_the_edge(card: Card, width: int, scale: float) -> None:
    if width < 400 and not card.half:
        return
    figure, _, _ = drawn(card, DEMO, QUARTER, scale=scale, width=width)
    texts = [text for text in figure.findobj(Text) if isinstance(text, Text) and text.get_text().strip()]
    boxes = [(text.get_text(), text.get_window_extent()) for text in texts if text.get_visible()]
    for n, (words, box) in enumerate(boxes):
        assert box.x0 >= -1, words
        assert box.x1 <= figure.bbox.x1 + 1, words
        for other, there in boxes[:n]:
            wide = min(box.x1, there.x1) - max(box.x0, there.x0)
            high = min(box.y1, there.y1) - max(box.y0, there.y0)
            assert wide <= 1 or high <= 3, f"{words!r} on {other!r}"
