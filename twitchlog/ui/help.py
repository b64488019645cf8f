"""The texts to read: keys, the signs that cannot wait, what twitching is, earlier cards."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from twitchlog.domain import words
from twitchlog.domain.diary import Diary
from twitchlog.insight.flags import flags
from twitchlog.insight.flags.levels import LEVELS
from twitchlog.insight.flags.signs import SIGNS, SIGNS_SOURCE
from twitchlog.ui.look.plain import PlainLabel

LOOKED_BACK_DAYS = 90
ABOUT = """\
A muscle twitch is a small bundle of fibres that contracts without being asked to. Now and then it can be seen \
through the skin. Nearly everybody has twitches; for most people they are rare and short.
Usual places are the eyelid, a finger or toe, the arch of the foot, the calf and the thigh. Hard or long exercise, \
worry, much caffeine, long sitting and a lack of minerals are the reasons that are named most often.
Some things feel like a twitch and are not: the pulse in a large muscle, or a vehicle, music or a machine shaking it. \
The diary keeps them and does not count them.
The diary cannot tell what a twitch means. It can show where, when and after what it happens, and bring that to a \
doctor on one page."""


def column_of(lines: Sequence[tuple[str, str]]) -> QWidget:
    """Return paragraphs one below the other, each with the kind of its look."""
    body = QWidget()
    column = QVBoxLayout(body)
    column.setSpacing(9)
    for text, kind in lines:
        label = PlainLabel(text, kind, wrap=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(label)
    column.addStretch(1)
    return body


def signs() -> QWidget:
    """Return the list that is always the same."""
    intro = "If one of these is true, do not write it down first: call your emergency number or go to an emergency department."
    return column_of([(intro, ""), *((f"• {sign}", "") for sign in SIGNS), (SIGNS_SOURCE, "quiet")])


def about_twitching() -> QWidget:
    """Return what twitching is, in a few paragraphs."""
    return column_of([(text, "") for text in ABOUT.splitlines()])


def keys(rows: Sequence[tuple[str, str]]) -> QWidget:
    """Return the keys beside what they do."""
    body = QWidget()
    grid = QGridLayout(body)
    grid.setColumnStretch(1, 1)
    for number, (key, what) in enumerate(rows):
        grid.addWidget(PlainLabel(key, "field"), number, 0)
        grid.addWidget(PlainLabel(what.rstrip("…")), number, 1)
    grid.setRowStretch(len(rows), 1)
    return body


def earlier_cards(diary: Diary, on: date) -> QWidget:
    """Return the cards of the last three months that are no longer shown, with the days they were."""
    now = {flag.rule for flag in flags(diary, on).shown}
    seen: dict[str, tuple[str, date, date]] = {}
    for back in range(LOOKED_BACK_DAYS, 0, -1):
        day = on - timedelta(days=back)
        for flag in flags(diary, day).shown:
            first = seen[flag.rule][1] if flag.rule in seen else day
            seen[flag.rule] = (f"{LEVELS[flag.level]}: {flag.title}", first, day)
    lines = [
        (f"{title}, from {words.day(first)} to {words.day(last)}", "")
        for rule, (title, first, last) in sorted(seen.items(), key=lambda item: item[1][2], reverse=True)
        if rule not in now
    ]
    return column_of(lines or [("No card has cleared in the last three months.", "quiet")])
