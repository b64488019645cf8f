"""Pages made of diaries, and what a second reader finds in their files."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.helpers import TODAY
from twitchlog.domain.diary import Diary
from twitchlog.domain.period import Period
from twitchlog.report.choices import Choices
from twitchlog.report.facts import facts_of
from twitchlog.report.page import Page

YEAR = Period.of_days(TODAY, 365)
QUESTIONS = (
    "Is the tingling in the left calf related to the twitching?",
    "Do I need any test?",
    "Wie lange dauert das noch, и что мне делать?",
)


def a_page(diary: Diary, period: Period | None = None, **chosen: Any) -> Page:
    """The page of a diary on the tests' today."""
    return Page(facts=facts_of(diary, period, TODAY), choices=Choices(**chosen), made_on=TODAY)


def a_full_page(diary: Diary, period: Period | None = None) -> Page:
    """The page with everything on it: long questions, both pages, all notes."""
    facts = facts_of(diary, period, TODAY)
    chosen = Choices(
        name="Ñandú Иванов " * 6,
        born="3 March 1984",
        questions=tuple(question * 5 for question in QUESTIONS),
        include_notes=True,
        include_raster=True,
        rules=frozenset(point.rule for point in facts.points),
        notes=frozenset(note.key for note in facts.notes),
    )
    return Page(facts=facts, choices=chosen, made_on=TODAY)


def sheets_in(pdf: bytes) -> int:
    """How many pages a PDF holds, by its own page objects."""
    return len(re.findall(rb"/Type /Page\b(?!s)", pdf))


def second_reader(pdf: bytes, folder: Path) -> str | None:
    """The text another program finds in the file, blanks evened out; ``None`` where there is no such program."""
    program = shutil.which("pdftotext")
    if program is None:
        return None
    path = folder / "page.pdf"
    path.write_bytes(pdf)
    done = subprocess.run([program, "-layout", str(path), "-"], capture_output=True, check=True, timeout=30)
    assert done.stderr == b"", "the second reader found something wrong with the file"
    return " ".join(done.stdout.decode().split())


WORD = re.compile(r'<word xMin="([0-9.]+)" yMin="([0-9.]+)" xMax="([0-9.]+)" yMax="([0-9.]+)">(.*?)</word>')
Box = tuple[float, float, float, float, str]


def word_boxes(pdf: bytes, folder: Path) -> list[list[Box]] | None:
    """Where another program finds each word, by sheet; ``None`` where there is no such program."""
    program = shutil.which("pdftotext")
    if program is None:
        return None
    path = folder / "boxes.pdf"
    path.write_bytes(pdf)
    done = subprocess.run([program, "-bbox", str(path), "-"], capture_output=True, check=True, timeout=30)
    found = []
    for sheet in done.stdout.decode().split("<page ")[1:]:
        boxes = [(*map(float, match[:4]), match[4]) for match in WORD.findall(sheet)]
        found.append([(left, top, right, bottom, word) for left, top, right, bottom, word in boxes])
    return found


def overlaps(one: Box, other: Box) -> bool:
    """Whether two words cover each other by more than the air above and below their letters."""
    air = 0.22
    high = min(one[3], other[3]) - max(one[1], other[1]) - air * max(one[3] - one[1], other[3] - other[1])
    wide = min(one[2], other[2]) - max(one[0], other[0])
    return high > 0 and wide > 0.6
