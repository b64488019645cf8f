"""What is painted: inside the margins, nothing over something else, readable without colour."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from tests.report.diaries import EMPTY, LONG_NOTE, a_week
from tests.report.pages import QUESTIONS, YEAR, a_full_page, a_page
from twitchlog.domain.diary import Diary
from twitchlog.report.choices import Paper
from twitchlog.report.ink import BODY, DATA_SOFT, INK, PAPER, SHADE, SMALL, font_of, line_height, width_of
from twitchlog.report.letters import missing_words
from twitchlog.report.page import Page
from twitchlog.report.paint import CUTS, MARGIN, layout_of, paint_page
from twitchlog.report.paint_second import notes_fitting
from twitchlog.report.text import text_of

pytestmark = pytest.mark.usefixtures("fonts")


def painted(page: Page, paper: Paper, number: int = 1, scale: float = 1.0) -> QImage:
    image = QImage(round(paper.width * scale), round(paper.height * scale), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_page(painter, page, paper, number)
    painter.end()
    return image


def inked(image: QImage, box: QRectF) -> bool:
    part = image.copy(box.toRect())
    return any(
        QColor(part.pixel(x, y)).lightness() < 245 for x in range(part.width()) for y in range(part.height())
    )


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("full", [False, True])
def test_nothing_reaches_into_the_margins(heavy: Diary, paper: Paper, full: bool) -> None:
    page = a_full_page(heavy) if full else a_page(heavy, questions=QUESTIONS)
    edge = MARGIN - 3
    for number in range(1, page.sheets + 1):
        image = painted(page, paper, number)
        width, height = image.width(), image.height()
        for box in (
            QRectF(0, 0, width, edge),
            QRectF(0, height - edge, width, edge),
            QRectF(0, 0, edge, height),
            QRectF(width - edge, 0, edge, height),
        ):
            assert not inked(image, box)


@pytest.mark.parametrize("paper", list(Paper))
def test_every_diary_fits_without_one_part_over_another(year: Diary, heavy: Diary, paper: Paper) -> None:
    pages = [a_full_page(heavy), a_page(heavy), a_page(year), a_page(year, YEAR, questions=QUESTIONS)]
    pages += [a_page(EMPTY), a_page(a_week()), a_full_page(EMPTY)]
    for page in pages:
        layout = layout_of(page, paper, missing_words(page))
        assert layout.least <= paper.height - 2 * MARGIN


def test_a_short_page_keeps_its_lists_whole_and_a_full_one_cuts_them(year: Diary, heavy: Diary) -> None:
    assert layout_of(a_page(a_week()), Paper.A4).cut == CUTS[0]
    assert CUTS.index(layout_of(a_page(year, questions=QUESTIONS), Paper.LETTER).cut) < len(CUTS) - 1
    assert layout_of(a_full_page(heavy), Paper.LETTER).cut == CUTS[-1]


def test_the_same_page_is_painted_the_same_way_at_any_size(year: Diary) -> None:
    small, large = painted(a_page(year), Paper.A4), painted(a_page(year), Paper.A4, scale=2.0)
    shrunk = large.scaled(small.size())
    box = QRectF(MARGIN, MARGIN, 200, 40)
    assert inked(small, box)
    assert inked(shrunk, box)


def test_the_five_steps_and_the_signs_stay_apart_on_a_grey_printer() -> None:
    greys = [QColor(colour).lightnessF() for colour in (PAPER.body, *PAPER.steps[1:])]
    luma = [_luma(colour) for colour in (PAPER.body, *PAPER.steps[1:])]
    assert greys
    assert all(lighter - darker > 25 for lighter, darker in pairwise(luma))
    assert _luma("#FFFFFF") - _luma(SHADE) > 15
    assert _luma(SHADE) - _luma(DATA_SOFT) > 25
    assert _luma(DATA_SOFT) - _luma(INK) > 100


def _luma(colour: str) -> float:
    shade = QColor(colour)
    return 0.299 * shade.red() + 0.587 * shade.green() + 0.114 * shade.blue()


def test_a_text_breaks_where_it_must_and_says_where_it_was_cut() -> None:
    whole = text_of("one two", BODY, 200)
    assert (whole.lines, whole.cut) == (("one two",), False)
    cut = text_of("one two three four five six seven", BODY, 60, 2)
    assert (len(cut.lines), cut.cut) == (2, True)
    assert cut.lines[1].endswith("…")
    assert cut.lines[0].split() == ["one", "two", "three"][: len(cut.lines[0].split())]
    assert cut.height == pytest.approx(2 * line_height(BODY))
    assert all(width_of(line, BODY) <= 60 for line in cut.lines)
    assert text_of("", BODY, 60).height == 0


def test_an_emoji_before_a_break_moves_no_letter() -> None:
    words = "😀😀😀 " + "abcdefgh " * 30
    lines = text_of(words, SMALL, 90, 50).lines
    assert " ".join(lines) == words.strip()


def test_letters_are_not_run_together_so_that_words_can_be_searched() -> None:
    assert font_of(BODY).featureValue(QFont.Tag("liga")) == 0


def test_a_word_longer_than_the_line_is_broken() -> None:
    lines = text_of("x" * 300, BODY, 100, 40).lines
    assert "".join(lines) == "x" * 300


def test_markup_is_painted_as_it_was_typed() -> None:
    assert text_of("<b>&amp;</b> $x$", BODY, 200).lines == ("<b>&amp;</b> $x$",)


def test_notes_fill_the_room_and_the_rest_is_counted(heavy: Diary) -> None:
    page = a_full_page(heavy)
    rows = notes_fitting(page, 500, 200)
    assert rows.height <= 200
    assert len(page.notes) > 100
    said = rows.rows[-1].pieces[0].text.lines[0]
    assert said == f"and {len(page.notes) - (len(rows.rows) - 1):,} more"
    assert rows.rows[0].pieces[1].text.cut
    assert LONG_NOTE.startswith(rows.rows[0].pieces[1].text.lines[0][:20])
