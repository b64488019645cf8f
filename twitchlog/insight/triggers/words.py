"""What a person reads of the triggers: always "noticed", always both sides, never a p."""

from collections.abc import Sequence
from math import inf

from twitchlog.domain.words import count, listed
from twitchlog.insight.triggers.result import Method, Trigger
from twitchlog.insight.triggers.verdict import MORE_THAN_HALF_A_YEAR, Verdict

NAMES = {
    "exercise": "Exercise",
    "caffeine": "Caffeine",
    "stress": "High stress",
    "sitting": "Long sitting",
    "short_sleep": "Short sleep",
}
AFTER = {
    "exercise": "after exercise",
    "caffeine": "after caffeine",
    "stress": "after high stress",
    "sitting": "after long sitting",
    "short_sleep": "after a short night",
}
WHEN = {
    "exercise": "In the 8 h after exercise",
    "caffeine": "In the 6 h after caffeine",
    "stress": "In the rest of the day after noting high stress",
    "sitting": "In the 4 h after sitting for 2 h or more",
    "short_sleep": "On days after less than 6 h of sleep",
}
VERDICTS = {
    Verdict.LIKELY_MORE: "Likely linked, more",
    Verdict.LIKELY_LESS: "Likely linked, fewer",
    Verdict.MAYBE_MORE: "Maybe linked, more",
    Verdict.MAYBE_LESS: "Maybe linked, fewer",
    Verdict.NO_BIG_EFFECT: "No big effect so far",
    Verdict.CANNOT_TELL: "Cannot tell yet",
}
NOT_CAUSING = "Going together is not causing."
NOT_SHOWN = "Going together does not show that one brings on the other."
HELP_LINE = (
    "A ratio of 1.5 can rarely be told from chance in three months. "
    "To look closer, try two weeks with and two without."
)
LIKELY = (Verdict.LIKELY_MORE, Verdict.LIKELY_LESS)


def verdict_words(verdict: Verdict) -> str:
    """Return a verdict as a few words."""
    return VERDICTS[verdict]


def card_text(trigger: Trigger) -> str:
    """Return a row's short text, for a card beside four others of the same size."""
    match trigger.verdict:
        case Verdict.LIKELY_MORE | Verdict.LIKELY_LESS:
            return f"{VERDICTS[trigger.verdict]}. {_counts(trigger)}: {_times(trigger)}. {NOT_CAUSING}"
        case Verdict.MAYBE_MORE | Verdict.MAYBE_LESS:
            return "Maybe linked; more days will tell."
        case Verdict.NO_BIG_EFFECT:
            return f"No big effect so far (range {range_words(trigger.low, trigger.high)})."
        case _:
            return f"Cannot tell yet{_still_needed(trigger)}."


def long_text(trigger: Trigger) -> str:
    """Return a row's long text: what was counted on both sides, the ratio and its range, the verdict."""
    parts = [_long_counts(trigger)]
    if trigger.method is not Method.NONE:
        parts.append(_long_ratio(trigger))
    parts.append(_long_verdict(trigger))
    if trigger.verdict.linked:
        parts.append(NOT_SHOWN)
    return " ".join(parts)


def title(rows: Sequence[Trigger]) -> str:
    """Return the finding of all five as a title: what is likely linked first, else what may be, then no big effect."""

    def names(*verdicts: Verdict) -> str:
        return listed([NAMES[row.exposure].lower() for row in rows if row.verdict in verdicts])

    linked = (
        (names(*LIKELY), "likely linked"),
        (names(Verdict.MAYBE_MORE, Verdict.MAYBE_LESS), "maybe linked"),
    )
    parts = [f"{some} {words}" for some, words in linked if some][:1]
    if none := names(Verdict.NO_BIG_EFFECT):
        parts.append(f"no big effect of {none}")
    text = "; ".join(parts) or "cannot tell yet what goes with what"
    return text[0].upper() + text[1:]


def ratio_words(ratio: float) -> str:
    """Return a ratio with as many digits as it bears; close to 1 with two decimals, so that its side can be seen."""
    if ratio >= 9.95:
        return f"{ratio:,.0f}"
    return f"{ratio:.2f}" if 0.95 <= ratio < 1.05 or 0 < ratio < 0.095 else f"{ratio:.1f}"


def range_words(low: float | None, high: float | None) -> str:
    """Return an interval of a ratio: "0.7 to 1.6", "up to 0.6", "2.6 or more"; empty if there is none."""
    if low is None or high is None:
        return ""
    if high == inf:
        return f"{ratio_words(low)} or more"
    return f"up to {ratio_words(high)}" if low == 0 else f"{ratio_words(low)} to {ratio_words(high)}"


def more_days_words(days: int) -> str:
    """Return how many more complete days it takes: "30 more complete days", "more than 6 months of complete days"."""
    if days >= MORE_THAN_HALF_A_YEAR:
        return "more than 6 months of complete days"
    return count(days, "more complete day")


def _counts(trigger: Trigger) -> str:
    hours = f"{trigger.exposed.hours:,.0f} h"
    return (
        f"{count(round(trigger.exposed.onsets), 'twitch', 'twitches')} in {hours} {AFTER[trigger.exposure]}, "
        f"about {_otherwise(trigger)} in {hours} otherwise at the same times of day"
    )


def _otherwise(trigger: Trigger) -> str:
    return f"{trigger.unexposed.rate * trigger.exposed.hours:,.0f}"


def _times(trigger: Trigger) -> str:
    limits = range_words(trigger.low, trigger.high)
    if trigger.ratio is None or trigger.ratio in {0, inf}:
        return f"{limits} times"
    return f"{ratio_words(trigger.ratio)} times ({limits})"


def _still_needed(trigger: Trigger) -> str:
    if trigger.more_days is None:
        return "" if trigger.exposed.hours else ": no hours with and without it at the same times of day"
    words = more_days_words(trigger.more_days)
    return f": {words}" if trigger.more_days >= MORE_THAN_HALF_A_YEAR else f": about {words}"


def _long_counts(trigger: Trigger) -> str:
    if not trigger.exposed.hours:
        return "Your complete days have no hours with and without it at the same times of day."
    return (
        f"{WHEN[trigger.exposure]} you noticed {count(round(trigger.exposed.onsets), 'twitch', 'twitches')} "
        f"in {trigger.exposed.hours:,.0f} waking hours; "
        f"at the same times of day without it about {_otherwise(trigger)}."
    )


def _long_ratio(trigger: Trigger) -> str:
    ratio, low, high = trigger.ratio or 0.0, trigger.low or 0.0, trigger.high
    if ratio == inf:
        return f"Your diary fits anything from {ratio_words(low)} times up."
    limits = "any number of" if high is None or high == inf else ratio_words(high)
    if ratio == 0:
        return f"Your diary fits anything up to {limits} times."
    return (
        f"That is about {ratio_words(ratio)} times as often; "
        f"your diary fits anything from {ratio_words(low)} to {limits} times."
    )


def _long_verdict(trigger: Trigger) -> str:
    match trigger.verdict:
        case Verdict.LIKELY_MORE | Verdict.LIKELY_LESS:
            return "Likely linked."
        case Verdict.MAYBE_MORE | Verdict.MAYBE_LESS:
            return "Maybe linked: keep logging."
        case Verdict.NO_BIG_EFFECT:
            return "No big effect so far."
        case _ if trigger.more_days is None:
            return "Cannot tell yet."
        case _:
            about = "" if trigger.more_days >= MORE_THAN_HALF_A_YEAR else "about "
            return f"Cannot tell yet: {about}{more_days_words(trigger.more_days)} would narrow it."
