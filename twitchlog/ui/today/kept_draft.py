"""A draft as it is kept in the diary file until it is saved: a crash loses at most its last second."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Any

from twitchlog.domain.errors import RecordError
from twitchlog.domain.fields import FIELDS
from twitchlog.domain.sites import Side, Site
from twitchlog.domain.texts import value_from, value_text
from twitchlog.ui.today.draft import Draft

FORM = {
    field.name: field
    for field in FIELDS["episodes"]
    if field.name not in {"id", "site", "side", "zone", "recorded_at"}
}
"""The fields that the form can choose."""
BEGINS = '{"line": '
"""A line that a person types could begin so, but then it is read as what it is: no draft of ours."""


def kept_text(draft: Draft, now: datetime, past_day: date | None = None) -> str:
    """Return a draft as a text, the line alone where there is nothing more; empty if nothing was given.

    ``past_day`` is the day written for when it is not today. "15 min ago" is kept as the time it meant: read again
    tomorrow neither must become tomorrow's.
    """
    if draft.empty:
        return ""
    by_hand = dict(draft.by_hand)
    if draft.minutes_ago is not None:
        by_hand |= {"onset": now - timedelta(minutes=draft.minutes_ago), "onset_about": draft.minutes_ago > 0}
    if not draft.spots and not by_hand and past_day is None:
        return draft.line
    return json.dumps(
        {
            "line": draft.line,
            "day": past_day.isoformat() if past_day else "",
            "spots": [[site.value, side.value] for site, side in draft.spots],
            "by_hand": {name: value_text(FORM[name], value) for name, value in by_hand.items()},
        },
        ensure_ascii=False,
    )


def draft_from(text: str) -> tuple[Draft, date | None]:
    """Return the draft that a kept text stands for, and the day it was for, ``None`` for today.

    What cannot be read as one is the typed line: a text in a diary file can come from anywhere.
    """
    if not text.startswith(BEGINS):
        return Draft(line=text), None
    try:
        return _understood(text)
    except (ValueError, KeyError, TypeError, AttributeError, RecordError, RecursionError):
        return Draft(line=text), None


def _understood(text: str) -> tuple[Draft, date | None]:
    given = json.loads(text)
    line, day, by_hand = given["line"], given["day"], given["by_hand"]
    if not all(isinstance(each, str) for each in (line, day, *by_hand.values())):
        raise TypeError(text)
    spots = tuple((Site(site), Side(side)) for site, side in given["spots"])
    hand: dict[str, Any] = {name: value_from(FORM[name], value) for name, value in by_hand.items()}
    kept = replace(Draft(line=line, spots=spots), by_hand=MappingProxyType(hand))
    return kept, date.fromisoformat(day) if day else None
