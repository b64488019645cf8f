"""The page's key figures: days checked, days with twitching, how many, how long, how strong, how soon written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import median, median_low

from twitchlog.domain import words
from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode, Posture
from twitchlog.domain.period import Period
from twitchlog.insight.series.daily import daily
from twitchlog.insight.series.rate_words import figure

PROMPT = timedelta(hours=1)
FOUR_WEEKS = 28
AT_REST = frozenset({Posture.LYING, Posture.SITTING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """Counts of a period; ``None`` where nothing was given to count.

    ``twitch_days`` are checked days with twitching, ``mean`` twitches per counted day. ``usual_s`` is the median of
    the ``lengths`` given, in seconds, ``usual_strength`` the median, 1 to 5, of the ``strengths`` given. ``prompt``
    twitches were written down at most an hour after they began. ``seen`` of ``seen_known``, ``rest`` of
    ``rest_known``. ``pulse`` and ``shaken`` entries are kept and not counted.
    """

    days: int
    checked: int
    counted: int
    twitch_days: int
    not_recorded: int
    twitches: int
    mean: float | None
    lengths: int
    usual_s: int | None
    longest_s: int | None
    strengths: int
    usual_strength: int | None
    strongest: int | None
    prompt: int
    seen: int
    seen_known: int
    rest: int
    rest_known: int
    pulse: int
    shaken: int

    @property
    def per_four_weeks(self) -> int | None:
        """Days with twitching in 28 checked days; ``None`` with fewer checked days than that.

        Some is never rounded to none, and not all never to all.
        """
        if self.checked < FOUR_WEEKS:
            return None
        days = round(self.twitch_days / self.checked * FOUR_WEEKS)
        if 0 < self.twitch_days < self.checked:
            return min(max(days, 1), FOUR_WEEKS - 1)
        return days


def numbers_of(diary: Diary, period: Period) -> Numbers:
    """Return the key figures of a period that lies within the diary."""
    known = daily(diary, period)
    rows = list(diary.within(Episode, period))
    twitches = [row for row in rows if row.counted]
    lengths = [row.duration_s for row in twitches if row.duration_s is not None]
    strengths = [row.intensity for row in twitches if row.intensity is not None]
    counted = int(known.counted.sum())
    return Numbers(
        days=len(period),
        checked=int(known.checked.sum()),
        counted=counted,
        twitch_days=int(known.twitched.sum()),
        not_recorded=int((~known.checked & (known.twitches == 0)).sum()),
        twitches=len(twitches),
        mean=float(known.twitches[known.counted].mean()) if counted else None,
        lengths=len(lengths),
        usual_s=round(median(lengths)) if lengths else None,
        longest_s=max(lengths, default=None),
        strengths=len(strengths),
        usual_strength=median_low(strengths) if strengths else None,
        strongest=max(strengths, default=None),
        prompt=sum(row.recorded_at - row.onset <= PROMPT for row in twitches),
        seen=sum(row.visible is True for row in twitches),
        seen_known=sum(row.visible is not None for row in twitches),
        rest=sum(row.posture in AT_REST for row in twitches),
        rest_known=sum(row.posture is not None for row in twitches),
        pulse=sum(row.pulse is True for row in rows),
        shaken=sum(row.vibration is not None and row.pulse is not True for row in rows),
    )


@dataclass(frozen=True, slots=True)
class Figure:
    """One key figure as it stands on the page: large, what it is, and what it rests on."""

    value: str
    label: str
    detail: str


def figures_of(numbers: Numbers) -> tuple[Figure, ...]:
    """Return the six key figures; what was never given is "not recorded", never 0."""
    return (
        Figure(f"{numbers.checked} of {numbers.days}", "days checked", _unchecked(numbers)),
        _twitch_days(numbers),
        _rate(numbers),
        _length(numbers),
        _strength(numbers),
        _prompt(numbers),
    )


def _unchecked(numbers: Numbers) -> str:
    if numbers.checked == numbers.days:
        return "every day"
    open_days = numbers.days - numbers.checked - numbers.not_recorded
    said = [f"{numbers.not_recorded} not recorded"] if numbers.not_recorded else []
    return ", ".join([*said, f"{open_days} without check-in"] if open_days else said)


def _twitch_days(numbers: Numbers) -> Figure:
    if not numbers.checked:
        return Figure("not known", "days with twitching", "no day was checked")
    exact = f"{numbers.twitch_days} of {numbers.checked} checked"
    if numbers.per_four_weeks is None:
        return Figure(f"{numbers.twitch_days} of {numbers.checked}", "days with twitching", "of checked days")
    return Figure(f"{numbers.per_four_weeks} in 28", "days with twitching", exact)


def _rate(numbers: Numbers) -> Figure:
    if numbers.mean is None:
        return Figure("not known", "twitches a day", "no day is fully written down")
    return Figure(figure(numbers.mean), "twitches a day", f"on {words.count(numbers.counted, 'counted day')}")


def _length(numbers: Numbers) -> Figure:
    if numbers.usual_s is None or numbers.longest_s is None:
        return Figure("not recorded", "usual length", _given(0, numbers.twitches))
    longest = f"longest {words.length(numbers.longest_s)}; {_given(numbers.lengths, numbers.twitches)}"
    return Figure(words.length(numbers.usual_s), "usual length", longest)


def _strength(numbers: Numbers) -> Figure:
    if numbers.usual_strength is None:
        return Figure("not recorded", "usual strength", _given(0, numbers.twitches))
    strongest = f"{words.STRENGTHS[numbers.usual_strength]}, most {numbers.strongest}; {_given(numbers.strengths, numbers.twitches)}"
    return Figure(f"{numbers.usual_strength} of 5", "usual strength", strongest)


def _prompt(numbers: Numbers) -> Figure:
    if not numbers.twitches:
        return Figure("not known", "written within 1 h", "no twitch written down")
    share = percent(numbers.prompt, numbers.twitches)
    return Figure(share, "written within 1 h", f"{numbers.prompt:,} of {numbers.twitches:,} twitches")


def _given(number: int, whole: int) -> str:
    return f"given for {number:,} of {whole:,}" if whole else "no twitch written down"


def percent(part: int, whole: int) -> str:
    """Return a share as whole per cent; what is there is never 0%, what is missing never 100%."""
    share = 100 * part / whole
    if 0 < share < 1:
        return "<1%"
    return ">99%" if 99 < share < 100 else f"{round(share)}%"


def details_of(numbers: Numbers) -> tuple[str, ...]:
    """Return what else was noted with the twitches, each with how often it was given; empty if never."""
    parts: Sequence[tuple[str, int, int]] = (
        ("Could be seen", numbers.seen, numbers.seen_known),
        ("At rest (lying or sitting)", numbers.rest, numbers.rest_known),
    )
    said = [f"{name}: {number:,} of {known:,} where noted" for name, number, known in parts if known]
    outside = [
        f"{number:,} {words_for}"
        for number, words_for in (
            (numbers.pulse, "in time with the pulse"),
            (numbers.shaken, "shaken from outside"),
        )
        if number
    ]
    return (*said, *([f"Not counted: {words.listed(outside)}"] if outside else []))
