"""The file: exactly as many sheets as asked for, text that is text, there whole or not at all."""

import re
import unicodedata
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase

from tests.helpers import an_episode
from tests.report.diaries import EMPTY, SCRIPTS, a_week
from tests.report.pages import (
    QUESTIONS,
    YEAR,
    a_full_page,
    a_page,
    overlaps,
    second_reader,
    sheets_in,
    word_boxes,
)
from twitchlog.domain.diary import Diary
from twitchlog.files.safe_open import FileError
from twitchlog.report import pdf as pdf_module
from twitchlog.report.choices import Paper
from twitchlog.report.letters import missing_letters, missing_words
from twitchlog.report.page import Page
from twitchlog.report.pdf import pdf_of, write_pdf
from twitchlog.report.searchable import searchable

pytestmark = pytest.mark.usefixtures("fonts")
CASES = ("empty", "a week", "eight weeks", "a year", "heavy", "heavy, everything", "empty, everything")


@pytest.fixture(params=CASES)
def page(request: pytest.FixtureRequest, year: Diary, heavy: Diary) -> Page:
    """Pages from nothing to everything."""
    pages = {
        "empty": lambda: a_page(EMPTY, questions=QUESTIONS),
        "a week": lambda: a_page(a_week(), questions=QUESTIONS, name="Jana"),
        "eight weeks": lambda: a_page(year, questions=QUESTIONS),
        "a year": lambda: a_page(year, YEAR, include_raster=True),
        "heavy": lambda: a_page(heavy),
        "heavy, everything": lambda: a_full_page(heavy),
        "empty, everything": lambda: a_full_page(EMPTY),
    }
    return pages[request.param]()


@pytest.mark.parametrize("paper", list(Paper))
def test_it_has_exactly_one_sheet_or_two_when_asked_for(page: Page, paper: Paper) -> None:
    made = pdf_of(page, paper)
    assert sheets_in(made) == page.sheets
    (box,) = set(re.findall(rb"/MediaBox \[([^\]]*)\]", made))
    assert [round(float(number)) for number in box.split()] == [0, 0, round(paper.width), round(paper.height)]


def test_a_second_reader_finds_the_same_numbers_and_words(year: Diary, tmp_path: Path) -> None:
    page = a_page(year, questions=QUESTIONS, name="Jana Beispiel")
    found = second_reader(pdf_of(page, Paper.A4), tmp_path)
    if found is None:
        pytest.skip("no second reader on this computer")
    expected = [page.title, page.period_words, "Jana Beispiel", *QUESTIONS]
    expected += [figure.value for figure in page.figures]
    expected += [f"{row.name} {row.said}" for row in page.facts.symptoms]
    expected += [row.name for row in page.facts.places.rows[:5]]
    expected += [row.counts for row in page.facts.triggers.rows]
    assert [words for words in expected if words not in found] == []
    left_calf = page.facts.places.rows[0]
    assert f"{left_calf.name} {left_calf.twitches} 51% {left_calf.days} {left_calf.weeks}" in found


@pytest.mark.parametrize("paper", list(Paper))
def test_no_word_stands_on_another(page: Page, paper: Paper, tmp_path: Path) -> None:
    boxes = word_boxes(pdf_of(page, paper), tmp_path)
    if boxes is None:
        pytest.skip("no second reader on this computer")
    assert sum(map(len, boxes)) > 30
    for sheet in boxes:
        assert [pair for pair in combinations(sheet, 2) if overlaps(*pair)] == []


def test_words_of_every_script_can_be_searched(tmp_path: Path) -> None:
    words = "office fjord Żółć Ελληνικά Кириллица عربي"
    found = second_reader(pdf_of(a_page(EMPTY, questions=(words,)), Paper.A4), tmp_path)
    if found is None:
        pytest.skip("no second reader on this computer")
    assert missing_letters([words]) == []
    # Readers mark where writing turns around; the letters between the marks are what was typed.
    bare = "".join(letter for letter in found if unicodedata.category(letter) != "Cf")
    assert words in bare


def test_letters_no_font_has_are_named_on_the_page(tmp_path: Path) -> None:
    # Private letters: no font of any computer has a shape for these.
    strange = "\U00030123"
    assert missing_letters([f"a{strange}é" * 3, "b\u0301 \u2068ü\u2069\n"]) == [strange]
    page = a_page(Diary.of([an_episode()]), questions=(f"Is {strange} there?",))
    assert "U+30123" in missing_words(page)
    found = second_reader(pdf_of(page, Paper.A4), tmp_path)
    assert found is None or "U+30123" in found


def test_fonts_are_inside_the_file_and_its_language_is_named(year: Diary) -> None:
    made = pdf_of(a_page(year), Paper.A4)
    described = len(re.findall(rb"/Type /FontDescriptor\b", made))
    assert described == len(re.findall(rb"/FontFile2 \d+ 0 R", made)) >= 2
    assert made.count(b"/Lang (en)") == 1
    assert b"/DisplayDocTitle true" in made


def test_charts_are_lines_not_pictures(year: Diary) -> None:
    assert b"/Subtype /Image" not in pdf_of(a_page(year, include_raster=True), Paper.A4)


def test_what_cannot_be_finished_is_left_as_it_was() -> None:
    assert searchable(b"%PDF-1.4 of another make") == b"%PDF-1.4 of another make"


def test_the_file_is_there_whole_and_only_for_its_owner(year: Diary, tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(b"an older page")
    assert write_pdf(path, a_page(year), Paper.LETTER) == 1
    assert path.read_bytes().startswith(b"%PDF-")
    assert [each.name for each in tmp_path.iterdir()] == ["page.pdf"]


def test_a_page_that_fails_leaves_the_older_file(
    year: Diary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(b"an older page")

    def full(*_: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(pdf_module, "to_disk", full)
    with pytest.raises(FileError, match="Nothing was changed"):
        write_pdf(path, a_page(year), Paper.A4)
    assert path.read_bytes() == b"an older page"
    assert [each.name for each in tmp_path.iterdir()] == ["page.pdf"]


def test_the_person_is_in_the_file_only_where_they_typed_their_name(year: Diary, tmp_path: Path) -> None:
    made = pdf_of(a_page(year), Paper.A4)
    assert b"/Author" not in made or b"/Author ()" in made or b"/Author (\xfe\xff)" in made
    found = second_reader(made, tmp_path)
    assert found is None or "Born" not in found


def test_scripts_come_out_or_are_named() -> None:
    families = QFontDatabase.families()
    assert families
    gone = missing_letters([SCRIPTS])
    said = missing_words(a_page(EMPTY, questions=(SCRIPTS,)))
    assert bool(gone) == bool(said)
    assert all(f"U+{ord(letter):04X}" in said for letter in gone[:3])
