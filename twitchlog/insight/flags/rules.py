"""All rules by name: each is one pure function of what is known on a day."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

from twitchlog.insight.flags.beginning import common
from twitchlog.insight.flags.findings import examined_normal, medicine, mineral
from twitchlog.insight.flags.flag import Flag
from twitchlog.insight.flags.frequency import rising, too_often
from twitchlog.insight.flags.keeping import attention, gaps
from twitchlog.insight.flags.more import persistent_with_more
from twitchlog.insight.flags.not_counted import pulse, vibration
from twitchlog.insight.flags.ordinary import (
    after_moving,
    at_rest_after_exercise,
    caffeine_or_stress_before,
    long_sitting,
    only_symptom_after_exercise,
)
from twitchlog.insight.flags.persistence import comes_and_goes, persistent
from twitchlog.insight.flags.places import several_places
from twitchlog.insight.flags.recent import Recent
from twitchlog.insight.flags.symptoms import continuous, cramps, numbness, pain, weakness
from twitchlog.insight.flags.urgent import urgent

Rule: TypeAlias = Callable[[Recent], Flag | None]
"""What a day's diary shows for one rule, as if nothing had been discussed but what ``Recent`` says; or ``None``."""

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        rule.__name__: rule
        for rule in (
            urgent,
            persistent_with_more,
            weakness,
            numbness,
            pain,
            continuous,
            mineral,
            persistent,
            too_often,
            several_places,
            rising,
            comes_and_goes,
            cramps,
            medicine,
            attention,
            gaps,
            examined_normal,
            only_symptom_after_exercise,
            at_rest_after_exercise,
            after_moving,
            caffeine_or_stress_before,
            long_sitting,
            vibration,
            pulse,
            common,
        )
    }
)
