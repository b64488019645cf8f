"""Twitches kept for one press: place, side, strength and length, never symptoms or a note."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import uuid4

from twitchlog.domain.episode import Episode
from twitchlog.domain.errors import RecordError
from twitchlog.domain.sites import Side, Site
from twitchlog.ui.today.again import again_words

MOST = 9
"""As many as there are keys for."""
FIELDS = ("site", "side", "intensity", "duration_s")


def template_of(episode: Episode) -> dict[str, Any]:
    """Return what is kept of an episode, with its name: "Left calf, mild, 5 min"."""
    kept = {name: getattr(episode, name) for name in FIELDS}
    return {name: value for name, value in kept.items() if value is not None} | {"name": again_words(episode)}


def from_template(
    template: Mapping[str, Any], onset: datetime, zone: str, recorded_at: datetime
) -> Episode | None:
    """Return a new episode of a template; ``None`` for one that makes no sense, as a file may be edited by hand."""
    try:
        return Episode(
            id=str(uuid4()),
            onset=onset,
            zone=zone,
            site=Site(template["site"]),
            side=Side(template["side"]),
            intensity=template.get("intensity"),
            duration_s=template.get("duration_s"),
            recorded_at=recorded_at,
        )
    except (KeyError, ValueError, TypeError, RecordError):
        return None


def with_template(
    kept: tuple[Mapping[str, Any], ...], template: Mapping[str, Any]
) -> tuple[Mapping[str, Any], ...]:
    """Return the templates with one more at the end; one that is there already stays where it is."""
    return kept if template in kept or len(kept) >= MOST else (*kept, template)
