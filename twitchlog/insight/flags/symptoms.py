"""What came with the twitching: weakness, numbness, pain, no pause, cramps."""

from datetime import timedelta

from twitchlog.domain.episode import Episode, Pattern, Symptom, WeaknessKind
from twitchlog.insight.flags.flag import Evidence, Flag, Words, evidence_of, flag_of, one_region
from twitchlog.insight.flags.levels import SEE_A_DOCTOR, WORTH_MENTIONING
from twitchlog.insight.flags.phrases import dates, why
from twitchlog.insight.flags.recent import Recent
from twitchlog.insight.flags.thresholds import Mark

FORTNIGHT = 14
WEAKENING = frozenset({Symptom.WEAKNESS, Symptom.THINNING})
CRAMPING = frozenset({Symptom.CRAMP, Symptom.STIFFNESS})


def weakness(recent: Recent) -> Flag | None:
    """Point out weakness, or a muscle that looks thinner: one entry in 14 days is enough.

    A kind that was not given is not taken as the harmless one, tired as after effort.
    """
    entries = [row for row in recent.fresh_entries(FORTNIGHT) if row.symptoms & WEAKENING]
    if not entries:
        return None
    weak = [row for row in entries if Symptom.WEAKNESS in row.symptoms]
    when = dates(_evidence(recent, weak or entries).days, recent.on)
    if any(is_weakness(row) for row in weak):
        level, words = SEE_A_DOCTOR, _weakness(when)
    else:
        level, words = WORTH_MENTIONING, _heavy(when) if weak else _thinner(when)
    return flag_of("weakness", level, _evidence(recent, entries), words)


def is_weakness(episode: Episode) -> bool:
    """Return whether weakness was noted that is not just tiredness after effort."""
    return Symptom.WEAKNESS in episode.symptoms and episode.weakness_kind is not WeaknessKind.HEAVY


def _weakness(when: str) -> Words:
    return Words(
        "Weakness noted",
        f"You noted weakness together with twitching on {when}. Many people who notice this turn out to be well; an "
        "examination is the way to find out. Please see a doctor and take the report along.",
        why("Weakness in the last 14 days.", Mark.ARTICLE),
    )


def _heavy(when: str) -> Words:
    return Words(
        "Tired, heavy muscles noted",
        f"You noted tired or heavy muscles with twitching on {when}. After effort this usually passes. Mention it at "
        "your next appointment, sooner if something you normally can do becomes hard.",
        why("Tired, heavy muscles in the last 14 days.", Mark.ARTICLE),
    )


def _thinner(when: str) -> Words:
    return Words(
        "A muscle that looks thinner",
        f"You noted a muscle that looks thinner on {when}. A doctor can tell by looking and testing. Mention it at "
        "your next appointment.",
        why("A thinner muscle in the last 14 days.", Mark.OURS),
    )


def numbness(recent: Recent) -> Flag | None:
    """Point out numbness in the last 14 days; tingling alone is nothing."""
    entries = [row for row in recent.fresh_entries(FORTNIGHT) if Symptom.NUMBNESS in row.symptoms]
    if not entries:
        return None
    evidence = _evidence(recent, entries)
    words = Words(
        "Numbness noted",
        f"You noted numbness together with twitching on {dates(evidence.days, recent.on)}. A nerve that was pressed "
        "for a while can do this, and it often passes. Please have a doctor look at it.",
        why("Numbness in the last 14 days.", Mark.ARTICLE),
    )
    return flag_of("numbness", SEE_A_DOCTOR, evidence, words)


def pain(recent: Recent) -> Flag | None:
    """Point out pain in the last 14 days."""
    entries = [row for row in recent.fresh_entries(FORTNIGHT) if Symptom.PAIN in row.symptoms]
    if not entries:
        return None
    evidence = _evidence(recent, entries)
    words = Words(
        "Pain noted",
        f"You noted pain together with twitching on {dates(evidence.days, recent.on)}. If it is more than the "
        "soreness you know from exercise, please have a doctor look at it.",
        why("Pain in the last 14 days.", Mark.ARTICLE),
    )
    return flag_of("pain", SEE_A_DOCTOR, evidence, words)


def continuous(recent: Recent) -> Flag | None:
    """Point out counted twitching that went on for an hour without a pause in the last 14 days."""
    least = timedelta(minutes=recent.value("continuous_min"))
    entries = [
        row
        for row in recent.fresh_entries(FORTNIGHT)
        if row.counted and row.pattern is Pattern.CONTINUOUS and row.known_length >= least
    ]
    if not entries:
        return None
    evidence = _evidence(recent, entries)
    longest = max(row.known_length for row in entries) // timedelta(minutes=1)
    words = Words(
        "Twitching without a pause",
        f"You logged twitching that went on without a pause for about {longest} minutes, on "
        f"{dates(evidence.days, recent.on)}. Most twitching comes and goes, so please have a doctor look at this.",
        why(f"No pause for {least // timedelta(minutes=1)} minutes or more, in the last 14 days.", Mark.OURS),
    )
    return flag_of("continuous", SEE_A_DOCTOR, evidence, words)


def cramps(recent: Recent) -> Flag | None:
    """Point out cramps or stiffness on several days of the last 14; days count, not entries."""
    least = int(recent.value("cramp_days"))
    evidence = evidence_of(recent, cramping(recent, FORTNIGHT))
    if len(evidence.days) < least:
        return None
    words = Words(
        "Cramps or stiffness along with it",
        f"Cramps or stiffness came along on {len(evidence.days)} of the last 14 days. Rest and gentle stretching "
        "often help. If it continues, mention it at your next appointment.",
        why(f"{least} {'day' if least == 1 else 'days'} or more in 14 days.", Mark.OURS),
    )
    return flag_of("cramps", WORTH_MENTIONING, evidence, words)


def cramping(recent: Recent, count: int) -> list[Episode]:
    """Return the entries of W(count) with cramp or stiffness."""
    return [row for row in recent.entries(count) if row.symptoms & CRAMPING]


def _evidence(recent: Recent, entries: list[Episode]) -> Evidence:
    return evidence_of(recent, entries, one_region(entries))
