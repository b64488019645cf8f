"""What is offered, once and calmly, to someone who writes much or long enough."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from twitchlog.domain.diary import Diary
from twitchlog.domain.episode import Episode
from twitchlog.domain.period import Period

MANY_A_DAY = 15
WEEK = 7
COURSE_DAYS = 56
LESS, PAGE = "less", "page"


@dataclass(frozen=True, slots=True)
class Offer:
    """An offer: its code, what it says, and the words of what it would do."""

    code: str
    text: str
    action: str


LESS_OFFER = Offer(
    LESS,
    "Looking less often loses nothing: the diary keeps it. One summary in the evening is enough.",
    "Write once a day",
)
PAGE_OFFER = Offer(
    PAGE,
    "Eight weeks are written down. The page for the doctor is ready; writing less often is fine.",
    "Make the page",
)


def offer(
    diary: Diary, on: date, course_start: date | None, made: Collection[str], *, once_a_day: bool
) -> Offer | None:
    """Return the one offer that is due on a day, or ``None``.

    ``made`` are the codes of offers made before; none is made twice. Eight weeks count from ``course_start``, or
    from the first entry where no course was begun. More than 15 counted twitches a day, on the mean of a week, is
    met with the offer to look less often (design of this diary, not of the articles).
    """
    if PAGE not in made and _eight_weeks(diary, on, course_start):
        return PAGE_OFFER
    if LESS not in made and not once_a_day and _many(diary, on):
        return LESS_OFFER
    return None


def course_week(course_start: date, on: date) -> int:
    """Return the week of a course in which a day lies: 1 to 8, or 9 and more once it is over."""
    return max((on - course_start).days, 0) // WEEK + 1


def _eight_weeks(diary: Diary, on: date, course_start: date | None) -> bool:
    if course_start is None:
        first = next(iter(diary.every(Episode)), None)
        course_start = diary.day_of(first) if first is not None else None
    return course_start is not None and (on - course_start).days >= COURSE_DAYS


def _many(diary: Diary, on: date) -> bool:
    counted = sum(1 for each in diary.within(Episode, Period.of_days(on, WEEK)) if each.counted)
    return counted > MANY_A_DAY * WEEK
