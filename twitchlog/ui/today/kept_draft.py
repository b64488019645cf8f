"""A draft as it is kept in the diary file until it is saved: a crash loses at most its last second."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from twitchlog.domain.errors import RecordError
from twitchlog.domain.fields import FIELDS
from twitchlog.domain.sites import Side, Site
from twitchlog.domain.texts import value_from, value_text
from twitchlog.ui.today.draft import Draft

EPISODE = {field.name: field for field in FIELDS["episodes"]}
BEGINS = '{"line": '
"""A line that a person types could begin so, but then it is read as what it is: no draft of ours."""


def kept_text(draft: Draft, now: datetime) -> str:
    """Return a draft as a text, the line alone where there is nothing more; empty if nothing was given.

    "15 min ago" is kept as the time it meant: read again tomorrow it must not become tomorrow's.
    """
    if draft.empty:
        return ""
    by_hand = dict(draft.by_hand)
    if draft.minutes_ago is not None:
        by_hand |= {"onset": now - timedelta(minutes=draft.minutes_ago), "onset_about": draft.minutes_ago > 0}
    if not draft.spots and not by_hand:
        return draft.line
    return json.dumps(
        {
            "line": draft.line,
            "spots": [[site.value, side.value] for site, side in draft.spots],
            "by_hand": {name: value_text(EPISODE[name], value) for name, value in by_hand.items()},
        },
        ensure_ascii=False,
    )


def draft_from(text: str) -> Draft:
    """Return the draft that a kept text stands for; what cannot be read as one is the typed line."""
    if not text.startswith(BEGINS):
        return Draft(line=text)
    try:
        given = json.loads(text)
        spots = tuple((Site(site), Side(side)) for site, side in given["spots"])
        return replace(Draft(line=given["line"], spots=spots), by_hand=_by_hand(given["by_hand"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecordError, RecursionError):
        return Draft(line=text)


def _by_hand(texts: Mapping[str, str]) -> Mapping[str, Any]:
    return MappingProxyType({name: value_from(EPISODE[name], text) for name, text in texts.items()})
