"""The page as a file without a window: what the command line asks for."""

from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from twitchlog.domain import words
from twitchlog.domain.diary import Diary
from twitchlog.domain.moments import local_day
from twitchlog.domain.period import Period
from twitchlog.report import dates
from twitchlog.report.choices import Choices
from twitchlog.report.facts import facts_of
from twitchlog.report.page import Page
from twitchlog.report.pdf import usual_paper, write_pdf


def write_page(diary: Diary, asked: Period | None, now: datetime, path: Path) -> str:
    """Write the page of the days asked for, by default the last eight weeks; return what was written, in words.

    Raises:
        FileError: the disk refuses.
    """
    # Fonts need an application; it lives until the process ends.
    application = QGuiApplication.instance() or QGuiApplication(["twitchlog"])
    application.setApplicationName("twitchlog")
    on = local_day(now, diary.settings.day_start)
    page = Page(facts=facts_of(diary, asked, on), choices=Choices(), made_on=now.date())
    write_pdf(path, page, usual_paper())
    return written_words(page)


def written_words(page: Page) -> str:
    """Return how much a page holds: "1 page, 194 twitches from 28 Sep to 22 Nov 2026."."""
    sheets, days = words.count(page.sheets, "page"), dates.span(page.facts.asked)
    if page.facts.empty:
        return f"{sheets}, but nothing is written down in the days {days}."
    return f"{sheets}, {words.count(page.facts.numbers.twitches, 'twitch', 'twitches')}, {days}."
