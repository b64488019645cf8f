"""What speaks for an ordinary reason: exercise, rest after it, moving, caffeine, stress, sitting long."""

from collections.abc import Sequence
from datetime import datetime, time

from twitchlog.domain.episode import Episode, Posture
from twitchlog.domain.exposures import Caffeine, Exercise, Sitting, Stress
from twitchlog.domain.sites import Region
from twitchlog.insight.flags.flag import Flag, Words, evidence_of, flag_of
from twitchlog.insight.flags.levels import NOTICED
from twitchlog.insight.flags.phrases import at_least, hours, minutes, share, why
from twitchlog.insight.flags.recent import Recent
from twitchlog.insight.flags.spans import Spans
from twitchlog.insight.flags.thresholds import Mark

WEEK, FORTNIGHT = 7, 14
HOUR, MINUTE = 3600, 60
HIGH_STRESS = 4
AT_REST = frozenset({Posture.LYING, Posture.SITTING})
MOVING = frozenset({Posture.STANDING, Posture.WALKING})


def only_symptom_after_exercise(recent: Recent) -> Flag | None:
    """Notice that most twitches followed exercise of the same part, with nothing else noted."""
    after, least = int(recent.value("after_exercise_h")), int(recent.value("after_exercise_twitches"))
    percent = recent.value("after_exercise_share")
    twitches = recent.counted(FORTNIGHT)
    if len(twitches) < least:
        return None
    worked = _worked(recent, after)
    rows = [
        row
        for row in twitches
        if not row.symptoms and any(row.onset in worked[region] for region in row.regions)
    ]
    if not rows or not at_least(len(rows), percent, len(twitches)):
        return None
    words = Words(
        "After exercise, with nothing else noted",
        f"{len(rows)} of {len(twitches)} twitches in the last 14 days came during exercise of the same part of the "
        f"body or within {hours(after)} after it, with no other symptom noted. One of the articles calls this "
        "ordinary.",
        why(f"{_most(percent)} of {least} twitches or more.", Mark.OURS),
    )
    return flag_of("only_symptom_after_exercise", NOTICED, evidence_of(recent, rows), words)


def _most(percent: float) -> str:
    said = share(percent)
    return f"{said[0].upper()}{said[1:]}"


def _worked(recent: Recent, after_h: int) -> dict[Region, Spans]:
    """Return for each region when it was at work, or had been at most so many hours before."""
    stretches: dict[Region, list[tuple[int, int]]] = {region: [] for region in Region}
    for row in recent.exposures(Exercise, FORTNIGHT):
        for region in row.regions:
            stretches[region].append((_s(row.start), _s(row.end) + after_h * HOUR))
    return {region: Spans.of(each) for region, each in stretches.items()}


def at_rest_after_exercise(recent: Recent) -> Flag | None:
    """Notice twitches at rest some hours after exercise."""
    first, last = int(recent.value("at_rest_from_h")), int(recent.value("at_rest_until_h"))
    spans = Spans.of(
        (_s(row.end) + first * HOUR, _s(row.end) + last * HOUR) for row in recent.exposures(Exercise, WEEK)
    )
    twitches = recent.counted(WEEK)
    rows = [row for row in twitches if row.posture in AT_REST and row.onset in spans]
    words = Words(
        "Noticed at rest after exercise",
        f"{_of(rows, twitches)} came while sitting or lying, {first} to {hours(last)} after exercise. One of the "
        "articles tells of just this after a long walk.",
        why(f"{first} to {hours(last)} after.", Mark.OURS),
    )
    return _noticed(recent, "at_rest_after_exercise", rows, words)


def after_moving(recent: Recent) -> Flag | None:
    """Notice twitches while moving, or just after exercise."""
    after = int(recent.value("after_moving_min"))
    spans = Spans.of(
        (_s(row.start), _s(row.end) + after * MINUTE - 1) for row in recent.exposures(Exercise, WEEK)
    )
    twitches = recent.counted(WEEK)
    rows = [row for row in twitches if row.posture in MOVING or row.onset in spans]
    soon = "an hour" if after == 60 else f"{after} minutes"
    words = Words(
        "While moving, or just after",
        f"{_of(rows, twitches)} came while standing or walking, or less than {soon} after exercise. Working muscles "
        "can go on moving for some time.",
        why(f"Less than {after} minutes after.", Mark.OURS),
    )
    return _noticed(recent, "after_moving", rows, words)


def caffeine_or_stress_before(recent: Recent) -> Flag | None:
    """Notice twitches with caffeine in the hours before, or high stress earlier that day."""
    after, least = int(recent.value("caffeine_h")), recent.value("caffeine_mg")
    drunk = Spans.of(
        (_s(row.at), _s(row.at) + after * HOUR)
        for row in recent.exposures(Caffeine, WEEK)
        if row.mg is None or row.mg >= least
    )
    twitches = recent.counted(WEEK)
    rows = [row for row in twitches if row.onset in drunk or _after_stress(recent, row)]
    words = Words(
        "Caffeine or stress shortly before",
        f"Before {_of(rows, twitches)} there was caffeine (up to {hours(after)} before) or high stress the same day. "
        "Both are named among the usual reasons. Trends shows whether they matter for you.",
        why(f"{hours(after)} before, or the same day.", Mark.OURS),
    )
    return _noticed(recent, "caffeine_or_stress_before", rows, words)


def _after_stress(recent: Recent, twitch: Episode) -> bool:
    ratings = recent.gathered.of_kind(Stress, recent.day_of(twitch))
    return any(row.level >= HIGH_STRESS and row.at < twitch.onset for row in ratings)


def long_sitting(recent: Recent) -> Flag | None:
    """Notice twitches after sitting long, or in the morning after an odd sleeping position."""
    least, after = int(recent.value("sitting_min")), int(recent.value("sitting_h"))
    sat = Spans.of(
        (_s(row.start) + least * MINUTE, _s(row.end) + after * HOUR)
        for row in recent.exposures(Sitting, WEEK)
        if (row.duration_min or 0) >= least
    )
    twitches = recent.counted(WEEK)
    rows = [row for row in twitches if row.onset in sat or _after_odd_sleep(recent, row)]
    words = Words(
        "Sitting long, or an odd sleeping position",
        f"{_of(rows, twitches)} came after sitting for {minutes(least)} or more, or in the morning after sleeping in "
        "an odd position. Both are named as ordinary reasons.",
        why(f"{minutes(least)} of sitting, up to {hours(after)} before.", Mark.OURS),
    )
    return _noticed(recent, "long_sitting", rows, words)


def _after_odd_sleep(recent: Recent, twitch: Episode) -> bool:
    day = recent.day_of(twitch)
    row = recent.day(day)
    noon = datetime.combine(day, time(12))
    return row is not None and row.sleep_position_odd and twitch.onset.replace(tzinfo=None) < noon


def _of(rows: Sequence[Episode], twitches: Sequence[Episode]) -> str:
    return f"{len(rows)} of {len(twitches)} twitches in the last 7 days"


def _noticed(recent: Recent, rule: str, rows: Sequence[Episode], words: Words) -> Flag | None:
    return flag_of(rule, NOTICED, evidence_of(recent, rows), words) if rows else None


def _s(moment: datetime) -> int:
    """Return a moment in whole seconds: "before" and "after" compare instants."""
    return int(moment.timestamp())
